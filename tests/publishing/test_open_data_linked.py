"""Linked data, how the timeline is cited, and the links by which pages lead to all of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from lxml import html as lxml_html

from generator.model import Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.drafts import made
from generator.publishing.open_data.citation_file import citation_file
from generator.publishing.open_data.files import open_data_files
from generator.publishing.open_data.linked_data import events_json_ld
from generator.publishing.page import Page
from generator.publishing.site_info import SiteInfo

ROOT = Path(__file__).parents[2]

PARTY = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string", "minLength": 1}}}
REFERENCE = {
    "type": "object",
    "required": ["authors", "title", "type"],
    "properties": {"type": {"enum": ["data", "dataset", "website"]}},
}
CITATION = {
    "type": "object",
    "required": ["authors", "cff-version", "message", "title"],
    "properties": {
        "abstract": {"type": "string", "minLength": 1},
        "authors": {"type": "array", "minItems": 1, "uniqueItems": True, "items": PARTY},
        "cff-version": {"const": "1.2.0"},
        "date-released": {"type": "string", "pattern": "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"},
        "keywords": {"type": "array", "minItems": 1, "uniqueItems": True, "items": {"type": "string", "minLength": 1}},
        "license": {"enum": ["CC-BY-4.0", "CC0-1.0", "MIT"]},
        "message": {"type": "string", "minLength": 1},
        "references": {"type": "array", "minItems": 1, "items": REFERENCE},
        "title": {"type": "string", "minLength": 1},
        "type": {"enum": ["dataset", "software"]},
        "url": {"type": "string", "pattern": "^(https|http|ftp|sftp)://.+"},
        "version": {"type": ["string", "number"], "minLength": 1},
    },
    "additionalProperties": False,
}
"""What the format asks for (Citation File Format 1.2.0), of the keys that we write, and no other."""


def citation(content: bytes) -> Any:
    found = yaml.load(content, yaml.BaseLoader)  # noqa: S506 which makes texts of everything, as JSON Schema needs
    Draft202012Validator(CITATION).validate(found)
    return found


def test_the_graph_holds_the_data_set_and_each_event(atlas: Atlas) -> None:
    found = json.loads(events_json_ld(atlas))
    assert found["@context"] == "https://schema.org"
    whole, *events = found["@graph"]
    assert whole["@type"] == "Dataset"
    assert {event["@type"] for event in events} == {"Event"}
    assert [event["@id"].rsplit("/", 2)[1] for event in events] == [event.id for event in atlas.shown]
    assert not [each for each in found["@graph"] if "@context" in each]


def test_the_file_for_citing_keeps_to_its_format(atlas: Atlas) -> None:
    found = citation(citation_file(atlas))
    assert found["type"] == "dataset"
    assert found["title"] == "The harbour bridge"
    assert found["license"] == "CC-BY-4.0"
    assert found["url"] == "https://bridge.example/timeline/"
    assert found["date-released"] == "2026-11-02"
    assert "building" in found["keywords"]


@pytest.mark.parametrize(
    "text", ['a "quoted": title', "'- [x] {y} # z", "yes", "2022-12-30", "ü\nö\ttab", "\x00 \u202e"]
)
def test_any_text_can_stand_in_the_file_for_citing(atlas_of: Callable[..., Atlas], text: str) -> None:
    info = {"title": text, "license": text, "text": text}
    found = citation(citation_file(atlas_of(timeline=info, tags=[text])))
    assert "license" not in found
    assert found["title"] in {" ".join(text.split()), "Timeline"}


def test_what_is_not_known_is_left_out_of_the_file_for_citing(bare_site: SiteInfo) -> None:
    found = citation(citation_file(Atlas(Timeline(), bare_site)))
    assert set(found) == {"cff-version", "type", "message", "title", "authors", "version"}


def test_the_repository_says_how_it_is_to_be_cited() -> None:
    found = citation((ROOT / "CITATION.cff").read_bytes())
    assert found["type"] == "software"
    (demo,) = found["references"]
    timeline = yaml.safe_load((ROOT / "data" / "events.yaml").read_text(encoding="utf-8"))["timeline"]
    assert (demo["title"], demo["license"]) == (timeline["title"], timeline["license"])


def alternates(page: Page) -> dict[str, str]:
    """The links in a page's head to other forms of it: where each leads, and of which type that is."""
    tree = lxml_html.fromstring(f"<div>{page.head}</div>")
    return {each.get("href"): each.get("type") for each in tree.xpath("//link[starts-with(@rel, 'alternate')]")}


