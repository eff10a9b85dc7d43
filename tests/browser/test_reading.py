"""A reader with a phone: from the timeline to an event, and on to the quote in its source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.browser

VOTE = "events/2021-03-04-council-approves-bridge/"
PAGES = [
    "",
    VOTE,
    "sources/",
    "sources/gazette-2021-03-05/",
    "years/2023/",
    "actors/okafor/",
    "tags/building/",
    "tags/",
]
HEIGHT = 800

Open = Callable[..., Any]


def is_within_view(page: Any, selector: str) -> bool:
    """Whether the whole of an element can be seen without scrolling further."""
    box = page.locator(selector).first.bounding_box()
    return bool(box) and box["y"] >= 0 and box["y"] + box["height"] <= HEIGHT


def comes_into_view(page: Any, selector: str) -> None:
    """Wait until a page that scrolls there has stopped where the whole of an element can be seen."""
    page.until(
        "selector => { const box = document.querySelector(selector).getBoundingClientRect();"
        " return scrollY > 0 && box.top >= 0 && box.bottom <= innerHeight }",
        arg=selector,
    )


def test_the_first_screen_of_a_phone_shows_what_it_is_about_and_an_event(open_page: Open, site: str) -> None:
    page = open_page(site)
    parts = ["h1", ".dl-lead", ".dl-facts", ".dl-entry"]
    assert [part for part in parts if not is_within_view(page, part)] == []


def test_a_reader_opens_an_event_from_the_timeline(open_page: Open, site: str) -> None:
    page = open_page(site)
    page.get_by_role("link", name="Council approves the harbour bridge").click()
    page.wait_for_url(f"{site}{VOTE}")
    assert page.get_by_role("heading", level=1).inner_text() == "Council approves the harbour bridge"
    assert page.get_by_role("heading", name="How we know the date").is_visible()


def test_the_link_to_a_source_opens_at_the_quote(open_page: Open, site: str, newspaper: str) -> None:
    page = open_page(f"{site}{VOTE}")
    # A real click: browsers follow text fragments only where a person asked for the page.
    page.get_by_role("link", name="Read it at the quote").first.click()
    page.wait_for_url(f"{newspaper}bridge.html*")
    comes_into_view(page, "#quote")


def test_the_link_to_the_latest_event_leads_there(open_page: Open, site: str) -> None:
    page = open_page(site)
    page.get_by_role("link", name="Latest").click()
    page.wait_for_url("**/#2025-opening")
    comes_into_view(page, "[id='2025-opening'] h3")


def test_an_address_that_an_event_used_to_have_leads_on(open_page: Open, site: str) -> None:
    page = open_page(f"{site}events/2021-03-bridge-vote/")
    page.wait_for_url(f"{site}{VOTE}")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_nothing_of_another_site(open_page: Open, site: str, path: str) -> None:
    page = open_page(f"{site}{path}")
    page.wait_for_load_state("networkidle")
    assert {urlsplit(address).netloc for address in page.requests} == {urlsplit(site).netloc}


@pytest.mark.parametrize("path", PAGES)
def test_no_page_is_wider_than_its_window(open_page: Open, site: str, path: str) -> None:
    page = open_page(f"{site}{path}")
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        # The theme's drawer is on its way for a moment after the window got another width.
        page.until("width => document.documentElement.scrollWidth <= width", arg=width)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_can_be_read_without_scripts(open_page: Open, site: str, path: str) -> None:
    page = open_page(f"{site}{path}", java_script_enabled=False)
    assert page.get_by_role("heading", level=1).is_visible()
    assert page.locator(".dl li").first.is_visible()
    assert page.locator(".dl a").first.is_visible()


def test_a_reader_without_scripts_goes_from_the_timeline_to_a_source(open_page: Open, site: str) -> None:
    page = open_page(site, java_script_enabled=False)
    page.get_by_role("link", name="Council approves the harbour bridge").click()
    page.get_by_role("link", name="Council says yes to the bridge").click()
    page.wait_for_url(f"{site}sources/gazette-2021-03-05/")
    assert page.get_by_role("heading", name="How we know when it was published").is_visible()


@pytest.mark.parametrize(("scheme", "brightness"), [("light", 255), ("dark", 36)])
def test_a_page_follows_the_readers_choice_of_light_or_dark(
    open_page: Open, site: str, scheme: str, brightness: int
) -> None:
    page = open_page(site, color_scheme=scheme)
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    shades = [float(part) for part in ground.partition("(")[2].rstrip(")").split(",")[:3]]
    assert sum(shades) / 3 == pytest.approx(brightness, abs=12)


CONTRAST = """
selector => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const pixel = (...colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * x + .7152 * y + .0722 * z;
  };
  return [...document.querySelectorAll(selector)].filter(e => e.checkVisibility() && e.innerText.trim()).map(e => {
    const grounds = [];
    for (let at = e; at; at = at.parentElement) grounds.unshift(getComputedStyle(at).backgroundColor);
    const colour = getComputedStyle(e).color;
    const [light, dark] = [luminance(pixel(...grounds, colour)), luminance(pixel(...grounds))].sort((a, b) => b - a);
    return [(light + .05) / (dark + .05), e.className || e.tagName, e.innerText.slice(0, 40)];
  });
}
"""
"""The contrast of each text with what lies behind it, by the formula of WCAG 2.2 (relative luminance)."""


@pytest.mark.parametrize("path", ["", VOTE, "sources/gazette-2021-03-05/", "tags/"])
def test_every_text_stands_out_from_its_ground(open_page: Open, site: str, path: str) -> None:
    page = open_page(f"{site}{path}", reduced_motion="reduce")
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")
    for scheme, name in (("light", "default"), ("dark", "slate")):
        page.emulate_media(color_scheme=scheme)
        page.locator(f"body[data-md-color-scheme={name}]").wait_for()
        found = page.evaluate(
            CONTRAST, ".md-copyright, .dl :is(h1, h2, h3, p, a, span, time, dt, dd, li, strong, summary, bdi)"
        )
        assert found
        assert [text for text in found if text[0] < 4.5] == [], scheme


def test_a_link_in_running_text_is_told_by_more_than_its_colour(open_page: Open, site: str) -> None:
    page = open_page(f"{site}method/")
    assert page.evaluate("getComputedStyle(document.querySelector('article p > a')).textDecorationLine") == "underline"


@pytest.mark.parametrize("width", [360, 480, 1280])
def test_no_line_of_facts_begins_or_ends_with_a_dot(open_page: Open, site: str, width: int) -> None:
    page = open_page(site, width=width)
    line = page.locator(".dl-facts")
    edge = line.evaluate("element => element.getBoundingClientRect().left")
    begins = line.evaluate("element => [...element.children].map(each => each.getBoundingClientRect().left)")
    # What stands left of the edge is cut off: a part at the head of a line begins there, and its dot with it.
    assert line.evaluate("element => getComputedStyle(element).overflowX") == "clip"
    assert begins[0] < edge
    assert sum(begin < edge for begin in begins) == len(
        set(line.evaluate("element => [...element.children].map(each => each.getBoundingClientRect().top)"))
    )


def test_the_focus_can_be_seen(open_page: Open, site: str) -> None:
    page = open_page(site)
    page.locator(".dl-facts a").focus()
    page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert (page.evaluate("document.activeElement.textContent"), outline) == ("Latest: 2025", "solid")


def test_a_mark_has_a_name_for_those_who_do_not_see_it(open_page: Open, site: str) -> None:
    page = open_page(site)
    assert page.get_by_role("img", name="Month, not the day, approximate").is_visible()


def test_the_timeline_prints_without_what_paper_cannot_do(open_page: Open, site: str) -> None:
    page = open_page(f"{site}{VOTE}")
    page.emulate_media(media="print")
    assert page.get_by_role("heading", level=1).is_visible()
    assert not page.locator(".dl-neighbours").is_visible()
    assert not page.locator(".dl-actions").is_visible()
