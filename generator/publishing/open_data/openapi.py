"""The description of all that a program can fetch (OpenAPI 3.1), with examples from the timeline itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from generator.publishing.atlas import Atlas
from generator.publishing.json_ld import license_address
from generator.publishing.json_text import tidy
from generator.publishing.open_data.api import VERSION
from generator.publishing.open_data.formats import (
    ATOM,
    CALENDAR,
    CITATION,
    CITATIONS_CSV,
    EVENTS_CSV,
    EVENTS_JSON,
    FOLLOWED,
    JSON_FEED,
    JSON_LD,
    SOURCES,
    SUBSCRIBED,
    TIMELINEJS,
    Format,
    index_path,
)
from generator.publishing.open_data.records import event_record
from generator.publishing.open_data.schemas import components
from generator.publishing.open_data.timelinejs import TIMELINEJS_KINDS
from generator.publishing.selection import Kind

__all__ = ["openapi_json"]

_SAID = {
    ATOM: "Atom feed (RFC 4287) of what changed last",
    JSON_FEED: "JSON feed (version 1.1) of what changed last",
    CALENDAR: "Calendar (iCalendar, RFC 5545)",
    EVENTS_CSV: "One row for each event (CSV, RFC 4180)",
    CITATIONS_CSV: "One row for each citation (CSV, RFC 4180)",
    JSON_LD: "Linked data in the vocabulary of schema.org (JSON-LD 1.1)",
    TIMELINEJS: "Slides for TimelineJS 3",
    CITATION: "How to cite the timeline (Citation File Format 1.2.0)",
}

Path = tuple[str, dict[str, Any]]


def openapi_json(atlas: Atlas) -> bytes:
    """The description.

    Args:
        atlas: The timeline.

    Returns:
        An OpenAPI document as JSON in UTF-8.
    """
    info = atlas.timeline.timeline
    document = {
        "openapi": "3.1.0",
        "info": {
            "title": info.title or "Timeline",
            "version": str(VERSION),
            "description": "Files that are made anew with each build. Keys may be added at any time; none goes or "
            "changes its meaning without the version going up.",
            "license": {"name": info.license, "url": _license_address(info.license)} if info.license else None,
        },
        "servers": [{"url": atlas.site.url or "./"}],
    }
    return _written(tidy(document) | {"paths": dict(_paths(atlas)), "components": {"schemas": components()}})


def _written(document: dict[str, Any]) -> bytes:
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode()


def _license_address(name: str | None) -> str | None:
    address = license_address(name or "")
    return address if address.startswith("https://") else None


def _paths(atlas: Atlas) -> Iterator[Path]:
    example = _example(atlas)
    yield f"/{EVENTS_JSON.file}", _json("EventsDocument", "Every event of the timeline")
    first = atlas.shown[0].id if atlas.shown else None
    yield (
        "/events/{id}.json",
        _with_parameter("id", "The event's id, or one that it used to have", first)
        | _json("EventDocument", "One event", example),
    )
    yield f"/{SOURCES}", _json("SourcesDocument", "Every source that an event cites")
    for kind in FOLLOWED:
        yield from _paths_of_kind(kind, atlas)
    for form, text in _SAID.items():
        yield f"/{form.file}", _file(form, text)


def _paths_of_kind(kind: Kind, atlas: Atlas) -> Iterator[Path]:
    folder, selections = f"{kind}s/", atlas.selections[kind]
    key = _with_parameter(
        "key", f"The {kind}'s key, as in {index_path(kind)}", selections[0].key if selections else None
    )
    yield f"/{index_path(kind)}", _json("IndexDocument", f"Every {kind} that has an event")
    yield f"/{folder}{{key}}.json", key | _json("EventsDocument", f"The events of one {kind}")
    forms = (*SUBSCRIBED, TIMELINEJS) if kind in TIMELINEJS_KINDS else SUBSCRIBED
    for form in forms:
        yield f"/{folder}{{key}}/{form.file}", key | _file(form, f"{_SAID[form]}, of one {kind}")


def _example(atlas: Atlas) -> dict[str, Any] | None:
    """The event of the first page, as it stands in its document."""
    return tidy(event_record(atlas.shown[0], atlas)) if atlas.shown else None


def _json(shape: str, text: str, event: dict[str, Any] | None = None) -> dict[str, Any]:
    content: dict[str, Any] = {"schema": {"$ref": f"#/components/schemas/{shape}"}}
    if event:
        content["example"] = {"version": VERSION, "event": event}
    return _get(text, {"application/json": content})


def _file(form: Format, text: str) -> dict[str, Any]:
    return _get(text, {form.media_type: {"schema": {"type": "object" if "json" in form.media_type else "string"}}})


def _get(text: str, content: dict[str, Any]) -> dict[str, Any]:
    found = {"description": text, "content": content}
    return {"get": {"summary": text, "responses": {"200": found, "404": {"description": "There is none."}}}}


def _with_parameter(name: str, text: str, example: str | None) -> dict[str, Any]:
    parameter = {"name": name, "in": "path", "required": True, "description": text, "schema": {"type": "string"}}
    return {"parameters": [parameter | ({"example": example} if example else {})]}
