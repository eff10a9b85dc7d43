"""`dateline accept`: candidates become events that are published."""

from __future__ import annotations

from pathlib import Path

import click

from generator.commands.options import events_option
from generator.curating.judge import accept
from generator.curating.load import load
from generator.curating.write import locked, replace_file

__all__ = ["command"]


@click.command(
    name="accept",
    epilog="""\b
Example:
  dateline accept 2024-06-peace-conference-in-switzerland
""",
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@events_option
def command(ids: tuple[str, ...], *, events: Path) -> None:
    """Accept candidates: they are published from now on.

    Takes away their line “review: candidate”, and touches nothing else. Where one of them cannot be accepted, none is.
    """
    with locked(events):
        loaded = load(events)
        text, accepted = accept(loaded, ids)
        if accepted:
            replace_file(events, loaded.text, text)
    for each in accepted:
        click.echo(f"Accepted {each}")
    if not accepted:
        click.echo("Accepted already: nothing was changed")
