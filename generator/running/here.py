"""Gather here: the few items of a run are read in this process, and what was found in them goes into the spool."""

from __future__ import annotations

from collections.abc import Iterable

from generator.reading.item import Item, Unread
from generator.running.spool import Spool
from generator.running.work import Numbered, Row, Task, make_row

__all__ = ["Source", "gather_here", "unread_row"]

Source = Iterable[Item | Unread]


def gather_here(source: Source, spool: Spool, task: Task) -> None:
    """Read a few items in this process.

    Args:
        source: The items, and what cannot be read.
        spool: Where to.
        task: What is wanted.
    """
    for number, each in enumerate(source):
        key = str(number).encode()
        spool.place([(number, key)])
        if isinstance(each, Unread):
            spool.add([unread_row(key, each)])
        else:
            spool.add([make_row(Numbered(number, key, each), task)])


def unread_row(key: bytes, each: Unread) -> Row:
    """The row of what its container could not give."""
    return Row(key, f"{each.origin}: {each.why}")
