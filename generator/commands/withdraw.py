"""`dateline withdraw`: a published event is taken back; its page stays, and says so and why."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from generator.commands.amending import amend, ask
from generator.commands.clock import today as day_of
from generator.commands.options import events_option, today_option
from generator.curating.withdrawing import withdrawing
from generator.errors import UsageError

__all__ = ["command"]


@click.command(
    name="withdraw",
    epilog="""\b
Example:
  dateline withdraw 2022-09-uzbekistan-summit --why "The source was mistaken"
""",
)
@click.argument("event", metavar="ID")
@click.option("--why", default="", metavar="TEXT", help="The reason, for readers; asked for where it is missing.")
@events_option
@today_option
def command(event: str, *, why: str, events: Path, today: dt.date | None) -> None:
    """Withdraw a published event.

    It leaves the timeline; its page stays at its address and gives the reason, which stands among the corrections
    too.
    """
    missing = UsageError("a withdrawal needs a reason; nothing was changed", todo='say why with --why "…"')
    reason = why.strip() or ask("Reason", missing, "say why, for readers")
    amend(events, withdrawing(event, reason), reason, day_of(today))
