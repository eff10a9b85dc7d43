"""Corrections: what readers are told of a change to an event that was published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.curating.judge import refuse_twins
from generator.curating.load import Loaded
from generator.curating.patch import Patch
from generator.model import Event, Timeline

__all__ = ["Amended", "Change", "Note", "amended", "unexplained"]

Change = Callable[[Patch], list[str]]
"""Makes changes, and tells each in a line."""

_FIELDS = ("date", "status", "disputed", "review")
"""What readers must be told of; a title that is put better is nobody's business."""


@dataclass(frozen=True, slots=True)
class Note:
    """What readers are told: the day of the change, and what was wrong and is right."""

    date: dt.date
    text: str


@dataclass(frozen=True, slots=True)
class Amended:
    """What a change comes to.

    Attributes:
        text: The new text of the file; the old one where nothing changes.
        told: What was done, a line each.
        unexplained: What changed of published events and asks for a note: “some-id: date, sources”. Nothing where there
            is a note.
    """

    text: str
    told: tuple[str, ...]
    unexplained: tuple[str, ...] = ()


def amended(loaded: Loaded, change: Change, note: Note | None = None) -> Amended:
    """Make a change, and note it where readers are to be told.

    Args:
        loaded: The timeline's file.
        change: The change.
        note: What readers are told; it is written only where a published event's date, status, dispute, decision or
            sources change.

    Returns:
        The new text and what was done; without a note also whether one is wanted.

    Raises:
        EditError: It cannot be made safely, or two events have one id; nothing was changed.
        FaultyTimelineError: The file has errors.
    """
    refuse_twins(loaded)
    patch = Patch(loaded)
    told = change(patch)
    after = patch.result()
    found = dict(unexplained(loaded.timeline or Timeline(), after.timeline or Timeline()))
    if note is None or not found:
        said = (
            f"{loaded.timeline.events[index].id}: {', '.join(what)}" for index, what in found.items() if loaded.timeline
        )
        return Amended(after.text, tuple(told), tuple(said))
    patch = Patch(loaded)
    for index in found:
        _correct(patch, index, note)
    told = change(patch)
    return Amended(patch.text(), tuple(told))


def unexplained(before: Timeline, after: Timeline) -> Iterator[tuple[int, list[str]]]:
    """The published events of which a change is to be explained.

    Args:
        before: The timeline as it was.
        after: The timeline as it is to be.

    Yields:
        The index of an event in the former, and what changed: date, status, disputed, review, sources. One that is
        there no more under its id, such as one that was merged, is left out: its address leads to what it is part of.
    """
    now = {event.id: event for event in after.events}
    renamed = {alias: event for event in after.events for alias in event.aliases}
    gone = {event.id for event in before.events} - now.keys()
    for index, event in enumerate(before.events):
        later = now.get(event.id) or (_heir(event, renamed, before) if event.id in gone else None)
        if event.published and later is not None:
            changed = [name for name in _FIELDS if getattr(event, name) != getattr(later, name)]
            if {citation.source for citation in event.citations} != {citation.source for citation in later.citations}:
                changed.append("sources")
            if changed:
                yield index, changed


def _heir(event: Event, renamed: dict[str, Event], before: Timeline) -> Event | None:
    """What an event is called now; None where it became part of one that was there before."""
    heir = renamed.get(event.id or "")
    return None if heir is None or any(heir.id == other.id for other in before.events) else heir


def _correct(patch: Patch, index: int, note: Note) -> None:
    patch.extend(("events", index, "corrections"), [{"date": note.date.isoformat(), "text": note.text}])
