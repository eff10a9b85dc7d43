"""The site's search index: the theme's own, completed with an entry for each page that the generator filled."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Any

from generator.publishing.page import SearchEntry

__all__ = ["complete_index"]


def complete_index(index: str, entries: Iterable[SearchEntry]) -> str:
    """Add entries to the index that MkDocs' search plugin wrote.

    Args:
        index: The content of `search/search_index.json`: `{"config": …, "docs": [{location, title, text, tags?}]}`.
        entries: What to add, in this order.

    Returns:
        The new content.
    """
    known = json.loads(index)
    known["docs"].extend(_document(entry) for entry in entries)
    return json.dumps(known, separators=(",", ":"))


def _document(entry: SearchEntry) -> dict[str, Any]:
    # The theme's script puts titles, texts and tags into the page as HTML, as its own index holds them escaped.
    document: dict[str, Any] = {
        "location": entry.location,
        "title": escape(entry.title, quote=False),
        "text": escape(entry.text, quote=False),
    }
    if entry.tags:
        document["tags"] = [escape(tag, quote=False) for tag in entry.tags]
    return document
