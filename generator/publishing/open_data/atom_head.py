"""How every Atom feed begins: what it is, where it stands, whose it is (RFC 4287, section 4.1.1).

Written here and not by a template: each source has a feed, so that a large timeline has as many as pages.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import escape

from generator.publishing.atlas import Atlas
from generator.publishing.links import root
from generator.publishing.open_data.formats import EVENTS_JSON
from generator.publishing.open_data.identity import address_from
from generator.publishing.plain_text import clean, language_tag

__all__ = ["ATOM_END", "AtomFeed", "atom_head"]

ATOM_END = "</feed>\n"
"""What stands behind the last entry."""


@dataclass(frozen=True, slots=True)
class AtomFeed:
    """What is a feed's own.

    Attributes:
        path: Where it stands.
        page: The address of the page that shows the same.
        id: What it is known by: an IRI.
        title: What it is called.
        updated: The moment of its last change (RFC 3339).
        text: What it is about, in a sentence, or nothing.
    """

    path: str
    page: str
    id: str
    title: str
    updated: str
    text: str = ""


def atom_head(feed: AtomFeed, atlas: Atlas) -> str:
    """What stands before the first entry: XML, escaped."""
    here = feed.path
    opening, closing = atlas.once("atom head", root(here), lambda: (_opening(atlas), _closing(atlas, here)))
    subtitle = f"<subtitle>{_said(feed.text)}</subtitle>\n" if feed.text else ""
    return (
        f"{opening}<id>{escape(feed.id)}</id>\n<title>{_said(feed.title)}</title>\n{subtitle}"
        f"<updated>{feed.updated}</updated>\n"
        f'<link rel="self" type="application/atom+xml" href="{escape(address_from(here, here, atlas))}"/>\n'
        f'<link rel="alternate" type="text/html" href="{escape(feed.page)}"/>\n{closing}'
    )


def _opening(atlas: Atlas) -> str:
    language = language_tag(atlas.timeline.timeline.language)
    spoken = f' xml:lang="{language}"' if language else ""
    return f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"{spoken}>\n'


def _closing(atlas: Atlas, here: str) -> str:
    """What all feeds of one depth have in common."""
    info = atlas.timeline.timeline
    data = escape(address_from(here, EVENTS_JSON.file, atlas))
    rights = f"<rights>{_said(info.license)}</rights>\n" if info.license else ""
    return (
        f"<author><name>{_said(atlas.site.name or info.title)}</name></author>\n"
        f'<link rel="related" type="application/json" href="{data}"/>\n{rights}<generator>Dateline</generator>\n'
    )


def _said(text: str) -> str:
    return str(escape(clean(text)))
