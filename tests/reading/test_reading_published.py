"""The publication date: its evidence, how clues are weighed, and that nothing is invented."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.reading.article import PublishedDate
from generator.reading.calendar_dates import find_dates
from generator.reading.lines import split
from generator.reading.publication import find_published
from generator.reading.txt import read_txt
from generator.reading.weekdays import find_mentions, verdict

TODAY = dt.date(2026, 11, 21)
TITLE = "Ferries run again in the north"
PLAIN = "The northern ferries will run again, the shipping company said after long talks with the union."
FRIDAY = "The northern ferries ran again on Friday, after a strike that had stopped them for three weeks."
WEDNESDAY = FRIDAY.replace("Friday", "Wednesday")


def published(text: str) -> PublishedDate | None:
    return find_published(read_txt(text, "a.txt", TODAY), TODAY)


@pytest.mark.parametrize(
    ("text", "day", "method", "confidence"),
    [
        (f"{TITLE}\nPublished on Mar 05, 2021 03:49 PM IST\n{PLAIN}", "2021-03-05", "byline", "high"),
        (f"{TITLE}\nUpdated: 5 March 2021\n{PLAIN}", "2021-03-05", "byline", "high"),
        (f"date 2021-03-05 Home / North / {TITLE}\n{TITLE}\n{PLAIN}", "2021-03-05", "byline", "high"),
        (f"{TITLE}\n• March 5, 2021\n{PLAIN}", "2021-03-05", "byline", "high"),
        (f"{TITLE}\nPubliziert\nVeröffentlicht am 5. März 2021\n{PLAIN}", "2021-03-05", "byline", "high"),
        (f"OSLO, March 5, 2021 (AFP) - {PLAIN}", "2021-03-05", "dateline", "high"),
        (
            f"{PLAIN}\nA crowd greets the first ship at the pier, Friday, March 5, 2021.",
            "2021-03-05",
            "caption",
            "medium",
        ),
        (f"{PLAIN}\nFriday, March 5, 2021", "2021-03-05", "byline", "low"),
        (f"Published\nMarch 5, 2021\n{TITLE}\n{PLAIN}", "2021-03-05", "byline", "high"),
        (f"{TITLE}\nMarch 5, 20217:15 AM GMT+1Updated 3 hours ago\n{PLAIN}", "2021-03-05", "byline", "high"),
        (f"{TITLE}\nTue 2 Mar 2021\nUpdated: 3 Mar 2021\n{PLAIN}", "2021-03-02", "byline", "high"),
        (f"{TITLE}\nStand: 05.03.2021 10:15 Uhr\n{PLAIN}", "2021-03-05", "byline", "high"),
        (f"{PLAIN} This story was first published on March 5, 2021.", "2021-03-05", "byline", "high"),
    ],
)
def test_each_place_of_a_page_gives_its_date(text: str, day: str, method: str, confidence: str) -> None:
    found = published(text)
    assert found is not None
    assert (found.value.isoformat(), found.method, found.confidence) == (day, method, confidence)


def test_the_words_of_the_page_are_the_evidence() -> None:
    found = published(f"{TITLE}\nPublished on Mar 05, 2021 03:49 PM IST\n{PLAIN}")
    assert found is not None
    assert found.words == "Published on Mar 05, 2021"


def test_a_date_that_the_weekdays_confirm_beats_the_date_of_the_page() -> None:
    found = published(f"May 13, 2025\n{TITLE}\n• March 5, 2021\n{FRIDAY}")
    assert found is not None
    assert found.value == dt.date(2021, 3, 5)
    assert found.reason == (
        "the text says “on Friday”, and 5 March 2021 was a Friday; "
        "“May 13, 2025” is on the page too, but no weekday of the text agrees with it"
    )


def test_a_byline_that_the_weekdays_contradict_loses_to_a_caption_that_they_confirm() -> None:
    caption = "A crowd greets the first ship at the pier, Friday, March 5, 2021."
    found = published(f"{TITLE}\nPublished: March 9, 2022\n{FRIDAY}\n{caption}")
    assert found is not None
    assert (found.value, found.method) == (dt.date(2021, 3, 5), "caption")


def test_a_byline_alone_is_believed_against_the_weekdays_but_less() -> None:
    found = published(f"{TITLE}\nPublished: March 3, 2021\n{FRIDAY}")
    assert found is not None
    assert (found.value, found.confidence) == (dt.date(2021, 3, 3), "medium")
    assert "but 3 March 2021 was a Wednesday" in found.reason


def test_the_day_after_a_weekday_is_confirmed_too() -> None:
    found = published(f"{TITLE}\nPublished: March 6, 2021\n{FRIDAY}")
    assert found is not None
    assert "was the day after that, a Saturday" in found.reason


def test_a_date_of_mere_furniture_that_the_weekdays_contradict_is_no_evidence() -> None:
    assert published(f"March 2, 2021\n{TITLE}\n{FRIDAY}") is None


def test_a_date_after_today_is_never_taken() -> None:
    assert published(f"{TITLE}\nPublished on Mar 05, 2027\n{PLAIN}") is None


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        FRIDAY,
        f"{TITLE} 02/04 06:20\n{PLAIN}",
        f"OSLO, Feb. 4 (Reuters) - {PLAIN}",
        f"{PLAIN}\nCopyright 2021 Harbour Herald",
        f"{PLAIN} It had stopped them on Friday, March 5, 2021.",
        f"{PLAIN}\nFILE - A crowd greets the first ship at the pier, Friday, March 5, 2021.",
    ],
)
def test_without_evidence_there_is_no_date(text: str) -> None:
    assert published(text) is None


def test_a_day_without_a_year_is_of_the_latest_year_in_which_the_weekday_fits() -> None:
    found = published(f"{TITLE} 02/04 06:20\nOSLO (AP) -- {WEDNESDAY}")
    assert found == PublishedDate(
        dt.date(2026, 2, 4),
        "weekday",
        "02/04",
        "low",
        "2026 is the latest year, not after 21 November 2026, in which 4 February is a Wednesday; "
        "with day and month in the other order it would be 2 April 2025",
    )


def test_without_an_american_agency_the_day_comes_first() -> None:
    found = published(f"{TITLE} 02/04 06:20\n{WEDNESDAY}")
    assert found is not None
    assert found.value == dt.date(2025, 4, 2)


def test_the_other_order_counts_where_only_it_is_a_day() -> None:
    found = published(f"{TITLE} 25/02 06:20\nOSLO (AP) -- {WEDNESDAY}")
    assert found is not None
    assert found.value == dt.date(2026, 2, 25)
    assert "other order" not in found.reason


def test_a_dateline_without_a_year_is_completed_by_the_weekday() -> None:
    found = published(f"OSLO, Feb. 4 (Reuters) - {WEDNESDAY}")
    assert found is not None
    assert (found.value, found.method) == (dt.date(2026, 2, 4), "weekday")


def test_a_leap_day_is_found_however_far_back() -> None:
    found = published(f"OSLO, Feb. 29 (Reuters) - {FRIDAY}")
    assert found is not None
    assert found.value == dt.date(2008, 2, 29)


def test_the_weekday_settles_the_order_of_day_and_month() -> None:
    found = published(f"{TITLE}\nPublished: 05/03/2021\n{FRIDAY}")
    assert found is not None
    assert (found.value, found.confidence) == (dt.date(2021, 3, 5), "high")


def test_an_order_that_nothing_settles_is_low_confidence_and_names_the_other_day() -> None:
    found = published(f"{TITLE}\nPublished: 05/03/2021 07:15\n{PLAIN}")
    assert found is not None
    assert (found.value, found.confidence) == (dt.date(2021, 3, 5), "low")
    assert "in the other order it would be 3 May 2021" in found.reason


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("It sank on Friday.", [4]),
        ("It sank this Friday, he said Monday.", [4, 0]),
        ("It sank last Friday and returns next Monday.", []),
        ("Prices fell on Black Friday, of a Monday.", [4]),
        ("It sank on Friday, March 5, 2021.", []),
        ("It sank Friday, March 5, 2021.", []),
    ],
)
def test_weekdays_that_tell_the_day_of_writing_are_found(text: str, weekdays: list[int]) -> None:
    assert [mention.weekday for mention in find_mentions(split(text))] == weekdays


@pytest.mark.parametrize(
    ("day", "expected"),
    [(5, "confirmed"), (6, "confirmed"), (7, "open"), (8, "open"), (9, "contradicted"), (11, "contradicted")],
)
def test_a_date_is_judged_by_how_far_back_the_weekday_lies(day: int, expected: str) -> None:
    assert verdict(dt.date(2021, 3, day), find_mentions(split("It sank on Friday."))) == expected


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Dec 30, 2022", ["2022-12-30"]),
        ("Fri 30th of December 2022", ["2022-12-30"]),
        ("30-Dec-2022", ["2022-12-30"]),
        ("2022/12/30 and 2022-12-31", ["2022-12-30", "2022-12-31"]),
        ("30.12.2022", ["2022-12-30"]),
        ("2022年12月30日", ["2022-12-30"]),
        ("30 de diciembre de 2022", ["2022-12-30"]),
        ("30 décembre 2022", ["2022-12-30"]),
        ("30 chairs, 2022", []),
        ("30 chairs 2022", []),
        ("Feb 30, 2022", []),
        ("40/40/2022", []),
        ("at 10 in 2022", []),
    ],
)
def test_explicit_dates_are_found_in_the_usual_spellings(text: str, days: list[str]) -> None:
    assert [span.days[0].isoformat() for span in find_dates(text, foreign=True)] == days
