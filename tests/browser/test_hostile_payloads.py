"""Hundreds of texts that are meant to do harm, each in every field of a timeline, in a real browser: nothing runs.

Whatever breaks out of its place is seen in one of four ways: it runs, the page's policy forbids it, it asks another
host for something, or the browser finds an element or an attribute that is not ours.
"""

from __future__ import annotations

import datetime as dt
import importlib.util
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import quote, urlsplit

import pytest

from generator.curating.load import load_text
from generator.publishing.atlas import Atlas
from generator.publishing.digest import digest, digest_html
from generator.publishing.embedding.block_syntax import read_block
from generator.publishing.embedding.fences import find_fences
from generator.publishing.plain_text import clean
from generator.publishing.site_info import SiteInfo

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

SOME = 5
"""Of what is tried on each text, every fifth is tried here: the tests without a browser try all."""

EDITED = 2
"""Of the events that were read from articles, every second is shown: its fields in another language hold all texts."""

TAG = "script-alert-1-script"
"""The folder of the tag of one event."""

HOOKS = """
window.ran = [];
for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (said) => { window.ran.push(name + said); };
const forbidden = ({ effectiveDirective, blockedURI }) => window.ran.push(`${effectiveDirective} ${blockedURI}`);
addEventListener("securitypolicyviolation", forbidden, true);
"""
"""What a page has before its own scripts: whatever a text calls, and whatever is forbidden to it, is noted."""

LOOK = """
([name, html]) => {
  const found = new DOMParser().parseFromString(html, "text/html");
  const foreign = "applet, base, embed, frame, marquee, math, object, portal, [srcdoc], [formaction], [ping], animate";
  const wrong = [...found.querySelectorAll(foreign)].map((each) => each.localName);
  const policy = found.querySelector("meta[http-equiv=Content-Security-Policy]");
  for (const each of found.querySelectorAll("*")) {
    for (const { name, value } of each.attributes) {
      if (name.startsWith("on")) wrong.push(`${each.localName} ${name}`);
      if (!/^(?:href|src|action|data|xlink:href|poster)$/.test(name)) continue;
      if (value === "data:,") continue;  // what says that there is no icon
      const there = new URL(value, location.href);
      if (!/^(?:https?|mailto):$/.test(there.protocol)) wrong.push(`${each.localName} ${name}=${value}`);
      if (name !== "href" && there.origin !== location.origin) wrong.push(`${each.localName} ${name}=${value}`);
    }
    const ours = /^(?:script|style)$/.test(each.localName) && !/json/.test(each.type ?? "");
    if (ours && /alert|evil/.test(each.textContent ?? "")) wrong.push(each.localName);
    if (each.localName === "script" && /ld\\+json/.test(each.type)) JSON.parse(each.textContent);
  }
  const heading = found.querySelector("h1");
  return { name, wrong, policy: Boolean(policy), heading: heading?.textContent ?? "" };
}
"""
"""What the browser finds in a page, without running it."""

IN_FRAMES = """
(addresses) => {
  document.body.replaceChildren();
  return Promise.all(addresses.map((address) => new Promise((resolve) => {
    const frame = document.createElement("iframe");
    frame.addEventListener("load", resolve, { once: true });
    frame.src = `/${address}`;
    document.body.append(frame);
  })));
}
"""
AS_ELEMENTS = """
async (texts) => {
  const names = ["view", "tag", "actor", "place", "year", "event", "status", "from", "to", "order", "limit", "look"];
  document.body.replaceChildren();
  await new Promise((resolve) => {
    const script = document.createElement("script");
    script.src = "/embed.js";
    script.dataset.title = texts[0];
    script.addEventListener("load", resolve);
    document.head.append(script);
  });
  const elements = texts.map((text, at) => {
    const element = document.createElement("dateline-timeline");
    // So low that all are seen at once: what nobody sees is not drawn.
    element.style.cssText = "display: block; height: 1px; overflow: hidden";
    element.setAttribute(names[at % names.length], text);
    if (at % 5 === 0) element.setAttribute("src", text);
    document.body.append(element);
    return element;
  });
  const rendered = (element) => element.shadowRoot.querySelector(".box");
  for (const element of elements) {
    while (!rendered(element)) await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  const known = /^(?:div|ol|li|p|span|a|bdi|time|slot)$/;
  const inside = elements.flatMap((element) => [...element.shadowRoot.querySelectorAll("*")]);
  const foreign = inside.filter((each) => !known.test(each.localName) || (each.href && !/^https?:/.test(each.href)));
  return { shown: elements.filter(rendered).length, foreign: foreign.map((each) => each.outerHTML) };
}
"""
BUILT = """
(texts) => {
  const form = document.querySelector(".dl-builder__form");
  const part = form.elements.namedItem("part");
  const text = (id) => document.getElementById(id).textContent;
  const read = (html) => [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("body *, head *")];
  return [...part.options].map((option, at) => {
    option.selected = true;
    for (const name of ["from", "to", "accent"]) form.elements.namedItem(name).value = texts[at % texts.length];
    form.dispatchEvent(new Event("input"));
    const [frame, script] = [read(text("builder_frame_code")), read(text("builder_script_code"))];
    return {
      frame: frame.map((each) => each.tagName),
      script: script.map((each) => each.tagName),
      source: new URL("./", script[0].src).href,
      markdown: text("builder_markdown_code"),
    };
  });
}
"""

