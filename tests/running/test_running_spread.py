"""Work spread over workers: nothing is lost, nothing is done twice, whatever the workers do."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from itertools import count
from pathlib import Path
from types import ModuleType

import pytest

from generator.reading.item import Item
from generator.running import processes, spread
from generator.running.processes import Processes
from generator.running.spread import ON_THE_WAY, Spread, chunks
from generator.running.work import Numbered, Row


class Threads:
    chunk = 4
    lost = ()
    remote = False

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self.executor: Executor = ThreadPoolExecutor(workers)

    def renew(self) -> None:
        raise AssertionError

    def stop(self) -> None:
        self.executor.shutdown()


def numbered(number: int, form: str = "", origin: str = "") -> Numbered:
    return Numbered(number, str(number).encode(), Item(origin or f"item {number}", form))


def run(crew, work, items, limit: float = 30.0) -> dict[bytes, Row]:
    rows = {}
    try:
        for some in Spread(crew, work, limit).rows(chunks(items, 4)):
            for row in some:
                assert row.key not in rows
                rows[row.key] = row
    finally:
        crew.stop()
    return rows


def done(rows: dict[bytes, Row]) -> set[int]:
    return {int(row.mentions) for row in rows.values() if not row.failed}


@pytest.fixture
def pool() -> Iterator[Processes]:
    pool = Processes(2)
    yield pool
    pool.stop()


def test_every_item_is_done_once(pool: Processes, hazards: ModuleType) -> None:
    assert done(run(pool, hazards.work, map(numbered, range(50)))) == set(range(50))


def test_no_more_is_asked_for_than_workers_and_their_queue_can_hold() -> None:
    asked = count()
    items = (numbered(next(asked)) for _ in range(1000))
    crew = Threads(2)
    rows = Spread(crew, lambda chunk: [Row(each.key) for each in chunk], 1).rows(chunks(items, 4))
    next(rows)
    most = 2 * ON_THE_WAY * 4
    assert next(asked) <= most + 4
    rows.close()
    crew.stop()


def test_the_end_of_a_chunk_for_which_there_was_no_time_is_done_too() -> None:
    rows = run(Threads(2), lambda chunk: [Row(chunk[0].key)], map(numbered, range(21)))
    assert len(rows) == 21


def test_large_items_make_short_chunks() -> None:
    large = Numbered(0, b"", Item("x", ".html", data=bytes(3_000_000)))
    assert [len(chunk) for chunk in chunks([large] * 5, 16)] == [2, 2, 1]


def test_a_worker_that_dies_costs_nothing(pool: Processes, hazards: ModuleType, tmp_path: Path) -> None:
    items = [numbered(n, "kill once" if n == 20 else "", str(tmp_path / "marker")) for n in range(40)]
    rows = run(pool, hazards.work, items)
    assert (tmp_path / "marker").exists()
    assert done(rows) == set(range(40))


def test_an_item_of_which_a_worker_dies_twice_is_reported_and_left_out(pool: Processes, hazards: ModuleType) -> None:
    items = [numbered(n, "kill" if n in {7, 30} else "") for n in range(40)]
    rows = run(pool, hazards.work, items)
    assert done(rows) == set(range(40)) - {7, 30}
    assert rows[b"7"].failed == "item 7: the process that read this article died, twice — leave it out, and report it"


def test_an_item_that_nothing_interrupts_is_given_up(
    pool: Processes, hazards: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spread, "CHUNK_SECONDS", 0.2)
    monkeypatch.setattr(spread, "SLACK", 3.0)
    rows = run(pool, hazards.work, [numbered(n, "hang" if n == 3 else "") for n in range(12)], limit=0.2)
    assert done(rows) == set(range(12)) - {3}
    assert "took longer than 0.2 seconds" in rows[b"3"].failed


def test_where_no_process_can_be_started_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.errors import WorkersError

    monkeypatch.setattr(processes, "START_SECONDS", 0.0)
    pool = Processes(1)
    with pytest.raises(WorkersError, match="no worker process can be started"):
        _ = pool.executor
