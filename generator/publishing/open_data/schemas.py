"""The JSON Schemas (draft 2020-12) of the API's documents, made from their shapes."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator
from typing import Any

from generator.publishing.atlas import Atlas
from generator.publishing.drafts import FileDraft
from generator.publishing.links import absolute
from generator.publishing.open_data.formats import schema_path
from generator.publishing.open_data.shapes import DOCUMENTS

__all__ = ["components", "schema_files"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NOISE = ("default", "title")
"""What pydantic says of each key and nobody needs: there are no defaults in a document, and titles repeat the names."""


def schema_files(atlas: Atlas) -> Iterator[FileDraft]:
    """A file for each schema.

    Args:
        atlas: The timeline.
    """
    for name in DOCUMENTS:
        yield FileDraft(schema_path(name), functools.partial(_file, name, atlas), "api")


def _file(name: str, atlas: Atlas) -> bytes:
    address = {"$id": absolute(atlas.site.url, schema_path(name))} if atlas.site.url else {}
    content = {"$schema": _DIALECT, **address, **_schema(name)}
    return f"{json.dumps(content, indent=1)}\n".encode()


def components() -> dict[str, Any]:
    """All shapes by their names, each naming others as an OpenAPI file does."""
    from pydantic.json_schema import models_json_schema

    models = [(model, "validation") for model in DOCUMENTS.values()]
    _, found = models_json_schema(models, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]
    return {name: _quiet(shape) for name, shape in found["$defs"].items()}


@functools.cache
def _schema(name: str) -> dict[str, Any]:
    schema: dict[str, Any] = _quiet(DOCUMENTS[name].model_json_schema())
    return {"title": DOCUMENTS[name].__name__, **schema}


def _quiet(schema: Any) -> Any:  # noqa: ANN401 whatever a schema holds
    """A schema without what says nothing. A key may itself be called “title”: what describes it is an object."""
    if isinstance(schema, dict):
        return {key: _quiet(value) for key, value in schema.items() if key not in _NOISE or isinstance(value, dict)}
    return [_quiet(item) for item in schema] if isinstance(schema, list) else schema
