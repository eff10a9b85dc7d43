"""The change of a file as a unified diff, for commands that only show what they would do."""

from __future__ import annotations

import difflib
from pathlib import Path

__all__ = ["text_diff"]

_UNENDED = "\n\\ No newline at end of file\n"


def text_diff(path: Path, old: str | None, new: str | None) -> str:
    """Compare two texts of a file.

    Args:
        path: The file.
        old: Its text before, or None where there is no file.
        new: Its text after, or None where it stays as it is.

    Returns:
        A unified diff; empty where nothing changes. Only line feeds end a line of it.
    """
    if new is None or new == old:
        return ""
    before = "/dev/null" if old is None else str(path)
    lines = difflib.unified_diff(_lines(old or ""), _lines(new), before, str(path))
    return "".join(line if line.endswith("\n") else line + _UNENDED for line in lines)


def _lines(text: str) -> list[str]:
    *ended, rest = text.split("\n")
    return [*(f"{line}\n" for line in ended), *([rest] if rest else [])]
