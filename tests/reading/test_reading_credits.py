"""Headline, publisher and agency: only what the page says."""

from __future__ import annotations

import pytest

from generator.reading.credits import find_agency, find_publisher
from generator.reading.datelines import Dateline, find_dateline
from generator.reading.headline import clean_title, find_title, split_publisher
from generator.reading.lines import split

LEAD = "The northern ferries will run again from Monday, the shipping company said after talks."


def test_the_headline_is_the_line_above_the_text_that_the_page_repeats() -> None:
    page = split(f"A slogan of the newspaper\nFerries run again in the north\n\nFerries run again in the north\n{LEAD}")
    assert find_title(page) == "Ferries run again in the north"


def test_copies_with_other_quotes_and_dashes_are_the_same_headline() -> None:
    page = split(f"‘Ships sail,’ says mayor – Harbour Times\n'Ships sail,' says mayor - Harbour Times\n{LEAD}")
    assert clean_title(find_title(page)) == "‘Ships sail,’ says mayor"


def test_without_a_copy_it_is_the_first_line_that_looks_like_one() -> None:
    page = split(f"Home\nMay 13, 2025\nTrending news\nFerries run again in the north 03/05 07:15\n{LEAD}")
    assert clean_title(find_title(page)) == "Ferries run again in the north"


def test_an_article_that_lists_itself_among_the_similar_ones_has_its_headline_there() -> None:
    page = split(f"{LEAD}\nSimilar News:\nNorthern ferries to run again from Monday{LEAD}\nRead more\n")
    assert find_title(page) == "Northern ferries to run again from Monday"


@pytest.mark.parametrize("text", [LEAD, f"Home\n{LEAD}", "Ferries run. They sail.", f"{LEAD}\nRelated:\nX{LEAD}"])
def test_no_headline_is_made_up(text: str) -> None:
    assert find_title(split(text)) == ""


@pytest.mark.parametrize(
    ("title", "publisher"),
    [
        ("Ferries run again – Harbour Times", "Harbour Times"),
        ("Ferries run again | The Post of the North", "The Post of the North"),
        ("Ferries run again - day 3", ""),
        ("Ferries – Ships of the North", ""),
        ("Ferries run again", ""),
    ],
)
def test_a_publisher_is_parted_from_the_headline_only_where_it_is_called_like_one(title: str, publisher: str) -> None:
    assert split_publisher(title)[1] == publisher


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Join Harbour Times", "Harbour Times"),
        ("Source: Puerto Libre", "Puerto Libre"),
        ("© 2024 Harbour Herald. All rights reserved.", "Harbour Herald"),
        ("© 2024 Seaside Digital Ltd.", ""),
        ("Join Us", ""),
    ],
)
def test_the_furniture_may_name_the_publisher(line: str, publisher: str) -> None:
    assert find_publisher(split(f"{LEAD}\n{line}"), "") == publisher


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"OSLO (AP) -- {LEAD}", "AP"),
        (f"OSLO, March 5 (Reuters) - {LEAD}", "Reuters"),
        (f"Reuters |\n{LEAD}", "Reuters"),
        (f"{LEAD}\n(according to information from EFE and others)", "EFE"),
        (f"(Reuters) - {LEAD}", "Reuters"),
        (f"{LEAD} (dpa/AFP)", "dpa"),
        (f"{LEAD}\nCopyright 2021 The Associated Press. All rights reserved.", "AP"),
        (f"{LEAD}\n(Reporting by Jane Doe; Editing by Ivo Klein)", "Reuters"),
        (f"МОСКВА, 5 марта. /ТАСС/. {LEAD}", "TASS"),
        (f"Madrid, 5 mar (EFE).- {LEAD}", "EFE"),
        (f"{LEAD} Reuters reported it first on Friday.", ""),
        (f"{LEAD}\nPhoto: Reuters", ""),
        (f"{LEAD}\n(with inputs from agencies)", ""),
    ],
)
def test_the_agency_is_that_of_the_dateline_or_the_credit_never_of_a_picture(text: str, agency: str) -> None:
    assert find_agency(split(text)) == agency


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OSLO, Oct. 18 (Reuters) - Ships", Dateline("Oct. 18", "Reuters", 10, 18, 0)),
        ("PARIS, 3 March 2021 (AFP) – Ships", Dateline("3 March 2021", "AFP", 3, 3, 2021)),
        ("MOSCOW, December 30. /TASS/. Ships", Dateline("December 30", "TASS", 12, 30, 0)),
        ("New Delhi, Dec 30: Ships", Dateline("Dec 30", "", 12, 30, 0)),
        ("OSLO (AP) -- Ships", Dateline("OSLO (AP)", "AP", 0, 0, 0)),
        ("New Delhi: Ships sail", None),
        ("The ship (AP) sank", None),
    ],
)
def test_a_dateline_gives_its_agency_and_its_day(text: str, expected: Dateline | None) -> None:
    assert find_dateline(text) == expected
