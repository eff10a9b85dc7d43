"""A timeline with everything found quickly: what is shown, in which order, and what belongs to what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from generator.dates import say
from generator.messages import Tongue, gettext_noop, tongue
from generator.model import Actor, Citation, Event, Period, Source, Timeline
from generator.publishing.selection import Kind, Selection, selections
from generator.publishing.site_info import SiteInfo

__all__ = ["Atlas", "Name", "Relation", "last_change"]

Key = TypeVar("Key")
Item = TypeVar("Item")
Made = TypeVar("Made")

_FORWARD = {
    "outcome": gettext_noop("Outcome"),
    "follows": gettext_noop("Follows"),
    "part-of": gettext_noop("Part of"),
}
_BACKWARD = {
    "outcome": gettext_noop("Outcome of"),
    "follows": gettext_noop("Followed by"),
    "part-of": gettext_noop("Includes"),
}
"""What an event that names another as its outcome, as what it follows or as what it is part of, is called there."""


@dataclass(frozen=True, slots=True)
class Name:
    """An actor as an event names it.

    Attributes:
        text: The name that readers see.
        key: The actor's key, where it has an entry and so a page; else empty.
    """

    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """Another event, and what it is to the one at hand.

    Attributes:
        kind: `outcome`, `follows` or `part-of`.
        words: The relation, seen from the event at hand, in words: “Outcome”, “Outcome of”, “Followed by”, …
        event: The other event.
        forward: Whether the event at hand names the other, and not the other this one.
    """

    kind: str
    words: str
    event: Event
    forward: bool


@dataclass(frozen=True, eq=False)
class Atlas:
    """A timeline as one site shows it.

    Attributes:
        timeline: The whole timeline.
        site: The site.
        made: What `once` has made so far.
    """

    timeline: Timeline
    site: SiteInfo
    made: dict[tuple[str, str], Any] = field(default_factory=dict, repr=False)

    @cached_property
    def words(self) -> Tongue:
        """What the site says of its own accord, in the timeline's language; English where we do not speak that."""
        return tongue(self.timeline.timeline.language)

    @property
    def language(self) -> str:
        """The code of the language in which the site speaks and says dates."""
        return self.words.code

    def date_of(self, event: Event) -> str:
        """An event's date in words, also where there is none."""
        return say(event.date, self.language) if event.date else self.words.gettext("date not known")

    @cached_property
    def shown(self) -> tuple[Event, ...]:
        """The events of the timeline in their order, those without a date last.

        Each year's stand together: one that may have begun at any time before May 2020 is of 2020.
        """
        shown = [event for event in self.timeline.events if event.id and self._is_shown(event)]
        dated = [event for event in shown if event.date]
        dated.sort(key=lambda event: (event.date.year, event.date.sort_key, event.time or "") if event.date else ())
        return (*dated, *(event for event in shown if not event.date))

    @cached_property
    def withdrawn(self) -> tuple[Event, ...]:
        """The events that were published once and no longer stand, in the order of the file."""
        return tuple(event for event in self.timeline.events if event.id and event.review == "withdrawn")

    def _is_shown(self, event: Event) -> bool:
        return event.published or (self.site.candidates and event.review == "candidate")

    @cached_property
    def shown_ids(self) -> Mapping[str, Event]:
        """The events that are shown, by id, and by each id that they used to have."""
        known = {alias: event for event in self.shown for alias in event.aliases}
        return known | {event.id: event for event in self.shown if event.id}

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Where each event stands among those shown."""
        return {event.id: number for number, event in enumerate(self.shown) if event.id}

    def neighbours(self, event: Event) -> tuple[Event | None, Event | None]:
        """The events before and after one that is shown."""
        at = self.positions[event.id or ""]
        return (
            self.shown[at - 1] if at > 0 else None,
            self.shown[at + 1] if at + 1 < len(self.shown) else None,
        )

    def source(self, citation: Citation) -> Source | None:
        """The source of a citation, or None where the timeline has none by that key."""
        return self.timeline.sources.get(citation.source)

    def cited(self, event: Event) -> list[tuple[str, Source]]:
        """The sources of an event, each once, in the order of its citations."""
        keys = dict.fromkeys(citation.source for citation in event.citations)
        return [(key, self.timeline.sources[key]) for key in keys if key in self.timeline.sources]

    def independent(self, event: Event) -> int:
        """How many sources of an event are independent: reprints of one story count once."""
        return len({self.origin(key) for key, _ in self.cited(event)})

    def origin(self, key: str) -> str:
        """The source that a source goes back to: itself, unless it is a reprint."""
        seen = {key}
        while (source := self.timeline.sources.get(key)) and source.original and source.original not in seen:
            key = source.original
            seen.add(key)
        return key

    @cached_property
    def selections(self) -> Mapping[Kind, tuple[Selection, ...]]:
        """The named parts of the timeline that have an event, by kind."""
        return selections(self)

    def find(self, kind: Kind, key: str) -> Selection | None:
        """A named part of the timeline, or None where it has no event and so no page."""
        return self._found.get((kind, key))

    @cached_property
    def _found(self) -> Mapping[tuple[Kind, str], Selection]:
        return {(kind, each.key): each for kind, found in self.selections.items() for each in found}

    @cached_property
    def _actor_keys(self) -> dict[str, str]:
        """The key of each actor, by every name that it has."""
        known: dict[str, str] = {}
        for key, actor in self.timeline.actors.items():
            for name in (*actor.aliases, actor.name, key):
                known.setdefault(name.casefold(), key)
        return known | {key.casefold(): key for key in self.timeline.actors}

    def names(self, event: Event) -> list[Name]:
        """The actors of an event, each once, in their order."""
        found = [self.name(text) for text in event.actors]
        return list({name.key or name.text.casefold(): name for name in reversed(found)}.values())[::-1]

    def name(self, text: str) -> Name:
        """An actor by any of its names."""
        key = self._actor_keys.get(text.casefold(), "")
        return Name(self.actor(key).name, key) if key else Name(text)

    def actor(self, key: str) -> Actor:
        """An actor by its key."""
        return self.timeline.actors[key]

    @cached_property
    def _relations(self) -> dict[str, list[Relation]]:
        found: list[tuple[str, Relation]] = []
        for event in self.shown:
            for related in event.related:
                other = self.shown_ids.get(related.id)
                if other and other is not event:
                    forward = Relation(related.as_, self.words.gettext(_FORWARD[related.as_]), other, forward=True)
                    backward = Relation(related.as_, self.words.gettext(_BACKWARD[related.as_]), event, forward=False)
                    found += [(event.id or "", forward), (other.id or "", backward)]
        return _grouped(found)

    def relations(self, event: Event) -> list[Relation]:
        """What other events that are shown are to an event, whichever of the two says so."""
        return self._relations.get(event.id or "", [])

    def outcomes(self, event: Event) -> list[Event]:
        """The events that tell what became of a planned one."""
        return [relation.event for relation in self.relations(event) if relation.kind == "outcome" and relation.forward]

    def once(self, what: str, of: str, make: Callable[[], Made]) -> Made:
        """Something that stands on many pages, made the first time that it is asked for.

        Args:
            what: What it is; each kind of thing has a name of its own.
            of: What tells it apart from others of its kind; empty where there is only one.
            make: Makes it.
        """
        key = (what, of)
        if key not in self.made:
            self.made[key] = make()
        made: Made = self.made[key]
        return made

    def let_go(self) -> None:
        """Forget what `once` has made of something particular, of which there may be tens of thousands."""
        for key in [key for key in self.made if key[1]]:
            del self.made[key]

    def has_passed(self, event: Event) -> bool:
        """Whether the whole of an event's date lies before the day of the build."""
        return event.date is not None and event.date.is_before(self.site.today)

    def periods(self, event: Event) -> list[Period]:
        """The named stretches of time within which an event begins."""
        if not event.date:
            return []
        begin = event.date.start.earliest
        return [p for p in self.timeline.periods if p.from_.earliest <= begin <= p.to.latest]

    @cached_property
    def first_of_period(self) -> tuple[tuple[Period, Event], ...]:
        """Each named stretch of time in which something happens, with its first event."""
        firsts = ((p, next((e for e in self.shown if p in self.periods(e)), None)) for p in self.timeline.periods)
        return tuple((period, first) for period, first in firsts if first)


def last_change(event: Event) -> dt.date | None:
    """The day on which readers last got something new of an event: a correction, or the event itself."""
    return max([correction.date for correction in event.corrections] + [d for d in [event.added] if d], default=None)


def _grouped(pairs: Iterable[tuple[Key, Item]]) -> dict[Key, list[Item]]:
    groups: dict[Key, list[Item]] = {}
    for key, item in pairs:
        groups.setdefault(key, []).append(item)
    return groups
