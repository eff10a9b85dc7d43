"""The timeline's file → a `Timeline`, the place of each value, and everything that is wrong with its form.

Whether what is well-formed also makes sense (sources that exist, ids that stand once) is `generator.curating.check`'s.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.curating.faults import Fault, errors
from generator.curating.model_faults import model_faults
from generator.curating.nodes import Composed, collector_at_rest, compose
from generator.curating.normalise import normalise
from generator.curating.places import Lines, Places
from generator.curating.recover import without_entry
from generator.errors import ConflictError, FaultyTimelineError, TimelineFileError
from generator.model import Timeline

__all__ = [
    "MAX_BYTES",
    "Loaded",
    "Text",
    "conflict_marks",
    "load",
    "load_text",
    "load_timeline",
    "read_text",
    "validate",
]

MAX_BYTES = 256 * 2**20
"""Far above 100,000 events; a larger file was named by mistake."""

MAX_BROKEN_ENTRIES = 20
"""So many entries that do not parse are reported at once."""

MAX_REREAD = 20 * 2**20
"""So many characters are read again, at most, to find the faults after one that does not parse."""

_BOM = b"\xef\xbb\xbf"
_OTHER_BOMS = (b"\xff\xfe", b"\xfe\xff")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?=[ \r\n]|\Z)|^={7}(?=[\r\n]|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text and what must be put back around it when it is written.

    Attributes:
        text: The decoded text, without a byte order mark, with the line ends that it has.
        bom: Whether a UTF-8 byte order mark stood before it.
    """

    text: str
    bom: bool

    @property
    def newline(self) -> str:
        r"""The line end of the first line, `\n` or `\r\n`: what a new line is to end with."""
        first = self.text.find("\n")
        return "\r\n" if first > 0 and self.text[first - 1] == "\r" else "\n"


@dataclass(frozen=True, slots=True)
class Loaded:
    r"""A timeline's file as it was read.

    Attributes:
        path: The file.
        text: Its decoded text, without a byte order mark, with the line ends that it has.
        bom: Whether it began with a UTF-8 byte order mark.
        newline: What its lines end with, by the first of them: `\n` or `\r\n`.
        data: Its plain data, as written: `dict`, `list`, `str`, `bool`, None.
        places: Where each of these values stands.
        written: The timeline as written, or None where its form has errors.
        timeline: The timeline, normalised; None where there are errors. `timeline.events[i]` is `data["events"][i]`.
        parsed: Whether the text is YAML throughout; if not, `data` lacks the entries that are not.
        faults: What is wrong with its form, in the order of the file.
    """

    path: Path
    text: str
    bom: bool
    newline: str
    data: Any
    places: Places
    written: Timeline | None
    timeline: Timeline | None
    parsed: bool
    faults: tuple[Fault, ...]

    @property
    def event_lines(self) -> dict[str, int]:
        """The line on which each event begins, counted from 1, by the event's id."""
        events = self.timeline.events if self.timeline else ()
        return {event.id: self.places.at(("events", index)).line for index, event in enumerate(events) if event.id}


def load(path: Path) -> Loaded:
    """Read a timeline's file.

    Args:
        path: The file. An empty one, or one of comments alone, holds an empty timeline.

    Returns:
        The timeline where it has no errors, and in any case its text, data, places and faults.

    Raises:
        TimelineFileError: The file is missing, a folder, not readable, too large, not UTF-8, or binary.
        ConflictError: It holds the marks of an unfinished merge.
    """
    read = read_text(path)
    marks = conflict_marks(read.text)
    if marks:
        raise ConflictError(marks[0].what, where=f"{path}:{marks[0].line}", todo=marks[0].todo)
    return load_text(read.text, path, bom=read.bom)


def load_text(text: str, path: Path, *, bom: bool = False) -> Loaded:
    """Read a timeline from a text that is already in memory, such as one that is about to be written.

    Args:
        text: The decoded text, without a byte order mark.
        path: The file that it is from or for.
        bom: Whether the file begins with a byte order mark.

    Returns:
        The same as `load`.
    """
    composed, faults = _compose_entries(text)
    written = None
    if composed.broken_at is None:
        written, model = validate(composed.data, composed.places)
        faults += model
    return Loaded(
        path=path,
        text=text,
        bom=bom,
        newline=Text(text, bom).newline,
        data=composed.data,
        places=composed.places,
        written=written,
        timeline=normalise(written) if written is not None and not errors(faults) else None,
        parsed=composed.broken_at is None and composed.places.lines.text == text,
        faults=tuple(sorted(faults)),
    )


