"""Events that may be one: of about the same date, and told in much the same words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.curating.by_date import Calendar
from generator.curating.likeness import Account, likeness, needed
from generator.curating.match import account_of_event
from generator.curating.rules.subject import Finding, Subject
from generator.model import Event, Timeline

__all__ = ["near_duplicate"]

LEAST_LETTERS = 4
"""Shorter words stand in too many titles to say anything."""

FEWEST_SHARED = 2
"""So many words must two titles share before they are compared in earnest, and more than half of the shorter one's."""

_WORD = re.compile(r"[^\W_]+")


def near_duplicate(subject: Subject) -> Iterator[Finding]:
    """An event that is probably told above already, so that readers would meet it twice."""
    calendar: Calendar[int] = Calendar()
    words: dict[int, frozenset[str]] = {}
    accounts = _Accounts(subject.timeline)
    for path, event in subject.events():
        if event.date is None or not event.title or not subject.is_open(event):
            continue
        index = path[1]
        words[index] = frozenset(word for word in _WORD.findall(event.title.casefold()) if len(word) >= LEAST_LETTERS)
        near = (other for other in calendar.near(event.date, words[index]) if _share(words[index], words[other]))
        twin = next((other for other in near if _same(index, other, accounts)), None)
        if twin is not None:
            other = subject.timeline.events[twin]
            what = f"this may be the event of {subject.line(('events', twin))} too: “{other.title}”"
            yield Finding((*path, "title"), what, _todo(event, other), "warning")
        calendar.add(event.date, index, words[index])


def _share(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    shared = len(ours & theirs)
    return shared >= FEWEST_SHARED and 2 * shared > min(len(ours), len(theirs))


class _Accounts(dict[int, Account]):
    """What is compared of events, by their index; made when it is asked for.

    Args:
        timeline: The timeline that they are of.
    """

    def __init__(self, timeline: Timeline) -> None:
        super().__init__()
        self.timeline = timeline

    def __missing__(self, index: int) -> Account:
        self[index] = account_of_event(self.timeline.events[index], self.timeline)
        return self[index]


def _same(index: int, twin: int, accounts: _Accounts) -> bool:
    """Whether two events are alike enough to be one, and nobody has said how they stand to each other."""
    one, other = (accounts.timeline.events[each] for each in (index, twin))
    if one.status != other.status or _related(one, other) or _related(other, one):
        return False
    least = needed(one.date, other.date)
    return least is not None and likeness(accounts[index], accounts[twin]) >= least


def _related(one: Event, other: Event) -> bool:
    return any(related.id in {other.id, *other.aliases} for related in one.related)


def _todo(event: Event, other: Event) -> str:
    merge = (
        f"make one of them with dateline merge {other.id} {event.id}" if event.id and other.id else "make one of them"
    )
    return f"{merge}, or let the titles say what sets them apart"
