from __future__ import annotations

import os
import signal

import pytest
import yaml

from generator.curating.load import load_timeline
from generator.curating.seen import read_seen
from generator.errors import EditError, FaultyTimelineError, TimelineFileError, UnknownEventError
from generator.reviewing.desk import Desk
from generator.reviewing.undisturbed import undisturbed


def case_of(desk, name):
    return next(case for case in desk.cases() if case.event.id == name)


def ids(path):
    return [event.id for event in load_timeline(path).events]


STORM = "2024-03-14-storm-in-port-elm"
REOPENS = "2024-03-22-harbour-reopens"
MAYOR = "2024-04-01-mayor-resigns"
FLOODS = "2024-03-14-storm-floods-port-elm"


def test_the_inbox_comes_first_and_what_has_no_date_after_what_has_one(desk):
    assert [case.event.id for case in desk.cases()] == [STORM, REOPENS, "bridge-closes", MAYOR]


def test_an_accepted_candidate_of_the_inbox_stands_at_its_place_in_time_with_the_sources_it_cites(desk, events, inbox):
    before = events.read_text().splitlines()
    assert desk.accept(case_of(desk, REOPENS)) == REOPENS
    assert ids(events) == [FLOODS, REOPENS, MAYOR]
    assert ids(inbox) == [STORM, "bridge-closes"]
    event = load_timeline(events).by_id[REOPENS]
    assert (event.review, str(event.added)) == ("accepted", "2026-11-22")
    after = iter(events.read_text().splitlines())
    assert all(line in after for line in before)


def test_a_source_comes_with_the_story_that_it_reprints_and_is_not_put_in_twice(desk, events):
    desk.accept(case_of(desk, STORM))
    desk.accept(case_of(desk, REOPENS))
    written = yaml.safe_load(events.read_text())["sources"]
    assert sorted(written) == ["coast-2024-03-15", "echo-2024-03-16", "wire-2024-03-15"]
    assert written["coast-2024-03-15"]["url"] == "https://coast.example/storm"


def test_a_source_whose_key_another_article_has_gets_a_key_of_its_own(desk, events, inbox):
    inbox.write_text(inbox.read_text().replace("title: Storm closes the harbour", "title: Harbour to reopen"))
    desk.accept(case_of(desk, REOPENS))
    timeline = load_timeline(events)
    (citation,) = timeline.by_id[REOPENS].citations
    assert citation.source != "coast-2024-03-15"
    assert timeline.sources[citation.source].title == "Harbour to reopen"


def test_a_source_that_the_timeline_has_under_another_key_is_cited_by_that(desk, events, inbox):
    inbox.write_text(inbox.read_text().replace("original: wire-2024-03-15", "url: https://coast.example/storm"))
    desk.accept(case_of(desk, STORM))
    (citation,) = load_timeline(events).by_id[STORM].citations
    assert citation.source == "coast-2024-03-15"


def test_an_id_that_is_taken_is_made_anew(desk, events, inbox):
    inbox.write_text(inbox.read_text().replace(STORM, FLOODS))
    assert desk.accept(case_of(desk, FLOODS)) == "2024-03-14-a-storm-floods-port-elm"
    assert ids(events)[:2] == [FLOODS, "2024-03-14-a-storm-floods-port-elm"]


def test_a_short_entry_of_the_inbox_brings_its_address_as_a_source(desk, events, inbox):
    inbox.write_text(
        "events:\n  - date: 2024-05-01\n    title: Fair\n    review: candidate\n    source: https://coast.example/fair\n"
    )
    name = desk.accept(desk.cases()[0])
    timeline = load_timeline(events)
    assert timeline.sources[timeline.by_id[name].citations[0].source].url == "https://coast.example/fair"
    assert inbox.read_text() == "events: []\n"


def test_a_relation_to_an_event_that_the_timeline_lacks_stays_behind(desk, events, inbox):
    related = f"    related: [{{id: {FLOODS}, as: follows}}, {{id: {STORM}, as: follows}}]\n"
    inbox.write_text(
        inbox.read_text().replace('title: "The harbour reopens"\n', f'title: "The harbour reopens"\n{related}')
    )
    desk.accept(case_of(desk, REOPENS))
    assert [each.id for each in load_timeline(events).by_id[REOPENS].related] == [FLOODS]


def test_what_has_no_date_is_not_accepted_and_nothing_is_changed(desk, held):
    before = held()
    with pytest.raises(EditError, match="has no date"):
        desk.accept(case_of(desk, "bridge-closes"))
    assert held() == before


