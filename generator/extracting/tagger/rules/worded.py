"""Dates in words: “nineteen eighty-four”, “two thousand and eight”, “the first of May”, “Friday the 13th”."""

from __future__ import annotations

import datetime as dt
import re

from generator.extracting.tagger.around import word_before
from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.numbers import number, ordinal
from generator.extracting.tagger.point import Point, day_point
from generator.extracting.tagger.reading import Reading, at, unresolved
from generator.extracting.tagger.rule import Example, Match, Rule
from generator.extracting.tagger.rules.months import is_capital, month_on
from generator.extracting.tagger.rules.numeric import is_day

__all__ = ["RULES"]

_WEEKS = 100
"""A weekday falls on a given day of the month at least once in so many weeks."""


def _year_of(found: re.Match[str], language: Language) -> int:
    hundreds = int(number(found["hundreds"], language)) if found["hundreds"] else 20
    return 100 * hundreds + (int(number(found["rest"], language)) if found["rest"] else 0)


def _year(match: Match, context: Context) -> Reading:
    return at(Point("year", _year_of(match.found, context.language)))


def _is_year(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether it is a year, after a word that years follow: not “nineteen fifty-pound notes”."""
    before = word_before(found)
    if before not in language.words["year_cue"] or found.string.startswith("-", found.end()):
        return False
    return 1000 <= _year_of(found, language) < 2100


def _day(match: Match, context: Context) -> Reading:
    month = context.language.meaning("months", match["month"])
    return month_on(match, month, ordinal(match["ordinal"], context.language), context)


def _is_day(found: re.Match[str], text: str, language: Language) -> bool:
    month, day = language.meaning("months", found["month"]), ordinal(found["ordinal"], language)
    return is_capital(found, text, language) and is_day(int(found["year"] or 0), month, day)


def _weekday_on(match: Match, context: Context) -> Reading:
    """The latest such day up to the DCT; ahead with a cue."""
    weekday, number_ = context.language.meaning("weekdays", match["weekday"]), int(match["day"])
    base, anchor = context.base()
    if base is None or base.grain != "day":
        return unresolved(f"XXXX-XX-{number_:02}", "its month is not said")
    ahead = context.is_future(match)
    wait = (weekday - base.first.isoweekday()) % 7
    first = base.first + dt.timedelta(days=wait if ahead or not wait else wait - 7)
    days = (first + dt.timedelta(weeks=count if ahead else -count) for count in range(_WEEKS))
    day = next((day for day in days if day.day == number_), None)
    return at(day_point(day), anchor) if day else unresolved(f"XXXX-XX-{number_:02}")


_ONES_AND_TENS = r"(?:{:tens})(?:[- ](?:{:ones}))?|(?:{:teens})"

RULES = (
    Rule(
        "worded-year",
        ("teens", "twenty"),
        r"(?P<hundreds>{:teens}|twenty)[ -](?:hundred|(?P<rest>" + _ONES_AND_TENS + r"))",
        _year,
        _is_year,
        examples=(
            Example("It was founded in nineteen eighty-four.", "", "1984"),
            Example("It will be over by twenty thirty.", "", "2030"),
        ),
    ),
    Rule(
        "worded-thousand",
        ("two",),
        r"(?P<hundreds>)two thousand(?: and)? (?P<rest>" + _ONES_AND_TENS + r"|{:ones})",
        _year,
        _is_year,
        examples=(Example("It was founded in two thousand and eight.", "", "2008"),),
    ),
    Rule(
        "worded-day",
        ("ordinal_word",),
        r"{ordinal}(?: day)? of {month}(?:,? {year})?",
        _day,
        _is_day,
        examples=(
            Example("They met on the twenty-first of April, 2022.", "", "2022-04-21"),
            Example("They met on the first of May.", "2023-10-18", "2023-05-01"),
        ),
    ),
    Rule(
        "weekday-on",
        ("weekdays",),
        r"{weekday},? the {day}{:suffix}(?! of)",
        _weekday_on,
        examples=(Example("It crashed on Friday the 13th.", "1999-10-30", "1999-08-13"),),
    ),
)
