"""Dates for narrow places: “24 Feb” under the heading of its year, “Feb 2022 – Feb 2026” for a whole timeline."""

from __future__ import annotations

import datetime as dt
import functools

from babel.dates import format_date

from generator.dates import Edtf, Part, Precision, say, say_part
from generator.dates.edtf import Day

__all__ = ["month_name", "say_coverage", "say_day", "say_in_year", "say_with_weekday"]

_DASH = " \N{EN DASH} "
_DIVISIONS = {
    **{code: ("spring", "summer", "autumn", "winter")[(code - 21) % 4] for code in range(21, 33)},
    **{code: f"Q{code - 32}" for code in range(33, 37)},
    40: "1st half",
    41: "2nd half",
}
"""Seasons, quarters and halves by their codes in EDTF."""


@functools.lru_cache(maxsize=65536)
def say_in_year(date: Edtf, language: str = "en") -> str:
    """A date under the heading of its year, which is left out: “24 Feb”, “about Feb”, “spring”, “31 Jan – 1 Feb”."""
    if date.kind == "set":
        return " or ".join(_short(part, date.year, language) for part in date.parts if part)
    if date.kind == "single":
        return _short(date.start, date.year, language)
    first, last = date.parts
    if first is None or last is None:
        return f"{'until' if first is None else 'since'} {_short(date.start, date.year, language)}"
    if (
        first.day
        and last.day
        and not (first.unspecified or last.unspecified)
        and first.earliest[:2] == last.earliest[:2]
    ):
        return f"{first.earliest[2]}\N{EN DASH}{_short(last, date.year, language)}"
    return _short(first, date.year, language) + _DASH + _short(last, date.year, language)


def say_coverage(dates: list[Edtf], language: str = "en") -> str:
    """From when to when some dates go, to the month where it is known: “Feb 2022 – Feb 2026”; nothing for no dates."""
    if not dates:
        return ""
    first = min(dates).start
    last = max((part for date in dates for part in date.parts if part), key=lambda part: part.latest)
    begin, end = _month_of(first, language), _month_of(last, language)
    return begin if begin == end else begin + _DASH + end


@functools.lru_cache(maxsize=4096)
def say_day(day: dt.date, language: str = "en") -> str:
    """A day in words: “21 November 2026”."""
    return format_date(day, "d MMMM y", locale=language)


@functools.lru_cache(maxsize=65536)
def say_with_weekday(date: Edtf, language: str = "en") -> str:
    """A date in words, with its weekday where it is one day: “Friday, 30 December 2022”."""
    weekday = weekday_of(date, language)
    return f"{weekday}, {say(date, language)}" if weekday else say(date, language)


def weekday_of(date: Edtf, language: str = "en") -> str:
    """The weekday of a date that is one day of our calendar, or nothing."""
    if date.html_datetime is None or date.precision != Precision.DAY:
        return ""
    return format_date(dt.date(*date.earliest), "EEEE", locale=language)


@functools.lru_cache(maxsize=16)
def month_name(month: int, language: str = "en") -> str:
    """The whole name of a month, from 1."""
    return format_date(dt.date(2000, month, 1), "LLLL", locale=language)


def _short(part: Part, year: int, language: str) -> str:
    other_year = "" if part.earliest[0] == year else f" {part.year}"
    if part.unspecified or not part.month:
        text = say_part(part, language)
        return text if part.qualifier or part.unspecified else text.strip()
    if part.division is not None:
        text = _DIVISIONS[part.division]
    elif part.day:
        text = _format(part.earliest, "d MMM", language)
    else:
        text = _format(part.earliest, "LLL", language)
    text += other_year
    text = f"about {text}" if part.qualifier in {"~", "%"} else text
    return f"{text} (?)" if part.qualifier in {"?", "%"} else text


def _month_of(part: Part, language: str) -> str:
    known = part.month and not part.unspecified and part.division is None
    if not known or not 0 < part.earliest[0] < 10_000:
        return say_part(part, language)
    return format_date(dt.date(part.earliest[0], part.earliest[1], 1), "LLL y", locale=language)


@functools.lru_cache(maxsize=1024)
def _format(day: Day, pattern: str, language: str) -> str:
    # Only the month and day are asked for: any leap year says them.
    return format_date(dt.date(2000, day[1], day[2]), pattern, locale=language)
