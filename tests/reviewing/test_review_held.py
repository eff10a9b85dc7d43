"""What the desk holds of the files: proved once, put back where a decision fails, never over somebody else's words."""

from __future__ import annotations

import contextlib

import pytest

from generator.curating import load as loading
from generator.curating import write as writing
from generator.curating.load import load_timeline
from generator.curating.seen import read_seen
from generator.errors import EditError, TimelineFileError
from generator.reviewing import desk as room
from generator.reviewing import held as held_bytes
from generator.reviewing.session import Session

STORM = "2024-03-14-storm-in-port-elm"
MAYOR = "2024-04-01-mayor-resigns"
FLOODS = "2024-03-14-storm-floods-port-elm"

ACTORS = """\
actors:
  ada: {name: Ada Lindqvist, aliases: [the mayor]}

events:
"""


def case_of(desk, name):
    return next(case for case in desk.cases() if case.event.id == name)


@pytest.mark.parametrize("form", [("", "\n"), ("", "\r\n"), ("\ufeff", "\n"), ("\ufeff", "\r\n")])
def test_a_file_that_was_proved_when_it_was_written_is_not_read_a_second_time(desk, events, inbox, monkeypatch, form):
    bom, newline = form
    for path in (events, inbox):
        path.write_bytes((bom + path.read_text().replace("\n", newline)).encode())
    cases = {case.event.id: case for case in desk.cases()}
    monkeypatch.setattr(loading, "gather", _counting(loading.gather, read := []))
    desk.accept(cases[STORM])
    desk.accept(cases[MAYOR])
    assert [case.event.id for case in desk.cases()] == ["2024-03-22-harbour-reopens", "bridge-closes"]
    assert len(read) == 3  # both files as they are to be, then one of them again
    for path in (events, inbox):
        assert path.read_bytes().startswith(bom.encode())
        held, again = desk._read[path][1], loading.load(path)
        assert (held.text, held.bom, held.newline) == (again.text, again.bom, again.newline)
        assert (held.data, held.timeline, held.faults) == (again.data, again.timeline, again.faults)


def _counting(work, calls):
    def counted(text, *others):
        calls.append(text)
        return work(text, *others)

    return counted


def test_what_somebody_saves_while_a_decision_is_written_outlives_its_failure(desk, events, inbox, monkeypatch):
    case, real = case_of(desk, STORM), room.replace_file
    before = inbox.read_bytes()

    def saved(path, old, new):
        if path == inbox:
            inbox.write_bytes(before + b"# mine\n")
        real(path, old, new)

    monkeypatch.setattr(room, "replace_file", saved)
    public = events.read_bytes()
    with pytest.raises(EditError, match="changed by somebody else"):
        desk.accept(case)
    assert inbox.read_bytes() == before + b"# mine\n"
    assert events.read_bytes() == public


def test_a_fingerprint_is_forgotten_again_where_its_decision_could_not_be_written(desk, held, monkeypatch):
    case, before = case_of(desk, MAYOR), held()

    def full(path, _old, _new):
        raise TimelineFileError("the disk is full", where=str(path))

    monkeypatch.setattr(room, "replace_file", full)
    with pytest.raises(TimelineFileError, match="disk is full"):
        desk.reject(case, "No")
    assert held() == before


@pytest.mark.parametrize("name", ["events", "inbox"])
def test_a_folder_in_the_place_of_a_file_is_said_and_waited_for(desk, request, scripted, name):
    path = request.getfixturevalue(name)
    text = path.read_text()

    def folder():
        path.unlink()
        path.mkdir()

    def file():
        path.rmdir()
        path.write_text(text)

    terminal = scripted([folder, "s", file, "x", "a", "q"])
    assert Session(desk, terminal).run().lines == ["1 accepted, 1 skipped"]
    assert "this is a folder" in terminal.text or "is a directory" in terminal.text
    assert "Mend that, save the file" in terminal.text


