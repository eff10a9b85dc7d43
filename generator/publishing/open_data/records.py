"""Events, sources and actors as data: the one shape that every file of the API holds them in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from generator.dates import Edtf, say
from generator.dates.edtf import Day
from generator.model import Citation, Event, Source
from generator.publishing.atlas import Atlas
from generator.publishing.json_text import json_text
from generator.publishing.links import absolute, actor_path, event_path, source_path
from generator.publishing.open_data.documents import fingerprint
from generator.publishing.open_data.identity import changed

__all__ = [
    "actor_json",
    "actors_of",
    "data_version",
    "dates_of",
    "event_json",
    "event_record",
    "iso_day",
    "source_json",
    "sources_of",
]

_LEFT_OUT = ("citations", "source", "media", "translations", "actors", "related", "reason", "date")


def event_json(event: Event, atlas: Atlas) -> str:
    """An event as JSON on one line, made once for all the lists that it stands in."""
    return atlas.once("event json", event.id or "", lambda: json_text(event_record(event, atlas)))


def data_version(atlas: Atlas) -> str:
    """A fingerprint of all events that are shown, and of what they can name: while it is the same, all of that is."""
    return atlas.once("data version", "", lambda: fingerprint(_as_in_file(atlas)))


def _as_in_file(atlas: Atlas) -> Iterator[str]:
    """What the data are made from: to make them takes six times as long, and who asks may want one page alone."""
    for event in atlas.shown:
        yield event.model_dump_json(by_alias=True, exclude_defaults=True)
    for entries in (atlas.timeline.sources, atlas.timeline.actors):
        for key, entry in entries.items():
            yield key
            yield entry.model_dump_json(exclude_defaults=True)


def source_json(key: str, atlas: Atlas) -> str:
    """A source as JSON on one line."""
    return atlas.once("source json", key, lambda: json_text(_source(key, atlas)))


def actor_json(key: str, atlas: Atlas) -> str:
    """An actor as JSON on one line."""
    return atlas.once("actor json", key, lambda: json_text(_actor(key, atlas)))


def sources_of(events: Iterable[Event], atlas: Atlas) -> dict[str, str]:
    """The sources of some events as JSON, by their keys in their order."""
    keys = {key for event in events for key in _sources_cited(event, atlas)}
    return {key: source_json(key, atlas) for key in sorted(keys)}


def actors_of(events: Iterable[Event], atlas: Atlas) -> dict[str, str]:
    """The actors of some events that have a page, as JSON, by their keys in their order."""
    keys = {key for event in events for key in _actors_named(event, atlas)}
    return {key: actor_json(key, atlas) for key in sorted(keys)}


def _sources_cited(event: Event, atlas: Atlas) -> list[str]:
    return atlas.once("sources cited", event.id or "", lambda: [key for key, _ in atlas.cited(event)])


def _actors_named(event: Event, atlas: Atlas) -> list[str]:
    return atlas.once("actors named", event.id or "", lambda: [name.key for name in atlas.names(event) if name.key])


def event_record(event: Event, atlas: Atlas) -> dict[str, Any]:
    """An event as data; keys may be without a value.

    Args:
        event: An event that is shown.
        atlas: The timeline.

    Returns:
        What `shapes.EventRecord` describes. Addresses are whole where the site's is known, else relative to its root.
    """
    fields = event.model_dump(mode="json", by_alias=True, exclude_none=True)
    for key in _LEFT_OUT:
        fields.pop(key, None)
    return {
        "id": fields.pop("id"),
        "url": absolute(atlas.site.url, event_path(event.id or "")),
        **dates_of(event, atlas),
        **fields,
        "actors": [{"name": name.text, "key": name.key} for name in atlas.names(event)],
        "related": [item.model_dump(by_alias=True) for item in event.related if item.id in atlas.shown_ids],
        "independent_sources": atlas.independent(event),
        "citations": [
            _citation(citation, source) for citation in event.citations if (source := atlas.source(citation))
        ],
        "updated": changed(event, atlas).isoformat(),
    }


def dates_of(event: Event, atlas: Atlas) -> dict[str, str | None]:
    """The date of an event as it was written, in words, and by its first and last day; nothing for no date."""
    return atlas.once("dates", event.id or "", lambda: _dates(event.date, atlas) if event.date else {})


def _dates(date: Edtf, atlas: Atlas) -> dict[str, str | None]:
    return {
        "date": date.text,
        "date_text": say(date, atlas.language),
        "earliest": None if date.open_start else iso_day(date.earliest),
        "latest": None if date.open_end else iso_day(date.latest),
    }


def iso_day(day: Day) -> str:
    """A day in ISO 8601; years beyond four digits, and before 0, with a sign and six digits or more."""
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
