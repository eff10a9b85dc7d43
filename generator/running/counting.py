"""Count the articles of a run beside it, so that it can tell how much time is left.

An archive does not say how many articles are in it. To count them is to go through it once more without reading them,
which another process does while the first articles are read already.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import os
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from generator.reading import items
from generator.reading.source import PageOf
from generator.running.processes import context, end_with_parent

__all__ = ["Counting"]

LEAST = 19
"""The least that a process can ask of the processor."""


class Counting:
    """Counts in a process of its own.

    Args:
        paths: What the run reads.
        today: The day of the run.
        page_of: Finds the pages that lists of addresses name, in this process or another.
    """

    def __init__(self, paths: Sequence[Path], today: dt.date, page_of: PageOf | None = None) -> None:
        self._receiver, sender = context().Pipe(duplex=False)
        self._process = context().Process(target=_count, args=(sender, paths, today, page_of), daemon=True)
        self._process.start()
        sender.close()

    def total(self) -> int | None:
        """The number, once, when it is known; else None. Where nobody can count, nobody misses it."""
        with contextlib.suppress(EOFError, OSError):
            if self._receiver.poll():
                return int(self._receiver.recv())
        return None

    def stop(self) -> None:
        """Count no further."""
        self._receiver.close()
        self._process.kill()
        self._process.join()
        self._process.close()


def _count(sender: Connection, paths: Sequence[Path], today: dt.date, page_of: PageOf | None) -> None:
    """Send the number of items that the paths name, those that cannot be read included."""
    end_with_parent()
    if hasattr(os, "nice"):
        os.nice(LEAST)  # it only tells how much time is left, and the readers are to have the cores
    sender.send(sum(1 for _ in items(paths, today=today, page_of=page_of)))
