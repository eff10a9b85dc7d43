"""What feeds show of an event, and which events they show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Event, Source
from generator.publishing.atlas import Atlas
from generator.publishing.changes import correction_kind
from generator.publishing.credits import credit
from generator.publishing.links import root, source_path
from generator.publishing.open_data.identity import address_from, changed
from generator.publishing.open_data.said import said_of, summary_of
from generator.publishing.plain_text import clean
from generator.publishing.render import render
from generator.publishing.selection import Selection
from generator.publishing.short_dates import say_day

__all__ = ["LENGTH", "content_of", "feed_text", "feed_title", "newest"]

LENGTH = 100
"""How many entries a feed holds: those that changed last. The rest is in `events.json`, which each feed links to."""


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source in an entry: where it can be read, its headline, and who published it when."""

    href: str
    title: str
    credit: str
    day: str


def newest(events: Sequence[Event], atlas: Atlas) -> list[Event]:
    """The events that a feed shows: those that changed last, of one day the latest on the timeline first."""
    order = atlas.once("order of change", "", lambda: _order_of_change(atlas))
    return sorted(events, key=lambda event: order[event.id or ""], reverse=True)[:LENGTH]


def _order_of_change(atlas: Atlas) -> dict[str, tuple[dt.date, int]]:
    """By what events are put in order, the same in every feed that they stand in."""
    return {event.id or "": (changed(event, atlas), at) for at, event in enumerate(atlas.shown)}


def feed_title(atlas: Atlas, selection: Selection | None) -> str:
    """What the feed and the calendar of a selection, or of the whole timeline, are called."""
    title = atlas.timeline.timeline.title
    return clean(f"{title}: {selection.title}" if selection else title)


def feed_text(atlas: Atlas, selection: Selection | None) -> str:
    """What they are about, in a sentence, or nothing."""
    info = atlas.timeline.timeline
    return clean((selection.text if selection else info.text) or info.scope or "")


def content_of(event: Event, atlas: Atlas, here: str) -> str:
    """The whole of an entry.

    Args:
        event: The event.
        atlas: The timeline.
        here: The feed's path, from which links count where the site's address is not known.

    Returns:
        HTML: when and whether it happened, its summary, what is disputed, its sources and its corrections.
    """
    base = atlas.site.url or root(here)
    return atlas.once("feed content", f"{base} {event.id}", lambda: _content(event, atlas, here, base))


def _content(event: Event, atlas: Atlas, here: str, base: str) -> str:
    return render(
        "feed_content.html",
        atlas.words,
        event=event,
        said=said_of(event, atlas),
        summary=summary_of(event, atlas, base),
        sources=[_listed(key, source, atlas, here, base) for key, source in atlas.cited(event)],
        corrections=[
            (correction_kind(each, atlas.words), say_day(each.date, atlas.language), each.text)
            for each in event.corrections
        ],
    )


def _listed(key: str, source: Source, atlas: Atlas, here: str, base: str) -> ListedSource:
    def make() -> ListedSource:
        return ListedSource(
            href=source.url or source.archived or address_from(here, source_path(key), atlas),
            title=source.title or "",
            credit=credit(source, atlas.timeline.sources, atlas.words),
            day=say_day(source.published, atlas.language) if source.published else "",
        )

    return atlas.once("listed source", f"{base} {key}", make)
