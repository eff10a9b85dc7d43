"""Gather apart: the many items of a run are read by others, and what was found in them goes into the spool."""

from __future__ import annotations

import dataclasses
import hashlib
import operator
import pickle
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice

from generator.errors import ArticleError
from generator.reading.decoding import load_bytes
from generator.reading.item import Item, Unread
from generator.reading.saved import head_beside
from generator.running.crew import Crew
from generator.running.here import Source, unread_row
from generator.running.progress import Progress
from generator.running.spool import Spool
from generator.running.spread import Spread, chunks
from generator.running.work import Numbered, Task, work

__all__ = ["gather_apart"]

COMMIT_SECONDS = 1.0
"""What a stop costs at most, beside what is on its way."""

BATCH = 100
"""Items that are looked up at once among those that are done."""

_ALL_BUT_DATA = operator.attrgetter(*(field.name for field in dataclasses.fields(Item) if field.name != "data"))


def gather_apart(  # noqa: PLR0913 the parts of a run
    source: Source, spool: Spool, task: Task, *, crew: Crew, progress: Progress, total: Callable[[], int | None]
) -> None:
    """Read many items in other processes, but for those that the spool has.

    Args:
        source: The items, and what cannot be read.
        spool: Where to.
        task: What is wanted.
        crew: Who reads them.
        progress: Who is told.
        total: Tells how many there are, once that is known.
    """
    told = time.monotonic()
    fresh = _fresh(source, spool, progress, remote=crew.remote)
    for rows in Spread(crew, partial(work, task=task), task.limit).rows(chunks(fresh, crew.chunk)):
        spool.add(rows)
        progress.advance(len(rows))
        if time.monotonic() - told > COMMIT_SECONDS:
            spool.commit()
            told = time.monotonic()
            number = total()
            if number is not None:
                progress.expect(number)
    spool.prune()


def _fresh(source: Source, spool: Spool, progress: Progress, *, remote: bool) -> Iterator[Numbered]:
    """The items that are still to be read, each at its place."""
    numbered = enumerate(source)
    while batch := [_keyed(number, each) for number, each in islice(numbered, BATCH)]:
        spool.place((number, key) for number, key, _ in batch)
        known = spool.known([key for _, key, _ in batch])
        unread = [unread_row(key, each) for _, key, each in batch if isinstance(each, Unread)]
        spool.add(unread)
        progress.advance(len(unread))
        progress.advance(sum(key in known for _, key, each in batch if isinstance(each, Item)), known=True)
        for number, key, each in batch:
            if isinstance(each, Item) and key not in known:
                yield Numbered(number, key, _sent(each) if remote else each)


def _keyed(number: int, each: Item | Unread) -> tuple[int, bytes, Item | Unread]:
    return number, _key(each), each


def _key(each: Item | Unread) -> bytes:
    """What a result is found by: all that is known of an item, and its content."""
    if isinstance(each, Unread):
        return hashlib.blake2b(pickle.dumps(each, protocol=5), digest_size=16).digest()
    digest = hashlib.blake2b(repr(_ALL_BUT_DATA(each)).encode(), digest_size=16)
    digest.update(_content(each))
    return digest.digest()


def _content(item: Item) -> bytes:
    """All that is read of an item; where it cannot be read, why, so that it is read once it can be.

    As careful as a reader is: what is named `story.html` may be a pipe without an end, or larger than the memory.
    """
    try:
        loaded = _with_bytes(item)
    except ArticleError as error:
        return str(error).encode("utf-8", "replace")
    return (loaded.data or b"") + (loaded.head or b"")


def _sent(item: Item) -> Item:
    """An item for a worker that does not see this machine's disks; one that cannot be read stays, and fails there."""
    try:
        return _with_bytes(item)
    except ArticleError:
        return item


def _with_bytes(item: Item) -> Item:
    """An item that holds all that is read of it.

    Raises:
        ArticleError: It cannot be read.
    """
    if item.data is not None or item.path is None:
        return item
    return dataclasses.replace(item, data=load_bytes(item.path), head=head_beside(item.path))
