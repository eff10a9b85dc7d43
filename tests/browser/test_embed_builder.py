"""The page on which an embed is put together."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

BUILDER = "embed/builder/"


def texts(page: Any) -> list[str]:
    """The three texts to copy: of a frame, by script, in Markdown."""
    return list(page.locator(".dl-builder__code").all_inner_texts())


def scroll_to_preview(page: Any, address: str) -> Any:
    """The frame of an address, in view: each choice puts a new one in the place of the last, so that one is awaited."""
    preview = page.locator(f".dl-builder__preview[src='{address}']")
    preview.wait_for(state="attached")
    preview.scroll_into_view_if_needed()
    return preview


def test_without_scripts_it_shows_what_brings_the_whole_timeline(open_page: Open, medium: str) -> None:
    page = open_page(f"{medium}{BUILDER}", java_script_enabled=False)
    frame, script, markdown = texts(page)
    assert frame == (
        '<iframe src="https://example.org/embed/" title="A long dispute" width="100%" height="600" frameborder="0" '
        'loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>'
    )
    assert script == (
        '<script src="https://example.org/embed.js" data-title="A long dispute" async></script>\n'
        '<noscript><a href="https://example.org/">A long dispute</a></noscript>'
    )
    assert markdown == "```timeline\n```"
    assert page.get_by_text("Put the address of this site in place of https://example.org/.").is_visible()
    assert page.locator(".dl-builder__form").is_hidden()
    assert page.get_by_role("button", name="Copy frame").count() == 0


def test_with_scripts_it_begins_with_the_same_at_the_address_of_the_site(open_page: Open, medium: str) -> None:
    plain = texts(open_page(f"{medium}{BUILDER}", java_script_enabled=False))
    page = open_page(f"{medium}{BUILDER}")
    page.locator(".dl-builder__form").wait_for()
    assert texts(page) == [text.replace("https://example.org/", medium) for text in plain]
    assert page.locator(".dl-builder__address").count() == 0


def test_what_is_chosen_is_in_every_text_and_in_the_preview(open_page: Open, medium: str) -> None:
    page = open_page(f"{medium}{BUILDER}", width=1280)
    page.get_by_label("Part of the timeline").select_option(label="energy")
    page.get_by_label("From").fill("2012")
    page.get_by_label("To", exact=True).fill("2019-06")
    page.get_by_label("Order").select_option("newest")
    page.get_by_label("Events at most").fill("2")
    page.locator("select[name=theme]").select_option("dark")
    page.get_by_label("Accent colour").fill("#0a7")
    page.get_by_label("Height").fill("480")
    page.get_by_label("Style").select_option("compact")
    frame, script, markdown = texts(page)
    query = "from=2012&to=2019-06&order=newest&limit=2&theme=dark&accent=0a7"
    address = f"{medium}embed/tags/energy/?{query}"
    assert f'src="{html.escape(address)}" title="energy – A long dispute" width="100%" height="480"' in frame
    assert script.splitlines() == [
        (
            f'<script src="{medium}embed.js" data-title="energy – A long dispute" data-tag="energy" data-from="2012"'
            ' data-to="2019-06" data-order="newest" data-limit="2" data-look="compact" async></script>'
        ),
        f'<noscript><a href="{medium}tags/energy/">energy – A long dispute</a></noscript>',
    ]
    assert markdown.splitlines() == [
        "```timeline",
        "tags: [energy]",
        "from: 2012",
        "to: 2019-06",
        "order: newest",
        "limit: 2",
        "style: compact",
        "```",
    ]
    preview = scroll_to_preview(page, f"../../embed/tags/energy/?{query}")
    shown = page.frame_locator(".dl-builder__preview").locator("html[data-theme=dark] .dl-entry:visible")
    shown.nth(1).wait_for()
    shown.nth(2).wait_for(state="detached")
    assert shown.count() == 2
    assert preview.get_attribute("height") == "480"
    assert {request.split("/")[2] for request in page.requests if request.startswith("http")} == {medium.split("/")[2]}


@pytest.mark.parametrize(
    ("label", "path", "asked"),
    [
        ("Power", "views/power/", ('data-view="power"', "view: power")),
        ("Union of Ports", "actors/union/", ('data-actor="union"', "actors: [union]")),
        ("Old Quay", "places/old-quay/", ('data-place="old-quay"', "places: [old-quay]")),
        ("2013", "years/2013/", ('data-year="2013"', "from: 2013\nto: 2013")),
    ],
)
def test_each_kind_of_part_can_be_chosen(
    open_page: Open, medium: str, label: str, path: str, asked: tuple[str, str]
) -> None:
    page = open_page(f"{medium}{BUILDER}")
    page.get_by_label("Part of the timeline").select_option(label=label)
    frame, script, markdown = texts(page)
    assert f'src="{medium}embed/{path}"' in frame
    assert asked[0] in script
    assert markdown == f"```timeline\n{asked[1]}\n```"


def test_a_year_and_a_date_narrow_each_other_in_markdown_too(open_page: Open, medium: str) -> None:
    page = open_page(f"{medium}{BUILDER}")
    page.get_by_label("Part of the timeline").select_option(label="2013")
    page.get_by_label("From").fill("2010-05")
    page.get_by_label("To", exact=True).fill("2013-06")
    assert texts(page)[2] == "```timeline\nfrom: 2013\nto: 2013-06\n```"


def test_what_cannot_be_understood_is_left_out(open_page: Open, medium: str) -> None:
    page = open_page(f"{medium}{BUILDER}")
    before = texts(page)
    for label, text in {"From": "soon", "To": "2019-6", "Accent colour": '"><script>', "Height": "5"}.items():
        page.get_by_label(label, exact=label != "Height").fill(text)
    assert texts(page) == before


def test_whoever_goes_back_leaves_the_page_and_no_preview(open_page: Open, medium: str) -> None:
    page = open_page(f"{medium}{BUILDER}", width=1280)
    scroll_to_preview(page, "../../embed/")
    page.frame_locator(".dl-builder__preview").locator(".dl-entry").first.wait_for()
    steps = page.evaluate("history.length")
    page.get_by_label("Accent colour").fill("teal")
    page.locator(".dl-builder__preview[src='../../embed/?accent=teal']").wait_for()
    page.frame_locator(".dl-builder__preview").locator(".dl-entry").first.wait_for()
    assert page.evaluate("history.length") == steps


def test_the_texts_are_what_they_say(open_page: Open, medium: str) -> None:
    page = open_page(f"{medium}{BUILDER}", width=1280)
    page.get_by_label("Part of the timeline").select_option(label="energy")
    frame, script, _ = texts(page)
    page.goto(f"{medium}404.html")
    page.route(
        "**/elsewhere", lambda route: route.fulfill(body=f"<!doctype html>{frame}{script}", content_type="text/html")
    )
    page.goto(f"{medium}elsewhere")
    page.frame_locator("iframe").locator(".dl-entry").first.wait_for()
    page.locator("dateline-timeline li").first.wait_for()
    assert page.locator("dateline-timeline li").count() == 20


def test_the_keyboard_reaches_everything_in_order(open_page: Open, medium: str) -> None:
    page = open_page(f"{medium}{BUILDER}", width=1280)
    page.get_by_label("Part of the timeline").focus()
    reached = []
    for _ in range(15):
        reached.append(page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()"))
        page.keyboard.press("Tab")
    fields = ["part", "from", "to", "order", "limit", "height", "theme", "accent", "look"]
    assert reached[: len(fields)] == fields
    assert re.match("<iframe ", reached[len(fields)]), "a text that is wider than its box can be scrolled"
    assert reached[len(fields) + 1] == "Copy frame"
    assert page.url.endswith(BUILDER), "nothing was sent"


def test_everybody_can_use_it(open_page: Open, medium: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    for width in (320, 1280):
        page = open_page(f"{medium}{BUILDER}", width=width, reduced_motion="reduce")
        said: list[str] = []
        page.on("console", lambda message, said=said: said.append(message.text))
        page.reload()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for scheme, name in (("light", "default"), ("dark", "slate")):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            page.locator(f"body[data-md-color-scheme={name}]").wait_for()
            assert Axe().run(page).response["violations"] == [], (width, scheme)
        assert said == []


def test_from_a_disk_the_preview_is_the_frame_and_no_list_of_files(open_page: Open, site_folder: Path) -> None:
    page = open_page((site_folder / BUILDER / "index.html").as_uri(), width=1280)
    page.get_by_label("Order").select_option("newest")
    scroll_to_preview(page, "../../embed/index.html?order=newest")
    shown = page.frame_locator(".dl-builder__preview")
    shown.locator(".dl-entry").first.wait_for()
    assert shown.locator("html").evaluate("() => [...document.styleSheets].length") > 0
