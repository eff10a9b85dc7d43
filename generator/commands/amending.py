"""What commands share that change an event: the lock, the note for readers where one is wanted, and what is told."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from generator.curating.load import load
from generator.curating.notes import Change, Note, amended
from generator.curating.write import locked, replace_file
from generator.errors import UsageError

__all__ = ["amend", "ask", "note_option"]

note_option = click.option(
    "--note",
    default="",
    metavar="TEXT",
    help="What readers are told, where a published event's date, status, dispute or sources change; else it is not "
    "written. Asked for where it is missing.",
)


def amend(events: Path, change: Change, note: str, day: dt.date) -> None:
    """Make a change of the timeline's file, and tell what was done.

    Args:
        events: The file.
        change: The change.
        note: What readers are told, or empty: the person at the terminal is asked for it where it is wanted.
        day: The day that counts as today.

    Raises:
        UsageError: A note is wanted, and nobody can be asked.
        EditError: The change cannot be made safely; nothing was changed.
    """
    text = note.strip()
    if not text:
        # Asked without the lock, and not before it is clear that the change can be made, and wants a note.
        wanted = amended(load(events), change).unexplained
        text = _ask(wanted) if wanted else ""
    with locked(events):
        loaded = load(events)
        done = amended(loaded, change, Note(day, text) if text else None)
        if done.unexplained:
            raise _unexplained(done.unexplained)  # somebody accepted the event while this asked
        if done.text != loaded.text:
            replace_file(events, loaded.text, done.text)
    for line in done.told or ("Nothing was to be changed",):
        click.echo(line)


def ask(question: str, missing: UsageError, hint: str) -> str:
    """A text from the person at the terminal, who is asked until there is one.

    Args:
        question: What is asked.
        missing: The error where nobody is there to be asked.
        hint: What is said to an empty answer.

    Raises:
        UsageError: Nobody is there to be asked.
    """
    if not sys.stdin.isatty():
        raise missing

    def some_text(answer: str) -> str:
        if not answer.strip():
            raise click.UsageError(hint)
        return answer.strip()

    answer: str = click.prompt(question, value_proc=some_text, err=True)
    return answer


def _ask(wanted: tuple[str, ...]) -> str:
    for line in wanted if sys.stdin.isatty() else ():
        click.echo(f"This changes what was published: {line}", err=True)
    return ask("What was wrong, and what is right", _unexplained(wanted), "say what readers are to be told")


def _unexplained(wanted: tuple[str, ...]) -> UsageError:
    what = f"this changes what was published: {'; '.join(wanted)}. Readers are told of that; nothing was changed"
    return UsageError(what, todo='say what was wrong and what is right with --note "…"')
