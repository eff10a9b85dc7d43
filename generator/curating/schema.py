"""The JSON Schema of `events.yaml`, made from the model: with it, editors complete keys and underline mistakes.

An editor reads YAML with types of its own: `2022` is a number to it where it is text to Dateline, and a key without a
value is null. The schema allows what Dateline reads, so that nothing is underlined that `dateline check` accepts.
"""

from __future__ import annotations

import json
from typing import Any

from generator.curating.schema_examples import EXAMPLES
from generator.model import SCHEMA, Timeline

__all__ = ["SCHEMA_FILE", "json_schema", "schema_text"]

SCHEMA_FILE = "events.schema.json"
"""Its name beside `events.yaml`, as the first line of that file names it for editors."""

Schema = dict[str, Any]


def json_schema() -> Schema:
    """The schema, JSON Schema draft 2020-12, as plain data."""
    generated = Timeline.model_json_schema(by_alias=True, mode="validation")
    _give_examples("Timeline", generated)
    for name, part in generated["$defs"].items():
        _give_examples(name, part)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_mended(generated),
        "title": f"A Dateline timeline (events.yaml, schema {SCHEMA})",
    }


def schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _give_examples(name: str, part: Schema) -> None:
    """Put our examples at the keys of a part, in the place of those that its types have."""
    for key, examples in EXAMPLES[name].items():
        part["properties"][key]["examples"] = examples


def _mended(part: Any) -> Any:  # noqa: ANN401 any part of a schema
    """A part of the generated schema as editors need it."""
    if isinstance(part, list):
        return [_mended(item) for item in part]
    if not isinstance(part, dict):
        return part
    mended = {key: _mended(value) for key, value in part.items()}
    if mended.get("type") == "string" and not {"enum", "const", "format"} & mended.keys():
        mended["type"] = ["string", "number"]
    if "patternProperties" in mended and "properties" not in mended:
        mended["additionalProperties"] = False  # keys that are no ids
    if isinstance(mended.get("properties"), dict):
        required = mended.get("required", ())
        mended["properties"] = {
            # pydantic makes titles from the attributes' names: “From ”, “Url”.
            name: {**(value if name in required else _or_null(value)), "title": name}
            for name, value in mended["properties"].items()
        }
    return mended


def _or_null(value: Schema) -> Schema:
    """A property that may be left empty."""
    choices = value.get("anyOf")
    if isinstance(choices, list):
        null: Schema = {"type": "null"}
        return {**value, "anyOf": choices if null in choices else [*choices, null]}
    rest: Schema = {key: value[key] for key in ("title", "description", "default", "examples") if key in value}
    return {**rest, "anyOf": [{key: item for key, item in value.items() if key not in rest}, {"type": "null"}]}
