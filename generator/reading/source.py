"""A source: a file, or the member of an archive, that is open to be read for the articles in it."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ArticleError
from generator.reading.item import Item, Unread

__all__ = ["Collection", "Context", "PageOf", "Source", "ending_of", "member_name", "unread"]


@dataclass(frozen=True, slots=True)
class Source:
    """Something that is open to be read.

    Attributes:
        origin: What it is called, as in `Item`.
        name: Its file name, whose ending tells the form.
        stream: Its bytes, from the beginning; they can be read once, and only until the next source is asked for.
        size: How many bytes a directory declares, or 0 where none does.
        depth: In how many archives it lies.
    """

    origin: str
    name: str
    stream: io.BufferedReader
    size: int = 0
    depth: int = 0


PageOf = Callable[[str], Path | None]
"""Tells of an address in which file its page lies, if it was fetched before."""


def _nowhere(address: str) -> None:
    """Nothing was fetched."""


@dataclass(frozen=True, slots=True)
class Context:
    """What is known before anything is read.

    Attributes:
        today: The clock: a day of publication that lies after it is not believed.
        page_of: Tells of an address in which file its page lies; None where it was not fetched.
    """

    today: dt.date
    page_of: PageOf = _nowhere

    def believed(self, day: dt.date | None) -> dt.date | None:
        """A day of publication that some container gives, unless it lies in the future."""
        return day if day and day <= self.today else None


Collection = Callable[[Source, Context], Iterator[Item | Unread]]
"""A collection is read one article at a time; `ArticleError` ends it, and is reported as what is wrong with it."""


def ending_of(name: str) -> str:
    """The ending of a file's name, in lower case: `.html`, `.tar.gz`; empty where there is none."""
    stem, dot, ending = name.lower().rpartition(".")
    if not stem or not dot:
        return ""
    if ending == "gz":
        return f"{ending_of(stem)}.gz"
    return f".{ending}"


def member_name(name: str) -> str:
    """The name of a member of an archive, fit to be shown: what cannot be printed in it is replaced.

    Nothing is written under this name, so that `../` in it does no harm.
    """
    sound = name.encode("utf-8", "replace").decode("utf-8")
    return "".join(character if character.isprintable() else "\ufffd" for character in sound)


def unread(error: ArticleError, origin: str) -> Unread:
    """What to report of a source that an error stopped."""
    where = error.where or origin
    why = f"{error.what} — {error.todo}" if error.todo else error.what
    return Unread(where, why)
