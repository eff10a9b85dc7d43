"""Selections: which events stand on the page of a source, a year, an actor, a place, a tag or a view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.publishing.atlas import Atlas
from generator.publishing.pages import pages

EVENTS = [
    {"id": "a", "date": "2021-05-01", "title": "A", "places": ["Vladivostok"], "tags": ["Trade"], "actors": ["xi"]},
    {"id": "b", "date": "2022-05", "title": "B", "places": ["vladivostok", "Beijing"], "tags": ["energy", "trade"]},
    {"id": "c", "date": "2023", "title": "C", "tags": ["energy"], "actors": ["The Chinese president", "Somebody"]},
    {"id": "d", "title": "D", "tags": ["energy"]},
]
ACTORS = {"xi": {"name": "Xi Jinping", "aliases": ["The Chinese president"]}}


@pytest.fixture
def chosen(atlas_of: Callable[..., Atlas]) -> Callable[..., list[str]]:
    def choose(**view: Any) -> list[str]:
        atlas = atlas_of(events=EVENTS, actors=ACTORS, views=[{"id": "v", "title": "V", **view}])
        found = atlas.find("view", "v")
        return [event.id or "" for event in found.events] if found else []

    return choose


@pytest.mark.parametrize(
    ("view", "events"),
    [
        ({}, ["a", "b", "c", "d"]),
        ({"tags": ["trade"]}, ["a", "b"]),
        ({"tags": ["energy", "trade"]}, ["a", "b", "c", "d"]),
        ({"tags": ["energy"], "places": ["Vladivostok"]}, ["b"]),
        ({"actors": ["xi"]}, ["a", "c"]),
        ({"actors": ["Xi Jinping"]}, ["a", "c"]),
        ({"actors": ["somebody"]}, ["c"]),
        ({"from": "2022-05-20"}, ["b", "c"]),
        ({"to": "2022"}, ["a", "b"]),
        ({"from": "2022", "to": "2022"}, ["b"]),
        ({"tags": ["sport"]}, []),
    ],
)
def test_a_view_shows_what_has_something_of_each_thing_that_it_asks_for(chosen, view, events):
    assert chosen(**view) == events


def test_a_place_has_one_page_however_it_is_capitalised(atlas_of):
    atlas = atlas_of(events=EVENTS)
    assert [(place.key, place.title, len(place.events)) for place in atlas.selections["place"]] == [
        ("beijing", "Beijing", 1),
        ("vladivostok", "Vladivostok", 2),
    ]


def test_who_has_no_entry_gets_no_page(atlas_of):
    atlas = atlas_of(events=EVENTS, actors=ACTORS)
    assert [actor.key for actor in atlas.selections["actor"]] == ["xi"]
    assert not [draft.path for draft in pages(atlas) if "somebody" in draft.path]


def test_each_selection_has_a_page_and_each_kind_an_overview(atlas_of):
    atlas = atlas_of(events=EVENTS, actors=ACTORS, views=[{"id": "v", "title": "V", "text": "All of it."}])
    found = {draft.path: draft.make() for draft in pages(atlas)}
    expected = {
        *("years/2021/", "years/2022/", "years/2023/", "actors/xi/", "places/beijing/", "places/vladivostok/"),
        *("tags/trade/", "tags/energy/", "views/v/", "years/", "actors/", "places/", "tags/", "views/"),
    }
    assert expected <= set(found)
    assert "All of it." in found["views/v/"].content
    assert 'href="../views/v/"' in found["views/"].content
