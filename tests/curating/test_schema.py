"""The JSON Schema: it is the model's, and an editor that follows it underlines what `dateline check` refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.curating.load import load_text
from generator.curating.nodes import compose
from generator.curating.schema import SCHEMA_FILE, json_schema, schema_text

REPOSITORY = Path(__file__).parents[2]

SAMPLE = """\
schema: 1
timeline: {title: Two rivers, language: en, contact: https://example.org/contact}
actors:
  mayor: {name: Ada Bridge, aliases: [Bridge]}
sources:
  herald-2022: {title: Water rises, kind: article, url: https://example.org/water, published: 2022-12-30}
  digest: {title: In our words, kind: digest, original: herald-2022, published: null}
events:
  - id: 2022-12-30-flood
    date: 2022-12-30
    title: The river floods the bridge
    actors: [mayor, Vladimir Weir]
    tags:
    related: [{id: 2023-repair, as: outcome}]
    translations: {es: {title: El río}}
    citations:
      - {source: herald-2022, when: 2022, from: 2022-12, date: 2022-12-30, mention: 1234567890}
    corrections: [{date: 2023-01-02, text: Another bridge}]
    x-note: {free: true}
  - id: 2023-repair
    date: 2023
    title: 1984
    source: herald-2022
  - date: [2022-02, 2023]
    review: candidate
periods: [{title: Wet years, from: 2022, to: 2023}]
views: [{id: bridges, title: Bridges, from: 2022}]
x-mine: [anything]
"""


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do, by version 1.2: numbers are numbers, dates are text."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

READERS = {
    "as the loader reads it": lambda text: compose(text).data,
    "as an editor reads it": lambda text: yaml.load(text, Loader=EditorLoader),  # noqa: S506 a safe loader's child
}


def faults(data: object) -> list[str]:
    validator = jsonschema.Draft202012Validator(json_schema())
    return [error.message for error in validator.iter_errors(data)]


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_the_file_in_the_repository_is_that_of_the_model() -> None:
    shipped = (REPOSITORY / "data" / SCHEMA_FILE).read_text(encoding="utf-8")
    assert shipped == schema_text(), "run: dateline check --schema > data/events.schema.json"


@pytest.mark.parametrize("read", READERS.values(), ids=READERS.keys())
def test_a_sound_file_is_not_underlined(read: Any) -> None:
    assert faults(read(SAMPLE)) == []


def test_the_sound_file_is_one_to_the_loader_too() -> None:
    assert load_text(SAMPLE, Path("events.yaml")).faults == ()


@pytest.mark.parametrize("read", READERS.values(), ids=READERS.keys())
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("    title: The river", "    tilte: The river"),
        ("schema: 1", "schema: 2"),
        ("kind: article", "kind: artikel"),
        ("as: outcome", "as: outcme"),
        ("https://example.org/water", "javascript:alert(1)"),
        ("published: 2022-12-30", "published: 2022"),
        ("published: 2022-12-30", "published: 2022-12"),
        ("actors: [mayor, Vladimir Weir]", "actors: mayor"),
        ("periods: [{title: Wet years, from: 2022, to: 2023}]", "periods: [{title: Wet years, from: 2022}]"),
        ("id: 2022-12-30-flood", "id: A Flood"),
        ("  mayor:", "  The Mayor:"),
        ("x-mine:", "mine:"),
    ],
)
def test_a_mistake_is_underlined(read: Any, right: str, wrong: str) -> None:
    assert right in SAMPLE
    assert faults(read(SAMPLE.replace(right, wrong))) != []


def test_every_key_is_described_under_its_own_name() -> None:
    schema = json_schema()
    for part in (schema, *schema["$defs"].values()):
        for name, value in part["properties"].items():
            assert value["title"] == name
            assert value["description"].endswith(tuple(".)”…0123456789")), (part["title"], name)


def test_an_editor_shows_a_title_a_description_and_examples_for_every_key() -> None:
    schema = json_schema()
    for name, part in {"Timeline": schema, **schema["$defs"]}.items():
        for key, said in part["properties"].items():
            assert (said["title"], said["description"][-1] in ".?…") == (key, True), f"{name}.{key}"
            validator = jsonschema.Draft202012Validator({**said, "$defs": schema["$defs"]})
            assert [list(validator.iter_errors(example)) for example in said["examples"]] == [[]] * len(
                said["examples"]
            )
            assert said["examples"], f"{name}.{key}"
