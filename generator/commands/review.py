"""`dateline review`: the candidates one after another, for a person to judge."""

from __future__ import annotations

import contextlib
import datetime as dt
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import click

from generator.commands.clock import today as day_of
from generator.commands.options import events_option, today_option
from generator.commands.settings import inbox_option

__all__ = ["command"]

_WITHOUT_TERMINAL = "run it in a terminal; or judge by name, with dateline accept ID and dateline reject ID --reason …"


@click.command(
    name="review",
    epilog="""\b
Example:
  dateline review
  dateline review --inbox data/inbox.yaml
""",
)
@events_option
@inbox_option("Where candidates wait that are in no public file yet; those of the timeline's file come after them.")
@today_option
def command(*, events: Path, inbox: Path | None, today: dt.date | None) -> None:
    """Judge the candidates one after another, a key for each.

    Each is shown with its date and why, its sentence and source, and the event that it may belong to. What you decide
    is written at once, and can be taken back with the key u. A candidate of the inbox goes to the timeline's file, with
    its sources, when you accept it.
    """
    from generator.commands.terminal import terminal
    from generator.reviewing.desk import Desk
    from generator.reviewing.inbox import apart
    from generator.reviewing.session import Session

    sits = terminal(_WITHOUT_TERMINAL)
    if inbox is not None:
        apart(events, inbox)
    desk = Desk(events, inbox, day_of(today))
    if not desk.cases():
        where = f"{events} and {inbox}" if inbox else str(events)
        click.echo(f"No candidate waits in {where}")
        return
    with _leaving_the_terminal_as_it_was():
        tally = Session(desk, sits).run()
    for line in tally.lines:
        click.echo(line)


@contextlib.contextmanager
def _leaving_the_terminal_as_it_was() -> Iterator[None]:
    """Let a request to end go through all that is open: a program that ends while it reads keys leaves no echo."""

    def end(number: int, _frame: FrameType | None) -> None:
        sys.exit(128 + number)  # as shells say what ended a program

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, end) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
