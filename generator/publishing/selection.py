"""Selections: the named parts of a timeline, each with a page, a feed and more of its own.

A selection is the events of one source, year, actor, place or tag, or those that a view of the file describes. What
is published of one is published of all, so it is written once for a selection, and not once for each kind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from generator.dates.wording import say_year
from generator.model import Event, View
from generator.publishing.credits import credit, publisher
from generator.publishing.links import actor_path, place_path, slug, source_path, tag_path, view_path, year_path

if TYPE_CHECKING:
    from generator.publishing.atlas import Atlas, Name

__all__ = ["KINDS", "Kind", "Selection", "is_in", "selections"]

Key = TypeVar("Key")
Kind = Literal["source", "year", "actor", "place", "tag", "view"]
KINDS: tuple[Kind, ...] = ("source", "year", "actor", "place", "tag", "view")


@dataclass(frozen=True, slots=True)
class Selection:
    """A named part of the timeline.

    Attributes:
        kind: What its events have in common.
        key: What it is known by among its kind: a source's, actor's or view's key, a year's number, the folder's name
            of a place or tag.
        path: Where its page stands, relative to the site's root.
        title: What it is called.
        events: The events that are shown, in their order; never none.
        text: What it is, in a sentence, or empty.
        known_as: What else a reader may search it by: other names of an actor, the credit of a source.
    """

    kind: Kind
    key: str
    path: str
    title: str
    events: tuple[Event, ...]
    text: str = ""
    known_as: str = ""


def selections(atlas: Atlas) -> Mapping[Kind, tuple[Selection, ...]]:
    """Every selection of a timeline that has an event, by kind.

    Args:
        atlas: The timeline.

    Returns:
        For each kind its selections: years in their order, views in that of the file, others by their keys.
    """
    return {
        "source": tuple(_sources(atlas)),
        "year": tuple(_years(atlas)),
        "actor": tuple(_actors(atlas)),
        "place": tuple(_places(atlas)),
        "tag": tuple(_tags(atlas)),
        "view": tuple(_views(atlas)),
    }


def _sources(atlas: Atlas) -> Iterator[Selection]:
    known = atlas.timeline.sources
    for key, events in sorted(_grouped((key, event) for event in atlas.shown for key, _ in atlas.cited(event)).items()):
        source = known[key]
        title = source.title or publisher(source, atlas.words)
        known_as = credit(source, known, atlas.words)
        yield Selection("source", key, source_path(key), title, tuple(events), known_as=known_as)


def _years(atlas: Atlas) -> Iterator[Selection]:
    years = _grouped((event.date.year, event) for event in atlas.shown if event.date)
    for year, events in sorted(years.items()):
        yield Selection("year", str(year), year_path(year), say_year(year, atlas.words), tuple(events))


def _actors(atlas: Atlas) -> Iterator[Selection]:
    """Actors with an entry: who has none may be a private person, and gets no page."""
    named = ((name.key, event) for event in atlas.shown for name in atlas.names(event) if name.key)
    for key, events in sorted(_grouped(named).items()):
        actor = atlas.actor(key)
        known_as = atlas.words.join(actor.aliases)
        yield Selection("actor", key, actor_path(key), actor.name, tuple(events), actor.text or "", known_as)


def _places(atlas: Atlas) -> Iterator[Selection]:
    for key, (label, events) in _labelled((place, event) for event in atlas.shown for place in event.places):
        yield Selection("place", key, place_path(key), label, tuple(events))


def _tags(atlas: Atlas) -> Iterator[Selection]:
    for key, (label, events) in _labelled((tag, event) for event in atlas.shown for tag in event.tags):
        yield Selection("tag", key, tag_path(key), label, tuple(events))


def _views(atlas: Atlas) -> Iterator[Selection]:
    for view in atlas.timeline.views:
        events = tuple(event for event in atlas.shown if is_in(view, event, atlas))
        if events:
            yield Selection("view", view.id, view_path(view.id), view.title, events, view.text or "")


def is_in(view: View, event: Event, atlas: Atlas) -> bool:
    """Whether a view shows an event: with each thing that it asks for, of those that it names at least one."""
    asked = (
        ({slug(tag) for tag in view.tags}, {slug(tag) for tag in event.tags}),
        ({slug(place) for place in view.places}, {slug(place) for place in event.places}),
        ({_folded(atlas.name(text)) for text in view.actors}, {_folded(name) for name in atlas.names(event)}),
    )
    if any(wanted and wanted.isdisjoint(found) for wanted, found in asked):
        return False
    if view.from_ and (event.date is None or event.date.latest < view.from_.earliest):
        return False
    return not (view.to and (event.date is None or event.date.earliest > view.to.latest))


def _folded(name: Name) -> str:
    return name.key or name.text.casefold()


def _labelled(pairs: Iterable[tuple[str, Event]]) -> Iterator[tuple[str, tuple[str, list[Event]]]]:
    """Events by the folder's name of a label, each label as it was written first."""
    labels: dict[str, str] = {}
    groups: dict[str, dict[str, Event]] = {}
    for label, event in pairs:
        key = slug(label)
        labels.setdefault(key, label)
        groups.setdefault(key, {})[event.id or ""] = event
    for key in sorted(groups):
        yield key, (labels[key], list(groups[key].values()))


def _grouped(pairs: Iterable[tuple[Key, Event]]) -> dict[Key, list[Event]]:
    groups: dict[Key, list[Event]] = {}
    for key, event in pairs:
        groups.setdefault(key, []).append(event)
    return groups
