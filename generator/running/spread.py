"""Spread work over workers: so many chunks on their way that nobody waits, and no more, so that memory stays flat.

A worker that dies takes with it what was on its way to its fellows; nobody can tell which article did it. So those are
done again one at a time, and the one that a worker dies of again is reported and left out. A worker that hangs, where
no timer could interrupt it, is treated as dead once it is overdue.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from itertools import islice

from generator.running.crew import Crew
from generator.running.work import CHUNK_SECONDS, Numbered, Row, failed_row

__all__ = ["Spread", "chunks"]

ON_THE_WAY = 3
"""Chunks a worker: one at work, one waiting for it, and one for the time that results take to be stored."""

SLACK = 15.0
"""Seconds beyond any limit before a worker is taken for hanging: another process may have had the machine."""

MAX_CHUNK_BYTES = 4_000_000
"""A chunk of large pages is shorter, so that what is on its way does not fill the memory."""

Work = Callable[[Sequence[Numbered]], list[Row]]
Chunk = list[Numbered]


def chunks(items: Iterable[Numbered], size: int) -> Iterator[Chunk]:
    """Cut items into chunks.

    Args:
        items: The items; no more of them are asked for than the chunks that were taken hold.
        size: How many items a chunk has at most; fewer where they are large.
    """
    chunk: Chunk = []
    held = 0
    for each in items:
        chunk.append(each)
        held += len(each.item.data or b"")
        if len(chunk) == size or held > MAX_CHUNK_BYTES:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


class Spread:
    """The work of one run, spread over a crew.

    Args:
        crew: Who works.
        work: What is done with a chunk: a function that other processes can import, and that may leave the end of a
            chunk undone.
        limit: Seconds after which `work` gives up an article by itself.
    """

    def __init__(self, crew: Crew, work: Work, limit: float) -> None:
        self.crew = crew
        self.work = work
        self.overdue = ON_THE_WAY * (CHUNK_SECONDS + limit) + SLACK
        self.limit = limit
        self._pending: dict[Future[list[Row]], tuple[Chunk, float]] = {}

    def rows(self, sources: Iterator[Chunk]) -> Iterator[list[Row]]:
        """Work on chunks.

        Args:
            sources: The chunks; one more is asked for when there is room for it.

        Yields:
            Rows as they come, one for each item, in no order.
        """
        suspects: Chunk = []
        while self._fill(sources, suspects) or suspects:
            if suspects:
                yield from self._settle(suspects)
                suspects = []
                continue
            done, _ = wait(self._pending, timeout=1.0, return_when=FIRST_COMPLETED)
            for future in done:
                yield self._take(future, suspects)
            if self._is_overdue():
                suspects += self._abandon()

    def _fill(self, sources: Iterator[Chunk], suspects: Chunk) -> bool:
        """Send chunks until enough are on their way; whether any is."""
        room = self.crew.workers * ON_THE_WAY - len(self._pending)
        for chunk in islice(sources, max(room, 0) if not suspects else 0):
            self._send(chunk, suspects)
        return bool(self._pending)

    def _send(self, chunk: Chunk, suspects: Chunk) -> None:
        try:
            future = self.crew.executor.submit(self.work, chunk)
        except BrokenExecutor:
            suspects += chunk
        else:
            self._pending[future] = chunk, time.monotonic()

    def _take(self, future: Future[list[Row]], suspects: Chunk) -> list[Row]:
        """The rows of a chunk; what a dead worker had is suspect, what there was no time for is sent again."""
        chunk, _ = self._pending.pop(future)
        try:
            rows = future.result()
        except self.crew.lost:
            suspects += chunk
            return []
        if chunk[len(rows) :]:
            self._send(chunk[len(rows) :], suspects)
        return rows

    def _is_overdue(self) -> bool:
        now = time.monotonic()
        return any(now - sent > self.overdue for _, sent in self._pending.values())

    def _abandon(self) -> Chunk:
        """Stop the workers; all that they had is suspect."""
        abandoned = [each for chunk, _ in self._pending.values() for each in chunk]
        for future in self._pending:
            future.cancel()
        self._pending.clear()
        self.crew.renew()
        return abandoned

    def _settle(self, suspects: Chunk) -> Iterator[list[Row]]:
        """Let what is on its way come in, and do again, one at a time, what was lost."""
        if self._pending:
            wait(self._pending, timeout=self.overdue)
            for future in [future for future in self._pending if future.done()]:
                yield self._take(future, suspects)
            suspects += self._abandon()
        else:
            self.crew.renew()
        for each in sorted(suspects, key=lambda numbered: numbered.number):
            yield [self._alone(each)]

    def _alone(self, each: Numbered) -> Row:
        """The row of an item that is the only one at work."""
        try:
            future = self.crew.executor.submit(self.work, [each])
            return future.result(self.limit + SLACK)[0]
        except TimeoutError:
            self.crew.renew()
            return failed_row(each, f"reading this article took longer than {self.limit:g} seconds")
        except self.crew.lost:
            self.crew.renew()
            return failed_row(each, "the process that read this article died, twice")
