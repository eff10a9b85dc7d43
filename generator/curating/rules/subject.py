"""What a rule looks at, and what it says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath
from typing import Any

from generator.curating.faults import Severity
from generator.curating.parts import Part, part_at, where
from generator.curating.places import Path, Places
from generator.curating.suggest import Vocabulary
from generator.model import Citation, Event, Timeline
from generator.scalars import is_web_address

__all__ = ["Finding", "Subject", "Support"]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found.

    Attributes:
        path: The way to the value that is wrong, or to the innermost one around it.
        what: What is wrong.
        todo: What to write instead.
        severity: Whether it stops the build.
        at_key: Whether to point at the value's key and not at the value.
    """

    path: Path
    what: str
    todo: str
    severity: Severity = "error"
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Support:
    """One source's support for an event: a citation, or what the event's short `source` stands for.

    Attributes:
        path: The way to the place that names the source.
        source: A key under `sources`, or a web address.
        citation: The citation, where there is one.
    """

    path: Path
    source: str
    citation: Citation | None = None

    @property
    def is_address(self) -> bool:
        """Whether it names the source by its address, and so needs no entry under `sources`."""
        return self.citation is None and is_web_address(self.source)


@dataclass(frozen=True)
class Subject:
    """The timeline that rules look at.

    Attributes:
        timeline: As written, without what is filled in for short entries, and without values whose form is wrong.
        data: The plain data, in which such values stand.
        places: Where the data stand.
        today: The day that counts as today.
        faulty: The paths of what the timeline lacks because its form is wrong: of events, or of keys of entries.
        docs: The folder of the site's pages, in which pictures lie, where it is known.
        parts: The files that it stands in, where these are several.
        elsewhere: The ids of events that stand in another file, to which those of this one may be related.
    """

    timeline: Timeline
    data: dict[str, Any]
    places: Places
    today: dt.date
    faulty: frozenset[Path] = frozenset()
    docs: FilePath | None = None
    parts: tuple[Part, ...] = ()
    elsewhere: frozenset[str] = frozenset()

    def events(self) -> Iterator[tuple[tuple[str, int], Event]]:
        """Each event with its path, in the order of the file."""
        return iter(self._events)

    def supports(self, index: int) -> tuple[Support, ...]:
        """What supports the event with an index."""
        return self._supports[index]

    def holds(self, path: Path) -> bool:
        """Whether something is written at a path, even if its form is wrong: then that is the fault to report."""
        if path in self.faulty:
            return True
        value: Any = self.data
        for key in path:
            if isinstance(value, dict):
                value = value.get(key)
            elif isinstance(value, list) and isinstance(key, int) and key < len(value):
                value = value[key]
            else:
                return False
        return value is not None and value not in ("", [], {})

    def is_entry(self, path: Path) -> bool:
        """Whether keys and values stand at the path of an event, and not plain text, which is a fault of its own."""
        return path not in self.faulty

    def line(self, path: Path) -> str:
        """The line in which the value at a path begins, as a message names it: “line 6”, “line 6 of 2022.yaml”."""
        line = self.places.at(path).line
        if not self.parts:
            return f"line {line}"
        file, number = where(self.parts, FilePath(), line)
        return f"line {number} of {FilePath(file).name}"

    def part(self, index: int) -> str:
        """The file in which the event with an index stands; empty where there is but one."""
        return part_at(self.parts, self.places.at(("events", index)).index).name if self.parts else ""

    def is_open(self, event: Event) -> bool:
        """Whether an event is, or may come to be, on the public timeline."""
        return event.review in {"accepted", "candidate"}

    @cached_property
    def _events(self) -> list[tuple[tuple[str, int], Event]]:
        return [(("events", index), event) for index, event in enumerate(self.timeline.events)]

    @cached_property
    def _supports(self) -> list[tuple[Support, ...]]:
        return [tuple(_supports_of(index, event)) for index, event in enumerate(self.timeline.events)]

    @cached_property
    def ids(self) -> dict[str, int]:
        """The index of the first event with each id."""
        found: dict[str, int] = {}
        for index, event in enumerate(self.timeline.events):
            if event.id:
                found.setdefault(event.id, index)
        return found

    @cached_property
    def aliases(self) -> dict[str, int]:
        """The index of the first event that used to have each id."""
        found: dict[str, int] = {}
        for index, event in enumerate(self.timeline.events):
            for alias in event.aliases:
                found.setdefault(alias, index)
        return found

    @cached_property
    def source_keys(self) -> frozenset[str]:
        """The keys under `sources`, those with faults among them."""
        written = self.data.get("sources")
        return frozenset(self.timeline.sources) | frozenset(written if isinstance(written, dict) else ())

    @cached_property
    def used_sources(self) -> frozenset[str]:
        """What the events and the reprints name as their sources: keys and addresses."""
        cited = {support.source for (_, index), _event in self.events() for support in self.supports(index)}
        return frozenset(cited | {source.original for source in self.timeline.sources.values() if source.original})

    @cached_property
    def known_ids(self) -> Vocabulary:
        """The ids of events, for suggestions."""
        return Vocabulary(self.ids)

    @cached_property
    def known_sources(self) -> Vocabulary:
        """The keys of sources, for suggestions."""
        return Vocabulary(self.source_keys)


def _supports_of(index: int, event: Event) -> Iterator[Support]:
    if event.source is not None:
        yield Support(("events", index, "source"), event.source)
    for number, citation in enumerate(event.citations):
        yield Support(("events", index, "citations", number, "source"), citation.source, citation)
