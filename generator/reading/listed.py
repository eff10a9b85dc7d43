"""The addresses that a file lists: sitemaps, feeds and plain lists, for those who fetch them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from generator.errors import ArticleError
from generator.reading.address_lists import Address, list_addresses
from generator.reading.feed_list import feed_addresses
from generator.reading.feeds import entry_addresses, is_json_feed, json_feed_entries, xml_feed_entries
from generator.reading.item import Unread
from generator.reading.records import parse_json
from generator.reading.sitemaps import sitemap_addresses
from generator.reading.sniffing import FEEDS, SITEMAPS, root_of
from generator.reading.source import Source, ending_of, unread
from generator.reading.unpacking import DAMAGE, gunzip, measured, read_article, say_damage

__all__ = ["addresses", "addresses_in"]

GZIP = b"\x1f\x8b"
XML = frozenset({".xml", ".rss", ".atom", ".rdf"})
YAML = frozenset({".yaml", ".yml"})
LISTS = "give a list of addresses, a sitemap or a feed"


def addresses(path: Path) -> Iterator[Address | Unread]:
    """The addresses that a file lists.

    Args:
        path: A list of addresses (one a line), a sitemap or an index of them, an RSS or Atom feed, or a JSON Feed;
            packed by gzip or not. Or YAML with `feeds:`, each with a `url`.

    Yields:
        Each address, one at a time; for a line that is none, or for what stopped it, why. Those of an index lead to
        sitemaps (`is_sitemap`).
    """
    if not path.is_file():
        yield Unread(str(path), "no such file — check the path")
        return
    try:
        with path.open("rb") as stream:
            yield from addresses_in(stream, path.name, str(path))
    except OSError as error:
        yield unread(say_damage(error, str(path)), str(path))


def addresses_in(stream: IO[bytes], name: str, origin: str) -> Iterator[Address | Unread]:
    """The addresses that a stream lists, such as a sitemap that was fetched.

    Args:
        stream: Its bytes, from the beginning.
        name: Its file name. The content tells the kind; the ending only tells XML from JSON from text.
        origin: What it is called, for messages.

    Yields:
        As `addresses`.
    """
    try:
        yield from _addresses(Source(origin, name, measured(stream, origin)))
    except ArticleError as error:
        yield unread(error, origin)
    except DAMAGE as error:
        yield unread(say_damage(error, origin), origin)


def _addresses(source: Source) -> Iterator[Address | Unread]:
    """The addresses that a source lists, by what it is."""
    if source.stream.peek(2).startswith(GZIP):
        source = Source(source.origin, source.name, gunzip(source.stream, source.origin))
    root, ending = root_of(source), ending_of(source.name).removesuffix(".gz")
    if root in SITEMAPS:
        yield from sitemap_addresses(source.stream, source.origin)
    elif root in FEEDS:
        yield from entry_addresses(xml_feed_entries(read_article(source.stream, source.origin), source.origin))
    elif ending in YAML:
        yield from feed_addresses(read_article(source.stream, source.origin), source.origin)
    elif root or ending in XML:
        raise ArticleError("it lists no addresses", where=source.origin, todo=LISTS)
    elif source.stream.peek(64).lstrip().startswith((b"{", b"[")):
        feed = parse_json(read_article(source.stream, source.origin), source.origin, todo=LISTS)
        if not is_json_feed(feed):
            raise ArticleError("it lists no addresses", where=source.origin, todo=LISTS)
        yield from entry_addresses(json_feed_entries(feed, source.origin))
    else:
        for found in list_addresses(source.stream):
            yield found if isinstance(found, Address) else Unread(source.origin, found)
