"""The Atom feed (RFC 4287): what is new on the timeline, and what was corrected.

An entry's id is its event's permanent address where the site's is known, else a UUID made from the event's id, so
that it is the same in every build. The feed's own links are relative where the site's address is not known: RFC 4287
resolves them against the place that the feed was fetched from. Times are those of the day of a change, at midnight
UTC, since days are all that the timeline keeps.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.model import Event
from generator.publishing.atlas import Atlas, last_change
from generator.publishing.changes import correction_kind
from generator.publishing.credits import credit_line
from generator.publishing.entries import headline
from generator.publishing.links import absolute, event_path
from generator.publishing.markdown import render_markdown
from generator.publishing.plain_text import capitalised, clean, language_tag
from generator.publishing.render import render
from generator.publishing.selection import Kind, Selection
from generator.publishing.short_dates import say_day
from generator.publishing.status import status_sentence

if TYPE_CHECKING:
    from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

__all__ = ["FOLLOWED", "atom_feed", "feed_path", "feeds"]

FOLLOWED: tuple[Kind, ...] = ("actor", "place", "tag", "view")
"""The kinds of selections that have a feed: nothing new comes to a year that is over, or to an article."""

LENGTH = 100
"""How many entries it holds, the most recently changed first."""


def feed_path(selection: Selection | None = None) -> str:
    """Where the feed of a selection stands, or that of the whole timeline."""
    return f"{selection.path}feed.xml" if selection else "feed.xml"


def feeds(atlas: Atlas) -> Iterator[tuple[str, bytes]]:
    """The feed of the whole timeline, and one for each selection that somebody may wish to follow.

    Args:
        atlas: The timeline.

    Yields:
        The path under the site's root, and the feed: an Atom document.
    """
    yield feed_path(), atom_feed(atlas)
    for kind in FOLLOWED:
        for selection in atlas.selections[kind]:
            yield feed_path(selection), atom_feed(atlas, selection)


def atom_feed(atlas: Atlas, selection: Selection | None = None) -> bytes:
    """A feed of the timeline, or of a part of it.

    Args:
        atlas: The timeline.
        selection: The part, or None for the whole.

    Returns:
        An Atom document in UTF-8, the same for the same timeline and day.
    """
    from feedgenerator import Atom1Feed

    info, site = atlas.timeline.timeline, atlas.site
    path = selection.path if selection else ""
    title = f"{info.title}: {selection.title}" if selection else info.title
    every = selection.events if selection else atlas.shown
    events = sorted(every, key=lambda event: _changed(event, atlas), reverse=True)[:LENGTH]
    feed = Atom1Feed(
        title=clean(title),
        link=absolute(site.url, path) or "./",
        description=clean((selection.text if selection else info.text) or info.scope or ""),
        language=language_tag(info.language) or None,
        author_name=clean(site.name or info.title),
        feed_url=absolute(site.url, feed_path(selection)),
        feed_guid=(site.url and absolute(site.url, path)) or _urn(f"timeline:{info.title}/{path}".removesuffix("/")),
        feed_copyright=clean(info.license) if info.license else None,
    )
    updated = _midnight(max((_changed(event, atlas) for event in events), default=site.today))
    feed.latest_post_date = lambda: updated  # the library's own is the clock's where there are no entries
    for event in events:
        _add(feed, event, atlas)
    document: str = feed.writeString("utf-8")
    return document.encode()


def _add(feed: Atom1Feed, event: Event, atlas: Atlas) -> None:
    address = absolute(atlas.site.url, event_path(event.id or ""))
    content = render(
        "feed_entry.html",
        atlas.words,
        summary=render_markdown(event.summary or "", atlas.site.url),
        status=status_sentence(event, atlas),
        credit=credit_line(event, atlas),
        corrections=[
            (correction_kind(c, atlas.words), say_day(c.date, atlas.language), c.text) for c in event.corrections
        ],
    )
    feed.add_item(
        title=clean(f"{capitalised(atlas.date_of(event))}: {headline(event)}"),
        link=address,
        description=None,
        content=content,
        unique_id=address if atlas.site.url else _urn(f"event:{event.id}"),
        pubdate=_midnight(event.added) if event.added else None,
        updateddate=_midnight(_changed(event, atlas)),
        categories=[clean(tag) for tag in event.tags],
    )


def _changed(event: Event, atlas: Atlas) -> dt.date:
    """The day of an event's last change; where it tells of none, the day on which its newest source was published."""
    published = [source.published for _, source in atlas.cited(event) if source.published]
    return last_change(event) or max(published, default=atlas.site.today)


def _midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), tzinfo=dt.UTC)


def _urn(name: str) -> str:
    return uuid.uuid5(uuid.NAMESPACE_URL, f"dateline:{name}").urn
