"""Feeds: the entries of RSS and Atom, by feedparser, and those of JSON Feed 1.1."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeGuard

from generator.errors import ArticleError
from generator.reading.address_lists import Address, fetched
from generator.reading.addresses import web_address
from generator.reading.body import BODY
from generator.reading.fields import day_of, language_code, one_line
from generator.reading.fragments import paragraphs_of
from generator.reading.item import Item, Unread
from generator.reading.quiet import quiet
from generator.reading.source import Context, Source

__all__ = ["Entry", "entry_addresses", "entry_items", "is_json_feed", "json_feed_entries", "xml_feed_entries"]

DATES = (("published", "published"), ("issued", "issued"), ("created", "created"))
"""The fields of feedparser that give a day of publication. `updated` is none: a correction would move the article."""

TRAILERS = re.compile(
    r"^(?:The post .{1,300} (?:appeared first on|first appeared on) .{1,200}"
    r"|(?:\[?(?:Continue reading|Read (?:more|the full (?:story|article))|Full story)\b.{0,200}))$",
    re.IGNORECASE,
)
"""What programs that write feeds put below an entry."""

LIMITS = (
    (b"<item", 10_000, "more than 10 000 entries"),
    (b"<entry", 10_000, "more than 10 000 entries"),
    (b"<!", 100_000, "more than 100 000 declarations"),
    (b"<!ENTITY", 300, "more than 300 entities"),
    (b"<!DOCTYPE", 10, "more than 10 types"),
)
"""How often a feed may say something; feedparser takes its time for each, and for some its square."""

LONG_TAG = re.compile(rb"<[^<>]{20000,}")
MAX_ATTRIBUTES = 1000
"""A tag may be long, as that of a picture which is put into the page is; parsers take the square of its attributes."""

JSON_FEED = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One article, as a feed has it.

    Attributes:
        text: Its text, or the summary that the feed gives, one paragraph a line; empty where there is none.
        address: The address, with all else that the feed knows.
    """

    text: str
    address: Address


def entry_items(entries: Sequence[Entry], source: Source, context: Context) -> Iterator[Item | Unread]:
    """The items that entries make, called `feed.xml!12` after their number; last, how many have no text.

    A headline alone is no article: such an entry is to be fetched.
    """
    for number, entry in enumerate(entries, start=1):
        if entry.text:
            day = context.believed(entry.address.published)
            yield Item(
                f"{source.origin}!{number}",
                BODY,
                data=entry.text.encode("utf-8", "replace"),
                url=entry.address.url,
                title=entry.address.title,
                publisher=entry.address.publisher,
                language=entry.address.language,
                published=day,
                basis=entry.address.basis if day else "",
            )
    named = [entry.address.url for entry in entries if not entry.text]
    yield from fetched(source, context, filter(None, named))
    empty = named.count("")
    if empty:
        what = "1 entry has" if empty == 1 else f"{empty:,} entries have"
        yield Unread(source.origin, f"{what} neither a text nor an address — leave the feed out, or get it again")


def entry_addresses(entries: Sequence[Entry]) -> Iterator[Address]:
    """The addresses of the entries that have one."""
    return (entry.address for entry in entries if entry.address.url)


def xml_feed_entries(data: bytes, where: str) -> list[Entry]:
    """The entries of RSS or Atom.

    Args:
        data: The feed, whole. feedparser keeps no entity that refers to another, and fetches nothing for bytes.
        where: What it is called, for messages.

    Returns:
        Its entries, in the order of the feed.

    Raises:
        ArticleError: It is no feed, or larger than feeds are.
    """
    import feedparser  # type: ignore[import-untyped]

    for mark, limit, what in LIMITS:
        if data.count(mark) > limit:
            raise ArticleError(f"the feed has {what}", where=where, todo="cut it into smaller ones")
    if any(tag[0].count(b"=") > MAX_ATTRIBUTES for tag in LONG_TAG.finditer(data)):
        raise ArticleError("the feed has a tag of a thousand attributes", where=where, todo="get it again")
    try:
        with quiet():
            # Only its text is taken, so that nothing need be made safe; and what makes it safe is slow on deep nesting.
            feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # noqa: BLE001 on hostile files it raises whatever its code stumbles over
        what = f"the feed cannot be parsed ({type(error).__name__})"
        raise ArticleError(what, where=where, todo="get it again") from None
    if not feed.version and not feed.entries:
        raise ArticleError(
            "it is no feed: neither RSS nor Atom", where=where, todo="check that it is what its name says"
        )
    return [_xml_entry(entry, feed.feed, feed.version) for entry in feed.entries]


