from __future__ import annotations

import datetime as dt

import pytest

from generator.dates import parse
from generator.extracting.status import planned_words, status_of

DCT = dt.date(2021, 6, 15)


@pytest.mark.parametrize(
    "clause",
    [
        "the minister is expected to visit",
        "the talks will resume",
        "the ferry was set to sail",
        "leaders plan to meet",
        "the harbour is scheduled for completion",
        "Lind is to speak",
        "before the planned summit",
    ],
)
def test_words_that_announce_make_a_plan(clause: str) -> None:
    assert planned_words(clause)


@pytest.mark.parametrize("clause", ["the minister visited", "they met the will of the people", "she was there"])
def test_other_words_do_not(clause: str) -> None:
    assert not planned_words(clause)


@pytest.mark.parametrize(
    ("clause", "when", "date", "past", "status"),
    [
        ("the ferry sank", "on Monday", "2021-06-14", True, "happened"),
        ("the ferry sank", "in July", "2021-07", True, "planned"),
        ("the ferry will sail", "later this month", "2021-06", False, "planned"),
        ("he would sail", "in May", "2021-05", False, "happened"),
        ("the race was cancelled", "on Monday", "2021-06-14", True, "cancelled"),
        ("the now-cancelled race began", "on Monday", "2021-06-14", True, "happened"),
        ("the race was postponed", "on Monday", "2021-06-14", True, "postponed"),
        ("the club called off the race", "on Monday", "2021-06-14", True, "cancelled"),
    ],
)
def test_the_status_follows_the_words_and_the_date(clause: str, when: str, date: str, past: bool, status: str) -> None:  # noqa: FBT001 a column of the table
    assert status_of(clause, when, parse(date), DCT, past=past) == status


@pytest.mark.parametrize(
    ("clause", "when", "past", "status"),
    [
        ("the conference opens", "this June", False, "planned"),
        ("the conference opened", "this June", True, "happened"),
        ("they meet", "tomorrow", False, "planned"),
        ("they met", "on Tuesday", True, "happened"),
    ],
)
def test_without_a_publication_date_the_words_alone_decide(clause: str, when: str, past: bool, status: str) -> None:  # noqa: FBT001 a column of the table
    assert status_of(clause, when, None, None, past=past) == status


def test_a_deed_of_its_date_has_happened_whatever_it_is_about() -> None:
    clause = "the council approved plans to close the school"
    assert status_of(clause, "on Monday", None, None, past=True, done=True) == "happened"
    assert status_of(clause, "on Monday", parse("2021-06-15"), DCT, past=True, done=True) == "happened"
    assert status_of(clause, "next week", None, None, past=True, done=True) == "planned"