def _compose_entries(text: str) -> tuple[Composed, list[Fault]]:
    """Read the YAML; where an entry does not parse, note why and go on without it."""
    composed = compose(text)
    faults = [*composed.faults]
    left = min(MAX_BROKEN_ENTRIES, MAX_REREAD // (len(text) + 1))
    while composed.broken_at is not None and left > 0:
        remaining = without_entry(text, composed.broken_at)
        if remaining is None:
            break
        text, left = remaining, left - 1
        composed = compose(text)
        faults += (fault for fault in composed.faults if fault not in faults)
    return composed, faults


def validate(data: Any, places: Places) -> tuple[Timeline | None, list[Fault]]:  # noqa: ANN401 whatever the file holds
    """Check plain data against the format.

    Args:
        data: What the file holds; None for an empty one, which is an empty timeline.
        places: Where the data stand.

    Returns:
        The timeline as written, or None with the faults that say why not.
    """
    with collector_at_rest():
        try:
            return Timeline.model_validate({} if data is None else data, by_alias=True, by_name=False), []
        except ValidationError as error:
            return None, model_faults(error, places)


def load_timeline(path: Path) -> Timeline:
    """Read a timeline that must be without errors.

    Args:
        path: The file.

    Returns:
        The timeline, normalised.

    Raises:
        FaultyTimelineError: It has errors of form; they are in its `faults`, a line of text each.
        TimelineFileError: The file cannot be read; see `load`.
    """
    loaded = load(path)
    if loaded.timeline is None:
        raise faulty(loaded)
    return loaded.timeline


def faulty(loaded: Loaded) -> FaultyTimelineError:
    """The error to raise for a file whose faults stop the work at hand."""
    found = errors(loaded.faults)
    count = f"{len(found)} error{'s' if len(found) != 1 else ''}"
    return FaultyTimelineError(
        f"the timeline has {count}",
        where=str(loaded.path),
        todo="correct the lines above; dateline check finds all that is wrong",
        faults=tuple(fault.say(str(loaded.path)) for fault in found),
    )


def read_text(path: Path) -> Text:
    """Read and decode a timeline's file.

    Args:
        path: The file.

    Returns:
        Its text.

    Raises:
        TimelineFileError: The file is missing, a folder, not readable, too large, not UTF-8, or binary.
    """
    where = str(path)
    try:
        if path.is_dir():
            raise TimelineFileError("this is a folder", where=where, todo="name the timeline's file in it")
        if path.exists() and not path.is_file():  # a pipe would be waited for, and a device be replaced by a file
            raise TimelineFileError("this is a device or a pipe", where=where, todo="name a timeline's file")
        if path.stat().st_size > MAX_BYTES:
            raise TimelineFileError("the file is larger than 256 MiB", where=where, todo="name a timeline's file")
        data = path.read_bytes()
    except FileNotFoundError as error:
        todo = "name the timeline's file, or make one with dateline extract"
        raise TimelineFileError("there is no such file", where=where, todo=todo) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name holds a NUL"
        raise TimelineFileError(f"the file cannot be read: {reason}", where=where, todo="name one that can") from error
    return _decode(data, where)


def _decode(data: bytes, where: str) -> Text:
    bom = data.startswith(_BOM)
    if data.startswith(_OTHER_BOMS):
        raise TimelineFileError("the file is in UTF-16", where=where, todo="save it as UTF-8")
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        what = "the file holds a NUL byte, as binary files do"
        raise TimelineFileError(what, where=f"{where}:{line}", todo="name a timeline's file, saved as UTF-8")
    try:
        return Text(data[len(_BOM) if bom else 0 :].decode("utf-8"), bom)
    except UnicodeDecodeError as error:
        start = error.start + (len(_BOM) if bom else 0)
        line = data.count(b"\n", 0, start) + 1
        what = f"the file is not UTF-8: byte 0x{data[start]:02X} does not belong here"
        raise TimelineFileError(what, where=f"{where}:{line}", todo="save it as UTF-8") from error


def conflict_marks(text: str) -> tuple[Fault, ...]:
    """The marks that git leaves in a text when two changes collide, as faults.

    A row of seven equals signs counts only where another mark stands too: on its own it may underline a heading.
    """
    found = list(_CONFLICT.finditer(text))
    if all(match[0].startswith("=") for match in found):
        return ()
    lines = Lines(text)
    todo = "choose what stays of the two versions, and delete the lines <<<<<<<, ======= and >>>>>>>"
    return tuple(
        Fault(lines.position(match.start()).line, 1, f"an unfinished merge: {match[0]}", todo) for match in found
    )
