"""Whether it happened, was announced, or was called off: in a word for the timeline, in a sentence for its page."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.plain_text import count
from generator.publishing.short_dates import say_day

__all__ = ["Badge", "badges", "status_sentence"]


@dataclass(frozen=True, slots=True)
class Badge:
    """A word set beside an event's title.

    Attributes:
        kind: What it marks, for the style sheet: `planned`, `candidate`, …
        text: The word.
    """

    kind: str
    text: str


def badges(event: Event, atlas: Atlas) -> tuple[Badge, ...]:
    """What a reader must know of an event before reading its title."""
    found = []
    if event.review == "candidate":
        found.append(Badge("candidate", "Candidate: not checked"))
    if event.status == "planned":
        found.append(Badge("planned", "Was planned" if atlas.has_passed(event) else "Planned"))
    elif event.status != "happened":
        found.append(Badge(event.status, event.status.capitalize()))
    if event.disputed:
        found.append(Badge("disputed", "Disputed"))
    return tuple(found)


def status_sentence(event: Event, atlas: Atlas) -> str:
    """An event's status in a sentence or two."""
    if event.status == "planned":
        return f"{_announced(event, atlas)} {_what_became_of_it(event, atlas)}"
    verb = {"happened": "Happened", "postponed": "Postponed", "cancelled": "Cancelled"}[event.status]
    return f"{verb}, {_as_reported(event, atlas)}."


def _announced(event: Event, atlas: Atlas) -> str:
    number = atlas.independent(event)
    return f"Planned, {_as_reported(event, atlas)}." if number else "Planned; no source is given yet."


def _what_became_of_it(event: Event, atlas: Atlas) -> str:
    if not event.date:
        return "No date is known."
    if not atlas.has_passed(event):
        return f"On {say_day(atlas.site.today, atlas.language)}, when this page was made, its date had not passed."
    if atlas.outcomes(event):
        return "Its date has passed. What became of it is told under “Outcome”."
    return "Its date has passed; our sources do not report whether it took place."


def _as_reported(event: Event, atlas: Atlas) -> str:
    number = atlas.independent(event)
    if not number:
        return "but no source is given yet"
    noun = count(number, "source", "independent sources")
    return f"as {noun} {'reports' if number == 1 else 'report'}"
