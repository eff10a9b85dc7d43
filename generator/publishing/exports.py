"""The timeline as data: `events.json`.

```
{"version": 1, "title", "language", "license", "scope", "url", "generated": "2026-11-21",
 "events": [{"id", "url", "date", "date_text", "earliest", "latest", "time", "title", "summary", "status", "level",
             "review", "attributed_to", "disputed", "response", "actors", "places", "tags", "related",
             "independent_sources", "citations": [{"source", "quote", "when", "from", "rule", "date", "confidence",
             "reason"}], "corrections", "aliases", "added"}],
 "sources": {"key": {…}}, "actors": {"key": {…}}}
```

Keys without a value are left out. `earliest` and `latest` are the first and last day that the date may mean, left out
at an open end. Addresses are whole where the site's own is known, else relative to the file. Everything is in a fixed
order: events as on the timeline, sources and actors by key.
"""

from __future__ import annotations

from typing import Any

from generator.dates import Edtf, say
from generator.dates.edtf import Day
from generator.model import Citation, Event, Source
from generator.publishing.atlas import Atlas
from generator.publishing.json_text import json_text
from generator.publishing.links import absolute, actor_path, event_path, source_path

__all__ = ["VERSION", "events_json"]

VERSION = 1
"""The version of the shape; it goes up when a key changes its meaning or goes, not when one is added."""


def events_json(atlas: Atlas) -> bytes:
    """The events that are shown, with their sources and actors.

    Args:
        atlas: The timeline.

    Returns:
        A JSON document in UTF-8, indented. `<`, `>` and `&` are written as escapes, so that it can stand in HTML.
    """
    info = atlas.timeline.timeline
    document = {
        "version": VERSION,
        "title": info.title,
        "language": info.language,
        "license": info.license,
        "scope": info.scope,
        "url": atlas.site.url,
        "generated": atlas.site.today.isoformat(),
        "events": [_event(event, atlas) for event in atlas.shown],
        "sources": {each.key: _source(each.key, atlas) for each in atlas.selections["source"]},
        "actors": {each.key: _actor(each.key, atlas) for each in atlas.selections["actor"]},
    }
    return f"{json_text(document, indent=1)}\n".encode()


def _event(event: Event, atlas: Atlas) -> dict[str, Any]:
    fields = event.model_dump(mode="json", by_alias=True, exclude_none=True)
    for key in ("citations", "source", "media", "translations", "actors", "related", "reason"):
        fields.pop(key, None)
    return {
        "id": fields.pop("id"),
        "url": absolute(atlas.site.url, event_path(event.id or "")),
        **(_date(event.date, atlas.language) if event.date else {}),
        **{key: value for key, value in fields.items() if key != "date"},
        "actors": [{"name": name.text, "key": name.key} for name in atlas.names(event)],
        "related": [item.model_dump(by_alias=True) for item in event.related if item.id in atlas.shown_ids],
        "independent_sources": atlas.independent(event),
        "citations": [
            _citation(citation, source) for citation in event.citations if (source := atlas.source(citation))
        ],
    }


def _date(date: Edtf, language: str) -> dict[str, Any]:
    return {
        "date": date.text,
        "date_text": say(date, language),
        "earliest": None if date.open_start else _iso(date.earliest),
        "latest": None if date.open_end else _iso(date.latest),
    }


def _iso(day: Day) -> str:
    """A day in ISO 8601; years beyond four digits, and before 1, with a sign and six digits or more."""
    year, month, number = day
    plain = 0 <= year <= 9999
    return f"{year:04}-{month:02}-{number:02}" if plain else f"{year:+07}-{month:02}-{number:02}"


def _citation(citation: Citation, source: Source) -> dict[str, Any]:
    # A digest's words are ours, and no quote.
    hidden = {"mention", *(["quote"] if source.kind == "digest" else [])}
    return citation.model_dump(mode="json", by_alias=True, exclude_none=True, exclude=hidden)


def _source(key: str, atlas: Atlas) -> dict[str, Any]:
    fields = atlas.timeline.sources[key].model_dump(mode="json", exclude_none=True)
    return {"page": absolute(atlas.site.url, source_path(key)), **fields}


def _actor(key: str, atlas: Atlas) -> dict[str, Any]:
    fields = atlas.actor(key).model_dump(mode="json", exclude_none=True)
    return {"page": absolute(atlas.site.url, actor_path(key)), **fields}
