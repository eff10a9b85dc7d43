"""A timeline and an event on paper: all that can be read, none of what can only be pressed, nothing cut in two."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
VOTE = "events/2021-03-04-council-approves-bridge/"
SHEET = 700
"""The width of what is printed on a sheet of A4, in pixels."""

PRESSED = [
    ".md-header",
    ".md-tabs",
    ".md-sidebar",
    ".md-footer",
    ".dl-filters",
    ".dl-skip",
    ".dl-latest",
    ".dl-legend",
    ".dl-neighbours",
    ".dl-actions",
    ".dl-crumbs",
    "button",
]


@pytest.fixture
def printed(open_page: Open) -> Open:
    """Opens a page as its reader would print it."""

    def open_it(address: str, **options: Any) -> Any:
        page = open_page(address, width=SHEET, height=1000, **options)
        page.emulate_media(media="print")
        return page

    return open_it


@pytest.mark.parametrize("path", ["", VOTE])
@pytest.mark.parametrize("site_name", ["site", "medium"])
def test_what_can_only_be_pressed_is_left_out(
    printed: Open, request: pytest.FixtureRequest, site_name: str, path: str
) -> None:
    if site_name == "medium" and path:
        path = "events/e7/"
    page = printed(request.getfixturevalue(site_name) + path)
    shown = [name for name in PRESSED if page.locator(f"{name}:visible").count()]
    assert shown == []
    assert page.get_by_role("heading", level=1).is_visible()


def test_every_entry_of_a_timeline_is_printed(printed: Open, medium: str) -> None:
    page = printed(medium)
    assert page.locator(".dl-entry:visible").count() == 60
    assert page.locator(".dl-chart").is_visible()


def test_a_source_is_printed_with_its_address_and_without_what_only_a_browser_reads(
    printed: Open, site: str, newspaper: str
) -> None:
    page = printed(site + VOTE)
    said = page.locator(".dl-card__links a").evaluate_all("all => all.map(a => getComputedStyle(a, '::after').content)")
    addresses = [json.loads(each) for each in said]
    assert addresses[:2] == [f" ({newspaper}bridge.html)", " (https://archive.example/web/gazette-bridge)"]


def test_years_stay_with_their_entries_and_entries_whole(printed: Open, medium: str) -> None:
    page = printed(medium)
    style = "element => { const style = getComputedStyle(element); return [style.position, style.breakAfter] }"
    assert page.locator(".dl-year__title").first.evaluate(style) == ["static", "avoid"]
    assert page.locator(".dl-entry").first.evaluate("each => getComputedStyle(each).breakInside") == "avoid"


def test_on_paper_ink_is_dark_whatever_the_screen_was(printed: Open, site: str) -> None:
    page = printed(site, color_scheme="dark")
    colours = page.evaluate(
        "[getComputedStyle(document.querySelector('h1')).color, getComputedStyle(document.body).backgroundColor]"
    )
    ink, paper = (sum(float(part) for part in re.findall(r"[\d.]+", colour)[:3]) / 3 for colour in colours)
    assert ink < 90
    assert paper > 230


def test_a_timeline_takes_as_many_sheets_as_its_entries_need(open_page: Open, medium: str) -> None:
    sheets = open_page(medium).pdf(format="A4").count(b"/Type /Page\n")
    assert 4 <= sheets <= 12
