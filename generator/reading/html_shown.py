"""The dates that a page shows: beside the headline the article's own, elsewhere those of other stories and of the page.

The page is walked once, in the order in which it is read. Parts that are other stories' or the page's (sidebars, lists
of related stories, comments, the bar with today's date, the foot) are not entered; what they name is kept as dates
that are not the article's, so that what htmldate finds there can be told from the article's own.
"""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.reading.bylines import CUE, DATED, UPDATED
from generator.reading.calendar_dates import find_dates
from generator.reading.clue import Clue
from generator.reading.draft import fold, is_prose
from generator.reading.field_dates import days_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["shown_dates"]

MAX_LINE = 160
"""A line with the article's date has at most so many characters; running text has more."""

MAX_BLOCK = 500
"""The block around a headline (its section, its standfirst, its byline) has at most so many."""

MAX_ABOVE = 3
"""So many lines above the headline are its own: a section, a date, a picture's line."""

MIN_PROSE = 80
MAX_PROSE = 320
"""Paragraphs of at least so many characters are running text; after two of them, or a longer one than a standfirst is,
the article has begun, and a date is not its own any more."""

MAX_ASIDE = 20_000
"""So many characters of a part that is not the article's are searched for dates."""

MAX_LINES = 40
"""So many lines with dates are read; a page has more only where it lists other stories, or is hostile."""

NOT_SHOWN = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "textarea"}
)
ASIDE = frozenset({"aside", "footer", "nav", "form", "menu", "dialog"})
UNMARKED = ("div", "span", "p", "strong", "b", "font", "td")
RUNNING = frozenset({"p", "blockquote", "li", "td"})

OTHERS = re.compile(
    r"(?:^|[\s_-])(?:related|relacionad\w*|recirc\w*|recommend\w*|trending|popular|mostread|most-read|mostviewed|most-viewed"
    r"|teasers?|teaserlist|sidebar|side-bar|rail|comments?|respond|newsletter|promo\w*|breadcrumbs?|menu|navbar|ticker"
    r"|weather|wetter|pogoda|cookie\w*|consent|footer|site-footer|copyright|outbrain|taboola|read-?next|read-?more"
    r"|up-?next|more-(?:news|stories|from|on)|latest(?:-\w+)?|see-also|also-read|prev-?next|post-navigation|pagination"
    r"|archive-?list|calendar|current-?date|today\w*|date-?today|header-?date|top-?bar|masthead|site-header|heute"
    r"|ad|ads|advert\w*|banner|crosspromo|onward|similar|mehr-zum-thema|lo-mas-leido|mas-leidas)(?=$|[\s_-])",
    re.IGNORECASE,
)
"""Words of classes and ids of parts that are other stories' or the page's own, not the article's."""

WHOLE_CLASS = frozenset({"widget", "card", "cards"})
"""Classes that mean such a part only where they stand alone: page builders put `elementor-widget` around everything."""

MODIFIED = re.compile(r"\b(?:updated?|modified|datemodified|lastmod|aktualisiert)\b", re.IGNORECASE)
PUBLISHED = re.compile(r"\b(?:datepublished|pubdate|published|entry-date|dt-published)\b", re.IGNORECASE)
"""What the attributes of an element say that holds the day of a later version, or of publication."""

DATEISH = re.compile(r"(?:19|20)\d\d|\d\d?[./-]\d\d?[./-]\d\d(?!\d)")
CLOCK_12 = re.compile(r"\d\s*[ap]\.?m\b", re.IGNORECASE)


