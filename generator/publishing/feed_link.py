"""Where programs find the feed of the timeline: a link in the head of each page."""

from __future__ import annotations

from generator.publishing.atlas import Atlas
from generator.publishing.links import relative
from generator.publishing.render import render

__all__ = ["feed_link"]


def feed_link(atlas: Atlas, here: str) -> str:
    """The link, for the page at a path."""
    return render("feed_link.html", atlas.words, feed=relative(here, "feed.xml"), title=atlas.timeline.timeline.title)
