"""Structured data: an event with its dates and articles, a list of events, and the whole as a data set."""

from __future__ import annotations

import json
import re

import pytest

from generator.publishing.json_ld import dataset, event_data, license_address, selection_data


def data_in(page) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page.head)[1])


def test_an_event_names_its_dates_and_its_articles(atlas_of):
    atlas = atlas_of(
        date="2026-01-31/2026-02-01",
        places=["Moscow"],
        status="cancelled",
        citations=[{"source": "ap"}],
        sources={"ap": {"title": "A call", "publisher": "AP", "url": "https://ap.example", "published": "2026-02-01"}},
    )
    data = event_data(atlas.shown[0], atlas)
    assert (data["startDate"], data["endDate"]) == ("2026-01-31", "2026-02-01")
    assert data["eventStatus"] == "https://schema.org/EventCancelled"
    assert data["location"] == [{"@type": "Place", "name": "Moscow"}]
    article = data["subjectOf"][0]
    assert article["@type"] == "NewsArticle"
    assert article["publisher"] == {"@type": "Organization", "name": "AP"}
    assert (article["headline"], article["datePublished"]) == ("A call", "2026-02-01")


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2022-02-04", "2022-02-04", None),
        ("2022-02", "2022-02-01", "2022-02-28"),
        ("2022-02/..", "2022-02-01", None),
        ("-0043-03-15", None, None),
    ],
)
def test_a_vague_date_is_given_by_its_bounds(atlas_of, date, start, end):
    atlas = atlas_of(date=date)
    data = event_data(atlas.shown[0], atlas)
    assert (data.get("startDate"), data.get("endDate")) == (start, end)


def test_an_event_without_a_date_has_none_in_its_data(atlas_of):
    atlas = atlas_of()
    assert not {"startDate", "endDate"} & event_data(atlas.shown[0], atlas).keys()


def test_a_list_names_its_events(atlas_of):
    atlas = atlas_of(tags=["trade"], date="2022")
    listed = selection_data(atlas.find("tag", "trade"), atlas)["mainEntity"]
    assert listed["numberOfItems"] == 1
    assert listed["itemListElement"][0]["url"] == "https://bridge.example/timeline/events/test/"


def test_the_whole_is_a_data_set_with_its_span_and_licence(atlas_of):
    events = [{"id": "a", "title": "A", "date": "2021-05"}, {"id": "b", "title": "B", "date": "2023-02-04"}]
    data = dataset(atlas_of(events=events, timeline={"title": "T", "license": "CC-BY-4.0"}))
    assert data["temporalCoverage"] == "2021-05-01/2023-02-04"
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    found = {each["contentUrl"]: each["encodingFormat"] for each in data["distribution"]}
    assert found["https://bridge.example/timeline/events.json"] == "application/json"
    assert found["https://bridge.example/timeline/calendar.ics"] == "text/calendar"
    assert len(data["version"]) == 12


@pytest.mark.parametrize(
    "changed",
    [
        {"date": "2022-01-02"},
        {"summary": "It was long."},
        {"sources": {"ap": {"title": "Another call"}}},
        {"sources": {"ap": {"title": "A call", "kind": "digest"}}},
        {"actors": {"xi": {"name": "Xi Jinping"}}},
    ],
)
def test_a_data_set_has_another_version_where_anything_in_it_is_another(atlas_of, changed):
    written = {
        "date": "2022-01-01",
        "actors": {"xi": {"name": "Xi"}},
        "sources": {"ap": {"title": "A call"}},
        "citations": [{"source": "ap"}],
    }
    versions = [dataset(atlas_of(**each))["version"] for each in (written, dict(written), {**written, **changed})]
    assert versions[0] == versions[1] != versions[2]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("CC-BY-SA-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("MIT", "MIT"),
    ],
)
def test_a_licence_is_given_by_its_address_where_that_is_known(name, address):
    assert license_address(name) == address


def test_every_kind_of_page_holds_its_data(built):
    assert data_in(built[""])["@type"] == "Dataset"
    assert data_in(next(page for path, page in built.items() if path.startswith("tags/") and path != "tags/"))
    kinds = {data_in(page)["@type"] for page in built.values() if page.shell == "event" and "ld+json" in page.head}
    assert kinds == {"Event"}


def test_no_text_can_end_the_script(atlas_of):
    from generator.publishing.pages import pages

    page = next(pages(atlas_of(title="</script><script>alert(1)</script>"))).make()
    assert page.head.count("</script>") == 1
    assert data_in(page)["name"] == "</script><script>alert(1)</script>"
