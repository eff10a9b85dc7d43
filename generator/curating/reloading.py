"""A timeline's file that is read again and again: only the entries are read and judged whose text is new."""

from __future__ import annotations

from pathlib import Path

from generator.curating.load import Loaded, load

__all__ = ["Reloader"]


class Reloader:
    """Reads a timeline's file again and again, as a preview does, and remembers the last time that it had no errors.

    What it gives is what `load` gives; whatever is the same as before is the same object. So it must not be changed.
    It remembers one file, and of that what it held last: of ten thousand events a tenth of a gigabyte.
    """

    def __init__(self) -> None:
        self._sound: Loaded | None = None

    def load(self, path: Path) -> Loaded:
        """Read the file.

        Args:
            path: The file, or the folder of its files.

        Returns:
            The same as `generator.curating.load.load`.

        Raises:
            TimelineFileError: It cannot be read; see `load`.
            ConflictError: It holds the marks of an unfinished merge.
        """
        loaded = load(path, before=self._sound)
        if loaded.timeline is not None:
            self._sound = loaded
        return loaded
