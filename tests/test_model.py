"""The model: the whole format is declared, and nothing else passes."""

from __future__ import annotations

import datetime as dt

import pytest
from pydantic import ValidationError

from generator.model import Event, Timeline

WHOLE = {
    "schema": "1",
    "x-note": "ours alone",
    "timeline": {
        "title": "A harbour is built",
        "language": "en",
        "license": "CC-BY-4.0",
        "scope": "All that the council decided.",
        "contact": "https://example.org/contact",
    },
    "actors": {"mayor": {"name": "Ada Berg", "aliases": ["Berg", "the mayor"]}},
    "sources": {
        "gazette-2021-05-04": {
            "title": "Harbour to open",
            "publisher": "Gazette",
            "kind": "article",
            "url": "https://example.org/harbour",
            "archived": "https://archive.example.org/harbour",
            "access": "paywall",
            "original": "agency-2021-05-04",
            "language": "en",
            "published": "2021-05-04",
            "published_basis": {"method": "byline", "words": "4 May", "confidence": "high"},
        },
        "agency-2021-05-04": {"publisher": "Agency"},
    },
    "events": [
        {
            "id": "2021-05-04-harbour-opens",
            "date": "2021-05-04",
            "time": "13:00 Europe/Oslo",
            "title": "The harbour opens",
            "summary": "It *opens*.",
            "status": "happened",
            "review": "accepted",
            "disputed": "The date.",
            "attributed_to": "the council",
            "response": "None.",
            "level": "key",
            "actors": ["mayor", "Carl Dahl"],
            "places": ["Bergen"],
            "tags": ["harbour"],
            "related": [{"id": "2020-harbour-planned", "as": "outcome"}],
            "media": {"file": "a.jpg", "alt": "Ships", "credit": "C. Dahl", "license": "CC0-1.0"},
            "translations": {"es": {"title": "Se abre el puerto", "summary": "Se abre."}},
            "citations": [
                {
                    "source": "gazette-2021-05-04",
                    "quote": "The harbour opened on Tuesday",
                    "when": "on Tuesday",
                    "from": "2021-05-04",
                    "rule": "weekday-past",
                    "date": "2021-05-04",
                    "confidence": "high",
                    "mention": "9f2c41d07a",
                }
            ],
            "corrections": [{"date": "2021-05-06", "kind": "correction", "text": "It was Tuesday."}],
            "aliases": ["2021-05-05-harbour-opens"],
            "added": "2021-05-05",
        }
    ],
    "periods": [{"title": "Building", "from": "2019", "to": "2021", "text": "Years of work."}],
    "views": [{"id": "works", "title": "Works", "text": "All works.", "tags": ["harbour"]}],
}


def test_the_whole_format_is_declared():
    timeline = Timeline.model_validate(WHOLE)
    event = timeline.events[0]
    assert event.citations[0].from_.text == "2021-05-04"
    assert event.related[0].as_ == "outcome"
    assert event.added == dt.date(2021, 5, 5)
    assert timeline.sources["gazette-2021-05-04"].published == dt.date(2021, 5, 4)


def test_three_lines_are_an_event_that_is_published():
    event = Event.model_validate({"date": "2026-02-04", "title": "They speak", "source": "https://example.org/story"})
    assert (event.published, event.status, event.level) == (True, "happened", "normal")


def test_an_event_is_found_by_each_id_that_it_used_to_have():
    timeline = Timeline.model_validate(WHOLE)
    assert timeline.by_id["2021-05-05-harbour-opens"] is timeline.by_id["2021-05-04-harbour-opens"]


@pytest.mark.parametrize("value", ["[2022-02,2023-02]", ["2022-02", "2023-02"]])
def test_one_of_a_set_may_stand_with_or_without_quotes(value):
    assert Event(date=value).date.kind == "set"


@pytest.mark.parametrize(
    ("where", "change"),
    [
        (("schema",), {"schema": "2"}),
        (("titel",), {"titel": "x"}),
        (("events", 0, "date"), {"events": [{"date": "2022-6-31"}]}),
        (("events", 0, "date"), {"events": [{"date": True}]}),
        (("events", 0, "citations", 0, "frm"), {"events": [{"citations": [{"source": "a", "frm": "2022"}]}]}),
        (("events", 0, "status"), {"events": [{"status": "hapened"}]}),
        (("sources", "a", "url"), {"sources": {"a": {"url": "javascript:alert(1)"}}}),
        (("sources", "A b", "[key]"), {"sources": {"A b": {}}}),
    ],
)
def test_a_fault_is_found_where_it_stands(where, change):
    with pytest.raises(ValidationError) as caught:
        Timeline.model_validate(change)
    assert [error["loc"] for error in caught.value.errors()] == [where]
