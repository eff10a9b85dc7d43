"""`dateline join`: a timeline's several files become one."""

from __future__ import annotations

import contextlib
from pathlib import Path

import click

from generator.commands.options import events_option
from generator.curating.counted import counted
from generator.curating.load import load
from generator.curating.parts import home
from generator.curating.splitting import join
from generator.curating.write import locked, replace_file

__all__ = ["command"]


@click.command(
    name="join",
    epilog="""\b
Example:
  dateline join
  dateline join --events data/events
""",
)
@events_option
def command(*, events: Path) -> None:
    """Put the events of all files of a timeline into one.

    What stands in data/timeline.yaml and the folder data/events goes to data/events.yaml.
    """
    with locked(events):
        loaded = load(events)
        text = join(loaded)
        replace_file(events, loaded.text, text)
        with contextlib.suppress(OSError):  # something else may lie there
            home(events).with_suffix("").rmdir()
    click.echo(f"Wrote {home(events)}: {counted(len(loaded.data.get('events') or ()), 'event')}")
