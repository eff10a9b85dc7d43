"""What kind of thing an XML or JSON file is: its content tells, since its name does not."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping

from generator.errors import ArticleError
from generator.reading.address_lists import fetched
from generator.reading.feeds import entry_items, is_json_feed, json_feed_entries, xml_feed_entries
from generator.reading.item import Item, Unread
from generator.reading.records import parse_json, record_item
from generator.reading.sitemaps import sitemap_addresses
from generator.reading.source import Context, Source, unread
from generator.reading.unpacking import read_article

__all__ = ["FEEDS", "SITEMAPS", "read_json", "read_xml", "root_of"]

FEEDS = frozenset({"rss", "RDF", "feed", "channel"})
INDEX = "sitemapindex"
SITEMAPS = frozenset({"urlset", INDEX})
"""The root elements of feeds (RSS 0.9 to 2.0, Atom) and of sitemaps, without their namespaces."""

HEAD = 8192
"""The root element stands within so many bytes."""

NOT_ELEMENTS = re.compile(r"<!--.*?(?:-->|$)|<\?.*?(?:\?>|$)|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

KNOWN_XML = "known are RSS, Atom and sitemaps; save articles as HTML or text"
KNOWN_JSON = "known are JSON Feed, and records with `text`, `published`, `url` and `title`"


def root_of(source: Source) -> str:
    """The name of the root element of XML, still to be read, without its prefix; empty where it begins with none."""
    head = source.stream.peek(HEAD)[:HEAD]
    text = head.decode("utf-16" if head.startswith(UTF_16) else "utf-8-sig", "replace")
    match = ROOT.match(NOT_ELEMENTS.sub("", text).lstrip())
    return match[1] if match else ""


def read_xml(source: Source, context: Context) -> Iterator[Item | Unread]:
    """What an XML file holds: the entries of a feed, or the addresses of a sitemap, or it is a page after all.

    Raises:
        ArticleError: It is none of these, not well-formed, or a feed that is too large.
    """
    root = root_of(source)
    if root in FEEDS:
        data = read_article(source.stream, source.origin, source.size)
        yield from entry_items(xml_feed_entries(data, source.origin), source, context)
    elif root == INDEX:
        todo = f"run `dateline fetch {source.origin}`, and give the folder of the pages"
        yield Unread(source.origin, f"it is an index of sitemaps, and names no article itself — {todo}")
    elif root in SITEMAPS:
        yield from fetched(source, context, (each.url for each in sitemap_addresses(source.stream, source.origin)))
    elif root.lower() == "html":
        yield Item(source.origin, ".html", data=read_article(source.stream, source.origin, source.size))
    else:
        what = f"it is XML of an unknown kind, “{root[:40]}”" if root else "it is not XML"
        raise ArticleError(what, where=source.origin, todo=KNOWN_XML)


def read_json(source: Source, context: Context) -> Iterator[Item | Unread]:
    """What a JSON file holds: the entries of a JSON Feed, one record, or a list of records.

    Raises:
        ArticleError: It is none of these, not JSON, or too large.
    """
    origin = source.origin
    data = parse_json(read_article(source.stream, origin, source.size), origin, todo=KNOWN_JSON)
    if is_json_feed(data):
        yield from entry_items(json_feed_entries(data, origin), source, context)
    elif isinstance(data, Mapping) and "text" in data:
        yield record_item(data, origin, context)
    elif isinstance(data, list) and any(isinstance(record, Mapping) and "text" in record for record in data):
        for number, record in enumerate(data, start=1):
            try:
                yield record_item(record, f"{origin}!{number}", context)
            except ArticleError as error:
                yield unread(error, origin)
    else:
        raise ArticleError("it is JSON of an unknown kind", where=origin, todo=KNOWN_JSON)
