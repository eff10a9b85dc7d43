"""Drafts of any content, let into a timeline."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.curating.admit import Policy, admit
from generator.curating.drafts import Batch, Draft, DraftPeriod, DraftSource
from generator.curating.intake import fingerprint
from generator.curating.load import load_text
from generator.curating.patch import Patch
from generator.dates import parse
from generator.errors import EditError

TODAY = dt.date(2026, 11, 21)
PATH = Path("t.yaml")
TAKE = Policy(accept=True, update=True, today=TODAY)


def batch(*drafts: Draft) -> Batch:
    return Batch("a.csv", "CSV", len(drafts), drafts)


def let_in(text, *drafts, policy=TAKE, seen=frozenset()):
    return admit(PATH, load_text(text, PATH) if text is not None else None, seen, batch(*drafts), policy)


anything = st.text(max_size=20)
drafts = st.builds(
    Draft,
    where=st.just("a.csv:2"),
    title=anything.filter(bool),
    date=st.sampled_from([None, parse("2022"), parse("2022-05~")]),
    id=st.sampled_from(["", "a-b", "2022"]),
    uid=anything,
    summary=anything,
    disputed=anything,
    actors=st.lists(anything.filter(bool), max_size=2).map(tuple),
    tags=st.lists(anything.filter(bool), max_size=2).map(tuple),
    sources=st.lists(
        st.builds(DraftSource, url=st.sampled_from(["", "https://a.example/1"]), title=anything, publisher=anything),
        max_size=2,
    ).map(tuple),
)


@given(st.lists(drafts, max_size=3))
def test_whatever_drafts_say_the_file_can_be_read_and_a_second_import_changes_nothing(found):
    first = let_in(None, *found)
    if first.new_text is None:
        assert first.added == []
        return
    assert load_text(first.new_text, PATH).timeline is not None
    again = let_in(first.new_text, *found, seen=first.mentions, policy=Policy(accept=True, update=False, today=TODAY))
    assert (again.new_text, again.added) == (None, [])


def test_a_draft_is_known_by_what_its_file_calls_it_or_by_what_it_says():
    named = Draft("a:1", "One", parse("2022"), uid="x")
    retitled = Draft("b:9", "Two", parse("2023"), uid="x")
    told = Draft("a:1", "“One”  two", parse("2022"))
    alike = Draft("b:9", '"one" two', parse("2022"))
    assert fingerprint(named) == fingerprint(retitled)
    assert fingerprint(told) == fingerprint(alike)
    assert fingerprint(told) != fingerprint(Draft("a:1", "“One” two", parse("2023")))


def test_an_id_that_is_taken_gives_way():
    text = "events:\n  - id: a-b\n    title: Ferry line opens again\n    date: 2020\n    aliases: [old]\n"
    known = Draft("a:1", "Something else", parse("2021"), id="old", uid="old")
    found = let_in(text, known, policy=Policy(accept=False, update=False, today=TODAY))
    assert [each.id for each in found.changed] == ["a-b"]


def test_an_entry_of_our_own_calendar_is_known_by_the_id_in_its_uid():
    text = "events:\n  - id: a-b\n    title: Ferry line opens again\n    date: 2020\n"
    known = Draft("a:1", "Something else", parse("2021"), uid="a-b@bridge.example")
    found = let_in(text, known, policy=Policy(accept=False, update=False, today=TODAY))
    assert (found.added, [each.id for each in found.changed]) == ([], ["a-b"])


def test_a_stretch_of_time_that_a_file_names_twice_stands_in_the_timeline_once():
    war = DraftPeriod("War", parse("1914"), parse("1918"))
    row = Draft("a:1", "Ferry line opens", parse("1916"), sources=(DraftSource(url="https://a.example/1"),))
    named = dataclasses.replace(batch(row), periods=(war, war))
    loaded = load_text(admit(PATH, None, frozenset(), named, TAKE).new_text, PATH)
    assert [each["title"] for each in loaded.data["periods"]] == ["War"]


def test_of_two_rows_with_one_id_the_first_counts_and_that_is_said():
    text = "events:\n  - id: a-b\n    title: Ferry line opens again\n    date: 2020\n    source: https://a.example\n"
    rows = [Draft(f"a:{row}", f"Title {row} of it", parse("2020"), id="a-b", uid="a-b") for row in (1, 2)]
    found = let_in(text, *rows)
    assert 'title: "Title 1 of it"' in found.new_text
    assert [str(remark) for remark in found.remarks] == ["a:2: its id stands in an earlier row, which counts"]


def test_one_source_of_many_drafts_stands_in_the_file_once():
    source = DraftSource(url="https://news.example/a")
    one, two = (Draft(f"a:{n}", f"Thing {n} happens", parse("2022"), sources=(source, source)) for n in (1, 2))
    loaded = load_text(let_in(None, one, two).new_text, PATH)
    assert list(loaded.timeline.sources) == ["news-example-undated"]
    assert [len(event.citations) for event in loaded.timeline.events] == [1, 1]


def test_a_source_that_stands_at_an_event_alone_gets_an_entry_when_another_cites_it():
    text = "events:\n  - id: a-b\n    title: Ferry line opens\n    date: 2020\n    source: https://news.example/a\n"
    draft = Draft("a:1", "Cranes return", parse("2022"), sources=(DraftSource(url="https://news.example/a"),))
    loaded = load_text(let_in(text, draft).new_text, PATH)
    assert len(loaded.timeline.sources) == 1
    assert len(loaded.data["sources"]) == 1


def test_two_pages_of_one_title_are_two_sources():
    sources = (
        DraftSource(url="https://a.example/1", title="News"),
        DraftSource(url="https://a.example/2", title="News"),
    )
    loaded = load_text(let_in(None, Draft("a:1", "Cranes return", parse("2022"), sources=sources)).new_text, PATH)
    assert len(loaded.timeline.sources) == 2


def test_an_actor_is_known_by_name_or_alias_unless_two_share_it():
    text = "actors:\n  a: {name: Ann Lee, aliases: [the mayor]}\n  b: {name: Bo Lee, aliases: [The Mayor, Bo]}\n"
    draft = Draft("a:1", "Cranes return", parse("2022"), actors=("ann lee", "bo", "the mayor", "Cy"))
    loaded = load_text(let_in(text, draft).new_text, PATH)
    assert loaded.timeline.events[0].actors == ("a", "b", "the mayor", "Cy")


@pytest.mark.parametrize(
    ("text", "edit"),
    [
        ("events: [{id: a, tags: [x]}]\n", lambda patch: patch.put(("events", 0, "tags"), "y")),
        ("events: [{id: a, title: x}]\n", lambda patch: patch.extend(("events", 0, "tags"), ["y"])),
        ("sources: {a: {title: x}}\n", lambda patch: patch.extend(("sources", "a"), ["y"])),
        ("events: [{id: a, tags: [ ]}]\n", lambda patch: patch.extend(("events", 0, "tags"), ["y"])),
    ],
)
def test_what_cannot_be_written_safely_is_refused(text, edit):
    with pytest.raises(EditError):
        edit(Patch(load_text(text, PATH)))
