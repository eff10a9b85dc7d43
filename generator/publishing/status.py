"""Whether it happened, was announced, or was called off: in a word for the timeline, in a sentence for its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.messages import gettext_noop, ngettext_noop
from generator.model import Event, Status
from generator.publishing.atlas import Atlas
from generator.publishing.short_dates import say_day

__all__ = ["STATUSES", "Badge", "badges", "reported", "status_sentence"]

STATUSES: Mapping[Status, str] = {
    "happened": gettext_noop("Happened"),
    "planned": gettext_noop("Planned"),
    "postponed": gettext_noop("Postponed"),
    "cancelled": gettext_noop("Cancelled"),
}
"""Each status in a word, in the order in which readers are shown them."""


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
    words, found = atlas.words, []
    if event.review == "candidate":
        found.append(Badge("candidate", words.gettext("Candidate: not checked")))
    if event.status == "planned" and atlas.has_passed(event):
        found.append(Badge("planned", words.gettext("Was planned")))
    elif event.status != "happened":
        found.append(Badge(event.status, words.gettext(STATUSES[event.status])))
    if event.disputed:
        found.append(Badge("disputed", words.gettext("Disputed")))
    return tuple(found)


def status_sentence(event: Event, atlas: Atlas) -> str:
    """An event's status in a sentence or two."""
    said = reported(event, atlas)
    return f"{said} {_what_became_of_it(event, atlas)}" if event.status == "planned" else said


def reported(event: Event, atlas: Atlas) -> str:
    """What is reported, and by how many: the part of its status that does not change as days pass."""
    number, words = atlas.independent(event), atlas.words
    if not number:
        return words.gettext(_UNSOURCED[event.status])
    one, many = _REPORTED[event.status]
    return words.ngettext(one, many, number)


_REPORTED = {
    "happened": ngettext_noop(
        "Happened, as {number} source reports.", "Happened, as {number} independent sources report."
    ),
    "planned": ngettext_noop(
        "Planned, as {number} source reports.", "Planned, as {number} independent sources report."
    ),
    "postponed": ngettext_noop(
        "Postponed, as {number} source reports.", "Postponed, as {number} independent sources report."
    ),
    "cancelled": ngettext_noop(
        "Cancelled, as {number} source reports.", "Cancelled, as {number} independent sources report."
    ),
}
_UNSOURCED = {
    "happened": gettext_noop("Happened, but no source is given yet."),
    "planned": gettext_noop("Planned; no source is given yet."),
    "postponed": gettext_noop("Postponed, but no source is given yet."),
    "cancelled": gettext_noop("Cancelled, but no source is given yet."),
}


def _what_became_of_it(event: Event, atlas: Atlas) -> str:
    words = atlas.words
    if not event.date:
        return words.gettext("No date is known.")
    if not atlas.has_passed(event):
        day = say_day(atlas.site.today, atlas.language)
        return words.gettext("On {day}, when this page was made, its date had not passed.", day=day)
    if atlas.outcomes(event):
        return words.gettext("Its date has passed. What became of it is told under “Outcome”.")
    return words.gettext("Its date has passed; our sources do not report whether it took place.")
