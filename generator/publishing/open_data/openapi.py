"""The description of all that a program can fetch (OpenAPI 3.1), with examples from the timeline itself, cut short."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from generator.publishing.atlas import Atlas
from generator.publishing.json_ld import license_address
from generator.publishing.json_text import tidy
from generator.publishing.open_data.api import (
    VERSION,
    event_document,
    events_json,
    index_json,
    selection_json,
    sources_json,
)
from generator.publishing.open_data.formats import (
    ATOM,
    CALENDAR,
    CITATION,
    CITATIONS_CSV,
    CORRECTIONS,
    EVENTS_CSV,
    EVENTS_JSON,
    FOLLOWED,
    JSON_FEED,
    JSON_LD,
    LISTED,
    SOURCES,
    TIMELINEJS,
    Format,
    index_path,
)
from generator.publishing.open_data.schemas import components
from generator.publishing.open_data.timelinejs import TIMELINEJS_KINDS
from generator.publishing.selection import Kind

__all__ = ["openapi_json"]

_SAID = {
    ATOM: "Atom feed (RFC 4287) of what changed last",
    JSON_FEED: "JSON feed (version 1.1) of what changed last",
    CALENDAR: "Calendar (iCalendar, RFC 5545)",
    EVENTS_CSV: "One row for each event (CSV, RFC 4180)",
    CORRECTIONS: "Atom feed (RFC 4287) of the corrections that readers were told of",
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
        # A path is set behind it as it is, and begins with a slash.
        "servers": [{"url": (atlas.site.url or "./").removesuffix("/")}],
    }
    return _written(tidy(document) | {"paths": dict(_paths(atlas)), "components": {"schemas": components()}})


def _written(document: dict[str, Any]) -> bytes:
    return f"{json.dumps(document, ensure_ascii=False, indent=1)}\n".encode()


def _license_address(name: str | None) -> str | None:
    address = license_address(name or "")
    return address if address.startswith("https://") else None


def _paths(atlas: Atlas) -> Iterator[Path]:
    shown = atlas.shown[:1]
    yield f"/{EVENTS_JSON.file}", _json("EventsDocument", "Every event of the timeline", events_json(atlas, 1))
    key = _with_parameter("id", "The event's id, or one that it used to have", [event.id or "" for event in shown])
    example = event_document(shown[0], atlas) if shown else b""
    yield "/events/{id}.json", key | _json("EventDocument", "One event", example)
    yield f"/{SOURCES}", _json("SourcesDocument", "Every source that an event cites", sources_json(atlas, 1))
    for kind in LISTED:
        yield from _documents_of_kind(kind, atlas)
    for kind in FOLLOWED:
        yield from _forms_of_kind(kind, atlas)
    for form, text in _SAID.items():
        yield f"/{form.file}", _file(form, text)


def _documents_of_kind(kind: Kind, atlas: Atlas) -> Iterator[Path]:
    yield f"/{index_path(kind)}", _json("IndexDocument", f"Every {kind} that has an event", index_json(kind, atlas, 1))
    found = atlas.selections[kind][:1]
    example = selection_json(found[0], atlas, 1) if found else b""
    yield f"/{kind}s/{{key}}.json", _key(kind, atlas) | _json("EventsDocument", f"The events of one {kind}", example)


def _forms_of_kind(kind: Kind, atlas: Atlas) -> Iterator[Path]:
    slides = (TIMELINEJS,) if kind in TIMELINEJS_KINDS else ()
    for form in (*FOLLOWED[kind], *slides):
        yield f"/{kind}s/{{key}}/{form.file}", _key(kind, atlas) | _file(form, f"{_SAID[form]}, of one {kind}")


def _key(kind: Kind, atlas: Atlas) -> dict[str, Any]:
    found = atlas.selections[kind][:1]
    return _with_parameter("key", f"The {kind}'s key, as in {index_path(kind)}", [each.key for each in found])


def _json(shape: str, text: str, example: bytes) -> dict[str, Any]:
    """A document of the API, with a real one as its example, lists cut after their first item."""
    content: dict[str, Any] = {"schema": {"$ref": f"#/components/schemas/{shape}"}}
    if example:
        # But for the day of the build, so that the description does not change with it.
        content["example"] = {key: value for key, value in json.loads(example).items() if key != "generated"}
    return _get(text, {EVENTS_JSON.media_type: content})


def _file(form: Format, text: str) -> dict[str, Any]:
    return _get(text, {form.media_type: {"schema": {"type": "object" if "json" in form.media_type else "string"}}})


def _get(text: str, content: dict[str, Any]) -> dict[str, Any]:
    found = {"description": text, "content": content}
    return {"get": {"summary": text, "responses": {"200": found, "404": {"description": "There is none."}}}}


def _with_parameter(name: str, text: str, examples: Sequence[str]) -> dict[str, Any]:
    parameter = {"name": name, "in": "path", "required": True, "description": text, "schema": {"type": "string"}}
    return {"parameters": [parameter | ({"example": examples[0]} if examples else {})]}
