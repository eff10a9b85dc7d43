"""The timeline's file → a `Timeline`, the place of each value, and everything that is wrong with its form.

Whether what is well-formed also makes sense (sources that exist, ids that stand once) is `generator.curating.check`'s.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.curating.by_entry import known_entries
from generator.curating.faults import Fault, errors
from generator.curating.gather import gather
from generator.curating.model_faults import model_faults
from generator.curating.nodes import collector_at_rest
from generator.curating.normalise import normalise
from generator.curating.parts import Part, home, joined, parts_of, placed, timeline_files, where
from generator.curating.places import Lines, Places
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
    "read_file",
    "read_text",
    "validate",
]

MAX_BYTES = 256 * 2**20
"""Far above 100,000 events; a larger file was named by mistake."""

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
        path: The file; of a timeline in several, the one that they belong to.
        text: Its decoded text, without a byte order mark, with the line ends that it has; of several files, that of
            all of them (`generator.curating.parts`).
        bom: Whether it began with a UTF-8 byte order mark.
        newline: What its lines end with, by the first of them: `\n` or `\r\n`.
        data: Its plain data, as written: `dict`, `list`, `str`, `bool`, None.
        places: Where each of these values stands.
        written: The timeline as written, or None where its form has errors.
        timeline: The timeline, normalised; None where there are errors. `timeline.events[i]` is `data["events"][i]`.
        parsed: Whether the text is YAML throughout; if not, `data` lacks the entries that are not.
        faults: What is wrong with its form, in the order of the file, by the lines of the whole text; `told` says them
            by file.
        parts: The files that it stands in, where these are several.
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
    parts: tuple[Part, ...] = ()

    @property
    def event_lines(self) -> dict[str, int]:
        """The line on which each event begins in its file, counted from 1, by the event's id."""
        return {name: line for name, (_, line) in self._event_places()}

    @property
    def event_files(self) -> dict[str, str]:
        """The file of each event, from the folder of the timeline, by the event's id; empty where there is but one."""
        files = {name: file for name, (file, _) in self._event_places()} if self.parts else {}
        return {name: Path(file).relative_to(self.path.parent).as_posix() for name, file in files.items()}

    def told(self, faults: Iterable[Fault]) -> list[Fault]:
        """Faults by the lines of the text → the same faults by file and line."""
        return placed(faults, self.parts, self.path)

    def place(self, line: int) -> str:
        """A line of the text as a message names it: `data/events.yaml:12`."""
        return ":".join(map(str, where(self.parts, self.path, line)))

    def _event_places(self) -> Iterator[tuple[str, tuple[str, int]]]:
        if self.timeline is None:
            return
        for event, place in zip(self.timeline.events, self.places.items(("events",)), strict=True):
            if event.id:
                yield event.id, where(self.parts, self.path, place.line)


def load(path: Path, *, before: Loaded | None = None) -> Loaded:
    """Read a timeline's file.

    Args:
        path: The file, or the folder of its files. An empty one, or one of comments alone, holds an empty timeline.
        before: What it held at some time before, as for `load_text`.

    Returns:
        The timeline where it has no errors, and in any case its text, data, places and faults.

    Raises:
        TimelineFileError: The file is missing, a folder, not readable, too large, not UTF-8, or binary.
        ConflictError: It holds the marks of an unfinished merge.
    """
    read = read_text(path)
    marks = conflict_marks(read.text)
    if marks:
        first = placed(marks, parts_of(read.text), home(path))[0]
        raise ConflictError(first.what, where=f"{first.file or path}:{first.line}", todo=first.todo)
    return load_text(read.text, path, bom=read.bom, before=before)


