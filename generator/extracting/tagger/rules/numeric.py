"""Dates in digits alone: ISO 8601, 18/10/2023, 18.10.2023, 10/18/23."""

from __future__ import annotations

import datetime as dt
import re

from generator.extracting.tagger.around import word_before
from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.point import Point
from generator.extracting.tagger.reading import Reading, at
from generator.extracting.tagger.rule import Example, Match, Rule

__all__ = ["QUOTES", "RULES", "full_year", "is_day"]


AHEAD_YEARS = 20
"""How far ahead of the DCT two digits of a year can point."""
POSIX_LIMIT = 2068
"""The last year that two digits can mean without a DCT."""


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day; the year 0 stands for any leap year."""
    try:
        dt.date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def full_year(digits: str, dct: dt.date | None) -> int:
    """The year that four digits, or two, mean.

    Two mean the year nearest the DCT that is not more than twenty years ahead of it; without a DCT 69 to 99 are
    19xx and 00 to 68 are 20xx, as in POSIX (IEEE 1003.1, `strptime`).
    """
    if len(digits) == 4:
        return int(digits)
    limit = dct.year + AHEAD_YEARS if dct else POSIX_LIMIT
    return limit - (limit - int(digits)) % 100


def _iso(match: Match, context: Context) -> Reading:  # noqa: ARG001 every resolver has one signature
    return at(Point("day", int(match["year"]), int(match["mm"]), int(match["day"])))


def _iso_time(match: Match, context: Context) -> Reading:  # noqa: ARG001 every resolver has one signature
    day = Point("day", int(match["year"]), int(match["mm"]), int(match["day"]))
    zone = "Z" if match["zone"] == "z" else match["zone"]
    return Reading("TIME", f"{day.value}T{match['clock'].zfill(5)}{zone}", day.edtf, day)


def _iso_month(match: Match, context: Context) -> Reading:  # noqa: ARG001 every resolver has one signature
    return at(Point("month", int(match["year"]), int(match["mm"])))


def _is_month(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether the two digits are a month: “2010-11” is rather a season of sports or of a budget."""
    return int(found["mm"]) != int(found["year"]) % 100 + 1


def _compact(match: Match, context: Context) -> Reading:  # noqa: ARG001 every resolver has one signature
    digits = match["digits"]
    return at(Point("day", int(digits[:4]), int(digits[4:6]), int(digits[6:])))


def _real(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 every check has one signature
    return is_day(int(found["year"]), int(found["mm"]), int(found["day"]))


def _real_compact(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 every check has one signature
    digits = found["digits"]
    return is_day(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _orders(found: re.Match[str]) -> list[tuple[int, int]]:
    """The (month, day) that two numbers can mean, the American order first."""
    one, two = int(found["one"]), int(found["two"])
    orders = [(one, two), (two, one)] if one != two else [(one, two)]
    return [(month, day) for month, day in orders if 1 <= month <= 12 and is_day(0, month, day)]


def _sane(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 every check has one signature
    """Whether it is a day; two digits for the year after points or dashes only where those are how days are written."""
    before = word_before(found)
    if before.lstrip(QUOTES) in language.words["number_noun"]:
        return False
    return bool(_orders(found)) and (len(found["y"]) == 4 or found["sep"] == "/" or language.day_first)


QUOTES = "(\"'“„«"
"""What may stand right before the word that tells what a number is."""


def _slashes(match: Match, context: Context) -> Reading | None:
    """Two numbers and a year: the order that the calendar, a weekday before it, and the DCT allow."""
    year = full_year(match["y"], context.dct)
    days = [Point("day", year, month, day) for month, day in _orders(match.found) if is_day(year, month, day)]
    if not days:
        return None
    if match["weekday"]:
        wanted = context.language.meaning("weekdays", match["weekday"])
        days = [day for day in days if day.first.isoweekday() == wanted] or days
    if len(days) == 1:
        return at(days[0]) if len(match["y"]) == 4 else _of_century(days[0])
    first_is_day = context.language.day_first or match["sep"] == "."
    days.sort(key=lambda day: _distance(day, context.dct))
    if _distance(days[0], context.dct) > 31 or context.dct is None:
        days.sort(key=lambda day: (day.number == int(match["one"])) == first_is_day)
    reason = f"the numbers can be read as {days[0].value} or {days[1].value}"
    return at(days[0], confidence="medium", reason=reason).but(alternatives=(days[1].value,))


def _of_century(day: Point) -> Reading:
    """A day whose year has two digits: of the latest century, and it says so."""
    reading = at(day, reason="the century is not said: it is the latest")
    return reading.but(alternatives=(Point("day", (day.year or 0) - 100, day.number, day.day).value,))


def _distance(day: Point, dct: dt.date | None) -> int:
    return abs((day.first - dct).days) if dct else 0


RULES = (
    Rule(
        "iso-day",
        ("#4",),
        r"(?P<year>[12][0-9]{3})(?P<s>[-/.])(?P<mm>[01]?[0-9])(?P=s)(?P<day>[0-3]?[0-9])(?![0-9])",
        _iso,
        _real,
        examples=(Example("On 2022-12-30 they spoke.", "", "2022-12-30"),),
    ),
    Rule(
        "iso-time",
        ("#4",),
        r"(?P<year>[12][0-9]{3})-(?P<mm>[01][0-9])-(?P<day>[0-3][0-9])[t ]"
        r"(?P<clock>[0-2][0-9]:[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?)(?P<zone>z|[+-][0-2][0-9]:?[0-5][0-9])?",
        _iso_time,
        _real,
        examples=(Example("Published 2022-12-30T13:00:05Z here.", "", "2022-12-30T13:00:05Z"),),
    ),
    Rule(
        "iso-month",
        ("#4",),
        r"(?P<year>(?:19|20)[0-9]{2})-(?P<mm>0[1-9]|1[0-2])(?![0-9-])",
        _iso_month,
        _is_month,
        examples=(Example("The figures of 2022-12 are out.", "", "2022-12"),),
    ),
    Rule(
        "compact-day",
        ("#n",),
        r"(?P<digits>(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]))(?![0-9])",
        _compact,
        _real_compact,
        examples=(Example("Log 20221230 closed.", "", "2022-12-30"),),
    ),
    Rule(
        "slashed-day",
        ("#2", "weekdays"),
        r"(?:(?![0-9]){weekday},? )?(?P<one>[0-3]?[0-9])(?P<sep>[/.-])(?P<two>[0-3]?[0-9])(?P=sep)"
        r"(?P<y>[12][0-9]{3}|[0-9]{2})(?![0-9./-]?[0-9])",
        _slashes,
        _sane,
        examples=(
            Example("On 30/12/2022 they spoke.", "", "2022-12-30"),
            Example("On 12/30/22 they spoke.", "", "2022-12-30"),
            Example("Version 2.10.2019 is out.", "", ""),
        ),
    ),
)
