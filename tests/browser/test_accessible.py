"""Every kind of page can be used by everybody: WCAG 2.2, level AA, by axe-core and by what it does not look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

WIDTHS = (360, 1280)
VOTE = "events/2021-03-04-council-approves-bridge/"
PAGES = {
    "home": ("site", ""),
    "home with chart and filters": ("medium", ""),
    "home that is a digest": ("large", ""),
    "event": ("site", "events/2024-08-31-load-tests/"),
    "event with everything": ("site", VOTE),
    "withdrawn event": ("site", "events/2022-collapse/"),
    "redirect": ("site", "events/2021-03-bridge-vote/"),
    "source": ("site", "sources/gazette-2021-03-05/"),
    "year": ("medium", "years/2013/"),
    "actor": ("medium", "actors/union/"),
    "place": ("medium", "places/fernhaven/"),
    "tag": ("medium", "tags/trade/"),
    "view": ("medium", "views/power/"),
    "sources": ("site", "sources/"),
    "years": ("large", "years/"),
    "actors": ("large", "actors/"),
    "places": ("large", "places/"),
    "tags": ("large", "tags/"),
    "views": ("large", "views/"),
    "about the data": ("site", "data/"),
    "not found": ("site", "404.html"),
    "written page": ("demo", "contribute/"),
}
"""A page of each kind: the fixture of its site, and its path there."""

LONG_AGO = """\
schema: 1
timeline: {title: Bridges of the bay}
events:
  - id: vote
    date: 1921-03-04
    title: The town votes
    summary: The council approves the harbour bridge.
    source: https://example.org/vote
"""

TIMELINES = ["home", "home with chart and filters", "home that is a digest"]
AXE = "options => axe.run(document, {resultTypes: ['violations'], ...options})"
STILL = """
for (const each of document.getAnimations()) if (each.effect.getComputedTiming().endTime < 1e6) each.finish();
"""
"""Ends what still moves: what began to change its colour before motion was unwanted has a third one on its way."""
CONTRAST = ("color-contrast", "link-in-text-block")
CONTRAST_ONLY = {"runOnly": {"type": "rule", "values": CONTRAST}}
NO_CONTRAST = {"rules": {rule: {"enabled": False} for rule in CONTRAST}}


@pytest.fixture
def visit(open_page: Open, request: pytest.FixtureRequest) -> Open:
    """Opens a page of a kind."""

    def visit_it(kind: str, **options: Any) -> Any:
        site, path = PAGES[kind]
        return open_page(f"{request.getfixturevalue(site)}{path}", **options)

    return visit_it


@pytest.fixture(scope="module")
def opened(kind: str, open_page_for_all: Open, request: pytest.FixtureRequest) -> Iterator[Any]:
    """A page of a kind, which is opened once for all tests that look at it."""
    site, path = PAGES[kind]
    address = request.getfixturevalue(site)
    page = open_page_for_all("about:blank")
    if kind == "redirect":
        # It would be gone before anybody could look at it.
        page.route("**/*", lambda route: route.fallback())
        page.route(f"**/{path}", lambda route: route.fulfill(body=_unsent(route), content_type="text/html"))
    page.goto(f"{address}{path}")
    yield page
    page.context.close()


@pytest.fixture
def page(opened: Any, again: Open) -> Any:
    return again(opened)


of_each_kind = pytest.mark.parametrize("kind", PAGES, scope="module")
of_timelines = pytest.mark.parametrize("kind", TIMELINES, scope="module")


@pytest.fixture(scope="module")
def pagefind_site(make_site_once: Open, serve: Open) -> Iterator[str]:
    """A site of few events which is searched as those of many are."""
    pytest.importorskip("pagefind_bin")
    with serve(make_site_once("pagefind", LONG_AGO, name="Bridges", search="pagefind")) as address:
        yield address


def _unsent(route: Any) -> str:
    return route.fetch().text().replace('http-equiv="refresh"', "")


def faults(page: Any, **options: Any) -> list[str]:
    """What axe-core finds, each fault with where it is and why."""
    base = pytest.importorskip("axe_playwright_python.base")
    if page.evaluate("!window.axe"):
        page.evaluate(base.AXE_SCRIPT)
    page.evaluate(STILL)
    found = page.evaluate(AXE, options)["violations"]
    return [
        f"{fault['id']}: {node['target']}: {node['failureSummary']}" for fault in found for node in fault["nodes"][:3]
    ]


def looks(page: Any, *, widths: Sequence[int] = WIDTHS, of_colours: bool = True) -> list[str]:
    """What axe-core finds at each width, in light and in dark."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in ("light", "dark") if of_colours else ("light",):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.locator(f"body[data-md-color-scheme={'slate' if scheme == 'dark' else 'default'}]").wait_for()
            # What a colour cannot change is looked at once.
            options = CONTRAST_ONLY if scheme == "dark" else {} if of_colours else NO_CONTRAST
            found += [f"{width} {scheme}: {fault}" for fault in faults(page, **options)]
    return found


