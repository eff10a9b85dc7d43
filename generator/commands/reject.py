"""`dateline reject`: candidates go, and are never proposed again."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.options import events_option
from generator.curating.judge import reject
from generator.curating.load import load
from generator.curating.seen import add_seen
from generator.curating.write import locked, replace_file

__all__ = ["command"]


@click.command(
    name="reject",
    epilog="""\b
Example:
  dateline reject 2024-06-peace-conference-in-switzerland --reason "Not between the two"
""",
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--reason", default="", metavar="TEXT", help="Why, for those who come after you.")
@events_option
def command(ids: tuple[str, ...], *, reason: str, events: Path) -> None:
    """Reject candidates: they are never proposed again.

    Of each stay its id and the reason, and not its text. Where one of them cannot be rejected, none is: an event that
    was published is withdrawn instead.
    """
    with locked(events):
        loaded = load(events)
        text, rejected, mentions = reject(loaded, ids, reason.strip())
        if rejected:
            # First, so that nothing is forgotten if this is interrupted: once the text is gone, only they know it.
            add_seen(events, mentions)
            replace_file(events, loaded.text, text)
    for each in rejected:
        click.echo(f"Rejected {each}")
    if not rejected:
        click.echo("Rejected already: nothing was changed")
