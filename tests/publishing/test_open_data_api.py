"""The static API: each document is as its published schema says, and holds what is published and no more."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.errors import SiteError
from generator.model import Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.drafts import made
from generator.publishing.editions import editions
from generator.publishing.open_data.api import api_files, events_json
from generator.publishing.open_data.documents import document, fingerprint
from generator.publishing.open_data.files import open_data_files
from generator.publishing.publication import Address, prepare, read
from generator.publishing.site_info import SiteInfo

PAGE = "https://bridge.example/timeline/events/2021-03-04-council-approves-bridge/"


@pytest.fixture(scope="module")
def files(harbour: Timeline, site: SiteInfo) -> dict[str, bytes]:
    return dict(made(open_data_files(Atlas(harbour, site))))


@pytest.fixture(scope="module")
def documents(files: dict[str, bytes], harbour: Timeline, site: SiteInfo) -> dict[str, Any]:
    """Every document of the API, by its path."""
    return {path: json.loads(files[path]) for path, _ in made(api_files(Atlas(harbour, site)))}


def closed(schema: Any) -> Any:
    """A schema that allows no key but those that it names, so that a key without a description is found."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(value) for key, value in schema.items()}
    return {**inner, "additionalProperties": False} if "properties" in schema and "type" in schema else inner


def schema_of(found: dict[str, Any], files: dict[str, bytes], base: str) -> Any:
    """The schema that a document names."""
    return json.loads(files[found["$schema"].removeprefix(base)])


def references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (item for key, item in value.items() if key == "$ref")
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from references(item)


def test_every_document_is_as_the_schema_that_it_names(documents: dict[str, Any], files: dict[str, bytes]) -> None:
    for found in documents.values():
        schema = schema_of(found, files, "https://bridge.example/timeline/")
        Draft202012Validator(closed(schema), format_checker=FormatChecker()).validate(found)


def test_a_schema_lets_keys_come(documents: dict[str, Any], files: dict[str, bytes]) -> None:
    found = deepcopy(documents["events.json"])
    found["one more"] = found["events"][0]["one more"] = 1
    Draft202012Validator(schema_of(found, files, "https://bridge.example/timeline/")).validate(found)


def test_a_schema_is_a_schema_and_knows_its_address(files: dict[str, bytes]) -> None:
    schemas = {path: json.loads(content) for path, content in files.items() if path.startswith("schema/")}
    assert len(schemas) == 4
    for path, schema in schemas.items():
        Draft202012Validator.check_schema(schema)
        assert schema["$id"] == f"https://bridge.example/timeline/{path}"
        assert schema["properties"]["version"]["description"]


def test_a_schema_refuses_what_is_no_document(documents: dict[str, Any], files: dict[str, bytes]) -> None:
    found = documents["events.json"]
    validator = Draft202012Validator(schema_of(found, files, "https://bridge.example/timeline/"))
    assert not validator.is_valid({**found, "version": 2})
    assert not validator.is_valid({**found, "events": [{"id": "without the rest"}]})


def test_every_document_says_its_licence_its_version_and_the_version_of_its_data(documents: dict[str, Any]) -> None:
    for path, found in documents.items():
        assert (found["version"], found["license"]) == (1, "CC-BY-4.0"), path
        assert len(found["data_version"]) == 12, path


def test_without_an_address_a_document_names_its_schema_relatively(harbour: Timeline, bare_site: SiteInfo) -> None:
    found = {path: json.loads(content) for path, content in made(api_files(Atlas(harbour, bare_site)))}
    assert found["events.json"]["$schema"] == "schema/events.json"
    assert found["tags/money.json"]["$schema"] == "../schema/events.json"
    assert found["events/2025-opening.json"]["$schema"] == "../schema/event.json"
    assert found["events.json"]["events"][0]["url"] == "events/2020-about-may-ferry-talks/"


def test_the_data_hold_each_shown_event_with_its_bounds(atlas: Atlas, documents: dict[str, Any]) -> None:
    data = documents["events.json"]
    assert data["generated"] == "2026-11-21"
    assert [event["id"] for event in data["events"]] == [event.id for event in atlas.shown]
    planned = next(event for event in data["events"] if event["id"] == "2023-spring-works")
    assert (planned["date"], planned["earliest"], planned["latest"]) == ("2023-21", "2023-03-01", "2023-05-31")
    assert planned["date_text"] == "spring 2023"


def test_the_data_tell_whose_words_gave_each_date(documents: dict[str, Any]) -> None:
    event = documents["events.json"]["events"][1]
    assert event["url"] == PAGE
    assert event["independent_sources"] == 2
    assert event["actors"][0] == {"name": "Ada Okafor", "key": "okafor"}
    citation = event["citations"][0]
    assert (citation["when"], citation["from"], citation["date"]) == ("on Thursday", "2021-03-05", "2021-03-04")
    assert event["updated"] == "2026-11-02"


