"""Months, and days of a month: “18 October 2023”, “Oct. 18”, “February of that year”, “3 and 4 May”."""

from __future__ import annotations

import re

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.point import Point
from generator.extracting.tagger.reading import Reading, at, unresolved
from generator.extracting.tagger.rule import Match, Rule
from generator.extracting.tagger.rules.numeric import is_day

__all__ = ["RULES", "nearest_year", "year_of_month"]


def _capital(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 every check has one signature
    """Whether a month that is also a word, as “may” is, begins with a capital letter."""
    start = found.start("month")
    return found["month"].rstrip(".") not in language.words["month_like"] or text[start].isupper()


def _possible(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether the month has such a day, and is written as a month."""
    year = int(found.groupdict().get("year") or 0)
    month = language.meaning("months", found["month"])
    return _capital(found, text, language) and is_day(year, month, int(found["day"]))


def _month_of(match: Match, context: Context) -> int:
    return context.language.meaning("months", match["month"])


def _full(match: Match, context: Context) -> Reading:
    return at(Point("day", int(match["year"]), _month_of(match, context), int(match["day"])))


def nearest_year(month: int, day: int, context: Context) -> tuple[int | None, str]:
    """The year of a day without one, and what it was counted from.

    In news it is the year that puts the day nearest the DCT (right in 95 of 100 cases in three corpora); in a
    history the year that was last mentioned.
    """
    if context.narrative and context.last_year is not None:
        return context.last_year, context.last_year_words
    if context.dct is None:
        return None, ""
    dct = context.dct
    years = [year for year in (dct.year - 1, dct.year, dct.year + 1) if is_day(year, month, day)]
    if not years:
        return None, ""
    best = min(years, key=lambda year: abs((Point("day", year, month, day).first - dct).days))
    return best, dct.isoformat()


def _month_day(match: Match, context: Context) -> Reading:
    month, day = _month_of(match, context), int(match["day"])
    year, anchor = nearest_year(month, day, context)
    if year is None or not is_day(year, month, day):
        return unresolved(f"XXXX-{month:02}-{day:02}", "its year is not said")
    return at(Point("day", year, month, day), anchor)


def _month_year(match: Match, context: Context) -> Reading:
    return at(Point("month", int(match["year"]), _month_of(match, context)))


def year_of_month(month: int, context: Context, *, future: bool) -> tuple[int | None, str]:
    """The year of a month without one: the latest past, ahead only with a cue; in a history the last mentioned."""
    if context.narrative and context.last_year is not None:
        return context.last_year, context.last_year_words
    if context.dct is None:
        return None, ""
    dct = context.dct
    ahead = (month - dct.month) % 12
    if future or ahead <= 1:
        year = dct.year + (month < dct.month)
    else:
        year = dct.year - (month > dct.month)
    return year, dct.isoformat()


def _month(match: Match, context: Context) -> Reading:
    month = _month_of(match, context)
    year, anchor = year_of_month(month, context, future=context.is_future(match))
    if year is None:
        return unresolved(f"XXXX-{month:02}", "its year is not said")
    return at(Point("month", year, month), anchor, "medium")


def _alone(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether a month that stands alone is one.

    It has a capital letter; one that is also a word, or that is cut short without a full stop, follows a word that
    months follow (“in May”, but “May says”).
    """
    word = found["month"]
    if not text[found.start("month")].isupper():
        return False
    sure = word in language.words["full_month"] or word.endswith(".")
    return (sure and word.rstrip(".") not in language.words["month_like"]) or _is_led(found, language)


def _is_led(found: re.Match[str], language: Language) -> bool:
    before = found.string[max(0, found.start() - 12) : found.start()].rstrip(" -(").split(" ")
    return before[-1].rpartition("(")[2] in language.words["month_cue"]


def _relative_month(match: Match, context: Context) -> Reading:
    """“last June”, “this June”, “next June”."""
    month = _month_of(match, context)
    if context.dct is None:
        return unresolved(f"XXXX-{month:02}")
    dct, anchor = context.dct, context.dct.isoformat()
    if match["this"]:
        return at(Point("month", dct.year, month), anchor)
    if match["next"]:
        soonest = dct.year + (month <= dct.month)
        return at(Point("month", soonest, month), anchor)
    latest = dct.year - (month >= dct.month)
    if month >= dct.month or dct.month - month <= 3:
        return at(Point("month", latest, month), anchor)
    choices = (f"{dct.year - 1}-{month:02}", f"{dct.year}-{month:02}")
    name = match["month"].rstrip(".").capitalize()
    reason = f"“last {name}” can mean the {name} of this year or of the year before"
    reading = at(Point("month", latest, month), anchor, "low", reason)
    return reading.but(edtf=f"[{','.join(choices)}]", alternatives=choices)


def _of_year(match: Match, context: Context) -> Reading:
    """“June last year”, “October of that year”, “March this year”."""
    month = _month_of(match, context)
    if match["same"]:
        year, anchor = context.last_year, context.last_year_words
    else:
        year = context.dct.year if context.dct else None
        anchor = context.dct.isoformat() if context.dct else ""
        step = -1 if match["last"] else 1 if match["next"] else 0
        year = None if year is None else year + step
    if year is None:
        return unresolved(f"XXXX-{month:02}")
    if match["day"]:
        day = int(match["day"])
        return at(Point("day", year, month, day), anchor) if is_day(year, month, day) else unresolved("XXXX-XX-XX")
    return at(Point("month", year, month), anchor)


_WEEKDAY = r"(?:{weekday},? (?:the )?)?"
_TAIL = r"(?![0-9]|[:.,/-][0-9])"

RULES = (
    Rule(
        "month-day-year",
        ("months", "weekdays"),
        _WEEKDAY + r"{month} {day}{:suffix}?(?:,? |,){year}(?!-[0-9])",
        _full,
        _possible,
    ),
    Rule(
        "day-month-year",
        ("#", "weekdays"),
        _WEEKDAY + r"{day}{:suffix}?(?: of|-)?[ -]?{month},?[ -]{year}",
        _full,
        _possible,
    ),
    Rule(
        "month-day",
        ("months",),
        r"{month} {day}{:suffix}?" + _TAIL + r"(?! (?:percent|per|million|billion|people|points))",
        _month_day,
        _possible,
    ),
    Rule("day-month", ("#",), r"{day}{:suffix}?(?: of)? {month}", _month_day, _possible),
    Rule("month-year", ("months",), r"{month}(?: of|,)? {year}(?!-[0-9])", _month_year, _capital),
    Rule(
        "month-of-year",
        ("months",),
        r"{month}(?: {day}{:suffix}?,?)?(?: of)? (?:{last}|{this}|{next}|{same}) year",
        _of_year,
        _capital,
    ),
    Rule("relative-month", ("last", "this", "next"), r"(?:{last}|{this}|{next}) {month}", _relative_month, _capital),
    Rule("month", ("months",), r"{month}(?!'[a-rt-z])", _month, _alone),
)
