"""Weeks from a named day, and two units away: “Sunday week”, “a week ago Tuesday”, “the week before last”."""

from __future__ import annotations

import datetime as dt
import re

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.numbers import number
from generator.extracting.tagger.point import day_point
from generator.extracting.tagger.reading import Reading, at, unresolved
from generator.extracting.tagger.rule import Example, Match, Rule
from generator.extracting.tagger.rules.periods import GRAINS, shifted

__all__ = ["RULES"]


def _weekday(match: Match, context: Context) -> int:
    return context.language.meaning("weekdays", match["weekday"])


def _counted_weeks(match: Match, context: Context) -> int:
    """How many weeks the unit makes: a fortnight is two."""
    count = 1 if match["article"] or not match["number"] else int(number(match["number"], context.language))
    return count * (2 if match["week_word"].startswith("fortnight") else 1)


def _counted_day(day: dt.date, weeks: int, dct: dt.date) -> Reading:
    """A weekday some weeks from the nearest; some count from the next but one, and it says so."""
    nearest, step = day - dt.timedelta(weeks=weeks), dt.timedelta(weeks=weeks // abs(weeks))
    other = day + step
    reason = f"it is counted from {nearest}, the nearest such day; some count from {nearest + step}"
    return at(day_point(day), dct.isoformat(), "medium", reason).but(alternatives=(other.isoformat(),))


def _weeks_ahead(match: Match, context: Context) -> Reading:
    """“Sunday week”, “two weeks from Friday”: the next such day, and some weeks."""
    weekday, dct = _weekday(match, context), context.dct
    if dct is None:
        return unresolved(f"XXXX-WXX-{weekday}")
    weeks = _counted_weeks(match, context)
    return _counted_day(dct + dt.timedelta(days=(weekday - dct.isoweekday()) % 7, weeks=weeks), weeks, dct)


def _weeks_back(match: Match, context: Context) -> Reading:
    """“a week ago Tuesday”: the last such day, and some weeks."""
    weekday, dct = _weekday(match, context), context.dct
    if dct is None:
        return unresolved(f"XXXX-WXX-{weekday}")
    weeks = _counted_weeks(match, context)
    return _counted_day(dct - dt.timedelta(days=(dct.isoweekday() - weekday) % 7, weeks=weeks), -weeks, dct)


def _beyond(match: Match, context: Context) -> Reading | None:
    """“the week before last”, “the year after next”, “the Monday before last”: two away."""
    step = -2 if match["before_last"] else 2
    if match["weekday"]:
        return _second_weekday(_weekday(match, context), step // 2, context)
    grain = GRAINS.get(context.language.label("unit", match["unit"]))
    if grain is None or grain == "day":
        return None
    base, anchor = context.base()
    return shifted(base, step, grain, anchor)


def _second_weekday(weekday: int, step: int, context: Context) -> Reading:
    dct = context.dct
    if dct is None:
        return unresolved(f"XXXX-WXX-{weekday}")
    days = (weekday - dct.isoweekday()) * step % 7 or 7
    return at(
        day_point(dct + dt.timedelta(days=step * (days + 7))),
        dct.isoformat(),
        "medium",
        "some count the nearest such day too",
    )


def _is_proper(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether the weekday, if there is one, has its capital letter, as a name has."""
    return found["weekday"] is None or text[found.start("weekday")].isupper()


_COUNT = r"(?:{article}|{number}) "
_STARTS = ("article", "#2", "ones", "teens")

RULES = (
    Rule(
        "weekday-week",
        ("full_weekday",),
        r"{full_weekday=weekday} (?P<week_word>week|fortnight)(?![a-z'-])",
        _weeks_ahead,
        _is_proper,
        examples=(
            Example("They are back on Sunday week.", "2023-10-18", "2023-10-29"),
            Example("They are back on Monday fortnight.", "2023-10-18", "2023-11-06"),
        ),
    ),
    Rule(
        "weeks-from-weekday",
        _STARTS,
        _COUNT + r"(?P<week_word>weeks?|fortnights?) (?:from|on) {full_weekday=weekday}",
        _weeks_ahead,
        _is_proper,
        examples=(Example("They vote a week from Tuesday.", "2023-10-18", "2023-10-31"),),
    ),
    Rule(
        "weeks-ago-weekday",
        _STARTS,
        _COUNT + r"(?P<week_word>weeks?|fortnights?) ago (?:on |last )?{full_weekday=weekday}",
        _weeks_back,
        _is_proper,
        examples=(Example("They left a week ago Tuesday.", "2023-10-18", "2023-10-10"),),
    ),
    Rule(
        "before-last",
        ("unit", "full_weekday"),
        r"(?:{unit}|{full_weekday=weekday}) (?:(?P<before_last>before last)|after next)\b",
        _beyond,
        _is_proper,
        examples=(
            Example("It rained the week before last.", "2023-10-18", "2023-W40"),
            Example("It rained the Wednesday before last.", "2023-10-18", "2023-10-04"),
            Example("They vote the year after next.", "2023-10-18", "2025"),
        ),
    ),
)
