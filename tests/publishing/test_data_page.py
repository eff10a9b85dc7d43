"""The page about the data: what it counts, and the corrections that it lists."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from generator.publishing.data_page import data_page

SOURCES = {
    "a": {"publisher": "AP"},
    "b": {"publisher": "TASS"},
    "c": {"publisher": "AP", "original": "b"},
}
EVENTS = [
    {"id": "one", "title": "One", "date": "2022-02-04", "citations": [{"source": "a"}]},
    {"id": "two", "title": "Two", "date": "2022-05", "citations": [{"source": "a"}, {"source": "b"}]},
    {"id": "reprint", "title": "R", "date": "2022/2023", "citations": [{"source": "b"}, {"source": "c"}]},
    {
        "id": "none",
        "title": "None",
        "status": "planned",
        "corrections": [
            {"date": "2023-01-02", "text": "The older."},
            {"date": "2024-01-02", "kind": "update", "text": "The newer."},
        ],
    },
    {"id": "gone", "title": "Gone", "review": "withdrawn", "reason": "It never was."},
]


@pytest.fixture
def page(atlas_of):
    (draft,) = data_page(atlas_of(events=EVENTS, sources=SOURCES))
    found = draft.make()
    return lxml_html.fromstring(found.content)


def test_the_table_of_contents_names_every_section(atlas_of):
    (draft,) = data_page(atlas_of(events=EVENTS, sources=SOURCES))
    found = draft.make()
    sections = lxml_html.fromstring(found.content).xpath("//h2")
    assert [(each.anchor, each.title) for each in found.toc] == [
        (section.get("id"), section.text_content()) for section in sections
    ]


def table(page, anchor: str) -> dict[str, str]:
    rows = page.xpath(f"//table[@aria-labelledby='{anchor}']//tr")
    return {row[0].text_content(): " ".join(row[1].text_content().split()) for row in rows}


def test_reprints_confirm_nothing(page):
    assert table(page, "data_sources") == {
        "No source yet": "1 25%",
        "One source": "2 50%",
        "Two independent sources": "1 25%",
    }


def test_the_precision_of_the_dates_is_counted(page):
    assert table(page, "data_precision") == {
        "Exact day": "1 25%",
        "Month, not the day": "1 25%",
        "From one date to another": "1 25%",
        "Date not known": "1 25%",
    }


def test_sources_are_counted_by_publisher_the_most_frequent_first(page):
    assert list(table(page, "data_publishers").items()) == [("AP", "2 67%"), ("TASS", "1 33%")]


def test_every_correction_is_listed_the_newest_first(page):
    texts = [" ".join(item.text_content().split()) for item in page.xpath("//ul[@class='dl-corrections']/li")]
    assert texts == [
        "Update 2 January 2024 · None The newer.",
        "Correction 2 January 2023 · None The older.",
    ]


def test_what_was_withdrawn_is_counted_and_not_named(page):
    assert "1 event was withdrawn after it was published." in page.text_content()
    assert "Gone" not in page.text_content()


def test_a_long_list_of_publishers_ends_in_the_others(atlas_of):
    sources = {f"s{at:02}": {"publisher": f"Paper {at:02}"} for at in range(20)}
    events = [{"id": "e", "title": "E", "citations": [{"source": key} for key in sources]}]
    (draft,) = data_page(atlas_of(events=events, sources=sources))
    found = draft.make()
    rows = table(lxml_html.fromstring(found.content), "data_publishers")
    assert len(rows) == 16
    assert rows["All others"] == "5 25%"


def test_a_timeline_of_no_events_has_no_such_page(atlas_of):
    assert list(data_page(atlas_of(events=[]))) == []
