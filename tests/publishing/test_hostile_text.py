"""Text that is meant to do harm is shown as text, in every field, on every page, in the feed and in the data."""

from __future__ import annotations

import datetime as dt
import json
import re
import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar
from lxml import etree
from lxml import html as lxml_html

from generator.model import Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.drafts import made
from generator.publishing.embedding.builder_page import BUILDER_PATH
from generator.publishing.open_data.api import events_json
from generator.publishing.open_data.atom import atom_feed
from generator.publishing.open_data.files import open_data_files
from generator.publishing.page import Page
from generator.publishing.pages import home, pages
from generator.publishing.plain_text import first_sentence
from generator.publishing.share_pages import share_images
from generator.publishing.site_info import SiteInfo

HOSTILE = {
    "script": "<script>alert(1)</script>",
    "attribute": "\" autofocus onfocus=alert(1) x='\" onmouseover='alert(1)'",
    "image": "<img src=x onerror=alert(1)>",
    "closing": "</title></h1></article></textarea><svg onload=alert(1)>",
    "comment": "<!-- --><!--",
    "link": "[press](javascript:alert(1)) <javascript:alert(1)>",
    "markdown": "# head\n\n```\n</code>\n```\n\n| a |\n|---|\n\n<div>",
    "template": "{{ 7*7 }}{% raw %}${7*7}",
    "directions": "safe \u202egnp.exe \u2066x\u2069 \u202d\u202c",
    "control": "nul\x00 escape\x1b[2J bell\x07 next\x85 last\uffff",
    "cdata": "]]> &amp; &#x3c;script&#x3e;",
}
ALLOWED = {
    *(
        "a",
        "table",
        "tbody",
        "td",
        "th",
        "tr",
        "article",
        "aside",
        "bdi",
        "blockquote",
        "button",
        "circle",
        "code",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
    ),
    *("figure", "h1", "h2", "h3", "header", "img", "li", "link", "meta", "nav", "ol", "p", "path", "rect", "section"),
    *("span", "strong", "summary", "svg", "time", "title", "ul", "html", "body", "head"),
}
BUILDER = {
    "fieldset",
    "form",
    "iframe",
    "input",
    "label",
    "legend",
    "link",
    "optgroup",
    "option",
    "pre",
    "script",
    "select",
}
"""What else stands on the page on which embeds are put together: its form, its texts to copy, and its own script."""


def poisoned(poison: str) -> Timeline:
    """A timeline with a hostile text in every field that takes one."""

    def entry(name: str, **more: Any) -> dict[str, Any]:
        return {"id": name, "date": "2022-12-30", "title": poison, "summary": poison, **more}

    source = {"title": poison, "publisher": poison, "note": poison, "language": poison, "published": "2022-12-30"}
    basis = {"method": poison, "words": poison, "reason": poison, "confidence": "low"}
    citation = {
        **dict.fromkeys(("quote", "when", "rule", "reason"), poison),
        "source": "source",
        "from": "2022-12-30",
        "date": "2022-12-31",
    }
    return Timeline.model_validate(
        {
            "timeline": dict.fromkeys(("title", "scope", "contact", "text", "license", "language"), poison),
            "actors": {"actor": {"name": poison, "aliases": [poison], "text": poison}},
            "sources": {
                "source": {**source, "published_basis": basis, "url": "https://a.example/?a=1&b='"},
                "reprint": {**source, "original": "source", "kind": "digest"},
            },
            "periods": [{"title": poison, "text": poison, "from": "2022", "to": "2023"}],
            "events": [
                entry(
                    "whole",
                    **dict.fromkeys(("time", "disputed", "attributed_to", "response"), poison),
                    actors=[poison, f"{poison} other"],
                    places=[poison],
                    tags=[poison, "tag"],
                    media={"file": poison, "alt": poison, "credit": poison, "license": poison},
                    related=[{"id": "plan", "as": "outcome"}],
                    citations=[citation, {"source": "reprint", "quote": poison}],
                    corrections=[{"date": "2023-01-01", "text": poison}],
                    aliases=["old"],
                ),
                entry("plan", status="planned", media={"file": "x.png", "alt": poison, "credit": poison}),
                entry("gone", review="withdrawn", reason=poison, response=poison),
            ],
        }
    )


@pytest.fixture(params=HOSTILE)
def poison(request: pytest.FixtureRequest) -> str:
    return HOSTILE[request.param]


@pytest.fixture
def dark_site(poison: str) -> SiteInfo:
    return SiteInfo(
        url="https://a.example/",
        name=poison,
        today=dt.date(2026, 11, 21),
        issues_url="https://code.example/new?labels=mistake",
    )


@pytest.fixture
def every_page(poison: str, dark_site: SiteInfo) -> list[Page]:
    timeline = poisoned(poison)
    return [draft.make() for draft in (home(Atlas(timeline, dark_site)), *pages(Atlas(timeline, dark_site)))]


