"""Centuries and eras: “the 19th century”, “the turn of the century”, “264 BC”, “AD 79”."""

from __future__ import annotations

import re

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.numbers import ordinal
from generator.extracting.tagger.point import Point
from generator.extracting.tagger.reading import Reading, at, unresolved
from generator.extracting.tagger.rule import Example, Match, Rule

__all__ = ["RULES"]


def _century(match: Match, context: Context) -> Reading:
    count = ordinal(match["ordinal"], context.language)
    if match["era_before"]:
        point = Point("century", 1 - 100 * count + 99)
        return Reading("DATE", f"BC{count - 1:02}", point.edtf, point)
    return at(Point("century", 100 * (count - 1)))


def _before_christ(match: Match, context: Context) -> Reading:  # noqa: ARG001 every resolver has one signature
    year = int(match["digits"])
    return at(Point("year", 1 - year if match["era_before"] else year))


def _positive(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 every check has one signature
    return int(found["digits"]) > 0


def _after_capital(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether “AD” has its capital letters: not “an ad 79”."""
    return text[found.start()].isupper() and _positive(found, text, language)


def _era_day(match: Match, context: Context) -> Reading:
    """“15 March 44 BC”: of the calendar then in use."""
    year = 1 - int(match["digits"]) if match["era_before"] else int(match["digits"])
    month = context.language.meaning("months", match["month"])
    day = match["day"] or match["day_last"]
    return at(Point("day", year, month, int(day)) if day else Point("month", year, month))


def _turn_at(year: int, anchor: str, other: int | None = None) -> Reading:
    reading = at(Point("year", year), anchor, "medium", "about the year in which the century began")
    edtf = f"{year}~"
    return reading.but(mod="APPROX", edtf=edtf, alternatives=() if other is None else (f"{other}~",))


def _turn(match: Match, context: Context) -> Reading:
    """“the turn of the century”: the latest, or with a cue of what is to come the next."""
    base, anchor = context.base()
    if base is None or base.year is None:
        return unresolved("XX00", "its century is not said")
    latest = base.year - base.year % 100
    ahead = context.is_future(match)
    return _turn_at(latest + 100 * ahead, anchor, latest + 100 * (not ahead))


def _turn_of(match: Match, context: Context) -> Reading:
    """“the turn of the 20th century”: about 1900, when it began."""
    return _turn_at(100 * (ordinal(match["ordinal"], context.language) - 1), "")


RULES = (
    Rule(
        "century",
        ("#th", "ordinal_word"),
        r"{ordinal}[ -]century(?: (?:{era_before}|{:era_since}))?",
        _century,
        examples=(Example("The 19th century was calm.", "", "18"),),
    ),
    Rule(
        "turn-of-century",
        ("turn",),
        r"turn of (?:the|this|last) {:century_word}",
        _turn,
        examples=(
            Example("It was built at the turn of the century.", "1989-10-26", "1900"),
            Example("It will be built by the turn of the century.", "1989-10-26", "2000"),
        ),
    ),
    Rule(
        "turn-of-named-century",
        ("turn",),
        r"turn of the {ordinal}(?: {:century_word})",
        _turn_of,
        examples=(Example("It was built at the turn of the 20th century.", "", "1900"),),
    ),
    Rule(
        "era-day",
        ("months", "#2"),
        r"(?:{day}{:suffix}? )?{month}(?: {day=day_last}{:suffix}?,?)? (?P<digits>[0-9]{1,4}+) ?"
        r"(?:{era_before}|{era_since})(?![a-z])",
        _era_day,
        _positive,
        examples=(
            Example("Caesar died on 15 March 44 BC.", "", "BC0044-03-15"),
            Example("The city fell in March 146 BC.", "", "BC0146-03"),
        ),
    ),
    Rule(
        "era-year",
        ("era_since",),
        r"{era_since} (?P<digits>[0-9]{1,4})(?![0-9]|[.,:-][0-9])",
        _before_christ,
        _after_capital,
        examples=(Example("The city was buried in AD 79.", "", "0079"),),
    ),
    Rule(
        "year-of-era",
        ("#",),
        r"(?P<digits>[0-9]{1,4}+) ?(?:{era_before}|{era_since})(?![a-z])",
        _before_christ,
        _positive,
        examples=(Example("The city fell in 146 BC after a siege.", "", "BC0146"),),
    ),
)
