"""What the fuzz calls: one function a target. Only leaf errors of `generator.errors` may come out of it.

A target also asserts what must hold of every answer, so that a wrong one is found as a crash is.
"""
# ruff: noqa: S101 as in tests, an assertion is what is held

from __future__ import annotations

import atexit
import datetime as dt
import functools
import itertools
import logging
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fuzz import article_inputs, import_inputs, site_inputs

from generator.errors import DatelineError

if TYPE_CHECKING:
    from generator.publishing.atlas import Atlas

TODAY = dt.date(2026, 11, 22)
MEMORY = Path("/dev/shm")  # noqa: S108 a folder of its own is made in it
MOST_ARTICLES = 50
HARBOUR = Path(__file__).parents[2] / "tests" / "publishing" / "data" / "harbour.yaml"

# What libraries remark of inputs like these is for the log of a run over articles.
logging.disable(logging.CRITICAL)


@dataclass(frozen=True, slots=True)
class Target:
    """A thing to be fuzzed.

    Attributes:
        make: Makes an input by a seeded generator.
        run: Reads it. It raises `DatelineError` for what is refused; whatever else it raises is a find.
    """

    make: Callable[[Any], Any]
    run: Callable[[Any], None]


@functools.cache
def folder() -> Path:
    """Where inputs lie that are read from a file: in memory, where there is such a folder."""
    made = Path(tempfile.mkdtemp(dir=MEMORY if MEMORY.is_dir() else None))
    atexit.register(shutil.rmtree, made)
    return made


def _file(name: str, data: str | bytes) -> Path:
    path = folder() / name
    path.write_bytes(data.encode("utf-8", "replace") if isinstance(data, str) else data)
    return path


@functools.cache
def _atlas() -> Atlas:
    from generator.curating.load import load_timeline
    from generator.publishing.atlas import Atlas
    from generator.publishing.site_info import SiteInfo

    return Atlas(load_timeline(HARBOUR), SiteInfo(url="https://bridge.example/", name="B", today=TODAY))


def edtf(text: str) -> None:
    """A date: what is read has real bounds, is read from its own text again, and can be said in each language."""
    from generator.dates import parse
    from generator.dates.wording import say
    from generator.messages.tongue import LANGUAGES

    date = parse(text)
    assert date.earliest <= date.latest
    assert parse(date.text) == date
    for language in LANGUAGES:
        assert say(date, language)


def tagger(language: str) -> Callable[[str], None]:
    """A text: its expressions stand in it in order, and each date that is given is one."""

    def run(text: str) -> None:
        from generator.dates import parse
        from generator.extracting.tagger import find_timexes

        end = 0
        for timex in find_timexes(text, TODAY, language=language):
            assert end <= timex.start < timex.end
            assert text[timex.start : timex.end] == timex.text
            assert timex.edtf is None or parse(timex.edtf)
            end = timex.end

    return run


def fences(text: str) -> None:
    """The lines of a page: fences stand in order, none within another."""
    from generator.publishing.embedding.fences import find_fences

    lines, last = text.split("\n"), -1
    for fence in find_fences(lines):
        assert last < fence.first <= fence.last < len(lines)
        last = fence.last


def block(text: str) -> None:
    """The body of a block: each fault names what to do."""
    from generator.publishing.embedding.block_syntax import read_block
    from generator.publishing.embedding.choice import chosen

    read, faults = read_block(text, _atlas())
    assert all(fault.what and fault.todo for fault in faults)
    chosen(read.choice, _atlas())


def markdown(text: str) -> None:
    """A page with blocks and links, as Python-Markdown renders it."""
    from markdown import Markdown

    from generator.publishing.embedding.markdown_extension import makeExtension

    Markdown(extensions=[makeExtension(events=str(HARBOUR), url="https://bridge.example/"), "tables"]).convert(text)


def loader(text: str) -> None:
    """A timeline's file: what has no error of form is checked for its sense, too."""
    from generator.curating.check import check_loaded
    from generator.curating.load import load

    loaded = load(_file("events.yaml", text))
    for fault in check_loaded(loaded, today=TODAY):
        assert fault.what
        assert fault.line >= 0


