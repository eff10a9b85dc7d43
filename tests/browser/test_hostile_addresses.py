"""Addresses that are meant to do harm, or are none: the page is read all the same, and no script of ours fails."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

ADDRESSES = [
    f"?q={quote('<img src=x onerror=window.harmed=1>')}",
    "?tag=__proto__",
    "?actor=constructor&place=toString&status=__proto__",
    "?q=%00",
    "?q=%E0%A4%A",
    "?q=%ED%A0%80",
    "?q=((((%5C",
    f"?q={quote('{total} {shown} $& $1')}",
    "?q=" + "A" * 20_000,
    "?from=999999999",
    "?from=99999&to=-99999",
    "?to=2015-99-99",
    "?q=bridge#%E0%A4%A",
    "?q=bridge#constructor",
    "#%E0%A4%A",
    "#" + "A" * 100_000,
]


HARM = "[window.harmed, {}.harmed, document.documentElement.scrollWidth > innerWidth]"
HASHES = "['%E0%A4%A', '%', '__proto__', 'e9'].forEach(hash => { location.hash = hash })"


def note_what_goes_wrong(page: Any) -> list[str]:
    """The errors of a page's scripts, what its policy forbids and what it asks the reader, as they come."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("dialog", lambda dialog: (wrong.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    return wrong


@pytest.mark.parametrize("site", ["medium", "large"])
def test_an_address_does_no_harm(open_page: Open, request: pytest.FixtureRequest, site: str) -> None:
    home = request.getfixturevalue(site)
    page = open_page(home, reduced_motion="reduce")
    wrong = note_what_goes_wrong(page)
    for path in ADDRESSES:
        page.goto("about:blank")
        page.goto(f"{home}{path}")
        page.evaluate(HASHES)
        page.locator(".dl-entry:visible, .dl-filters__count:visible").first.wait_for()
        assert (path[:60], wrong, page.evaluate(HARM)) == (path[:60], [], [None, None, False])


def test_words_in_the_address_are_not_looked_up_in_the_search_box_as_well(open_page: Open, medium: str) -> None:
    page = open_page(f"{medium}?q=bridge")
    page.locator(".dl-filters__count").filter(has_text="20").wait_for()
    assert page.locator(".dl-entry:visible").count() == 20
    assert not page.locator("#__search").is_checked()


def test_a_list_that_comes_late_does_not_undo_what_was_chosen_meanwhile(open_page: Open, large: str) -> None:
    page = open_page(large)
    waiting: list[Any] = []

    def keep(route: Any) -> None:
        waiting.append(route)

    page.route("**/filter.json", keep)
    words = page.locator(".dl-filters input[name=q]")
    with page.expect_request("**/filter.json"):
        page.locator(".dl-filters summary").click()
    words.fill("bridge")
    page.locator(".dl-filters__count", has_text="Loading").wait_for()
    words.fill("")
    page.locator(".dl-filters__count", has_text="Loading").wait_for(state="detached")
    waiting[0].continue_()
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(100)
    assert not page.locator(".dl-results").is_visible()
    assert page.locator(".dl-timeline:not(.dl-results)").is_visible()
    assert page.locator(".dl-filters__count").inner_text() == ""


def test_what_the_page_is_called_in_itself_no_event_is(
    tmp_path: Path, make_site: Open, serve: Open, open_page: Open
) -> None:
    ids = ["content", "constructor", "forms", "data", "index", "search"]
    events = json.dumps([{"id": each, "date": "2022", "title": each} for each in ids])
    folder = make_site(tmp_path / "ids", f"schema: 1\nevents: {events}\n", name="Names")
    with serve(folder) as address:
        page = open_page(f"{address}#content")
        found = page.locator("[id]").evaluate_all("all => all.map(each => each.id)")
        assert {each for each in found if found.count(each) > 1} == set()
        assert page.locator("li.dl-entry:target h3").inner_text() == "content"
