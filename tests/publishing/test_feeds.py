"""The feed and the data."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from lxml import etree

from generator.model import Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.exports import events_json
from generator.publishing.feeds import LENGTH, atom_feed, feeds
from generator.publishing.site_info import SiteInfo

ATOM = {"a": "http://www.w3.org/2005/Atom"}
PAGE = "https://bridge.example/timeline/events/2021-03-04-council-approves-bridge/"


@pytest.fixture
def feed(atlas: Atlas) -> etree._Element:
    return etree.fromstring(atom_feed(atlas))


def values(feed: etree._Element, path: str) -> list[str]:
    return [str(value) for value in feed.xpath(path, namespaces=ATOM)]


def test_a_feed_says_what_and_where_it_is(feed: etree._Element) -> None:
    assert values(feed, "a:id/text()") == ["https://bridge.example/timeline/"]
    assert values(feed, "a:title/text()") == ["The harbour bridge"]
    assert values(feed, "a:link[@rel='self']/@href") == ["https://bridge.example/timeline/feed.xml"]
    assert values(feed, "a:rights/text()") == ["CC-BY-4.0"]
    assert values(feed, "a:author/a:name/text()") == ["The harbour bridge"]


def test_what_changed_last_stands_first(feed: etree._Element) -> None:
    updated = values(feed, "a:entry/a:updated/text()")
    assert updated == sorted(updated, reverse=True)
    assert updated[0] == "2026-11-02T00:00:00+00:00"
    assert values(feed, "a:updated/text()") == [updated[0]]


def test_an_entry_is_known_by_its_events_address(feed: etree._Element) -> None:
    assert values(feed, "a:entry[1]/a:id/text()") == [PAGE]
    assert values(feed, "a:entry[1]/a:link/@href") == [PAGE]
    assert values(feed, "a:entry[1]/a:published/text()") == ["2026-10-01T00:00:00+00:00"]


def test_an_entry_holds_the_summary_the_sources_and_the_corrections(feed: etree._Element) -> None:
    (content,) = values(feed, "a:entry[1]/a:content[@type='html']/text()")
    assert "<strong>14 to 3</strong>" in content
    assert 'href="https://bridge.example/timeline/method/"' in content
    assert "2 independent sources" in content
    assert "Correction, 2 November 2026: The vote was 14 to 3" in content


def test_without_an_address_ids_are_stable_names_and_links_relative(harbour: Timeline, bare_site: SiteInfo) -> None:
    feed = etree.fromstring(atom_feed(Atlas(harbour, bare_site)))
    ids = values(feed, "//a:id/text()")
    assert all(value.startswith("urn:uuid:") for value in ids)
    assert len(set(ids)) == len(ids)
    assert "events/2025-opening/" in values(feed, "a:entry/a:link/@href")


def test_an_event_without_a_day_of_its_own_has_its_newest_sources(atlas_of: Callable[..., Atlas]) -> None:
    sources = {"a": {"publisher": "A", "published": "2024-05-06"}}
    cited = atom_feed(atlas_of(sources=sources, citations=[{"source": "a"}]))
    uncited = atom_feed(atlas_of())
    assert b"<updated>2024-05-06T00:00:00+00:00</updated>" in cited
    assert b"<updated>2026-11-21T00:00:00+00:00</updated>" in uncited


def test_a_part_that_somebody_may_follow_has_a_feed_of_its_own(atlas_of: Callable[..., Atlas]) -> None:
    events = [
        {"id": "a", "title": "A", "date": "2021", "tags": ["trade"], "source": "ap"},
        {"id": "b", "title": "B", "date": "2022", "places": ["Beijing"]},
    ]
    found = dict(feeds(atlas_of(events=events, timeline={"title": "T"})))

    assert set(found) == {"feed.xml", "tags/trade/feed.xml", "places/beijing/feed.xml"}
    feed = etree.fromstring(found["tags/trade/feed.xml"])
    assert values(feed, "a:title/text()") == ["T: trade"]
    assert values(feed, "a:entry/a:title/text()") == ["2021: A"]
    assert values(feed, "a:id/text()") == ["https://bridge.example/timeline/tags/trade/"]


def test_a_feed_is_bounded(site: SiteInfo) -> None:
    events = [{"id": f"e{n}", "title": "x", "date": "2022"} for n in range(LENGTH + 5)]
    feed = etree.fromstring(atom_feed(Atlas(Timeline.model_validate({"events": events}), site)))
    assert len(values(feed, "a:entry")) == LENGTH


def test_a_timeline_of_no_events_has_a_feed(site: SiteInfo) -> None:
    assert values(etree.fromstring(atom_feed(Atlas(Timeline(), site))), "a:entry") == []


def test_the_same_timeline_gives_the_same_bytes(harbour: Timeline, site: SiteInfo) -> None:
    assert atom_feed(Atlas(harbour, site)) == atom_feed(Atlas(harbour, site))
    assert events_json(Atlas(harbour, site)) == events_json(Atlas(harbour, site))


def test_the_data_hold_each_shown_event_with_its_bounds(atlas: Atlas) -> None:
    data = json.loads(events_json(atlas))
    assert (data["version"], data["license"], data["generated"]) == (1, "CC-BY-4.0", "2026-11-21")
    assert [event["id"] for event in data["events"]] == [event.id for event in atlas.shown]
    planned = next(event for event in data["events"] if event["id"] == "2023-spring-works")
    assert (planned["date"], planned["earliest"], planned["latest"]) == ("2023-21", "2023-03-01", "2023-05-31")
    assert planned["date_text"] == "spring 2023"


def test_the_data_tell_whose_words_gave_each_date(atlas: Atlas) -> None:
    event = json.loads(events_json(atlas))["events"][1]
    assert event["url"] == PAGE
    assert event["independent_sources"] == 2
    assert event["actors"][0] == {"name": "Ada Okafor", "key": "okafor"}
    citation = event["citations"][0]
    assert (citation["when"], citation["from"], citation["date"]) == ("on Thursday", "2021-03-05", "2021-03-04")


def test_the_data_hold_only_what_is_published(harbour: Timeline, site: SiteInfo) -> None:
    text = events_json(Atlas(harbour, site)).decode()
    for hidden in ("2022-strike", "2022-refused", "2022-collapse"):
        assert hidden not in text
    assert "2022-strike" in events_json(Atlas(harbour, replace(site, candidates=True))).decode()


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
