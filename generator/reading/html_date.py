"""What a page says about its day of publication: fields of its markup, its address, and the dates that it shows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.reading.calendar_dates import MONTHS, day_in
from generator.reading.clue import Clue
from generator.reading.field_dates import days_of
from generator.reading.html_shown import shown_dates
from generator.reading.markup import Markup

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["find_html_clues"]

PUBLISHED = (
    *("article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished"),
    *("article:published_date", "article.published", "parsely-pub-date", "sailthru.date", "dc.date.issued"),
    *(
        "dcterms.issued",
        "dc.date.published",
        "dcterms.datepublished",
        "citation_publication_date",
        "citation_online_date",
    ),
    *("cxenseparse:recs:publishtime", "cxenseparse:publishtime", "publish-date", "publish_date", "publishdate"),
    *("published-date", "published_date", "published_time", "publication_date", "publication-date", "pubdate", "pdate"),
    *("rnews:datepublished", "bt:pubdate", "rbpubdate", "originalpublicationdate", "mediator_published_time"),
    *("vr:published_time", "shareaholic:article_published_time", "dcsext.articlefirstpublished"),
)
"""Meta elements that give the day of publication, the surest first; in lower case."""

DATED = (
    *(
        "dcterms.created",
        "dc.date.created",
        "datecreated",
        "article:created",
        "article.created",
        "created",
        "citation_date",
    ),
    *("dc.date", "dcterms.date", "dc:date", "displaydate", "article_date_original", "date"),
)
"""Meta elements whose date may be another: that of the manuscript, or of the page."""

MODIFIED = (
    *("article:modified_time", "og:updated_time", "article:modified", "datemodified", "last-modified", "lastmod"),
    *(
        "dcterms.modified",
        "dc.date.modified",
        "modified_time",
        "revised",
        "article:modified_date",
        "parsely-updated-date",
    ),
)
"""Meta elements that give the day of a later version, which is never that of publication."""

IN_PATH = (
    re.compile(r"[/_-](?P<year>(?:19|20)\d\d)[/_-](?P<month>[01]?\d)[/_-](?P<day>[0-3]?\d)(?=\D|$)"),
    re.compile(
        rf"/(?P<year>(?:19|20)\d\d)/(?P<month>{'|'.join(month[:3] for month in MONTHS)})/(?P<day>[0-3]?\d)(?=\D|$)"
    ),
    re.compile(r"(?:^|[/_-])(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?=[/._-]|$)"),
    re.compile(r"[/_-](?P<day>[0-3]\d)[._-](?P<month>[01]\d)[._-](?P<year>(?:19|20)\d\d)(?=\D|$)"),
)
"""A day in the path of an address: `/2022/12/30/`, `/2022/dec/30/`, `/20221230/`, `-30-12-2022`."""

EARLIEST = "1600-01-01"
SURE = frozenset({"published field", "byline", "below headline", "address", "date field of the markup", "date field"})


def find_html_clues(tree: HtmlElement, markup: Markup, url: str, headline: str, today: dt.date) -> tuple[Clue, ...]:
    """Collect what a page says about its day of publication.

    Fields made for it come first, then its address, then what it shows beside the headline. htmldate is asked only
    where all these say nothing, since it then searches the whole page.

    Args:
        tree: The page; it is not changed.
        markup: Its fields.
        url: Its address, or empty.
        headline: Its headline.
        today: No article was published after this day.

    Returns:
        The clues, the surest kinds first. Those with the place `elsewhere` name days that are not the article's.
    """
    clues = [*_fields(markup), *_address(url), *shown_dates(tree, headline, _region(markup))]
    if any(clue.place in SURE and any(day <= today for day in clue.days) for clue in clues):
        return tuple(clues)
    return (*clues, *_by_htmldate(tree, today))


def _fields(markup: Markup) -> Iterator[Clue]:
    """The fields of the markup that name a day, with their names."""
    linked = markup.linked
    yield from _clue("published field", "JSON-LD field datePublished", linked.published)
    for name in PUBLISHED:
        yield from _clue("published field", f"meta field {name}", markup.metas.get(name, ""))
    yield from _clue("date field of the markup", "JSON-LD field dateCreated", linked.created)
    for name in DATED:
        yield from _clue("date field of the markup", f"meta field {name}", markup.metas.get(name, ""))
    yield from _clue("elsewhere", "JSON-LD field dateModified", linked.modified)
    for name in MODIFIED:
        yield from _clue("elsewhere", f"meta field {name}", markup.metas.get(name, ""))


def _clue(place: str, name: str, value: str) -> Iterator[Clue]:
    days = days_of(value)
    if days:
        yield Clue(place, value, days, name=name)


def _address(url: str) -> Iterator[Clue]:
    """The day in the path of the article's address."""
    path = url.partition("://")[2].partition("?")[0].lower()
    path = path[path.find("/") :] if "/" in path else ""
    for form in IN_PATH:
        for match in form.finditer(path):
            month = match["month"]
            number = int(month) if month.isdigit() else 1 + [name[:3] for name in MONTHS].index(month)
            day = day_in(int(match["year"]), number, int(match["day"]))
            if day:
                yield Clue("address", match[0].strip("/_-."), (day,), name="address")
                return


def _region(markup: Markup) -> str:
    """The language of the page, with its country where it says one."""
    declared = (markup.language, markup.metas.get("og:locale", ""), markup.linked.language)
    return next((text for text in declared if "-" in text or "_" in text), "") or markup.code


def _by_htmldate(tree: HtmlElement, today: dt.date) -> Iterator[Clue]:
    """The date that htmldate finds without searching the text, which the text's own clues do better."""
    from htmldate import find_date

    try:
        found = find_date(
            tree, extensive_search=False, original_date=True, min_date=EARLIEST, max_date=today.isoformat()
        )
    except (ValueError, RecursionError, AttributeError, AssertionError):  # the last of a page that is a drawing
        return
    if found and days_of(found):
        yield Clue("markup", found, days_of(found), name="markup")
