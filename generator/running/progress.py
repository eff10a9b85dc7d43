"""How far a run has come: a bar on a terminal, a line now and then elsewhere, nothing for a small run."""

from __future__ import annotations

import sys
import time
from typing import Protocol, Self, TextIO

__all__ = ["Bar", "Lines", "Progress", "Silent", "progress_on"]

LINE_SECONDS = 15.0
"""Between two lines in a log."""


class Progress(Protocol):
    """What a run tells of its progress."""

    def __enter__(self) -> Self:
        """Begin to tell."""
        ...

    def __exit__(self, *_: object) -> None:
        """Tell no more."""

    def expect(self, total: int) -> None:
        """Tell how many articles there are, once that is known."""

    def advance(self, number: int, *, known: bool = False) -> None:
        """Tell that articles were done; `known` for those that an earlier run had done."""


class Silent:
    """Tells nothing."""

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """End."""

    def expect(self, total: int) -> None:
        """Nothing."""

    def advance(self, number: int, *, known: bool = False) -> None:
        """Nothing."""


class Lines:
    """Writes a line now and then, for a log.

    Args:
        out: Where to.
        every: Seconds between two lines.
    """

    def __init__(self, out: TextIO, every: float = LINE_SECONDS) -> None:
        self._out = out
        self._every = every
        self._total: int | None = None
        self._done = 0
        self._new = 0

    def __enter__(self) -> Self:
        """Begin to count the time."""
        self._begun = self._told = time.monotonic()
        return self

    def __exit__(self, *_: object) -> None:
        """Tell once more, if the run was long enough to tell of."""
        if self._told > self._begun:
            self._tell()

    def expect(self, total: int) -> None:
        """Know how many there are."""
        self._total = total

    def advance(self, number: int, *, known: bool = False) -> None:
        """Count, and tell where it is time to."""
        self._done += number
        self._new += 0 if known else number
        if time.monotonic() - self._told >= self._every:
            self._tell()

    def _tell(self) -> None:
        self._told = time.monotonic()
        rate = self._new / max(self._told - self._begun, 1e-9)
        of = f" of {self._total:,}" if self._total is not None else ""
        left = (self._total - self._done) / rate if self._total is not None and rate else 0.0
        rest = f", {said_seconds(left)} left" if left > 0 else ""
        print(f"{self._done:,}{of} articles, {rate:,.0f} a second{rest}", file=self._out, flush=True)


class Bar:
    """Draws a bar with rate and time left.

    Args:
        out: The terminal.
    """

    def __init__(self, out: TextIO) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("Reading"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(compact=True),
            console=Console(file=out),
            transient=True,
        )
        self._task = self._bar.add_task("", total=None, rate="")
        self._new = 0

    def __enter__(self) -> Self:
        """Draw it."""
        self._bar.start()
        self._begun = time.monotonic()
        return self

    def __exit__(self, *_: object) -> None:
        """Take it away."""
        self._bar.stop()

    def expect(self, total: int) -> None:
        """Know how many there are."""
        self._bar.update(self._task, total=total)

    def advance(self, number: int, *, known: bool = False) -> None:
        """Count."""
        self._new += 0 if known else number
        rate = self._new / max(time.monotonic() - self._begun, 1e-9)
        self._bar.update(self._task, advance=number, rate=f"{rate:,.0f}/s" if self._new else "")


def progress_on(out: TextIO | None = None) -> Progress:
    """A bar where there is a terminal, else lines.

    Args:
        out: Where to, standard error unless told: standard output is for what the run finds.
    """
    out = out or sys.stderr
    return Bar(out) if out.isatty() else Lines(out)


def said_seconds(seconds: float) -> str:
    """Say a time as a person does: “40 s”, “12 min”, “3.5 h”."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5_400 else f"{seconds / 3_600:.1f} h"
