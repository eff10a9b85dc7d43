"""The terminal from within: what it prints, how keys and lines come in; a real one is driven elsewhere."""

from __future__ import annotations

import builtins
import io
import signal
import sys
from pathlib import Path

import click
import pytest
from rich.console import Console

from generator.commands import terminal as room
from generator.commands.terminal import KeyTerminal
from generator.reviewing.card import BETWEEN_KEYS, Line
from generator.reviewing.session import KEYS


@pytest.fixture
def printed():
    return io.StringIO()


@pytest.fixture
def sits(printed):
    return KeyTerminal(Console(file=printed, width=30, highlight=False))


def test_a_long_line_is_broken_between_words_and_keeps_its_indent(sits, printed):
    sits.show([Line("A storm floods the harbour of Port Elm", "quote", 2), Line("[bold]as it stands[/bold]")])
    lines = [line.rstrip() for line in printed.getvalue().splitlines()]
    assert lines == ["  A storm floods the harbour", "  of Port Elm", "[bold]as it stands[/bold]"]


def test_an_empty_line_stays_one_and_sets_the_parts_of_a_card_apart(sits, printed):
    sits.show([Line("A storm"), Line(""), Line("No event is like it.")])
    assert printed.getvalue().splitlines() == ["A storm", "", "No event is like it."]


@pytest.mark.parametrize(
    ("width", "rows"),
    [
        (80, ["a accept  e edit  m merge  r reject  s skip  u undo  q quit  ? help"]),
        (40, ["a accept  e edit  m merge  r reject", "s skip  u undo  q quit  ? help"]),
        (17, ["a accept  e edit", "m merge  r reject", "s skip  u undo", "q quit  ? help"]),
    ],
)
def test_in_a_narrow_window_no_key_stands_apart_from_what_it_does(printed, width, rows):
    row = BETWEEN_KEYS.join(f"{key} {name}" for key, name, _ in KEYS)
    KeyTerminal(Console(file=printed, width=width, highlight=False)).show([Line(row, "keys")])
    assert [line.rstrip() for line in printed.getvalue().splitlines()] == rows


@pytest.mark.parametrize(("typed", "key"), [("a", "a"), ("ab", "a"), ("\x1b[A", "\x1b[A"), ("é", "é")])
def test_one_key_is_taken_of_what_was_typed_and_an_arrow_is_none_of_its_letters(monkeypatch, sits, typed, key):
    monkeypatch.setattr(click, "getchar", lambda: typed)
    assert sits.key() == key


def test_a_closed_window_is_the_end(monkeypatch, sits):
    monkeypatch.setattr(click, "getchar", str)
    with pytest.raises(EOFError):
        sits.key()


@pytest.fixture
def answered(monkeypatch):
    """Answers to `input`, one after another, and the questions that were asked."""
    answers, questions = [], []

    def answer(question):
        questions.append(question)
        given = answers.pop(0)
        if isinstance(given, BaseException):
            raise given
        return given

    monkeypatch.setattr(builtins, "input", answer)
    return answers, questions


def test_the_current_text_stands_in_the_line_and_an_empty_answer_is_one(sits, answered):
    answers, questions = answered
    answers[:] = ["New", ""]
    assert [sits.ask("Title", "Old"), sits.ask("Title", "Old")] == ["New", ""]
    assert questions == ["Title: ", "Title: "]


def test_where_a_line_cannot_be_filled_in_the_current_text_is_shown_and_enter_keeps_it(sits, answered, monkeypatch):
    monkeypatch.setitem(sys.modules, "readline", None)
    answers, questions = answered
    answers[:] = ["", "New", "Why"]
    assert [sits.ask("Title", "Old"), sits.ask("Title", "Old"), sits.ask("Reason")] == ["Old", "New", "Why"]
    assert questions == ["Title [Old]: ", "Title [Old]: ", "Reason: "]


@pytest.mark.parametrize("given_up", [KeyboardInterrupt, EOFError])
def test_a_question_that_is_given_up_leaves_its_line(sits, answered, printed, given_up):
    answered[0][:] = [given_up()]
    with pytest.raises(given_up):
        sits.ask("Reason")
    assert printed.getvalue() == "\n"


def test_ctrl_z_does_not_leave_a_line_that_is_asked_for(sits, monkeypatch):
    monkeypatch.setattr(builtins, "input", lambda _question: signal.raise_signal(signal.SIGTSTP) or "still here")
    before = signal.getsignal(signal.SIGTSTP)
    assert sits.ask("Reason") == "still here"
    assert signal.getsignal(signal.SIGTSTP) == before


class Quitting(KeyTerminal):
    """A person who quits at once."""

    def key(self):
        return "q"


@pytest.mark.parametrize(
    ("review", "said"), [("candidate", "Nothing was decided"), ("accepted", "No candidate waits in t.yaml and in.yaml")]
)
@pytest.mark.usefixtures("work")
def test_the_command_goes_through_what_waits_and_says_what_became_of_it(dateline, monkeypatch, sits, review, said):
    Path("t.yaml").write_text(
        f"events:\n  - {{id: a, date: 2024, title: Fair, review: {review}, source: 'https://a.example/'}}\n"
    )
    monkeypatch.setattr(room, "terminal", lambda _todo: Quitting(sits._console))
    ran = dateline("review", "--events", "t.yaml", "--inbox", "in.yaml")
    assert (ran.exit_code, ran.output.splitlines()[-1]) == (0, said)


def test_a_terminal_is_given_where_both_ends_are_one(monkeypatch):
    for end in (sys.stdin, sys.stdout):
        monkeypatch.setattr(end, "isatty", lambda: True, raising=False)
    assert isinstance(room.terminal("do otherwise"), KeyTerminal)
