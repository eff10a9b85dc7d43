"""What TimelineJS gets: dates of any precision, eras, groups, and texts that do no harm there."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.dates import parse
from generator.model import Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.drafts import made
from generator.publishing.open_data.files import open_data_files
from generator.publishing.open_data.timelinejs import timelinejs
from generator.publishing.pictures import PictureFile
from generator.publishing.site_info import SiteInfo

Numbers = tuple[int, ...]


def numbers(date: dict[str, int] | None) -> Numbers:
    """A date of a slide, its parts in their order."""
    if not date:
        return ()
    assert list(date) == ["year", "month", "day"][: len(date)]
    return tuple(date.values())


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2022-12-30", (2022, 12, 30), ()),
        ("2022-12-30~", (2022, 12, 30), ()),
        ("2022-12", (2022, 12), ()),
        ("2022", (2022,), ()),
        ("2022?", (2022,), ()),
        ("2022-24", (2022, 12), (2023, 2)),
        ("2022-33", (2022, 1), (2022, 3)),
        ("199X", (1990,), (1999,)),
        ("19XX", (1900,), (1999,)),
        ("2022-1X", (2022, 10), (2022, 12)),
        ("2022-12-2X", (2022, 12, 20), (2022, 12, 29)),
        ("2022-03/2022-05", (2022, 3), (2022, 5)),
        ("2022-01/2022-12", (2022, 1), (2022, 12)),
        ("2022-03-04/2023", (2022, 3, 4), (2023,)),
        ("2022/2022-12", (2022,), ()),
        ("2022-05/2022-05-31", (2022, 5), ()),
        ("2022/2022", (2022,), ()),
        ("2022-01-01/2022", (2022, 1, 1), (2022,)),
        ("2022-03/..", (2022, 3), ()),
        ("../2022-03-04", (2022, 3, 4), ()),
        ("[2022-02,2023-02]", (2022, 2), (2023, 2)),
        ("0000", (-1,), ()),
        ("-0043-03-15", (-44, 3, 15), ()),
        ("-0043/0014", (-44,), (14,)),
        ("Y12345", (12345,), ()),
    ],
)
def test_a_date_is_as_precise_as_the_library_can_say(
    atlas_of: Callable[..., Atlas], date: str, start: Numbers, end: Numbers
) -> None:
    atlas = atlas_of(date=date)
    (slide,) = json.loads(timelinejs(atlas))["events"]
    assert (numbers(slide["start_date"]), numbers(slide.get("end_date"))) == (start, end)
    assert slide["display_date"] == atlas.date_of(atlas.shown[0])


def test_a_slide_has_its_words_its_group_and_the_way_back(atlas: Atlas) -> None:
    found = {slide["unique_id"]: slide for slide in json.loads(timelinejs(atlas))["events"]}
    slide = found["2021-03-04-council-approves-bridge"]
    assert slide["group"] == "decision"
    assert slide["text"]["headline"] == "Council approves the harbour bridge"
    text = slide["text"]["text"]
    assert "<strong>14 to 3</strong>" in text
    assert "two members were not told" in text
    assert 'href="https://bridge.example/timeline/events/2021-03-04-council-approves-bridge/"' in text
    assert "2 independent sources" in text
    assert slide["autolink"] is False


def test_the_title_says_where_it_is_from_and_its_licence(atlas: Atlas) -> None:
    title = json.loads(timelinejs(atlas))["title"]["text"]
    assert title["headline"] == "The harbour bridge"
    assert 'href="https://bridge.example/timeline/"' in title["text"]
    assert "CC-BY-4.0" in title["text"]


def test_named_stretches_of_time_are_eras_that_end_behind_their_last_day(atlas_of: Callable[..., Atlas]) -> None:
    periods = [
        {"title": "A strike", "from": "2022-02", "to": "2022-12"},
        {"title": "One day", "from": "2022-12-30", "to": "2022-12-30"},
        {"title": "A month", "from": "2022-12", "to": "2022-12-30"},
        {"title": "Long ago", "from": "-0043", "to": "-0043"},
        {"title": "Empty", "from": "2024", "to": "2025"},
    ]
    events = [{"id": "a", "date": "2022-12-30"}, {"id": "b", "date": "-0043"}]
    eras = json.loads(timelinejs(atlas_of(events=events, periods=periods)))["eras"]
    assert [(era["text"]["headline"], numbers(era["start_date"]), numbers(era["end_date"])) for era in eras] == [
        ("A strike", (2022, 2, 1), (2023, 1, 1)),
        ("One day", (2022, 12, 30), (2022, 12, 31)),
        ("A month", (2022, 12, 1), (2022, 12, 31)),
        ("Long ago", (-44, 1, 1), (-43, 1, 1)),
    ]


def test_an_event_without_a_date_is_left_out(atlas_of: Callable[..., Atlas]) -> None:
    assert json.loads(timelinejs(atlas_of()))["events"] == []


def test_each_tag_and_view_has_slides_of_its_own(atlas_of: Callable[..., Atlas]) -> None:
    events = [{"id": "a", "date": "2021", "tags": ["trade"]}, {"id": "b", "date": "2022", "places": ["Oslo"]}]
    views = [{"id": "north", "title": "The north", "text": "Up there.", "places": ["Oslo"]}]
    found = dict(made(open_data_files(atlas_of(events=events, views=views, timeline={"title": "T"}))))
    slides = {path: json.loads(content) for path, content in found.items() if path.endswith("timelinejs.json")}
    assert {path: [slide["unique_id"] for slide in each["events"]] for path, each in slides.items()} == {
        "timelinejs.json": ["a", "b"],
        "tags/trade/timelinejs.json": ["a"],
        "views/north/timelinejs.json": ["b"],
    }
    assert slides["views/north/timelinejs.json"]["title"]["text"]["headline"] == "T: The north"


def test_a_text_is_escaped_and_the_name_of_a_group_twice(atlas_of: Callable[..., Atlas]) -> None:
    evil = "<img src=x onerror=alert(1)> &lt;b&gt; R&D"
    content = timelinejs(atlas_of(date="2022", title=evil, summary=evil, disputed=evil, tags=[evil]))
    (slide,) = json.loads(content)["events"]
    assert slide["text"]["headline"].startswith("&lt;img src=x")
    assert "<img" not in slide["text"]["text"]
    assert not {"<", ">"} & set(slide["group"])
    assert slide["group"].endswith("R&amp;D")
    assert b"<" not in content


@pytest.fixture
def picture() -> PictureFile:
    return PictureFile(Path("bridge.jpg"), "pictures/bridge.jpg", 8, 6, "pictures/bridge.jpg", 8, 6)


def test_a_picture_goes_along_where_it_can_be_fetched(
    atlas_of: Callable[..., Atlas], site: SiteInfo, picture: PictureFile
) -> None:
    media = {"file": "bridge.jpg", "alt": "A bridge", "credit": "A <b>", "license": "CC0-1.0"}
    timeline = atlas_of(date="2022", media=media).timeline

    def shown(where: SiteInfo) -> Any:
        return json.loads(timelinejs(Atlas(timeline, where)))["events"][0].get("media")

    known = replace(site, pictures={"bridge.jpg": picture})
    assert shown(known) == {
        "url": "https://bridge.example/timeline/pictures/bridge.jpg",
        "alt": "A bridge",
        "credit": "A &lt;b&gt; · CC0-1.0",
    }
    assert shown(replace(known, url=f"{site.url}es/", shared="../")) == shown(known)
    assert shown(replace(known, url="")) is None
    assert shown(site) is None


def test_the_years_of_slides_are_those_of_the_dates(atlas: Atlas) -> None:
    events = {event.id: event for event in atlas.shown}
    for slide in json.loads(timelinejs(atlas))["events"]:
        date = events[slide["unique_id"]].date
        assert date == parse(date.text)
        assert slide["start_date"]["year"] == date.year


def test_a_timeline_of_no_events_has_a_file(site: SiteInfo) -> None:
    assert json.loads(timelinejs(Atlas(Timeline(), site)))["events"] == []