def test_of_a_rejected_candidate_of_the_inbox_only_a_fingerprint_becomes_public(desk, events, inbox):
    before = events.read_bytes()
    desk.reject(case_of(desk, STORM), "Said twice")
    assert events.read_bytes() == before
    assert read_seen(events) == {"cccccccccc"}
    (rejected,) = (event for event in load_timeline(inbox).events if event.id == STORM)
    assert (rejected.review, rejected.reason, rejected.title) == ("rejected", "Said twice", None)


def test_a_candidate_of_the_timelines_file_is_judged_in_its_place(desk, events, inbox):
    before = inbox.read_bytes()
    desk.accept(case_of(desk, MAYOR))
    assert load_timeline(events).by_id[MAYOR].review == "accepted"
    desk.undo()
    desk.reject(case_of(desk, MAYOR), "Of another town")
    assert load_timeline(events).by_id[MAYOR].review == "rejected"
    assert read_seen(events) == {"bbbbbbbbbb"}
    assert inbox.read_bytes() == before


def test_a_merged_candidate_leaves_its_citation_to_the_event_and_is_gone(desk, events, inbox):
    assert desk.merge(case_of(desk, STORM), FLOODS) == FLOODS
    timeline = load_timeline(events)
    assert [each.mention for each in timeline.by_id[FLOODS].citations] == ["aaaaaaaaaa", "cccccccccc"]
    assert STORM not in timeline.by_id
    assert STORM not in ids(inbox)
    assert "# a Thursday" in events.read_text()


def test_a_merged_candidate_of_the_timelines_file_leads_on_to_the_event(desk, events):
    desk.merge(case_of(desk, MAYOR), FLOODS)
    assert ids(events) == [FLOODS]
    event = load_timeline(events).by_id[MAYOR]
    assert (event.id, [each.mention for each in event.citations]) == (FLOODS, ["aaaaaaaaaa", "bbbbbbbbbb"])
    assert read_seen(events) == {"bbbbbbbbbb"}


def test_what_the_event_cites_already_is_not_cited_twice(desk, events, inbox):
    inbox.write_text(inbox.read_text().replace("        mention: dddddddddd\n", "        quote: Said so.\n"))
    desk.merge(case_of(desk, REOPENS), FLOODS)
    desk.undo()
    desk.accept(case_of(desk, REOPENS))
    inbox.write_text(
        inbox.read_text().replace("when: on Tuesday", "quote: Said so.").replace("mention: eeeeeeeeee", "")
    )
    desk.merge(case_of(desk, "bridge-closes"), REOPENS)
    assert len(load_timeline(events).by_id[REOPENS].citations) == 1


@pytest.mark.parametrize("name", [STORM, MAYOR])
def test_what_readers_are_told_of_a_merge_stands_among_the_events_corrections(desk, events, name):
    assert desk.publishes(FLOODS)
    assert not desk.publishes(MAYOR)
    desk.merge(case_of(desk, name), FLOODS, "A second article tells of it.")
    (told,) = load_timeline(events).by_id[FLOODS].corrections
    assert (str(told.date), told.text) == ("2026-11-22", "A second article tells of it.")


@pytest.mark.parametrize(
    ("target", "error", "said"),
    [
        (MAYOR, EditError, "is the same event"),
        ("2024-03-14-storm", UnknownEventError, "no event has the id"),
        ("gone", EditError, "is withdrawn"),
    ],
)
def test_what_nothing_can_be_merged_into_is_refused(desk, held, target, error, said):
    events = desk.events
    events.write_text(
        events.read_text() + "  - {id: gone, date: 2024, title: Gone, review: withdrawn, reason: Wrong, source: a-b}\n"
    )
    before = held()
    for name in (MAYOR, STORM) if target != MAYOR else (MAYOR,):
        with pytest.raises(error, match=said):
            desk.merge(case_of(desk, name), target)
    assert held() == before


def test_another_title_and_date_are_written_in_their_places_and_nothing_else(desk, inbox):
    before = inbox.read_text()
    desk.edit(case_of(desk, STORM), title='Storm: "high water"', date="2024-03-14~")
    expected = before.replace("date: 2024-03-14\n    title", "date: 2024-03-14~\n    title", 1)
    assert inbox.read_text() == expected.replace('"A storm floods Port Elm"', '"Storm: \\"high water\\""')


@pytest.mark.parametrize("waits_in", ["inbox", "events"])
def test_the_id_of_a_candidate_follows_its_title_until_it_is_accepted(desk, events, inbox, held, waits_in):
    made = "2024-03-22-the-harbour-reopens"
    file = inbox if waits_in == "inbox" else events
    if waits_in == "inbox":
        file.write_text(file.read_text().replace(REOPENS, made))
    related = f"    related: [{{id: {made if waits_in == 'inbox' else MAYOR}, as: follows}}]\n"
    inbox.write_text(inbox.read_text().replace("    added: 2024-03-20\n", f"    added: 2024-03-20\n{related}"))
    before = held()
    old = made if waits_in == "inbox" else MAYOR
    new = desk.edit(case_of(desk, old), title="A new quay opens", date="2024-04-02")
    assert new == "2024-04-02-a-new-quay-opens"
    assert old not in file.read_text()
    assert f"id: {new}, as: follows" in inbox.read_text()
    assert desk.accept(case_of(desk, new)) == new
    assert load_timeline(events).by_id[new].aliases == ()
    assert [desk.undo()[1], desk.undo()[1]] == [new, old]
    assert held() == before


