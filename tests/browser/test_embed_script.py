"""The timeline by script in pages of other sites: it works where much is forbidden, and changes nothing around it."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

ROOT = Path(__file__).parents[2]
VOTE = "2021-03-04-council-approves-bridge"
ELEMENT = "dateline-timeline"

HOSTILE = """
* { color: red !important; font-size: 40px !important; margin: 30px !important; list-style: square !important; }
a, li, ol, div, p, span, time { display: none !important; position: fixed !important; opacity: 0 !important; }
dateline-timeline { letter-spacing: 1em; text-transform: uppercase; text-align: right; white-space: nowrap; }
"""


@contextmanager
def answering(answers: dict[str, tuple[bytes, str, dict[str, str]]]) -> Iterator[str]:
    """Serve what stands in a mapping: for each path the content, its type, and more headers."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body, kind, headers = answers.get(self.path.partition("?")[0], (b"", "text/plain", {}))
            self.send_response(200 if body else 404)
            for name, value in {"Content-Type": kind, "Access-Control-Allow-Origin": "*", **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 the library's name
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def published(**changes: Any) -> dict[str, tuple[bytes, str, dict[str, str]]]:
    """What the site of the harbour bridge serves for the script."""
    import datetime as dt

    from generator.curating.load import load_timeline
    from generator.publishing.atlas import Atlas
    from generator.publishing.drafts import made
    from generator.publishing.embedding import script_data
    from generator.publishing.embedding.script import script_files
    from generator.publishing.site_info import SiteInfo

    timeline = load_timeline(ROOT / "tests" / "publishing" / "data" / "harbour.yaml")
    atlas = Atlas(timeline, SiteInfo(url="", name="The harbour bridge", today=dt.date(2026, 11, 21)))
    with pytest.MonkeyPatch.context() as patch:
        for name, value in changes.items():
            patch.setattr(script_data, name, value)
        files = dict(made(script_files(atlas)))
    kinds = {"js": "text/javascript", "json": "application/json"}
    return {f"/{path}": (content, kinds[path.rpartition(".")[2]], {}) for path, content in files.items()}


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with answering(published()) as address:
        yield address


@pytest.fixture(scope="module")
def large_site() -> Iterator[str]:
    """The same timeline, published as a large one is."""
    with answering(published(PARTS_FROM=7)) as address:
        yield address


@pytest.fixture(scope="module")
def crowded_site() -> Iterator[str]:
    """The same, of whose tags some are too large for files of their own."""
    with answering(published(PARTS_FROM=2)) as address:
        yield address


@pytest.fixture
def host(open_page: Open, site: str) -> Iterator[Open]:
    """Opens a page of another site, given what stands in it; `{site}` is the timeline's own."""
    with answering(pages := {}) as address:

        def open_it(body: str, *, head: str = "", policy: str = "", path: str = "/", **options: Any) -> Any:
            timeline = options.pop("site", site)
            html = (
                "<!doctype html><html lang=en><head><meta charset=utf-8><title>A newspaper</title>"
                f'<meta name="viewport" content="width=device-width">{head}</head><body><main><h1>News</h1>'
                f"{body}</main></body></html>"
            ).replace("{site}", timeline)
            headers = {"Content-Security-Policy": policy.replace("{site}", timeline)} if policy else {}
            pages[path] = (html.encode(), "text/html; charset=utf-8", headers)
            pages["/favicon.ico"] = (b"-", "image/x-icon", {})
            page = open_page("about:blank", **options)
            page.said = []
            page.on("console", lambda said: page.said.append(said.text) if said.type in {"error", "warning"} else None)
            page.on("pageerror", lambda error: page.said.append(str(error)))
            page.goto(f"{address}{path[1:]}")
            page.hosts = SimpleNamespace(own=address, timeline=timeline)
            return page

        yield open_it


SCRIPT = (
    '<script src="{site}embed.js" data-tag="building" async></script><noscript><a href="{site}">Bridge</a></noscript>'
)
TAGGED = '<dateline-timeline tag="building"><a href="{site}tags/building/">Building the bridge</a></dateline-timeline>'
LOADED = '<script src="{site}embed.js" async></script>'


def titles(page: Any, *, timelines: int = 1) -> list[str]:
    """The events of a page, once so many timelines of it are whole."""
    page.locator(f"{ELEMENT} .foot a").nth(timelines - 1).wait_for()
    return list(page.locator(f"{ELEMENT} .title").all_inner_texts())


def test_a_script_becomes_a_timeline_where_it_stands(host: Open) -> None:
    page = host(f"<p>Before</p>{SCRIPT}<p>After</p>")
    assert titles(page) == [
        "Building was to begin",
        "Cranes return to the harbour after a year without work",
        "The finished span is tested over a weekend",
    ]
    assert page.locator("main script").count() == 0
    assert page.evaluate(f"document.querySelector('{ELEMENT}').previousElementSibling.textContent") == "Before"
    links = page.locator(f"{ELEMENT} li a").evaluate_all("links => links.map(link => link.href)")
    assert links[0] == f"{page.hosts.timeline}events/2023-spring-works/"
    assert page.locator(f"{ELEMENT} .foot a").get_attribute("href") == f"{page.hosts.timeline}tags/building/"
    assert {address.split("/")[2] for address in page.requests if address.startswith("http")} == {
        page.hosts.own.split("/")[2],
        page.hosts.timeline.split("/")[2],
    }
    assert page.said == []


def test_nothing_of_the_page_around_it_changes(host: Open) -> None:
    globals_of = "() => [Object.getOwnPropertyNames(window).sort(), document.styleSheets.length, scrollY]"
    before = host("<p>Before</p>").evaluate(globals_of)
    page = host(f"<p>Before</p>{SCRIPT}{LOADED}", path="/embedded")
    titles(page)
    assert page.evaluate(globals_of) == before
    assert page.evaluate("document.activeElement === document.body")
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    assert page.evaluate(f"document.activeElement.localName === '{ELEMENT}'"), "its first link"


def test_a_strict_policy_allows_it(host: Open) -> None:
    policy = "default-src 'none'; script-src {site}; connect-src {site}; style-src 'self'"
    policy += "; require-trusted-types-for 'script'"
    page = host(f"{SCRIPT}{TAGGED}", policy=policy)
    assert len(titles(page, timelines=2)) == 6
    assert (
        page.locator(f"{ELEMENT} li").first.evaluate("item => getComputedStyle(item).borderInlineStartWidth") == "2px"
    )
    assert page.said == []


def test_style_sheets_of_the_page_do_not_reach_it(host: Open) -> None:
    page = host(SCRIPT, head=f"<style>{HOSTILE}</style>")
    page.locator(f"{ELEMENT} .foot a").wait_for(state="attached")
    look = page.locator(f"{ELEMENT} .title").first.evaluate(
        "title => { const of = getComputedStyle(title); return [of.display, of.position, of.opacity, of.marginTop,"
        " of.letterSpacing, of.textTransform, of.whiteSpace] }"
    )
    assert look == ["block", "static", "1", "0px", "normal", "none", "normal"]


def test_the_font_and_colours_of_the_page_are_its_own_unless_set(host: Open) -> None:
    head = (
        f"<style>main {{ font: 20px/1.2 monospace; color: rgb(1, 2, 3) }} {ELEMENT} {{ --dateline-link: rgb(4, 5, 6) }}"
        f" {ELEMENT}::part(title) {{ font-style: italic }}</style>"
    )
    page = host(TAGGED + LOADED, head=head)
    titles(page)
    look = page.locator(f"{ELEMENT} .title").first.evaluate(
        "title => { const of = getComputedStyle(title); return [of.fontFamily, of.fontSize, of.color, of.fontStyle,"
        " getComputedStyle(title.querySelector('a')).color] }"
    )
    assert look == ["monospace", "20px", "rgb(1, 2, 3)", "italic", "rgb(4, 5, 6)"]


def test_ten_of_one_page_ask_once(host: Open) -> None:
    page = host(SCRIPT * 5 + TAGGED * 5, height=4000)
    page.until(
        f"[...document.querySelectorAll('{ELEMENT}')].filter(e => e.shadowRoot.querySelector('li')).length === 10"
    )
    assert len([address for address in page.requests if address.endswith("embed.json")]) == 1
    assert page.said == []


def test_one_that_is_far_below_waits_until_it_is_near(host: Open) -> None:
    spacer = '<svg width="1" height="4000"></svg>'
    page = host(f"{spacer}{TAGGED}{LOADED}")
    page.until(f"Boolean(customElements.get('{ELEMENT}'))")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert not [address for address in page.requests if address.endswith(".json")]
    assert page.get_by_text("Building the bridge").is_visible(), "the link that the page has"
    page.locator(ELEMENT).scroll_into_view_if_needed()
    assert len(titles(page)) == 3


def test_on_a_narrow_page_nothing_is_cut_off(host: Open) -> None:
    page = host(f'{SCRIPT}<script src="{{site}}embed.js" data-look="compact" async></script>', width=320)
    titles(page, timelines=2)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_everybody_can_use_it(host: Open) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = host(
        TAGGED + '<dateline-timeline look="compact" order="newest"></dateline-timeline>' + LOADED,
        head="<meta name=color-scheme content='light dark'>",
    )
    titles(page, timelines=2)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert Axe().run(page).response["violations"] == [], scheme
    assert page.get_by_role("group", name="building – The harbour bridge").get_by_role("listitem").count() == 3


CHOICES = {
    'actor="okafor"': 3,
    'actor="Ada Okafor" tag="decision,opening"': 2,
    'place="Fernhaven"': 1,
    'status="planned" to="2024"': 2,
    'from="2024-09" to="2025"': 3,
    'year="2023"': 2,
    'limit="2"': 2,
    'limit="0"': 8,
    'limit="-3"': 8,
    'tag="ferries,building"': 3,
    'status="planned,soon" to="2024"': 2,
    'place="Férnhavën"': 1,
    'event="2021-03-bridge-vote"': 1,
}


@pytest.mark.parametrize("size", ["site", "large_site", "crowded_site"])
def test_each_shows_what_it_asks_for(host: Open, size: str, request: pytest.FixtureRequest) -> None:
    elements = "".join(f"<{ELEMENT} {attributes}></{ELEMENT}>" for attributes in CHOICES)
    page = host(elements + LOADED, site=request.getfixturevalue(size), height=9000)
    page.until(f"[...document.querySelectorAll('{ELEMENT}')].every(e => e.shadowRoot.querySelector('li'))")
    shown = page.evaluate(
        f"[...document.querySelectorAll('{ELEMENT}')].map(e => e.shadowRoot.querySelectorAll('li').length)"
    )
    assert dict(zip(CHOICES, shown, strict=True)) == CHOICES
    assert page.said == []


def test_the_newest_come_first_where_that_is_asked_for(host: Open, site: str, large_site: str) -> None:
    for address in (site, large_site):
        page = host(f'<{ELEMENT} order="newest" limit="2"></{ELEMENT}>{LOADED}', site=address)
        assert titles(page) == ["A festival on the bridge", "The bridge opens"]


def test_in_the_compact_look_a_date_and_its_title_are_words_apart(host: Open) -> None:
    page = host(f'<{ELEMENT} look="compact" event="{VOTE}"></{ELEMENT}>{LOADED}')
    titles(page)
    assert page.locator(f"{ELEMENT} li").inner_text().startswith("4 March 2021 Council approves")


def test_of_a_large_timeline_only_what_is_needed_is_fetched(host: Open, large_site: str) -> None:
    page = host(f'<{ELEMENT} order="newest" limit="1"></{ELEMENT}>{TAGGED}{LOADED}', site=large_site)
    titles(page)
    page.locator(f"{ELEMENT} li").nth(3).wait_for()
    fetched = sorted(address.removeprefix(large_site) for address in page.requests if address.endswith(".json"))
    assert fetched == [
        "data/embed.json",
        "data/embed/tags/building.json",
        "data/embed/years/2025.json",
        "data/embed/years/2027.json",
    ]


ABSENT = {
    'tag="ferries"': "Nothing is filed under “ferries” here.",
    'tag="building" actor="nobody"': "Nothing is filed under “nobody” here.",
    'event="2020-never"': "The timeline has no such event.",
    'event="2022-collapse"': "This entry was published once and was withdrawn. It no longer stands on the timeline.",
    'from="2090"': "No event of the timeline fits yet.",
}


def test_what_is_not_there_is_said_with_a_way_on(host: Open) -> None:
    page = host("".join(f"<{ELEMENT} {attributes}></{ELEMENT}>" for attributes in ABSENT) + LOADED, height=3000)
    assert titles(page) == []
    page.locator(f"{ELEMENT} .notice").nth(len(ABSENT) - 1).wait_for()
    assert page.locator(f"{ELEMENT} .notice").all_inner_texts() == [*ABSENT.values()]
    ways = page.locator(f"{ELEMENT} .foot a").evaluate_all("links => links.map(link => [link.textContent, link.href])")
    assert ways == [["Full timeline", page.hosts.timeline]] * len(ABSENT)


@pytest.mark.parametrize("why", ["the page forbids it", "the site is gone"])
def test_where_nothing_can_be_fetched_the_link_stays(host: Open, why: str) -> None:
    policy = "connect-src 'none'" if why == "the page forbids it" else ""
    source = 'src="http://127.0.0.1:9/"' if not policy else ""
    page = host(TAGGED.replace('tag="building"', source) + LOADED, policy=policy)
    page.get_by_text("The timeline could not be loaded. It can be read on its own site:").wait_for()
    assert page.get_by_role("link", name="Building the bridge").is_visible()


def test_a_script_that_can_fetch_nothing_leaves_a_link(host: Open) -> None:
    page = host(SCRIPT, policy="connect-src 'none'")
    link = page.get_by_role("link", name="The harbour bridge")
    link.wait_for()
    assert link.get_attribute("href") == page.hosts.timeline


def test_an_element_without_a_link_of_its_own_gets_one(host: Open) -> None:
    page = host(f"<{ELEMENT}></{ELEMENT}>{LOADED}", policy="connect-src 'none'")
    page.locator(f"{ELEMENT} .foot a").wait_for()
    assert page.locator(f"{ELEMENT} .foot a").get_attribute("href") == page.hosts.timeline


def test_an_address_that_is_none_of_the_web_is_never_linked_to(host: Open) -> None:
    page = host(f'<{ELEMENT} src="javascript:alert(1)"><a href="/">A link</a></{ELEMENT}>{LOADED}')
    page.get_by_text("The timeline could not be loaded.").wait_for()
    assert page.locator(f"{ELEMENT} .foot").count() == 0
    assert not [address for address in page.requests if address.endswith(".json")], "nor is the page's own site asked"


def test_another_choice_is_shown_at_once(host: Open) -> None:
    page = host(TAGGED + LOADED)
    titles(page)
    page.evaluate(f"document.querySelector('{ELEMENT}').setAttribute('tag', 'opening')")
    page.locator(f"{ELEMENT} .title", has_text="The bridge opens").wait_for()
    assert titles(page) == ["The bridge opens"]


def test_without_scripts_a_link_is_left(host: Open) -> None:
    page = host(SCRIPT, java_script_enabled=False)
    assert page.get_by_role("link", name="Bridge").is_visible()
