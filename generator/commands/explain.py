"""`dateline explain`: the whole trail of an event, or of a line of an article."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import click

from generator.commands.clock import today as day_of
from generator.commands.options import events_option, today_option
from generator.curating.judge import find_event
from generator.curating.load import faulty, load
from generator.curating.parts import is_there
from generator.curating.propose import Run
from generator.curating.seen import read_seen
from generator.curating.trail import trail_of_event, trail_of_line
from generator.errors import DatelineError, UsageError
from generator.reading import read

__all__ = ["command"]

_FILE_AND_LINE = re.compile(r"(?P<file>.+):(?P<line>[0-9]+)", re.DOTALL)


@click.command(
    name="explain",
    epilog="""\b
Example:
  dateline explain 2022-12-30-putin-xi-video-call
  dateline explain data/articles/ap-video-call.md:13
""",
)
@click.argument("subject", metavar="EVENT|FILE:LINE")
@events_option
@today_option
def command(subject: str, *, events: Path, today: dt.date | None) -> None:
    """Tell the whole trail of an event, or of a line of an article.

    Of an event: each sentence that it cites, the words that gave the date, the rule, what they were counted from, and
    how that is known. Of a line: what was found in it, what became of it, and why it was not proposed if it was not.
    """
    match = _FILE_AND_LINE.fullmatch(subject)
    if match:
        lines = _line(Path(match["file"]), int(match["line"]), events, day_of(today))
    else:
        try:
            lines = _event(subject, events)
        except DatelineError as error:
            if not Path(subject).is_file():
                raise
            todo = f"name one of its lines as FILE:LINE, such as {subject}:1"
            raise UsageError(f"“{subject}” is a file, and no event", todo=todo) from error
    click.echo("\n".join(lines))


def _event(wanted: str, events: Path) -> list[str]:
    loaded = load(events)
    if loaded.timeline is None:
        raise faulty(loaded)
    index = find_event(loaded.timeline, wanted, str(events))
    place = loaded.place(loaded.places.at(("events", index)).line)
    return [f"{place}:", *trail_of_event(loaded.timeline.events[index], loaded.timeline)]


def _line(file: Path, line: int, events: Path, today: dt.date) -> list[str]:
    if not line:
        raise UsageError("lines are counted from 1", todo=f"write {file}:1 for the first")
    article = read(file, today=today)
    loaded = load(events) if is_there(events) else None
    return trail_of_line(Run(events, loaded, read_seen(events), today).propose([article]), line)
