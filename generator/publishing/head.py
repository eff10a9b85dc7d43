"""What a page adds to its head: where programs find the feed of the timeline, and structured data on what it shows."""

from __future__ import annotations

from typing import Any

from generator.publishing.atlas import Atlas
from generator.publishing.json_text import json_text
from generator.publishing.links import relative
from generator.publishing.render import render

__all__ = ["head"]


def head(atlas: Atlas, here: str, data: dict[str, Any] | None = None) -> str:
    """The head's part of the page at a path.

    Args:
        atlas: The timeline.
        here: The page's path.
        data: What it is about, as JSON-LD, or None.

    Returns:
        HTML, escaped.
    """
    link = render("feed_link.html", atlas.words, feed=relative(here, "feed.xml"), title=atlas.timeline.timeline.title)
    return f'{link}\n<script type="application/ld+json">{json_text(data)}</script>' if data else link
