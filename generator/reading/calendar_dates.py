"""Explicit dates in bylines, datelines and captions: where they stand and which days they can mean.

English spellings and figures are read here, since they are nearly all there is and cost little; the months of other
languages are left to dateparser, which knows them.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

__all__ = [
    "MONTHS",
    "MONTH_NAME",
    "WEEKDAYS",
    "WEEKDAY_NAME",
    "DateSpan",
    "day_in",
    "find_dates",
    "month_number",
    "say_day",
    "weekday_number",
]

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH_NAME = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?|JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC)\b\.?"
)
WEEKDAY_NAME = (
    r"(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:nesday)?|Thu(?:rs(?:day)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)\b\.?"
)

PREFIX = rf"(?:(?P<weekday>{WEEKDAY_NAME}),?\s+)?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d(?!\d?:\d))"  # a time of day may be run into it: 20247:15 AM
DAY = r"(?P<day>[0-3]?\d)"
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{PREFIX}\b(?P<month>{MONTH_NAME})\s+{DAY}(?:st|nd|rd|th)?,?\s+{YEAR}",  # Dec 30, 2022
        rf"{PREFIX}(?:the\s+)?(?<!\d){DAY}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<month>{MONTH_NAME}),?[\s-]+{YEAR}",
        rf"(?<!\d){YEAR}[-/.](?P<numeral>\d\d?)[-/.]{DAY}(?!\d)",  # 2022-12-30
        rf"(?<!\d){YEAR}年(?P<numeral>\d\d?)月{DAY}日",
    )
)
HAS_YEAR = re.compile(r"(?:19|20)\d\d")
EITHER_ORDER = re.compile(rf"(?<!\d)(?P<first>\d\d?)(?P<sign>[/.-])(?P<second>\d\d?)(?P=sign){YEAR}")
"""12/30/2022 in America, 30/12/2022 elsewhere."""

SHORT = re.compile(
    r"(?<![\d./-])(?P<first>[0-3]?\d)(?P<sign>[/.-])(?P<second>[0-3]?\d)(?P=sign)(?P<year>\d\d)(?![\d./-]\d|\d)"
)
"""30.12.22 and 12/30/22: in a byline a date, in running text as often a version or a price."""

CENTURY_TURNS = 69
"""Years of two figures from 69 are of the last century, as POSIX has it (strptime, %y)."""

FOREIGN = re.compile(rf"(?<!\d){DAY}(?:\.|er|º)?\s+(?:de\s+)?[^\W\d_]{{3,}}\.?\s+(?:de\s+|del\s+)?{YEAR}")
"""30 de diciembre de 2022, 30. Dezember 2022, 30 décembre 2022: a month by its name in any language."""

SETTINGS = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
"""For dateparser: only dates that say all of themselves, nothing relative, nothing filled in."""


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A full date in a text.

    Attributes:
        start, end: Where it stands, in characters, `end` excluded.
        words: What it says.
        days: The days that it can mean: one, or two where day and month can be read in either order.
        weekday: The weekday that it names, 0 for Monday, or None.
    """

    start: int
    end: int
    words: str
    days: tuple[dt.date, ...]
    weekday: int | None = None


def find_dates(text: str, *, foreign: bool = False) -> list[DateSpan]:
    """Find the full dates of a text.

    Args:
        text: A paragraph.
        foreign: Whether the text is a byline: there years have two figures too, and dateparser is asked for months by
            their names in other languages.

    Returns:
        The dates in the order of the text; none overlaps another.
    """
    if not HAS_YEAR.search(text):  # most lines have none, and the search costs next to nothing
        return [span for match in SHORT.finditer(text) if (span := _read_either(match))] if foreign else []
    spans = [span for form in FORMS for match in form.finditer(text) if (span := _read(match))]
    spans += [span for match in EITHER_ORDER.finditer(text) if (span := _read_either(match))]
    if foreign:
        spans += [span for match in FOREIGN.finditer(_blanked(text, spans)) if (span := _ask(match))]
    spans.sort(key=lambda span: (span.start, -span.end))
    return [span for index, span in enumerate(spans) if not index or span.start >= spans[index - 1].end]


def _blanked(text: str, spans: Sequence[DateSpan]) -> str:
    """A text with the dates that were found in it blanked, every other character in its place."""
    pieces, end = [], 0
    for span in sorted(spans, key=lambda one: one.start):
        pieces += [text[end : span.start], "." * (span.end - max(span.start, end))]
        end = max(end, span.end)
    return "".join([*pieces, text[end:]])


def day_in(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def say_day(day: dt.date, *, year: bool = True) -> str:
    """A day in words, for reasons: `4 February 2026`."""
    words = f"{day.day} {MONTHS[day.month - 1].capitalize()}"
    return f"{words} {day.year}" if year else words


def _read(match: re.Match[str]) -> DateSpan | None:
    """The date of a form that says which figure is the month."""
    parts = match.groupdict()
    month = int(parts["numeral"]) if parts.get("numeral") else month_number(parts["month"])
    day = day_in(int(parts["year"]), month, int(parts["day"]))
    if day is None:
        return None
    weekday = weekday_number(parts["weekday"]) if parts.get("weekday") else None
    return DateSpan(match.start(), match.end(), match[0], (day,), weekday)


def _read_either(match: re.Match[str]) -> DateSpan | None:
    """The date of a form that leaves the order of day and month open, the American reading first."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if year < 100:
        year += 1900 if year >= CENTURY_TURNS else 2000
    american, other = day_in(year, first, second), day_in(year, second, first)
    if match["sign"] == "." and other:  # with full stops the day comes first, wherever they are used
        american = None
    days = tuple(dict.fromkeys(day for day in (american, other) if day))
    return DateSpan(match.start(), match.end(), match[0], days) if days else None


def _ask(match: re.Match[str]) -> DateSpan | None:
    """The date that dateparser reads in words that look like one."""
    day = _parse(match[0])
    return DateSpan(match.start(), match.end(), match[0], (day,)) if day else None


@lru_cache(maxsize=4096)
def _parse(words: str) -> dt.date | None:
    """What dateparser reads; kept, since a page says the date of its day in many places."""
    import dateparser

    parsed = dateparser.parse(words, settings=SETTINGS)
    return parsed.date() if parsed else None


def month_number(name: str) -> int:
    """The number of a month by its English name or abbreviation, 1 for January."""
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3].lower()))


def weekday_number(name: str) -> int:
    """The number of a weekday by its English name or abbreviation, 0 for Monday."""
    return next(number for number, weekday in enumerate(WEEKDAYS) if weekday.startswith(name[:3].lower()))
