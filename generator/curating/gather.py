"""The YAML of a timeline's file, or of its several files as if they were one: data, places, and what is wrong with it.

Where an entry does not parse it is left out, so that the faults of the others are found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from generator.curating.by_entry import Known, compose_by_entry
from generator.curating.faults import Fault, quoted
from generator.curating.nodes import collector_at_rest, compose
from generator.curating.parts import SETTINGS, Part, part_at, reading_order
from generator.curating.places import Node, Places, shift
from generator.curating.recover import without_entry

__all__ = ["Gathered", "gather"]

MAX_BROKEN_ENTRIES = 20
"""So many entries that do not parse are reported at once."""

MAX_REREAD = 20 * 2**20
"""So many characters are read again, at most, to find the faults after one that does not parse."""

SAID_ONCE = frozenset({"timeline"})
"""Mappings that are no collection of entries, and so are not put together from several files."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a text holds.

    Attributes:
        data: Its plain data; those of several files are put together.
        places: Where they stand in the text.
        faults: What is wrong with the writing.
        broken: Whether there is a mistake past which nothing could be read.
        parsed: Whether all of it is YAML; if not, the data lack the entries that are not.
    """

    data: Any
    places: Places
    faults: tuple[Fault, ...]
    broken: bool
    parsed: bool


def gather(text: str, parts: Sequence[Part], known: Known | None = None) -> Gathered:
    """Read the YAML of a timeline.

    Args:
        text: The decoded text.
        parts: The files that it is of, or nothing for that of one.
        known: What entries hold that were read before.

    Returns:
        What it holds. Of several files, lists and mappings are joined; what can be said once stands in one of them.
    """
    if not parts:
        return _read(text, known)
    together = _Together(text, parts)
    reads = {part.name: _read(text[part.start : part.end], known) for part in parts}
    own = _twin({name: read.data for name, read in reads.items()})
    for part in parts:
        if not own or part.name == own:
            together.add(part, reads[part.name])
        elif part.name == min(reads.keys() - {own}, key=reading_order):
            together.twice(part, own)
    return together.gathered()


def _twin(held: Mapping[str, Any]) -> str:
    """The timeline's own file, where it holds all that the others do: a split or a join was stopped between the two.

    Both write the new before they delete the old, so that the one file is whole whenever it is there.
    """
    own = next((name for name in held if "/" not in name and name != SETTINGS), "")
    if not isinstance(held.get(own), dict):
        return ""
    others = (entry for name, data in held.items() if name != own for entry in _entries(data))
    first = next(others, None)
    if first is None:
        return ""
    known = dict(_entries(held[own]))
    return own if all(known.get(path) == value for path, value in chain([first], others)) else ""


def _entries(data: Any) -> Iterator[tuple[tuple[str, str], Any]]:  # noqa: ANN401 whatever the file holds
    """Each entry of each key of a file: what it is known by, and what it holds."""
    for key, value in data.items() if isinstance(data, dict) else [("", data)] if data is not None else ():
        if isinstance(value, dict):
            yield from (((key, name), part) for name, part in value.items())
        elif isinstance(value, list):
            named = ((part.get("id") if isinstance(part, dict) else None) or str(part) for part in value)
            yield from (((key, str(name)), part) for name, part in zip(named, value, strict=True))
        elif key != "schema" and value is not None:
            yield (key, ""), value


def _read(text: str, known: Known | None) -> Gathered:
    """Read one file; where an entry does not parse, note why and go on without it."""
    with collector_at_rest():
        sound = compose_by_entry(text, known)
    if sound is not None:
        return Gathered(sound.data, sound.places, (), broken=False, parsed=True)
    rest = text
    composed = compose(rest)
    faults = [*composed.faults]
    left = min(MAX_BROKEN_ENTRIES, MAX_REREAD // (len(text) + 1))
    while composed.broken_at is not None and left > 0:
        without = without_entry(rest, composed.broken_at)
        if without is None:
            break
        rest, left = without, left - 1
        composed = compose(rest)
        faults += (fault for fault in composed.faults if fault not in faults)
    broken = composed.broken_at is not None
    return Gathered(composed.data, composed.places, tuple(faults), broken, not broken and rest == text)


class _Together:
    """What the files that were read so far hold together.

    Args:
        text: The text of them all.
        parts: Where each stands in it.
    """

    def __init__(self, text: str, parts: Sequence[Part]) -> None:
        self.parts = parts
        self.data: dict[str, Any] = {}
        self.nodes: dict[str, Node] = {}
        self.places = Places(text, Node(0, 0, "block", self.nodes))
        self.faults: list[Fault] = []
        self.broken = False
        self.parsed = True

    def add(self, part: Part, read: Gathered) -> None:
        """Take in what a file holds."""
        self.faults += (replace(fault, line=fault.line + part.line) for fault in read.faults)
        self.broken |= read.broken
        self.parsed &= read.parsed
        root = read.places.root
        if root is None or read.data is None:
            return
        shift(root, part.start)
        if not isinstance(read.data, dict) or not isinstance(root.parts, dict):
            self._fault(root.start, "the file must be keys and values", "begin with “events:”, and the events below it")
            self.parsed = False
            return
        self.places.roots[part.name] = root
        for key, value in read.data.items():
            self._put(key, value, root.parts[key])

    def twice(self, part: Part, own: str) -> None:
        """Say of the files of the folder that all of them is in the timeline's own, too."""
        files = [f"the files of the folder {Path(own).stem}"]
        files += [SETTINGS] if any(each.name == SETTINGS for each in self.parts) else []
        what = f"{own} holds all that {' and '.join(files)} do: a split or a join was stopped, or taken back in part"
        self._fault(part.start, what, f"delete {' and '.join(files)}; nothing is lost")

    def gathered(self) -> Gathered:
        """What all files hold."""
        return Gathered(self.data, self.places, tuple(sorted(self.faults)), self.broken, self.parsed)

    def _put(self, key: str, value: Any, node: Node) -> None:  # noqa: ANN401 whatever the file holds
        held, known = self.data.get(key), self.nodes.get(key)
        if held is None or known is None:
            self.data[key] = value
            self.nodes[key] = Node(node.start, node.end, node.style, copy(node.parts))
            self.nodes[key].key_start, self.nodes[key].key_end = node.key_start, node.key_end
        elif isinstance(held, list) and isinstance(value, list):
            held += value
            known.parts += node.parts  # type: ignore[operator] # a list has a list of parts
        elif isinstance(held, dict) and isinstance(value, dict) and key not in SAID_ONCE:
            self._unite(held, known, value, node)
        elif value is not None and value != held:
            todo = "keep one of the two; a list or mapping is written the same way in all files"
            self._fault(node.key_start, f"“{key}” stands in {self._file(known.key_start)} too", todo)

    def _unite(self, held: dict[str, Any], known: Node, more: dict[str, Any], node: Node) -> None:
        """Put the entries of a mapping to those of the same mapping in the files before."""
        for key, value in more.items():
            part, first = node.part(key), known.part(key)
            if part is None or first is not None:
                at, other = (part or node).key_start, self._file((first or known).key_start)
                self._fault(at, f"the key {quoted(key)} stands in {other} too", "keep one of the two")
            else:
                held[key] = value
                known.parts[key] = part  # type: ignore[index,call-overload] # a mapping has a mapping of parts

    def _file(self, index: int) -> str:
        return part_at(self.parts, index).name

    def _fault(self, index: int, what: str, todo: str) -> None:
        position = self.places.lines.position(index)
        self.faults.append(Fault(position.line, position.column, what, todo))
