"""Workers on other machines: a Dask scheduler by its address, through the interface of `concurrent.futures`.

A task whose worker dies is given to another by the scheduler, and its result is taken once; a task that has killed
several workers comes back as lost. What a worker reads is sent to it, so that it need not see this machine's disks.
"""

from __future__ import annotations

import re
from concurrent.futures import CancelledError, Executor
from typing import Any

from generator.errors import WorkersError
from generator.running.program import program

__all__ = ["Cluster"]

PATIENCE = 30
"""Seconds to wait for the scheduler, and for its first worker."""

ADDRESS = re.compile(r"[a-z]+://[^\s/]+:\d{1,5}/?")
"""What a scheduler's address looks like. Dask would wait a minute for another before it notices."""

LOOKS_LIKE = "its address looks like tcp://10.0.0.1:8786"


class Cluster:
    """The workers of a Dask scheduler.

    Args:
        address: The scheduler's, such as `tcp://10.0.0.1:8786`.

    Raises:
        WorkersError: Dask is not installed, nobody answers, there are no workers, or they run another program.
    """

    chunk = 32
    remote = True

    def __init__(self, address: str) -> None:
        if not ADDRESS.fullmatch(address):
            raise WorkersError("this is no address of a Dask scheduler", where=address, todo=LOOKS_LIKE)
        try:
            from distributed import Client
            from distributed.scheduler import KilledWorker
        except ImportError as error:
            raise WorkersError(
                "Dask is not installed", todo="install it with pip install 'dateline[cluster]'"
            ) from error
        self.lost: tuple[type[BaseException], ...] = (KilledWorker, CancelledError)
        try:
            connect: Any = Client  # Dask declares no types
            try:
                self._client = connect(address, timeout=PATIENCE, set_as_default=False)
            except AssertionError:  # it gives its own thread ten seconds to begin, and a busy machine may need more
                self._client = connect(address, timeout=PATIENCE, set_as_default=False)
        except Exception as error:  # what Dask raises at an address that leads nowhere is of many kinds
            todo = f"see whether the scheduler runs; {LOOKS_LIKE}"
            why = str(error) or type(error).__name__
            raise WorkersError(f"no Dask scheduler answers ({why})", where=address, todo=todo) from error
        try:
            self._check(address)
        except WorkersError:
            self.stop()
            raise
        self._address = address
        self.workers: int = sum(self._client.nthreads().values())
        self._executor: Executor = self._client.get_executor(pure=False)

    @property
    def executor(self) -> Executor:
        """The cluster's executor."""
        return self._executor

    def renew(self) -> None:
        """See that the cluster is still there; it renews its workers itself.

        Raises:
            WorkersError: It is not.
        """
        if self._client.status != "running":
            what = "the Dask scheduler does not answer any more"
            raise WorkersError(what, where=self._address, todo="run the same command again to go on")

    def stop(self) -> None:
        """Leave the cluster; what it still does for us is cancelled."""
        self._client.close()

    def _check(self, address: str) -> None:
        """See that there are workers, and that each has this very program: results of two would be mixed."""
        try:
            self._client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            raise WorkersError("the Dask scheduler has no worker", where=address, todo="start some") from error
        try:
            theirs = self._client.run(program)
        except Exception as error:
            what = f"dateline does not run on the cluster's workers ({type(error).__name__}: {error})"
            raise WorkersError(what, where=address, todo="install this version there") from error
        others = [worker for worker, running in theirs.items() if running != program()]
        if others:
            what = f"the worker {others[0]} has another version of dateline than this machine"
            raise WorkersError(what, where=address, todo=f"install {program()} there")
