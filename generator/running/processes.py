"""Workers on this machine: a pool of processes.

They are started from a fork server where there is one, which has loaded the program and nothing else: no thread or open
file of this process gets into them, and their common part of memory is shared. Elsewhere each starts from nothing.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import signal
import threading
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import ForkServerContext, SpawnContext

from generator.errors import WorkersError

__all__ = ["Processes", "context", "cores", "end_with_parent"]

READY = "generator.running.ready"
"""What a worker imports before its first article."""

START_SECONDS = 120.0
"""How long the first worker may take to start, on a machine that does much else."""


def cores() -> int:
    """How many processes can work at once: the cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Processes:
    """A pool of worker processes. Make it after any other process that is to outlive it.

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
            self._executor = ProcessPoolExecutor(self.workers, context(), initializer=_prepare)
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


def context() -> ForkServerContext | SpawnContext:
    """How processes are started here."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([READY])
    return context


def end_with_parent() -> None:
    """Have this process leave interruptions to its parent, and end with it, however that goes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _prepare() -> None:
    """Make a worker ready."""
    end_with_parent()
    importlib.import_module(READY)
