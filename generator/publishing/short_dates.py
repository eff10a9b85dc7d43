"""Dates for narrow places: “24 Feb” under the heading of its year, “Feb 2022 – Feb 2026” for a whole timeline."""

from __future__ import annotations

import datetime as dt
import functools

from babel.dates import format_date

from generator.dates import Edtf, Part, Precision, parse, say, say_part
from generator.dates.wording import month_of, say_bare, say_between, say_year, spoken
from generator.messages import Tongue, gettext_noop, tongue

__all__ = ["month_name", "say_coverage", "say_day", "say_in_year", "say_with_weekday"]

_DASH = " \N{EN DASH} "
_SEASONS = (gettext_noop("spring"), gettext_noop("summer"), gettext_noop("autumn"), gettext_noop("winter"))
_DIVISIONS = {
    **{code: _SEASONS[(code - 21) % 4] for code in range(21, 33)},
    33: gettext_noop("Q1"),
    34: gettext_noop("Q2"),
    35: gettext_noop("Q3"),
    36: gettext_noop("Q4"),
    40: gettext_noop("1st half"),
    41: gettext_noop("2nd half"),
}
"""Seasons, quarters and halves by their codes in EDTF."""


@functools.lru_cache(maxsize=65536)
def say_in_year(date: Edtf, language: str = "en") -> str:
    """A date under the heading of its year, which is left out: “24 Feb”, “about Feb”, “spring”, “31 Jan – 1 Feb”."""
    words = tongue(language)
    if date.kind == "set":
        either = words.pgettext("between two dates", " or ")
        return either.join(_short(part, date.year, words) for part in date.parts if part)
    if date.kind == "single":
        return _short(date.start, date.year, words)
    first, last = date.parts
    if first is None:
        return words.gettext("until {date}", date=_short(date.start, date.year, words, governed=True))
    if last is None:
        return words.gettext("since {date}", date=_short(date.start, date.year, words, governed=True))
    if _in_one_month(first, last) and first.earliest[0] == date.year and not (first.qualifier or last.qualifier):
        begin, end = spoken(first.earliest, words, "MMM"), spoken(last.earliest, words, "MMM")
        return words.pgettext("two short days of a month", "{first}–{day} {month}", first=begin["day"], **end)
    return say_between(_short(first, date.year, words), _short(last, date.year, words), words)


def say_coverage(dates: list[Edtf], language: str = "en") -> str:
    """From when to when some dates go, to the month where it is known: “Feb 2022 – Feb 2026”; nothing for no dates."""
    if not dates:
        return ""
    words = tongue(language)
    first = min(dates).start
    last = max((part for date in dates for part in date.parts if part), key=lambda part: part.latest)
    begin, end = _month_of(first, words), _month_of(last, words)
    return begin if begin == end else say_between(begin, end, words)


@functools.lru_cache(maxsize=4096)
def say_day(day: dt.date, language: str = "en") -> str:
    """A day in words: “21 November 2026”."""
    return say(parse(day.isoformat()), language)


@functools.lru_cache(maxsize=65536)
def say_with_weekday(date: Edtf, language: str = "en") -> str:
    """A date in words, with its weekday where it is one day: “Friday, 30 December 2022”."""
    weekday, said = weekday_of(date, language), say(date, language)
    return tongue(language).gettext("{weekday}, {date}", weekday=weekday, date=said) if weekday else said


def weekday_of(date: Edtf, language: str = "en") -> str:
    """The weekday of a date that is one day of our calendar, or nothing."""
    if date.html_datetime is None or date.precision != Precision.DAY:
        return ""
    return format_date(dt.date(*date.earliest), "EEEE", locale=language)


def month_name(month: int, language: str = "en") -> str:
    """The whole name of a month, from 1."""
    return month_of((2000, month, 1), "LLLL", language)


def _in_one_month(first: Part, last: Part) -> bool:
    whole = first.day and last.day and not (first.unspecified or last.unspecified)
    return bool(whole) and first.earliest[:2] == last.earliest[:2]


def _short(part: Part, year: int, words: Tongue, *, governed: bool = False) -> str:
    """A date for short, with its year where that is another than the one that it stands under.

    Args:
        part: The date.
        year: The year that it stands under.
        words: The language.
        governed: Whether it stands after a preposition.
    """
    about = part.qualifier in {"~", "%"}
    if part.unspecified or not part.month:
        return say_bare(part, words, governed=governed) if not part.qualifier else say_part(part, words.code)
    text = _bare(part, words, with_year=part.earliest[0] != year, governed=governed or about)
    text = words.gettext("about {date}", date=text) if about else text
    return f"{text} (?)" if part.qualifier in {"?", "%"} else text


def _bare(part: Part, words: Tongue, *, with_year: bool, governed: bool) -> str:
    if part.division is not None:
        return _divided(part, words, with_year=with_year, governed=governed)
    if part.day:
        return _day(part, words, with_year=with_year, governed=governed)
    if with_year:
        return _month_of(part, words, governed=governed)
    named = spoken(part.earliest, words, "MMM" if governed else "LLL")
    return words.pgettext("a short month", "{month}", **named)


def _divided(part: Part, words: Tongue, *, with_year: bool, governed: bool) -> str:
    """A season, quarter or half; after a preposition as it is said elsewhere, with its year."""
    if governed:
        return say_bare(part, words, governed=True)
    text = words.gettext(_DIVISIONS[part.division or 0])
    if not with_year:
        return text
    year = say_year(part.earliest[0], words)
    return words.pgettext("a part of another year, for short", "{part} {year}", part=text, year=year)


def _day(part: Part, words: Tongue, *, with_year: bool, governed: bool) -> str:
    named = spoken(part.earliest, words, "MMM")
    if with_year and governed:
        return words.pgettext("a short day with its year, after a preposition", "{day} {month} {year}", **named)
    if with_year:
        return words.pgettext("a short day with its year", "{day} {month} {year}", **named)
    if governed:
        return words.pgettext("a short day, after a preposition", "{day} {month}", **named)
    return words.pgettext("a short day", "{day} {month}", **named)


def _month_of(part: Part, words: Tongue, *, governed: bool = False) -> str:
    if not part.month or part.unspecified or part.division is not None:
        return say_part(part, words.code)
    named = spoken(part.earliest, words, "MMM" if governed else "LLL")
    return words.pgettext("a short month with its year", "{month} {year}", **named)