def shown_dates(tree: HtmlElement, headline: str, region: str) -> Iterator[Clue]:
    """Find the dates that a page shows.

    Args:
        tree: The page; it is not changed.
        headline: The article's headline: what stands beside it is the article's.
        region: The language that the page declares, with its country where it has one: `en-US`, `de`.

    Yields:
        In the order of the page: a `byline` has a word such as “published”, `below headline` stands near it, `published
        field` is marked as such; `elsewhere` are days of other stories, of later versions and of the page.
    """
    heading = _heading(tree, headline)
    around = set(heading.iterancestors()) if heading is not None else set()
    block = _block(heading)
    state = Walk(heading, block)
    stack = list(tree.iter("body"))[:1] or [tree]
    taken: set[HtmlElement] = set()
    # Each part is read once, however many elements within it may hold a date.
    fits = functools.cache(lambda part: _text(part, MAX_LINE) is not None)
    lines = 0
    while stack and lines < MAX_LINES:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag in NOT_SHOWN:
            continue
        if element not in around and element is not heading and _is_aside(element):
            yield from _elsewhere(element)
            continue
        state.enter(element)
        if element.tag == "time" or _holds_date(element):
            line = _line_of(element, lambda part: part not in around and part is not heading and fits(part))
            if line is not None and line not in taken:
                taken.add(line)
                lines += 1
                for clue in _in_line(line, region, near=state.near(line)):
                    # Above the headline a header may show today's date: what stands below it is worth more.
                    yield clue if state.passed or clue.place != "below headline" else replace(clue, place="headline")
        stack.extend(reversed(element))


class Walk:
    """Where on the page the walk is: above the headline, beside it, or in the text.

    Args:
        heading: The element of the headline, or None.
        block: The block around it, or None.

    Attributes:
        passed: Whether the headline has been entered.
    """

    def __init__(self, heading: HtmlElement | None, block: HtmlElement | None) -> None:
        self._heading = heading
        self._inside = {part for one in _beside(block) for part in one.iter("*")}
        self.passed = heading is None
        self._prose = self._paragraphs = 0

    def enter(self, element: HtmlElement) -> None:
        """Count an element that is entered."""
        self.passed = self.passed or element is self._heading
        if self.passed and self._prose <= MAX_PROSE:
            pieces = element.itertext("*") if element.tag in RUNNING else _own_text(element)
            length = sum(map(len, pieces))
            if length >= MIN_PROSE:
                self._prose += length
                self._paragraphs += 1

    def near(self, line: HtmlElement) -> bool:
        """Whether a line stands beside the headline: in its block, or below it and above the text."""
        begun = self._prose > MAX_PROSE or self._paragraphs > 1
        below = self._heading is not None and self.passed
        return not begun and (below or line in self._inside)


def _heading(tree: HtmlElement, headline: str) -> HtmlElement | None:
    """The element of the headline: the heading that says it, else the first one of the first level."""
    folded = fold(headline)
    headings = [element for element in tree.iter("h1", "h2") if (element.text_content() or "").strip()]
    same = [element for element in headings if folded and fold(element.text_content()[: MAX_BLOCK * 2]) == folded]
    if not same and folded:  # a headline that is no heading
        same = [element for element in tree.iter(*UNMARKED) if fold((element.text or "")[: MAX_BLOCK * 2]) == folded]
    return next(iter([*same, *(element for element in headings if element.tag == "h1")]), None)


def _block(heading: HtmlElement | None) -> HtmlElement | None:
    """The largest part of the page around the headline that holds hardly more than it."""
    block = heading
    while block is not None:
        parent = block.getparent()
        if parent is None or parent.tag in {"body", "html"} or _text(parent, MAX_BLOCK) is None:
            return block
        block = parent
    return None


def _beside(block: HtmlElement | None) -> list[HtmlElement]:
    """The block around the headline, and what stands right above it in the same part of the page."""
    if block is None:
        return []
    parent = block.getparent()
    if parent is None or parent.tag in {"body", "html"}:
        return [block]
    above = itertools.islice(block.itersiblings("*", preceding=True), MAX_ABOVE)
    return [block, *itertools.takewhile(lambda one: _text(one, MAX_LINE) is not None, above)]


def _is_aside(element: HtmlElement) -> bool:
    """Whether a part of the page is another story's or the page's own."""
    if element.tag in ASIDE:
        return True
    name = element.get("class") or ""
    if name.strip().lower() in WHOLE_CLASS or name.split(" ")[0].lower() == "widget":
        return True
    named = f"{name} {element.get('id') or ''}"
    return (
        len(named) > 1
        and OTHERS.search(named[:MAX_LINE]) is not None
        and element.tag not in {"body", "article", "main"}
    )


