"""A frame tells the page around it how high it is, in the messages of each program that listens for one.

The pages here listen as those programs do; none of their code is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

FIND = "const found = [...document.querySelectorAll('iframe')].find(each => each.contentWindow === event.source);"

GUIDE = re.findall(
    r"<script>\n(.*?embed-size.*?)</script>",
    (Path(__file__).parents[2] / "docs" / "embed.md").read_text(),
    re.DOTALL,
)[0]
"""What the embedders' guide tells to add to a page; it hears AMP's message."""

LISTENERS = {
    "the guide": ("", GUIDE),
    "pym": (
        "?initialWidth=600&childId=timeline-1",
        """
        addEventListener("message", ({data}) => {
          const match = typeof data === "string" && /^pymxPYMxtimeline-1xPYMxheightxPYMx(\\d+)$/.exec(data);
          if (match) document.querySelector("iframe").height = match[1];
        });
        """,
    ),
    "iframe-resizer 4": (
        "",
        """
        const frame = document.querySelector("iframe");
        frame.addEventListener("load", () =>
          frame.contentWindow.postMessage("[iFrameSizer]own:8:false:false:32:true:true:null:bodyOffset", "*"));
        addEventListener("message", ({data}) => {
          const [name, height, width, type] = String(data).replace("[iFrameSizer]", "").split(":");
          if (!String(data).startsWith("[iFrameSizer]") || name !== "own") return;
          if (Number(width) && type) frame.height = height;
        });
        """,
    ),
    "iframe-resizer 5": (
        "",
        """
        const frame = document.querySelector("iframe");
        let version;
        frame.addEventListener("load", () => frame.contentWindow.postMessage(
          "[iFrameSizer]" + ["own", 8, false, false, 32, true, true, ...Array(13).fill(""), "5.5.9"].join(":"), "*"));
        addEventListener("message", ({data}) => {
          const [name, height, width, type, said] = String(data).replace("[iFrameSizer]", "").split(":");
          if (!String(data).startsWith("[iFrameSizer]") || name !== "own") return;
          if (type === "init") version = said;
          if (version === "5.5.9" && Number(width)) frame.height = height;
        });
        """,
    ),
}
"""What each adds to the frame's address, and the script of the page around it."""

WORDPRESS = f"""
const frame = document.querySelector("iframe");
frame.dataset.secret = "Ab12Cd34Ef";
addEventListener("message", event => {{
  {FIND}
  const {{message, value, secret}} = event.data;
  if (!found || secret !== found.dataset.secret || /[^a-zA-Z0-9]/.test(secret)) return;
  if (message === "height") found.height = Math.min(1000, Math.max(200, parseInt(value, 10)));
  if (message === "link" && new URL(value).host === new URL(found.src).host && document.activeElement === found) {{
    top.location.href = value;
  }}
}});
document.addEventListener("DOMContentLoaded", () =>
  frame.contentWindow.postMessage({{message: "ready", secret: "Ab12Cd34Ef"}}, "*"));
"""
"""What WordPress does to a frame from oEmbed and listens for, from its sandbox to the bounds of the height."""

HIGH = "html => Math.ceil(html.getBoundingClientRect().height)"
FITS = """
([height, low, high]) => {
  const box = document.querySelector("iframe").getBoundingClientRect().height;
  return Math.abs(box - Math.min(high, Math.max(low, height))) < 1;
}
"""


@pytest.fixture
def host(tmp_path: Path, serve: Open, open_page: Open) -> Any:
    """Opens a page of another origin with a frame in a sandbox, and a script that listens to it."""
    with serve(tmp_path) as address:
        (tmp_path / "favicon.ico").touch()

        def open_it(source: str, script: str) -> Any:
            (tmp_path / "index.html").write_text(
                "<!doctype html><html lang=en><meta charset=utf-8><title>A page</title><style>iframe {border: 0}"
                "</style>"
                f'<iframe src="{source}" title=Timeline width="100%" height=321 sandbox="allow-scripts"></iframe>'
                f"<script>{script}</script>{'<p>And so on.' * 100}</html>"
            )
            return open_page(address, width=700)

        yield open_it