def test_a_head_names_the_forms_of_what_its_page_shows(built: dict[str, Page]) -> None:
    assert {
        "feed.xml": "application/atom+xml",
        "feed.json": "application/feed+json",
        "calendar.ics": "text/calendar",
    }.items() <= alternates(built[""]).items()
    assert {
        "../../tags/money/feed.xml": "application/atom+xml",
        "../../tags/money/feed.json": "application/feed+json",
        "../../tags/money/calendar.ics": "text/calendar",
        "../../tags/money.json": "application/json",
        "../../feed.xml": "application/atom+xml",
    }.items() <= alternates(built["tags/money/"]).items()
    assert {
        "../../events/2025-opening.json": "application/json",
        "../../feed.xml": "application/atom+xml",
    }.items() <= alternates(built["events/2025-opening/"]).items()


def test_every_form_that_a_page_leads_to_is_there(built: dict[str, Page], atlas: Atlas) -> None:
    files = {path for path, _ in made(open_data_files(atlas))}
    for page in built.values():
        tree = lxml_html.fromstring(f"<div>{page.head}{page.content}</div>")
        depth = page.path.count("/")
        for href in tree.xpath("//*[starts-with(@rel, 'alternate') or name()='a'][@type]/@href"):
            if "oembed" not in href:
                assert href.removeprefix("../" * depth) in files, (page.path, href)


@pytest.mark.parametrize("path", ["", "tags/money/", "years/2021/", "data/"])
def test_a_reader_sees_what_can_be_subscribed_to(built: dict[str, Page], path: str) -> None:
    tree = lxml_html.fromstring(f"<div>{built[path].content}</div>")
    (line,) = [each for each in tree.xpath("//p") if each.text_content().strip().startswith("Subscribe:")]
    assert [link.text_content() for link in line.xpath(".//a")][:3] == ["Atom feed", "JSON feed", "Calendar"]


def test_a_source_has_one_feed_that_its_head_and_its_reader_are_told_of(built: dict[str, Page], atlas: Atlas) -> None:
    page, feed = built["sources/letters-2020/"], "../../sources/letters-2020/feed.xml"
    assert alternates(page).items() >= {feed: "application/atom+xml", "../../feed.xml": "application/atom+xml"}.items()
    tree = lxml_html.fromstring(f"<div>{page.content}</div>")
    (line,) = [each for each in tree.xpath("//p") if each.text_content().strip().startswith("Subscribe:")]
    assert [link.get("href") for link in line.xpath(".//a")] == [feed]
    (source,) = [each for each in atlas.selections["source"] if each.key == "letters-2020"]
    found = dict(made(open_data_files(atlas)))["sources/letters-2020/feed.xml"].decode()
    assert found.count("<entry>") == len(source.events)


def test_the_page_about_the_data_leads_to_every_form(built: dict[str, Page]) -> None:
    tree = lxml_html.fromstring(f"<div>{built['data/'].content}</div>")
    assert [str(href) for href in tree.xpath("//ul[@class='dl-forms']//@href")] == [
        f"../{name}"
        for name in (
            *("events.json", "events.csv", "citations.csv", "events.jsonld", "timelinejs.json", "openapi.json"),
            "CITATION.cff",
        )
    ]
