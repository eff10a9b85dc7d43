"""Workers on this machine: a pool of processes.

They are started from a fork server where there is one, which has loaded the program and nothing else: no thread or open
file of this process gets into them, and their common part of memory is shared. Elsewhere each starts from nothing.
"""

from __future__ import annotations

import multiprocessing
import os
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from generator.errors import WorkersError
from generator.running.work import prepare

__all__ = ["Processes", "cores"]

START_SECONDS = 120.0
"""How long the first worker may take to start, on a machine that does much else."""


def cores() -> int:
    """How many processes can work at once: the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Processes:
    """A pool of worker processes.

    Args:
        workers: How many.
    """

    chunk = 16
    lost: tuple[type[BaseException], ...] = (BrokenProcessPool,)
    remote = False

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._executor: ProcessPoolExecutor | None = None
        self._others = set(multiprocessing.active_children())

    @property
    def executor(self) -> Executor:
        """The pool.

        Raises:
            WorkersError: No process can be started.
        """
        if self._executor is None:
            self._executor = ProcessPoolExecutor(self.workers, _context(), initializer=prepare)
            try:
                self._executor.submit(os.getpid).result(START_SECONDS)
            except (BrokenProcessPool, TimeoutError, OSError) as error:
                self.stop()
                what = f"no worker process can be started ({error})"
                raise WorkersError(what, todo="see whether the machine has memory left") from error
        return self._executor

    def renew(self) -> None:
        """End every process of the pool; the next question for the executor starts others."""
        self.stop()

    def stop(self) -> None:
        """End every process of the pool, also one that hears no signal."""
        if self._executor is None:
            return
        for process in set(multiprocessing.active_children()) - self._others:
            process.kill()
        self._executor.shutdown(wait=True, cancel_futures=True)
        self._executor = None


def _context() -> multiprocessing.context.BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["generator.running.work"])
    return context