def test_the_data_hold_only_what_is_published(harbour: Timeline, site: SiteInfo) -> None:
    text = events_json(Atlas(harbour, site)).decode()
    for hidden in ("2022-strike", "2022-refused", "2022-collapse"):
        assert hidden not in text
    assert "2022-strike" in events_json(Atlas(harbour, replace(site, candidates=True))).decode()


def test_no_other_file_holds_what_is_not_published(files: dict[str, bytes]) -> None:
    for path, content in files.items():
        assert not [each for each in (b"2022-strike", b"2022-refused") if each in content], path
        assert b"2022-collapse" not in content or path == "events/2022-collapse.json", path


def test_an_event_has_a_document_with_what_it_cites(documents: dict[str, Any]) -> None:
    found = documents["events/2021-03-04-council-approves-bridge.json"]
    assert found["timeline"] == {"title": "The harbour bridge", "url": "https://bridge.example/timeline/"}
    assert found["event"] == documents["events.json"]["events"][1]
    assert list(found["sources"]) == ["gazette-2021-03-05", "herald-2021-03-05", "tribune-2021-03-05"]
    assert set(found["actors"]) == {"okafor", "council"}


def test_an_event_is_found_under_an_id_that_it_used_to_have(files: dict[str, bytes]) -> None:
    assert files["events/2021-03-bridge-vote.json"] == files["events/2021-03-04-council-approves-bridge.json"]


def test_a_withdrawn_event_says_that_it_was_and_nothing_more(documents: dict[str, Any]) -> None:
    found = documents["events/2022-collapse.json"]
    assert set(found["event"]) == {"id", "url", "review", "updated"}
    assert found["event"]["review"] == "withdrawn"
    assert found["sources"] == {}


def test_a_part_has_a_document_in_the_shape_of_the_whole(documents: dict[str, Any]) -> None:
    found = documents["tags/money.json"]
    assert found["selection"] == {"kind": "tag", "key": "money", "title": "money"}
    assert found["url"] == "https://bridge.example/timeline/tags/money/"
    whole = {event["id"]: event for event in documents["events.json"]["events"]}
    assert found["events"] == [whole[event["id"]] for event in found["events"]]
    assert set(found["sources"]) < set(documents["events.json"]["sources"])


def test_the_parts_of_a_kind_are_listed_with_their_data(documents: dict[str, Any]) -> None:
    for kind in ("years", "actors", "places", "tags", "views"):
        listed = documents[f"{kind}.json"]
        assert f"{listed['kind']}s" == kind
        for item in listed["items"]:
            path = item["data"].removeprefix("https://bridge.example/timeline/")
            assert len(documents[path]["events"]) == item["events"]


def test_each_source_names_the_events_that_cite_it(documents: dict[str, Any]) -> None:
    found = documents["sources.json"]["sources"]
    assert found["tribune-2021-03-05"]["events"] == ["2021-03-04-council-approves-bridge"]
    assert set(found) == set(documents["events.json"]["sources"])


def test_a_digests_words_are_no_quote_in_the_data_either(atlas_of: Callable[..., Atlas]) -> None:
    sources = {"a": {"publisher": "A", "kind": "digest"}}
    atlas = atlas_of(sources=sources, citations=[{"source": "a", "quote": "our words", "mention": "0123456789"}])
    assert json.loads(events_json(atlas))["events"][0]["citations"] == [{"source": "a"}]


@pytest.mark.parametrize(
    ("date", "bounds"),
    [
        ("2022/..", ("2022-01-01", None)),
        ("../2022", (None, "2022-12-31")),
        ("-0043", ("-000043-01-01", "-000043-12-31")),
        ("Y12345", ("+012345-01-01", "+012345-12-31")),
    ],
)
def test_bounds_are_days_and_left_out_where_open(
    atlas_of: Callable[..., Atlas], date: str, bounds: tuple[str | None, str | None]
) -> None:
    event = json.loads(events_json(atlas_of(date=date)))["events"][0]
    assert (event.get("earliest"), event.get("latest")) == bounds


def test_the_version_of_the_data_changes_with_them_and_not_with_the_day(harbour: Timeline, site: SiteInfo) -> None:
    def version(timeline: Timeline, day: int) -> str:
        atlas = Atlas(timeline, replace(site, today=site.today.replace(day=day)))
        found: str = json.loads(events_json(atlas))["data_version"]
        return found

    first = harbour.events[0].model_copy(update={"title": "Another title"})
    other = harbour.model_copy(update={"events": (first, *harbour.events[1:])})
    assert version(harbour, 21) == version(harbour, 22) != version(other, 21)


