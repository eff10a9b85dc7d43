"""`dateline split`: a timeline's one file becomes several, one a year."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.options import events_option
from generator.curating.counted import counted
from generator.curating.load import load
from generator.curating.parts import home, parts_of
from generator.curating.splitting import split
from generator.curating.write import locked, replace_file

__all__ = ["command"]


@click.command(
    name="split",
    epilog="""\b
Example:
  dateline split
  dateline split --events data/events.yaml
""",
)
@events_option
def command(*, events: Path) -> None:
    """Put the events of a timeline into files, one a year.

    They go to the folder that is named after the file: data/events/2022.yaml and so on; the title, the sources and all
    else to data/timeline.yaml. Every command reads them as if they were one file.
    """
    with locked(events):
        loaded = load(events)
        text = split(loaded)
        replace_file(events, loaded.text, text)
    files = [part.name for part in parts_of(text)]
    click.echo(f"Wrote {counted(len(files), 'file')}: {', '.join(str(home(events).parent / name) for name in files)}")
