"""Drafts and the timeline's file → what is new, what is known, and what differs: nothing is added twice.

A draft is known by its id, where the file has an event with it; by its fingerprint, where an earlier import took it in,
whatever became of it since; and by its title and date. So a second import of the same file adds nothing, also after a
person has retitled, rejected or deleted what the first one added.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.curating.drafts import Draft
from generator.extracting.fingerprint import normalised
from generator.model import Event, Timeline

__all__ = ["How", "Known", "Sorted", "fingerprint", "sort_drafts"]

_DIGEST_BYTES = 5

How = Literal["id", "memory", "title", "twice"]
"""How a draft is known: the file has its id; it was imported before; the file has its title and date; the same import
has it already."""


@dataclass(frozen=True, slots=True)
class Known:
    """A draft that is no new event.

    Attributes:
        draft: The draft.
        how: How it is known.
        event: The index of the event in the file that it is, or None.
    """

    draft: Draft
    how: How
    event: int | None = None


@dataclass(slots=True)
class Sorted:
    """What became of the drafts of an import.

    Attributes:
        new: Those that are new.
        known: The others.
        mentions: The fingerprints of all of them.
    """

    new: list[Draft] = field(default_factory=list)
    known: list[Known] = field(default_factory=list)
    mentions: set[str] = field(default_factory=set)


def fingerprint(draft: Draft) -> str:
    """What a later import knows a draft by.

    Args:
        draft: The draft.

    Returns:
        Ten hexadecimal digits for what its file calls it, where it has a name there; else for its title and date.
    """
    named = draft.uid or draft.id
    parts = ["named", named] if named else ["told", normalised(draft.title), draft.date.text if draft.date else ""]
    text = "\x1f".join(["import", *parts])
    return hashlib.blake2b(text.encode(), digest_size=_DIGEST_BYTES).hexdigest()


def sort_drafts(drafts: Iterable[Draft], timeline: Timeline, seen: frozenset[str]) -> Sorted:
    """Tell what is new from what is known.

    Args:
        drafts: The drafts of a file, in its order.
        timeline: The timeline.
        seen: The fingerprints of what was ever proposed for it.

    Returns:
        The new drafts and the known ones, each in the order of the file.
    """
    found = Sorted()
    indices = {id(event): index for index, event in enumerate(timeline.events)}
    told = _told(timeline.events)
    for draft in drafts:
        mark = fingerprint(draft)
        event = _named(draft, timeline)
        same = told.get(_telling(draft.title, draft.date.text if draft.date else ""))
        if event is not None:
            found.known.append(Known(draft, "id", indices[id(event)]))
        elif mark in seen:
            found.known.append(Known(draft, "memory"))
        elif same is not None:
            found.known.append(Known(draft, "title", same))
        elif mark in found.mentions:
            found.known.append(Known(draft, "twice"))
        else:
            found.new.append(draft)
        found.mentions.add(mark)
    return found


def _named(draft: Draft, timeline: Timeline) -> Event | None:
    """The event with the id of a draft, or that used to have it."""
    names: Sequence[str] = [draft.id, draft.uid.partition("@")[0]]
    return next((timeline.by_id[name] for name in names if name in timeline.by_id), None)


def _told(events: Sequence[Event]) -> dict[tuple[str, str], int]:
    return dict(reversed(list(_tellings(events))))


def _tellings(events: Sequence[Event]) -> Iterator[tuple[tuple[str, str], int]]:
    for index, event in enumerate(events):
        if event.title:
            yield _telling(event.title, event.date.text if event.date else ""), index


def _telling(title: str, date: str) -> tuple[str, str]:
    return normalised(title), date
