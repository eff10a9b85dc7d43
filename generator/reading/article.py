"""An article as it was read: its text without the page's furniture, and what is known of its publication."""

from __future__ import annotations

import bisect
import datetime as dt
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

__all__ = ["Article", "PublishedDate", "Removed"]


@dataclass(frozen=True, slots=True)
class PublishedDate:
    """The publication date of an article, with the evidence for it.

    Attributes:
        value: The day.
        method: `metadata`, `byline`, `dateline`, `caption`, `weekday` (year inferred from a weekday), `given` (by an
            option) or `editor` (filled in by hand).
        words: The words of the article that gave it; empty for metadata, where `reason` names the field.
        confidence: How sure it is.
        reason: Why this date and no other, as a sentence.
    """

    value: dt.date
    method: str
    words: str = ""
    confidence: Literal["high", "medium", "low"] = "high"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Removed:
    """A line of furniture that was left out.

    Attributes:
        line: Its number in the file, from 1.
        text: What it said.
        reason: Why it is not part of the article, such as `newsletter`, `repeated headline` or `teaser`.
    """

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    r"""One text that was read.

    Attributes:
        origin: Where it was read from: a path as it was given, or an address.
        text: The body, paragraphs on lines of their own, furniture left out, words as in the file.
        lines: For each line of `text` (split at `\n`), its number in the file, from 1.
        title: The headline, or empty.
        publisher: Who published it, or empty.
        agency: The agency whose story it reprints, such as Reuters, or empty.
        url: Its canonical address, or empty.
        language: A two-letter code (ISO 639-1).
        kind: `article`, `digest` (our own words: never quoted) or `document`.
        published: Its document creation time with evidence, or None where nothing gives one.
        removed: The furniture, in the order of the file.
    """

    origin: str
    text: str
    lines: tuple[int, ...]
    title: str = ""
    publisher: str = ""
    agency: str = ""
    url: str = ""
    language: str = "en"
    kind: Literal["article", "digest", "document"] = "article"
    published: PublishedDate | None = None
    removed: tuple[Removed, ...] = field(default=())

    @property
    def dct(self) -> dt.date | None:
        """The document creation time: the day from which “on Friday” is counted."""
        return self.published.value if self.published else None

    def line_at(self, offset: int) -> int:
        """The number, in the file, of the line that holds a character of `text`."""
        return self.lines[bisect.bisect_left(_breaks(self.text), offset)]


@lru_cache(maxsize=4)
def _breaks(text: str) -> tuple[int, ...]:
    """Where the lines of a text end: looked for once, since each of its sentences asks."""
    return tuple(match.start() for match in re.finditer("\n", text))
