"""What a worker does: an item becomes a record, a chunk of items becomes rows that nobody need unpack to store them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import pickle
import time
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.curating.propose import Extracted
from generator.errors import ArticleError
from generator.extracting import Extraction, article_key, extract
from generator.extracting.sentences import split
from generator.reading import read_item
from generator.reading.article import Article, Removed
from generator.reading.item import Item
from generator.reading.sketch import Sketch, sketch
from generator.running.timelimit import TimeUpError, time_limit

if TYPE_CHECKING:
    from generator.curating.ranking import Report

__all__ = ["Numbered", "Record", "Row", "Task", "failed_row", "make_row", "record", "work"]

CHUNK_SECONDS = 5.0
"""After so long a worker hands back what it has; so whoever waits for it knows when to lose patience."""

QUICKEST = 1
"""zlib's level: two thirds of the room is saved in a fortieth of the time that an article takes."""


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done with each item.

    Attributes:
        today: The clock: no article was published after this day.
        ranked: Whether reports for a ranking are wanted.
        furniture: Whether to keep what was left out of the articles, to tell of it.
        limit: Seconds after which an article is given up.
    """

    today: dt.date
    ranked: bool
    furniture: bool
    limit: float


@dataclass(frozen=True, slots=True)
class Numbered:
    """An item on its way.

    Attributes:
        number: Its place in the run, from 0.
        key: What its row is found by in a later run.
        item: The item.
    """

    number: int
    key: bytes
    item: Item


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of an article.

    Attributes:
        extracted: The article, without its body, and its candidates.
        sketch: What it is known again by where it is reprinted.
        report: What ranking needs of it, or None where nothing is ranked.
    """

    extracted: Extracted
    sketch: Sketch
    report: Report | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A record as it is stored and sent.

    Attributes:
        key: What it is found by.
        failed: Why the article could not be read, or empty.
        origin: Where it was read from.
        mentions: The fingerprints of its candidates, joined by spaces.
        head: The article without its body, and its sketch, pickled.
        body: What was found in it, pickled and compressed.
        report: What ranking needs of it, pickled and compressed; empty where nothing is ranked.
    """

    key: bytes
    failed: str = ""
    origin: str = ""
    mentions: str = ""
    head: bytes = b""
    body: bytes = b""
    report: bytes = b""


def record(item: Item, task: Task, *, published: dt.date | None = None, dated: Article | None = None) -> Record:
    """Read an item and extract from it.

    Args:
        item: The item.
        task: What is wanted.
        published: The day of publication, where somebody gives it.
        dated: The article as the timeline dates it: its publication date stands in the place of the one that is read.

    Returns:
        What is kept of it.

    Raises:
        ArticleError: It cannot be read, or is not read within the limit of time.
        UsageError: `published` lies after the day of the run.
    """
    try:
        with time_limit(task.limit):
            article = read_item(item, today=task.today, published=published)
            if dated is not None:
                article = dataclasses.replace(article, published=dated.published)
            return _record(article, task)
    except TimeUpError:
        raise _given_up(item, task.limit) from None


def work(chunk: Sequence[Numbered], task: Task) -> list[Row]:
    """Read the items of a chunk and extract from them.

    Args:
        chunk: The items.
        task: What is wanted.

    Returns:
        A row for each item, in their order; fewer where the time for a chunk was up: the others are still to be done.
    """
    rows: list[Row] = []
    end = time.monotonic() + CHUNK_SECONDS
    for each in chunk:
        rows.append(make_row(each, task))
        if time.monotonic() > end:
            break
    return rows


def make_row(each: Numbered, task: Task) -> Row:
    """The row of one item; one that cannot be read has the reason in it."""
    try:
        kept = record(each.item, task)
    except ArticleError as error:
        return Row(each.key, str(error))
    except Exception as error:  # noqa: BLE001 whatever one article does to a library, the others are read
        return failed_row(each, f"the program failed on this article ({type(error).__name__}: {error})")
    return packed(each.key, kept)


def failed_row(each: Numbered, what: str) -> Row:
    """The row of an item that cannot be read through no fault that its reader would know."""
    return Row(each.key, str(ArticleError(what, where=each.item.origin, todo="leave it out, and report it")))


def packed(key: bytes, kept: Record) -> Row:
    """A record as it is stored."""
    extracted = kept.extracted
    return Row(
        key,
        origin=extracted.article.origin,
        mentions=" ".join(candidate.mention for candidate in extracted.extraction.candidates),
        head=pickle.dumps((extracted.article, kept.sketch), protocol=5),
        body=_squeezed((extracted.extraction, extracted.passed)),
        report=_squeezed(kept.report) if kept.report is not None else b"",
    )


def _record(article: Article, task: Task) -> Record:
    extraction = extract(article)
    told = _report(article, extraction) if task.ranked else None
    kept = dataclasses.replace(extraction, passed=())
    removed = article.removed if task.furniture else ()
    return Record(Extracted(_without_body(article, removed), kept, len(extraction.passed)), sketch(article), told)


def _report(article: Article, extraction: Extraction) -> Report:
    from generator.curating.ranking import report

    return report(article, extraction)


def _without_body(article: Article, removed: tuple[Removed, ...]) -> Article:
    """An article without its text, or with as much of it as it is known by."""
    key = article_key(article)
    bare = dataclasses.replace(article, text="", lines=(), removed=removed)
    if article_key(bare) == key:
        return bare
    paragraph = article.text.lstrip().partition("\n")[0]
    sentence = next((sentence.text for sentence in split(paragraph)), "")
    shorter = (dataclasses.replace(bare, text=text) for text in (sentence, paragraph))
    return next(each for each in shorter if article_key(each) == key)


def _squeezed(value: object) -> bytes:
    return zlib.compress(pickle.dumps(value, protocol=5), QUICKEST)


def _given_up(item: Item, limit: float) -> ArticleError:
    what = f"reading this article took longer than {limit:g} seconds"
    return ArticleError(what, where=item.origin, todo="leave it out, or cut it into parts")
