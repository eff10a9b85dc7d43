"""Who reported it: how a source is named in a line, and what is said of it in small print."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.messages import Tongue
from generator.model import Event, Source

if TYPE_CHECKING:
    from generator.publishing.atlas import Atlas

__all__ = ["agency", "credit", "credit_line", "host", "publisher"]

_AGENCIES = {
    name.casefold(): name
    for name in ("AFP", "ANI", "ANSA", "AP", "DPA", "EFE", "IANS", "NTB", "PTI", "RIA", "TASS", "TT", "UPI")
}
"""Agencies whose names are capitals throughout, for sources that are named only by a key, such as `ap-2026-02-04`."""

_SHOWN = 2
"""How many sources a line on the timeline names; the rest are counted."""


def host(url: str | None) -> str:
    """The host of an address, as a reader would say it: `apnews.com`."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def publisher(source: Source, words: Tongue) -> str:
    """Who published a source, or where it stands; words that say so where nobody is named."""
    return source.publisher or host(source.url) or words.gettext("Unnamed publisher")


def agency(source: Source, sources: Mapping[str, Source], words: Tongue) -> str:
    """Whose story a source reprints, or nothing.

    Args:
        source: The source.
        sources: All sources, by key. The original need not be among them: its key then names it.
        words: The site's language.
    """
    if not source.original:
        return ""
    original = sources.get(source.original)
    return publisher(original, words) if original else _named_by(source.original)


def credit(source: Source, sources: Mapping[str, Source], words: Tongue) -> str:
    """A source in a line: “Hindustan Times (Reuters)”."""
    name, wire = publisher(source, words), agency(source, sources, words)
    return f"{name} ({wire})" if wire and wire.casefold() not in name.casefold() else name


def credit_line(event: Event, atlas: Atlas) -> str:
    """The sources of an event in a line: “Hindustan Times (Reuters) · 1 source”.

    Args:
        event: The event.
        atlas: The timeline. Reprints of one story count as one source.
    """
    words, sources = atlas.words, atlas.timeline.sources
    names = list(dict.fromkeys(credit(source, sources, words) for _, source in atlas.cited(event)))
    if not names:
        return words.gettext("No source yet")
    left = len(names) - _SHOWN
    more = [words.ngettext("{number} more", "{number} more", left)] if left > 0 else []
    shown = words.gettext(", ").join([*names[:_SHOWN], *more])
    return f"{shown} · {_how_many(atlas.independent(event), len(names), words)}"


def _how_many(independent: int, named: int, words: Tongue) -> str:
    if independent == named:
        return words.ngettext("{number} source", "{number} sources", independent)
    return words.ngettext("{number} independent source", "{number} independent sources", independent)


def _named_by(key: str) -> str:
    name = re.sub(r"-?\d{4}(-\d{2})*.*$", "", key) or key
    return _AGENCIES.get(name, name.replace("-", " ").title())
