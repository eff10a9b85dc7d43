"""A timeline in which everything is found: order, sources, names, relations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.messages import tongue
from generator.model import Timeline
from generator.publishing.atlas import Atlas, last_change
from generator.publishing.credits import credit_line
from generator.publishing.marks import mark_of
from generator.publishing.site_info import SiteInfo


def ids(atlas: Atlas) -> list[str | None]:
    return [event.id for event in atlas.shown]


def test_events_stand_in_the_order_of_their_dates_and_times(site: SiteInfo) -> None:
    events = [
        {"id": "d", "title": "d", "date": None},
        {"id": "c", "title": "c", "date": "2022-03"},
        {"id": "b", "title": "b", "date": "2022-03-01", "time": "14:00"},
        {"id": "a", "title": "a", "date": "2022-03-01", "time": "09:00"},
        {"id": "e", "title": "e", "date": "1999"},
    ]
    assert ids(Atlas(Timeline.model_validate({"events": events}), site)) == ["e", "a", "b", "c", "d"]


@pytest.mark.parametrize("date", ["../2020-05", "[2020-05-01,2016]", "../2020"])
def test_the_events_of_a_year_stand_together_however_early_they_may_have_been(site: SiteInfo, date: str) -> None:
    dates = {"first": "2015", "open": date, "later": "2020-06", "bc": "-0043", "far": "Y12000"}
    events = [{"id": key, "title": key, "date": value} for key, value in dates.items()]
    atlas = Atlas(Timeline.model_validate({"events": events}), site)
    assert [event.id for event in atlas.shown] == ["bc", "first", "open", "later", "far"]


def test_only_accepted_events_are_shown(atlas: Atlas) -> None:
    assert {event.review for event in atlas.shown} == {"accepted"}


def test_candidates_are_shown_where_the_site_asks_for_them(harbour: Timeline, site: SiteInfo) -> None:
    shown = Atlas(harbour, replace(site, candidates=True)).shown
    assert {event.review for event in shown} == {"accepted", "candidate"}


def test_reprints_of_one_story_are_one_independent_source(atlas: Atlas) -> None:
    event = atlas.shown_ids["2021-03-04-council-approves-bridge"]
    assert len(atlas.cited(event)) == 3
    assert atlas.independent(event) == 2
    assert (
        credit_line(event, atlas) == "Fernhaven Gazette, Coast Tribune (Harbour Wire), 1 more · 2 independent sources"
    )


def test_reprints_in_a_circle_come_to_an_end(atlas_of: Callable[..., Atlas]) -> None:
    sources = {"a": {"publisher": "A", "original": "b"}, "b": {"publisher": "B", "original": "a"}}
    atlas = atlas_of(sources=sources, citations=[{"source": "a"}, {"source": "b"}])
    assert atlas.independent(atlas.shown[0]) in {1, 2}


def test_a_source_is_named_with_the_agency_whose_story_it_reprints(atlas_of: Callable[..., Atlas]) -> None:
    sources = {"ht": {"publisher": "Hindustan Times", "original": "reuters-2022-12-30"}}
    atlas = atlas_of(sources=sources, citations=[{"source": "ht"}])
    assert credit_line(atlas.shown[0], atlas) == "Hindustan Times (Reuters) · 1 source"


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ({"publisher": "AP"}, "AP · 1 source"),
        ({"url": "https://www.gazette.example/x"}, "gazette.example · 1 source"),
        ({"title": "A letter"}, "Unnamed publisher · 1 source"),
        ({"publisher": "Times (Reuters)", "original": "reuters-2022"}, "Times (Reuters) · 1 source"),
        ({"publisher": "Times", "original": "ap-2022-01-01"}, "Times (AP) · 1 source"),
        ({"publisher": "Times", "original": "house"}, "Times (House) · 1 source"),
    ],
)
def test_a_source_is_named_by_what_is_known_of_it(
    atlas_of: Callable[..., Atlas], source: dict[str, str], line: str
) -> None:
    atlas = atlas_of(sources={"s": source}, citations=[{"source": "s"}])
    assert credit_line(atlas.shown[0], atlas) == line


def test_an_event_without_a_source_says_so(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(citations=[{"source": "absent"}])
    assert credit_line(atlas.shown[0], atlas) == "No source yet"


def test_an_actor_is_known_by_any_of_its_names_and_named_once(site: SiteInfo) -> None:
    actors = {"okafor": {"name": "Ada Okafor", "aliases": ["the mayor"]}}
    event = {"id": "a", "title": "a", "actors": ["The Mayor", "okafor", "Lena", "ADA OKAFOR", "lena"]}
    atlas = Atlas(Timeline.model_validate({"actors": actors, "events": [event]}), site)
    assert [(name.text, name.key) for name in atlas.names(atlas.shown[0])] == [("Ada Okafor", "okafor"), ("Lena", "")]


def test_a_relation_is_known_to_both_events(atlas: Atlas) -> None:
    planned = atlas.shown_ids["2023-spring-works"]
    found = {(relation.words, relation.event.id) for relation in atlas.relations(planned)}
    assert found == {
        ("Outcome of", "2021-03-04-council-approves-bridge"),
        ("Followed by", "2023-06-14-cranes-return"),
    }


def test_a_relation_to_an_event_that_is_not_shown_is_not_shown(site: SiteInfo) -> None:
    events = [
        {"id": "a", "title": "a", "related": [{"id": "b", "as": "follows"}, {"id": "nowhere", "as": "follows"}]},
        {"id": "b", "review": "rejected", "reason": "no"},
    ]
    atlas = Atlas(Timeline.model_validate({"events": events}), site)
    assert atlas.relations(atlas.shown[0]) == []


def test_the_last_change_is_that_which_readers_were_told_of(atlas: Atlas) -> None:
    assert last_change(atlas.shown_ids["2021-03-04-council-approves-bridge"]) == dt.date(2026, 11, 2)
    assert last_change(atlas.shown_ids["2025-opening"]) == dt.date(2026, 10, 4)


def test_dates_are_said_in_english_where_the_timelines_language_is_not_known(atlas_of: Callable[..., Atlas]) -> None:
    assert atlas_of(timeline={"language": "tlh"}).language == "en"
    assert atlas_of(timeline={"language": "en-GB"}).language == "en"


@pytest.mark.parametrize(
    ("fields", "shape", "label"),
    [
        ({"date": "2022-01-01"}, "day", "Exact day"),
        ({"date": "2022-01"}, "month", "Month, not the day"),
        ({"date": "2022-21"}, "season", "Season, not the day"),
        ({"date": "2022"}, "year", "Year, not the day"),
        ({"date": "2022-01-01/2022-01-02"}, "range", "From one date to another"),
        ({"date": "[2021,2022]"}, "choice", "One of several dates"),
        ({"date": "2022-01~"}, "month", "Month, not the day, approximate"),
        ({"date": "2022-01-01?", "status": "planned"}, "day", "Exact day, uncertain, planned"),
        ({}, "none", "Date not known"),
    ],
)
def test_a_mark_says_how_precise_a_date_is(
    event_of: Callable[..., object], fields: dict[str, str], shape: str, label: str
) -> None:
    mark = mark_of(event_of(**fields), tongue("en"))
    assert (mark.shape, mark.label) == (shape, label)
    assert mark.about == (("~" in fields.get("date", "")) or ("?" in fields.get("date", "")))
    assert mark.planned == ("status" in fields)
