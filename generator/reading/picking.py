"""One article of a collection or archive, picked by what it is called in messages, or by its address."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ArticleError
from generator.reading.finding import ENDINGS
from generator.reading.item import Item, Unread
from generator.reading.items import items
from generator.reading.source import ending_of

__all__ = ["MARK", "Picked", "holds_many", "pick"]

MARK = "!"
"""What stands between the name of a file and that of an article in it: `news.jsonl!12`."""

MOST_NAMED = 3
"""So many articles are named to show how they are called."""


@dataclass(frozen=True, slots=True)
class Picked:
    """An article of a collection.

    Attributes:
        item: The article, not yet read.
        line: The number of the line that was named with it, or None.
    """

    item: Item
    line: int | None = None


def holds_many(file: Path) -> bool:
    """Whether a file is one that holds articles, by its ending."""
    return file.is_file() and ending_of(file.name) not in ENDINGS


def pick(file: Path, wanted: str, *, today: dt.date) -> Picked:
    """Find one article of a collection or archive, which is gone through until it is found.

    Args:
        file: The collection.
        wanted: What the article is called after the file's name (`12`, `march/ferries.html`), or its address; a line of
            it may follow after a colon.
        today: The day of the run.

    Returns:
        The article, and the line.

    Raises:
        ArticleError: There is no such article, or it cannot be read.
    """
    name, _, number = wanted.rpartition(":")
    line = int(number) if name and number.isdecimal() and number.isascii() else None
    known: list[str] = []
    for each in items([file], today=today):
        called = each.origin.removeprefix(f"{file}{MARK}")
        names = {called, each.url} if isinstance(each, Item) else {called}
        if wanted in names or (line is not None and name in names):
            if isinstance(each, Unread):
                raise ArticleError(each.why, where=each.origin)
            return Picked(each, None if wanted in names else line)
        if len(known) < MOST_NAMED:
            known.append(called)
    todo = f"write it as the run does; the first are {', '.join(f'{file}{MARK}{each}' for each in known)}"
    raise ArticleError(f"there is no article “{wanted}” in it", where=str(file), todo=todo)
