"""A stretch of work that neither Ctrl+C nor a request to end cuts in two: what was asked for happens after it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

__all__ = ["undisturbed"]

_ENDINGS = [number for name in ("SIGINT", "SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None]
"""Ctrl+C, a request to end, and a window that is closed; not every system has the last."""


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let a `with` block come to its end although somebody presses Ctrl+C or ends the program, and only then do so.

    Signals reach the main thread alone; in another one this does nothing.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        asked.append(number)

    before = {number: signal.signal(number, note) for number in _ENDINGS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    for number in dict.fromkeys(asked):
        signal.raise_signal(number)
