"""Holidays: “Christmas Day”, “last Easter”, “Ramadan 2023”, “Black Friday”, “Thanksgiving weekend”."""

from __future__ import annotations

import datetime as dt
import re

from generator.extracting.tagger.around import JOINED_WORD, word_before
from generator.extracting.tagger.context import Context
from generator.extracting.tagger.feasts import days_of, last_day, may_differ
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.point import day_point
from generator.extracting.tagger.reading import Reading, at, unresolved
from generator.extracting.tagger.rule import Example, Match, Rule
from generator.extracting.tagger.rules.days import with_part
from generator.extracting.tagger.rules.months import AHEAD_DAYS

__all__ = ["RULES"]


def _holiday(match: Match, context: Context) -> Reading:
    """A holiday of the year that is named, or of the one that “last” or “this year” points to, or the nearest."""
    key = context.language.label("holiday", match["holiday"])
    years, anchor = _years(match, context)
    days = [day for year in years for day in days_of(key, year)]
    day = _chosen(days, match, context)
    if day is None:
        return unresolved("XXXX-XX-XX", "its year is not said" if not years else "nobody has calculated its day")
    reading = _lasting(key, day, anchor)
    if may_differ(key):
        reading = reading.but(confidence="medium", reason="it begins when the moon is seen: it may be a day off")
    return with_part(reading, match["part"], context)


def _years(match: Match, context: Context) -> tuple[tuple[int, ...], str]:
    """The years in which the holiday may be meant, and what they were counted from."""
    if match["year"]:
        return (int(match["year"]),), ""
    if match.year_ahead is not None:
        return (match.year_ahead,), ""
    if context.narrative and context.last_year is not None:
        return (context.last_year,), context.last_year_words
    if context.dct is None:
        return (), ""
    year, anchor = context.dct.year, context.dct.isoformat()
    if match["year_word"]:
        return (year + (-1 if match["last"] else 1 if match["next"] else 0),), anchor
    return tuple(near for near in (year - 1, year, year + 1) if dt.MINYEAR <= near <= dt.MAXYEAR), anchor


def _chosen(days: list[dt.date], match: Match, context: Context) -> dt.date | None:
    """The one that is meant: as for a day without its year, the nearest, but what was told is not weeks ahead."""
    dct = context.dct
    if dct is None or len(days) < 2:
        return days[0] if days else None
    if match["last"] or match["next"]:
        back = [day for day in days if day < dct]
        ahead = [day for day in days if day > dct]
        return max(back, default=None) if match["last"] else min(ahead, default=None)
    nearest = min(days, key=lambda day: abs((day - dct).days))
    if (nearest - dct).days > AHEAD_DAYS and context.is_past(match):
        return max((day for day in days if day <= dct), default=nearest)
    return nearest


def _lasting(key: str, first: dt.date, anchor: str) -> Reading:
    """TIMEX3 has no value for several days, so the value is the first; the EDTF date has both ends."""
    last = last_day(key, first)
    reading = at(day_point(first), anchor)
    return reading if last == first else reading.but(edtf=f"{first.isoformat()}/{last.isoformat()}")


def _is_holiday(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether it has its capital letter and is no name or thing: “Father Christmas”, “Easter eggs”, “Tet Offensive”."""
    if not text[found.start("holiday")].isupper() or _NAME_GOES_ON.match(text, found.end()):
        return False
    before = word_before(found)
    after = JOINED_WORD.match(found.string, found.end())
    things = language.words.get("holiday_thing", {})
    return before not in language.words.get("holiday_title", {}) and (after is None or after[1] not in things)


_NAME_GOES_ON = re.compile(r" {1,2}(?=[A-Z][a-z])(?!(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day)")

RULES = (
    Rule(
        "holiday",
        ("holiday",),
        r"{holiday}(?: {part})?"
        r"(?:(?:,? (?:{:of} )?|,){year}(?!-[0-9])|(?: {:of})? (?:{last}|{this}|{next}) {year_word})?",
        _holiday,
        _is_holiday,
        examples=(
            Example("They rest on Christmas Day.", "2023-10-18", "2023-12-25"),
            Example("Ramadan 2023 was long.", "", "2023-03-23"),
            Example("They met on Easter Monday last year.", "2023-10-18", "2022-04-18"),
        ),
    ),
    Rule(
        "relative-holiday",
        ("last", "this", "next"),
        r"(?:{last}|{this}|{next}) {holiday}(?: {part})?",
        _holiday,
        _is_holiday,
        examples=(Example("They met last Thanksgiving.", "2023-10-18", "2022-11-24"),),
    ),
)