@of_each_kind
def test_axe_finds_nothing(page: Any, kind: str) -> None:
    # What is folded has its colours looked at below, and so has all the rest of such a page.
    assert looks(page, of_colours=kind not in TIMELINES) == []


@of_timelines
def test_axe_finds_nothing_where_all_that_opens_is_open(page: Any) -> None:
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")
    assert looks(page) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("engine", ["site", "pagefind_site"])
def test_axe_finds_nothing_in_a_search(
    open_page: Open, request: pytest.FixtureRequest, engine: str, width: int
) -> None:
    page = open_page(request.getfixturevalue(engine), width=width, reduced_motion="reduce")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("s")
    page.locator(".md-search__input").type("bridge")
    page.locator(".md-search-result__item mark").first.wait_for()
    assert looks(page, widths=(width,)) == []


@of_each_kind
def test_headings_go_down_one_step_at_a_time(page: Any) -> None:
    levels = page.locator("main :is(h1, h2, h3, h4, h5, h6)").evaluate_all("all => all.map(h => +h.tagName[1])")
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


@of_timelines
def test_each_date_is_one_for_machines_too(page: Any) -> None:
    entries = page.locator(".dl-entry").count()
    assert entries
    assert page.locator("ol.dl-list > li.dl-entry").count() == entries
    dated = page.locator(".dl-entry .dl-date time").evaluate_all("all => all.map(each => each.dateTime)")
    spans = page.locator(".dl-entry .dl-date:not(:has(time))").count()
    assert len(dated) + spans == entries
    assert all(dated)


def test_what_is_filtered_is_announced_outside_of_any_button(visit: Open) -> None:
    page = visit("home with chart and filters")
    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("Tag").select_option("energy")
    said = page.get_by_role("status").filter(has_text="Showing 20 of 60 events")
    said.wait_for()
    assert said.locator("xpath=ancestor::summary").count() == 0


def test_the_first_tab_skips_to_the_content(visit: Open) -> None:
    page = visit("home")
    page.wait_for_load_state("networkidle")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.md-skip')")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('#content_')")


FOCUS = """
async () => {
  const look = () => {
    const at = document.activeElement;
    if (!at || at === document.body || !at.closest(".md-content")) return null;
    const box = at.getClientRects()[0];
    const style = getComputedStyle(at);
    const [x, y] = [box.left + Math.min(box.width, 20) / 2, box.top + Math.min(box.height, 20) / 2];
    const top = document.elementFromPoint(x, y);
    return {
      text: at.textContent.trim().slice(0, 40) || at.getAttribute("aria-label") || at.tagName,
      outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0,
      covered: !(at === top || at.contains(top) || (top && top.contains(at)) || top?.closest("label")?.contains(at)),
    };
  };
  // What scrolls into view, or out of the way, may need a few frames for it.
  for (let frame = 0; frame < 100 && look()?.covered; frame += 1) await new Promise(requestAnimationFrame);
  return look();
}
"""
"""What has the focus: whether that can be seen, and whether something lies over it (2.4.7 and 2.4.11)."""


@pytest.mark.parametrize("kind", ["home with chart and filters", "event with everything", "sources", "about the data"])
def test_the_focus_is_seen_and_never_covered_forwards_or_back(visit: Open, kind: str) -> None:
    page = visit(kind, reduced_motion="reduce")
    page.wait_for_load_state("networkidle")
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")
    page.locator("#content_").evaluate("content => { content.tabIndex = -1; content.focus() }")
    seen = []
    for key in ["Tab"] * 60 + ["Shift+Tab"] * 40:
        page.keyboard.press(key)
        seen.append(page.evaluate(FOCUS))
    met = [each for each in seen if each]
    assert len(met) > 10
    assert [each for each in met if not each["outlined"]] == []
    assert [each for each in met if each["covered"]] == []


def test_the_year_stays_in_sight_below_the_header(visit: Open) -> None:
    page = visit("home with chart and filters")
    page.locator("#e20").evaluate("entry => scrollTo(0, entry.getBoundingClientRect().top + scrollY - 200)")
    page.until(
        "() => { const top = each => each.getBoundingClientRect().top;"
        " const { height } = document.querySelector('.md-header').getBoundingClientRect();"
        " return [...document.querySelectorAll('.dl-year__title')].some(each => Math.abs(top(each) - height) < 1) }"
    )