def test_only_our_own_elements_and_attributes_come_out(every_page: list[Page]) -> None:
    for page in every_page:
        tree = lxml_html.fromstring(f"<div>{page.head}{page.content}</div>")
        data = tree.xpath("//script[@type='application/ld+json']")
        for script in data:
            assert isinstance(json.loads(script.text), dict), page.path
        elements = [element for element in tree.iter() if isinstance(element.tag, str) and element not in data]
        allowed = ALLOWED | BUILDER if page.path == BUILDER_PATH else ALLOWED
        assert {element.tag for element in elements} <= allowed, page.path
        assert all(element.get("src") and not element.text for element in elements if element.tag == "script"), (
            page.path
        )
        assert not [name for name in tree.xpath("//@*") if name.attrname.startswith("on")], page.path
        assert not tree.xpath("//comment()"), page.path


def test_every_element_that_is_opened_is_closed_where_we_close_it(every_page: list[Page]) -> None:
    for page in every_page:
        markup = re.sub(r"(<input [^<>]*|<img [^<>]*[^/])>", r"\1/>", page.content)
        markup = re.sub(r" (hidden|required|data-unknown)(?=[ >/])", r' \1=""', markup)
        etree.fromstring(f"<div>{markup}</div>")


def test_every_link_is_to_the_web_or_within_the_site(every_page: list[Page]) -> None:
    for page in every_page:
        tree = lxml_html.fromstring(f"<div>{page.head}{page.content}</div>")
        for address in tree.xpath("//@href | //@src"):
            assert urlsplit(address).scheme in {"", "https", "mailto"}, (page.path, address)
            assert not address.startswith("//"), (page.path, address)


def test_nothing_that_turns_text_around_or_breaks_a_document_comes_out(
    every_page: list[Page], poison: str, dark_site: SiteInfo
) -> None:
    atlas = Atlas(poisoned(poison), dark_site)
    texts = [text for page in every_page for text in (page.content, page.head, page.title, page.description)]
    texts += [part for page in every_page for entry in page.search for part in (entry.title, entry.text, *entry.tags)]
    texts += [content.decode() for _, content in made(open_data_files(atlas))]
    for text in texts:
        assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\x00\x07\x1b\x85\ud800\uffff")


def test_no_language_is_named_that_is_none(every_page: list[Page]) -> None:
    for page in every_page:
        assert "lang=" not in page.content


def test_the_text_is_still_there_to_be_read(every_page: list[Page], poison: str) -> None:
    event = next(page for page in every_page if page.path == "events/whole/")
    tree = lxml_html.fromstring(event.content)
    (title,) = tree.xpath("//h1")
    shown = title.text_content()
    assert "".join(char for char in poison if char in shown) == shown
    assert len(shown) > len(poison) / 2


def test_the_feed_holds_it_as_text(poison: str, dark_site: SiteInfo) -> None:
    feed = etree.fromstring(atom_feed(Atlas(poisoned(poison), dark_site)))
    for content in feed.iterfind(".//{http://www.w3.org/2005/Atom}content"):
        tree = lxml_html.fromstring(f"<div>{content.text}</div>")
        assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} <= ALLOWED
        assert {urlsplit(address).scheme for address in tree.xpath("//@href")} <= {"", "https"}


def test_the_data_can_stand_in_a_script_element(poison: str, dark_site: SiteInfo) -> None:
    data = events_json(Atlas(poisoned(poison), dark_site)).decode()
    assert "<" not in data
    assert {event["id"] for event in json.loads(data)["events"]} == {"whole", "plan"}


def test_every_file_of_data_can_be_read(poison: str, dark_site: SiteInfo) -> None:
    for path, content in made(open_data_files(Atlas(poisoned(poison), dark_site))):
        if path.endswith((".json", ".jsonld")):
            assert b"<" not in content or path in {"openapi.json", "CITATION.cff"} or path.startswith("schema/"), path
            json.loads(content)
        elif path.endswith(".xml"):
            etree.fromstring(content)
        elif path.endswith(".ics"):
            Calendar.from_ical(content)


def test_the_address_for_a_mistake_has_the_fields_that_we_gave_it(every_page: list[Page]) -> None:
    event = next(page for page in every_page if page.path == "events/whole/")
    (href,) = lxml_html.fromstring(event.content).xpath("//a[.='Report a mistake']/@href")
    assert set(parse_qs(urlsplit(href).query)) == {"labels", "template", "event", "title", "body"}
    assert urlsplit(href).hostname == "code.example"


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "a." * 50_000, "." * 100_000, "A. " * 30_000, ".)" * 50_000, "日" * 100_000]
)
def test_a_text_without_end_is_read_in_a_time_by_its_length(text: str) -> None:
    begun = time.process_time()
    assert first_sentence(f"{text}x") == f"{text}x"
    assert time.process_time() - begun < 5


def test_of_a_title_without_end_an_image_shows_the_beginning(dark_site: SiteInfo) -> None:
    timeline = Timeline.model_validate({"events": [{"id": "e", "title": "W" * 100_000}]})
    images = list(share_images(Atlas(timeline, dark_site)))
    assert len(images) == 2
    assert max(len(image.subject.title) for image in images) == 400
