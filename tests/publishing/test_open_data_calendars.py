"""Calendars, read with the library that others read them with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from generator.model import Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.drafts import made
from generator.publishing.editions import editions
from generator.publishing.open_data.calendars import calendar
from generator.publishing.open_data.content_lines import content_line, list_of, text_of
from generator.publishing.open_data.files import open_data_files
from generator.publishing.site_info import SiteInfo


def entries(content: bytes) -> dict[str, Any]:
    """The entries of a calendar, by their titles up to the first dot between words."""
    found = Calendar.from_ical(content)
    return {str(each["SUMMARY"]).split(" · ")[0]: each for each in found.walk("VEVENT")}


@pytest.fixture(scope="module")
def whole(harbour: Timeline, site: SiteInfo) -> bytes:
    return calendar(Atlas(harbour, site))


def test_a_calendar_says_what_and_where_it_is(whole: bytes) -> None:
    found = Calendar.from_ical(whole)
    assert str(found["NAME"]) == str(found["X-WR-CALNAME"]) == "The harbour bridge"
    assert str(found["SOURCE"]) == "https://bridge.example/timeline/calendar.ics"
    assert str(found["URL"]) == "https://bridge.example/timeline/"
    assert str(found["VERSION"]) == "2.0"
    # What is published by a method names its organiser (RFC 5546, section 3.2.1), and nobody organises the past.
    assert "METHOD" not in found


@pytest.mark.parametrize(
    ("date", "first", "behind"),
    [
        ("2022-12-30", (2022, 12, 30), (2022, 12, 31)),
        ("2022-12-31", (2022, 12, 31), (2023, 1, 1)),
        ("2022-02", (2022, 2, 1), (2022, 3, 1)),
        ("2022-24", (2022, 12, 1), (2023, 3, 1)),
        ("2022", (2022, 1, 1), (2023, 1, 1)),
        ("199X", (1990, 1, 1), (2000, 1, 1)),
        ("2022-03/2022-05", (2022, 3, 1), (2022, 6, 1)),
        ("[2022-02,2023-02]", (2022, 2, 1), (2023, 3, 1)),
        ("2022-03/..", (2022, 3, 1), (2022, 4, 1)),
        ("../2022-03", (2022, 3, 1), (2022, 4, 1)),
        ("0001", (1, 1, 1), (2, 1, 1)),
        ("9998", (9998, 1, 1), (9999, 1, 1)),
    ],
)
def test_a_date_is_all_days_that_it_may_mean(
    atlas_of: Callable[..., Atlas], date: str, first: tuple[int, int, int], behind: tuple[int, int, int]
) -> None:
    (found,) = entries(calendar(atlas_of(date=date))).values()
    assert found["DTSTART"].dt == dt.date(*first)
    assert found["DTEND"].dt == dt.date(*behind)


@pytest.mark.parametrize("date", ["0000", "-0043", "Y12345", "9999-12-31", "-0001/2022", None])
def test_what_a_calendar_cannot_say_is_left_out_and_counted(atlas_of: Callable[..., Atlas], date: str | None) -> None:
    content = calendar(atlas_of(date=date, timeline={"text": "What is told."}))
    assert entries(content) == {}
    description = str(Calendar.from_ical(content)["DESCRIPTION"])
    assert description == "What is told. 1 event is left out: a calendar cannot say its date."


@pytest.mark.parametrize(
    ("date", "title"),
    [
        ("2022-12-30", "Something happens"),
        ("2022-12-30~", "Something happens · about 30 December 2022"),
        ("2022-02", "Something happens · February 2022"),
        ("2022-02/..", "Something happens · since February 2022"),
        ("2023-21", "Something happens · spring 2023"),
    ],
)
def test_a_title_says_a_date_that_is_no_single_day(atlas_of: Callable[..., Atlas], date: str, title: str) -> None:
    (found,) = Calendar.from_ical(calendar(atlas_of(date=date))).walk("VEVENT")
    assert str(found["SUMMARY"]) == title


@pytest.mark.parametrize(
    ("status", "said", "word"),
    [
        ("happened", "CONFIRMED", ""),
        ("planned", "TENTATIVE", " · Planned"),
        ("postponed", "TENTATIVE", " · Postponed"),
        ("cancelled", "CANCELLED", " · Cancelled"),
    ],
)
def test_a_status_is_one_of_the_standard_and_a_word(
    atlas_of: Callable[..., Atlas], status: str, said: str, word: str
) -> None:
    (found,) = Calendar.from_ical(calendar(atlas_of(date="2043-05-06", status=status))).walk("VEVENT")
    assert str(found["STATUS"]) == said
    assert str(found["SUMMARY"]) == f"Something happens{word}"


def test_an_entry_has_its_words_its_filing_and_its_address(whole: bytes) -> None:
    found = entries(whole)["Council approves the harbour bridge"]
    assert found["DTSTART"].dt == dt.date(2021, 3, 4)
    assert str(found["URL"]) == "https://bridge.example/timeline/events/2021-03-04-council-approves-bridge/"
    assert found.categories == ["decision", "money"]
    assert str(found["LOCATION"]) == "Fernhaven"
    first, summary, status, credit, address = str(found["DESCRIPTION"]).split("\n\n")
    assert first == "4 March 2021 19:30 Europe/London"
    assert summary.startswith("The council voted 14 to 3")
    assert status == "Happened, as 2 independent sources report."
    assert credit.endswith("2 independent sources")
    assert address == str(found["URL"])


def test_its_stamps_are_those_of_the_record(whole: bytes) -> None:
    found = entries(whole)["Council approves the harbour bridge"]
    assert found["DTSTAMP"].dt == found["LAST-MODIFIED"].dt == dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
    assert found["CREATED"].dt == dt.datetime(2026, 10, 1, tzinfo=dt.UTC)
    assert found["SEQUENCE"] == 1


def test_what_an_entry_is_known_by_stays_when_it_changes(atlas_of: Callable[..., Atlas]) -> None:
    before, after = (
        next(iter(entries(calendar(atlas_of(date=date, title=title))).values()))
        for date, title in [("2022-02", "Before"), ("2022-03-04", "After")]
    )
    assert str(before["UID"]) == str(after["UID"])


@pytest.mark.parametrize("url", ["", "https://bridge.example/timeline/"])
def test_entries_are_known_apart_among_each_other_and_between_editions(
    harbour: Timeline, site: SiteInfo, url: str
) -> None:
    known = [
        str(each["UID"])
        for edition in editions(harbour, replace(site, url=url), ["es"])
        for each in entries(calendar(Atlas(edition.timeline, edition.site))).values()
    ]
    assert len(known) == len(set(known)) > 2


def test_each_part_that_is_followed_has_a_calendar(harbour: Timeline, site: SiteInfo) -> None:
    atlas = Atlas(harbour, site)
    found = {path: content for path, content in made(open_data_files(atlas)) if path.endswith(".ics")}
    assert {"calendar.ics", "tags/money/calendar.ics", "actors/okafor/calendar.ics"} <= set(found)
    assert {"places/fernhaven/calendar.ics", "years/2021/calendar.ics"} <= set(found)
    assert set(entries(found["places/fernhaven/calendar.ics"])) == {"Council approves the harbour bridge"}
    assert str(Calendar.from_ical(found["tags/money/calendar.ics"])["NAME"]) == "The harbour bridge: money"


def test_without_an_address_an_entry_has_no_link(harbour: Timeline, bare_site: SiteInfo) -> None:
    content = calendar(Atlas(harbour, bare_site))
    assert b"URL" not in content
    assert b"//bridge" not in content


def test_a_calendar_of_no_events_is_one(site: SiteInfo) -> None:
    assert entries(calendar(Atlas(Timeline(), site))) == {}


def test_no_line_is_longer_than_75_octets_and_each_ends_as_the_standard_asks(whole: bytes) -> None:
    assert whole.endswith(b"END:VCALENDAR\r\n")
    lines = whole.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not [line for line in lines if b"\n" in line or b"\r" in line]
    for line in lines:
        assert line.decode() is not None, "no fold cuts a character in two"


@given(st.text(st.characters(exclude_categories=("C",)), max_size=300))
def test_a_text_is_read_as_it_was_written(text: str) -> None:
    lines = ("BEGIN:VEVENT\r\n", content_line("SUMMARY", text_of(text)), "END:VEVENT\r\n")
    assert all(len(line.encode()) <= 75 for line in lines[1].split("\r\n"))
    (found,) = Calendar.from_ical("".join(lines), multiple=True)
    assert str(found["SUMMARY"]) == text


def test_a_text_of_several_lines_and_marks_is_read_as_it_was_written() -> None:
    text = "a; b, c\\n\nline “two”: " + "ö" * 100
    (found,) = Calendar.from_ical(
        f"BEGIN:VEVENT\r\n{content_line('DESCRIPTION', text_of(text))}END:VEVENT\r\n", multiple=True
    )
    assert str(found["DESCRIPTION"]) == text


def test_values_of_a_list_keep_their_commas_apart() -> None:
    line = content_line("CATEGORIES", list_of(["war, peace", "trade"]))
    (found,) = Calendar.from_ical(f"BEGIN:VEVENT\r\n{line}END:VEVENT\r\n", multiple=True)
    assert found.categories == ["war, peace", "trade"]


def test_no_text_can_add_a_property(atlas_of: Callable[..., Atlas]) -> None:
    evil = "x\r\nATTACH:https://evil.example/\r\nBEGIN:VALARM"
    content = calendar(atlas_of(date="2022", title=evil, summary=evil, tags=[evil], places=[evil], time=evil))
    (found,) = Calendar.from_ical(content).walk("VEVENT")
    assert "ATTACH" not in found
    assert not found.subcomponents
