"""The date of publication in a page's markup, with the name of the field that gives it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.reading.article import PublishedDate
from generator.reading.calendar_dates import find_dates

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["find_html_date"]

META_FIELDS = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date"),
    *(
        "sailthru.date",
        "dc.date.issued",
        "dcterms.issued",
        "dcterms.created",
        "dc.date.created",
        "dc.date",
        "dcterms.date",
    ),
    *("cxenseparse:recs:publishtime", "publish-date", "publish_date", "published_date", "publication_date", "pubdate"),
    *("article.published", "citation_publication_date", "citation_online_date", "displaydate", "date"),
)
"""Names of meta elements that give the day of publication, the surest first; compared in lower case."""

JSON_FIELD = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
"""The field of schema.org's Article; read as text, since many pages' JSON does not parse."""

EARLIEST = "1600-01-01"


def find_html_date(tree: HtmlElement, today: dt.date) -> PublishedDate | None:
    """Find the date of publication in a page's markup.

    Fields made for it come first: meta elements, JSON-LD, microdata. What htmldate finds elsewhere in the markup is
    taken with less confidence, since it may be the page's own date.

    Args:
        tree: The page.
        today: No article was published after this day.

    Returns:
        The date, or None where the markup gives none.
    """
    for field, value in _fields(tree):
        day = _day(value)
        if day and day <= today:
            return PublishedDate(day, "metadata", reason=f"the page's {field} says {value}")
    return _by_htmldate(tree, today)


def _fields(tree: HtmlElement) -> Iterator[tuple[str, str]]:
    """Each field that gives a day of publication, with its value, the surest first."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        metas.setdefault(name.lower(), (element.get("content") or "").strip())
    for name in META_FIELDS:
        if metas.get(name):
            yield f"meta field {name}", metas[name]
    for script in tree.iter("script"):
        match = JSON_FIELD.search(script.text or "")
        if match:
            yield "JSON-LD field datePublished", match[1]
    for element in tree.iter("time", "span", "abbr"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            yield "field datePublished", element.get("datetime") or element.get("content") or element.text_content()


def _day(value: str) -> dt.date | None:
    """The day of a field's value, in the page's own time zone: as its readers saw it."""
    spans = find_dates(value)
    if spans:
        return spans[0].days[0] if len(spans[0].days) == 1 else None
    figures = re.match(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)", value)
    try:
        return dt.date(*map(int, figures.groups())) if figures else None
    except ValueError:
        return None


def _by_htmldate(tree: HtmlElement, today: dt.date) -> PublishedDate | None:
    """The date that htmldate finds without searching the text, which the text's own clues do better."""
    from htmldate import find_date

    try:
        found = find_date(
            tree, extensive_search=False, original_date=True, min_date=EARLIEST, max_date=today.isoformat()
        )
    except (ValueError, RecursionError):
        return None
    if not found:
        return None
    reason = "htmldate found it in the page's markup, in no field made for it"
    return PublishedDate(dt.date.fromisoformat(found), "metadata", confidence="medium", reason=reason)