def _xml_entry(entry: Any, feed: Any, version: str) -> Entry:  # noqa: ANN401 feedparser declares no types
    """One entry of RSS or Atom; an entry that a planet took over names its own source."""
    field, said = next(((name, entry[key]) for key, name in DATES if isinstance(dict.get(entry, key), str)), ("", ""))
    published = _day(said)
    dialect = "Atom" if version.startswith("atom") else "RSS"
    basis = f"the feed's {dialect} field {'pubDate' if dialect == 'RSS' and field == 'published' else field}"
    origin = entry.get("source") or {}
    address = Address(
        web_address(entry.get("feedburner_origlink") or entry.get("link")),
        title=_plain(entry.get("title")),
        publisher=_plain(origin.get("title")) or _plain(entry.get("publisher")) or _plain(feed.get("title")),
        language=language_code(one_line(entry.get("language")) or one_line(feed.get("language"))),
        published=published,
        basis=basis if published else "",
    )
    contents = [*(part.get("value", "") for part in entry.get("content") or ()), entry.get("summary") or ""]
    longest = max(contents, key=len)
    return Entry(_text(longest, address.title), address)


def _day(said: str) -> dt.date | None:
    """The day that a field of a feed gives."""
    return day_of(said) if said else None


def _plain(value: object) -> str:
    """A title without markup."""
    return " ".join(paragraphs_of(value)) if isinstance(value, str) else ""


def _text(html: str, title: str) -> str:
    """The text of an entry; none where all it says is its own title."""
    paragraphs = [words for words in paragraphs_of(html) if not TRAILERS.match(words)]
    return "" if paragraphs == [title] else "\n".join(paragraphs)


def is_json_feed(data: object) -> TypeGuard[Mapping[str, Any]]:
    """Whether parsed JSON is a JSON Feed: it names its version by an address."""
    return isinstance(data, Mapping) and bool(JSON_FEED.match(one_line(data.get("version"))))


def json_feed_entries(feed: Mapping[str, Any], where: str) -> list[Entry]:
    """The entries of a JSON Feed, parsed.

    Args:
        feed: The feed, as `is_json_feed` knows it.
        where: What it is called, for messages.

    Returns:
        Its entries, in the order of the feed; what is no object among them is passed over.

    Raises:
        ArticleError: It has no list of entries.
    """
    listed = feed.get("items")
    if not isinstance(listed, list):
        raise ArticleError("the JSON Feed has no list of `items`", where=where, todo="get it again")
    return [_json_entry(entry, feed) for entry in listed if isinstance(entry, Mapping)]


def _json_entry(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> Entry:
    """One entry of a JSON Feed; its text is in `content_text` or `content_html`, or only a summary is there."""
    published = _day(one_line(entry.get("date_published")))
    address = Address(
        web_address(one_line(entry.get("url"))) or web_address(one_line(entry.get("id"))),
        title=one_line(entry.get("title")),
        publisher=one_line(feed.get("title")),
        language=language_code(one_line(entry.get("language")) or one_line(feed.get("language"))),
        published=published,
        basis="the feed's field date_published" if published else "",
    )
    html, plain = entry.get("content_html"), entry.get("content_text") or entry.get("summary")
    text = _text(html, address.title) if isinstance(html, str) else ""
    if not text and isinstance(plain, str):
        text = "\n".join(words for line in plain.splitlines() if (words := " ".join(line.split())))
    return Entry(text, address)
