"""How a date is said to a reader: “30 December 2022”, “spring 2023”, “31 January – 1 February 2026”.

The names of months come from the Unicode CLDR by way of Babel; the words around them, and their order, are messages of
the reader's language (`generator.messages`).
"""

from __future__ import annotations

import datetime as dt
import functools

from generator.dates.edtf import Day, Edtf, Part, Precision, month_length, parse
from generator.messages import Tongue, gettext_noop, tongue

__all__ = ["month_of", "say", "say_part", "say_span", "say_year"]

_EN_DASH = "\N{EN DASH}"
_SEASONS = (
    gettext_noop("spring {year}"),
    gettext_noop("summer {year}"),
    gettext_noop("autumn {year}"),
    gettext_noop("winter {year}"),
)
_QUARTERS = (
    gettext_noop("first quarter of {year}"),
    gettext_noop("second quarter of {year}"),
    gettext_noop("third quarter of {year}"),
    gettext_noop("fourth quarter of {year}"),
)
_HALVES = (gettext_noop("first half of {year}"), gettext_noop("second half of {year}"))


@functools.lru_cache(maxsize=65536)
def say(date: Edtf, language: str = "en") -> str:
    """Say a date in words.

    Args:
        date: Any date.
        language: A language of `generator.messages.LANGUAGES`; another falls back to English.

    Returns:
        The date as running text, beginning in lower case where it does not begin with a name.
    """
    if date.kind == "set":
        either = tongue(language).pgettext("between two dates", " or ")
        return either.join(say_part(part, language) for part in date.parts if part)
    if date.kind == "single":
        return say_part(date.start, language)
    first, last = date.parts
    if first is None:
        return tongue(language).gettext("until {date}", date=say_part(date.start, language))
    if last is None:
        return tongue(language).gettext("since {date}", date=say_part(date.start, language))
    return say_span(first, last, language)


def say_span(first: Part, last: Part, language: str = "en") -> str:
    """Say an interval, leaving out of its first end what the second repeats: “3–5 May 2022”."""
    words = tongue(language)
    plain = not (first.qualifier or last.qualifier or first.unspecified or last.unspecified)
    if plain and first.year == last.year and first.precision == last.precision:
        if first.precision == Precision.DAY:
            return _days(first.earliest, last.earliest, words)
        if first.precision == Precision.MONTH:
            begin = words.pgettext("a month, its year said later", "{month}", **_named(first.earliest, words, "LLLL"))
            return f"{begin} {_EN_DASH} {_month(last.earliest, words)}"
    return f"{say_part(first, language)} {_EN_DASH} {say_part(last, language)}"


def say_part(part: Part, language: str = "en") -> str:
    """Say one single date, with “about” and “uncertain” where it is qualified."""
    words = tongue(language)
    text = _bare(part, words)
    if part.qualifier in {"~", "%"}:
        text = words.gettext("about {date}", date=text)
    return words.gettext("{date} (uncertain)", date=text) if part.qualifier in {"?", "%"} else text


def say_year(year: int, words: Tongue) -> str:
    """A year of the proleptic calendar in words, where 0 is the year before 1: “2022”, “44 BC”."""
    return words.gettext("{year} BC", year=1 - year) if year <= 0 else str(year)


def month_of(day: Day, pattern: str, language: str) -> str:
    """The name of a day's month, by a pattern of the CLDR: `MMMM` beside a day, `LLLL` alone, `LLL` for short."""
    return _months(pattern, language)[day[1] - 1]


@functools.lru_cache(maxsize=64)
def _months(pattern: str, language: str) -> tuple[str, ...]:
    # Years before 1 have no `datetime.date`, and only the month is asked for: any year says it.
    from babel.dates import format_date  # slow to load, and whoever only reads dates says none

    return tuple(format_date(dt.date(2000, month, 1), pattern, locale=language) for month in range(1, 13))


def _bare(part: Part, words: Tongue) -> str:
    if part.division is not None:
        return _divided(part, words)
    if part.month and part.unspecified:
        return _unspecified(part, words)
    if part.day:
        return _day(part.earliest, words)
    if part.month:
        return _month(part.earliest, words)
    return _bare_year(part, words)


def _bare_year(part: Part, words: Tongue) -> str:
    if part.precision == Precision.DECADE:
        return words.gettext("the {year}s", year=say_year(part.earliest[0], words))
    if part.precision == Precision.CENTURY:
        return words.gettext("the years {first}–{last}", first=part.earliest[0], last=part.latest[0])
    return words.pgettext("a year alone", "{year}", year=say_year(part.earliest[0], words))


def _divided(part: Part, words: Tongue) -> str:
    """A season, quarter or half of a year; a winter that ends in another year names both."""
    code, year = part.division or 0, say_year(part.earliest[0], words)
    if code > 36:
        return words.gettext(_HALVES[code - 40], year=year)
    if code > 32:
        return words.gettext(_QUARTERS[code - 33], year=year)
    if part.latest[0] != part.earliest[0]:
        year = f"{year}{_EN_DASH}{_second_year(part.earliest[0], part.latest[0], words)}"
    season = words.gettext(_SEASONS[(code - 21) % 4], year=year)
    return words.gettext("{season} (southern hemisphere)", season=season) if code > 28 else season


def _second_year(first: int, last: int, words: Tongue) -> str:
    """A span's second year, cut to two digits within a century of our era."""
    return f"{last % 100:02}" if first > 0 and first // 100 == last // 100 else say_year(last, words)


def _unspecified(part: Part, words: Tongue) -> str:
    """A date with unknown digits in its year, month or day, said by its bounds."""
    first, last = part.earliest, part.latest
    if first[2] == 1 and last[2] == month_length(last[0], last[1]):
        if (first[1], last[1]) == (1, 12) and first[0] == last[0]:
            return words.pgettext("a year alone", "{year}", year=say_year(first[0], words))
        if first[:2] == last[:2]:
            return say_part(_whole(first[:2]), words.code)
        return say_span(_whole(first[:2]), _whole(last[:2]), words.code)
    return say_span(_whole(first), _whole(last), words.code)


def _whole(numbers: tuple[int, ...]) -> Part:
    """The part that a year, month and perhaps day write."""
    year = numbers[0]
    digits = [f"{year:04}" if year >= 0 else f"-{-year:04}", *(f"{number:02}" for number in numbers[1:])]
    return parse("-".join(digits)).start


def _days(first: Day, last: Day, words: Tongue) -> str:
    """Two days of a year: “3–5 May 2022”, “31 January – 1 February 2022”."""
    if first[1] == last[1]:
        return words.pgettext(
            "two days of a month",
            "{first}–{day} {month} {year}",
            first=first[2],
            **_named(last, words),
        )
    begin = words.pgettext("a day, its year said later", "{day} {month}", **_named(first, words))
    return f"{begin} {_EN_DASH} {_day(last, words)}"


def _day(day: Day, words: Tongue) -> str:
    return words.pgettext("a day", "{day} {month} {year}", **_named(day, words))


def _month(day: Day, words: Tongue) -> str:
    return words.pgettext("a month", "{month} {year}", **_named(day, words, "LLLL"))


def _named(day: Day, words: Tongue, pattern: str = "MMMM") -> dict[str, str]:
    """What a message may say of a day: its number, its month by name and by number, and its year."""
    return {
        "day": str(day[2]),
        "month": month_of(day, pattern, words.code),
        "month_number": str(day[1]),
        "year": say_year(day[0], words),
    }
