from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.curating.load import load_timeline
from generator.reviewing.desk import Desk
from generator.reviewing.session import KEYS, Session

TODAY = dt.date(2026, 11, 22)


def run(desk, terminal):
    return Session(desk, terminal).run()


def test_each_key_decides_and_the_end_tells_how_many_of_each(desk, scripted):
    terminal = scripted("mras", ["1", "", "Of another harbour"])
    assert run(desk, terminal).lines == ["1 merged, 1 rejected, 1 skipped"]
    assert "Merged into 2024-03-14-storm-floods-port-elm" in terminal.text
    assert "Rejected 2024-03-22-harbour-reopens" in terminal.text


def test_candidates_are_counted_from_what_was_judged_to_what_waits(desk, scripted):
    terminal = scripted("as")
    run(desk, terminal)
    heads = [line.text.strip() for line in terminal.lines if line.role == "head"]
    assert heads == ["1 of 4", "2 of 4", "3 of 4"]


def test_what_is_edited_stands_there_is_asked_again_while_wrong_and_is_shown_again(desk, scripted, inbox):
    terminal = scripted("eq", [" A  new title ", "soon", "2024-03-13~"])
    run(desk, terminal)
    assert terminal.asked == [("Title", "A storm floods Port Elm"), ("Date", "2024-03-14"), ("Date", "soon")]
    assert "“soon” is not a date" in terminal.text
    assert "about 13 March 2024 (2024-03-13~)" in terminal.text
    event = load_timeline(inbox).by_id["2024-03-14-storm-in-port-elm"]
    assert (event.title, str(event.date)) == ("A new title", "2024-03-13~")


def test_who_only_edits_is_told_so_and_sees_how_a_date_is_written(desk, scripted):
    terminal = scripted("eq", ["New title", "in spring", "", "2024-21"])
    assert run(desk, terminal).lines == ["1 edited"]
    assert terminal.text.count("2022-21 (that spring") == 2


def test_nothing_that_stands_there_to_be_changed_is_obeyed_by_the_terminal(desk, scripted, inbox, held):
    inbox.write_text(inbox.read_text().replace('"A storm floods Port Elm"', r'"A \e[2Jstorm \u202efloods"'))
    before = held()
    terminal = scripted("eq", ["A [2Jstorm floods", "2024-03-14"])
    assert run(desk, terminal).lines == ["Nothing was decided"]
    assert terminal.asked[0] == ("Title", "A [2Jstorm floods")
    assert held() == before


def test_an_event_of_another_time_is_found_by_words_of_its_title_to_be_merged_into(desk, scripted):
    terminal = scripted("smq", ["9", "resigns MAYOR", "1"])
    assert run(desk, terminal).lines == ["1 merged, 1 skipped"]
    assert "No event has that number, id or words." in terminal.text
    assert "Merged into 2024-04-01-mayor-resigns" in terminal.text


def test_words_that_call_up_too_many_events_are_said_to(desk, scripted, events):
    more = "".join(f"  - id: fair-{day}\n    date: 2023-05-{day}\n    title: Fair\n" for day in range(10, 22))
    events.write_text(events.read_text() + more)
    terminal = scripted("mq", ["fair", "1", ""])
    assert run(desk, terminal).lines == ["1 merged"]
    assert "12 events have these words" in terminal.text


def test_a_candidate_whose_source_is_not_there_is_told_of_and_waits(desk, scripted, inbox, held):
    inbox.write_text(inbox.read_text().replace("- source: echo-2024-03-16", "- source: nowhere", 1))
    before = held()
    terminal = scripted("aq")
    run(desk, terminal)
    assert "“nowhere” is cited, and no source of that name is there" in terminal.text
    assert held() == before


def test_a_date_that_goes_elsewhere_in_time_does_not_take_the_candidate_away(desk, scripted):
    terminal = scripted("ea", ["A storm floods Port Elm", "2024-12-31"])
    run(desk, terminal)
    assert "Accepted 2024-03-14-storm-in-port-elm" in terminal.text


