"""The five real articles, beside the checkout: which dates they give, and that no junk comes with them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.extracting import Extraction, extract

FOLDER = Path(__file__).parents[3] / "shared" / "articles"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not FOLDER.is_dir(), reason="the five articles are not beside the checkout"),
]

EXPECTED = {
    "000": {("2023-10-18", "happened"), ("[2022-02,2023-02]", "happened")},
    "001": {("2024-02-08", "happened"), ("2023", "happened")},
    "002": {
        ("2022-12-30", "happened"),
        ("2023-21", "planned"),
        ("2022-02-24", "happened"),
        ("2022-09", "happened"),
    },
    "003": {
        ("2026-02-04", "happened"),
        ("2026-01", "happened"),
        ("2026-02", "planned"),
        ("2026-01-31/2026-02-01", "happened"),
    },
    "004": {("None", "happened"), ("None", "planned")},
}


def run(number: str, published: dt.date | None = None) -> Extraction:
    from generator.reading import read

    return extract(read(FOLDER / f"article-{number}.txt", today=dt.date(2026, 11, 21), published=published))


@pytest.mark.parametrize("number", EXPECTED)
def test_an_article_gives_the_dates_that_it_reports(number: str) -> None:
    found = {(str(candidate.date), candidate.status) for candidate in run(number).candidates}
    assert found >= EXPECTED[number]


def test_a_publication_date_given_by_hand_resolves_what_waited_for_it() -> None:
    found = {(str(candidate.date), candidate.status) for candidate in run("004", dt.date(2024, 4, 10)).candidates}
    assert found == {("2024-04-09", "happened"), ("2024-06", "planned")}


def test_a_publication_date_changes_no_fingerprint() -> None:
    before = [candidate.mention for candidate in run("004").candidates]
    after = [candidate.mention for candidate in run("004", dt.date(2024, 4, 10)).candidates]
    assert before == after


def test_all_five_give_few_candidates_each_with_a_fingerprint_of_its_own() -> None:
    mentions = [candidate.mention for number in EXPECTED for candidate in run(number).candidates]
    assert 12 <= len(mentions) <= 30
    assert len(set(mentions)) == len(mentions)
