"""Texts that are meant to do harm, in every field: the data that others read hold them as the texts that they are."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import json
import re
import unicodedata
from collections.abc import Iterator
from types import ModuleType
from typing import Any
from urllib.parse import unquote, urlsplit

import feedparser
import markdown
import pytest
import yaml
from icalendar import Calendar
from lxml import etree
from lxml import html as lxml_html
from pydantic import ValidationError

from generator.curating.load import load_text
from generator.model import Source, Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.digest import digest, digest_html, digest_markdown
from generator.publishing.drafts import made
from generator.publishing.embedding.embed_files import embed_files
from generator.publishing.open_data.files import open_data_files
from generator.publishing.page import Page
from generator.publishing.pages import home, pages
from generator.publishing.plain_text import clean
from generator.publishing.share_images import Subject, draw
from generator.publishing.site_info import SiteInfo
from generator.publishing.typeface import Typeface
from generator.scalars import MAX_ID_BYTES, is_device

SITE = SiteInfo(url="https://a.example/", name="A site", today=dt.date(2026, 11, 21))
LONGEST = ("a" * MAX_ID_BYTES, "日" * (MAX_ID_BYTES // 3))
"""Ids than which none is longer."""

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
FORBIDDEN = re.compile(r'[<>:"\\|?*]')
"""What no name may hold on Windows."""

FOREIGN = {
    "applet",
    "base",
    "embed",
    "form",
    "frame",
    "iframe",
    "math",
    "object",
    "portal",
    "script",
    "style",
    "template",
}
"""Elements that no text may bring in; the page that puts embeds together has a form and a frame of its own."""
ANY_FOREIGN = " | ".join(f"//{name}" for name in sorted(FOREIGN))


def timeline(data: dict[str, Any], poison: ModuleType) -> Timeline:
    """As a build gets it: through the file and the loader."""
    loaded = load_text(poison.as_file(data), poison.HERE / "events.yaml")
    assert loaded.timeline, loaded.faults
    return loaded.timeline


@pytest.fixture(scope="module", params=["our own", "a library's"])
def atlas(request: pytest.FixtureRequest, poison: ModuleType, from_articles: dict[str, Any]) -> Atlas:
    """Our own stand in each field, and in what was read from articles; those of a library in one field each."""
    if request.param == "our own":
        data = poison.poisoned(poison.payloads())
        data["sources"] |= from_articles["sources"]
        data["events"] += from_articles["events"]
        data["events"] += [{"id": each, "date": "2022", "title": each, "tags": [each]} for each in LONGEST]
        return Atlas(timeline(data, poison), SITE)
    texts = poison.of_a_library()
    if not texts:
        pytest.skip("brs-kb, the library of such texts, is not installed")
    return Atlas(timeline(poison.poisoned(texts, once=True), poison), SITE)


@pytest.fixture(scope="module")
def every_page(atlas: Atlas) -> list[Page]:
    return [draft.make() for draft in (home(atlas), *pages(atlas))]


@pytest.fixture(scope="module")
def data(atlas: Atlas) -> dict[str, bytes]:
    return dict(made(open_data_files(atlas)))


@pytest.fixture(scope="module")
def titles(atlas: Atlas) -> dict[str, str]:
    """What each event is called, as others may read it."""
    return {event.id or "": shown(event.title or "") for event in atlas.shown}


def shown(text: str) -> str:
    """A text without what would break a document, on one line."""
    return " ".join(clean(text).split())


def test_there_are_enough_of_them(poison: ModuleType) -> None:
    assert len(poison.payloads()) >= 300


def test_no_field_of_a_timeline_is_left_out(poison: ModuleType) -> None:
    data = json.dumps(poison.poisoned([f"text{number}" for number in range(poison.FIELDS * 2)], once=True))
    assert len(set(re.findall(r"text\d+", data))) == poison.FIELDS * 2


def test_what_stands_in_articles_comes_through_to_the_timeline(
    poison: ModuleType, from_articles: dict[str, Any]
) -> None:
    said = shown(json.dumps(from_articles, ensure_ascii=False))
    # What ends a sentence, or is a byline, does not; nor what no file of text may hold.
    texts = [shown(json.dumps(text, ensure_ascii=False)[1:-1]) for text in poison.payloads()]
    assert sum(text in said for text in texts) > 0.8 * len(texts)
    assert len(from_articles["events"]) > 100


def test_no_page_has_an_element_an_attribute_or_an_address_of_theirs(every_page: list[Page]) -> None:
    addresses = set()
    for page in every_page:
        tree = lxml_html.fromstring(f"<div>{page.head}{page.content}</div>")
        foreign = [each for each in tree.xpath(ANY_FOREIGN) if each.get("type") != "application/ld+json"]
        builder = {"form", "iframe", "script"} if page.path == "embed/builder/" else set[str]()
        assert {each.tag for each in foreign if each.get("class") != "dl-filters"} <= builder, page.path
        assert not tree.xpath("//@*[starts-with(name(), 'on')] | //@srcdoc"), page.path
        addresses |= {str(each) for each in tree.xpath("//@href | //@src | //@action | //@data")}
    assert {urlsplit(each).scheme for each in addresses} <= {"", "https", "mailto"}
    assert not [each for each in addresses if each.startswith(("//", "\\"))]


def test_the_structured_data_of_a_page_end_where_we_end_them(every_page: list[Page], atlas: Atlas) -> None:
    heads = [page.head for page in every_page if "application/ld+json" in page.head]
    found = [json.loads(text) for head in heads for text in re.findall(r'ld\+json">(.*?)</script', head, re.DOTALL)]
    assert len(found) == len(heads) > len(atlas.shown)


def test_of_a_table_each_row_is_an_event_and_no_cell_a_formula(
    atlas: Atlas, data: dict[str, bytes], titles: dict[str, str]
) -> None:
    citations = sum(len(event.citations) for event in atlas.shown)
    for name, count in {"events.csv": len(titles), "citations.csv": citations}.items():
        rows = list(csv.DictReader(io.StringIO(data[name].decode(), newline=""), strict=True))
        assert len(rows) == count
        assert not [cell for row in rows for cell in row.values() if cell.startswith(FORMULA)]
        assert all(None not in row and None not in row.values() for row in rows)
    rows = list(csv.DictReader(io.StringIO(data["events.csv"].decode(), newline="")))
    for row in rows:
        assert titles[row["id"]] in {shown(row["title"]), shown(row["title"].removeprefix("'"))}


def id_in(address: str) -> str:
    """The id of the event whose page has an address."""
    found = re.search("/events/([^/]+)/", address)
    assert found, address
    return unquote(found[1])


def test_of_a_feed_each_entry_is_an_event_with_its_title(data: dict[str, bytes], titles: dict[str, str]) -> None:
    tree = etree.fromstring(data["feed.xml"])
    atom = {"a": "http://www.w3.org/2005/Atom"}
    entries = tree.xpath("//a:entry", namespaces=atom)
    link, title = (etree.XPath(f"string({path})", namespaces=atom) for path in ("a:link/@href", "a:title"))
    said = {id_in(link(each)): title(each) for each in entries}
    assert 0 < len(said) == len(entries)
    read = feedparser.parse(data["feed.xml"])
    assert not read.bozo
    assert len(read.entries) == len(entries)
    items = {id_in(item["url"]): item for item in json.loads(data["feed.json"])["items"]}
    assert items.keys() == said.keys()
    for key, text in said.items():
        assert titles[key] in shown(text)
        assert titles[key] in shown(items[key]["title"])
    for content in [
        *tree.xpath("//a:content/text()", namespaces=atom),
        *(item["content_html"] for item in items.values()),
    ]:
        elements = [each for each in lxml_html.fromstring(f"<div>{content}</div>").iter() if isinstance(each.tag, str)]
        assert not {each.tag for each in elements} & {*FOREIGN, "img", "svg"}
        assert not [name for each in elements for name in each.attrib if name.startswith("on")]


def test_each_feed_of_a_part_can_be_read(data: dict[str, bytes]) -> None:
    feeds = [content for name, content in data.items() if name.endswith("feed.xml") or name == "corrections.xml"]
    assert len(feeds) > 100
    assert {etree.fromstring(content).tag.rpartition("}")[2] for content in feeds} == {"feed"}


def test_of_a_calendar_each_entry_is_an_event_with_its_title(data: dict[str, bytes], titles: dict[str, str]) -> None:
    text = data["calendar.ics"]
    assert not [line for line in text.split(b"\r\n") if len(line) > 75 or b"\n" in line or b"\r" in line]
    read = Calendar.from_ical(text)
    events = read.walk("VEVENT")
    assert len(events) == len(titles)
    assert not read.walk("VALARM")
    assert not [event for event in events if "ATTENDEE" in event or event.errors]
    assert {id_in(event["URL"]) for event in events} == titles.keys()
    assert [event for event in events if titles[id_in(event["URL"])] not in shown(str(event["SUMMARY"]))] == []


def test_what_programs_read_says_each_title_and_can_stand_in_a_script(
    data: dict[str, bytes], titles: dict[str, str]
) -> None:
    events = json.loads(data["events.json"])["events"]
    assert {event["id"]: shown(event["title"]) for event in events} == titles
    linked = json.loads(data["events.jsonld"])
    assert {shown(str(name)) for name in names(linked)} >= set(titles.values())
    assert not [
        name
        for name, content in data.items()
        if name.endswith((".json", ".jsonld")) and not name.startswith(("schema/", "openapi")) and b"<" in content
    ]
    slides = json.loads(data["timelinejs.json"])["events"]
    said = {shown(html.unescape(re.sub(r"<[^<>]*>", "", slide["text"]["headline"]))) for slide in slides}
    assert set(titles.values()) <= said
    assert yaml.safe_load(data["CITATION.cff"])["title"]


def names(data: Any) -> Iterator[object]:
    """Every name of linked data."""
    if isinstance(data, dict):
        yield from (value for key, value in data.items() if key in {"name", "headline"})
        data = list(data.values())
    if isinstance(data, list):
        for each in data:
            yield from names(each)


def test_every_path_is_a_file_of_its_own_on_every_system(
    every_page: list[Page], data: dict[str, bytes], atlas: Atlas
) -> None:
    embeds = [each.path for each in embed_files(atlas)]
    paths = [*(f"{page.path}index.html" for page in every_page), *data, *embeds]
    names = {name for path in paths for name in path.split("/")}
    assert not [name for name in names if is_device(name) or name.endswith((".", " ")) or len(name.encode()) > 255]
    assert not [name for name in names if FORBIDDEN.search(name) or not name.isprintable()]
    # Windows and macOS tell neither capitals nor the forms of one letter apart.
    assert len({unicodedata.normalize("NFC", path).casefold() for path in paths}) == len({*paths}) == len(paths)


def test_an_answer_of_oembed_holds_one_frame_and_its_title(atlas: Atlas) -> None:
    answers = [
        json.loads(content) for path, content in made(embed_files(atlas)) if "oembed" in path and path.endswith("json")
    ]
    assert len(answers) > len(atlas.shown)
    for answer in answers:
        (frame,) = lxml_html.fragments_fromstring(answer["html"])
        assert (frame.tag, shown(frame.get("title")), frame.text) == ("iframe", shown(answer["title"]), None)
        assert urlsplit(frame.get("src")).netloc == "a.example"


def test_an_address_is_taken_only_where_it_leads_to_the_web(poison: ModuleType) -> None:
    texts = (*poison.payloads(), *poison.of_a_library())
    taken = []
    for text in texts:
        try:
            taken.append(Source(url=text).url or "")
        except ValidationError:
            continue
    assert all(re.match("https?://", each, re.IGNORECASE) for each in taken)
    assert not [each for each in taken if set(each) & set('<>" \t\r\n\0')]


def test_a_digest_holds_nothing_of_theirs(atlas: Atlas) -> None:
    day = dt.date(2026, 11, 21)
    found = digest(atlas, dt.date(2000, 1, 1), day, frozenset())
    assert len(found.new) == len(atlas.shown)
    page = digest_html(found, atlas)
    tree = lxml_html.fromstring(page)
    assert {each.tag for each in tree.xpath(ANY_FOREIGN)} <= {"style"}
    assert "evil" not in "".join(tree.xpath("//style/text()"))
    assert not tree.xpath("//@*[starts-with(name(), 'on')] | //@srcdoc | //img | //svg")
    addresses = {str(each) for each in tree.xpath("//@href | //@src | //@action")}
    assert {urlsplit(each).scheme for each in addresses} == {"https"}
    written = digest_markdown(found, atlas)
    rendered = lxml_html.fromstring(f"<div>{markdown.markdown(written)}</div>")
    assert not rendered.xpath(f"{ANY_FOREIGN} | //img | //svg | //@*[starts-with(name(), 'on')]")
    assert {urlsplit(str(each)).scheme for each in rendered.xpath("//@href")} == {"https"}


def test_a_share_image_says_its_text_in_pixels_alone(poison: ModuleType) -> None:
    text = poison.payloads()[0]
    image = draw(Subject(title=text, date="2022", plain_date="2022", timeline=text), Typeface())
    kinds, at = [], 8
    while at < len(image):
        kinds.append(image[at + 4 : at + 8])
        at += 12 + int.from_bytes(image[at : at + 4], "big")
    assert {*kinds} <= {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}
