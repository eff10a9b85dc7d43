"""The five real articles beside the checkout: dates with their evidence, and no furniture."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.reading import Article, read

ARTICLES = Path(__file__).parents[3] / "shared" / "articles"
TODAY = dt.date(2026, 11, 21)

pytestmark = pytest.mark.shared


def article(number: int) -> Article:
    path = ARTICLES / f"article-{number:03}.txt"
    if not path.exists():
        pytest.skip(f"the shared articles are not beside the checkout: {path} is missing")
    return read(path, today=TODAY)


@pytest.mark.parametrize(
    ("number", "day", "method", "words", "confidence"),
    [
        (0, "2023-10-18", "caption", "Wednesday, Oct. 18, 2023", "medium"),
        (1, "2024-02-08", "byline", "February 8, 2024", "high"),
        (2, "2022-12-30", "byline", "Published on Dec 30, 2022", "high"),
        (3, "2026-02-04", "weekday", "02/04", "low"),
    ],
)
def test_the_date_has_its_evidence(number: int, day: str, method: str, words: str, confidence: str) -> None:
    found = article(number).published
    assert found is not None
    assert (found.value.isoformat(), found.method, found.words, found.confidence) == (day, method, words, confidence)


def test_a_guessed_year_says_why() -> None:
    found = article(3).published
    assert found is not None
    assert found.reason.startswith(
        "2026 is the latest year, not after 21 November 2026, in which 4 February is a Wednesday"
    )


def test_an_article_without_a_date_gets_none() -> None:
    assert article(4).published is None


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        (0, (1, 2, 3)),
        (1, (13, 15, 17, 19, 23, 25, 27, 29, 31, 33, 37, 39)),
        (2, (8, 14, 16, 18, 22, 24, 26, 28, 30, 32, 34)),
        (3, (11, 14, 19, 23, 28, 30, 33, 38, 40, 44, 47)),
        (4, (5, 6, 7, 8, 9, 10, 11, 12)),
    ],
)
def test_every_paragraph_of_the_article_stays_and_no_line_of_furniture(number: int, lines: tuple[int, ...]) -> None:
    assert article(number).lines == lines


@pytest.mark.parametrize(
    ("number", "publisher", "agency"),
    [
        (0, "", ""),
        (1, "Aristegui Noticias", "EFE"),
        (2, "Hindustan Times", "Reuters"),
        (3, "AP", ""),
        (4, "Times of India", ""),
    ],
)
def test_publisher_and_agency_are_those_that_the_page_names(number: int, publisher: str, agency: str) -> None:
    found = article(number)
    assert (found.publisher, found.agency) == (publisher, agency)


@pytest.mark.parametrize("number", range(5))
def test_each_has_a_headline_and_is_english(number: int) -> None:
    found = article(number)
    assert 4 < len(found.title.split()) < 20
    assert found.language == "en"
