"""Headline, publisher, agency and address of a page's article: what its markup says, the surest field first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.reading.canonical import canonical_url
from generator.reading.draft import fold
from generator.reading.headline import split_publisher
from generator.reading.markup import Markup
from generator.reading.press import AGENCIES
from generator.scalars import is_web_address

__all__ = ["address_of", "agency_of", "headline_of", "publisher_of"]

HEADLINES = (
    *("og:title", "citation_title", "dc.title", "dcterms.title", "dc:title", "parsely-title", "sailthru.title"),
    *("headline", "title", "twitter:title"),
)
PUBLISHERS = (
    *(
        "og:site_name",
        "citation_journal_title",
        "citation_publisher",
        "dc.publisher",
        "dcterms.publisher",
        "dc:publisher",
    ),
    *("publisher", "sailthru.publisher", "cre", "application-name", "apple-mobile-web-app-title", "article:publisher"),
)
ADDRESSES = ("og:url", "twitter:url", "parsely-link", "citation_abstract_html_url", "citation_fulltext_html_url")

SEPARATOR = re.compile(r"\s+[|–—•·:»-]+\s+|\s*\|\s*")
NO_NAME = re.compile(
    r"^@|^https?:|\.(?:com|org|net|html?)/|^(?:home|news|website|wordpress|n/?a|null|undefined)$", re.IGNORECASE
)
"""What stands where a publisher's name is expected, and is none."""

MAX_NAME = 60
MIN_HEADLINE = 2
"""A headline has at least so many words, or is left to the next field."""


def headline_of(markup: Markup, publisher: str) -> str:
    """The article's headline.

    Args:
        markup: The page's fields.
        publisher: The publisher's name, which may stand at either end of a title.

    Returns:
        What JSON-LD, OpenGraph and their like say, else the heading, else the title; without the site's name.
    """
    named = (markup.linked.headline, *(markup.metas.get(name, "") for name in HEADLINES))
    texts = (*named, markup.properties.get("headline", ""), markup.headline, markup.title)
    for text in filter(None, texts):
        whole = _uncut(without_site(text, publisher), markup.headline)
        if len(whole.split()) >= MIN_HEADLINE or not whole.isascii():
            return whole
    return markup.headline or without_site(markup.title, publisher)


def without_site(title: str, publisher: str) -> str:
    """A title without the site's name at its end or its beginning, as in `Ferries run again | Harbour Herald`."""
    title = split_publisher(title)[0]
    site = fold(publisher)
    cuts = list(SEPARATOR.finditer(title)) if site else []
    for cut in cuts[::-1]:
        if fold(title[cut.end() :]).startswith(site):
            return title[: cut.start()].strip()
    if cuts and fold(title[: cuts[0].start()]) == site:
        return title[cuts[0].end() :].strip()
    return title


def publisher_of(markup: Markup) -> str:
    """The publisher's name, or an empty text: no address, no handle, and an agency only where nobody else is named."""
    names = [name for name in _publishers(markup) if name and len(name) <= MAX_NAME and not NO_NAME.search(name)]
    own = [name for name in names if name not in AGENCIES]
    return next(iter(own or names), "")


def _publishers(markup: Markup) -> Iterator[str]:
    yield markup.linked.publisher
    for name in PUBLISHERS:
        yield markup.metas.get(name, "")
    yield markup.properties.get("publisher", "")
    yield split_publisher(markup.title)[1]


def agency_of(markup: Markup, publisher: str) -> str:
    """The agency whose story the markup says it is, or an empty text; not where the agency is the publisher."""
    names = (
        *markup.linked.sources,
        markup.first("author", "article:author", "dc.creator", "byl", "source", "dc.source"),
    )
    agencies = (AGENCIES[name] for text in names if (name := text.removeprefix("By ").strip()) in AGENCIES)
    return next((agency for agency in agencies if fold(agency) != fold(publisher)), "")


def address_of(markup: Markup) -> str:
    """The article's own address, whole and without tracking parameters, or an empty text."""
    others = [url for name in ADDRESSES if (url := markup.metas.get(name, ""))]
    candidates = [markup.canonical, *others, *markup.linked.urls]
    return canonical_url(
        [url for url in candidates if url], [url for url in (markup.base, *others) if is_web_address(url)]
    )


def host_of(url: str) -> str:
    """The host of an address without `www.`: what a publisher is called by where nothing else names it."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""


def _uncut(text: str, heading: str) -> str:
    """The page's heading instead of a headline that was cut short with dots for a search engine or a network."""
    stem = text.rstrip(" .…")
    return heading if text.endswith(("…", "...")) and stem and heading.startswith(stem) else text
