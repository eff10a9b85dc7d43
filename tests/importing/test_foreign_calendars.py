"""Calendars as Google, Outlook and Apple write them."""

from __future__ import annotations

from pathlib import Path

import icalendar
import pytest

from generator.errors import ForeignFileError
from generator.importing.files import read_batch

DATA = Path(__file__).parent / "data"


def told(batch):
    return {draft.title: (draft.date and draft.date.text, draft.time, draft.status) for draft in batch.drafts}


def remarks(batch, entry):
    return [remark.what for remark in batch.remarks if remark.where.endswith(f":{entry}")]


def test_a_calendar_of_google_is_read():
    batch = read_batch(DATA / "google.ics")
    title = "Harbour days, with a parade of boats from all of the towns along the sound"
    assert batch.title == "Harbour dates"
    assert told(batch) == {
        title: ("2022-05-03/2022-05-05", "", "planned"),
        "Council meets": ("2022-06-01", "19:00 Europe/Berlin", ""),
    }
    days = batch.drafts[0]
    assert days.summary == "Three days of **boats**\n\nand [music](https://harbour.example/days)"
    assert days.places == ("Port Elm, the quay",)


def test_what_a_timeline_has_no_place_for_is_named():
    assert remarks(read_batch(DATA / "google.ics"), 2) == [
        "the time of its end, 20:30, is not kept",
        "the rule by which it comes again is not kept",
        "who is invited is not kept",
        "its alarm is not kept",
    ]


def test_a_calendar_of_outlook_is_read():
    batch = read_batch(DATA / "outlook.ics")
    assert told(batch) == {
        "Dredging of the basin": ("2022-05-03/2022-05-05", "", ""),
        "Regatta": ("2022-07-10", "12:00 UTC", "cancelled"),
    }
    assert batch.drafts[0].tags == ("Port", "Storm")
    assert [source.url for source in batch.drafts[1].sources] == ["https://regatta.example/2022"]
    assert "its tasks (1) are not read" in [remark.what for remark in batch.remarks]


def test_a_calendar_of_apple_is_read_and_what_is_damaged_in_it_named():
    batch = read_batch(DATA / "apple.ics")
    assert told(batch) == {
        "Lighthouse lit": ("2022-05-03", "", ""),
        "Bell rings": ("2022-05-04", "08:30", ""),
        "No day": (None, "", ""),
        "Backwards": ("2022-05-10", "", ""),
        "Council meets later": ("2022-06-09", "", ""),
    }
    assert remarks(batch, 1) == ["its coordinates are not kept", "“message://x” is no web address, and no source"]
    assert remarks(batch, 3) == ["it has no date that can be read"]
    assert remarks(batch, 4) == ["its end, 2022-05-01, is before its beginning, and is not kept"]
    assert remarks(batch, 5) == ["it has no title, and is left out"]


def test_a_moved_day_of_a_repeated_event_is_not_taken_for_the_event():
    assert read_batch(DATA / "apple.ics").drafts[-1].uid == "council 2022-06-08"


@pytest.mark.parametrize("text", ["BEGIN:VCALENDAR\n", "BEGIN:VEVENT\nEND:VEVENT\n", "nothing", "BEGIN:\n:\n"])
def test_what_is_no_calendar_is_refused(tmp_path, text):
    path = tmp_path / "a.ics"
    path.write_text(text)
    with pytest.raises(ForeignFileError, match="no calendar"):
        read_batch(path)


def test_the_calendars_that_a_library_of_others_is_tested_by_are_read_or_refused_in_words():
    """Exports of many programs, and damaged ones; pieces of calendars, which these tests hold too, are none."""
    calendars = [
        path
        for path in sorted((Path(icalendar.__file__).parent / "tests").rglob("*.ics"))
        if path.read_bytes().lstrip().startswith(b"BEGIN:VCALENDAR")
    ]
    if not calendars:
        pytest.skip("this version of icalendar brings no calendars of its tests")
    read, refused = [], []
    for path in calendars:
        try:
            read.append(read_batch(path))
        except ForeignFileError as error:
            refused.append(str(error))
    assert len(read) > 0.8 * len(calendars)
    assert sum(len(batch.drafts) for batch in read) > 50
    assert all(" — " in each for each in refused)


def test_a_zone_with_the_name_of_a_program_before_it_is_the_zone_behind_it(tmp_path):
    text = (DATA / "google.ics").read_text().replace("TZID=Europe/Berlin", "TZID=/harbour.example/2/Europe/Berlin")
    assert "/harbour.example/2/Europe/Berlin" in text
    file = tmp_path / "zones.ics"
    file.write_text(text)
    assert told(read_batch(file))["Council meets"] == ("2022-06-01", "19:00 Europe/Berlin", "")


CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{whole}BEGIN:VEVENT\r\nUID:1\r\n{event}END:VEVENT\r\nEND:VCALENDAR\r\n"


def test_a_letter_that_a_program_cut_in_two_is_whole_again(tmp_path):
    event = "SUMMARY:Überraschung am Kai\r\nDTSTART;VALUE=DATE:20220503\r\n"
    text = CALENDAR.format(whole="", event=event).encode()
    cut = text.index("Ü".encode()) + 1
    file = tmp_path / "a.ics"
    file.write_bytes(text[:cut] + b"\r\n " + text[cut:])
    batch = read_batch(file)
    assert (batch.drafts[0].title, batch.remarks) == ("Überraschung am Kai", ())


def test_a_calendar_in_utf_16_keeps_letters_whose_bytes_look_like_a_fold(tmp_path):
    file = tmp_path / "a.ics"
    title = "Two\N{ZERO WIDTH JOINER}ferries\N{HAIR SPACE}meet"
    event = f"SUMMARY:{title}\r\nDTSTART;VALUE=DATE:20220503\r\n"
    file.write_bytes(CALENDAR.format(whole="", event=event).encode("utf-16"))
    assert [draft.title for draft in read_batch(file).drafts] == [" ".join(title.split())]


def test_blank_lines_and_one_long_word_are_read_in_a_time_by_their_length(tmp_path):
    file = tmp_path / "a.ics"
    event = f"SUMMARY:{'x' * 300_000} Überraschung\r\n" + "\n" * 300_000 + "DTSTART;VALUE=DATE:20220503\r\n"
    file.write_bytes(CALENDAR.format(whole="", event=event).encode("cp1252"))
    assert "“Überraschung”" in read_batch(file).remarks[0].what


def test_what_the_calendar_is_about_is_kept_and_what_is_private_is_named(tmp_path):
    file = tmp_path / "a.ics"
    event = "SUMMARY:x\r\nDTSTART;VALUE=DATE:20220503\r\nCLASS:PRIVATE\r\nORGANIZER:mailto:a@b.example\r\n"
    file.write_text(CALENDAR.format(whole="X-WR-CALDESC:All that happens\r\n", event=event), newline="")
    batch = read_batch(file)
    assert batch.text == "All that happens"
    assert remarks(batch, 1) == ["who invites is not kept", "it is marked as private: publish it only if you may"]


def test_a_line_that_is_no_property_and_a_property_that_is_damaged_are_named(tmp_path):
    file = tmp_path / "a.ics"
    event = "SUMMARY:x\r\nDESCRIPTION:first\r\nsecond line\r\nDTSTART;VALUE=DATE:20220503\r\nDURATION:1 hour\r\n"
    file.write_text(CALENDAR.format(whole="", event=event), newline="")
    assert remarks(read_batch(file), 1) == [
        "a line of it cannot be read, and is not kept",
        "its duration cannot be read, and is not kept",
    ]