def test_an_id_that_another_event_has_is_set_apart(desk, inbox):
    made = "2024-03-22-the-harbour-reopens"
    inbox.write_text(inbox.read_text().replace(REOPENS, made))
    new = desk.edit(case_of(desk, made), title="Storm floods Port Elm", date="2024-03-14")
    assert new == f"{FLOODS}-2"
    assert desk.edit(case_of(desk, new), title="Mayor resigns", date="2024-04-01") == f"{MAYOR}-2"
    assert desk.edit(case_of(desk, f"{MAYOR}-2"), title="The harbour reopens", date="2024-03-22") == made


def test_undo_after_undo_goes_back_to_the_first_bytes(desk, held):
    before = held()
    desk.accept(case_of(desk, STORM))
    desk.reject(case_of(desk, REOPENS), "No")
    desk.edit(case_of(desk, "bridge-closes"), title=None, date="2024-03-12")
    desk.merge(case_of(desk, MAYOR), FLOODS)
    keys = [desk.undo() for _ in range(4)]
    assert [name for _, name in keys] == [MAYOR, "bridge-closes", REOPENS, STORM]
    assert held() == before


def test_undo_is_refused_where_somebody_saved_the_file_since_and_changes_nothing(desk, events, held):
    desk.accept(case_of(desk, STORM))
    events.write_text(events.read_text() + "# saved by somebody else\n")
    before = held()
    with pytest.raises(EditError, match="changed by somebody else since that decision"):
        desk.undo()
    assert held() == before


def test_what_somebody_saved_meanwhile_is_kept_and_noticed(desk, events):
    case = case_of(desk, STORM)
    events.write_text(events.read_text().replace("# Kept by hand.", "# Kept by two hands."))
    desk.accept(case)
    assert "# Kept by two hands." in events.read_text()
    desk.cases()
    assert desk.noticed() == [events]
    assert desk.noticed() == []


def test_a_candidate_that_was_changed_since_it_was_shown_is_not_judged(desk, inbox, held):
    case = case_of(desk, STORM)
    inbox.write_text(inbox.read_text().replace("A storm floods", "A flood drowns"))
    before = held()
    with pytest.raises(EditError, match="was changed by somebody else"):
        desk.accept(case)
    assert held() == before


def test_while_a_file_has_errors_nothing_is_judged(desk, events):
    case = case_of(desk, STORM)
    events.write_text(events.read_text().replace("date: 2024-04-01", "date: soon"))
    with pytest.raises(FaultyTimelineError):
        desk.accept(case)


def test_when_one_of_two_files_cannot_be_written_neither_is_changed(desk, held, monkeypatch):
    from generator.reviewing import desk as room

    real = room.replace_file

    def full(path, old, new):
        if path.name == "inbox.yaml":
            raise TimelineFileError("the disk is full", where=str(path))
        real(path, old, new)

    case = case_of(desk, STORM)
    before = held()
    monkeypatch.setattr(room, "replace_file", full)
    with pytest.raises(TimelineFileError, match="disk is full"):
        desk.accept(case)
    assert held() == before
    with pytest.raises(IndexError):
        desk.undo()


def test_what_the_timeline_knows_already_no_longer_waits(desk, events):
    events.write_text(events.read_text().replace("mention: aaaaaaaaaa", "mention: cccccccccc"))
    assert STORM not in [case.event.id for case in desk.cases()]


def test_the_most_alike_event_of_about_the_date_is_named_first(desk, events):
    near = desk.near(case_of(desk, STORM))
    assert near[0].event.id == FLOODS
    assert near[0].enough
    assert desk.near(case_of(desk, "bridge-closes")) == []
    assert [each.event.id for each in Desk(events, None, desk.today).near(case_of(desk, MAYOR))] == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_what_is_to_end_the_program_waits_for_the_end_of_writing(number):
    done = []

    def end(_number, _frame):
        raise KeyboardInterrupt

    def write():
        with undisturbed():
            os.kill(os.getpid(), number)
            done.append("written")

    before = signal.signal(number, end)
    try:
        with pytest.raises(KeyboardInterrupt):
            write()
    finally:
        signal.signal(number, before)
    assert done == ["written"]
