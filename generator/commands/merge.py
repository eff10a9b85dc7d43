"""`dateline merge`: two entries that tell of one event become one."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from generator.commands.amending import amend, note_option
from generator.commands.clock import today as day_of
from generator.commands.options import events_option, today_option
from generator.curating.joining import merging

__all__ = ["command"]


@click.command(
    name="merge",
    epilog="""\b
Example:
  dateline merge 2022-12-30-putin-xi-video-call 2026-02-04-putin-xi-video-call --note "It was one call"
""",
)
@click.argument("keep", metavar="KEEP")
@click.argument("gone", metavar="OTHER")
@note_option
@events_option
@today_option
def command(keep: str, gone: str, *, note: str, events: Path, today: dt.date | None) -> None:
    """Make one event of two: OTHER becomes part of KEEP.

    The citations, actors, places and tags of both are united; the id of OTHER becomes an alias of KEEP, so that its
    address leads there. What is left out of OTHER is told.
    """
    amend(events, merging(keep, gone), note, day_of(today))
