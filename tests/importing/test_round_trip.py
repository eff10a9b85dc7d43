"""Out and in again: what a format can say comes back as it was."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.curating.admit import Policy, admit
from generator.curating.check import check_loaded
from generator.curating.faults import errors
from generator.curating.load import load_text
from generator.dates import Precision, parse
from generator.importing.files import read_batch
from generator.model import Event, Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.open_data.calendars import calendar
from generator.publishing.open_data.tables import citations_csv, events_csv
from generator.publishing.open_data.timelinejs import timelinejs
from generator.publishing.site_info import SiteInfo

TODAY = dt.date(2026, 11, 21)
SITE = SiteInfo(url="https://bridge.example/timeline/", name="The bridge", today=TODAY)

SAID_ALIKE = [
    *("2022", "2022-05", "2022-05-03", "2022-21", "2022-24", "2022-29", "2022-34", "2022-41", "199X", "19XX"),
    *("2022-05~", "2022?", "2022-05-03%", "2022-05-03/2022-05-05", "2022-01-31/2022-02-01", "2022-04/2022-05"),
    *("2019/2021", "2021-05/2022", "2022-05-03/..", "../2022-05", "[2022-02,2023-02]", "2021-12-31/2022-01-02"),
]
"""Dates that the exports say in words that come back as the same date."""

BEFORE_OUR_ERA = ["-0043", "-0043-03-15", "0000", "-0050/-0043", "0079", "Y17000", "Y-13799999999"]

words = st.text(alphabet="abcdefgh", min_size=1, max_size=8)
names = st.lists(words, max_size=2, unique=True)
titles = st.lists(words, min_size=2, max_size=5).map(" ".join)


@st.composite
def timelines(draw: st.DrawFn, dates: list[str]) -> Timeline:
    """A small timeline, each of its events with a source."""
    events, sources = [], {}
    for number in range(draw(st.integers(1, 4))):
        date = parse(draw(st.sampled_from(dates)))
        one_day = date.kind == "single" and date.precision == Precision.DAY
        key = f"paper-{number}"
        sources[key] = {"title": draw(titles), "url": f"https://paper.example/{number}", "publisher": draw(titles)}
        events.append(
            {
                "id": f"{number}-event",
                "date": date,
                "time": draw(st.sampled_from([None, "09:30 Europe/Berlin"])) if one_day else None,
                "title": draw(titles),
                "summary": draw(st.one_of(st.none(), titles)),
                "status": draw(st.sampled_from(["happened", "planned", "postponed", "cancelled"])),
                "level": draw(st.sampled_from(["key", "normal", "background"])),
                "disputed": draw(st.one_of(st.none(), titles)),
                "actors": draw(names),
                "places": draw(st.lists(words, max_size=1)),
                "tags": draw(names),
                "citations": [{"source": key, "quote": draw(titles), "confidence": "high"}],
            }
        )
    return Timeline.model_validate({"timeline": {"title": draw(titles)}, "events": events, "sources": sources})


def brought_back(files: dict[str, bytes]) -> Timeline:
    """What comes of the first of some files when it is imported into a timeline that does not exist yet."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        path = Path(folder) / "events.yaml"
        batch = read_batch(Path(folder) / next(iter(files)))
        admission = admit(path, None, frozenset(), batch, Policy(accept=True, update=False, today=TODAY))
        assert admission.new_text is not None
        loaded = load_text(admission.new_text, path)
        assert not errors(check_loaded(loaded, today=TODAY))
        again = admit(path, loaded, admission.mentions, batch, Policy(accept=True, update=True, today=TODAY))
        assert (again.new_text, again.changed) == (None, []), "a second import changes nothing"
    assert loaded.timeline is not None
    return loaded.timeline


def told(timeline: Timeline, *fields: str) -> dict[str | None, dict[str, Any]]:
    """Some fields of each event, by its id."""
    return {event.id: {field: _plain(event, field) for field in fields} for event in timeline.events}


def _plain(event: Event, field: str) -> Any:
    value = getattr(event, field)
    return value.text if field == "date" and value else value


FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(timelines(SAID_ALIKE + BEFORE_OUR_ERA + ["2022-1X", "2022-12-2X"]))
def test_our_tables_lose_nothing(timeline):
    atlas = Atlas(timeline, SITE)
    back = brought_back({"events.csv": events_csv(atlas), "citations.csv": citations_csv(atlas)})
    fields = (
        "date",
        "time",
        "title",
        "summary",
        "status",
        "level",
        "disputed",
        "actors",
        "places",
        "tags",
        "citations",
    )
    assert told(back, *fields) == told(timeline, *fields)
    assert back.sources == timeline.sources


@FEW
@given(timelines(SAID_ALIKE + BEFORE_OUR_ERA))
def test_the_slides_of_our_timelinejs_lose_no_date_text_status_or_first_tag(timeline):
    back = brought_back({"timelinejs.json": timelinejs(Atlas(timeline, SITE))})
    fields = ("date", "title", "summary", "status", "disputed")
    assert told(back, *fields) == told(timeline, *fields)
    assert [event.tags for event in _ordered(back)] == [event.tags[:1] for event in _ordered(timeline)]
    assert back.timeline.title == timeline.timeline.title


@FEW
@given(timelines(SAID_ALIKE))
def test_our_calendars_lose_no_date_time_title_text_status_place_or_tag(timeline):
    back = brought_back({"calendar.ics": calendar(Atlas(timeline, SITE))})
    fields = ("date", "time", "title", "summary", "status", "places", "tags")
    assert told(back, *fields) == told(timeline, *fields)