def _elsewhere(element: HtmlElement) -> Iterator[Clue]:
    """The days that a part names which is not the article's."""
    for stamp in element.iter("time"):
        days = days_of(stamp.get("datetime") or "")
        if days:
            yield Clue("elsewhere", stamp.get("datetime", "")[:MAX_LINE], days)
    text = " ".join(element.text_content()[:MAX_ASIDE].split())
    for span in find_dates(text):
        yield Clue("elsewhere", span.words, span.days)


def _holds_date(element: HtmlElement) -> bool:
    """Whether an element's own text, without that of the elements in it, may name a day."""
    return any(len(piece) <= MAX_LINE and DATEISH.search(piece) for piece in _own_text(element))


def _own_text(element: HtmlElement) -> list[str]:
    """The pieces of an element's text that stand in no element within it."""
    return [piece for piece in (element.text, *(child.tail for child in element)) if piece]


def _line_of(element: HtmlElement, is_line: Callable[[HtmlElement], bool]) -> HtmlElement | None:
    """The line that an element stands on: the largest part around it that is no longer than a line."""
    line = None
    while element is not None and is_line(element):
        line, element = element, element.getparent()
    return line


def _text(element: HtmlElement, limit: int) -> str | None:
    """The text of an element on one line, or None where it is longer than a limit."""
    pieces: list[str] = []
    length = 0
    for piece in element.itertext("*"):
        stripped = " ".join(piece.split())
        if stripped:
            pieces.append(stripped)
            length += len(stripped) + 1
        if length > limit:
            return None
    return " ".join(pieces)


def _in_line(line: HtmlElement, region: str, *, near: bool) -> Iterator[Clue]:
    """The dates of one line: those of its marked elements, and those of its words."""
    text = _text(line, MAX_LINE) or ""
    stamps = [stamp for stamp in line.iter("*") if _stamp(stamp)]
    for stamp in stamps:
        before = text.partition(_text(stamp, MAX_LINE) or "\0")[0]
        yield _in_stamp(stamp, before, near=near)
    spans = find_dates(text, foreign=True)
    if is_prose(text) and not CUE.search(text):
        near = False
    for span in spans:
        place = _place(text[: span.start], near=near)
        if place != "elsewhere" or near or not stamps:
            yield Clue(place, text[: span.end], _ordered(span.days, text, region))


def _stamp(element: HtmlElement) -> str:
    """What an element says of its date for machines, or nothing."""
    value = element.get("datetime") or element.get("content") or (element.get("title") if element.tag == "abbr" else "")
    return value if value and days_of(value) else ""


def _in_stamp(stamp: HtmlElement, before: str, *, near: bool) -> Clue:
    """The date of an element that is marked for machines, by its attributes, then by the words before it."""
    value = _stamp(stamp)
    attributes = " ".join(stamp.get(key) or "" for key in ("itemprop", "property", "class"))
    first = PUBLISHED.search(attributes) is not None or stamp.get("pubdate") is not None
    place = _place(before, near=near)
    if MODIFIED.search(attributes) and not first:
        place = "elsewhere"
    elif first and place != "elsewhere":
        return Clue("published field", value, days_of(value), name="field datePublished")
    elif first and "datepublished" in attributes.lower():
        return Clue("date field of the markup", value, days_of(value), name="field datePublished")
    return Clue(place, value, days_of(value))


def _place(before: str, *, near: bool) -> str:
    """What kind of place a date is, by the words before it: the last word such as “published” or “updated” counts."""
    updated = max((match.end() for match in UPDATED.finditer(before)), default=0)
    published = max((match.end() for match in CUE.finditer(before)), default=0)
    if updated > published:
        return "elsewhere"
    if published:
        return "byline"
    if not near:
        return "elsewhere"
    return "date field" if DATED.search(before) else "below headline"


def _ordered(days: tuple[dt.date, ...], text: str, region: str) -> tuple[dt.date, ...]:
    """The days that figures can mean, the likelier first: Americans write the month first, nearly all others do not."""
    language, _, country = region.replace("_", "-").lower().partition("-")
    american = country == "us" or CLOCK_12.search(text) is not None
    elsewhere = (language not in {"", "en"} or country not in {"", "us", "ph"}) and not american
    return tuple(reversed(days)) if elsewhere else days
