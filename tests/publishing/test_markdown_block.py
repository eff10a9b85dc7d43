"""What a `timeline` block may say, and what it shows."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from generator.publishing.atlas import Atlas
from generator.publishing.embedding.block_syntax import Block, read_block
from generator.publishing.embedding.choice import Choice, chosen
from generator.publishing.embedding.shelf import Bearings
from generator.publishing.embedding.timeline_block import render_block

TALKS, VOTE = "2020-about-may-ferry-talks", "2021-03-04-council-approves-bridge"
SPRING, CRANES, TESTS = "2023-spring-works", "2023-06-14-cranes-return", "2024-08-31-load-tests"
LANE, OPENING, FESTIVAL = "2024-autumn-second-lane", "2025-opening", "2027-03-anniversary"


def ids(text: str, atlas: Atlas) -> list[str | None]:
    """What a block shows, before its limit."""
    block, faults = read_block(text, atlas)
    assert not faults
    return [event.id for event in chosen(block.choice, atlas)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", [TALKS, VOTE, SPRING, CRANES, TESTS, LANE, OPENING, FESTIVAL]),
        ("tags: decision", [VOTE]),
        ("tags: [Decision, building]", [VOTE, SPRING, CRANES, TESTS]),
        ("places: fernhaven", [VOTE]),
        ("actors: [Okafor]", [VOTE, CRANES, OPENING]),
        ("actors: [okafor]\ntags: [decision]", [VOTE]),
        ("actors: lena brandt", [VOTE]),
        ("status: [planned]\nto: 2024", [SPRING, LANE]),
        ("from: 2024-09\nto: 2025", [TESTS, LANE, OPENING]),
        ("from: 2025\norder: newest", [FESTIVAL, OPENING]),
        ("tags:\nlimit: 3", [TALKS, VOTE, SPRING, CRANES, TESTS, LANE, OPENING, FESTIVAL]),
    ],
)
def test_a_block_shows_the_events_that_fit_each_thing_it_asks_for(text: str, shown: list[str], atlas: Atlas) -> None:
    assert ids(text, atlas) == shown


@pytest.mark.parametrize(
    ("text", "line", "what", "todo"),
    [
        ("tagz: [decision]", 0, "a timeline block has no key “tagz”", "did you mean “tags”?"),
        (
            "zzzzzz: 1",
            0,
            "a timeline block has no key “zzzzzz”",
            "write tags, actors, places, status, from, to, view, limit, order or style",
        ),
        ("limit: 3\ntags: [desicion]", 1, "the timeline has no tag “desicion”", "did you mean “decision”?"),
        ("tags: xyzzy", 0, "the timeline has no tag “xyzzy”", "write building, decision, money or opening"),
        ("places: Fernhavn", 0, "the timeline has no place “Fernhavn”", "did you mean “Fernhaven”?"),
        ("actors: Okafro", 0, "the timeline has no actor “Okafro”", "did you mean “Okafor”?"),
        ("status: hapened", 0, "“hapened” is no status", "did you mean “happened”?"),
        ("status: x", 0, "“x” is no status", "write happened, planned, postponed or cancelled"),
        (
            "from: 2022-13",
            0,
            "“2022-13” has no month 13",
            "months are 01 to 12, seasons 21 (spring) to 24 (winter)",
        ),
        ("from: [2022]", 0, "“['2022']” is no date", "write 2022, 2022-12 or 2022-12-30"),
        ("from: 2022\nto: 2020", 1, "“to: 2020” lies before “from: 2022”", "write the earlier date after from"),
        ("limit: 0", 0, "“0” is no number of events", "write a whole number from 1, such as 10"),
        ("limit: many", 0, "“many” is no number of events", "write a whole number from 1, such as 10"),
        ("order: backwards", 0, "“backwards” is no order", "write oldest or newest"),
        ("style: compakt", 0, "“compakt” is no style", "did you mean “compact”?"),
        ("style: true", 0, "“true” is no style", "write list, compact or chart"),
        ("tags: [{a: b}]", 0, "“{'a': 'b'}” is no text", "write a word, or several in brackets: [energy, trade]"),
        ("- tags", 0, "a block says what it shows by keys", "write one a line: “tags: [energy]”"),
    ],
)
def test_a_mistake_in_a_block_is_named_with_its_line_and_what_to_write(
    text: str, line: int, what: str, todo: str, atlas: Atlas
) -> None:
    _, faults = read_block(text, atlas)
    assert [(fault.line, fault.what, fault.todo) for fault in faults] == [(line, what, todo)]


def test_what_a_timeline_lacks_altogether_is_said(atlas_of: Callable[..., Atlas]) -> None:
    _, (tag, view) = read_block("tags: a\nview: b", atlas_of())
    assert tag.todo == "it has no tag at all yet: leave this out"
    assert view.what == "the timeline has no view “b”"


def test_of_very_many_tags_one_is_named(atlas_of: Callable[..., Atlas]) -> None:
    _, (fault,) = read_block("tags: something-else", atlas_of(tags=[f"tag {n}" for n in range(9)]))
    assert fault.todo == "write one that an event has, such as “tag 0”"


def test_every_mistake_of_a_block_is_named(atlas: Atlas) -> None:
    _, faults = read_block("tags: nonsense\nlimit: x\nto: soon", atlas)
    assert [fault.line for fault in faults] == [0, 1, 2]


def test_what_is_no_yaml_is_named_where_it_breaks(atlas: Atlas) -> None:
    _, faults = read_block("limit: 3\ntags: [a", atlas)
    assert [fault.line for fault in faults] == [1]


VIEWED = {
    "views": [{"id": "power", "title": "Power", "tags": ["energy"]}, {"id": "none", "title": "None", "tags": ["x"]}]
}


def test_a_view_narrows_what_else_is_asked_for(atlas_of: Callable[..., Atlas]) -> None:
    events = [
        {"id": "a", "date": "2021", "title": "A", "tags": ["energy"]},
        {"id": "b", "date": "2022", "title": "B", "tags": ["energy"]},
        {"id": "c", "date": "2022", "title": "C", "tags": ["trade"]},
    ]
    atlas = atlas_of(events=events, **VIEWED)
    assert ids("view: power\nfrom: 2022", atlas) == ["b"]
    assert ids("view: none", atlas) == []
    _, (fault,) = read_block("view: [power, none]", atlas)
    assert fault.what == "a block shows one view"


def test_events_without_a_date_are_last_in_either_order(atlas_of: Callable[..., Atlas]) -> None:
    events = [
        {"id": key, "title": key, **date} for key, date in [("a", {}), ("b", {"date": "2021"}), ("c", {"date": "2022"})]
    ]
    atlas = atlas_of(events=events)
    assert ids("order: oldest", atlas) == ["b", "c", "a"]
    assert ids("order: newest", atlas) == ["c", "b", "a"]


def html(text: str, atlas: Atlas, *, here: str | None = "about/", number: int = 1) -> str:
    block, faults = read_block(text, atlas)
    assert not faults
    return render_block(block, Bearings(atlas, here), number)


def test_an_event_of_a_block_leads_to_its_page(atlas: Atlas) -> None:
    page = html("tags: decision", atlas)
    assert f'<a href="../events/{VOTE}/"><bdi>Council approves the harbour bridge</bdi></a>' in page
    assert '<time datetime="2021-03-04">4 March 2021</time>' in page
    assert "The council voted 14 to 3 for a bridge across the harbour." in page
    assert "Fernhaven Gazette" in page
    assert ">Disputed</span>" in page


def test_the_compact_style_says_dates_and_titles_alone(atlas: Atlas) -> None:
    page = html("tags: decision\nstyle: compact", atlas)
    assert "Council approves the harbour bridge" in page
    assert "voted" not in page
    assert "Gazette" not in page


def test_a_chart_leads_to_the_events_below_it(atlas: Atlas) -> None:
    page = html("style: chart\norder: newest", atlas, number=2)
    bars = re.findall(r'<a class="dl-bar" href="#([^"]+)"', page)
    anchors = re.findall(r'<li[^>]* id="([^"]+)"', page)
    assert bars
    assert set(bars) <= set(anchors)
    assert anchors[0] == f"timeline_2_{FESTIVAL}"
    assert 'href="#after_timeline_2"' in page
    assert 'id="after_timeline_2"' in page


def test_what_a_limit_leaves_out_is_a_link_away(atlas: Atlas) -> None:
    page = html("actors: the mayor\nfrom: 2021\nlimit: 1", atlas)
    assert page.count("<li ") == 1
    assert '<a href="../?actor=okafor&amp;from=2021">All 3 events</a>' in page
    assert "All" not in html("actors: the mayor\nlimit: 3", atlas)


def test_a_view_that_is_cut_short_leads_to_its_page(atlas_of: Callable[..., Atlas]) -> None:
    events = [{"id": f"e{n}", "date": "2021", "title": "E", "tags": ["energy", "trade"]} for n in range(3)]
    page = html("view: power\ntags: [energy, trade]\nlimit: 2", atlas_of(events=events, **VIEWED), here="")
    assert '<a href="views/power/">All 3 events</a>' in page


def test_a_block_that_nothing_fits_says_so(atlas: Atlas) -> None:
    assert "No event of the timeline fits yet." in html("from: 2099", atlas)


def test_elsewhere_a_block_leads_to_the_timelines_own_site(atlas: Atlas) -> None:
    page = html("tags: decision\nlimit: 1", atlas, here=None)
    assert f'href="https://bridge.example/timeline/events/{VOTE}/"' in page


def test_without_a_site_of_its_own_an_event_leads_to_its_source(atlas: Atlas, bare_site: object) -> None:
    bare = Atlas(atlas.timeline, bare_site)  # type: ignore[arg-type]
    page = html("limit: 2", bare, here=None)
    assert 'href="https://gazette.example/2021/bridge"' in page
    assert "<bdi>Talks about replacing the ferry begin</bdi></span>" in page, "its source is not online"
    assert "All 8 events" not in page


def test_what_an_event_says_is_escaped(atlas_of: Callable[..., Atlas]) -> None:
    page = html("", atlas_of(date="2021", title="<script>alert(1)</script>", summary="<img src=x onerror=alert(1)>"))
    assert "<script" not in page
    assert "<img" not in page


def test_no_choice_means_all_events_in_the_style_of_a_list() -> None:
    assert Block(Choice()) == Block(Choice((), (), (), (), None, None, "", "oldest", None), "list")
