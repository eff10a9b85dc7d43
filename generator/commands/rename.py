"""`dateline rename`: an event gets another id, and its old address leads there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from generator.commands.amending import amend
from generator.commands.clock import today as day_of
from generator.commands.options import events_option, today_option
from generator.curating.renaming import renaming

__all__ = ["command"]


@click.command(
    name="rename",
    epilog="""\b
Example:
  dateline rename 2022-09-uzbekistan-summit 2022-09-samarkand-summit
""",
)
@click.argument("old", metavar="ID")
@click.argument("new", metavar="NEW")
@events_option
@today_option
def command(old: str, new: str, *, events: Path, today: dt.date | None) -> None:
    """Give an event another id.

    The old one becomes an alias, so that its address leads to the new one; what is related to the event names it by the
    new one.
    """
    amend(events, renaming(old, new), "", day_of(today))
