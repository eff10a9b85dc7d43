"""The events that a candidate may belong to: those of about its date, the most alike first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.curating.likeness import likeness, needed, ordinal
from generator.curating.match import account_of_event
from generator.dates import Edtf
from generator.model import Event, Timeline

__all__ = ["Near", "having", "nearest"]

DAYS = 7
"""So many days apart, at most, two accounts may tell of one event: an article's “last week” is vague."""

_JUDGED_AGAINST = {"rejected", "withdrawn"}


@dataclass(frozen=True, slots=True)
class Near:
    """An event that a candidate may belong to.

    Attributes:
        event: The event.
        likeness: How alike they are, of 100.
        enough: Whether they are alike enough, for their dates, to be taken for one by a run.
    """

    event: Event
    likeness: float
    enough: bool


def nearest(candidate: Event, home: Timeline, timeline: Timeline) -> list[Near]:
    """Find the events that a candidate may belong to.

    Args:
        candidate: The candidate.
        home: The timeline that it stands in, by whose actors its names are understood.
        timeline: The timeline whose events are compared; it may be the same.

    Returns:
        Events within a week of its date, the most alike first; of a candidate without a date, none.
    """
    if candidate.date is None:
        return []
    return _ranked(candidate, home, timeline, _about(candidate, candidate.date, timeline))


def having(words: str, candidate: Event, home: Timeline, timeline: Timeline) -> list[Near]:
    """Find the events that a person means by some words.

    Args:
        words: Words or parts of them, all of which the title or the id has, in any order.
        candidate: The candidate, which is none of them.
        home: The timeline that it stands in.
        timeline: The timeline whose events are meant.

    Returns:
        The events, of any date, the most alike first.
    """
    wanted = words.casefold().split()
    meant = (event for event in _others(candidate, timeline) if _has(event, wanted))
    return _ranked(candidate, home, timeline, meant)


def _has(event: Event, wanted: list[str]) -> bool:
    named = f"{event.title or ''} {event.id or ''}".casefold()
    return all(word in named for word in wanted)


def _ranked(candidate: Event, home: Timeline, timeline: Timeline, events: Iterable[Event]) -> list[Near]:
    said = account_of_event(candidate, home)
    found = []
    for event in events:
        account = account_of_event(event, timeline)
        score, least = likeness(said, account), needed(said.date, account.date)
        found.append(Near(event, score, enough=least is not None and score >= least))
    return sorted(found, key=lambda near: -near.likeness)


def _others(candidate: Event, timeline: Timeline) -> Iterator[Event]:
    return (event for event in timeline.events if event.review not in _JUDGED_AGAINST and event != candidate)


def _about(candidate: Event, date: Edtf, timeline: Timeline) -> Iterator[Event]:
    first, last = ordinal(date.earliest) - DAYS, ordinal(date.latest) + DAYS
    for event in _others(candidate, timeline):
        if event.date is None:
            continue
        if ordinal(event.date.earliest) <= last and ordinal(event.date.latest) >= first:
            yield event
