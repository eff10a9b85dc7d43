"""A timeline that is meant to do harm, in a real browser: nothing of it runs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.browser

POISON = (
    "<script>window.harmed=1</script><img src=x onerror=window.harmed=1>\" onfocus=window.harmed=1 autofocus x='"
    "</title><svg onload=window.harmed=1> [press](javascript:window.harmed=1) \u202egnp.exe ![x](https://evil.example/x)"
)
PAGES = ["", "events/hostile/", "sources/source/", "actors/actor/", "years/2022/", "sources/", "actors/", "tags/"]


def hostile_events() -> str:
    """An events file, in the part of YAML that is JSON."""
    citation = {"source": "source", "quote": POISON, "when": POISON, "date": "2022-12-30"}
    event = {
        "id": "hostile",
        "date": "2022-12-30",
        **dict.fromkeys(("title", "summary", "time", "disputed", "attributed_to", "response"), POISON),
        **{key: [POISON] for key in ("actors", "places", "tags")},
        "citations": [citation],
    }
    return "\n".join(
        [
            "schema: 1",
            f"timeline: {json.dumps(dict.fromkeys(('title', 'scope', 'text', 'contact'), POISON))}",
            f"actors: {json.dumps({'actor': {'name': POISON, 'text': POISON}})}",
            f"sources: {json.dumps({'source': {'title': POISON, 'publisher': POISON, 'published': '2022-12-30'}})}",
            "events:",
            f"  - {json.dumps(event)}",
        ]
    )


@pytest.fixture(scope="module")
def hostile_site(make_site_once: Callable[..., Any], serve: Callable[..., Any]) -> Iterator[str]:
    with serve(make_site_once("hostile", hostile_events(), name="Hostile")) as address:
        yield address


@pytest.mark.parametrize("path", PAGES)
def test_hostile_text_does_not_run_and_asks_nothing_of_another_site(
    open_page: Callable[..., Any], hostile_site: str, path: str
) -> None:
    page = open_page(f"{hostile_site}{path}")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.harmed") is None
    assert "<script>window.harmed=1</script>" in page.inner_text(".dl")
    assert {urlsplit(address).netloc for address in page.requests} == {urlsplit(hostile_site).netloc}
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_hostile_text_does_not_run_among_the_results_of_a_search(
    open_page: Callable[..., Any], hostile_site: str
) -> None:
    page = open_page(hostile_site, width=1280)
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("December")
    page.locator(".md-search-result__item").first.wait_for()
    assert page.evaluate("window.harmed") is None
