"""Structured data (JSON-LD, in the vocabulary of schema.org): what a page is about, for search engines."""

from __future__ import annotations

import re
from typing import Any

from generator.dates import Edtf
from generator.model import Event, Source
from generator.publishing.atlas import Atlas
from generator.publishing.entries import headline
from generator.publishing.json_text import json_text
from generator.publishing.links import absolute, event_path
from generator.publishing.markdown import strip_markdown
from generator.publishing.open_data.formats import DISTRIBUTED
from generator.publishing.open_data.identity import UNKNOWN, last_changed
from generator.publishing.open_data.records import data_version
from generator.publishing.selection import Selection

__all__ = ["dataset", "event_data", "event_json_ld", "event_script", "license_address", "selection_data"]

_CONTEXT = "https://schema.org"
_STATUS = {"postponed": "https://schema.org/EventPostponed", "cancelled": "https://schema.org/EventCancelled"}
_TYPES = {"article": "NewsArticle", "digest": "NewsArticle", "document": "CreativeWork"}
_CREATIVE_COMMONS = re.compile(r"CC-(BY(?:-NC)?(?:-ND|-SA)?)-(\d\.\d)", re.IGNORECASE)
_LISTED = 100
"""How many events the data of a list names: enough to know it by."""


def event_data(event: Event, atlas: Atlas) -> dict[str, Any]:
    """An event, with the articles that report it.

    Args:
        event: An event that is shown.
        atlas: The timeline.

    Returns:
        A schema.org `Event`. Its dates are left out where ISO 8601 cannot say them, or an end is open.
    """
    return {
        "@context": _CONTEXT,
        "@type": "Event",
        "@id": absolute(atlas.site.url, event_path(event.id or "")) if atlas.site.url else None,
        "name": headline(event),
        "description": strip_markdown(event.summary or ""),
        **_dates(event.date),
        "eventStatus": _STATUS.get(event.status, "https://schema.org/EventScheduled"),
        "location": [{"@type": "Place", "name": place} for place in event.places],
        "about": [{"@type": "Thing", "name": name.text} for name in atlas.names(event)],
        "keywords": list(event.tags),
        "inLanguage": atlas.timeline.timeline.language,
        "subjectOf": [_article(source) for _, source in atlas.cited(event)],
    }


def event_json_ld(event: Event, atlas: Atlas) -> str:
    """The same as JSON, without a context: made once for its page and for the graph of all."""
    return atlas.once("json-ld", event.id or "", lambda: json_text({**event_data(event, atlas), "@context": None}))


def event_script(event: Event, atlas: Atlas) -> str:
    """The same as JSON with its context, as it stands in a page."""
    return f'{{"@context":"{_CONTEXT}",{event_json_ld(event, atlas)[1:]}'


def selection_data(selection: Selection, atlas: Atlas) -> dict[str, Any]:
    """A named part of the timeline, as the list of its events."""
    return {
        "@context": _CONTEXT,
        "@type": "CollectionPage",
        "name": selection.title,
        "description": selection.text,
        "inLanguage": atlas.timeline.timeline.language,
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": len(selection.events),
            "itemListElement": [
                {
                    "@type": "ListItem",
                    "position": number,
                    "name": headline(event),
                    "url": absolute(atlas.site.url, event_path(event.id or "")) if atlas.site.url else None,
                }
                for number, event in enumerate(selection.events[:_LISTED], start=1)
            ],
        },
    }


def dataset(atlas: Atlas) -> dict[str, Any]:
    """The whole timeline as data that can be fetched and cited.

    Args:
        atlas: The timeline.

    Returns:
        A schema.org `Dataset`, as dataset search engines read it.
    """
    info, site = atlas.timeline.timeline, atlas.site
    dated = [event.date for event in atlas.shown if event.date]
    return {
        "@context": _CONTEXT,
        "@type": "Dataset",
        "name": info.title,
        "description": info.text or info.scope or info.title,
        "url": site.url,
        "inLanguage": info.language,
        "license": license_address(info.license or ""),
        "creator": {"@type": "Organization", "name": site.name} if site.name else None,
        "isAccessibleForFree": True,
        "temporalCoverage": _coverage(dated),
        "version": data_version(atlas),
        "dateModified": day.isoformat() if (day := last_changed(atlas.shown, atlas)) != UNKNOWN else None,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": atlas.words.gettext(form.label),
                "encodingFormat": form.media_type,
                "contentUrl": absolute(site.url, form.file),
            }
            for form in DISTRIBUTED
        ]
        if site.url
        else None,
    }


def license_address(name: str) -> str:
    """Where a Creative Commons licence stands, by its SPDX name: `CC-BY-4.0`; another licence's name as it is."""
    match = _CREATIVE_COMMONS.fullmatch(name.strip())
    if match:
        return f"https://creativecommons.org/licenses/{match[1].lower()}/{match[2]}/"
    return "https://creativecommons.org/publicdomain/zero/1.0/" if name.upper() == "CC0-1.0" else name


def _dates(date: Edtf | None) -> dict[str, str | None]:
    """The first and the last day that a date may mean; a single day has only a start."""
    if date is None:
        return {}
    start = None if date.open_start else _iso(date.earliest)
    end = None if date.open_end else _iso(date.latest)
    return {"startDate": start, "endDate": end if end != start else None}


def _iso(day: tuple[int, int, int]) -> str | None:
    year, month, number = day
    return f"{year:04}-{month:02}-{number:02}" if 1 <= year <= 9999 else None


def _coverage(dates: list[Edtf]) -> str | None:
    """From the first to the last day, as an interval of ISO 8601."""
    starts = [_iso(date.earliest) for date in dates if not date.open_start]
    ends = [_iso(date.latest) for date in dates if not date.open_end]
    known_starts, known_ends = [day for day in starts if day], [day for day in ends if day]
    return f"{min(known_starts)}/{max(known_ends)}" if known_starts and known_ends else None


def _article(source: Source) -> dict[str, Any]:
    return {
        "@type": _TYPES[source.kind],
        "headline": source.title,
        "url": source.url,
        "archivedAt": source.archived,
        "datePublished": source.published.isoformat() if source.published else None,
        "inLanguage": source.language,
        "publisher": {"@type": "Organization", "name": source.publisher} if source.publisher else None,
    }
