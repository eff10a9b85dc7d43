"""Days of a month, and months of a year: “18 October 2023”, “Oct. 18”, “the 3rd of May”, “May 2022”."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Mapping, Sequence

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.point import Point, day_point
from generator.extracting.tagger.reading import Reading, at, unresolved
from generator.extracting.tagger.rule import Example, Match, Rule
from generator.extracting.tagger.rules.numeric import is_day

__all__ = [
    "AHEAD_DAYS",
    "RULES",
    "is_capital",
    "month_day",
    "month_in",
    "month_of",
    "month_on",
    "possible",
    "running_year",
]

BACK_MONTHS = 9
"""In a history a month that seems to lie so many months before the last one is of the next year."""
AHEAD_DAYS = 14
"""A day further ahead of the DCT than this is not what a verb of the past tells of."""

SURE_DAYS = 61
"""A day without its year that lies so near the DCT has no other plausible year."""


def is_capital(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether a month that is also a word, as “may” is, begins with a capital letter."""
    return _is_capital(found, found.groupdict(), text, language)


def _is_capital(found: re.Match[str], words: Mapping[str, str | None], text: str, language: Language) -> bool:
    month = words.get("month")
    return not month or month.rstrip(".") not in language.words["month_like"] or text[found.start("month")].isupper()


