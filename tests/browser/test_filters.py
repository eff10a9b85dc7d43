"""A reader narrows a long timeline: what is shown, what is said of it, and what stands in the address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
TAGS = ("energy", "trade", "transport")


def timeline(number: int) -> str:
    """Events of ten years, three tags and two statuses; each fifth speaks of a bridge."""
    lines = ["schema: 1", "timeline: {title: A long dispute}", "actors:", "  union: {name: Union of Ports}", "events:"]
    for at in range(number):
        lines += [
            f"  - id: e{at}",
            f"    date: {2010 + at * 10 // number}-{at % 12 + 1:02}-{at % 28 + 1:02}",
            f"    title: {'A bridge opens' if at % 5 == 0 else 'Talks are held'} {at}",
            f"    tags: [{TAGS[at % 3]}]",
            f"    status: {'planned' if at % 4 == 0 else 'happened'}",
            f"    actors: [{'union' if at % 2 else 'Somebody'}]",
            "    source: https://paper.example/story",
        ]
    return "\n".join([*lines, ""])


@pytest.fixture(scope="module")
def short(make_site_once: Callable[..., Path], serve: Callable[..., Any]) -> Iterator[str]:
    """Sixty events, all on the home page."""
    with serve(make_site_once("filters-60", timeline(60), name="A long dispute")) as address:
        yield address


@pytest.fixture(scope="module")
def long(make_site_once: Callable[..., Path], serve: Callable[..., Any]) -> Iterator[str]:
    """Six hundred events, of which the home page shows a digest."""
    with serve(make_site_once("filters-600", timeline(600), name="A long dispute")) as address:
        yield address


def wait_for(page: Any, said: str) -> None:
    page.locator(".dl-filters__count", has_text=said).wait_for()


def shown(page: Any) -> int:
    return page.locator(".dl-timeline .dl-entry:visible").count()


def test_a_choice_leaves_what_fits_and_says_how_much(open_page: Open, short: str) -> None:
    page = open_page(short)
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Tag").select_option("energy")
    wait_for(page, "Showing 20 of 60 events")
    assert shown(page) == 20
    page.wait_for_url(f"{short}?tag=energy")


def test_each_value_says_how_many_events_it_would_leave(open_page: Open, short: str) -> None:
    page = open_page(f"{short}?tag=energy")
    wait_for(page, "Showing 20")
    status = page.get_by_label("Status")
    status.locator("option", has_text="Happened (15)").wait_for(state="attached")
    assert status.locator("option").all_text_contents() == ["All", "Happened (15)", "Planned (5)"]


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("q=bridge", 12),
        ("q=BRIDGE+opens", 12),
        ("q=bridge&status=planned", 3),
        ("from=2015", 30),
        ("from=2012&to=2012", 6),
        ("from=2010-01-01&to=2010-01-01", 1),
        ("actor=union", 30),
        ("tag=trade&from=2015&q=talks", 8),
    ],
)
def test_an_address_that_was_shared_shows_what_its_sender_saw(
    open_page: Open, short: str, long: str, query: str, number: int
) -> None:
    page = open_page(f"{short}?{query}")
    wait_for(page, f"Showing {number} of 60")
    assert shown(page) == number
    page = open_page(f"{long}?{query}")
    wait_for(page, f"Showing {number * 10} of 600" if "2010-01-01" not in query else "Showing")
    assert shown(page) <= 100


def test_clearing_shows_everything_again_and_cleans_the_address(open_page: Open, short: str) -> None:
    page = open_page(f"{short}?tag=energy&q=bridge")
    wait_for(page, "Showing 4")
    page.get_by_role("button", name="Clear").last.press("Enter")
    wait_for(page, "All 60 events")
    assert shown(page) == 60
    page.wait_for_url(short)


def test_when_nothing_fits_it_says_so(open_page: Open, short: str) -> None:
    page = open_page(f"{short}?q=nonesuch")
    wait_for(page, "No event fits")
    assert shown(page) == 0


def test_a_link_to_an_entry_shows_it_whatever_was_chosen(open_page: Open, short: str) -> None:
    page = open_page(f"{short}?tag=energy#e1")
    page.locator("#e1").wait_for(state="visible")


def test_a_digest_gives_way_to_all_that_fits_and_comes_back(open_page: Open, long: str) -> None:
    page = open_page(long)
    digest = shown(page)
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Tag").select_option("trade")
    wait_for(page, "Showing 200 of 600 events")
    page.get_by_role("button", name="Show more").wait_for()
    assert shown(page) == 100
    page.get_by_role("button", name="Show more").click()
    page.locator(".dl-results .dl-entry").nth(199).wait_for()
    link = page.locator(".dl-results .dl-entry a").first
    assert link.get_attribute("href") == f"{long}events/e1/"
    page.get_by_role("button", name="Clear").last.press("Enter")
    page.locator(".dl-results").wait_for(state="hidden")
    assert shown(page) == digest


def test_without_a_script_there_is_no_form_and_every_event_is_reached(open_page: Open, short: str, long: str) -> None:
    page = open_page(short, java_script_enabled=False)
    assert not page.locator(".dl-filters").is_visible()
    assert shown(page) == 60
    page = open_page(long, java_script_enabled=False)
    page.get_by_role("link", name="All 60 events of 2010").click()
    page.locator(".dl-timeline .dl-entry").nth(59).wait_for()
    assert shown(page) == 60


def test_narrowing_asks_nobody_else(open_page: Open, long: str) -> None:
    page = open_page(f"{long}?q=bridge")
    wait_for(page, "Showing")
    assert all(request.startswith(long) for request in page.requests)


def test_a_tags_page_is_narrowed_too(open_page: Open, short: str) -> None:
    page = open_page(f"{short}tags/energy/?status=planned")
    wait_for(page, "Showing 5 of 20 events")
    assert shown(page) == 5


def test_a_long_list_in_a_page_is_narrowed_to_its_end(open_page: Open, long: str) -> None:
    page = open_page(f"{long}tags/trade/")
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Status").select_option("planned")
    wait_for(page, "Showing 50 of 200 events")
    page.locator(".dl-entry:visible").nth(49).wait_for()
    assert shown(page) == 50
    page.get_by_label("Words").fill("bridge")
    page.get_by_label("From", exact=True).fill("2015")
    page.get_by_label("Words").fill("")
    wait_for(page, "Showing 25 of 200 events")
    page.locator(".dl-year:visible").nth(4).wait_for()
    assert shown(page) == 25
    page.get_by_role("button", name="Clear").last.press("Enter")
    wait_for(page, "All 200 events")
    page.locator(".dl-entry:visible").nth(199).wait_for()
