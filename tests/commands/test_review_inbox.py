"""An inbox: what articles report waits there, and nothing of it is public before somebody has judged it."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from generator.curating.load import load_timeline
from generator.reviewing.desk import Desk

TODAY = dt.date(2026, 11, 22)


@pytest.fixture(autouse=True)
def events(work):
    path = work / "t.yaml"
    path.write_text(
        "schema: 1\n\n# By hand.\nevents:\n  - {id: old, date: 2020, title: Old, source: https://a.example/}\n"
    )
    return path


@pytest.fixture
def to_inbox(extract):
    return lambda *arguments: extract(*arguments, "--inbox", "inbox.yaml")


def desk(work):
    return Desk(work / "t.yaml", work / "inbox.yaml", TODAY)


def test_what_is_found_waits_in_the_inbox_and_the_timeline_keeps_every_byte(to_inbox, work, state):
    before = state()["t.yaml"]
    ran = to_inbox("articles")
    assert ran.exit_code == 0
    assert re.search(r"Added 3 candidates to inbox\.yaml", ran.output)
    assert state()["t.yaml"] == before
    assert "t.seen.txt" not in state()
    assert {event.review for event in load_timeline(work / "inbox.yaml").events} == {"candidate"}


def test_a_second_run_proposes_nothing_again_whatever_was_decided(to_inbox, work, state):
    to_inbox("articles")
    open_desk = desk(work)
    for decide in (open_desk.accept, lambda case: open_desk.reject(case, "No")):
        decide(open_desk.cases()[0])
    before = state()
    assert to_inbox("articles").exit_code == 0
    assert state() == before


def test_a_further_report_of_an_event_that_was_accepted_waits_too_and_can_be_merged(to_inbox, work, state):
    to_inbox("articles/storm.md")
    open_desk = desk(work)
    name = open_desk.accept(open_desk.cases()[0])
    before = state()["t.yaml"]
    to_inbox("echo.md")
    assert state()["t.yaml"] == before
    case = next(each for each in open_desk.cases() if open_desk.near(each) and open_desk.near(each)[0].event.id == name)
    open_desk.merge(case, name)
    assert len(load_timeline(work / "t.yaml").by_id[name].citations) == 2


def test_an_article_that_the_timeline_cites_has_the_same_key_in_the_inbox(to_inbox, work):
    to_inbox("articles/storm.md")
    open_desk = desk(work)
    first, second = open_desk.cases()
    name = open_desk.accept(first)
    (cited,) = load_timeline(work / "t.yaml").by_id[name].citations
    assert {citation.source for citation in second.event.citations} == {cited.source}
    open_desk.accept(open_desk.cases()[0])
    assert sum("Coast Daily" in str(source) for source in load_timeline(work / "t.yaml").sources.values()) == 1


def test_an_inbox_that_was_deleted_is_filled_anew_with_what_nobody_has_judged(to_inbox, work):
    to_inbox("articles")
    open_desk = desk(work)
    open_desk.reject(open_desk.cases()[0], "No")
    left = {case.event.title for case in open_desk.cases()}
    (work / "inbox.yaml").unlink()
    to_inbox("articles")
    assert {case.event.title for case in desk(work).cases()} == left


def test_the_folders_settings_name_the_inbox_and_an_option_overrules_them(extract, work, state):
    (work / "dateline.toml").write_text('inbox = "waiting.yaml"\n')
    before = state()["t.yaml"]
    extract("articles")
    assert (work / "waiting.yaml").is_file()
    assert state()["t.yaml"] == before
    extract("echo.md", "--no-inbox")
    assert state()["t.yaml"] != before


def test_a_dry_run_writes_no_inbox(to_inbox, state):
    before = state()
    assert "+  - id: " in to_inbox("articles", "--dry-run").output
    assert state() == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("inbox = data\n", "this is no TOML"),
        ('inbx = "a.yaml"\n', "did you mean inbox?"),
        ('colour = "red"\n', "the keys are: inbox"),
        ("inbox = 3\n", "inbox is no text"),
        ('inbox = "\xff"\n', "it is not UTF-8"),
    ],
)
def test_settings_that_are_wrong_are_named_with_what_to_write(extract, work, text, said):
    (work / "dateline.toml").write_bytes(text.encode("latin-1"))
    ran = extract("articles")
    assert ran.exit_code == 1
    assert said in ran.output
    assert ran.output.startswith("dateline: dateline.toml: ")


def test_the_timeline_cannot_be_its_own_inbox(extract, state):
    before = state()
    ran = extract("articles", "--inbox", "./t.yaml")
    assert ran.exit_code == 1
    assert "cannot be both the timeline and its inbox" in ran.output
    assert state() == before


@pytest.mark.parametrize("options", [(), ("--top", "5")])
def test_what_came_of_a_plan_of_the_timeline_waits_as_what_follows_it(to_inbox, work, events, options):
    events.write_text(
        "events:\n"
        "  - id: harbour-opening\n    date: 2024-03-14\n    status: planned\n    source: https://a.example/\n"
        "    title: Mayor Jane Hill to open the new harbour of Port Elm\n"
    )
    (work / "opened.md").write_text(
        "---\npublished: 2024-03-15\npublisher: Echo\n---\n\n"
        "Mayor Jane Hill opened the new harbour of Port Elm on Thursday.\n"
    )
    assert to_inbox("opened.md", *options).exit_code == 0
    (waiting,) = desk(work).cases()
    assert [(each.id, each.as_) for each in waiting.event.related] == [("harbour-opening", "follows")]
    name = desk(work).accept(waiting)
    assert [each.id for each in load_timeline(events).by_id[name].related] == ["harbour-opening"]


def test_an_inbox_that_names_an_event_of_the_timeline_is_sound(dateline, work):
    data = work / "data"
    data.mkdir()
    (data / "events.yaml").write_text("events:\n- {id: opening, date: 2024-03, title: A, source: https://a.example/}\n")
    waiting = data / "inbox.yaml"
    waiting.write_text(
        "events:\n- id: opened\n  date: 2024-03-14\n  title: B\n  review: candidate\n"
        "  source: https://a.example/\n  related: [{id: opening, as: follows}]\n"
    )
    said = "there is no event “opening”"
    assert said in dateline("check", "data/inbox.yaml").output
    (work / "dateline.toml").write_text('inbox = "data/inbox.yaml"\n')
    assert said not in dateline("check", "data/inbox.yaml").output
