"""A timeline in several files: which they are, and one text that holds them all.

`data/events.yaml` can be joined, or replaced, by the files of the folder `data/events/`, such as one a year, and by
`data/timeline.yaml`, where the title, the sources and the actors may stand. Whichever of the three is named, all are
read. Everything that looks at a timeline, and every edit, works on one text: that of the only file or, of several, all
of them, each under a line that names it and begins with a NUL, which stands in no YAML file. So an index of the text
knows its file, and a changed text can be written back to the files that it came from.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.curating.faults import Fault
from generator.curating.places import Lines

__all__ = [
    "SETTINGS",
    "Part",
    "home",
    "is_there",
    "joined",
    "part_at",
    "parts_of",
    "placed",
    "places_of",
    "reading_order",
    "strays",
    "timeline_files",
    "where",
]

SETTINGS = "timeline.yaml"
"""The file beside the folder for what is said once: title, sources, actors, views."""

_ENDINGS = (".yaml", ".yml")
_HEADING = re.compile(r"(?:\A|\n)\0([^\n]*)\n")


@dataclass(frozen=True, slots=True)
class Part:
    """One file of several.

    Attributes:
        name: Its path from the folder of the timeline, with slashes: `events/2022.yaml`.
        start, end: Where its text stands in the text of all of them.
        line: The line of that text before the one with which it begins.
    """

    name: str
    start: int
    end: int
    line: int


def home(path: Path) -> Path:
    """The file that a timeline is named after: `data/events.yaml`, also for the folder `data/events`."""
    return path.with_name(f"{path.name}.yaml") if path.is_dir() and path.name else path


def reading_order(name: str) -> tuple[int, str]:
    """By what files are sorted: the settings, the timeline's own, and those of the folder by name."""
    return (0 if name == SETTINGS else 1 if "/" not in name else 2, name)


def timeline_files(path: Path) -> tuple[Path, ...]:
    """The files of a timeline that stands in several.

    Args:
        path: Its file or folder: `data/events.yaml` or `data/events`.

    Returns:
        The settings, the file and those of the folder, which are there, in the order in which they are read; nothing
        for a timeline of one file.
    """
    file = home(path)
    folder = file.with_suffix("")
    if folder == file or not folder.is_dir():
        return ()
    found = [each for each in folder.iterdir() if each.suffix in _ENDINGS and not each.name.startswith(".")]
    if not found and file == path:
        return ()
    first = [each for each in (file.with_name(SETTINGS), file) if each.is_file()]
    return (*first, *sorted(each for each in found if each.is_file()))


def strays(path: Path) -> tuple[Path, ...]:
    """The files of a timeline's folder that look as if they should be read, and are not for their name.

    Args:
        path: Its file or folder.

    Returns:
        Those without an ending, with `.txt`, or with the right one in capitals.
    """
    folder = home(path).with_suffix("")
    if not folder.is_dir():
        return ()
    mistaken = ("", ".txt", ".yaml", ".yml")
    found = (each for each in folder.iterdir() if each.suffix not in _ENDINGS and each.suffix.lower() in mistaken)
    return tuple(sorted(each for each in found if each.is_file() and each.name[0] != "." and not each.name.isupper()))


def places_of(path: Path) -> tuple[Path, ...]:
    """Where the files of a timeline may stand, whether there are any or not: for those who wait for a change.

    Args:
        path: Its file or folder.

    Returns:
        The file, the folder and the settings.
    """
    file = home(path)
    return (file, file.with_suffix(""), file.with_name(SETTINGS)) if file.suffix else (file,)


def is_there(path: Path) -> bool:
    """Whether there is something to read, in one file or in several; what is wrong with it, whoever reads it says.

    Args:
        path: Its file or folder.
    """
    return path.is_file() or path.is_dir() or bool(timeline_files(path))


def joined(texts: Iterable[tuple[str, str]]) -> str:
    """One text of several files.

    Args:
        texts: The name of each, as `Part.name`, and its text.

    Returns:
        The text of all, from which `parts_of` finds each again.
    """
    return "\n".join(f"\0{name}\n{text}" for name, text in texts)


def parts_of(text: str) -> tuple[Part, ...]:
    """The files in a text of several; none for the text of one."""
    if not text.startswith("\0"):
        return ()
    headings = list(_HEADING.finditer(text))
    ends = [*(heading.start() for heading in headings[1:]), len(text)]
    lines = Lines(text)
    return tuple(
        Part(heading[1], heading.end(), end, lines.position(heading.end()).line - 1)
        for heading, end in zip(headings, ends, strict=True)
    )


def part_at(parts: Sequence[Part], index: int) -> Part:
    """The file in which an index of the text lies."""
    return parts[max(bisect_right([part.start for part in parts], index) - 1, 0)]


def where(parts: Sequence[Part], path: Path, line: int) -> tuple[str, int]:
    """The file in which a line of the text lies, and its number there.

    Args:
        parts: The files, or nothing for a text of one.
        path: The timeline's file, as it was named.
        line: The line, counted from 1.
    """
    if not parts:
        return str(path), line
    part = parts[max(bisect_right([part.line for part in parts], line - 1) - 1, 0)]
    return str(path.parent / part.name), max(line - part.line, 1)


def placed(faults: Iterable[Fault], parts: Sequence[Part], path: Path) -> list[Fault]:
    """Faults by the lines of one text → the same faults by file and line."""
    if not parts:
        return list(faults)
    found = []
    for fault in faults:
        file, line = where(parts, path, fault.line)
        found.append(Fault(line, fault.column, fault.what, fault.todo, fault.severity, file))
    return found
