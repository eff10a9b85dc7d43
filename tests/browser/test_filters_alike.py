"""Filters give the same whether a page has all events or fetches them, and leave out what has no date to ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


def timeline(number: int) -> str:
    """Events of June 2019, each third without a date, each second one person's account."""
    lines = ["schema: 1", "timeline: {title: A strike}", "events:"]
    for at in range(number):
        lines += [f"  - id: e{at}", f"    title: Pickets at gate {at}", "    source: https://paper.example/story"]
        lines += [f"    date: 2019-06-{at % 28 + 1:02}"] * (at % 3 != 0)
        lines += ["    attributed_to: Ada Example"] * (at % 2)
    return "\n".join([*lines, ""])


@pytest.fixture(scope="module", params=[60, 600])
def made(request: pytest.FixtureRequest, make_site_once: Callable[..., Path]) -> tuple[int, Path]:
    """A timeline whose home page has all events, and one whose home page fetches them."""
    number = request.param
    return number, make_site_once(f"filters-alike-{number}", timeline(number), name="A strike")


@pytest.fixture(scope="module")
def site(made: tuple[int, Path], serve: Callable[..., Any]) -> Iterator[tuple[int, str]]:
    with serve(made[1]) as address:
        yield made[0], address


@pytest.mark.parametrize(
    ("query", "of_six"),
    [
        ("from=2000", 4),
        ("to=2030", 4),
        ("to=1990-13&q=ada", 3),
        ("q=june+2019", 4),
        ("q=ada", 3),
        ("q=date+not+known", 2),
    ],
)
def test_the_same_fits_on_every_page(open_page: Open, site: tuple[int, str], query: str, of_six: int) -> None:
    total, address = site
    page = open_page(f"{address}?{query}")
    page.locator(".dl-filters__count", has_text=f"Showing {total // 6 * of_six} of {total} events").wait_for()


def test_what_a_mark_is_called_is_no_word_of_its_event(open_page: Open, site: tuple[int, str]) -> None:
    page = open_page(f"{site[1]}?q=exact")
    page.locator(".dl-filters__count", has_text="No event fits").wait_for()


def test_a_broken_anchor_leaves_the_filters_working(open_page: Open, site: tuple[int, str]) -> None:
    page = open_page(f"{site[1]}?q=ada#%E0")
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.reload()
    page.locator(".dl-filters__count", has_text="Showing").wait_for()
    page.wait_for_timeout(100)
    assert not faults


# A page that is opened from a disk may fetch nothing.
@pytest.mark.parametrize("made", [60], indirect=True)
def test_a_site_opened_from_a_disk_can_be_narrowed(open_page: Open, made: tuple[int, Path]) -> None:
    page = open_page((made[1] / "index.html").as_uri())
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Words").fill("ada")
    page.locator(".dl-filters__count", has_text="Showing 30 of 60 events").wait_for()
