"""Workers of a Dask cluster: on the loopback, in processes, one of which is killed."""

from __future__ import annotations

import datetime as dt
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.curating.propose import Run
from generator.curating.ranking import Wanted
from generator.errors import WorkersError
from generator.running import cluster as module
from generator.running.cluster import Cluster
from generator.running.job import Job, Options
from generator.running.progress import Silent

distributed = pytest.importorskip("distributed")
pytestmark = pytest.mark.filterwarnings("ignore")  # Dask's own are not ours to mend

TODAY = dt.date(2026, 11, 22)


class Killing(Silent):
    """Kills one of the cluster's workers when the first articles have been read."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.killed = 0
        self.total = 0

    def advance(self, number: int, *, known: bool = False) -> None:
        self.total += 0 if known else number
        if number and not self.killed:
            with distributed.Client(self.address, set_as_default=False) as client:
                self.killed = min(client.run(os.getpid).values())
                os.kill(self.killed, signal.SIGKILL)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=":0"
    ) as cluster:
        yield cluster.scheduler_address


def new_text(folder: Path, events: Path, progress: Silent, **options) -> str | None:
    with Job([folder], events, Options(TODAY, wanted=Wanted(top=10), **options)) as job:
        job.gather(progress)
        assert list(job.spool.failures()) == []
        job.done = True
        return job.propose(Run(events, None, frozenset(), TODAY)).new_text


def test_a_cluster_whose_worker_dies_comes_to_the_same(
    archive: Callable[[int], Path], tmp_path: Path, address: str
) -> None:
    folder, events = archive(300), tmp_path / "events.yaml"
    killing = Killing(address)
    found = new_text(folder, events, killing, cluster=address)
    assert killing.killed
    assert killing.total == 300
    assert found
    assert found == new_text(folder, events, Silent(), workers=1)


def test_workers_with_another_program_are_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 60)
    theirs = module.program

    def check(self: Cluster, where: str) -> None:
        monkeypatch.setattr(module, "program", lambda: "0.0.0+other")
        other = module.program
        monkeypatch.setattr(self._client, "run", lambda _: {"tcp://worker": theirs()})
        assert other() != theirs()
        original(self, where)

    original = Cluster._check
    monkeypatch.setattr(Cluster, "_check", check)
    with pytest.raises(WorkersError, match=r"has another version of dateline.*install 0\.0\.0\+other there"):
        Cluster(address)


def test_a_scheduler_without_workers_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    original = Cluster._check

    def check(self: Cluster, where: str) -> None:
        # It is patient until it is connected, which may take its time.
        monkeypatch.setattr(module, "PATIENCE", 1)
        original(self, where)

    monkeypatch.setattr(Cluster, "_check", check)
    with (
        distributed.LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=":0") as empty,
        pytest.raises(WorkersError, match=r"the Dask scheduler has no worker"),
    ):
        Cluster(empty.scheduler_address)


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "ftp://127.0.0.1:9"])
def test_an_address_where_nobody_answers_is_named(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 1)
    with pytest.raises(WorkersError, match="no Dask scheduler answers"):
        Cluster(address)


@pytest.mark.parametrize("address", ["nonsense", "tcp://127.0.0.1", "127.0.0.1:8786", "tcp://a b:1", ""])
def test_what_is_no_address_is_said_to_be_none_at_once(address: str) -> None:
    with pytest.raises(WorkersError, match="no address of a Dask scheduler — its address looks like tcp://"):
        Cluster(address)


def test_a_cluster_that_went_away_is_named(address: str) -> None:
    cluster = Cluster(address)
    cluster.renew()
    cluster.stop()
    with pytest.raises(WorkersError, match="run the same command again to go on"):
        cluster.renew()
