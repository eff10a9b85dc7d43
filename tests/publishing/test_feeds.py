"""Atom and JSON feeds: what they hold, and that they are as their standards ask."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
from icalendar import Calendar
from jsonschema import Draft202012Validator
from lxml import etree
from lxml import html as lxml_html

from generator.model import Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.drafts import made
from generator.publishing.editions import editions
from generator.publishing.open_data.atom import atom_feed
from generator.publishing.open_data.calendars import calendar
from generator.publishing.open_data.feed_entry import LENGTH
from generator.publishing.open_data.files import open_data_files
from generator.publishing.open_data.json_feed import json_feed
from generator.publishing.site_info import SiteInfo

ATOM = {"a": "http://www.w3.org/2005/Atom"}
PAGE = "https://bridge.example/timeline/events/2021-03-04-council-approves-bridge/"
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")

JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string", "minLength": 1},
        "home_page_url": {"$ref": "#/$defs/address"},
        "feed_url": {"$ref": "#/$defs/address"},
        "description": {"type": "string"},
        "language": {"type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"},
        "authors": {"type": "array", "items": {"$ref": "#/$defs/author"}},
        "items": {"type": "array", "items": {"$ref": "#/$defs/item"}},
    },
    "patternProperties": {"^_": {"type": "object"}},
    "additionalProperties": False,
    "$defs": {
        "address": {"type": "string", "pattern": "^https?://"},
        "moment": {"type": "string", "pattern": f"^{RFC_3339.pattern}$"},
        "author": {"type": "object", "minProperties": 1, "properties": {"name": {"type": "string"}}},
        "item": {
            "type": "object",
            "required": ["id", "content_html"],
            "properties": {
                "id": {"type": "string", "minLength": 1},
                "url": {"$ref": "#/$defs/address"},
                "title": {"type": "string"},
                "content_html": {"type": "string", "minLength": 1},
                "summary": {"type": "string"},
                "date_published": {"$ref": "#/$defs/moment"},
                "date_modified": {"$ref": "#/$defs/moment"},
                "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
            },
            "patternProperties": {"^_": {"type": "object"}},
            "additionalProperties": False,
        },
    },
}
"""What the format asks for (jsonfeed.org/version/1.1), and no key that it does not know."""


@pytest.fixture
def feed(atlas: Atlas) -> etree._Element:
    return etree.fromstring(atom_feed(atlas))


@pytest.fixture
def every_feed(atlas: Atlas) -> dict[str, etree._Element]:
    """The Atom feed of the whole and of each part, by its path."""
    found = {path: content for path, content in made(open_data_files(atlas)) if path.endswith("feed.xml")}
    return {path: etree.fromstring(content) for path, content in found.items()}


def values(feed: etree._Element, path: str) -> list[str]:
    return [str(value) for value in feed.xpath(path, namespaces=ATOM)]


def in_two_languages(timeline: Timeline, site: SiteInfo) -> list[Atlas]:
    return [Atlas(each.timeline, each.site) for each in editions(timeline, site, ["es"])]


def test_a_feed_says_what_and_where_it_is(feed: etree._Element) -> None:
    assert values(feed, "a:id/text()") == ["https://bridge.example/timeline/"]
    assert values(feed, "a:title/text()") == ["The harbour bridge"]
    assert values(feed, "a:link[@rel='self']/@href") == ["https://bridge.example/timeline/feed.xml"]
    assert values(feed, "a:link[@rel='related']/@href") == ["https://bridge.example/timeline/events.json"]
    assert values(feed, "a:rights/text()") == ["CC-BY-4.0"]
    assert values(feed, "a:author/a:name/text()") == ["The harbour bridge"]


def test_what_changed_last_stands_first(feed: etree._Element) -> None:
    updated = values(feed, "a:entry/a:updated/text()")
    assert updated == sorted(updated, reverse=True)
    assert updated[0] == "2026-11-02T00:00:00Z"
    assert values(feed, "a:updated/text()") == [updated[0]]


def test_an_entry_is_known_by_its_events_address(feed: etree._Element) -> None:
    assert values(feed, "a:entry[1]/a:id/text()") == [PAGE]
    assert values(feed, "a:entry[1]/a:link/@href") == [PAGE]
    assert values(feed, "a:entry[1]/a:published/text()") == ["2026-10-01T00:00:00Z"]


def test_an_entry_holds_date_summary_dispute_sources_and_corrections(feed: etree._Element) -> None:
    (content,) = values(feed, "a:entry[1]/a:content[@type='html']/text()")
    assert "4 March 2021" in content
    assert "<strong>14 to 3</strong>" in content
    assert "two members were not told" in content
    assert "2 independent sources" in content
    assert 'href="https://gazette.example/2021/bridge"' in content
    assert "Correction, 2 November 2026: The vote was 14 to 3" in content


def test_an_atom_feed_has_what_rfc_4287_asks_for(every_feed: dict[str, etree._Element]) -> None:
    for path, feed in every_feed.items():
        for element in [feed, *feed.iterfind("a:entry", ATOM)]:
            for name in ("id", "title", "updated"):
                assert len(element.findall(f"a:{name}", ATOM)) == 1, (path, name)
            # Section 4.1.1: an author of the feed is the author of each entry. 4.1.2: an entry has content or a link.
        assert values(feed, "a:author/a:name/text()"), path
        assert values(feed, "a:link[@rel='self']/@href") == [f"https://bridge.example/timeline/{path}"]
        assert len(values(feed, "a:entry")) == len(values(feed, "a:entry/a:content")), path


def test_an_atom_feeds_ids_are_unique_iris_and_its_times_are_of_rfc_3339(every_feed: dict[str, etree._Element]) -> None:
    for path, feed in every_feed.items():
        ids = values(feed, "//a:id/text()")
        assert all(urlsplit(each).scheme in {"https", "urn"} for each in ids), path
        # The W3C validator: two entries of a feed may not have one id.
        assert len(values(feed, "a:entry/a:id/text()")) == len(set(values(feed, "a:entry/a:id/text()"))), path
        assert all(RFC_3339.fullmatch(each) for each in values(feed, "//a:updated/text() | //a:published/text()")), path
    assert len({feed.findtext("a:id", namespaces=ATOM) for feed in every_feed.values()}) == len(every_feed)


def test_no_address_in_a_feed_is_relative(every_feed: dict[str, etree._Element]) -> None:
    for path, feed in every_feed.items():
        addresses = values(feed, "//@href")
        for content in values(feed, "//a:content/text()"):
            addresses += [str(href) for href in lxml_html.fromstring(f"<div>{content}</div>").xpath("//@href | //@src")]
        assert {urlsplit(each).scheme for each in addresses} == {"https"}, path


def test_a_reader_of_feeds_finds_nothing_wrong(atlas: Atlas) -> None:
    read = feedparser.parse(atom_feed(atlas))
    assert read.version == "atom10"
    assert not read.bozo
    assert len(read.entries) == len(atlas.shown)
    assert read.feed.language == "en"


def test_a_json_feed_keeps_to_the_format(atlas: Atlas) -> None:
    found = {path: json.loads(content) for path, content in made(open_data_files(atlas)) if path.endswith("feed.json")}
    assert len(found) > 1
    for path, feed in found.items():
        Draft202012Validator(JSON_FEED).validate(feed)
        assert feed["feed_url"] == f"https://bridge.example/timeline/{path}"


def test_both_kinds_of_feed_hold_the_same_entries(atlas: Atlas, feed: etree._Element) -> None:
    items = json.loads(json_feed(atlas))["items"]
    assert [item["id"] for item in items] == values(feed, "a:entry/a:id/text()")
    assert [item["title"] for item in items] == values(feed, "a:entry/a:title/text()")
    assert [item["content_html"] for item in items] == values(feed, "a:entry/a:content/text()")
    assert [item["date_modified"] for item in items] == values(feed, "a:entry/a:updated/text()")


def test_a_json_feed_says_how_precise_a_date_is(atlas: Atlas) -> None:
    items = {item["_dateline"]["id"]: item["_dateline"] for item in json.loads(json_feed(atlas))["items"]}
    assert items["2023-spring-works"] == {
        "id": "2023-spring-works",
        "status": "planned",
        "date": "2023-21",
        "date_text": "spring 2023",
        "earliest": "2023-03-01",
        "latest": "2023-05-31",
    }


def test_an_event_with_another_id_is_no_news_to_feeds_and_calendars(atlas_of: Callable[..., Atlas]) -> None:
    before, after = atlas_of(date="2020-05-01"), atlas_of(id="trial", aliases=["test"], uid="test", date="2020-05-01")
    assert values(etree.fromstring(atom_feed(before)), "a:entry/a:id/text()") == [
        "https://bridge.example/timeline/events/test/"
    ]
    for known in (
        lambda atlas: values(etree.fromstring(atom_feed(atlas)), "a:entry/a:id/text()"),
        lambda atlas: [item["id"] for item in json.loads(json_feed(atlas))["items"]],
        lambda atlas: [str(event["UID"]) for event in Calendar.from_ical(calendar(atlas)).walk("VEVENT")],
    ):
        assert known(after) == known(before)
    assert values(etree.fromstring(atom_feed(after)), "a:entry/a:link/@href") == [
        "https://bridge.example/timeline/events/trial/"
    ]


def test_without_an_address_ids_are_stable_names_and_links_relative(harbour: Timeline, bare_site: SiteInfo) -> None:
    feed = etree.fromstring(atom_feed(Atlas(harbour, bare_site)))
    ids = values(feed, "//a:id/text()")
    assert all(value.startswith("urn:uuid:") for value in ids)
    assert len(set(ids)) == len(ids)
    assert "events/2025-opening/" in values(feed, "a:entry/a:link/@href")
    Draft202012Validator(JSON_FEED).validate(json.loads(json_feed(Atlas(harbour, bare_site))))


def test_without_an_address_links_count_from_the_feed_that_they_stand_in(
    harbour: Timeline, bare_site: SiteInfo
) -> None:
    atlas = Atlas(harbour, bare_site)
    feed = etree.fromstring(atom_feed(atlas, atlas.find("tag", "money")))
    assert values(feed, "a:link[@rel='self']/@href") == ["../../tags/money/feed.xml"]
    assert values(feed, "a:entry[1]/a:link/@href") == ["../../events/2021-03-04-council-approves-bridge/"]
    assert 'href="../../method/"' in values(feed, "a:entry[1]/a:content/text()")[0]


@pytest.mark.parametrize("url", ["", "https://bridge.example/timeline/"])
def test_entries_of_two_editions_have_ids_of_their_own(harbour: Timeline, site: SiteInfo, url: str) -> None:
    own, other = (
        values(etree.fromstring(atom_feed(atlas)), "//a:id/text()")
        for atlas in in_two_languages(harbour, replace(site, url=url))
    )
    assert not set(own) & set(other)


def test_an_id_does_not_depend_on_words_that_are_translated(harbour: Timeline, bare_site: SiteInfo) -> None:
    retitled = harbour.model_copy(
        update={"events": tuple(event.model_copy(update={"title": "Other words"}) for event in harbour.events)}
    )
    ids = [
        values(etree.fromstring(atom_feed(atlas)), "//a:id/text()")
        for timeline in (harbour, retitled)
        for atlas in in_two_languages(timeline, bare_site)
    ]
    assert ids[:2] == ids[2:]


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({"added": "2024-01-02", "corrections": [{"date": "2025-06-07", "text": "x"}]}, "2025-06-07"),
        ({"added": "2024-01-02", "date": "2020"}, "2024-01-02"),
        ({"sources": {"a": {"published": "2024-05-06"}}, "citations": [{"source": "a"}]}, "2024-05-06"),
        ({"date": "2023-02"}, "2023-02-28"),
        ({"date": "2043-02"}, "1970-01-01"),
        ({"date": "-0043"}, "1970-01-01"),
        ({}, "1970-01-01"),
    ],
)
def test_an_entry_is_as_old_as_the_last_that_is_known_of_its_event(
    atlas_of: Callable[..., Atlas], fields: dict[str, Any], day: str
) -> None:
    feed = etree.fromstring(atom_feed(atlas_of(**fields)))
    assert values(feed, "//a:updated/text()") == [f"{day}T00:00:00Z"] * 2


def test_a_part_that_somebody_may_follow_has_feeds_of_its_own(atlas_of: Callable[..., Atlas]) -> None:
    events = [
        {"id": "a", "title": "A", "date": "2021", "tags": ["trade"]},
        {"id": "b", "title": "B", "date": "2022", "places": ["Beijing"], "citations": [{"source": "post"}]},
    ]
    found = dict(
        made(open_data_files(atlas_of(events=events, timeline={"title": "T"}, sources={"post": {"title": "S"}})))
    )

    assert {path for path in found if path.endswith("feed.xml")} == {
        *("feed.xml", "tags/trade/feed.xml", "places/beijing/feed.xml", "years/2021/feed.xml", "years/2022/feed.xml"),
        "sources/post/feed.xml",
    }
    feed = etree.fromstring(found["tags/trade/feed.xml"])
    assert values(feed, "a:title/text()") == ["T: trade"]
    assert values(feed, "a:entry/a:title/text()") == ["2021: A"]
    assert values(feed, "a:id/text()") == ["https://bridge.example/timeline/tags/trade/"]
    assert json.loads(found["tags/trade/feed.json"])["title"] == "T: trade"


def test_a_feed_is_bounded_and_leads_to_the_rest(site: SiteInfo) -> None:
    events = [{"id": f"e{n}", "title": "x", "date": "2022", "added": "2022-01-02"} for n in range(LENGTH + 5)]
    atlas = Atlas(Timeline.model_validate({"events": events}), site)
    assert len(values(etree.fromstring(atom_feed(atlas)), "a:entry")) == LENGTH
    feed = json.loads(json_feed(atlas))
    assert len(feed["items"]) == LENGTH
    assert feed["_dateline"]["events"] == LENGTH + 5
    assert feed["_dateline"]["all_events"] == "https://bridge.example/timeline/events.json"
    assert feed["items"][0]["_dateline"]["id"] == f"e{LENGTH + 4}", "of one day the last of the timeline first"


def test_a_timeline_of_no_events_has_feeds(site: SiteInfo) -> None:
    assert values(etree.fromstring(atom_feed(Atlas(Timeline(), site))), "a:entry") == []
    Draft202012Validator(JSON_FEED).validate(json.loads(json_feed(Atlas(Timeline(), site))))


def test_feeds_do_not_change_with_the_day_of_the_build(harbour: Timeline, site: SiteInfo) -> None:
    later = replace(site, today=site.today + dt.timedelta(1))
    assert atom_feed(Atlas(harbour, site)) == atom_feed(Atlas(harbour, later))
    assert json_feed(Atlas(harbour, site)) == json_feed(Atlas(harbour, later))
