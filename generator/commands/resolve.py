"""`dateline resolve`: a source gets its day of publication, and what waited for it its dates."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from generator.commands.amending import amend, note_option
from generator.commands.clock import DATE
from generator.commands.clock import today as day_of
from generator.commands.options import events_option, today_option
from generator.curating.resolving import resolving

__all__ = ["command"]


@click.command(
    name="resolve",
    epilog="""\b
Example:
  dateline resolve timesofindia-undated --published 2024-04-10
""",
)
@click.argument("source", metavar="SOURCE")
@click.option(
    "--published", type=DATE, required=True, metavar="DATE", help="The day on which the source was published."
)
@note_option
@events_option
@today_option
def command(source: str, *, published: dt.date, note: str, events: Path, today: dt.date | None) -> None:
    """Say when a source was published.

    What its citations say in words such as “on Tuesday” is counted from that day, and candidates that waited for it get
    their dates.
    """
    amend(events, resolving(source, published), note, day_of(today))