def article(name: str) -> Callable[[bytes | str], None]:
    """A file that is an article: it is read, and its events are sought."""

    def run(data: bytes | str) -> None:
        from generator.extracting import extract
        from generator.reading import read

        found = read(_file(name, data), today=TODAY)
        assert found.text
        assert len(found.text.split("\n")) == len(found.lines)
        extract(found)

    return run


def container(name: str) -> Callable[[bytes], None]:
    """A file that holds articles: what cannot be read of it says why, and the rest is read."""

    def run(data: bytes) -> None:
        from generator.reading import Item, items, read_item

        path = _file(name, data)
        for found in itertools.islice(items([path], today=TODAY), MOST_ARTICLES):
            if not isinstance(found, Item):
                assert found.why
                continue
            try:
                read_item(found, today=TODAY)
            except DatelineError:
                continue
        assert {each.name for each in folder().iterdir()} <= FILES

    return run


def imported(name: str) -> Callable[[bytes | str], None]:
    """A file of events: what it comes to is a timeline without errors."""

    def run(data: bytes | str) -> None:
        from generator.curating.admit import Policy, admit
        from generator.curating.load import load_text
        from generator.importing.files import read_batch

        batch = read_batch(_file(name, data))
        path = folder() / "none.yaml"
        admission = admit(path, None, frozenset(), batch, Policy(accept=True, update=False, today=TODAY))
        if admission.new_text is not None:
            loaded = load_text(admission.new_text, path)
            assert loaded.timeline is not None, loaded.faults

    return run


def address(text: str) -> None:
    """An address to fetch: what is taken stays as it is when it is read again, and says no name or password."""
    from generator.fetching.guard import why_not_public
    from generator.fetching.web_address import parse

    found = parse(text)
    assert parse(found.url) == found
    assert "@" not in found.authority
    assert found.url.isascii()
    why_not_public(found.host)


TARGETS: Mapping[str, Target] = {
    "dates (EDTF)": Target(site_inputs.date_text, edtf),
    "tagger, English": Target(article_inputs.prose, tagger("en")),
    "tagger, German": Target(article_inputs.prose, tagger("de")),
    "tagger, Spanish": Target(article_inputs.prose, tagger("es")),
    "timeline's file (YAML), with check": Target(site_inputs.timeline_file, loader),
    "fences": Target(site_inputs.markdown_page, fences),
    "timeline blocks": Target(site_inputs.block_body, block),
    "pages with blocks and links": Target(site_inputs.markdown_page, markdown),
    "articles, text": Target(article_inputs.plain_file, article("a.txt")),
    "articles, Markdown": Target(article_inputs.markdown_article, article("a.md")),
    "articles, HTML": Target(article_inputs.page, article("a.html")),
    "articles, PDF": Target(article_inputs.pdf, article("a.pdf")),
    "feeds and sitemaps": Target(article_inputs.feed, container("a.xml")),
    "JSON Lines": Target(article_inputs.records, container("a.jsonl")),
    "JSON": Target(article_inputs.records, container("a.json")),
    "zip": Target(article_inputs.archive, container("a.zip")),
    "tar": Target(article_inputs.archive, container("a.tar")),
    "tar, gzip": Target(article_inputs.archive, container("a.tar.gz")),
    "WARC": Target(article_inputs.web_archive, container("a.warc")),
    "import, tables": Target(import_inputs.table, imported("a.csv")),
    "import, TimelineJS": Target(import_inputs.slides, imported("a.json")),
    "import, calendars": Target(import_inputs.calendar, imported("a.ics")),
    "import, workbooks": Target(import_inputs.workbook, imported("a.xlsx")),
    "addresses to fetch": Target(site_inputs.address, address),
}
"""Every target but the addresses of embeds, which `in_browser.py` gives to a browser."""

FILES = frozenset(
    {"a.txt", "a.md", "a.html", "a.pdf", "a.xml", "a.jsonl", "a.json", "a.zip", "a.tar", "a.tar.gz", "a.warc", "a.csv"}
    | {"a.ics", "a.xlsx", "events.yaml"}
)
"""All that is ever in the folder: whatever else appears there was written by an input."""
