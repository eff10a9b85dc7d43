"""Our slides in the real TimelineJS: all of them arrive, no text is run, and nothing is fetched elsewhere."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from generator.model import Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.open_data.timelinejs import timelinejs
from generator.publishing.site_info import SiteInfo

pytestmark = pytest.mark.browser

LIBRARY = Path(__file__).parents[2] / "checks" / "node_modules" / "@knight-lab" / "timelinejs" / "dist"
EVIL = "<img src=x onerror='window.run=1'> &lt;img src=x onerror='window.run=1'&gt; R&D"

PAGE = """\
<!doctype html><html lang="en"><meta charset="utf-8"><title>Slides</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="library/css/timeline.css">
<script src="library/js/timeline.js"></script>
<div id="slides" style="width: 100%; height: 600px"></div>
<script>
  const options = {script_path: new URL("library/js/", location.href).href, font: null};
  window.timeline = new TL.Timeline("slides", "timelinejs.json", options);
</script>
"""

EVENTS: list[dict[str, Any]] = [
    {"id": "ides", "date": "-0043-03-15", "title": "Long ago", "tags": ["old"]},
    {"id": "day", "date": "2022-12-30", "title": "On a day", "tags": ["new"], "summary": "It **was**."},
    {"id": "month", "date": "2022-02~", "title": "About a month", "tags": ["new"]},
    {"id": "season", "date": "2023-21", "title": "In spring", "status": "planned"},
    {"id": "year", "date": "2021", "title": "In a year"},
    {"id": "range", "date": "2022-03/2023", "title": "From a month to a year"},
    {"id": "decade", "date": "199X", "title": "In a decade"},
    {"id": "open", "date": "2023-05/..", "title": "Since then"},
    {"id": "evil", "date": "2024-01-01", "title": EVIL, "summary": EVIL, "disputed": EVIL, "tags": [EVIL]},
]
PERIODS = [{"title": f"The strike {EVIL}", "from": "2022-12-30", "to": "2022-12-30"}]


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    whole = {"timeline": {"title": f"Slides {EVIL}", "text": EVIL}, "events": EVENTS, "periods": PERIODS}
    site = SiteInfo(url="https://slides.example/", name="Slides", today=dt.date(2026, 11, 21))
    return Atlas(Timeline.model_validate(whole), site)


@pytest.fixture(scope="module")
def slides(atlas: Atlas, tmp_path_factory: pytest.TempPathFactory, serve: Any) -> Iterator[str]:
    """A page with the library and our file, on this machine."""
    if not LIBRARY.is_dir():
        reason = "TimelineJS is not installed: `make test` does it, where there is npm"
        if os.environ.get("REQUIRE_CHECKS") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("slides")
    (folder / "library").symlink_to(LIBRARY)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "timelinejs.json").write_bytes(timelinejs(atlas))
    with serve(folder) as address:
        yield address


@pytest.fixture
def shown(slides: str, open_page: Any) -> Any:
    """The page, once every slide is there."""
    page = open_page("about:blank", width=1280, height=800)
    page.wrong = []
    page.on("console", lambda message: page.wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.goto(slides)
    # The title is a slide, too.
    page.until(f"document.querySelectorAll('.tl-slide').length === {len(EVENTS) + 1}")
    return page


def test_the_library_shows_every_slide_in_our_order_with_our_dates(shown: Any, atlas: Atlas) -> None:
    read = shown.evaluate("""() => timeline.config.events.map((each) => [each.unique_id, each.display_date])""")
    assert sorted(read) == sorted([event.id, atlas.date_of(event)] for event in atlas.shown)
    assert next(each for each in read if each[0] == "ides") == read[0] == ["ides", "15 March 44 BC"]
    said = shown.evaluate("() => [...document.querySelectorAll('.tl-headline-date')].map((each) => each.textContent)")
    assert {"about February 2022", "spring 2023", "the 1990s", "since May 2023"} <= set(said)


def test_the_library_keeps_every_end_era_and_group(shown: Any) -> None:
    ends = shown.evaluate(
        """() => Object.fromEntries(timeline.config.events.filter((each) => each.end_date)
            .map((each) => [each.unique_id, each.end_date.getFullYear()]))"""
    )
    assert ends == {"season": 2023, "range": 2023, "decade": 1999}
    eras = shown.evaluate("() => timeline.config.eras.map((era) => Boolean(era.start_date && era.end_date))")
    assert eras == [True]
    for group in ("old", "new"):
        shown.locator(".tl-timegroup-message").get_by_text(group, exact=True).wait_for(state="attached")


def test_the_library_finds_nothing_wrong_and_fetches_nothing_elsewhere(shown: Any, slides: str) -> None:
    assert shown.evaluate("() => timeline.config.getErrors()") == []
    assert shown.wrong == []
    assert {urlsplit(request).netloc for request in shown.requests if request.startswith("http")} == {
        urlsplit(slides).netloc
    }


def test_no_text_becomes_markup_there(shown: Any) -> None:
    for _ in EVENTS:
        shown.keyboard.press("ArrowRight")
    assert shown.evaluate("() => window.run") is None
    assert shown.locator("#slides img").count() == 0
    assert shown.evaluate("() => timeline.config.event_dict.evil.text.headline").startswith("&lt;img")
    headline = shown.locator(".tl-slide#evil .tl-headline, .tl-slide .tl-headline", has_text="onerror").last
    assert headline.text_content() == EVIL
