"""What a page adds to its head: how programs frame it, where its feeds are, what they show of it, and its data."""

from __future__ import annotations

from typing import Any

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.embedding.addresses import EMBEDDED
from generator.publishing.embedding.oembed import oembed_link
from generator.publishing.entries import headline
from generator.publishing.json_text import json_text
from generator.publishing.open_data.subscribing import alternates
from generator.publishing.selection import Selection
from generator.publishing.share_pages import share_tags

__all__ = ["head"]


def head(
    atlas: Atlas,
    here: str,
    data: dict[str, Any] | str | None = None,
    *,
    of: Selection | None = None,
    event: Event | None = None,
) -> str:
    """The head's part of the page at a path.

    Args:
        atlas: The timeline.
        here: The page's path.
        data: What it is about, as JSON-LD, also as a text that `json_text` made, or None.
        of: The selection that it is the page of; its own feeds are named before that of the whole.
        event: The event that it is the page of; its own share image stands for it.

    Returns:
        HTML, escaped.
    """
    text = json_text(data) if isinstance(data, dict) else data
    script = [f'<script type="application/ld+json">{text}</script>'] if text else []
    # A program reads no more than the beginning of a page.
    framed = [oembed_link(atlas, here, title)] if (title := _framed(atlas, here, of, event)) else []
    return "\n".join([*filter(None, framed), *alternates(atlas, here, of, event), share_tags(atlas, event), *script])


def _framed(atlas: Atlas, here: str, of: Selection | None, event: Event | None) -> str:
    """What a page shows that others can frame, in words; nothing for a page that they cannot."""
    if event:
        return headline(event)
    if of:
        return of.title if of.kind in EMBEDDED else ""
    return "" if here else atlas.timeline.timeline.title
