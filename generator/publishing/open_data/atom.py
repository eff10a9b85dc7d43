"""Atom feeds (RFC 4287): what is new on the timeline, and what was corrected.

Their links are whole addresses. Where the site's is not known they are relative, and count from the address that the
feed was fetched from.
"""

from __future__ import annotations

from markupsafe import escape

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.links import root
from generator.publishing.open_data.atom_head import ATOM_END, AtomFeed, atom_head
from generator.publishing.open_data.feed_entry import content_of, feed_text, feed_title, newest
from generator.publishing.open_data.formats import ATOM, path_of
from generator.publishing.open_data.identity import (
    address_from,
    feed_id,
    last_changed,
    timestamp,
)
from generator.publishing.open_data.said import said_of
from generator.publishing.selection import Selection

__all__ = ["atom_feed"]


def atom_feed(atlas: Atlas, selection: Selection | None = None) -> bytes:
    """A feed of the timeline, or of a part of it.

    Args:
        atlas: The timeline.
        selection: The part, or None for the whole.

    Returns:
        An Atom document in UTF-8, the same for the same timeline.
    """
    here, page = path_of(ATOM, selection), selection.path if selection else ""
    events = newest(selection.events if selection else atlas.shown, atlas)
    feed = AtomFeed(
        path=here,
        page=address_from(here, page, atlas),
        id=feed_id(page, atlas),
        title=feed_title(atlas, selection),
        updated=timestamp(last_changed(tuple(events), atlas)),
        text=feed_text(atlas, selection),
    )
    entries = "".join(_entry(event, atlas, here) for event in events)
    return f"{atom_head(feed, atlas)}{entries}{ATOM_END}".encode()


def _entry(event: Event, atlas: Atlas, here: str) -> str:
    return atlas.once("atom", f"{atlas.site.url or root(here)} {event.id}", lambda: _rendered(event, atlas, here))


def _rendered(event: Event, atlas: Atlas, here: str) -> str:
    """An entry; written here and not by a template, since on a large timeline there are as many as pages."""
    said = said_of(event, atlas)
    published = f"<published>{said.published}</published>\n" if said.published else ""
    categories = "".join(f'<category term="{escape(tag)}"/>\n' for tag in said.tags)
    return (
        f"<entry>\n<id>{escape(said.id)}</id>\n<title>{escape(said.title)}</title>\n"
        f'<link rel="alternate" type="text/html" href="{escape(address_from(here, said.page, atlas))}"/>\n'
        f"{published}<updated>{said.updated}</updated>\n{categories}"
        f'<content type="html">{escape(str(content_of(event, atlas, here)))}</content>\n</entry>\n'
    )
