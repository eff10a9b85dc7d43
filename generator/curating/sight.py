"""The line in which a fault is, with a mark under the place: what a person looks for anyway."""

from __future__ import annotations

import unicodedata
from functools import cached_property

from generator.curating.faults import Fault
from generator.curating.parts import parts_of
from generator.curating.places import Lines

__all__ = ["Sights", "sight"]

WIDEST = 100
"""Characters of a line that are shown; of a longer one those around the place."""

BEFORE = 60
"""So many of them stand before the place, at most."""


def sight(line: str, column: int) -> tuple[str, str]:
    """Show a place in a line.

    Args:
        line: The line, without its end.
        column: The character, counted from 1; it may be one past the end.

    Returns:
        The line as it can be shown on a terminal, cut to `WIDEST` characters around the place, and a line with `^`
        below the place, also after letters that are as wide as two.
    """
    at = max(0, min(column - 1, len(line)))
    first = max(0, at - BEFORE) if len(line) > WIDEST else 0
    shown = line[first : first + WIDEST]
    head, tail = "…" if first else "", "…" if first + WIDEST < len(line) else ""
    before = head + _visible(shown[: at - first])
    return f"{head}{_visible(shown)}{tail}", " " * sum(map(_width, before)) + "^"


class Sights:
    """The lines of a timeline's files, to be shown with what is wrong in them.

    Args:
        text: The text of the file, or of all files, as `load` gives it.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def of(self, fault: Fault) -> tuple[str, str] | None:
        """The line of a fault with its mark, as `sight` gives it; None where there is nothing to see."""
        line = self.line(fault)
        return sight(line, fault.column) if line.strip() else None

    def line(self, fault: Fault) -> str:
        """The line in which a fault is, without its end; empty for one that is not there."""
        own = (lines for name, lines in self._lines.items() if (fault.file.endswith(name) if name else not fault.file))
        lines = next(own, None)
        return lines.line(fault.line) if lines and fault.line <= len(lines.starts) else ""

    @cached_property
    def _lines(self) -> dict[str, Lines]:
        parts = parts_of(self.text)
        if not parts:
            return {"": Lines(self.text)}
        return {f"/{part.name}": Lines(self.text[part.start : part.end]) for part in parts}


def _visible(text: str) -> str:
    """A text without what moves the cursor: a tab is a space here, what cannot be seen a mark."""
    return "".join(
        " " if letter == "\t" else letter if _can_be_seen(letter) else "\N{REPLACEMENT CHARACTER}" for letter in text
    )


def _can_be_seen(letter: str) -> bool:
    return unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _width(letter: str) -> int:
    """How many columns of a terminal a letter takes (Unicode Standard Annex 11)."""
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
