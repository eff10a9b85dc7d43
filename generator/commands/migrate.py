"""`dateline migrate`: the timeline's file is brought to the schema of this version."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.options import events_option
from generator.curating.load import conflict_marks, read_text
from generator.curating.migrating import migrated
from generator.curating.parts import home
from generator.curating.write import locked, replace_file
from generator.errors import ConflictError
from generator.model import SCHEMA

__all__ = ["command"]


@click.command(
    name="migrate",
    epilog="""\b
Example:
  dateline migrate
""",
)
@events_option
def command(*, events: Path) -> None:
    """Bring the timeline's file to the schema of this version.

    An older file is changed step by step, as little as may be, and each step is told. A newer one is refused: it needs
    the version of Dateline that it is for.
    """
    with locked(events):
        text = read_text(events).text
        if conflict_marks(text):
            raise ConflictError("the merge of this file is not finished", where=str(events), todo="finish it first")
        done = migrated(text, home(events))
        if done.text != text:
            replace_file(events, text, done.text)
    for line in done.told or (f"{events} is of schema {SCHEMA}, which is the newest: nothing to do",):
        click.echo(line)
