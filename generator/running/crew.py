"""Where the work is done: what a run needs of a pool of processes or of a cluster."""

from __future__ import annotations

from concurrent.futures import Executor
from typing import Protocol

__all__ = ["Crew"]


class Crew(Protocol):
    """Workers behind the interface of `concurrent.futures`.

    Attributes:
        workers: How many articles are read at once.
        chunk: How many articles are sent to a worker at once.
        lost: What a future raises whose worker died.
        remote: Whether the workers may not see this machine's disks.
    """

    workers: int
    chunk: int
    lost: tuple[type[BaseException], ...]
    remote: bool

    @property
    def executor(self) -> Executor:
        """The executor; it is started when it is first asked for."""
        ...

    def renew(self) -> None:
        """Stop workers that died, or hang, and have others in their place."""
        ...

    def stop(self) -> None:
        """Stop all work at once; nothing is waited for."""
        ...
