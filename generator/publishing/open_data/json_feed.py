"""JSON feeds (jsonfeed.org, version 1.1): the same entries as in the Atom feeds.

What must be a whole address there is left out where the site's is not known. What only a timeline has stands under
`_dateline`, as the format asks of extensions.
"""

from __future__ import annotations

from typing import Any

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.json_text import json_text
from generator.publishing.links import absolute, root
from generator.publishing.open_data.documents import document
from generator.publishing.open_data.feed_entry import content_of, feed_text, feed_title, newest
from generator.publishing.open_data.formats import EVENTS_JSON, JSON_FEED, path_of
from generator.publishing.open_data.records import dates_of
from generator.publishing.open_data.said import said_of
from generator.publishing.plain_text import language_tag
from generator.publishing.selection import Selection

__all__ = ["json_feed"]

_VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(atlas: Atlas, selection: Selection | None = None) -> bytes:
    """A feed of the timeline, or of a part of it.

    Args:
        atlas: The timeline.
        selection: The part, or None for the whole.

    Returns:
        A JSON feed in UTF-8, the same for the same timeline.
    """
    info, here = atlas.timeline.timeline, path_of(JSON_FEED, selection)
    every = selection.events if selection else atlas.shown
    events = newest(every, atlas)
    head = {
        "version": _VERSION,
        "title": feed_title(atlas, selection) or "…",
        "home_page_url": _address(selection.path if selection else "", atlas),
        "feed_url": _address(here, atlas),
        "description": feed_text(atlas, selection),
        "language": language_tag(info.language),
        "authors": [{"name": atlas.site.name or info.title}],
        "_dateline": {
            "license": info.license,
            "events": len(every),
            "all_events": _address(EVENTS_JSON.file, atlas),
        },
    }
    return document(head, {"items": [_item(event, atlas, here) for event in events]})


def _address(path: str, atlas: Atlas) -> str | None:
    return absolute(atlas.site.url, path) if atlas.site.url else None


def _item(event: Event, atlas: Atlas, here: str) -> str:
    """An item as JSON."""
    key = f"{atlas.site.url or root(here)} {event.id}"
    return atlas.once("json feed", key, lambda: json_text(_fields(event, atlas, here)))


def _fields(event: Event, atlas: Atlas, here: str) -> dict[str, Any]:
    said = said_of(event, atlas)
    return {
        "id": said.id,
        "url": said.address,
        "title": said.title,
        "content_html": content_of(event, atlas, here),
        "summary": said.summary,
        "date_published": said.published,
        "date_modified": said.updated,
        "tags": list(said.tags),
        "_dateline": {"id": event.id, "status": event.status, **dates_of(event, atlas)},
    }
