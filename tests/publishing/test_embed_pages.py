"""Pages for frames: small, whole without a script, and never a dead end."""

from __future__ import annotations

import dataclasses
import gzip
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from generator.model import Timeline
from generator.publishing.assets import ASSETS
from generator.publishing.atlas import Atlas
from generator.publishing.drafts import made
from generator.publishing.embedding.addresses import EMBEDDED, embed_path, oembed_path
from generator.publishing.embedding.embed_events import event_pages
from generator.publishing.embedding.embed_files import embed_files
from generator.publishing.embedding.embed_lists import MOST, list_pages
from generator.publishing.embedding.oembed import HEIGHT, HEIGHT_OF_EVENT, iframe
from generator.publishing.overviews import overview_path
from generator.publishing.page import Page
from generator.publishing.site_info import SiteInfo

VOTE = "embed/events/2021-03-04-council-approves-bridge/index.html"


def kilobytes(content: bytes) -> float:
    """How much of a content goes over the wire, compressed, in thousands of bytes."""
    return len(gzip.compress(content)) / 1000


@pytest.fixture(scope="module")
def framed(atlas: Atlas) -> dict[str, Any]:
    """Every page for a frame of the made-up timeline, by its path."""
    found = {
        path: lxml_html.document_fromstring(content)
        for path, content in made(embed_files(atlas))
        if path.endswith(".html")
    }
    assert found
    return found


@pytest.fixture(scope="module")
def large(site: SiteInfo) -> Atlas:
    """Two hundred events of ten years, and one without a date."""
    events = [
        {
            "id": f"e{at}",
            "date": f"{2010 + at // 20}-01-{at % 20 + 1:02}",
            "title": f"Event {at}",
            "tags": [("energy", "trade")[at % 2]],
            "summary": "What was said on that day. It was much.",
            "citations": [{"source": "paper"}],
        }
        for at in range(200)
    ]
    events.append({"id": "undated", "title": "Some day"})
    sources = {"paper": {"title": "A report", "publisher": "Paper", "url": "https://paper.example/"}}
    return Atlas(Timeline.model_validate({"events": events, "sources": sources}), site)


def test_each_event_each_kind_of_selection_and_the_whole_have_a_page(atlas: Atlas, framed: dict[str, object]) -> None:
    expected = {"embed/index.html"}
    expected |= {f"embed/{each.path}index.html" for kind in EMBEDDED for each in atlas.selections[kind]}
    for event in (*atlas.shown, *atlas.withdrawn):
        expected |= {f"embed/events/{key}/index.html" for key in (event.id, *event.aliases)}
    assert set(framed) == expected
    assert embed_path("tags/money/") == "embed/tags/money/"


def test_every_link_within_a_frame_leads_to_a_page_of_the_frame_and_others_open_a_window(
    framed: dict[str, Any], built: dict[str, Page]
) -> None:
    for path, page in framed.items():
        folder = path.removesuffix("index.html")
        for link in page.xpath("//a[@href]"):
            address = link.get("href")
            if link.get("target") == "_blank":
                assert "noopener" in link.get("rel")
            elif address != "./":
                assert f"{resolved(folder, address)}index.html" in framed, (path, address)
        (out,) = page.xpath("//a[@data-site]/@href")
        assert resolved(folder, out) in built


def resolved(folder: str, address: str) -> str:
    """Where a relative address leads to from a folder, under the site's root."""
    parts = folder.split("/")[:-1]
    while address.startswith("../"):
        address = address.removeprefix("../")
        parts.pop()
    return "/".join([*parts, "" if address == "./" else address])


def test_no_page_for_a_frame_is_listed_by_search_engines_or_asks_anything_of_others(
    framed: dict[str, Any],
) -> None:
    for page in framed.values():
        assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy.startswith("default-src 'none'; script-src 'self' https://bridge.example;")
        sources = page.xpath("//@src")
        assert {source.rpartition("/")[2] for source in sources} == {"frame.js", "height.js"}
        assert all(source.startswith("../") for source in sources)
        assert page.xpath("//@style | //style | //img | //iframe | //script[not(@src)]") == []


