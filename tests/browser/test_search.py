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


def build(folder: Path, engine: str) -> None:
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


@pytest.fixture(scope="module", params=["built-in", "pagefind"])
def engine(request: pytest.FixtureRequest) -> str:
    if request.param == "pagefind":
        pytest.importorskip("pagefind_bin")
    return str(request.param)


@pytest.fixture(scope="module")
def folder(once: Callable[..., Path], engine: str) -> Path:
    return once(f"bridges-{engine}", lambda folder: build(folder, engine)) / "host"


@pytest.fixture(scope="module")
def bridges(folder: Path, serve: Callable[..., Any]) -> Iterator[str]:
    with serve(folder) as address:
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


def at_once(page: Any, words: str) -> None:
    """Type words as one, so that what is found comes once, and not again while it is pressed or gone through."""
    page.keyboard.insert_text(words)


def first_result(page: Any, title: str) -> Any:
    """The first result, once it is the one of a title: what is found changes with each letter that is typed."""
    result = page.locator(".md-search-result__link").first.filter(has_text=title)
    result.wait_for()
    return result


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("words", "title"), [("Okafor", "Council approves"), ("ferry", "A flood"), ("zeppelins", "How we work")]
)
def test_a_search_finds_an_event_or_what_people_wrote(
    open_page: Open, bridges: str, words: str, title: str, width: int
) -> None:
    page = opened(open_page, f"{bridges}years/2022/", width=width)
    page.keyboard.press("/")
    at_once(page, words)
    first_result(page, title).click()
    page.wait_for_url(re.compile(r"/below/(?:events/.+|method)/"))
    assert page.locator("h1").first.inner_text().startswith(title)
    hosts = {urlsplit(address).netloc for address in page.requests if address != "about:blank"}
    assert hosts == {urlsplit(bridges).netloc}
    assert page.complaints == []


def test_what_searches_is_fetched_when_the_box_gets_the_focus(open_page: Open, bridges: str, engine: str) -> None:
    page = opened(open_page, bridges)
    fetched = [address for address in page.requests if re.search(r"/pagefind/|search_index|/search[/.]", address)]
    assert [address.rpartition("/")[2] for address in fetched] == ["start.js"]
    page.keyboard.press("/")
    page.get_by_role("status").get_by_text("Type to start searching").wait_for()
    asked = {address.removeprefix(bridges) for address in page.requests}
    assert ("search/search_index.json" if engine == "built-in" else "pagefind/pagefind.js") in asked


def test_results_are_announced_and_reached_by_arrow_keys(open_page: Open, bridges: str) -> None:
    page = opened(open_page, bridges, width=1280)
    page.keyboard.press("/")
    at_once(page, "bridge")
    first_result(page, "Council approves")
    page.get_by_role("status").first.get_by_text("1 matching document", exact=True).wait_for()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "/below/events/2021-03-04-vote/"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.name") == "q"
    page.keyboard.press("Escape")
    assert not page.locator("#__search").is_checked()
    assert page.get_by_role("dialog").get_attribute("aria-label")


def test_enter_opens_the_first_result(open_page: Open, bridges: str) -> None:
    page = opened(open_page, bridges, width=1280)
    page.keyboard.press("s")
    page.keyboard.type("ferry")
    first_result(page, "A flood")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{bridges}events/2022-05-01-flood/")


def test_a_search_without_a_result_says_so(open_page: Open, bridges: str) -> None:
    page = opened(open_page, bridges)
    page.keyboard.press("/")
    page.keyboard.type("xylophone")
    page.get_by_role("status").get_by_text("No matching documents").wait_for()
    assert page.locator("#search_results a").count() == 0


def test_what_is_found_is_marked_in_its_excerpt(open_page: Open, bridges: str) -> None:
    page = opened(open_page, bridges, width=1280)
    page.keyboard.press("/")
    page.keyboard.type("night")
    page.locator("#search_results mark").first.filter(has_text=re.compile(r"^night\.?$")).wait_for()
    assert "after a long night" in page.locator("#search_results p").first.inner_text()


@pytest.mark.parametrize("part", ["search/ui.js", "search/search_index.json"])
def test_a_search_that_cannot_be_fetched_says_so_and_is_asked_for_again(
    open_page: Open, bridges: str, engine: str, part: str
) -> None:
    if engine == "pagefind" and "index" in part:
        pytest.skip("it has no such file")
    page = opened(open_page, bridges, width=1280)
    page.route(f"**/{part}", lambda route: route.abort())
    page.keyboard.press("/")
    page.get_by_role("status").get_by_text("The search could not be loaded.").wait_for()
    page.unroute(f"**/{part}")
    page.mouse.click(5, 500)
    page.keyboard.press("/")
    page.keyboard.type("ferry")
    first_result(page, "A flood")


@pytest.mark.parametrize("engine", ["built-in"], indirect=True)
def test_who_goes_on_before_what_searches_has_come_has_no_box_in_the_way(open_page: Open, bridges: str) -> None:
    page = opened(open_page, bridges)
    waiting: list[Any] = []

    def keep(route: Any) -> None:
        waiting.append(route)

    page.route("**/search/ui.js", keep)
    with page.expect_request("**/search/ui.js"):
        page.keyboard.press("/")
    assert page.locator("#__search").is_checked()
    page.locator("main a").first.focus()
    assert not page.locator("#__search").is_checked()
    waiting[0].abort()


def test_a_search_works_from_a_disk_or_says_that_it_does_not(open_page: Open, folder: Path, engine: str) -> None:
    page = open_page((folder / "below" / "index.html").as_uri(), width=1280)
    page.keyboard.press("/")
    at_once(page, "ferry")
    if engine == "pagefind":
        page.get_by_role("status").get_by_text("This search does not work in pages opened from a disk.").wait_for()
        return
    first_result(page, "A flood").click()
    page.wait_for_url("**/events/2022-05-01-flood/index.html")
    assert page.locator("h1").first.inner_text().startswith("A flood")


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
    first_result(page, "A flood")
    assert page.complaints == [], engine
