from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from generator.curating.load import load_text
from generator.curating.propose import Outcome, Run
from generator.errors import FaultyTimelineError
from generator.reading.article import Article, PublishedDate

TODAY = dt.date(2026, 11, 21)
FILE = Path("events.yaml")
STORM = Article(
    "storm.txt",
    "A storm flooded the harbour of Port Elm on Thursday, the harbour master Jane Hill said.",
    (1,),
    title="Storm hits town",
    publisher="Coast Daily",
    agency="Reuters",
    published=PublishedDate(dt.date(2024, 3, 15), "byline", "March 15, 2024"),
)


def propose(*articles: Article, text: str | None = None) -> Outcome:
    loaded = None if text is None else load_text(text, FILE)
    return Run(FILE, loaded, frozenset(), TODAY).propose(articles)


def test_a_reprint_names_the_agencys_story_as_its_original() -> None:
    other = dataclasses.replace(STORM, publisher="Northern Echo", title="Harbour flooded")
    outcome = propose(STORM, other)
    sources = load_text(outcome.new_text or "", FILE).data["sources"]
    assert [(key, fields.get("original")) for key, fields in sources.items()] == [
        ("coastdaily-2024-03-15", "reuters-2024-03-15"),
        ("northernecho-2024-03-15", "reuters-2024-03-15"),
        ("reuters-2024-03-15", None),
    ]
    assert sources["reuters-2024-03-15"]["publisher"] == "Reuters"


def test_of_many_reprints_of_one_story_three_are_cited() -> None:
    papers = [dataclasses.replace(STORM, publisher=f"Paper {number}", origin=f"{number}.txt") for number in range(6)]
    outcome = propose(*papers)
    (event,) = load_text(outcome.new_text or "", FILE).data["events"]
    assert len(event["citations"]) == 3
    assert [known.why for known in outcome.decisions.known] == ["reprint"] * 3
    again = propose(*papers, text=outcome.new_text)
    assert again.new_text is None
    own = dataclasses.replace(STORM, publisher="Own Voice", agency="", origin="own.txt", title="The harbour stands")
    assert len(propose(own, text=outcome.new_text).decisions.joins) == 1


def test_what_was_planned_and_took_place_is_linked_and_the_planned_entry_stays_as_it_is() -> None:
    text = """\
events:
  - {id: gala, date: 2024-03-14, title: Port Elm to open its new harbour on Thursday, status: planned}
  - {id: gale, date: 2024-03-14, title: Jane Hill opens the new harbour of Port Elm, status: planned, review: withdrawn}
"""
    opened = dataclasses.replace(
        STORM, text="Mayor Jane Hill opened the new harbour of Port Elm on Thursday.", agency=""
    )
    outcome = propose(opened, text=text)
    data = load_text(outcome.new_text or "", FILE).data
    (new,) = (event for event in data["events"] if event.get("review") == "candidate")
    assert new["related"] == [{"id": "gala", "as": "follows"}]
    assert all(line in (outcome.new_text or "") for line in text.splitlines())
    assert propose(opened, text=outcome.new_text).new_text is None


def test_actors_are_called_as_the_timeline_and_the_other_articles_call_them() -> None:
    text = "actors:\n  hill: {name: Jane Hill, aliases: [the harbour master]}\n"
    outcome = propose(dataclasses.replace(STORM, agency=""), text=text)
    (event,) = load_text(outcome.new_text or "", FILE).data["events"]
    assert event["actors"] == ["hill"]


def test_an_agency_that_publishes_its_own_story_reprints_nothing() -> None:
    outcome = propose(dataclasses.replace(STORM, publisher="REUTERS"))
    (source,) = load_text(outcome.new_text or "", FILE).data["sources"].values()
    assert "original" not in source


def test_another_language_and_a_safe_address_are_written_and_the_timelines_own_and_an_unsafe_one_are_not() -> None:
    text = "timeline: {language: es}\n"
    outcome = propose(dataclasses.replace(STORM, agency="", url="javascript:alert(1)"), text=text)
    (source,) = load_text(outcome.new_text or "", FILE).data["sources"].values()
    assert source["language"] == "en"
    assert "url" not in source
    safe = dataclasses.replace(STORM, agency="", url="https://coast.example/storm")
    (source,) = load_text(propose(safe).new_text or "", FILE).data["sources"].values()
    assert source["url"] == "https://coast.example/storm"
    assert "language" not in source


def test_one_article_in_two_files_is_one_source_cited_once() -> None:
    outcome = propose(STORM, dataclasses.replace(STORM, origin="copy.txt"))
    data = load_text(outcome.new_text or "", FILE).data
    assert [len(event["citations"]) for event in data["events"]] == [1]
    assert [read.source for read in outcome.reads] == ["coastdaily-2024-03-15"] * 2


def test_what_is_known_gives_no_new_text() -> None:
    first = propose(STORM)
    assert propose(STORM, text=first.new_text).new_text is None
    assert propose(STORM, text=first.new_text).mentions == first.mentions != frozenset()


def test_a_file_with_faults_is_not_run_over() -> None:
    with pytest.raises(FaultyTimelineError):
        propose(STORM, text="events: 7\n")
