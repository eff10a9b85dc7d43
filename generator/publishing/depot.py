"""What was rendered and is not yet written: kept in a file without a name, so that memory holds no site.

All of a site is rendered before MkDocs empties the site's folder, so that what is wrong is said while the old site
stands. A page is twenty times as long as what has to be known of it until then.
"""

from __future__ import annotations

import os
import tempfile
import weakref
from collections.abc import Iterator, Mapping
from typing import IO

__all__ = ["Depot"]

_AT_ONCE = 1 << 20
"""Bytes that are written at once, and read ahead: what is read next stands behind what is read now."""


class Depot(Mapping[str, bytes]):
    """Contents by names, in the order in which they were put there.

    Contents are held by a temporary file, which goes when the depot does.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._places: dict[str, tuple[int, int]] = {}
        self._file: IO[bytes] = tempfile.TemporaryFile(buffering=_AT_ONCE)  # noqa: SIM115 it lives as long as the depot
        self._end = 0
        self._reading = False
        weakref.finalize(self, self._file.close)

    def put(self, name: str, content: bytes) -> None:
        """Keep a content; one of the same name is kept no more."""
        if self._reading:
            self._file.seek(0, os.SEEK_END)
            self._reading = False
        self._file.write(content)
        self._places[name] = (self._end, len(content))
        self._end += len(content)

    def __getitem__(self, name: str) -> bytes:
        """The content of a name."""
        at, length = self._places[name]
        self._reading = True
        self._file.seek(at)
        return self._file.read(length)

    def __iter__(self) -> Iterator[str]:
        """The names, in their order."""
        return iter(self._places)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._places)
