"""The site's index of words: the theme's own, completed with an entry for each page that the generator filled."""

from __future__ import annotations

import json
from collections.abc import Iterable
from html import escape

from generator.publishing.page import SearchEntry

__all__ = ["as_script", "complete_index", "index_of", "index_without"]


def complete_index(index: str, entries: Iterable[SearchEntry]) -> str:
    """Add entries to the index that MkDocs' search plugin wrote.

    Args:
        index: The content of `search/search_index.json`: `{"config": …, "docs": [{location, title, text}]}`.
        entries: What to add, in this order.

    Returns:
        The new content.
    """
    known = json.loads(index)
    known["docs"].extend(_document(entry) for entry in entries)
    return json.dumps(known, separators=(",", ":"))


def index_of(index: str, folder: str) -> str:
    """What an index holds of an edition, counted from its folder.

    Args:
        index: The content of `search/search_index.json`.
        folder: The edition's folder, which is its language's code.

    Returns:
        The content of an index of its own.
    """
    known = json.loads(index)
    known["config"] = {**known.get("config", {}), "lang": [folder]}
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


def as_script(index: str) -> str:
    """An index as a script, which has it in `datelineIndex`."""
    return f"window.datelineIndex={index};\n"


def _document(entry: SearchEntry) -> dict[str, str]:
    # Titles and texts are HTML, as the theme's own entries are. Tags are words like others.
    return {
        "location": entry.location,
        "title": escape(entry.title, quote=False),
        "text": escape(" ".join(filter(None, [entry.text, ", ".join(entry.tags)])), quote=False),
    }
