"""What was ever proposed: `seen.txt` beside `events.yaml`, a fingerprint a line, sorted, and nobody's text.

It is how a later run knows what a person deleted or rejected. What the timeline itself cites is known without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from generator.curating.write import write_atomically
from generator.errors import TimelineFileError

__all__ = ["add_seen", "read_seen", "seen_path"]

_FINGERPRINT = re.compile(r"[0-9a-f]{10}")
_NOTE = re.compile(r"\s*(?:#.*)?|(?:<{7}|={7}|>{7}|\|{7})(?: .*)?")
"""Lines that are no fingerprint and no fault: blank ones, notes, and the marks of a merge, both sides of which hold."""


def seen_path(events: Path) -> Path:
    """Where the fingerprints of a timeline's file stand: beside it, and beside what a symbolic link points at.

    Beside `events.yaml` that is `seen.txt`; any other file has one with its own name before that, so that two timelines
    in one folder do not remember for each other.
    """
    file = events.resolve()
    return file.with_name("seen.txt" if file.stem == "events" else f"{file.stem}.seen.txt")


def read_seen(events: Path) -> frozenset[str]:
    """Read what was ever proposed for a timeline.

    Args:
        events: The timeline's file.

    Returns:
        The fingerprints; none where nothing is remembered.

    Raises:
        TimelineFileError: The memory cannot be read, or holds a line that is no fingerprint.
    """
    return frozenset(line for line in _lines(seen_path(events)) if _FINGERPRINT.fullmatch(line))


def add_seen(events: Path, fingerprints: Iterable[str]) -> bool:
    """Remember more fingerprints. Call it while holding the lock of the timeline's file.

    Args:
        events: The timeline's file.
        fingerprints: What was proposed, or is cited.

    Returns:
        Whether the file was written: it is not where it holds them all.

    Raises:
        TimelineFileError: The memory cannot be read or written; it stays as it is.
    """
    path = seen_path(events)
    lines = _lines(path)
    known = {line for line in lines if _FINGERPRINT.fullmatch(line)}
    wanted = known.union(fingerprints)
    if wanted == known:
        return False
    notes = [line for line in lines if line.startswith("#")]
    write_atomically(path, "".join(f"{line}\n" for line in [*notes, *sorted(wanted)]).encode())
    return True


def _lines(path: Path) -> list[str]:
    """The lines of the file, each a fingerprint or a note."""
    todo = "restore it from version control; it holds ten hexadecimal digits a line"
    if path.exists() and not path.is_file():
        raise TimelineFileError("this is no file", where=str(path), todo=todo)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return []
    except UnicodeDecodeError as error:
        raise TimelineFileError("the file is not text in UTF-8", where=str(path), todo=todo) from error
    except OSError as error:
        what = f"the file cannot be read: {(error.strerror or str(error)).lower()}"
        raise TimelineFileError(what, where=str(path), todo="check its permissions") from error
    lines = [line.strip() for line in text.splitlines()]
    for number, line in enumerate(lines, start=1):
        if not _FINGERPRINT.fullmatch(line) and not _NOTE.fullmatch(line):
            todo = "delete the line: each holds ten hexadecimal digits, and is written by dateline"
            raise TimelineFileError(f"“{line[:40]}” is not a fingerprint", where=f"{path}:{number}", todo=todo)
    return lines