def test_a_merge_from_the_inbox_unites_actors_places_and_tags_under_the_names_of_the_timeline(desk, events, inbox):
    events.write_text(
        events.read_text()
        .replace("events:\n", ACTORS, 1)
        .replace("    title: Storm floods Port Elm\n", "    title: Storm floods Port Elm\n    actors: [ada]\n", 1)
    )
    more = '    actors: ["The mayor", "Coast guard"]\n    places: [Port Elm]\n    tags: [storms, sea]\n'
    inbox.write_text(inbox.read_text().replace("    citations:\n", f"{more}    citations:\n", 1))
    desk.merge(case_of(desk, STORM), FLOODS, "A second article tells of it.")
    event = load_timeline(events).by_id[FLOODS]
    assert (event.actors, event.places) == (("ada", "Coast guard"), ("Port Elm",))
    assert event.tags == ("storms", "sea")
    assert len(event.citations) == 2
    assert len(event.corrections) == 1


def test_words_that_the_event_has_in_capitals_are_not_put_in_again(desk, events, inbox):
    events.write_text(events.read_text().replace("    citations:\n", "    tags: [Storms]\n    citations:\n", 1))
    inbox.write_text(inbox.read_text().replace("    citations:\n", "    tags: [storms]\n    citations:\n", 1))
    desk.merge(case_of(desk, STORM), FLOODS)
    assert load_timeline(events).by_id[FLOODS].tags == ("Storms",)


@pytest.mark.parametrize("after", [1, 2])
@pytest.mark.parametrize(
    "what", [(name, decide) for name in (STORM, MAYOR) for decide in ("accept", "reject", "merge")]
)
def test_an_undo_that_is_cut_short_leaves_a_candidate_that_is_judged_or_waits(desk, monkeypatch, what, after):
    name, decide = what
    case = case_of(desk, name)
    {
        "accept": lambda: desk.accept(case),
        "reject": lambda: desk.reject(case, "No"),
        "merge": lambda: desk.merge(case, FLOODS),
    }[decide]()
    left = [after]

    def cut(path, data):
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        path.write_bytes(data)

    monkeypatch.setattr(held_bytes, "write_atomically", cut)
    with contextlib.suppress(KeyboardInterrupt):
        desk.undo()
    assert waits(desk, case) is not judged(desk, case)


def waits(desk, case):
    anew = room.Desk(desk.events, desk.inbox, desk.today)
    return any(each.event == case.event for each in anew.cases())


def judged(desk, case):
    """Whether a candidate was accepted, merged or rejected, or its sentence is remembered as judged."""
    mention = case.event.citations[0].mention
    published = [event for event in load_timeline(desk.events).events if event.review == "accepted"]
    rejected = [event.id for event in load_timeline(case.file).events if event.review == "rejected"]
    is_remembered = case.file == desk.inbox and mention in read_seen(desk.events)
    cited = mention in {each.mention for event in published for each in event.citations}
    return case.event.id in rejected or cited or is_remembered


@pytest.mark.parametrize("after", [0, 1, 2, 3])
@pytest.mark.parametrize("decide", ["accept", "reject", "merge"])
@pytest.mark.parametrize("name", [STORM, MAYOR])
def test_a_decision_that_is_cut_short_leaves_a_candidate_that_is_judged_or_waits(
    desk, monkeypatch, name, decide, after
):
    case, left = case_of(desk, name), [after]
    given = {"accept": (), "reject": ("No",), "merge": (FLOODS,)}[decide]

    def cut(path, data):
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        path.write_bytes(data)

    with monkeypatch.context() as patched:
        patched.setattr(writing, "_put", lambda staged: cut(staged.path, staged.data))
        with contextlib.suppress(KeyboardInterrupt):
            getattr(desk, decide)(case, *given)
    assert waits(desk, case) is not judged(desk, case)
    if waits(desk, case):
        anew = room.Desk(desk.events, desk.inbox, desk.today)
        getattr(anew, decide)(case_of(anew, name), *given)
    mention = case.event.citations[0].mention
    assert judged(desk, case)
    cited = [each.mention for event in load_timeline(desk.events).events for each in event.citations]
    assert cited.count(mention) == (decide != "reject")
    assert mention in cited or mention in read_seen(desk.events)
