"""The site's search index: the theme's own, completed with an entry for each page that the generator filled."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape

from generator.publishing.page import SearchEntry

_ZERO_WIDTH = r"\u200b"
"""Stands in the theme's separator, a regular expression, where a language sets no spaces between words."""

_BETWEEN_SIGNS = re.compile("(?<=[\u3400-\u9fff])(?=[\u3400-\u9fff])")

__all__ = ["complete_index", "index_of", "index_without"]


def complete_index(index: str, entries: Iterable[SearchEntry]) -> str:
    """Add entries to the index that MkDocs' search plugin wrote.

    Args:
        index: The content of `search/search_index.json`: `{"config": …, "docs": [{location, title, text}]}`.
        entries: What to add, in this order.

    Returns:
        The new content.
    """
    known = json.loads(index)
    segmented = _ZERO_WIDTH in known.get("config", {}).get("separator", "")
    known["docs"].extend(_document(_segmented(entry) if segmented else entry) for entry in entries)
    return json.dumps(known, separators=(",", ":"))


def index_of(index: str, folder: str, settings: Mapping[str, object]) -> str:
    """What an index holds of an edition, in the edition's language and counted from its folder.

    Args:
        index: The content of `search/search_index.json`.
        folder: The edition's folder.
        settings: How the theme searches in the edition's language, which takes the place of how it searches in the
            site's: `lang`, `separator`, `pipeline`.

    Returns:
        The content of an index of its own.
    """
    known = json.loads(index)
    known["config"] = {**known.get("config", {}), **settings}
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


def _segmented(entry: SearchEntry) -> SearchEntry:
    """An entry whose Chinese signs can each be found: zero-width spaces stand between them."""
    title, text = (_BETWEEN_SIGNS.sub("\u200b", each) for each in (entry.title, entry.text))
    return replace(entry, title=title, text=text)


def _document(entry: SearchEntry) -> dict[str, str]:
    # The theme's script puts titles and texts into the page as HTML, as its own index holds them escaped. Tags are
    # words like others: as the theme shows tags, those of each result would be a landmark without a name.
    return {
        "location": entry.location,
        "title": escape(entry.title, quote=False),
        "text": escape(" ".join(filter(None, [entry.text, ", ".join(entry.tags)])), quote=False),
    }
