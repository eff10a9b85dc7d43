"""`dateline explain`: the whole trail of an event, or of an article or a line of it."""

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
from generator.curating.trail import trail_of_article, trail_of_event, trail_of_line
from generator.errors import DatelineError, UsageError
from generator.reading import read, read_item
from generator.reading.article import Article
from generator.reading.picking import MARK, holds_many, pick

__all__ = ["command"]

_FILE_AND_LINE = re.compile(r"(?P<file>.+):(?P<line>[0-9]+)", re.DOTALL)


@click.command(
    name="explain",
    epilog="""\b
Example:
  dateline explain 2022-12-30-putin-xi-video-call
  dateline explain data/articles/ap-video-call.md
  dateline explain data/articles/ap-video-call.md:13
  dateline explain news.jsonl!12
  dateline explain feed.xml!https://example.org/a-story:3
""",
)
@click.argument("subject", metavar="EVENT|FILE[:LINE]|FILE!ARTICLE[:LINE]")
@events_option
@today_option
def command(subject: str, *, events: Path, today: dt.date | None) -> None:
    """Tell the whole trail of an event, or of an article or a line of it.

    Of an event: each sentence that it cites, the words that gave the date, the rule, what they were counted from, and
    how that is known. Of a line: what was found in it, what became of it, and why it was not proposed if it was not.
    Without a line, all sentences of the article are told. One of a collection or archive is called FILE!NUMBER or
    FILE!NAME, as by dateline extract, or FILE!ADDRESS.
    """
    match = _FILE_AND_LINE.fullmatch(subject)
    collection = _collection(subject)
    if collection:
        lines = _article(collection, subject[len(str(collection)) + 1 :], events, day_of(today))
    elif match:
        lines = _file(Path(match["file"]), int(match["line"]), events, day_of(today))
    else:
        try:
            lines = _event(subject, events)
        except DatelineError:
            if not Path(subject).is_file():
                raise
            lines = _file(Path(subject), None, events, day_of(today))
    click.echo("\n".join(lines))


def _event(wanted: str, events: Path) -> list[str]:
    loaded = load(events)
    if loaded.timeline is None:
        raise faulty(loaded)
    index = find_event(loaded.timeline, wanted, str(events))
    place = loaded.place(loaded.places.at(("events", index)).line)
    return [f"{place}:", *trail_of_event(loaded.timeline.events[index], loaded.timeline)]


def _collection(subject: str) -> Path | None:
    """The file of which an article is named: what stands before the first `!` that ends the name of one."""
    ends = (index for index, character in enumerate(subject) if character == MARK)
    return next((file for file in (Path(subject[:end]) for end in ends) if file.is_file()), None)


def _article(collection: Path, wanted: str, events: Path, today: dt.date) -> list[str]:
    picked = pick(collection, wanted, today=today)
    article = read_item(picked.item, today=today)
    return _trail(article, picked.line, events, today)


def _file(file: Path, line: int | None, events: Path, today: dt.date) -> list[str]:
    if holds_many(file):
        raise _many(file)
    return _trail(read(file, today=today), line, events, today)


def _many(file: Path) -> UsageError:
    todo = (
        f"name one of them as {file}!1, or as its address: {file}!https://…; dateline extract says what each is called"
    )
    return UsageError(f"“{file}” holds many articles", todo=todo)


def _trail(article: Article, line: int | None, events: Path, today: dt.date) -> list[str]:
    if line == 0:
        raise UsageError("lines are counted from 1", todo=f"write {article.origin}:1 for the first")
    loaded = load(events) if is_there(events) else None
    outcome = Run(events, loaded, read_seen(events), today).propose([article])
    return trail_of_article(outcome) if line is None else trail_of_line(outcome, line)
