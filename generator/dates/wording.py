"""How a date is said to a reader: “30 December 2022”, “spring 2023”, “31 January – 1 February 2026”.

The names of months come from the Unicode CLDR by way of Babel; the words around them, and their order, are messages of
the reader's language (`generator.messages`). A message says a whole date, so that a language can order its parts as it
does. After “since”, “until” and “about” a date has messages of its own: there it stands in another case in Russian
(“с мая 2022 года”, “май 2022 года”), and has an article in Spanish and French (“desde el 3 de mayo”).
"""

from __future__ import annotations

import datetime as dt
import functools

from generator.dates.edtf import Day, Edtf, Part, Precision, month_length, parse
from generator.messages import Tongue, gettext_noop, pgettext_noop, tongue

__all__ = ["month_of", "say", "say_bare", "say_between", "say_month", "say_part", "say_span", "say_year", "spoken"]

_EN_DASH = "\N{EN DASH}"
_GOVERNED = "after a preposition"
"""The context of the messages that say a date after “since”, “until” or “about”."""

_DIVISIONS = {
    21: gettext_noop("spring {year}"),
    22: gettext_noop("summer {year}"),
    23: gettext_noop("autumn {year}"),
    24: gettext_noop("winter {year}"),
    33: gettext_noop("first quarter of {year}"),
    34: gettext_noop("second quarter of {year}"),
    35: gettext_noop("third quarter of {year}"),
    36: gettext_noop("fourth quarter of {year}"),
    40: gettext_noop("first half of {year}"),
    41: gettext_noop("second half of {year}"),
}
"""Seasons, quarters and halves by their codes in EDTF; those of a hemisphere (25 to 32) are said as the first four."""

_AFTER_A_PREPOSITION = (
    pgettext_noop("after a preposition", "spring {year}"),
    pgettext_noop("after a preposition", "summer {year}"),
    pgettext_noop("after a preposition", "autumn {year}"),
    pgettext_noop("after a preposition", "winter {year}"),
    pgettext_noop("after a preposition", "first quarter of {year}"),
    pgettext_noop("after a preposition", "second quarter of {year}"),
    pgettext_noop("after a preposition", "third quarter of {year}"),
    pgettext_noop("after a preposition", "fourth quarter of {year}"),
    pgettext_noop("after a preposition", "first half of {year}"),
    pgettext_noop("after a preposition", "second half of {year}"),
)
"""The same once more, where `make messages` finds them."""


@functools.lru_cache(maxsize=65536)
def say(date: Edtf, language: str = "en") -> str:
    """Say a date in words.

    Args:
        date: Any date.
        language: A language of `generator.messages.LANGUAGES`; another falls back to English.

    Returns:
        The date as running text, beginning in lower case where it does not begin with a name.
    """
    words = tongue(language)
    if date.kind == "set":
        either = words.pgettext("between two dates", " or ")
        return either.join(say_part(part, language) for part in date.parts if part)
    if date.kind == "single":
        return say_part(date.start, language)
    first, last = date.parts
    if first is None:
        return words.gettext("until {date}", date=_after_preposition(date.start, words))
    if last is None:
        return words.gettext("since {date}", date=_after_preposition(date.start, words))
    return say_span(first, last, language)


def say_span(first: Part, last: Part, language: str = "en") -> str:
    """Say an interval, leaving out of its first end what the second repeats: “3–5 May 2022”."""
    words = tongue(language)
    plain = not (first.qualifier or last.qualifier or first.unspecified or last.unspecified)
    if plain and first.year == last.year and first.precision == last.precision:
        if first.precision == Precision.DAY:
            return _days(first.earliest, last.earliest, words)
        if first.precision == Precision.MONTH:
            return _months_of_year(first.earliest, last.earliest, words)
    return say_between(say_part(first, language), say_part(last, language), words)


def say_between(first: str, last: str, words: Tongue) -> str:
    """Say two dates, already in words, as the ends of an interval."""
    return words.pgettext("from one date to another", "{first} – {last}", first=first, last=last)


def say_part(part: Part, language: str = "en") -> str:
    """Say one single date, with “about” and “uncertain” where it is qualified."""
    words = tongue(language)
    if part.qualifier in {"~", "%"}:
        text = words.gettext("about {date}", date=say_bare(part, words, governed=True))
    else:
        text = say_bare(part, words)
    return words.gettext("{date} (uncertain)", date=text) if part.qualifier in {"?", "%"} else text


def say_bare(part: Part, words: Tongue, *, governed: bool = False) -> str:
    """Say one single date without what qualifies it.

    Args:
        part: The date.
        words: The language.
        governed: Whether it stands after “since”, “until” or “about”.
    """
    if part.division is not None:
        return _divided(part, words, governed=governed)
    if part.month and part.unspecified:
        return _unspecified(part, words)
    if part.day:
        return _day(part.earliest, words, governed=governed)
    if part.month:
        return _month(part.earliest, words, governed=governed)
    return _bare_year(part, words, governed=governed)


def say_year(year: int, words: Tongue) -> str:
    """A year of the proleptic calendar as a heading, where 0 is the year before 1: “2022”, “44 BC”."""
    return words.gettext("{year} BC", year=1 - year) if year <= 0 else str(year)


def say_month(year: int, month: int, words: Tongue) -> str:
    """A month of a year: “May 2022”."""
    return words.pgettext("a month", "{month} {year}", **spoken((year, month, 1), words, "LLLL"))