@collector_at_rest()
def load_text(text: str, path: Path, *, bom: bool = False, before: Loaded | None = None) -> Loaded:
    """Read a timeline from a text that is already in memory, such as one that is about to be written.

    Args:
        text: The decoded text, without a byte order mark.
        path: The file that it is from or for.
        bom: Whether the file begins with a byte order mark.
        before: The file before a change, without errors: whatever entries are the same are not read again.

    Returns:
        The same as `load`.
    """
    parts = parts_of(text)
    named = home(path) if parts else path
    if before is not None and (before.text, before.bom, before.path) == (text, bom, named):
        return before
    found = gather(text, parts, known_entries(before.data, before.places.root) if before else None)
    written, faults = None, [*found.faults]
    if not found.broken:
        written, model = validate(found.data, found.places, before)
        faults += model
    return Loaded(
        path=named,
        text=text,
        bom=bom,
        newline=Text(text, bom).newline,
        data=found.data,
        places=found.places,
        written=written,
        timeline=normalise(written) if written is not None and not errors(faults) else None,
        parsed=found.parsed,
        faults=tuple(sorted(faults)),
        parts=parts,
    )


def validate(
    data: Any,  # noqa: ANN401 whatever the file holds
    places: Places,
    before: Loaded | None = None,
) -> tuple[Timeline | None, list[Fault]]:
    """Check plain data against the format.

    Args:
        data: What the file holds; None for an empty one, which is an empty timeline.
        places: Where the data stand.
        before: The file before a change, whose entries need not be checked again where they are the same objects.

    Returns:
        The timeline as written, or None with the faults that say why not.
    """
    with collector_at_rest():
        try:
            if before is not None and before.written is not None and isinstance(data, dict):
                return Timeline.model_validate(_checked(data, before), by_alias=True, by_name=False), []
        except ValidationError:
            pass  # to be said of the data as they are written
        try:
            return Timeline.model_validate({} if data is None else data, by_alias=True, by_name=False), []
        except ValidationError as error:
            return None, model_faults(error, places)


def _checked(data: dict[str, Any], before: Loaded) -> dict[str, Any]:
    """The data with events and sources in place of those that were checked before."""
    old, written = before.data or {}, before.written or Timeline()
    known: dict[int, Any] = {id(raw): entry for raw, entry in zip(old.get("events") or (), written.events, strict=True)}
    known |= {id(raw): written.sources[key] for key, raw in (old.get("sources") or {}).items()}
    checked = dict(data)
    if isinstance(data.get("events"), list):
        checked["events"] = [known.get(id(raw), raw) for raw in data["events"]]
    if isinstance(data.get("sources"), dict):
        checked["sources"] = {key: known.get(id(raw), raw) for key, raw in data["sources"].items()}
    return checked


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
        faults=tuple(fault.say(str(loaded.path)) for fault in loaded.told(found)),
    )


def read_text(path: Path) -> Text:
    """Read and decode a timeline's file, or its files.

    Args:
        path: The file, or the folder of its files.

    Returns:
        Its text; of several files, that of all of them.

    Raises:
        TimelineFileError: A file is missing, a folder without any, not readable, too large, not UTF-8, or binary.
    """
    files = timeline_files(path)
    if not files:
        return read_file(path)
    folder = home(path).parent
    return Text(joined((file.relative_to(folder).as_posix(), read_file(file).text) for file in files), bom=False)


def read_file(path: Path) -> Text:
    """Read and decode one file; see `read_text`."""
    where = str(path)
    try:
        if path.is_dir():
            todo = "name the timeline's file in it, or put a file that ends in .yaml there"
            raise TimelineFileError("this is a folder without a timeline", where=where, todo=todo)
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
    # Looking for three texts is quicker than for one expression, and nearly every file has none of them.
    found = list(_CONFLICT.finditer(text)) if any(mark * 7 in text for mark in "<>|") else []
    if all(match[0].startswith("=") for match in found):
        return ()
    lines = Lines(text)
    todo = "choose what stays of the two versions, and delete the lines <<<<<<<, ======= and >>>>>>>"
    return tuple(
        Fault(lines.position(match.start()).line, 1, f"an unfinished merge: {match[0]}", todo) for match in found
    )