def possible(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether the month has such a day, and is written as a month."""
    words = found.groupdict()
    if not _is_capital(found, words, text, language):
        return False
    return is_day(int(words.get("year") or 0), month_of(words, language), int(found["day"]))


def month_of(words: Mapping[str, str | None], language: Language) -> int:
    """The month that a name, or `mm`, gives."""
    return int(words.get("mm") or 0) or language.meaning("months", words["month"] or "")


def month_in(match: Match, context: Context) -> int:
    """The month that a match names."""
    return int(match["mm"] or 0) or context.language.meaning("months", match["month"])


def _full(match: Match, context: Context) -> Reading:
    reading = at(Point("day", int(match["year"]), month_in(match, context), int(match["day"])))
    return _beside_weekday(reading, match, context)


def _beside_weekday(reading: Reading, match: Match, context: Context) -> Reading:
    """The reading, less sure where the day is none of the weekday that stands with it."""
    point = reading.point
    if not match["weekday"] or point is None or point.first.isoweekday() == _weekday(match, context):
        return reading
    reason = f"the words do not agree: {point.value} is no {match['weekday'].capitalize()}"
    return reading.but(confidence="medium", reason=reason)


def _weekday(match: Match, context: Context) -> int:
    return context.language.meaning("weekdays", match["weekday"])


def month_day(match: Match, context: Context) -> Reading:
    """“Oct. 18”, “18 October”: a day that lacks its year, or has it elsewhere in its list."""
    return month_on(match, month_in(match, context), int(match["day"]), context)


def month_on(match: Match, month: int, day: int, context: Context) -> Reading:
    """A day of a month, of the year that stands with it or of the nearest."""
    if match["year"]:
        return _beside_weekday(at(Point("day", int(match["year"]), month, day)), match, context)
    year, anchor = _nearest_year(match, month, day, context)
    if year is None or not is_day(year, month, day):
        return unresolved(f"XXXX-{month:02}-{day:02}", "its year is not said")
    reading = at(Point("day", year, month, day), anchor)
    if context.narrative or context.dct is None or match.year_ahead is not None:
        return reading
    return _beside_weekday(_with_other_year(reading, dt.date(year, month, day), context.dct), match, context)


def _with_other_year(reading: Reading, day: dt.date, dct: dt.date) -> Reading:
    """The reading, with the year on the other side of the DCT where the day lies months from it."""
    other = day.year + (1 if day < dct else -1)
    if abs((day - dct).days) <= SURE_DAYS or not is_day(other, day.month, day.day):
        return reading
    reason = "no year is said: it is of the one that puts the day nearest"
    return reading.but(alternatives=(Point("day", other, day.month, day.day).value,), reason=reason)


def _nearest_year(match: Match, month: int, day: int, context: Context) -> tuple[int | None, str]:
    """The year of a day without one, and what it was counted from.

    In news it is the year that puts the day nearest the DCT (right in 95 of 100 cases in three corpora), but what a
    verb of the past tells is not weeks ahead: “sent troops on Feb. 24”, published in December. Of a day months away a
    weekday tells the year: “Thursday, Feb. 24”. In a history it is the running year.
    """
    if match.year_ahead is not None:
        return match.year_ahead, ""
    if context.narrative and context.last_year is not None:
        return running_year(month, context), context.last_year_words
    if context.dct is None:
        return None, ""
    dct = context.dct
    years = _years_near(dct, month, day)
    if not years:
        return None, dct.isoformat()
    nearest, away = years[0]
    if away > AHEAD_DAYS and context.is_past(match):
        nearest = max((year for year, _ in years if year < nearest), default=nearest)
    if match["weekday"] and abs((dt.date(nearest, month, day) - dct).days) > SURE_DAYS:
        weekday = _weekday(match, context)
        nearest = next(
            (year for year, _ in sorted(years) if dt.date(year, month, day).isoweekday() == weekday), nearest
        )
    return nearest, dct.isoformat()


@functools.lru_cache(4096)
def _years_near(dct: dt.date, month: int, day: int) -> Sequence[tuple[int, int]]:
    """The years around the DCT's that have such a day, each with how many days ahead it lies, the nearest first."""
    years = [year for year in (dct.year - 1, dct.year, dct.year + 1) if is_day(year, month, day)]
    return sorted(((year, (dt.date(year, month, day) - dct).days) for year in years), key=lambda one: abs(one[1]))


def running_year(month: int, context: Context) -> int | None:
    """The year of a month in a history: the running one, or the next where the story has passed the year's end."""
    last, year = context.last_month, context.last_year
    if last is None or year is None or last.number is None:
        return year
    return year + 1 if month - last.number <= -BACK_MONTHS else year


def _month_year(match: Match, context: Context) -> Reading:
    return at(Point("month", int(match["year"]), month_in(match, context)))


_LANDMARK = dt.date(2001, 9, 11)
"""The one day that news in English names by its number, and by its month and day without the year."""
_ATTACK = re.compile(r"(?= (?:terror(?:ist)? )?(?:attacks?|hijack(?:ing|er)s?)\b)")
_WHEN = re.compile(r"\b(?:since|before|after|until|on|by|from) {1,2}$")


def _landmark(match: Match, context: Context) -> Reading | None:
    """“9/11”, “the Sept. 11 attacks”: of 2001, in whatever is published since."""
    if context.dct is None or context.dct >= _LANDMARK:
        return at(day_point(_LANDMARK))
    return month_day(match, context) if match["month"] else None


def _is_landmark(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether it tells when: “since 9/11”, “the 9/11 attacks”, but “9/11 changed it” names what happened."""
    if not found["month"]:
        attack = _ATTACK.match(found.string, found.end())
        return attack is not None or _WHEN.search(found.string, max(0, found.start() - 8), found.start()) is not None
    day = month_of(found.groupdict(), language), int(found["day"])
    return is_capital(found, text, language) and day == (_LANDMARK.month, _LANDMARK.day)


_WEEKDAY = r"(?:(?![0-9]){weekday},? (?:the )?)?"
_NO_COUNT = r"(?![0-9]|[:.,/][0-9]|-[0-9]{3})(?! (?:percent|per|million|billion|people|points)\b)"

RULES = (
    Rule(
        "landmark-day",
        ("#2", "months"),
        r"(?:9/11(?![0-9/%])|{month} {day}(?:th)?" + _ATTACK.pattern + ")",
        _landmark,
        _is_landmark,
        examples=(
            Example("Much has changed since 9/11.", "2008-10-28", "2001-09-11"),
            Example("He was charged after the Sept. 11 attacks.", "2004-10-28", "2001-09-11"),
        ),
    ),
    Rule(
        "month-day-year",
        ("months", "weekdays"),
        _WEEKDAY + r"{month} {day}{:suffix}?(?:,? |,){year}(?!-[0-9])",
        _full,
        possible,
        examples=(Example("They met on Wednesday, Oct. 18, 2023.", "", "2023-10-18"),),
    ),
    Rule(
        "day-month-year",
        ("#2", "#th", "weekdays"),
        _WEEKDAY + r"{day}{:suffix}?(?=[- ]{0,3}[^\W\d_])(?: {:of}|-)?[ -]?{month},?[ -]{year}(?!-[0-9])",
        _full,
        possible,
        examples=(Example("They met on the 3rd of May, 2022.", "", "2022-05-03"),),
    ),
    Rule(
        "month-day",
        ("months", "weekdays"),
        _WEEKDAY + r"{month} (?:the )?{day}{:suffix}?" + _NO_COUNT,
        month_day,
        possible,
        examples=(
            Example("It rained on Jan. 5.", "2022-12-30", "2023-01-05"),
            Example("It rained from May 3 to 6.", "2023-10-18", "2023-05-03"),
        ),
    ),
    Rule(
        "day-month",
        ("#2", "#th", "weekdays"),
        _WEEKDAY + r"{day}{:suffix}?(?: {:of})? {month}",
        month_day,
        possible,
        examples=(Example("It rained on 5 January.", "2023-10-18", "2023-01-05"),),
    ),
    Rule(
        "month-year",
        ("months",),
        r"{month}(?: {:of}|,)? {year}(?!-[0-9])",
        _month_year,
        is_capital,
        examples=(Example("In May of 2022 it rained.", "", "2022-05"),),
    ),
)
