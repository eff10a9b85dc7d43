"""A fault: one thing that is wrong in the timeline's file, where it stands, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

__all__ = ["Fault", "Severity", "either", "errors", "quoted"]

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong, as `dateline check` reports it. Faults sort by their place.

    Attributes:
        line: The line, counted from 1 as editors count.
        column: The character in that line, counted from 1.
        what: What is wrong, without a full stop.
        todo: What to write instead, without a full stop.
        severity: An `error` stops the build; a `warning` is for a person to judge.
        file: The file that it is in, where the timeline stands in several; else empty.
    """

    line: int
    column: int
    what: str
    todo: str
    severity: Severity = "error"
    file: str = ""

    def say(self, path: str) -> str:
        """The fault as one line of text: `file:line:column: error: what — what to write instead`.

        Args:
            path: The timeline's file, for a fault that does not name its own.
        """
        text = f"{self.file or path}:{self.line}:{self.column}: {self.severity}: {self.what}"
        return f"{text} — {self.todo}" if self.todo else text


def errors(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Those of the faults that are errors, in the same order."""
    return tuple(fault for fault in faults if fault.severity == "error")


def quoted(value: object, limit: int = 60) -> str:
    """A value as a message shows it: on one line, cut where it is long, in quotation marks."""
    text = {None: "null", True: "true", False: "false"}.get(value) if isinstance(value, bool | None) else str(value)
    line = " ".join("".join(c if c.isprintable() else " " for c in str(text)).split())
    return f"“{line if len(line) <= limit else line[: limit - 1] + '…'}”"


def either(words: Iterable[str]) -> str:
    """Words as a choice: “a, b or c”."""
    *first, last = words
    return f"{', '.join(first)} or {last}" if first else last
