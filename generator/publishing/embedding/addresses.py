"""Where the pages for frames stand: a tree of their own under `embed/` that mirrors the site's.

What stands at `tags/energy/` on the site stands at `embed/tags/energy/` for a frame. A relative link from one page to
another is therefore the same in both trees, so that a list that was rendered for the site leads, in a frame, to
pages for frames.
"""

from __future__ import annotations

from generator.publishing.selection import Kind

__all__ = ["EMBEDDED", "FOLDER", "embed_path", "oembed_path"]

FOLDER = "embed/"
"""The root of the tree."""

EMBEDDED: tuple[Kind, ...] = ("view", "tag", "actor", "place", "year")
"""The kinds of selections that have a page for a frame; so have the whole timeline and each event."""


def embed_path(path: str) -> str:
    """Where the page for a frame stands.

    Args:
        path: Where the page that readers of the site see stands: `events/call/`, or empty for the home page.

    Returns:
        The path relative to the site's root: `embed/events/call/`.
    """
    return FOLDER + path


def oembed_path(path: str) -> str:
    """Where the oEmbed answer for a page of the site stands: beside its page for a frame."""
    return f"{FOLDER}{path}oembed.json"
