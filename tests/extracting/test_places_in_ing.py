"""Places whose name ends as a participle does are no verbs."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.extracting import Candidate, extract
from generator.reading.article import Article, PublishedDate

PLACES = ("Reading", "Beijing", "Goring", "Kettering")
SENTENCES = {
    "A fire destroyed the market hall in {} on Monday.": "Fire destroyed the market hall in {}",
    "After a vote in {} on Monday, the council closed the school.": "Council closed the school",
    "Police in {} arrested four men on Friday.": "Police in {} arrested four men",
    "{}, Leeds and York were flooded on Monday.": "{}, Leeds and York were flooded",
}


def candidates(text: str, published: dt.date | None = dt.date(2024, 3, 15)) -> tuple[Candidate, ...]:
    """What is proposed of one sentence."""
    given = PublishedDate(published, "given") if published else None
    return extract(Article("a.txt", text, (1,), published=given)).candidates


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("sentence", "title"), SENTENCES.items())
def test_a_place_that_ends_like_a_participle_is_read_as_a_place(sentence: str, title: str, place: str) -> None:
    (candidate,) = candidates(sentence.format(place))
    assert candidate.title == title.format(place)


def test_a_person_whose_name_ends_like_a_participle_is_no_participle() -> None:
    (candidate,) = candidates("Ruth Lind met Mohammed on Friday.")
    assert candidate.title == "Ruth Lind met Mohammed"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Millford Council approved plans to close the school on Tuesday.", "happened"),
        ("City Council approved a plan to sell two halls on 4 March.", "happened"),
        ("On Tuesday the Council agreed to sell the hall.", "happened"),
        ("The council agreed on Tuesday to sell the hall.", "happened"),
        ("The Council will vote on the plan on Tuesday.", "planned"),
        ("The Council is expected to approve the plan on Tuesday.", "planned"),
    ],
)
def test_what_a_council_approved_has_happened_also_where_the_article_has_no_date(sentence: str, status: str) -> None:
    (candidate,) = candidates(sentence, None)
    assert candidate.status == status
