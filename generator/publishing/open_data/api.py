"""The static API: the whole timeline, each of its parts and each event as a JSON document.

| file | what |
| --- | --- |
| `events.json` | every event that is shown, with its sources and actors |
| `events/<id>.json` | one event; also under each id that it used to have, and for a withdrawn one that it was |
| `tags/<key>.json`, … | the events of a selection of each kind but sources |
| `tags.json`, … | the selections of a kind |
| `sources.json` | every source that an event cites, with the ids of its events |

Keys without a value are left out, but for the lists that a document is about. Everything is in a fixed order: events as
on the timeline, sources and actors by key. `data_version` is a fingerprint of a document's data: while it is the same,
nothing of them has changed. `version` is that of the shape: keys may come, and none goes or changes its meaning without
its going up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.drafts import FileDraft
from generator.publishing.json_text import json_text
from generator.publishing.links import absolute, event_path
from generator.publishing.open_data.documents import document, fingerprint
from generator.publishing.open_data.formats import EVENTS_JSON, LISTED, SOURCES, data_path, index_path, schema_path
from generator.publishing.open_data.identity import address_from, changed, last_changed
from generator.publishing.open_data.records import actors_of, event_json, source_json, sources_of
from generator.publishing.selection import Kind, Selection

__all__ = ["VERSION", "api_files", "event_document", "events_json", "index_json", "selection_json", "sources_json"]

VERSION = 1
"""The version of the shape."""


def api_files(atlas: Atlas) -> Iterator[FileDraft]:
    """Every document.

    Args:
        atlas: The timeline.
    """
    yield FileDraft(EVENTS_JSON.file, partial(events_json, atlas), "api")
    for events, make in ((atlas.shown, event_document), (atlas.withdrawn, _withdrawn_document)):
        for event in events:
            content = partial(make, event, atlas)
            for key in (event.id or "", *event.aliases):
                yield FileDraft(data_path(event_path(key)), content, "api", of=event)
    yield FileDraft(SOURCES, partial(sources_json, atlas), "api")
    for kind in LISTED:
        yield FileDraft(index_path(kind), partial(index_json, kind, atlas), "api")
        for selection in atlas.selections[kind]:
            yield FileDraft(data_path(selection.path), partial(selection_json, selection, atlas), "api", of=selection)


def events_json(atlas: Atlas, most: int | None = None) -> bytes:
    """The events that are shown, with their sources and actors.

    Args:
        atlas: The timeline.
        most: How many events it holds at most: an example needs but one.

    Returns:
        A JSON document in UTF-8. `<`, `>` and `&` are written as escapes, so that it can stand in HTML.
    """
    info = atlas.timeline.timeline
    about = {"scope": info.scope, "url": atlas.site.url, "generated": atlas.site.today.isoformat()}
    return _events_document(EVENTS_JSON.file, atlas.shown[:most], about, atlas)


def selection_json(selection: Selection, atlas: Atlas, most: int | None = None) -> bytes:
    """The events of a selection, at most so many."""
    about = {
        "url": absolute(atlas.site.url, selection.path),
        "selection": {
            "kind": selection.kind,
            "key": selection.key,
            "title": selection.title,
            "text": selection.text,
        },
    }
    return _events_document(data_path(selection.path), selection.events[:most], about, atlas)


def _events_document(here: str, events: Sequence[Event], about: Mapping[str, Any], atlas: Atlas) -> bytes:
    info = atlas.timeline.timeline
    records = [event_json(event, atlas) for event in events]
    sources, actors = sources_of(events, atlas), actors_of(events, atlas)
    head = {
        **_opening("events", here, atlas),
        "title": info.title,
        **about,
        "updated": last_changed(tuple(events), atlas).isoformat(),
        "data_version": fingerprint([*records, *sources.values(), *actors.values()]),
    }
    return document(head, {"events": records, "sources": sources, "actors": actors})


def event_document(event: Event, atlas: Atlas) -> bytes:
    """One event, with the sources and actors that it names."""
    return _document_of_one(event_json(event, atlas), sources_of([event], atlas), actors_of([event], atlas), atlas)


def _withdrawn_document(event: Event, atlas: Atlas) -> bytes:
    """That it was withdrawn, and nothing of what it reported."""
    address = absolute(atlas.site.url, event_path(event.id or ""))
    record = {
        "id": event.id,
        "url": address,
        "review": event.review,
        "updated": changed(event, atlas).isoformat(),
    }
    return _document_of_one(json_text(record), {}, {}, atlas)


def _document_of_one(record: str, sources: Mapping[str, str], actors: Mapping[str, str], atlas: Atlas) -> bytes:
    opening = atlas.once("event opening", "", lambda: json_text(_event_opening(atlas)))
    version = fingerprint([record, *sources.values(), *actors.values()])
    return document(opening, {"data_version": f'"{version}"', "event": record, "sources": sources, "actors": actors})


def _event_opening(atlas: Atlas) -> dict[str, Any]:
    """What the documents of all events begin with."""
    info = atlas.timeline.timeline
    return {
        **_opening("event", data_path(event_path("id")), atlas),
        "timeline": {"title": info.title, "url": atlas.site.url},
    }


def sources_json(atlas: Atlas, most: int | None = None) -> bytes:
    """The sources that events cite, at most so many."""
    cited = atlas.selections["source"][:most]
    records = {each.key: _with_events(source_json(each.key, atlas), each) for each in cited}
    head = {**_opening("sources", SOURCES, atlas), "data_version": fingerprint(records.values())}
    return document(head, {"sources": records})


def _with_events(record: str, selection: Selection) -> str:
    """A source's record, and which events cite it."""
    return f'{record[:-1]},"events":{json_text([event.id for event in selection.events])}}}'


def index_json(kind: Kind, atlas: Atlas, most: int | None = None) -> bytes:
    """The selections of a kind, at most so many."""
    here = index_path(kind)
    items = [json_text(_index_item(selection, atlas)) for selection in atlas.selections[kind][:most]]
    head = {**_opening("index", here, atlas), "kind": kind, "data_version": fingerprint(items)}
    return document(head, {"items": items})


def _index_item(selection: Selection, atlas: Atlas) -> dict[str, Any]:
    return {
        "key": selection.key,
        "title": selection.title,
        "text": selection.text,
        "events": len(selection.events),
        "url": absolute(atlas.site.url, selection.path),
        "data": absolute(atlas.site.url, data_path(selection.path)),
        "updated": last_changed(selection.events, atlas).isoformat(),
    }


def _opening(schema: str, here: str, atlas: Atlas) -> dict[str, Any]:
    """What every document begins with."""
    info = atlas.timeline.timeline
    return {
        "$schema": address_from(here, schema_path(schema), atlas),
        "version": VERSION,
        "license": info.license,
        "language": info.language,
    }