KINDS = [
    *("", "events/e0/", "events/e70/", "events/e140/", "events/e210/", "events/e280/", "events/gone/", "sources/"),
    *("sources/s0/", "years/", "years/2022/", "actors/", "actors/a0/", "places/", "tags/", "views/v0/", "data/"),
    *("embed/", "embed/events/e0/", "embed/builder/"),
]


def hardening(name: str) -> ModuleType:
    """A module of the tests without a browser."""
    spec = importlib.util.spec_from_file_location(name, Path(__file__).parents[1] / "hardening" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def poison() -> ModuleType:
    return hardening("poison")


@pytest.fixture(scope="module")
def folder(make_site_once: Open, poison: ModuleType) -> Path:
    events = poison.as_file(poison.poisoned(poison.payloads()))
    site: Path = make_site_once("payloads", events, name="Hostile")
    return site


@pytest.fixture(scope="module")
def site(folder: Path, serve: Open) -> Iterator[str]:
    with serve(folder) as address:
        yield address


@pytest.fixture(scope="module")
def read_folder(make_site_once: Open, poison: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in two languages of what was read from articles, with a drawing that would run something."""
    tainted, texts = hardening("tainted"), poison.payloads()
    read = tainted.timeline(tmp_path_factory.mktemp("articles"), texts)
    data = tainted.with_editions({**read, "events": read["events"][::EDITED]}, texts)
    files = {"drawing.svg": tainted.DRAWING}
    site: Path = make_site_once("tainted", poison.as_file(data), name="Read", languages=["es"], files=files)
    return site


@pytest.fixture(scope="module")
def read_site(read_folder: Path, serve: Open) -> Iterator[str]:
    with serve(read_folder) as address:
        yield address


@pytest.fixture
def open_hooked(browser: Any) -> Iterator[Open]:
    """Opens a page that notes what it should not do; `end` says it."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.add_init_script(HOOKS)

    def open_it(address: str) -> Any:
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.wrong = []
        here = urlsplit(address).netloc
        page.on("dialog", lambda dialog: (page.wrong.append(dialog.message), dialog.dismiss()))
        page.on("pageerror", lambda error: page.wrong.append(str(error)))
        page.on(
            "request",
            lambda request: page.wrong.append(request.url) if urlsplit(request.url).netloc not in {here, ""} else None,
        )
        page.goto(address)
        return page

    yield open_it
    context.close()


def ran(page: Any) -> list[str]:
    """What went wrong in a page and in the frames within it."""
    return [*page.wrong, *(said for frame in page.frames for said in frame.evaluate("window.ran ?? []"))]


def test_no_kind_of_page_runs_or_fetches_any_of_them(open_hooked: Open, site: str) -> None:
    page = open_hooked(f"{site}404.html")
    for path in KINDS:
        page.goto(f"{site}{path}")
        page.wait_for_load_state("load")
        assert (path, ran(page)) == (path, [])
        if not path:
            assert page.locator("svg.dl-chart__drawing a").count() > 0


def test_the_browser_finds_nothing_of_theirs_in_any_page(
    open_hooked: Open, folder: Path, site: str, poison: ModuleType
) -> None:
    page = open_hooked(f"{site}404.html")
    files = [*folder.glob("events/*/index.html"), *sorted(folder.rglob("*.html"))[::SOME]]
    assert len(files) > 500
    headings = {}
    for start in range(0, len(files), 200):
        given = [[str(each.relative_to(folder)), each.read_text("utf-8")] for each in files[start : start + 200]]
        for found in page.evaluate(f"(all) => all.map({LOOK})", given):
            assert (found["name"], found["wrong"]) == (found["name"], [])
            assert found["policy"] or "http-equiv=refresh" in found["name"], found["name"]
            headings[found["name"]] = " ".join(found["heading"].split())
    # Each title stands in its page whole, and nothing besides.
    events = poison.poisoned(poison.payloads())["events"]
    titles = {f"events/{each['id']}/index.html": " ".join(clean(each["title"]).split()) for each in events[:-1]}
    assert {name: headings[name] for name in titles} == titles
    assert ran(page) == []


def test_the_address_of_an_embed_runs_nothing(open_hooked: Open, site: str, poison: ModuleType) -> None:
    page = open_hooked(f"{site}404.html")
    texts = [quote(text, safe="") for text in poison.payloads()]
    names = ("q", "tag", "actor", "place", "from", "order", "theme", "accent", "lang", "childId")
    queries = [
        "&".join(f"{name}={texts[(at + 3 * step) % len(texts)]}" for step, name in enumerate(names))
        for at in range(0, len(texts), SOME)
    ]
    page.evaluate(IN_FRAMES, [f"embed/tags/{TAG}/?{query}#{texts[0]}" for query in queries])
    frames = page.frames[1:]
    assert len(frames) == len(queries)
    assert {urlsplit(frame.url).path for frame in frames} <= {f"/embed/tags/{TAG}/"}
    assert ran(page) == []


def test_the_address_of_the_timeline_runs_nothing(open_hooked: Open, site: str, poison: ModuleType) -> None:
    page = open_hooked(site)
    texts = [quote(text, safe="") for text in poison.payloads()]
    names = ("q", "tag", "actor", "place", "status", "from", "to")
    for at in range(0, len(texts), SOME):
        query = "&".join(f"{name}={texts[(at + step) % len(texts)]}" for step, name in enumerate(names))
        page.evaluate(
            "query => { history.pushState(null, '', query); dispatchEvent(new PopStateEvent('popstate')); }",
            f"?{query}",
        )
        page.evaluate("hash => { location.hash = hash; }", texts[at])
    assert ran(page) == []
    assert page.evaluate("document.querySelectorAll('.dl-filters output *').length") == 0


def test_the_elements_of_the_script_run_nothing(open_hooked: Open, site: str, poison: ModuleType) -> None:
    page = open_hooked(f"{site}404.html")
    found = page.evaluate(AS_ELEMENTS, poison.payloads())
    assert found["shown"] == len(poison.payloads())
    assert found["foreign"] == []
    # A page may show the timeline of another site, and says which; this page's own policy does not let it.
    assert [said for said in ran(page) if not re.fullmatch("connect-src https://.*/data/embed.json", said)] == []


def test_what_the_builder_gives_to_copy_is_one_frame_one_script_or_one_block(
    open_hooked: Open, site: str, poison: ModuleType
) -> None:
    page = open_hooked(f"{site}embed/builder/")
    page.locator(".dl-builder__form").wait_for()
    built = page.evaluate(BUILT, poison.payloads())
    assert len(built) > 300
    assert {tuple(each["frame"]) for each in built} == {("IFRAME",)}
    assert {tuple(each["script"]) for each in built} == {("SCRIPT", "NOSCRIPT", "A")}
    assert all(each["source"] == site for each in built)
    loaded = load_text(poison.as_file(poison.poisoned(poison.payloads())), Path("events.yaml"))
    assert loaded.timeline
    atlas = Atlas(loaded.timeline, SiteInfo(url="", name="", today=dt.date(2026, 11, 21)))
    for each in built:
        ((name, body),) = [(fence.name, fence.body) for fence in find_fences(each["markdown"].split("\n"))]
        assert (name, read_block("\n".join(body), atlas)[1]) == ("timeline", ())
    # Its preview, which is another frame at each choice, is looked at above, as the address of an embed.
    assert [*page.wrong, *page.evaluate("window.ran")] == []


def test_nothing_that_was_read_from_articles_runs_nor_any_translation(
    open_hooked: Open, read_folder: Path, read_site: str
) -> None:
    page = open_hooked(f"{read_site}404.html")
    files = sorted(read_folder.rglob("*.html"))
    events = [each.parent.name for each in files if each.parent.parent == read_folder / "es" / "events"]
    assert len(events) > 60
    given = [[str(each.relative_to(read_folder)), each.read_text("utf-8")] for each in files]
    for start in range(0, len(given), 200):
        for found in page.evaluate(f"(all) => all.map({LOOK})", given[start : start + 200]):
            assert (found["name"], found["wrong"]) == (found["name"], [])
    sources = [f"sources/{each.parent.name}/" for each in files if each.parent.parent.name == "sources"]
    for path in ("", "es/", *(f"es/events/{each}/" for each in events[:3]), *sources[:2]):
        page.goto(f"{read_site}{path}")
        page.wait_for_load_state("load")
        assert (path, ran(page)) == (path, [])


def test_a_drawing_is_a_picture_in_which_nothing_runs_and_to_which_no_page_leads(
    open_hooked: Open, read_folder: Path, read_site: str
) -> None:
    (event, *_) = sorted(each.name for each in (read_folder / "events").iterdir() if each.is_dir())
    page = open_hooked(f"{read_site}events/{event}/")
    picture = page.locator("img[src$='drawing.svg']")
    picture.scroll_into_view_if_needed()
    picture.evaluate("each => each.decode()")
    assert picture.evaluate("each => each.naturalWidth") == 40
    assert ran(page) == []
    linked = re.compile(r"""\bhref=["'][^"']*drawing\.svg""")
    assert [each for each in read_folder.rglob("*.html") if linked.search(each.read_text("utf-8"))] == []


def test_a_digest_runs_nothing_where_it_is_read(open_hooked: Open, site: str, poison: ModuleType) -> None:
    loaded = load_text(poison.as_file(poison.poisoned(poison.payloads())), Path("events.yaml"))
    assert loaded.timeline
    today = dt.date(2026, 11, 21)
    atlas = Atlas(loaded.timeline, SiteInfo(url="https://a.example/", name="Hostile", today=today))
    page = open_hooked(f"{site}404.html")
    page.set_content(digest_html(digest(atlas, dt.date(2000, 1, 1), today, frozenset()), atlas))
    assert page.locator("h1").count() == 1
    assert page.locator("a").count() > len(atlas.shown)
    assert ran(page) == []
