"""`dateline reject`: candidates go, and are never proposed again."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.commands.options import events_option
from generator.curating.judge import reject
from generator.curating.load import load
from generator.curating.seen import add_seen
from generator.curating.write import locked, replace_file
from generator.errors import UsageError

__all__ = ["command"]


@click.command(
    name="reject",
    epilog="""\b
Example:
  dateline reject 2024-06-peace-conference-in-switzerland --reason "Not between the two"
""",
)
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option(
    "--reason", default="", metavar="TEXT", help="Why, for those who come after you; asked for where it is missing."
)
@events_option
def command(ids: tuple[str, ...], *, reason: str, events: Path) -> None:
    """Reject candidates: they are never proposed again.

    Of each stay its id and the reason, which is one for all of them, and not its text. Where one of them cannot be
    rejected, none is: an event that was published is withdrawn instead.
    """
    # Asked without the lock, and not before it is clear that they can be rejected.
    if not reason.strip() and reject(load(events), ids)[1]:
        reason = _ask()
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


def _ask() -> str:
    """The reason, from the person at the terminal, who is asked until there is one.

    Raises:
        UsageError: Nobody is there to be asked.
    """
    if not sys.stdin.isatty():
        raise UsageError("a rejection needs a reason; nothing was changed", todo='say why with --reason "…"')
    answer: str = click.prompt("Reason", value_proc=_some_text, err=True)
    return answer


def _some_text(answer: str) -> str:
    if not answer.strip():
        raise click.UsageError("say why, for those who come after you")
    return answer