def test_only_the_document_of_the_whole_changes_with_the_day_of_the_build(harbour: Timeline, site: SiteInfo) -> None:
    later = replace(site, today=site.today.replace(day=22))
    one, other = (dict(made(open_data_files(Atlas(harbour, each)))) for each in (site, later))
    assert [path for path in one if one[path] != other[path]] == ["events.json"]


def test_the_same_timeline_gives_the_same_bytes(files: dict[str, bytes], harbour: Timeline, site: SiteInfo) -> None:
    assert dict(made(open_data_files(Atlas(harbour, site)))) == files


def test_two_files_never_stand_at_one_place(harbour: Timeline, site: SiteInfo) -> None:
    paths = [path for path, _ in made(open_data_files(Atlas(harbour, site)))]
    assert len(paths) == len(set(paths))


def test_another_edition_has_all_files_in_its_language(harbour: Timeline, site: SiteInfo) -> None:
    own, other = (
        dict(made(open_data_files(Atlas(each.timeline, each.site)))) for each in editions(harbour, site, ["es"])
    )
    assert set(own) == set(other)
    found = json.loads(other["events.json"])
    assert found["language"] == "es"
    assert found["$schema"] == "https://bridge.example/timeline/es/schema/events.json"


def test_a_timeline_of_no_events_has_every_file_of_the_whole(site: SiteInfo) -> None:
    found = dict(made(open_data_files(Atlas(Timeline(), site))))
    assert json.loads(found["events.json"])["events"] == []
    OpenAPIV31SpecValidator(json.loads(found["openapi.json"])).validate()


def test_the_description_is_valid_openapi(files: dict[str, bytes]) -> None:
    described = json.loads(files["openapi.json"])
    OpenAPIV31SpecValidator(described).validate()
    known = {f"#/components/schemas/{name}" for name in described["components"]["schemas"]}
    assert set(references(described)) <= known
    (server,) = described["servers"]
    # A path is set behind the server's address as it is (OpenAPI 3.1, section 4.8.8).
    assert {f"{server['url']}{path}" for path in described["paths"]} > {"https://bridge.example/timeline/events.json"}


def test_the_description_names_every_file_and_no_other(files: dict[str, bytes]) -> None:
    described = json.loads(files["openapi.json"])["paths"]

    def pattern(path: str) -> str:
        folder, *rest = path.split("/")
        if not rest or folder == "schema":
            return f"/{path}"
        key = "{id}" if folder == "events" else "{key}"
        return f"/{folder}/{key}.json" if len(rest) == 1 else f"/{folder}/{key}/{rest[1]}"

    named = {pattern(path) for path in files if not path.startswith("schema/") and path != "openapi.json"}
    # This timeline has no view.
    assert named == {path for path in described if not path.startswith("/views/")}


def test_the_manual_names_every_kind_of_file(files: dict[str, bytes]) -> None:
    manual = (Path(__file__).parents[2] / "docs" / "open-data.md").read_text(encoding="utf-8")
    whole = {path for path in files if "/" not in path or path.startswith("schema/")}
    assert [path for path in sorted(whole) if f"`{path}`" not in manual] == []


def test_each_document_has_an_example_of_the_shape_that_it_describes(files: dict[str, bytes]) -> None:
    described = json.loads(files["openapi.json"])
    found = 0
    for path, operations in described["paths"].items():
        content = operations["get"]["responses"]["200"]["content"].get("application/json", {})
        if "$ref" in content.get("schema", {}) and "example" in content:
            schema = {**content["schema"], "components": described["components"]}
            Draft202012Validator(schema).validate(content["example"])
            found += 1
        else:
            assert path.endswith("timelinejs.json") or path == "/views/{key}.json" or not content, path
    assert found == 12


def test_a_document_has_one_item_a_line() -> None:
    text = document({"a": 1, "empty": None}, {"list": ["1", "2"], "named": {"x": "3"}, "none": [], "one": "4"}).decode()
    assert json.loads(text) == {"a": 1, "list": [1, 2], "named": {"x": 3}, "none": [], "one": 4}
    assert text.startswith('{"a":1,\n"list":[\n1,\n2\n],\n')


def test_a_fingerprint_tells_where_one_part_ends_and_another_begins() -> None:
    assert fingerprint(["ab", "c"]) != fingerprint(["a", "bc"])


def test_a_page_and_a_file_at_one_place_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("schema: 1\nevents:\n  - {id: a, title: A}\n  - {id: a.json, title: B}\n", encoding="utf-8")
    with pytest.raises(SiteError, match=r"both stand at events/a\.json"):
        prepare(read(path), Address("", "A site"), today=dt.date(2026, 11, 21))
