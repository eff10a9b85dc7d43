"""What a reader hands over: paragraphs with their lines, and what the file itself says about its publication."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from generator.reading.article import PublishedDate, Removed
from generator.reading.clue import Clue

__all__ = ["Draft", "Paragraph", "Reader", "fold", "is_prose", "is_whole", "word_count"]

PROSE_WORDS = 8
"""A paragraph of the article has at least so many words; labels and buttons have fewer."""

ENDED = re.compile(r"[.!?…。।؟！？](?:\s?[”“\"’'‘»)\]])*(?:\s?\([^()]{2,40}\))?$|[”\"]$")
"""How a sentence ends: a full stop in the scripts that have one, with the closing marks, and a credit in brackets,
that may follow it."""

END = 80
"""The end of a text that tells how it ends has at most so many characters."""

UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
NOT_A_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or one line of a page's furniture.

    Attributes:
        line: The number of the line in the file where it begins, from 1.
        text: Its words on one line, as in the file.
        gap: Whether a blank line stands before it.
    """

    line: int
    text: str
    gap: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before its publication is settled.

    Attributes:
        page: Every paragraph of the page with its furniture: bylines and copyright lines are evidence too.
        body: The paragraphs of the article itself.
        removed: The furniture, in the order of the file.
        title, publisher, agency, url, language, kind: As in `Article`; empty where the file does not say.
        published: The date that the file's metadata gives, or None.
        clues: What a page's markup says of its publication.
        dated: What the metadata says instead where it names a day and month without a year, such as `02/04 06:20`.
    """

    page: tuple[Paragraph, ...]
    body: tuple[Paragraph, ...]
    removed: tuple[Removed, ...] = ()
    title: str = ""
    publisher: str = ""
    agency: str = ""
    url: str = ""
    language: str = ""
    kind: Literal["article", "digest", "document"] = "article"
    published: PublishedDate | None = None
    dated: str = ""
    clues: tuple[Clue, ...] = ()


Reader = Callable[[str, str, dt.date], Draft]
"""A reader takes the decoded text, where it comes from (for messages), and today's date."""


def word_count(text: str) -> int:
    """The number of words; in a script without spaces, about half the number of characters."""
    spaced = len(text.split())
    return spaced if text.isascii() else max(spaced, len(UNSPACED.findall(text)) // 2)


def is_whole(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return ENDED.search(text[-END:]) is not None


def is_prose(text: str) -> bool:
    """Whether a paragraph reads as running text: long enough, and ended as a sentence is."""
    return is_whole(text) and word_count(text) >= PROSE_WORDS


def fold(text: str) -> str:
    """A text reduced to its letters and digits, so that copies of it compare equal.

    Pages repeat a headline with other quotes, dashes or capitals.
    """
    return NOT_A_WORD.sub(" ", text.casefold()).strip()