@pytest.mark.parametrize("height", [640, 256])
def test_a_link_to_an_entry_shows_it_below_what_stays(visit: Open, height: int) -> None:
    page = visit("home with chart and filters", height=height)
    page.evaluate("location.hash = '#e40'")
    # The page may take its time to scroll there.
    page.until(
        "() => { const top = name => document.querySelector(name).getBoundingClientRect();"
        " const below = top('#e40').top - top('.md-header').height; return scrollY > 0 && below >= 0 && below <= 80 }"
    )


SMALL = """
() => [...document.querySelectorAll(".md-content :is(a[href], button, input, select, summary)")]
  .filter(each => each.checkVisibility() && !each.closest("svg, .headerlink") && !each.closest(".dl-skip"))
  .map(each => [each, each.getBoundingClientRect()])
  .filter(([each, box], at, all) => {
    if (box.width >= 24 && box.height >= 24) return false;
    const text = each.closest("p, li, dd, td, h1, h2, h3, figcaption");
    if (getComputedStyle(each).display === "inline" && text && text.textContent.trim() !== each.textContent.trim())
      return false;
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    return all.some(([other, near]) => other !== each && !each.contains(other) && !other.contains(each)
      && Math.hypot(Math.max(near.left - x, 0, x - near.right), Math.max(near.top - y, 0, y - near.bottom)) < 12);
  })
  .map(([each, box]) => `${each.textContent.trim().slice(0, 40)}: ${box.width} x ${box.height}`)
"""
"""Targets smaller than 24 pixels that stand so near to another that a circle of that size would touch it; links in a
line of text are excepted, and so are the chart's bars, as each leads where a year's heading does (2.5.8)."""


@of_each_kind
@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_pressed_is_large_enough_or_stands_apart(page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")
    assert page.evaluate(SMALL) == []


@of_each_kind
def test_nothing_is_wider_than_a_window_of_320_pixels(page: Any) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    # The theme's drawer is on its way for a moment after the window got another width.
    page.until("document.documentElement.scrollWidth <= 320")


SPACED = """
() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return [...document.querySelectorAll(".md-content *")]
    .filter(each => each.checkVisibility() && each.clientHeight && /hidden|clip/.test(getComputedStyle(each).overflowY)
      && each.scrollHeight > each.clientHeight + 1 && !each.closest(".dl-hidden, .dl-skip, svg"))
    .map(each => each.className || each.tagName);
}
"""
"""The spacing of text that WCAG 1.4.12 asks a page to bear, and what is cut off by it."""


@pytest.mark.parametrize("kind", ["home with chart and filters", "event with everything", "about the data"])
def test_text_may_be_spaced_more_widely(visit: Open, kind: str) -> None:
    page = visit(kind)
    page.locator("details").evaluate_all("all => all.forEach(each => { each.open = true })")
    assert page.evaluate(SPACED) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_who_wants_no_motion_gets_none(visit: Open) -> None:
    page = visit("home with chart and filters", reduced_motion="reduce")
    moving = page.locator("*").evaluate_all(
        "all => all.filter(each => { const style = getComputedStyle(each); return style.animationName !== 'none'"
        " || style.scrollBehavior === 'smooth' || !style.transitionDuration.split(',').every(d => parseFloat(d) === 0)"
        " && style.transitionProperty !== 'none' }).map(each => each.className || each.tagName)"
    )
    assert moving == []


PAIRS = [
    ("text", "ground", 4.5),
    ("text", "raised", 4.5),
    ("text", "band", 4.5),
    ("muted", "ground", 4.5),
    ("muted", "raised", 4.5),
    ("link", "ground", 4.5),
    ("link", "raised", 4.5),
    ("link", "band", 4.5),
    ("accent", "ground", 4.5),
    ("accent", "band", 4.5),
    ("mark", "ground", 3),
    ("mark", "band", 3),
    ("accent", "raised", 3),
]
"""Which colour stands on which, and how far it must stand out: text 4.5, shapes and outlines 3 (1.4.3 and 1.4.11)."""
RATIO = """
([front, back]) => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const luminance = name => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.className = "probe";
    probe.style.setProperty("color", `var(--dateline-${name})`);
    canvas.fillStyle = "#fff"; canvas.fillRect(0, 0, 1, 1);
    canvas.fillStyle = getComputedStyle(probe).color; canvas.fillRect(0, 0, 1, 1);
    probe.remove();
    const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map(v => v / 255)
      .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const [light, dark] = [luminance(front), luminance(back)].sort((a, b) => b - a);
  return (light + .05) / (dark + .05);
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_colour_stands_out_from_what_it_stands_on(visit: Open, scheme: str) -> None:
    page = visit("home", color_scheme=scheme)
    ratios = {(front, back): page.evaluate(RATIO, [front, back]) for front, back, _ in PAIRS}
    assert {pair: ratios[pair] for *pair_, least in PAIRS if ratios[pair := tuple(pair_)] < least} == {}
