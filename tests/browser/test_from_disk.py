"""An unpacked preview is read from its folder: every click leads to a page, never to a list of files."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from generator.publishing.disk import name_pages

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

LINK = re.compile(r"<(?:a|link|script|img|iframe|form)\b[^>]*?\s(?:href|src|action)=[\"']([^\"'#?]+)", re.IGNORECASE)
UNPACKED = "site #7 (ü)"
BRIDGE = """\
schema: 1
timeline: {title: The bridge, language: en, license: CC-BY-4.0}
events:
  - id: vote
    date: 2021-03-04
    title: Council approves the bridge
    translations: {es: {title: El consejo aprueba el puente}}
    source: https://gazette.example/bridge
"""


@pytest.fixture(scope="module")
def preview(demo_folder: Path, once: Callable[..., Path]) -> Path:
    """The demo's site as `dateline build --from-disk` leaves it, in a folder whose name has to be escaped."""

    def unpack(folder: Path) -> None:
        shutil.copytree(demo_folder, folder / UNPACKED)
        assert name_pages(folder / UNPACKED) > 0

    return once("unpacked", unpack) / UNPACKED


def dead_links(folder: Path) -> Iterator[str]:
    """Links of pages that lead to nothing, or to a folder; a page for missing ones is served alone."""
    for page in folder.rglob("*.html"):
        if page.name == "404.html":
            continue
        for link in LINK.findall(page.read_text(encoding="utf-8")):
            if ":" not in link and not link.startswith("//") and not (page.parent / unquote(link)).is_file():
                yield f"{page.relative_to(folder)}: {link}"


def went_to(page: Any, folder: Path, path: str) -> None:
    """Wait until a click has led to a page of those that a path describes, with `*` for a name."""

    def is_there(address: str) -> bool:
        return Path(unquote(urlsplit(address).path)).match(f"{folder.resolve()}/{path}")

    page.wait_for_url(is_there)
    page.locator("h1, .dl-head").first.wait_for(state="attached")


def test_a_reader_clicks_from_the_timeline_to_an_event_its_source_and_its_tag(open_page: Open, preview: Path) -> None:
    page = open_page((preview / "index.html").as_uri(), width=1300)
    page.locator(".dl-entry__title a").first.click()
    went_to(page, preview, "events/*/index.html")
    page.locator(".md-content a[href*='sources/']").first.click()
    went_to(page, preview, "sources/*/index.html")
    page.locator(".md-content a[href*='events/']").last.click()
    went_to(page, preview, "events/*/index.html")
    page.locator(".md-content a[href*='tags/']").first.click()
    went_to(page, preview, "tags/*/index.html")
    page.locator(".md-header a.md-logo").click()
    went_to(page, preview, "index.html")


def test_a_site_that_was_built_for_a_server_is_clicked_through_too_where_scripts_run(
    open_page: Open, demo_folder: Path
) -> None:
    page = open_page((demo_folder / "index.html").as_uri(), width=1300)
    page.locator(".dl-entry__title a").first.click()
    went_to(page, demo_folder, "events/*/index.html")
    page.locator(".md-content a[href*='sources/']").first.click()
    went_to(page, demo_folder, "sources/*/index.html")
    page.locator(".md-header a.md-logo").click()
    went_to(page, demo_folder, "index.html")


def test_a_reader_clicks_through_an_embed(open_page: Open, preview: Path) -> None:
    page = open_page((preview / "embed" / "index.html").as_uri())
    page.locator("a[href*='events/']:visible").first.click()
    went_to(page, preview, "embed/events/*/index.html")
    with page.context.expect_page() as opened:
        page.locator("a[data-site]").click()
    went_to(opened.value, preview, "events/*/index.html")


def test_a_reader_searches_and_goes_where_it_was_found(open_page: Open, preview: Path) -> None:
    page = open_page((preview / "sources" / "index.html").as_uri(), width=1300)
    page.locator(".md-search__input").fill("video call")
    page.locator(".md-search-result__link[href*='/events/']").first.click()
    went_to(page, preview, "events/*/index.html")


def test_no_link_of_a_page_leads_to_a_folder_or_to_nothing(preview: Path) -> None:
    assert list(dead_links(preview)) == []


def test_a_reader_changes_the_language(open_page: Open, make_site: Callable[..., Path], tmp_path: Path) -> None:
    folder = make_site(tmp_path / "two", BRIDGE, name="The bridge", languages=["es"])
    name_pages(folder)
    assert list(dead_links(folder)) == []
    page = open_page((folder / "index.html").as_uri(), width=1300)
    page.get_by_role("link", name="Español").first.click()
    went_to(page, folder, "es/index.html")
    page.locator(".dl-entry__title a").first.click()
    went_to(page, folder, "es/events/vote/index.html")
    assert page.locator("h1").inner_text() == "El consejo aprueba el puente"
    page.goto((folder / "es" / "index.html").as_uri())
    page.locator(".md-search__input").fill("consejo")
    page.locator(".md-search-result__link").first.click()
    went_to(page, folder, "es/events/vote/index.html")
    page.get_by_role("link", name="English").first.click()
    went_to(page, folder, "events/vote/index.html")
