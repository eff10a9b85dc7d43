"""Redirects: addresses whose page is saved under another one, so that a page to which several lead is saved once."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

__all__ = ["Redirects"]

NAME = ".redirects"
"""The file of a folder that remembers them; hidden, so that whoever reads the folder's articles passes it over."""


class Redirects:
    """What is known of the redirects among the pages of a folder.

    They stand in a file, one a line: what was asked for, a space, and where it led. Without the file nothing is lost
    but requests: each redirect is followed again. So it is neither read nor written where it is a link: a folder from a
    stranger could have one to any file, and what hosts answer would be added to that.

    Args:
        folder: The folder; it need not be there.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / NAME

    @cached_property
    def _known(self) -> dict[str, str]:
        if self._file.is_symlink():
            return {}
        try:
            lines = self._file.read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return {}
        pairs = (line.split() for line in lines)
        return {pair[0]: pair[1] for pair in pairs if len(pair) == 2}

    def target(self, url: str) -> str:
        """Where an address led when it was asked for last; empty where that is not known, or it led nowhere else."""
        return self._known.get(url, "")

    def add(self, url: str, target: str) -> None:
        """Remember where an address led.

        Raises:
            OSError: The file cannot be written.
        """
        if self.target(url) == target:
            return
        self._known[url] = target
        if self._file.is_symlink():
            return
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with self._file.open("a", encoding="utf-8") as file:  # a line is short enough to be appended whole
            file.write(f"{url} {target}\n")