def wait_until_it_fits(page: Any, *, low: int = 0, high: int = 100_000) -> int:
    """Wait until the frame is as high as what is in it, once that is whole; returns how high that is."""
    content = page.frame_locator("iframe").locator("html")
    page.frames[1].wait_for_load_state()

    def fitting() -> int:
        height = content.evaluate(HIGH)
        return height if page.evaluate(FITS, [height, low, high]) else 0

    return int(page.until(fitting))


@pytest.mark.parametrize("listener", LISTENERS)
def test_the_height_fits_follows_the_width_and_every_page_within(host: Open, site: str, listener: str) -> None:
    added, script = LISTENERS[listener]
    page = host(f"{site}embed/{added}", script)
    frame = page.frame_locator("iframe")
    frame.locator(".dl-entry").first.wait_for()
    wide = wait_until_it_fits(page)
    page.set_viewport_size({"width": 330, "height": 800})
    page.until("before => Number(document.querySelector('iframe').height) > before", arg=wide)
    narrow = wait_until_it_fits(page)
    frame.get_by_role("link", name="Council approves the harbour bridge").click()
    frame.locator("blockquote").first.wait_for()
    assert wait_until_it_fits(page) < narrow


def test_wordpress_shows_the_height_within_its_bounds_and_follows_the_link_to_the_site(host: Open, site: str) -> None:
    page = host(f"{site}embed/#?secret=Ab12Cd34Ef", WORDPRESS)
    frame = page.frame_locator("iframe")
    assert wait_until_it_fits(page, low=200, high=1000) > 1000
    frame.get_by_role("link", name="A festival on the bridge").click()
    frame.get_by_role("heading", level=1, name="A festival on the bridge").wait_for()
    assert 200 < wait_until_it_fits(page, low=200, high=1000) < 1000
    frame.get_by_role("link", name="How we know the date").click()
    page.wait_for_url(f"{site}events/2027-03-anniversary/")


def test_a_frame_that_nobody_listens_to_scrolls_within_the_height_that_it_was_given(host: Open, site: str) -> None:
    page = host(f"{site}embed/", "")
    frame = page.frame_locator("iframe")
    frame.get_by_role("link", name="More on").or_(
        frame.get_by_role("link", name="Full timeline")
    ).scroll_into_view_if_needed()
    assert page.locator("iframe").evaluate("each => each.getBoundingClientRect().height") == 321
    assert frame.locator("html").evaluate("html => html.scrollTop") > 0
    fixed = "all => all.filter(each => /fixed|sticky/.test(getComputedStyle(each).position)).length"
    assert frame.locator("*").evaluate_all(fixed) == 0


def test_what_is_pressed_far_down_in_a_high_frame_is_in_sight(host: Open, site: str) -> None:
    page = host(f"{site}embed/", GUIDE)
    wait_until_it_fits(page)
    page.frame_locator("iframe").get_by_role("link", name="A festival on the bridge").click()
    headline = page.frame_locator("iframe").get_by_role("heading", level=1, name="A festival on the bridge")
    headline.wait_for()
    wait_until_it_fits(page)
    page.until(lambda: 0 <= headline.bounding_box()["y"] < 800)


def test_a_script_of_the_page_around_cannot_have_it_say_anything_else(host: Open, site: str) -> None:
    page = host(
        f"{site}embed/",
        """
        window.heard = [];
        addEventListener("message", ({data}) => heard.push(JSON.stringify(data)));
        const frame = document.querySelector("iframe");
        frame.addEventListener("load", () => {
          const odd = [null, 1, {}, "[iFrameSizer]", "[iFrameSizer]<b>:8:true", "pymxPYMx"];
          odd.push({message: "ready", secret: "<b>"});
          for (const each of odd) frame.contentWindow.postMessage(each, "*");
          heard.push("sent");
        });
        """,
    )
    page.until("heard.includes('sent') && heard.length > 2")
    assert all("embed-size" in each or each == "sent" for each in page.evaluate("heard"))
