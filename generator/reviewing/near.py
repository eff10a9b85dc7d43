"""The events that a candidate may belong to: those of about its date, the most alike first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.curating.likeness import likeness, needed, ordinal
from generator.curating.match import account_of_event
from generator.dates import Edtf
from generator.model import Event, Timeline

__all__ = ["Near", "nearest"]

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
    said = account_of_event(candidate, home)
    found = []
    for event in _about(candidate, candidate.date, timeline):
        account = account_of_event(event, timeline)
        score, least = likeness(said, account), needed(said.date, account.date)
        found.append(Near(event, score, enough=least is not None and score >= least))
    return sorted(found, key=lambda near: -near.likeness)


def _about(candidate: Event, date: Edtf, timeline: Timeline) -> Iterator[Event]:
    first, last = ordinal(date.earliest) - DAYS, ordinal(date.latest) + DAYS
    for event in timeline.events:
        if event.date is None or event.review in _JUDGED_AGAINST or event == candidate:
            continue
        if ordinal(event.date.earliest) <= last and ordinal(event.date.latest) >= first:
            yield event
