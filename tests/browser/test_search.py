"""A reader searches a small site and a large one, and sees a picture: all from the site itself, within its policy."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from PIL import Image

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

CONFIGURATION = """\
site_name: Bridges
site_url: https://bridges.example/below/
theme: {{name: material, font: false}}
plugins: [search, {{dateline: {{events: events.yaml, search: {engine}}}}}]
"""
EVENTS = """\
schema: 1
timeline: {title: Bridges of the bay}
events:
  - id: 2021-03-04-vote
    date: 2021-03-04
    title: Council approves the harbour bridge
    summary: The council of the town voted for it after a long night.
    level: key
    media: {file: pictures/bridge.jpg, alt: A bridge at dusk, credit: Town archive, license: CC0-1.0}
    actors: [Ada Okafor]
    source: https://example.org/vote
  - id: 2022-05-01-flood
    date: 2022-05
    title: A flood carries the old ferry away
    source: https://example.org/flood
"""


def build(folder: Path, engine: str) -> Path:
    """Build a site, and put it into a folder below the root of a host, as on many a host it is."""
    (folder / "docs" / "pictures").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("")
    (folder / "docs" / "method.md").write_text("# How we work\n\nWith zeppelins.\n")
    Image.new("RGB", (1600, 900), "teal").save(folder / "docs" / "pictures" / "bridge.jpg")
    (folder / "events.yaml").write_text(EVENTS)
    (folder / "mkdocs.yml").write_text(CONFIGURATION.format(engine=engine))
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-f", str(folder / "mkdocs.yml")]
    environment = os.environ | {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1"}
    command += ["-d", str(folder / "host" / "below")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    return folder / "host"


@pytest.fixture(scope="module", params=["built-in", "pagefind"])
def engine(request: pytest.FixtureRequest) -> str:
    if request.param == "pagefind":
        pytest.importorskip("pagefind_bin")
    return str(request.param)


@pytest.fixture(scope="module")
def bridges(tmp_path_factory: pytest.TempPathFactory, engine: str, serve: Callable[..., Any]) -> Iterator[str]:
    with serve(build(tmp_path_factory.mktemp(engine), engine)) as address:
        yield f"{address}below/"


def opened(open_page: Open, address: str, **options: Any) -> Any:
    """Open a page, and note what its console complains of."""
    page = open_page("about:blank", **options)
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    return page


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("words", "title"), [("Okafor", "Council approves"), ("ferry", "A flood"), ("zeppelins", "How we work")]
)
def test_a_search_finds_an_event_or_what_people_wrote(
    open_page: Open, bridges: str, words: str, title: str, width: int
) -> None:
    page = opened(open_page, f"{bridges}years/2022/", width=width)
    page.keyboard.press("/")
    page.keyboard.type(words)
    result = page.locator(".md-search-result__link").first
    result.wait_for()
    assert title in result.inner_text()
    result.click()
    page.wait_for_url(re.compile(r"/below/(?:events/.+|method)/"))
    assert page.locator("h1").first.inner_text().startswith(title)
    hosts = {urlsplit(address).netloc for address in page.requests if address != "about:blank"}
    assert hosts == {urlsplit(bridges).netloc}
    assert page.complaints == []


def test_what_a_search_needs_is_fetched_when_it_is_asked_for_on_a_large_site(
    open_page: Open, bridges: str, engine: str
) -> None:
    page = opened(open_page, bridges)
    fetched = [address for address in page.requests if re.search(r"pagefind/|search_index|workers/search", address)]
    ours = [address for address in fetched if "/assets/dateline/" not in address]
    assert bool(ours) == (engine == "built-in")
    page.keyboard.press("/")
    page.wait_for_load_state("networkidle")
    assert any("search_index" in a or "pagefind/pagefind.js" in a for a in page.requests)


def test_the_results_of_a_large_site_are_announced_and_reached_by_arrow_keys(
    open_page: Open, bridges: str, engine: str
) -> None:
    if engine == "built-in":
        pytest.skip("the theme's own")
    page = opened(open_page, bridges, width=1280)
    page.keyboard.press("/")
    page.keyboard.type("bridge")
    page.locator("#search_results a").first.wait_for()
    assert page.get_by_role("status").first.inner_text() == "1 matching document"
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "/below/events/2021-03-04-vote/"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()
    assert page.get_by_role("dialog").get_attribute("aria-label")


def test_a_search_without_a_result_says_so(open_page: Open, bridges: str, engine: str) -> None:
    if engine == "built-in":
        pytest.skip("the theme's own")
    page = opened(open_page, bridges)
    page.keyboard.press("/")
    page.keyboard.type("xylophone")
    page.get_by_role("status").get_by_text("No matching documents").wait_for()
    assert page.locator("#search_results a").count() == 0


@pytest.mark.parametrize("path", ["", "events/2021-03-04-vote/"])
def test_a_picture_has_its_size_before_it_comes(open_page: Open, bridges: str, path: str) -> None:
    page = opened(open_page, f"{bridges}{path}")
    picture = page.get_by_role("img", name="A bridge at dusk")
    picture.scroll_into_view_if_needed()
    picture.evaluate("image => image.decode()")
    said = [int(picture.get_attribute(name)) for name in ("width", "height")]
    shown = picture.bounding_box()
    assert said[0] / said[1] == pytest.approx(16 / 9, rel=0.01)
    assert shown["width"] / shown["height"] == pytest.approx(16 / 9, rel=0.02)
    assert shown["width"] <= 360
    assert page.complaints == []


def test_a_page_names_its_share_image_which_is_there(open_page: Open, bridges: str) -> None:
    page = opened(open_page, f"{bridges}events/2021-03-04-vote/")
    address = page.locator("meta[property='og:image']").get_attribute("content")
    assert address == "https://bridges.example/below/events/2021-03-04-vote/share.png"
    size = page.evaluate(
        "async () => { const image = new Image(); image.src = 'share.png'; await image.decode();"
        " return [image.naturalWidth, image.naturalHeight]; }"
    )
    assert size == [1200, 630]


def test_robots_are_told_of_the_sitemap(open_page: Open, bridges: str) -> None:
    page = open_page(f"{bridges}robots.txt")
    assert "Sitemap: https://bridges.example/below/sitemap.xml" in page.locator("body").inner_text()


def test_the_page_for_what_is_not_found_searches_too(open_page: Open, bridges: str, engine: str) -> None:
    page = opened(open_page, f"{bridges}404.html", width=1280)
    page.keyboard.press("/")
    page.keyboard.type("ferry")
    result = page.locator(".md-search-result__link").first
    result.wait_for()
    assert "A flood" in result.inner_text()
    assert page.complaints == [], engine
