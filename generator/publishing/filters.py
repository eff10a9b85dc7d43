"""Filters: by what a reader can narrow a list of events, and what each event in it says for that.

The page holds the form and the facts; `assets/filters.js` does the rest, and without it the form stays hidden.
Addresses carry the choice (`?tag=energy&from=2022`), so that a narrowed list can be shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.dates.edtf import Day
from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.links import slug
from generator.publishing.status import STATUSES

__all__ = ["FILTERS_FROM", "Facet", "Facts", "Filters", "Option", "facts", "filters"]

FILTERS_FROM = 15
"""With so many events filters help."""


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet, with the number of events that have it."""

    value: str
    label: str
    number: int


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to filter by: its name in addresses, its label, and its values, the most frequent first."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """What the template of the form speaks of.

    Attributes:
        facets: What can be chosen from; a facet in which all events are alike is left out.
        total: How many events there are.
        index: The address of the list of all events, where the page shows only some of them; else empty.
    """

    facets: tuple[Facet, ...]
    total: int
    index: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What an event says for the filters: keys separated by spaces, and days as numbers: 20220204.

    Years of five digits and years before 1 keep their order: the Ides of March of 44 BC are -429685.
    `assets/filters.js` counts in the same way.
    """

    actors: str
    places: str
    tags: str
    status: str
    first: int | None
    last: int | None


def filters(events: Sequence[Event], atlas: Atlas, *, index: str = "") -> Filters | None:
    """The filters for a list of events.

    Args:
        events: The events of the list.
        atlas: The timeline.
        index: The address of the list of all events, where the page shows only some of them.

    Returns:
        The filters; None for fewer than `FILTERS_FROM` events.
    """
    if len(events) < FILTERS_FROM:
        return None
    words = atlas.words
    every = [facts(event, atlas) for event in events]
    actors = {key: actor.name for key, actor in atlas.timeline.actors.items()}
    places = {slug(place): place for event in reversed(events) for place in event.places}
    tags = {slug(tag): tag for event in reversed(events) for tag in event.tags}
    statuses: dict[str, str] = {status: words.gettext(label) for status, label in STATUSES.items()}
    facets = (
        _facet("actor", words.gettext("Actor"), (fact.actors for fact in every), actors, len(events)),
        _facet("place", words.gettext("Place"), (fact.places for fact in every), places, len(events)),
        _facet("tag", words.gettext("Tag"), (fact.tags for fact in every), tags, len(events)),
        _facet("status", words.gettext("Status"), (fact.status for fact in every), statuses, len(events)),
    )
    return Filters(tuple(facet for facet in facets if facet.options), len(events), index)


def _facet(name: str, label: str, values: Iterable[str], labels: dict[str, str], total: int) -> Facet:
    counts: dict[str, int] = {}
    for value in values:
        for key in value.split():
            counts[key] = counts.get(key, 0) + 1
    if all(number == total for number in counts.values()):
        counts = {}
    ranked = sorted(counts.items(), key=lambda item: (-item[1], labels[item[0]].casefold()))
    return Facet(name, label, tuple(Option(key, labels[key], number) for key, number in ranked))


def facts(event: Event, atlas: Atlas) -> Facts:
    """What an event says for the filters."""
    return atlas.once("facts", event.id or "", lambda: _facts(event, atlas))


def _facts(event: Event, atlas: Atlas) -> Facts:
    date = event.date
    return Facts(
        actors=" ".join(name.key for name in atlas.names(event) if name.key),
        places=" ".join(dict.fromkeys(slug(place) for place in event.places)),
        tags=" ".join(dict.fromkeys(slug(tag) for tag in event.tags)),
        status=event.status,
        first=None if date is None or date.open_start else _number(date.earliest),
        last=None if date is None or date.open_end else _number(date.latest),
    )


def _number(day: Day) -> int:
    """A day as a number that grows with time."""
    year, month, number = day
    return year * 10_000 + month * 100 + number