def month_of(day: Day, pattern: str, language: str) -> str:
    """The name of a day's month, by a pattern of the CLDR: `MMMM` beside a day, `LLLL` alone, `LLL` for short."""
    return _months(pattern, language)[day[1] - 1]


def spoken(day: Day, words: Tongue, pattern: str = "MMMM") -> dict[str, str]:
    """What a message may say of a day: its number, its month by name and by number, and its year, also as a number.

    Args:
        day: The day.
        words: The language.
        pattern: In which form it names the month, by a pattern of the CLDR.
    """
    return {
        # French counts the first day of a month, and only that: “1er mai”, “2 mai”.
        "day": words.pgettext("the first day of a month", "1") if day[2] == 1 else str(day[2]),
        "month": month_of(day, pattern, words.code),
        "month_number": str(day[1]),
        "year": _year_of_date(day[0], words),
        "bare_year": say_year(day[0], words),
    }


@functools.lru_cache(maxsize=64)
def _months(pattern: str, language: str) -> tuple[str, ...]:
    # Years before 1 have no `datetime.date`, and only the month is asked for: any year says it.
    from babel.dates import format_date  # slow to load, and whoever only reads dates says none

    return tuple(format_date(dt.date(2000, month, 1), pattern, locale=language) for month in range(1, 13))


def _after_preposition(part: Part, words: Tongue) -> str:
    return say_part(part, words.code) if part.qualifier else say_bare(part, words, governed=True)


def _bare_year(part: Part, words: Tongue, *, governed: bool) -> str:
    first, last = part.earliest[0], part.latest[0]
    if part.precision == Precision.DECADE:
        year = say_year(first, words)
        if governed:
            return words.pgettext("after a preposition", "the {year}s", year=year)
        return words.gettext("the {year}s", year=year)
    if part.precision == Precision.CENTURY:
        if governed:
            return words.pgettext("after a preposition", "the years {first}–{last}", first=first, last=last)
        return words.gettext("the years {first}–{last}", first=first, last=last)
    if governed:
        return _year_after_preposition(first, words)
    return _year_alone(first, words)


def _year_alone(year: int, words: Tongue) -> str:
    if year <= 0:
        return words.pgettext("a year alone", "{year} BC", year=1 - year)
    return words.pgettext("a year alone", "{year}", year=year)


def _year_after_preposition(year: int, words: Tongue) -> str:
    if year <= 0:
        return words.pgettext("after a preposition", "{year} BC", year=1 - year)
    return words.pgettext("after a preposition", "{year}", year=year)


def _year_of_date(year: int | str, words: Tongue) -> str:
    """A year as it stands within a date: Russian and Chinese say “year” there."""
    if isinstance(year, int) and year <= 0:
        return words.pgettext("the year of a date", "{year} BC", year=1 - year)
    return words.pgettext("the year of a date", "{year}", year=year)


def _divided(part: Part, words: Tongue, *, governed: bool) -> str:
    """A season, quarter or half of a year; a winter that ends in another year names both."""
    code = part.division or 0
    of_hemisphere = 24 < code < 33
    message = _DIVISIONS[(code - 21) % 4 + 21 if of_hemisphere else code]
    year = _years_of_date(part.earliest[0], part.latest[0], words)
    text = words.pgettext(_GOVERNED, message, year=year) if governed else words.gettext(message, year=year)
    return words.gettext("{season} (southern hemisphere)", season=text) if 28 < code < 33 else text


def _years_of_date(first: int, last: int, words: Tongue) -> str:
    """A year, or two that a winter lies in, the second cut to two digits within a century of our era."""
    if first == last:
        return _year_of_date(first, words)
    if first <= 0:
        return f"{_year_of_date(first, words)}{_EN_DASH}{_year_of_date(last, words)}"
    second = f"{last % 100:02}" if first // 100 == last // 100 else str(last)
    return _year_of_date(f"{first}{_EN_DASH}{second}", words)


def _unspecified(part: Part, words: Tongue) -> str:
    """A date with unknown digits in its year, month or day, said by its bounds."""
    first, last = part.earliest, part.latest
    if first[2] == 1 and last[2] == month_length(last[0], last[1]):
        if (first[1], last[1]) == (1, 12) and first[0] == last[0]:
            return _year_alone(first[0], words)
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
    begin, end = spoken(first, words), spoken(last, words)
    if first[1] == last[1]:
        return words.pgettext("two days of a month", "{first}–{day} {month} {year}", first=begin["day"], **end)
    return words.pgettext(
        "two days of a year",
        "{first_day} {first_month} – {day} {month} {year}",
        first_day=begin["day"],
        first_month=begin["month"],
        first_month_number=begin["month_number"],
        **end,
    )


def _months_of_year(first: Day, last: Day, words: Tongue) -> str:
    """Two months of a year: “April – May 2022”."""
    begin = spoken(first, words, "LLLL")
    return words.pgettext(
        "two months of a year",
        "{first_month} – {month} {year}",
        first_month=begin["month"],
        first_month_number=begin["month_number"],
        **spoken(last, words, "LLLL"),
    )


def _day(day: Day, words: Tongue, *, governed: bool) -> str:
    if governed:
        return words.pgettext("after a preposition", "{day} {month} {year}", **spoken(day, words))
    return words.pgettext("a day", "{day} {month} {year}", **spoken(day, words))


def _month(day: Day, words: Tongue, *, governed: bool) -> str:
    if governed:
        return words.pgettext("after a preposition", "{month} {year}", **spoken(day, words))
    return say_month(day[0], day[1], words)
