"""Where a page gives away when it was published: bylines, datelines, captions, its head and its foot.

Which clue is right is decided in `publication`.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from generator.reading.bylines import CUE, DATED, UPDATED, is_byline, is_date_line
from generator.reading.calendar_dates import day_in, find_dates
from generator.reading.clue import Clue
from generator.reading.datelines import find_dateline
from generator.reading.draft import Paragraph, fold
from generator.reading.headline import clean_title
from generator.reading.press import AMERICAN
from generator.reading.teasers import first_prose

__all__ = ["find_clues", "is_yearless", "metadata_clues"]

FIGURES = re.compile(r"(?<![\d/.])(?P<first>\d{1,2})/(?P<second>\d{1,2})(?![\d/])")
"""Day and month in figures after a headline, in either order."""

FILE_PICTURE = re.compile(r"^\W*FILE\b|file photo", re.IGNORECASE)
"""An archive's picture, taken long before the article."""

CLOCK_24 = re.compile(r"\b\d{1,2}:\d{2}\b(?!\s*[AaPp]\.?[Mm])")
"""A time of day without am and pm, as those write it who put the day before the month."""

FIRST_PUBLISHED = re.compile(r"\b(?:first|originally) published\W+(?:on\W+)?$")
"""A sentence below the article that tells when it appeared."""

CUED = ((CUE, "byline"), (UPDATED, "update"), (DATED, "date field"))
MAX_CLUE = 80
LEAP_YEAR = 2000
"""A year that has every day there is."""


def find_clues(page: Sequence[Paragraph], body: Sequence[Paragraph], title: str, agency: str) -> list[Clue]:
    """Collect what a page says about its day of publication.

    Args:
        page: Every paragraph with its furniture.
        body: The article's own paragraphs.
        title: The headline: a date alone below it is the article's, above it the page's.
        agency: The agency, or the publisher: Americans write the month first.

    Returns:
        The clues in the order of the page.
    """
    inside = {(paragraph.line, paragraph.text) for paragraph in body}
    american = agency in AMERICAN
    headline = _headline_index(page, title)
    start = first_prose(page) or 0
    clues: list[Clue] = []
    for index, paragraph in enumerate(page):
        above = page[index - 1].text if index else ""
        if (paragraph.line, paragraph.text) in inside:
            clues.extend(_in_body(paragraph.text))
        elif is_date_line(paragraph.text) or is_byline(paragraph.text) or CUE.match(paragraph.text):
            below = headline is not None and headline < index <= max(start, headline + 4)
            text = f"{above} {paragraph.text}" if CUE.fullmatch(above.strip(" :")) else paragraph.text
            clues.extend(_in_byline(text, below=below, american=american))
        elif index == headline:
            clues.extend(_in_headline(paragraph.text, american=american))
    return clues


def is_yearless(text: str) -> bool:
    """Whether a text names a day and month in figures, but no year: `02/04 06:20`."""
    return not find_dates(text, foreign=True) and any(clue.partial for clue in _in_headline(text, american=True))


def metadata_clues(dated: str, agency: str) -> list[Clue]:
    """What metadata without a year says about the day of publication.

    Args:
        dated: The words of the metadata, or nothing.
        agency: The agency, or the publisher: Americans write the month first.

    Returns:
        A clue for each day and month.
    """
    return list(_in_headline(dated, american=agency in AMERICAN))


def _headline_index(page: Sequence[Paragraph], title: str) -> int | None:
    """The first line that begins with the headline."""
    folded = fold(title)
    if not folded:
        return None
    return next((index for index, line in enumerate(page) if fold(clean_title(line.text)) == folded), None)


def _in_byline(text: str, *, below: bool, american: bool) -> Iterator[Clue]:
    """The dates of a byline; one without a cue is worth what its place is."""
    day_first = CLOCK_24.search(text) is not None and not american
    for span in find_dates(text, foreign=True):
        before = text[: span.start]
        place = next((place for cue, place in CUED if cue.search(before)), "below headline" if below else "furniture")
        words = " ".join(text[: span.end].split()).strip(" •|*-")
        yield Clue(place, words[-MAX_CLUE:], tuple(reversed(span.days)) if day_first else span.days)


def _in_headline(text: str, *, american: bool) -> Iterator[Clue]:
    """The date after a headline: whole, or day and month in figures."""
    for span in find_dates(text):
        yield Clue("headline", span.words, span.days)
    for match in FIGURES.finditer(text):
        first, second = int(match["first"]), int(match["second"])
        orders = [(first, second), (second, first)] if american else [(second, first), (first, second)]
        partial = tuple(dict.fromkeys(order for order in orders if day_in(LEAP_YEAR, *order)))
        if partial:
            yield Clue("headline", match[0], partial=partial)


def _in_body(text: str) -> Iterator[Clue]:
    """The date of a dateline, and that of a picture's caption."""
    dateline = find_dateline(text)
    if dateline and day_in(dateline.year or LEAP_YEAR, dateline.month, dateline.day):
        month_day = (dateline.month, dateline.day)
        if dateline.year:
            yield Clue("dateline", dateline.words, (dt.date(dateline.year, *month_day),))
        else:
            yield Clue("dateline", dateline.words, partial=(month_day,))
    spans = [] if FILE_PICTURE.search(text) else find_dates(text)
    for span in spans:
        before = text[max(span.start - MAX_CLUE, 0) : span.start]
        if FIRST_PUBLISHED.search(before):
            yield Clue("byline", span.words, span.days)
        right = span.weekday is not None and span.days[0].weekday() == span.weekday
        closes = text[span.end : span.end + 1] in {"", "."}
        if right and closes and before.rstrip().endswith(","):
            yield Clue("caption", span.words, span.days)
