"""Pages for frames in other people's pages: sandboxes, small columns, hostile style sheets, and strict policies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

VOTE = "embed/events/2021-03-04-council-approves-bridge/"
SANDBOXES = {
    "nothing": 'sandbox=""',
    "scripts": 'sandbox="allow-scripts"',
    "as the snippet": 'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"',
    "none": "",
}
HOSTILE = """
* { color: red !important; font-size: 40px !important; line-height: 4 !important; letter-spacing: 1em !important; }
li, h3, p, a, svg { display: none !important; float: right !important; }
"""
AXE = "options => axe.run(document, {resultTypes: ['violations'], ...options})"


@pytest.fixture
def host(tmp_path: Path, serve: Open, open_page: Open) -> Iterator[Open]:
    """Opens a bare page of another origin, with some HTML in it, and keeps what its console says of errors."""
    with serve(tmp_path) as address:
        # Browsers ask for it of their own accord.
        (tmp_path / "favicon.ico").touch()

        def open_it(body: str, *, head: str = "", **options: Any) -> Any:
            top = f"<!doctype html><html lang=en><meta charset=utf-8><title>A page</title>{head}"
            (tmp_path / "index.html").write_text(f"{top}<body>{body}</body></html>")
            page = open_page("about:blank", **{"width": 700, **options})
            page.errors = []
            page.on("console", lambda said: page.errors.append(said.text) if said.type == "error" else None)
            page.on("pageerror", lambda error: page.errors.append(str(error)))
            page.goto(address)
            return page

        yield open_it


def iframe(address: str, attributes: str = "", *, width: str = "100%", height: int = 600) -> str:
    return f'<iframe src="{address}" title="Timeline" width="{width}" height="{height}" {attributes}></iframe>'


def shown(frame: Any) -> list[str]:
    return [text.strip() for text in frame.locator(".dl-entry:visible .dl-entry__title").all_text_contents()]


@pytest.mark.parametrize("sandbox", SANDBOXES)
def test_a_frame_is_read_and_walked_through_in_any_sandbox(host: Open, site: str, sandbox: str) -> None:
    page = host(iframe(f"{site}embed/", SANDBOXES[sandbox]))
    frame = page.frame_locator("iframe")
    frame.get_by_role("link", name="Council approves the harbour bridge").click()
    frame.get_by_role("heading", level=1, name="Council approves the harbour bridge").wait_for()
    assert "After a debate of four hours" in frame.locator("blockquote").first.inner_text()
    assert "https://archive.example/web/gazette-bridge" in frame.locator(".dl-sources").inner_text()
    frame.get_by_role("link", name="The harbour bridge", exact=True).click()
    frame.get_by_role("link", name="Cranes return").wait_for()
    # The style sheet has come too.
    page.frames[1].wait_for_load_state()
    assert frame.locator(".dl-entry").first.evaluate("each => getComputedStyle(each).display") == "grid"
    # What a browser says of each script in a sandbox that allows none is no fault of the page.
    assert [said for said in page.errors if not said.startswith("Blocked script execution")] == []
    assert {urlsplit(each).netloc for each in page.requests} <= {urlsplit(site).netloc, urlsplit(page.url).netloc, ""}


def test_the_snippet_opens_a_source_in_a_window_of_its_own(host: Open, site: str) -> None:
    page = host(iframe(f"{site}{VOTE}", SANDBOXES["as the snippet"]))
    with page.expect_popup() as opened:
        page.frame_locator("iframe").get_by_role("link", name="on newspaper.example").first.click()
    opened.value.get_by_text("high-level bridge").wait_for()
    assert opened.value.evaluate("self.origin") != "null"


def test_a_style_sheet_of_the_page_around_changes_nothing(host: Open, site: str) -> None:
    high = "document.documentElement.getBoundingClientRect().height"
    plain = host(iframe(f"{site}embed/")).frame_locator("iframe").locator("body").evaluate(high)
    hostile = host(iframe(f"{site}embed/"), head=f"<style>{HOSTILE}</style>")
    assert hostile.frame_locator("iframe").locator("body").evaluate(high) == plain


@pytest.mark.parametrize("path", ["embed/", VOTE, "embed/events/2022-collapse/"])
def test_nothing_is_wider_than_a_column_of_320_pixels(host: Open, site: str, path: str) -> None:
    page = host(iframe(f"{site}{path}", width="320"))
    assert page.frame_locator("iframe").locator("html").evaluate("html => html.scrollWidth") <= 320


def test_ten_frames_on_a_page_with_a_strict_policy_load_without_an_error(host: Open, site: str) -> None:
    policy = f"default-src 'none'; frame-src {site}"
    head = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    tags = ["", "tags/money/", "tags/building/", "actors/okafor/", "years/2021/"]
    frames = [iframe(f"{site}embed/{tag}", SANDBOXES["scripts"], height=300) for tag in tags * 2]
    page = host("".join(frames), head=head)
    for number in range(10):
        page.frame_locator("iframe").nth(number).locator(".dl-entry").first.wait_for()
    assert page.errors == []


def test_keys_go_through_a_frame_in_the_order_of_its_text(host: Open, site: str) -> None:
    page = host(f"<a href=#>Before</a>{iframe(f'{site}embed/', SANDBOXES['nothing'])}<a href=#>After</a>")
    frame = page.frame_locator("iframe")
    expected = [text.strip() for text in frame.locator("a:visible").all_text_contents()]
    page.get_by_role("link", name="Before").focus()
    visited = []
    for _ in expected:
        page.keyboard.press("Tab")
        visited.append(frame.locator(":focus").inner_text())
        assert frame.locator(":focus").evaluate("at => getComputedStyle(at).outlineStyle") != "none"
    assert visited == expected
    page.keyboard.press("Tab")
    assert page.locator("a:focus").inner_text() == "After"


@pytest.mark.parametrize("path", ["embed/", VOTE, "embed/events/2022-collapse/", "embed/?tag=none"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_a_frame(open_page: Open, site: str, path: str, scheme: str) -> None:
    base = pytest.importorskip("axe_playwright_python.base")
    page = open_page(f"{site}{path}", width=320, color_scheme=scheme)
    page.evaluate(base.AXE_SCRIPT)
    assert page.evaluate(AXE, {})["violations"] == []


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("tag=energy", 20),
        ("tag=Energy,trade", 40),
        ("actor=mayor&place=fernhaven", 10),
        ("status=planned", 12),
        ("status=planned,cancelled", 24),
        ("from=2015", 30),
        ("from=2012&to=2012-12-31", 6),
        ("q=BRIDGE+opens", 20),
        ("limit=5", 5),
        ("limit=-3&status=nonsense&from=soon&order=sideways&accent=url(x)&theme=neon&lang=tlh", 60),
    ],
)
def test_an_address_chooses_what_a_frame_shows(open_page: Open, medium: str, query: str, number: int) -> None:
    page = open_page(f"{medium}embed/?{query}")
    assert len(shown(page)) == number
    said = page.get_by_role("status")
    assert said.is_visible() == (number < 60)
    if number < 60:
        assert f"Showing {number} of 60 events" in said.inner_text()


def test_the_newest_come_first_where_that_is_asked_for(open_page: Open, medium: str) -> None:
    page = open_page(f"{medium}embed/?order=newest&limit=2")
    assert shown(page) == ["A vote is put off 59", "A bridge opens 58"]


def test_a_choice_and_a_look_go_along_within_the_frame_and_all_is_a_link_away(open_page: Open, medium: str) -> None:
    page = open_page(f"{medium}embed/?tag=energy&limit=1&theme=dark")
    page.locator(".dl-entry__title a:visible").click()
    page.wait_for_url(f"{medium}embed/events/*/?**")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.get_by_role("link", name="A long dispute", exact=True).click()
    page.get_by_role("link", name="Show all events").click()
    page.locator(".dl-entry:visible").nth(59).wait_for()
    assert page.get_by_role("status").is_hidden()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("tag=gone", "Nothing is filed under “gone” here."),
        ("q=nonesuch", "No event fits what this page was asked for."),
    ],
)
def test_what_finds_nothing_says_so_and_leads_on(open_page: Open, medium: str, query: str, said: str) -> None:
    page = open_page(f"{medium}embed/?{query}")
    assert said in page.get_by_role("status").inner_text()
    page.get_by_role("link", name="Show all events").click()
    page.locator(".dl-entry").first.wait_for(state="visible")


def test_a_frame_of_what_is_gone_says_so_and_leads_to_the_whole(host: Open, site: str) -> None:
    page = host(iframe(f"{site}embed/tags/bj%C3%B6rn/?theme=dark&limit=1", SANDBOXES["scripts"]))
    frame = page.frame_locator("iframe")
    frame.get_by_text("Nothing is filed under “björn” here.").wait_for()
    assert frame.locator("html[data-theme=dark]").count() == 1
    frame.get_by_role("link", name="Show all events").click()
    frame.locator(".dl-entry:visible").nth(2).wait_for()


def test_without_a_script_a_frame_of_what_is_gone_leads_to_the_site(host: Open, site: str) -> None:
    frame = host(iframe(f"{site}embed/tags/gone/", SANDBOXES["nothing"])).frame_locator("iframe")
    frame.get_by_role("link", name="Go to the timeline").click()
    frame.get_by_role("heading", level=1, name="The harbour bridge").wait_for()


def test_a_reader_of_the_site_stays_where_nothing_is(open_page: Open, site: str) -> None:
    page = open_page(f"{site}embed/tags/gone/")
    page.get_by_role("heading", name="Nothing is here").wait_for()
    assert page.url == f"{site}embed/tags/gone/"


def test_a_frame_that_lists_only_some_leads_to_the_page_of_what_is_asked_for(host: Open, large: str) -> None:
    page = host(iframe(f"{large}embed/?tag=Energy&theme=dark", SANDBOXES["scripts"]))
    frame = page.frame_locator("iframe")
    frame.get_by_role("heading", level=1, name="energy").wait_for()
    # The headline comes before the list, and the script that narrows it last.
    page.frames[1].wait_for_load_state()
    assert page.frames[1].url == f"{large}embed/tags/energy/?theme=dark"
    assert len(shown(frame)) == 80
    page = host(iframe(f"{large}embed/?q=bridge", SANDBOXES["scripts"]))
    said = page.frame_locator("iframe").get_by_role("status")
    said.get_by_text("of the 100 events that are listed here; the full timeline has 240").wait_for()
    assert not page.frame_locator("iframe").get_by_text("Only the latest 100").is_visible()


def years_offered(page: Any) -> list[str]:
    return page.locator(".dl-cut a:visible").all_text_contents()


def test_a_year_that_a_frame_does_not_list_is_led_to(open_page: Open, large: str) -> None:
    page = open_page(f"{large}embed/?from=2011-03&to=2011&theme=dark")
    page.get_by_role("heading", level=1, name="2011").wait_for()
    page.wait_for_load_state()
    assert page.url == f"{large}embed/years/2011/?from=2011-03&to=2011&theme=dark"
    assert 0 < len(shown(page)) < 24


def test_of_years_that_a_frame_does_not_list_it_says_so_and_names_those_that_are_asked_for(
    open_page: Open, large: str
) -> None:
    page = open_page(f"{large}embed/?from=2011&to=2013")
    assert "Showing 0 of the 100 events that are listed here" in page.get_by_role("status").inner_text()
    assert years_offered(page) == ["2011", "2012", "2013"]
    page.locator(".dl-cut").get_by_role("link", name="2012").click()
    page.get_by_role("heading", level=1, name="2012").wait_for()
    page.wait_for_load_state()
    assert len(shown(page)) == 24
    page = open_page(f"{large}embed/?from=2014")
    assert years_offered(page) == ["2014", "2015"]
    page = open_page(f"{large}embed/?q=nonesuch")
    assert years_offered(page) == ["2010", "2011", "2012", "2013", "2014", "2015"]


def test_a_frame_that_lists_only_some_turns_them_round_without_a_loss(open_page: Open, large: str) -> None:
    page = open_page(f"{large}embed/?order=newest")
    assert len(shown(page)) == 100
    assert page.get_by_text("Only the latest 100").is_visible()
    page = open_page(f"{large}embed/?from=2018&to=2018")
    assert page.url == f"{large}embed/?from=2018&to=2018"
    assert len(shown(page)) == 24
    assert not years_offered(page)


def test_no_text_of_an_address_becomes_markup(open_page: Open, medium: str) -> None:
    evil = "%22%3E%3Cimg%20src=x%20onerror=window.harmed=1%3E"
    names = ("tag", "actor", "q", "from", "theme", "lang", "accent", "order", "childId", "limit")
    page = open_page(f"{medium}embed/?{'&'.join(f'{name}={evil}' for name in names)}#?secret={evil}")
    page.get_by_role("status").wait_for()
    assert "<img" in page.get_by_role("status").inner_text()
    assert page.locator("img").count() == 0
    assert page.evaluate("window.harmed") is None


@pytest.mark.parametrize(
    ("accent", "on_light"),
    [("%23003366", "rgb(0 51 102)"), ("036", "rgb(0 51 102)"), ("gold", "rgb(128 108 0)"), ("red;}", "")],
)
def test_an_accent_keeps_enough_contrast(open_page: Open, site: str, accent: str, on_light: str) -> None:
    base = pytest.importorskip("axe_playwright_python.base")
    for scheme in ("light", "dark"):
        page = open_page(f"{site}{VOTE}?accent={accent}", color_scheme=scheme)
        page.evaluate(base.AXE_SCRIPT)
        assert page.evaluate(AXE, {"runOnly": ["color-contrast"]})["violations"] == []
    said = "document.documentElement.style.getPropertyValue('--dateline-accent-on-light')"
    assert page.evaluate(said) == on_light


TWO_LANGUAGES = """\
schema: 1
timeline: {title: Two countries}
events:
  - {id: call, date: 2026, title: A call, translations: {es: {title: Una llamada}}}
"""


def test_an_edition_is_led_to_by_its_language(open_page: Open, make_site: Open, serve: Open, tmp_path: Path) -> None:
    with serve(make_site(tmp_path / "two", TWO_LANGUAGES, name="Two countries", languages=["es"])) as address:
        page = open_page(f"{address}embed/?lang=es&theme=dark")
        page.get_by_role("link", name="Una llamada").wait_for()
        assert page.url == f"{address}es/embed/?theme=dark"


def test_marks_have_the_colour_of_text_where_a_reader_forces_colours(open_page: Open, site: str) -> None:
    page = open_page(f"{site}{VOTE}?theme=light&accent=navy", forced_colors="active", color_scheme="dark")
    mark, text = (page.locator(each).first for each in (".dl-event__date .dl-mark", "h1"))
    assert mark.evaluate("each => getComputedStyle(each).fill") == text.evaluate("each => getComputedStyle(each).color")
