"""Dates: how each is said to a reader."""

from __future__ import annotations

import pytest

from generator.dates import parse, say
from generator.dates.wording import month_of, say_year
from generator.messages import tongue


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-12-30", "30 December 2022"),
        ("2022-09", "September 2022"),
        ("2022", "2022"),
        ("2023-21", "spring 2023"),
        ("2023-22", "summer 2023"),
        ("2023-23", "autumn 2023"),
        ("2023-24", "winter 2023–24"),
        ("2023-28", "winter 2023–24"),
        ("1999-24", "winter 1999–2000"),
        ("2019-24", "winter 2019–20"),
        ("2099-24", "winter 2099–2100"),
        ("-0043-24", "winter 44 BC–43 BC"),
        ("2023-29", "spring 2023 (southern hemisphere)"),
        ("2023-32", "winter 2023 (southern hemisphere)"),
        ("2023-33", "first quarter of 2023"),
        ("2023-35", "third quarter of 2023"),
        ("2023-40", "first half of 2023"),
        ("2022-02~", "about February 2022"),
        ("2022?", "2022 (uncertain)"),
        ("2022%", "about 2022 (uncertain)"),
        ("[2022-02,2023-02]", "February 2022 or February 2023"),
        ("2026-01-31/2026-02-01", "31 January – 1 February 2026"),
        ("2022-05-03/2022-05-05", "3–5 May 2022"),
        ("2022-03/2022-05", "March – May 2022"),
        ("2022-12-30/2023-01-02", "30 December 2022 – 2 January 2023"),
        ("2022/2023", "2022 – 2023"),
        ("2022-05-03~/2022-05-05", "about 3 May 2022 – 5 May 2022"),
        ("2022-02-24/..", "since 24 February 2022"),
        ("../2022-05", "until May 2022"),
        ("199X", "the 1990s"),
        ("19XX", "the years 1900–1999"),
        ("2022-1X", "October – December 2022"),
        ("2022-XX", "2022"),
        ("2022-12-XX", "December 2022"),
        ("2022-12-2X", "20–29 December 2022"),
        ("2022-02-2X", "20–28 February 2022"),
        ("2022-XX-25", "25 January – 25 December 2022"),
        ("199X-12", "December 1990 – December 1999"),
        ("-0043", "44 BC"),
        ("-0043-03-15", "15 March 44 BC"),
        ("0000", "1 BC"),
        ("Y-13800000", "13800001 BC"),
    ],
)
def test_a_date_is_said_in_words(text, words):
    assert say(parse(text)) == words


def test_the_names_of_months_are_those_of_the_language():
    assert month_of((2022, 12, 30), "MMMM", "es") == "diciembre"


@pytest.mark.parametrize(("year", "words"), [(2022, "2022"), (1, "1"), (0, "1 BC"), (-43, "44 BC")])
def test_a_year_before_our_era_is_said_as_historians_count(year: int, words: str) -> None:
    assert say_year(year, tongue("en")) == words
