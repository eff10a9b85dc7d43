"""Forked processes: they see what this one holds without a copy of it, and what they used goes with them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from typing import Any, ParamSpec, TypeVar

from generator.errors import WorkersError

__all__ = ["FORK_FROM", "aside", "can_fork", "forked", "threads"]

FORK_FROM = 500
"""With so many pages another process has saved more than it takes to start."""

Given = ParamSpec("Given")
Found = TypeVar("Found")


def can_fork() -> bool:
    """Whether processes can be forked here, and it is safe to."""
    # Another thread may hold a lock, which nobody would ever release in a forked process.
    return sys.platform == "linux" and threads() == 1


def threads() -> int:
    """How many threads this process has, those among them that Python does not know of; 0 where nobody says."""
    with suppress(OSError):  # nothing is mounted at /proc
        return len(os.listdir("/proc/self/task"))  # noqa: PTH208 only their number matters
    return 0


@contextmanager
def forked(count: int, begin: Callable[Given, object], *args: Given.args, **kwargs: Given.kwargs) -> Iterator[Executor]:
    """Processes that end with the context.

    Args:
        count: How many.
        begin: What each of them does first.
        *args: What it is given: handed over by the fork, and not sent.
        **kwargs: Likewise.

    Yields:
        What takes work for them.

    Raises:
        WorkersError: One of them was ended from outside.
    """
    context = multiprocessing.get_context("fork")

    def prepare() -> None:
        _prepare()
        begin(*args, **kwargs)

    # What stands now is for good: a collector that looks through it would copy it.
    gc.freeze()
    try:
        with ProcessPoolExecutor(count, context, initializer=prepare) as executor:
            try:
                yield executor
            finally:
                executor.shutdown(cancel_futures=True)
    except BrokenProcessPool as error:
        what = "a process of the build was ended from outside"
        raise WorkersError(what, todo="see whether the machine has memory left, and build again") from error
    finally:
        gc.unfreeze()


def aside(function: Callable[Given, Found], *args: Given.args, **kwargs: Given.kwargs) -> Found:
    """What a function gives, found by a process of its own where that can be forked.

    Of ten thousand events that are read some fifty megabytes are kept; in the process that has read them they lie
    scattered over two hundred.

    Args:
        function: The function; what it gives is sent.
        *args: Its arguments.
        **kwargs: Likewise.
    """
    if not can_fork():
        return function(*args, **kwargs)
    with forked(1, _task.append, lambda: function(*args, **kwargs)) as executor:
        # Whatever it gives: only this process knows of what type that is.
        found: Found = executor.submit(_do_task).result()
        return found


_task: list[Callable[[], Any]] = []
"""In a forked process, and nowhere else: what it is to find."""


def _do_task() -> Any:  # noqa: ANN401 what the function gives
    return _task[0]()


def _prepare() -> None:
    """Make a forked process ready: it leaves interruptions to its parent, and ends with it, however that goes."""
    gc.disable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
