"""A limit of time for one article, so that one that hangs does not stall a run of a million.

The system's timer interrupts the main thread; that is where the worker processes of `concurrent.futures` do their work.
Where there is no such timer (Windows) or the work is done in another thread (Dask), nothing is interrupted here: there,
and where a library's own code cannot be interrupted, whoever waits for the worker loses patience (`spread`).
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["TimeUpError", "can_interrupt", "time_limit"]

AGAIN = 1.0
"""Seconds until the timer interrupts once more, in case that something on the way caught the first interruption."""


class TimeUpError(BaseException):
    """The time is up. No `Exception`, since libraries that forgive those would go on."""


def can_interrupt() -> bool:
    """Whether what runs here can be interrupted by a timer."""
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Interrupt what takes longer than some seconds, where that can be done.

    Args:
        seconds: The limit, by the clock on the wall.

    Raises:
        TimeUpError: The time is up.
    """
    if not can_interrupt():
        yield
        return
    before = signal.signal(signal.SIGALRM, _interrupt)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise TimeUpError