@pytest.mark.parametrize(
    ("key", "answers"),
    [
        ("e", []),
        ("e", ["A title"]),
        ("e", ["", "A storm floods Port Elm", "2024-03-14"]),
        ("r", []),
        ("m", [EOFError()]),
    ],
)
def test_a_question_that_is_given_up_leaves_everything_as_it_was(desk, scripted, held, key, answers):
    before = held()
    terminal = scripted([key, "q"], answers)
    assert run(desk, terminal).lines == ["Nothing was decided"]
    assert held() == before
    assert "as it was" in terminal.text or "Nothing was changed" in terminal.text


def test_a_candidate_without_a_date_may_stay_without_one_when_its_title_is_edited(desk, scripted, inbox):
    run(desk, scripted("sse", ["The old bridge closes", ""]))
    assert load_timeline(inbox).by_id["bridge-closes"].title == "The old bridge closes"


def test_what_is_refused_is_said_and_the_candidate_waits_on(desk, scripted):
    terminal = scripted("ssas")
    assert run(desk, terminal).lines == ["3 skipped"]
    assert "has no date, and so no place on the timeline" in terminal.text


def test_a_skipped_candidate_comes_back_with_undo(desk, scripted):
    terminal = scripted("ssu")
    assert run(desk, terminal).lines == ["1 skipped"]
    assert "Taken back: skipped 2024-03-22-harbour-reopens" in terminal.text


def test_with_nothing_to_take_back_undo_says_so_and_an_unknown_key_does_nothing(desk, scripted, held):
    before = held()
    terminal = scripted(["u", "x", "\x0c", "?", "q"])
    run(desk, terminal)
    assert "There is nothing to take back." in terminal.text
    assert "That key does nothing here." in terminal.text
    assert [line for line in terminal.lines if line.role == "head"] == [terminal.lines[1]] * 2
    assert all(f"{key}  {name}: {what}" in terminal.text for key, name, what in KEYS)
    assert held() == before


def test_after_the_last_candidate_the_last_decision_can_be_taken_back(desk, scripted, held):
    before = held()
    events = desk.events.read_bytes()
    terminal = scripted(["s", "s", "s", "a", "x", "u", "q"])
    assert run(desk, terminal).lines == ["3 skipped"]
    assert "That was the last one" in terminal.text
    assert desk.events.read_bytes() == events
    assert held() == before


def test_an_editor_that_saves_meanwhile_is_noticed_and_the_candidate_is_shown_as_it_is_now(desk, scripted, inbox):
    def save():
        inbox.write_text(inbox.read_text().replace("A storm floods Port Elm", "High water in Port Elm"))

    terminal = scripted([save, "a", "a", "q"])
    assert run(desk, terminal).lines == ["1 accepted"]
    assert "was changed by somebody else" in terminal.text
    assert "was saved by somebody else, and read again" in terminal.text
    assert load_timeline(desk.events).by_id["2024-03-14-storm-in-port-elm"].title == "High water in Port Elm"


def test_a_file_that_somebody_breaks_is_waited_for_until_it_is_mended(desk, scripted, inbox):
    sound = inbox.read_text()
    terminal = scripted([lambda: inbox.write_text("events: [\n"), "s", lambda: inbox.write_text(sound), "x", "a", "q"])
    assert run(desk, terminal).lines == ["1 accepted, 1 skipped"]
    assert "Mend that, save the file" in terminal.text


def test_who_quits_while_a_file_is_broken_is_let_go(desk, scripted, inbox):
    terminal = scripted([lambda: inbox.write_text("events: [\n"), "s", "q"])
    assert run(desk, terminal).lines == ["1 skipped"]
    assert "Stopped; what you decided is written." in terminal.text


def test_without_an_inbox_the_candidates_of_the_timeline_are_judged(events, scripted):
    terminal = scripted("a")
    assert run(Desk(events, None, TODAY), terminal).lines == ["1 accepted"]


ANSWERS = st.sampled_from(["", "Because", "2024-03-15", "soon", "1", "2024-03-14-storm-floods-port-elm", EOFError()])


@given(st.text("aemrsux?", max_size=14), st.lists(ANSWERS, max_size=20))
def test_after_any_keys_and_answers_undoing_all_gives_the_first_bytes_again(scripted, texts, keys, answers):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, text in texts.items():
            (folder / file).write_text(text)
        terminal = scripted([*keys, *"u" * (len(keys) + 1)], answers)
        run(Desk(folder / "events.yaml", folder / "inbox.yaml", TODAY), terminal)
        left = {path.name: path.read_text() for path in folder.iterdir()}
    assert left == texts