def test_a_page_that_is_opened_by_itself_asks_the_host_for_no_icon(framed: dict[str, Any]) -> None:
    for page in framed.values():
        assert page.xpath("//link[@rel='icon']/@href") == ["data:,"]
        (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "img-src 'self' https://bridge.example data:;" in policy


def test_where_the_sites_address_is_not_known_a_page_names_none(atlas: Atlas, bare_site: SiteInfo) -> None:
    (page,) = (
        content.decode() for path, content in made(embed_files(Atlas(atlas.timeline, bare_site))) if path == VOTE
    )
    assert "oembed" not in page
    assert "canonical" not in page
    assert "script-src 'self';" in page
    assert "bridge.example" not in page


def test_an_event_says_who_reports_it_with_the_address_to_be_read(framed: dict[str, Any]) -> None:
    page = framed[VOTE]
    source = page.xpath("//ol[@class='dl-sources']/li")[0]
    said = " ".join(source.text_content().split())
    for words in (
        "Fernhaven Gazette",
        "5 March 2021",
        "Council says yes to the bridge",
        "After a debate of four hours",
    ):
        assert words in said
    assert source.xpath(".//bdi[@class='dl-address']/text()")[0] == "https://gazette.example/2021/bridge"
    assert source.xpath(".//a/@href")[0].startswith("https://gazette.example/2021/bridge#:~:text=")
    whole = page.text_content()
    assert "two members were not told" in whole
    assert "all members were told in writing" in whole
    assert "The vote was 14 to 3, not 13 to 3." in whole


def test_a_link_of_a_summary_leaves_the_frame_for_the_site(framed: dict[str, Any]) -> None:
    (link,) = framed[VOTE].xpath("//div[@class='dl-summary']//a")
    assert (link.get("href"), link.get("target")) == ("../../../method/", "_blank")


def test_an_id_of_old_shows_the_event_and_names_its_present_address(framed: dict[str, Any]) -> None:
    old = framed["embed/events/2021-03-bridge-vote/index.html"]
    assert old.text_content() == framed[VOTE].text_content()
    assert old.xpath("//link[@rel='canonical']/@href")[0].endswith("/events/2021-03-04-council-approves-bridge/")


def test_a_withdrawn_event_says_so_and_nothing_of_what_it_reported(framed: dict[str, Any], atlas: Atlas) -> None:
    (event,) = atlas.withdrawn
    said = framed[f"embed/events/{event.id}/index.html"].text_content()
    assert "Withdrawn" in said
    assert event.reason in said
    assert not event.summary or event.summary not in said


def test_a_candidate_is_marked_as_such(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(review="candidate", date="2026-01-02")
    shown = Atlas(atlas.timeline, dataclasses.replace(atlas.site, candidates=True))
    pages = dict(made(embed_files(shown)))
    assert "nobody has checked it yet" in pages["embed/events/test/index.html"].decode()
    assert not any("events/test" in path for path, _ in made(embed_files(atlas)))


def test_a_timeline_without_events_says_so(site: SiteInfo) -> None:
    empty = Atlas(Timeline.model_validate({"events": []}), site)
    assert b"No event has been published yet." in dict(made(embed_files(empty)))["embed/index.html"]


def test_a_long_list_has_the_latest_and_leads_to_the_others(large: Atlas) -> None:
    pages = {
        path: lxml_html.document_fromstring(content)
        for path, content in made(embed_files(large))
        if path.endswith(".html")
    }
    whole = pages["embed/index.html"]
    entries = whole.xpath("//li/@id")
    assert (len(entries), entries[0], entries[-1]) == (MOST, "e100", "e199")
    assert whole.xpath("//main/@data-total") == ["201"]
    assert whole.xpath("//main/@data-known-tag") == ["energy trade"]
    (cut,) = whole.xpath("//p[@class='dl-cut']")
    assert "Only the latest 100 are listed here." in cut.text_content()
    assert cut.xpath("./a/@href") == [f"years/{year}/" for year in range(2010, 2020)]
    assert pages["embed/tags/energy/index.html"].xpath("//p[@class='dl-cut']") == []


def test_nothing_that_others_wrote_becomes_markup(atlas_of: Callable[..., Atlas]) -> None:
    poison = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'{{ 7 * 7 }}[x](javascript:alert(1))\u202e"
    texts = dict.fromkeys(("title", "summary", "time", "disputed", "attributed_to", "response"), poison)
    lists = {key: [poison] for key in ("places", "tags")}
    source = {"title": poison, "publisher": poison, "note": poison, "url": "https://paper.example/?a=%22%3E"}
    atlas = atlas_of(
        date="2026",
        **texts,
        **lists,
        citations=[{"source": "paper", "quote": poison}],
        corrections=[{"date": "2026-01-02", "kind": "correction", "text": poison}],
        sources={"paper": source},
        timeline={"title": poison, "text": poison, "license": poison},
    )
    for path, content in made([*list_pages(atlas), *event_pages(atlas)]):
        check_harmless(path, content.decode())


def check_harmless(path: str, html: str) -> None:
    """Hold that a page has no markup but ours, and none of what was written is lost."""
    page = lxml_html.document_fromstring(html)
    assert page.xpath("//script[not(@src)] | //img | //@onerror | //@*[starts-with(., 'javascript:')]") == [], path
    assert "<script>alert(1)</script>" in page.text_content()
    assert "{{ 7 * 7 }}" in page.text_content()
    assert "\u202e" not in html


def test_pictures_stay_out_of_a_list(atlas_of: Callable[..., Atlas]) -> None:
    from generator.publishing.pictures import PictureFile

    media = {"file": "bridge.jpg", "alt": "A bridge"}
    atlas = atlas_of(date="2026", level="key", media=media)
    fields = {field.name: 1 for field in dataclasses.fields(PictureFile)}
    pictures = {"bridge.jpg": PictureFile(**fields)}
    shown = Atlas(atlas.timeline, dataclasses.replace(atlas.site, pictures=pictures))
    assert b"<img" not in dict(made(embed_files(shown)))["embed/index.html"]


def test_an_edition_names_the_page_in_each_language(harbour: Timeline, site: SiteInfo) -> None:
    edition = dataclasses.replace(site, shared="../", languages=(("en", ""), ("es", "es")))
    page = lxml_html.document_fromstring(
        dict(made(embed_files(Atlas(harbour, edition))))["embed/tags/money/index.html"]
    )
    alternates = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@hreflang]")}
    assert alternates == {
        "en": "../../../../embed/tags/money/",
        "es": "../../../../es/embed/tags/money/",
    }
    assert page.xpath("//link[@rel='stylesheet']/@href") == ["../../../../assets/dateline/embed/frame.css"]


def test_a_language_that_is_written_from_the_right_turns_the_page_around(harbour: Timeline, site: SiteInfo) -> None:
    info = harbour.timeline.model_copy(update={"language": "ar"})
    arabic = Atlas(harbour.model_copy(update={"timeline": info}), site)
    page = lxml_html.document_fromstring(dict(made(embed_files(arabic)))[VOTE])
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")


@pytest.mark.parametrize(
    ("page", "at_most"),
    [("embed/index.html", 12), ("embed/events/e7/index.html", 2), ("embed/years/2010/index.html", 3)],
)
def test_a_page_for_a_frame_stays_within_its_budget(large: Atlas, page: str, at_most: float) -> None:
    assert kilobytes(dict(made(embed_files(large)))[page]) <= at_most


def test_what_a_frame_loads_besides_its_page_stays_within_its_budget() -> None:
    sizes = {path.name: kilobytes(path.read_bytes()) for path in (ASSETS / "embed").iterdir() if "frame" in path.name}
    assert sizes["frame.js"] + kilobytes((ASSETS / "embed" / "height.js").read_bytes()) <= 6
    assert sizes["frame.css"] <= 3


def test_a_script_of_a_frame_uses_nothing_that_a_sandbox_forbids() -> None:
    for name in ("frame.js", "height.js", "gone.js"):
        script = re.sub(r"/\*.*?\*/|//[^\n]*", "", (ASSETS / "embed" / name).read_text(), flags=re.DOTALL)
        forbidden = (
            r"\b(?:fetch|localStorage|sessionStorage|cookie|import|innerHTML|outerHTML|insertAdjacentHTML|eval)\b"
        )
        assert not re.search(forbidden, script), name


GUIDE = (Path(__file__).parents[2] / "docs" / "embed.md").read_text()


def test_the_snippet_of_the_guide_is_the_one_that_is_handed_out() -> None:
    assert f"\n{iframe('https://example.org/timeline/embed/', 'Timeline', HEIGHT)}\n" in GUIDE
    assert f"{HEIGHT} pixels are a good height for a list and {HEIGHT_OF_EVENT} for one" in GUIDE


def test_the_guide_explains_every_name_that_an_address_can_ask_by_and_no_other() -> None:
    section = GUIDE.split("### What the address can ask for", 1)[1].split("\n### ", 1)[0]
    explained = re.findall(r"`(\w+)`", "".join(re.findall(r"^\| (`[^|]*) \|", section, re.MULTILINE)))
    script = (ASSETS / "embed" / "frame.js").read_text()
    listed = re.findall(r"`(\w+)`", script.split("*/", 1)[0])
    assert sorted(explained) == sorted(listed)
    assert all(f'"{name}"' in script for name in explained)


def test_the_guide_names_every_kind_of_page_for_a_frame() -> None:
    assert all(f"`embed/{overview_path(kind)}…/`" in GUIDE for kind in EMBEDDED)


def test_every_variable_of_the_style_sheet_is_declared() -> None:
    sheet = Path(ASSETS / "embed" / "frame.css").read_text()
    used = set(re.findall(r"var\((--[\w-]+)", sheet)) - {"--dateline-accent-on-light", "--dateline-accent-on-dark"}
    assert used <= set(re.findall(r"^\s*(--[\w-]+):", sheet, re.MULTILINE))
    assert oembed_path("") == "embed/oembed.json"
