"""What the site publishes for pages of other sites: the script, and the events that it reads."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from generator.publishing.atlas import Atlas
from generator.publishing.drafts import made
from generator.publishing.embedding import script_data
from generator.publishing.embedding.script import script_files
from generator.publishing.foreign import foreign

BUDGET = 10_000
"""Bytes, compressed: what a page pays for a timeline."""


def files(atlas: Atlas) -> dict[str, bytes]:
    return dict(made(script_files(atlas)))


def index(atlas: Atlas) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(files(atlas)["data/embed.json"])
    return read


def test_the_script_is_light(atlas: Atlas) -> None:
    assert len(gzip.compress(files(atlas)["embed.js"], mtime=0)) <= BUDGET


def test_the_script_says_what_the_site_is_called_and_what_it_says_when_nothing_can_be_fetched(atlas: Atlas) -> None:
    (said,) = re.findall(r'const SITE = JSON\.parse\((".*")\);', files(atlas)["embed.js"].decode())
    assert json.loads(json.loads(said)) == {
        "title": "The harbour bridge",
        "failed": "The timeline could not be loaded. It can be read on its own site:",
    }


def test_no_title_ends_the_script_before_its_end(atlas_of: Callable[..., Atlas]) -> None:
    script = files(atlas_of(timeline={"title": "\"</script>\\u2028'"}))["embed.js"].decode()
    assert "</script>\\" not in script
    assert "\N{LINE SEPARATOR}" not in script


def test_a_small_timeline_is_one_file(atlas: Atlas) -> None:
    assert [*files(atlas)] == ["embed.js", "data/embed.json"]
    assert [row["i"] for row in index(atlas)["events"]] == [event.id for event in atlas.shown]


def test_an_event_is_as_lean_as_can_be(atlas: Atlas) -> None:
    assert index(atlas)["events"][1] == {
        "i": "2021-03-04-council-approves-bridge",
        "t": "Council approves the harbour bridge",
        "d": "4 March 2021",
        "m": "2021-03-04",
        "y": 2021,
        "b": "Disputed",
        "s": "happened",
        "f": 20210304,
        "l": 20210304,
        "a": "okafor council",
        "p": "fernhaven",
        "g": "decision money",
        "k": 1,
        "x": "The council voted 14 to 3 for a bridge across the harbour.",
        "c": "Fernhaven Gazette, Coast Tribune (Harbour Wire), 1 more · 2 independent sources",
    }


def test_what_there_is_to_ask_for_is_named(atlas: Atlas) -> None:
    read = index(atlas)
    assert read["names"]["actor"] == {"council": "Fernhaven Council", "okafor": "Ada Okafor"}
    assert read["names"]["place"] == {"fernhaven": "Fernhaven"}
    assert [*read["names"]["year"]] == ["2020", "2021", "2023", "2024", "2025", "2027"]
    assert read["moved"] == {"2021-03-bridge-vote": "2021-03-04-council-approves-bridge"}
    assert read["gone"] == ["2022-collapse"]


def test_what_nobody_has_accepted_is_not_there(atlas: Atlas) -> None:
    assert b"2022-strike" not in files(atlas)["data/embed.json"]
    assert b"2022-refused" not in files(atlas)["data/embed.json"]


def test_an_event_names_its_views(atlas_of: Callable[..., Atlas]) -> None:
    views = [{"id": "power", "title": "Power", "tags": ["energy"]}, {"id": "all", "title": "All"}]
    assert index(atlas_of(date="2021", tags=["energy"], views=views))["events"][0]["v"] == "power all"


def test_a_title_that_was_not_translated_says_its_language(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(date="2021")
    event = atlas.timeline.events[0].model_copy(update={"title": foreign("Título", "es")})
    other = Atlas(atlas.timeline.model_copy(update={"events": (event,)}), atlas.site)
    assert index(other)["events"][0]["h"] == "es"


@pytest.fixture
def large(atlas_of: Callable[..., Atlas], monkeypatch: pytest.MonkeyPatch) -> Atlas:
    """Three events, published as many are."""
    monkeypatch.setattr(script_data, "PARTS_FROM", 3)
    return atlas_of(
        events=[
            {"id": "a", "date": "2021-05", "title": "A", "tags": ["energy"]},
            {"id": "b", "date": "2022-05/2024", "title": "B", "tags": ["energy", "trade"]},
            {"id": "c", "date": "2023/..", "title": "C"},
        ]
    )


def test_of_a_large_timeline_each_part_is_a_file(large: Atlas) -> None:
    parts = {
        path: [row["i"] for row in json.loads(content)["events"]]
        for path, content in files(large).items()
        if path.startswith("data/embed/")
    }
    assert parts == {
        "data/embed/tags/energy.json": ["a", "b"],
        "data/embed/tags/trade.json": ["b"],
        "data/embed/years/2021.json": ["a"],
        "data/embed/years/2022.json": ["b"],
        "data/embed/years/2023.json": ["c"],
    }


def test_of_a_large_timeline_the_first_file_says_which_years_there_are(large: Atlas) -> None:
    read = index(large)
    assert "events" not in read
    assert "large" not in read
    assert read["years"] == [[2021, 1, 20210531], [2022, 1, 20241231], [2023, 1, None]]


def test_a_part_that_is_large_itself_is_found_year_by_year(large: Atlas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(script_data, "PARTS_FROM", 2)
    other = Atlas(large.timeline, large.site)
    assert index(other)["large"] == {"tag": ["energy"]}
    assert "data/embed/tags/energy.json" not in files(other)
    assert "data/embed/tags/trade.json" in files(other)
