"""What a program costs: time, work and memory of its whole tree of processes, and what it wrote."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PAUSE = 0.05
"""Seconds between two looks at a tree's memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """One build.

    Attributes:
        seconds: From its start to its end.
        work: Seconds of processors, its own and those of the processes that it started and waited for.
        megabytes: The most memory that the tree had at once, shared pages counted once (proportional set size).
        pages: How many HTML pages it wrote.
        files: How many files in all.
        written: Their bytes, in megabytes.
    """

    seconds: float
    work: float
    megabytes: float
    pages: int
    files: int
    written: float


def run(command: Sequence[str], folder: Path, site: Path, variables: Mapping[str, str] | None = None) -> Cost:
    """Run a program that builds a site.

    Args:
        command: What is run.
        folder: Where.
        site: Where the site is found afterwards.
        variables: What is added to the environment.

    Raises:
        RuntimeError: It failed; what it said last is the message.
    """
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=os.environ | dict(variables or {}), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        watch = Watch(process.pid)
        watch.start()
        said = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
    if process.returncode:
        raise RuntimeError(f"{command[0]} failed: {said.decode(errors='replace')[-2000:]}")
    return Cost(seconds, usage.ru_utime + usage.ru_stime, max(watch.most, _megabytes(usage.ru_maxrss)), *_weighed(site))


def _megabytes(maxrss: int) -> float:
    """What the system says of the largest process: kilobytes, on macOS bytes."""
    return maxrss / (1e6 if sys.platform == "darwin" else 1e6 / 1024)


def _weighed(site: Path) -> tuple[int, int, float]:
    """Pages, files and megabytes of a site."""
    pages = files = size = 0
    for folder, _, names in os.walk(site):
        files += len(names)
        pages += sum(name.endswith(".html") for name in names)
        size += sum(os.stat(os.path.join(folder, name)).st_size for name in names)  # noqa: PTH116, PTH118 of 100,000s
    return pages, files, size / 1e6


class Watch(threading.Thread):
    """Looks at the memory of a tree of processes until it is told to stop.

    Attributes:
        most: The most that was seen, in megabytes; 0 where the system does not tell (`/proc` of Linux).
    """

    def __init__(self, root: int) -> None:
        """Look at a process and all below it."""
        super().__init__(daemon=True)
        self._root = root
        self._over = threading.Event()
        self.most = 0.0

    def run(self) -> None:
        """Look, again and again."""
        while not self._over.wait(PAUSE):
            self.most = max(self.most, sum(_memory(each) for each in _tree(self._root)))

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self.join()


def _tree(root: int) -> Iterator[int]:
    yield root
    # A thread of its own may have started a process.
    with suppress(OSError):
        for task in Path(f"/proc/{root}/task").iterdir():
            with suppress(OSError):
                for child in (task / "children").read_text().split():
                    yield from _tree(int(child))


def _memory(process: int) -> float:
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024 / 1e6
    return 0.0
