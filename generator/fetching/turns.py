"""Turns: hosts are asked one after another, so that the wait for one is spent on the others."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Callable, Iterator
from typing import Generic, Protocol, TypeVar

__all__ = ["WINDOW", "HasHost", "Turns"]

WINDOW = 1000
"""So many tasks are looked ahead, however many there are: the memory that they take does not grow."""


class HasHost(Protocol):
    """Something that is asked of a host."""

    @property
    def host(self) -> str:
        """The host's name."""


T = TypeVar("T", bound=HasHost)


class Turns(Generic[T]):
    """Tasks in the order in which their hosts may be asked; for one host, in the order in which they came.

    Args:
        tasks: The tasks.
        ready: The moment from which a host may be asked.
        window: How many tasks are looked ahead.
    """

    def __init__(self, tasks: Iterator[T], ready: Callable[[str], float], window: int = WINDOW) -> None:
        self._tasks = tasks
        self._ready = ready
        self._window = window
        self._waiting: dict[str, deque[T]] = {}
        self._number = 0

    def add(self, tasks: Iterator[T]) -> None:
        """Put tasks before those that were not looked at yet."""
        self._tasks = itertools.chain(tasks, self._tasks)

    def __iter__(self) -> Iterator[T]:
        """Each task when it is its host's turn; more may be added meanwhile."""
        while self._fill():
            host = min(self._waiting, key=self._ready)
            queue = self._waiting[host]
            task = queue.popleft()
            self._number -= 1
            if not queue:
                del self._waiting[host]
            yield task

    def _fill(self) -> bool:
        """Look ahead; whether there is a task."""
        for task in itertools.islice(self._tasks, max(0, self._window - self._number)):
            self._waiting.setdefault(task.host, deque()).append(task)
            self._number += 1
        return self._number > 0
