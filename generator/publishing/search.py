"""The site's search index: the theme's own, completed with an entry for each page that the generator filled."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape
from typing import Any

from generator.publishing.page import SearchEntry

__all__ = ["complete_index", "index_of", "index_without"]


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


def index_of(index: str, folder: str) -> str:
    """What an index holds of an edition, in the edition's language and counted from its folder.

    Args:
        index: The content of `search/search_index.json`.
        folder: The edition's folder, which is its language's code.

    Returns:
        The content of an index of its own.
    """
    known = json.loads(index)
    known.get("config", {})["lang"] = [folder]
    begin = f"{folder}/"
    known["docs"] = [
        {**document, "location": document["location"].removeprefix(begin)}
        for document in known["docs"]
        if document["location"].startswith(begin)
    ]
    return json.dumps(known, separators=(",", ":"))


def index_without(index: str, folders: Iterable[str]) -> str:
    """An index without what the editions in some folders have in their own."""
    begins = tuple(f"{folder}/" for folder in folders)
    if not begins:
        return index
    known = json.loads(index)
    known["docs"] = [document for document in known["docs"] if not document["location"].startswith(begins)]
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
