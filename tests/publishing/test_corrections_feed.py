"""Who has quoted the timeline can follow what is corrected in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from generator.publishing.atlas import Atlas
from generator.publishing.drafts import made
from generator.publishing.open_data.corrections_feed import corrections_feed
from generator.publishing.pages import files, pages
from generator.publishing.site_info import SiteInfo

ATOM = {"a": "http://www.w3.org/2005/Atom"}
TWICE = [
    {"date": "2024-03-01", "text": "The day was wrong."},
    {"date": "2024-05-02", "kind": "update", "text": "<b>It</b> opened & closed."},
]


@pytest.fixture
def feed(atlas_of: Callable[..., Atlas]) -> Callable[..., etree._Element]:
    def parse(**fields: object) -> etree._Element:
        return etree.fromstring(corrections_feed(atlas_of(**fields)))

    return parse


def test_each_correction_is_an_entry_the_newest_first(feed: Callable[..., etree._Element]) -> None:
    tree = feed(corrections=TWICE, date="2024-02-01")
    told = [
        [entry.findtext(f"a:{name}", namespaces=ATOM) for name in ("id", "title", "updated", "content")]
        for entry in tree.findall("a:entry", ATOM)
    ]
    page = "https://bridge.example/timeline/events/test/"
    assert told == [
        [f"{page}#correction-2", "Update: Something happens", "2024-05-02T00:00:00Z", "<b>It</b> opened & closed."],
        [f"{page}#correction-1", "Correction: Something happens", "2024-03-01T00:00:00Z", "The day was wrong."],
    ]
    assert tree.findtext("a:updated", namespaces=ATOM) == "2024-05-02T00:00:00Z"
    assert [entry.find("a:link", ATOM).get("href") for entry in tree.findall("a:entry", ATOM)] == [page, page]


def test_a_later_correction_changes_no_id_of_an_earlier_one(feed: Callable[..., etree._Element]) -> None:
    [first] = feed(corrections=TWICE[:1]).findall("a:entry", ATOM)
    *_, last = feed(corrections=TWICE).findall("a:entry", ATOM)
    assert etree.tostring(first) == etree.tostring(last)


def test_two_corrections_that_say_the_same_are_two_entries(feed: Callable[..., etree._Element]) -> None:
    tree = feed(corrections=[*TWICE, TWICE[0]])
    names = [entry.findtext("a:id", namespaces=ATOM).partition("#")[2] for entry in tree.findall("a:entry", ATOM)]
    assert sorted(names) == ["correction-1", "correction-2", "correction-3"]


def test_a_withdrawn_event_keeps_its_corrections(feed: Callable[..., etree._Element]) -> None:
    assert len(feed(corrections=TWICE, review="withdrawn").findall("a:entry", ATOM)) == 2


def test_without_corrections_there_is_an_empty_feed_to_follow(feed: Callable[..., etree._Element]) -> None:
    tree = feed()
    assert tree.findall("a:entry", ATOM) == []
    assert tree.findtext("a:updated", namespaces=ATOM) == "1970-01-01T00:00:00Z"


def test_the_site_has_it(atlas: Atlas, bare_site: SiteInfo) -> None:
    for each in (atlas, Atlas(atlas.timeline, bare_site)):
        assert corrections_feed(each) == dict(made(files(each)))["corrections.xml"]


def test_it_leads_to_the_list_on_the_site(atlas: Atlas, bare_site: SiteInfo) -> None:
    def page(whole: Atlas) -> str | None:
        return etree.fromstring(corrections_feed(whole)).find("a:link[@rel='alternate']", ATOM).get("href")

    assert page(atlas) == "https://bridge.example/timeline/data/#data_corrections"
    assert page(Atlas(atlas.timeline, bare_site)) == "data/#data_corrections"
    assert 'id="data_corrections"' in next(draft.make().content for draft in pages(atlas) if draft.path == "data/")
