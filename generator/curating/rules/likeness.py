"""Events that may be one: of about the same date, and told in much the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.curating.by_date import Calendar
from generator.curating.likeness import likeness, needed
from generator.curating.match import account_of_event
from generator.curating.rules.subject import Finding, Subject
from generator.model import Event

__all__ = ["near_duplicate"]

LEAST_LETTERS = 4
"""Shorter words stand in too many titles to say anything."""

FEWEST_SHARED = 2
"""So many words must two titles share before they are compared in earnest, and half of those of the shorter one."""

_WORD = re.compile(r"[^\W_]+")


def near_duplicate(subject: Subject) -> Iterator[Finding]:
    """An event that is probably told above already, so that readers would meet it twice."""
    calendar: Calendar[int] = Calendar()
    words: dict[int, frozenset[str]] = {}
    for path, event in subject.events():
        if event.date is None or not event.title or not subject.is_open(event):
            continue
        index = path[1]
        words[index] = frozenset(word for word in _WORD.findall(event.title.casefold()) if len(word) >= LEAST_LETTERS)
        near = (other for other in calendar.near(event.date, words[index]) if _share(words[index], words[other]))
        twin = next((other for other in near if _same(subject, event, subject.timeline.events[other])), None)
        if twin is not None:
            other = subject.timeline.events[twin]
            what = f"this may be the event of {subject.line(('events', twin))} too: “{other.title}”"
            yield Finding((*path, "title"), what, _todo(event, other), "warning")
        calendar.add(event.date, index, words[index])


def _share(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    shared = len(ours & theirs)
    return shared >= FEWEST_SHARED and 2 * shared >= min(len(ours), len(theirs))


def _same(subject: Subject, one: Event, other: Event) -> bool:
    """Whether two events are alike enough to be one, and nobody has said how they stand to each other."""
    if one.status != other.status or _related(one, other) or _related(other, one):
        return False
    least = needed(one.date, other.date)
    if least is None:
        return False
    accounts = (account_of_event(event, subject.timeline) for event in (one, other))
    return likeness(*accounts) >= least


def _related(one: Event, other: Event) -> bool:
    return any(related.id in {other.id, *other.aliases} for related in one.related)


def _todo(event: Event, other: Event) -> str:
    merge = (
        f"make one of them with dateline merge {other.id} {event.id}" if event.id and other.id else "make one of them"
    )
    return f"{merge}, or let the titles say what sets them apart"
