"""How a date is said to a reader: “30 December 2022”, “spring 2023”, “31 January – 1 February 2026”.

The names of months come from the Unicode CLDR by way of Babel; the words around them are kept in one table a
language, so that a language is added by adding a table.
"""

from __future__ import annotations

import datetime as dt
import functools
from dataclasses import dataclass

from generator.dates.edtf import Day, Edtf, Part, Precision, month_length, parse

__all__ = ["say", "say_part", "say_span"]

_EN_DASH = "\N{EN DASH}"


@dataclass(frozen=True, slots=True)
class Words:
    """What one language says around the names of months: each a pattern for `str.format`."""

    seasons: tuple[str, str, str, str]
    quarter: str
    half: str
    decade: str
    century: str
    bce: str
    about: str
    uncertain: str
    since: str
    before: str
    or_: str
    southern: str


WORDS: dict[str, Words] = {
    "en": Words(
        seasons=("spring {year}", "summer {year}", "autumn {year}", "winter {year}"),
        quarter="{ordinal} quarter of {year}",
        half="{ordinal} half of {year}",
        decade="the {year}s",
        century="the years {first}–{last}",
        bce="{year} BC",
        about="about {date}",
        uncertain="{date} (uncertain)",
        since="since {date}",
        before="until {date}",
        or_=" or ",
        southern="{season} (southern hemisphere)",
    ),
}
"""The words of each language that a timeline may be in."""

_ORDINALS = ("first", "second", "third", "fourth")


@functools.lru_cache(maxsize=65536)
def say(date: Edtf, language: str = "en") -> str:
    """Say a date in words.

    Args:
        date: Any date.
        language: A language of `WORDS`; another falls back to English.

    Returns:
        The date as running text, beginning in lower case where it does not begin with a name.
    """
    words = WORDS.get(language, WORDS["en"])
    if date.kind == "set":
        return words.or_.join(say_part(part, language) for part in date.parts if part)
    if date.kind == "single":
        return say_part(date.start, language)
    first, last = date.parts
    if first is None or last is None:
        pattern = words.before if first is None else words.since
        return pattern.format(date=say_part(date.start, language))
    return say_span(first, last, language)


def say_span(first: Part, last: Part, language: str = "en") -> str:
    """Say an interval, leaving out of its first end what the second repeats: “3–5 May 2022”."""
    plain = not (first.qualifier or last.qualifier or first.unspecified or last.unspecified)
    same_year = first.year == last.year
    if plain and same_year and first.precision == last.precision == Precision.DAY:
        if first.month == last.month:
            return f"{first.earliest[2]}{_EN_DASH}{say_part(last, language)}"
        return f"{_month_day(first.earliest, language)} {_EN_DASH} {say_part(last, language)}"
    if plain and same_year and first.precision == last.precision == Precision.MONTH:
        return f"{_format(first.earliest, 'LLLL', language)} {_EN_DASH} {say_part(last, language)}"
    return f"{say_part(first, language)} {_EN_DASH} {say_part(last, language)}"


def say_part(part: Part, language: str = "en") -> str:
    """Say one single date, with “about” and “uncertain” where it is qualified."""
    words = WORDS.get(language, WORDS["en"])
    text = _bare(part, words, language)
    if part.qualifier in {"~", "%"}:
        text = words.about.format(date=text)
    return words.uncertain.format(date=text) if part.qualifier in {"?", "%"} else text


def _bare(part: Part, words: Words, language: str) -> str:
    year = _year(part.earliest[0], words)
    if part.division is not None:
        return _divided(part, words)
    if part.month and part.unspecified:
        return _unspecified(part, language)
    if part.day:
        return f"{_month_day(part.earliest, language)} {year}"
    if part.month:
        return f"{_format(part.earliest, 'LLLL', language)} {year}"
    return _bare_year(part, year, words)


def _bare_year(part: Part, year: str, words: Words) -> str:
    if part.precision == Precision.DECADE:
        return words.decade.format(year=year)
    if part.precision == Precision.CENTURY:
        return words.century.format(first=part.earliest[0], last=part.latest[0])
    return year


def _divided(part: Part, words: Words) -> str:
    """A season, quarter or half of a year; a winter that ends in another year names both."""
    code, year = part.division or 0, _year(part.earliest[0], words)
    if code > 36:
        return words.half.format(ordinal=_ORDINALS[code - 40], year=year)
    if code > 32:
        return words.quarter.format(ordinal=_ORDINALS[code - 33], year=year)
    if part.latest[0] != part.earliest[0]:
        year = f"{year}{_EN_DASH}{_second_year(part.earliest[0], part.latest[0], words)}"
    season = words.seasons[(code - 21) % 4].format(year=year)
    return words.southern.format(season=season) if code > 28 else season


def _second_year(first: int, last: int, words: Words) -> str:
    """A span's second year, cut to two digits within a century of our era."""
    return f"{last % 100:02}" if first > 0 and first // 100 == last // 100 else _year(last, words)


def _unspecified(part: Part, language: str) -> str:
    """A date with unknown digits in its year, month or day, said by its bounds."""
    first, last = part.earliest, part.latest
    if first[2] == 1 and last[2] == month_length(last[0], last[1]):
        if (first[1], last[1]) == (1, 12) and first[0] == last[0]:
            return _year(first[0], WORDS.get(language, WORDS["en"]))
        if first[:2] == last[:2]:
            return say_part(_whole(first[:2]), language)
        return say_span(_whole(first[:2]), _whole(last[:2]), language)
    return say_span(_whole(first), _whole(last), language)


def _whole(numbers: tuple[int, ...]) -> Part:
    """The part that a year, month and perhaps day write."""
    year = numbers[0]
    digits = [f"{year:04}" if year >= 0 else f"-{-year:04}", *(f"{number:02}" for number in numbers[1:])]
    return parse("-".join(digits)).start


def _month_day(day: Day, language: str) -> str:
    return f"{day[2]} {_format(day, 'MMMM', language)}"


def _format(day: Day, pattern: str, language: str) -> str:
    # Years before 1 have no `datetime.date`, and only the month is asked for: any leap year says it.
    from babel.dates import format_date  # slow to load, and whoever only reads dates says none

    return format_date(dt.date(2000, day[1], day[2]), pattern, locale=language)


def _year(year: int, words: Words) -> str:
    return words.bce.format(year=1 - year) if year <= 0 else str(year)