def _ordered(timeline: Timeline) -> list[Event]:
    return sorted(timeline.events, key=lambda event: event.id or "")


@pytest.mark.parametrize(("begin", "end"), [("2023", "2025"), ("2023-05", "2024-02"), ("2023-05-03", "2023-12-31")])
def test_a_period_comes_back_from_the_eras_of_our_timelinejs(begin, end):
    event = {"id": "1-event", "date": "2023-06-03", "title": "Bridge opens", "source": "https://paper.example/1"}
    period = {"title": "Years of building", "from": begin, "to": end, "text": "From crane to span, for < 5 * 3 years."}
    timeline = Timeline.model_validate({"events": [event], "periods": [period]})
    back = brought_back({"timelinejs.json": timelinejs(Atlas(timeline, SITE))})
    assert back.periods == timeline.periods


def test_the_sentence_of_a_timeline_comes_back_from_the_title_of_our_timelinejs():
    event = {"id": "1-event", "date": "2022", "title": "Bridge opens", "source": "https://paper.example/1"}
    info = {"title": "The bridge", "text": "How it was built, & why.", "license": "CC-BY-4.0"}
    timeline = Timeline.model_validate({"timeline": info, "events": [event]})
    back = brought_back({"timelinejs.json": timelinejs(Atlas(timeline, SITE))})
    assert (back.timeline.title, back.timeline.text) == ("The bridge", "How it was built, & why.")


@pytest.mark.parametrize(
    ("name", "made"), [("events.csv", events_csv), ("timelinejs.json", timelinejs), ("calendar.ics", calendar)]
)
def test_what_a_site_publishes_differs_in_nothing_from_the_timeline_that_it_is_made_from(tmp_path, name, made):
    event = {
        "id": "1-event",
        "date": "2022",
        "title": "Bridge opens",
        "summary": "The **mayor** came, and [the band](https://paper.example/band); <5 boats.\n\n- one\n- two",
        "actors": ["okafor", "the council"],
        "source": "https://paper.example/1",
    }
    actors = {"okafor": {"name": "Ada Okafor"}, "council": {"name": "Town Council", "aliases": ["the council"]}}
    timeline = Timeline.model_validate({"actors": actors, "events": [event]})
    (tmp_path / name).write_bytes(made(Atlas(timeline, SITE)))
    loaded = load_text(
        json.dumps(timeline.model_dump(mode="json", by_alias=True, exclude_none=True)), tmp_path / "e.yaml"
    )
    batch = read_batch(tmp_path / name)
    admission = admit(tmp_path / "e.yaml", loaded, frozenset(), batch, Policy(accept=False, update=False, today=TODAY))
    assert (admission.added, admission.changed) == ([], [])


def test_corrections_come_back_from_our_table():
    corrections = [
        {"date": "2022-06-01", "kind": "correction", "text": "It was May; not June."},
        {"date": "2022-07-01", "kind": "update", "text": "It is open: 1; 2."},
    ]
    event = {"id": "1-event", "date": "2022", "title": "Bridge opens", "corrections": corrections}
    timeline = Timeline.model_validate({"events": [event]})
    back = brought_back({"events.csv": events_csv(Atlas(timeline, SITE))})
    assert back.events[0].corrections == timeline.events[0].corrections


def test_a_source_of_which_only_the_key_is_known_is_named_and_not_made_up(tmp_path):
    timeline = Timeline.model_validate(
        {
            "events": [
                {"id": "1-event", "date": "2022", "title": "Bridge opens", "citations": [{"source": "gazette"}]}
            ],
            "sources": {"gazette": {"title": "The opening"}},
        }
    )
    (tmp_path / "events.csv").write_bytes(events_csv(Atlas(timeline, SITE)))
    batch = read_batch(tmp_path / "events.csv")
    admission = admit(tmp_path / "t.yaml", None, frozenset(), batch, Policy(accept=True, update=False, today=TODAY))
    assert [remark.what for remark in admission.remarks] == [
        "nothing but a key is known of its source gazette, which is not kept",
        "without a source it cannot be accepted, and waits as a candidate",
    ]


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"date": "2022-05-03", "time": "09:30 Europe/Berlin"}, "Bridge opens"),
        ({"date": "2022-05-03?", "status": "cancelled", "disputed": "Some say so."}, "Bridge opens"),
        ({"date": "2022-05", "status": "postponed"}, "Bridge · opens"),
    ],
)
def test_an_entry_of_our_calendars_loses_what_its_title_says_besides(fields, title):
    timeline = Timeline.model_validate({"events": [{"id": "1-event", "title": title, **fields}]})
    back = brought_back({"calendar.ics": calendar(Atlas(timeline, SITE))})
    assert told(back, "date", "time", "title", "status") == told(timeline, "date", "time", "title", "status")


def read_back(language):
    """An event of May 2022, from a calendar of ours in a language."""
    event = {"id": "1-event", "date": "2022-05", "title": "Die Brücke öffnet"}
    timeline = Timeline.model_validate({"timeline": {"language": language}, "events": [event]})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "calendar.ics"
        path.write_bytes(calendar(Atlas(timeline, SITE)))
        return read_batch(path)


@pytest.mark.parametrize("language", ["de", "es", "fr", "ru"])
def test_a_calendar_of_ours_in_a_language_whose_months_are_known_keeps_them(language):
    assert read_back(language).drafts[0].date == parse("2022-05")


def test_a_calendar_of_ours_in_another_language_keeps_its_days_and_says_what_it_does_not():
    batch = read_back("zh")
    assert batch.drafts[0].date == parse("2022-05-01/2022-05-31")
    assert "the words of its date" in batch.remarks[0].what
