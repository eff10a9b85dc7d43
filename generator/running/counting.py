"""Count the articles of a run beside it, so that it can tell how much time is left.

An archive does not say how many articles are in it. To count them is to go through it once more without reading them,
which another process does while the first articles are read already.
"""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from generator.errors import DatelineError
from generator.reading import items
from generator.running.processes import Processes

__all__ = ["Counting", "count"]


def count(paths: Sequence[Path], today: dt.date) -> int:
    """How many items the paths name, those that cannot be read included."""
    return sum(1 for _ in items(paths, today=today))


class Counting:
    """Counts in a process of its own.

    Args:
        paths: What the run reads.
        today: The day of the run.
    """

    def __init__(self, paths: Sequence[Path], today: dt.date) -> None:
        self._crew = Processes(1)
        self._future: Future[int] | None = self._crew.executor.submit(count, paths, today)

    def total(self) -> int | None:
        """The number, once, when it is known; else None. What cannot be counted stays unknown."""
        if self._future is None or not self._future.done():
            return None
        found = None
        with contextlib.suppress(DatelineError, OSError, BrokenProcessPool):
            found = self._future.result()
        self.stop()
        return found

    def stop(self) -> None:
        """Count no further."""
        self._future = None
        self._crew.stop()
