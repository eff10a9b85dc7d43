"""Counted units: “two days ago”, “a year earlier”, “the past five years”, “two days”."""

from __future__ import annotations

import re

from generator.extracting.tagger.around import word_before
from generator.extracting.tagger.context import Context
from generator.extracting.tagger.direction import is_future
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.numbers import IN_OTHER_UNITS, duration_value, number
from generator.extracting.tagger.point import Grain, Point
from generator.extracting.tagger.reading import Reading, span_of_time, unresolved
from generator.extracting.tagger.rule import Example, Match, Rule
from generator.extracting.tagger.rules.periods import GRAINS, UNKNOWN, shifted

__all__ = ["RULES", "counted", "unit_code"]


def _count(match: Match, context: Context) -> float | None:
    """How many units; None for “several”."""
    if match["couple"]:
        return 2
    half = 0.5 if match["extra_half"] else 0
    if match["number"]:
        return number(match["number"], context.language) + half
    return 1 + half if match["article"] else None


def unit_code(match: Match, context: Context) -> str:
    """Which unit is counted, by its code in the class `units`."""
    return context.language.label("units", match["units"] or match["plural_unit"])


def counted(match: Match, context: Context) -> tuple[float | None, str]:
    """How many of which unit: fortnights as days, decades as years; the number None where it is not said.

    A unit that stands alone, as in “the day after Christmas”, is one.
    """
    count, code = _count(match, context), unit_code(match, context)
    if count is None and not match["several"] and match["units"] in context.language.words["unit"]:
        count = 1
    if count is not None and code in IN_OTHER_UNITS:
        code, factor = IN_OTHER_UNITS[code]
        count *= factor
    return count, code


def _lasting(count: float | None, code: str) -> Reading:
    """A length of time; fortnights that nobody counted are weeks, since TIMEX3 has no letter for them."""
    return span_of_time(duration_value(count, "W" if count is None and code == "FN" else code))


def _duration(match: Match, context: Context) -> Reading:
    return _lasting(_count(match, context), unit_code(match, context))


def _away(match: Match, context: Context) -> Reading:
    """“two days ago”, “will open in two years”: counted from the DCT; “later”, “earlier”: from the last date."""
    count, code = counted(match, context)
    back = match["ago"] or match["earlier"]
    mentioned = match["later"] or match["earlier"]
    base, anchor = context.mentioned() if mentioned else context.base()
    grain = GRAINS.get(code)
    if grain is None or count is None:
        return _vague(back=bool(back), code=code)
    if match["earlier"] and code == "Y" and context.last_period and count == int(count) and not context.narrative:
        base, anchor, grain = context.last_period, context.last_period_words, context.last_period.grain
        per_year = {"quarter": 4, "half": 2}.get(grain, 1)
        return shifted(base, -int(count) * per_year, grain, anchor).but(comparison=True)
    if count != int(count):
        if code != "Y":
            return _vague(back=bool(back), code=code)
        grain, count = "month", 12 * count
    if mentioned and (why := _why_uncounted(match, base, anchor, grain, context)):
        return unresolved(UNKNOWN[grain], why)
    steps = -int(count) if back else int(count)
    if grain == "week" and base is not None and base.grain == "day":
        return shifted(base, 7 * steps, "day", anchor)
    return shifted(base, steps, grain, anchor).but(comparison=bool(back))


def _why_uncounted(match: Match, base: Point | None, anchor: str, grain: Grain, context: Context) -> str:
    """Why “two days later” cannot be counted from what was mentioned; empty where it can."""
    if match["later"] and context.last is None and context.is_past(match):
        return "it tells of what is over, and the text names no date that it follows"
    if grain == "day" and base is not None and base.grain != "day":
        return f"no day is known to count from: “{anchor}” is none"
    return ""


def _vague(*, back: bool, code: str) -> Reading:
    """“several years ago”, “hours later”: before or after, and nobody knows when."""
    if code.startswith("T"):
        return unresolved("PAST_REF" if back else "FUTURE_REF", "how long is not a matter of days").but(
            confidence="medium"
        )
    return unresolved("PAST_REF" if back else "FUTURE_REF", "how long is not said")


def _recent(match: Match, context: Context) -> Reading:
    """“the past five years”, “the next two weeks”, “recent months”."""
    return _lasting(_count(match, context), unit_code(match, context))


def _units_alone(match: Match, context: Context) -> Reading:
    return _lasting(None, unit_code(match, context))


def _after_for(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “for” or “in” stands before units that nobody counted, or “of” after long ones: “years of drought”."""
    before = word_before(found)
    of = _OF_WHAT.match(found.string, found.end())
    if of is None:
        return before in language.words["for_word"]
    long = found["plural_unit"] in {"years", "months", "weeks", "decades", "centuries"}
    return long and of[1] not in {"the", "his", "her", "its", "their"} and before not in {"the", "these", "those"}


_OF_WHAT = re.compile(r" {1,2}of {1,2}([a-z]+)")


def _is_ahead(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “in three weeks” is ahead, not how long something took: “built in three weeks”."""
    return bool(found["time"]) or is_future(found.string, found.start(), found.end(), language)


def _is_duration(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether it is a length of time: “a second” is mostly an ordinal, “a quarter” mostly a fraction."""
    if found["units"] == "second" or (found["units"] == "quarter" and found["article"]):
        return False
    if found["units"] == "quarters" and "-" in found.group():
        return False
    if found["several"] and found["units"] in language.words["unit"]:
        return False
    if _REFERS_BACK.search(found.string, max(0, found.start() - 4), found.start()):
        return False
    return not (
        found["units"] in {"day", "night"} and found["article"] and found.string.startswith(" when", found.end())
    )


_REFERS_BACK = re.compile(r"\bas {1,2}$|'$")
"""What makes what follows no number of units: “the third in as many days”, “the '86 season”."""


def _clause_ends(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “a week before” stands at a clause's end; else “before” governs what follows: “a week before moving”."""
    if found.groupdict().get("earlier") not in {"before", "previously", "prior"}:
        return True
    return found["earlier"] == "previously" or _CLAUSE_GOES_ON.match(found.string, found.end()) is None


_CLAUSE_GOES_ON = re.compile(r" [a-z0-9\"']")

_COUNT = r"(?:{number}|{several}|{couple}|{article})"
_LONG = (
    r"[ -](?:or so |full |straight |consecutive |more |additional |long |whole |trading |business |working |calendar )?"
)
_UNITS = r"{units}\b(?: and (?P<extra_half>an? half))?"
_STARTS = ("#2", "#4", "#n", "ones", "teens", "tens", "several", "couple", "article", "half")

RULES = (
    Rule(
        "duration",
        _STARTS,
        _COUNT + _LONG + _UNITS + r"(?:[ -]long)?(?!-old| old)",
        _duration,
        _is_duration,
        examples=(
            Example("It took two and a half years.", "", "P2.5Y"),
            Example("It took two and-a-half years.", "", "P2.5Y"),
            Example("It took a year and a half.", "", "P1.5Y"),
            Example("It took several weeks.", "", "PXW"),
        ),
    ),
    Rule(
        "ago",
        (*_STARTS, "plural_unit"),
        r"(?:" + _COUNT + _LONG + r")?" + _UNITS + r" {ago}\b",
        _away,
        examples=(Example("It rained two days ago.", "2023-10-18", "2023-10-16"),),
    ),
    Rule(
        "later",
        (*_STARTS, "plural_unit"),
        r"(?:" + _COUNT + _LONG + r")?" + _UNITS + r" (?:{later}|{earlier})\b",
        _away,
        _clause_ends,
        examples=(
            Example("It grew in the third quarter, after a fall a year earlier.", "2023-10-18", "2022-Q3"),
            Example("On 3 May 2022 they met; two days later they parted.", "", "2022-05-05"),
        ),
    ),
    Rule(
        "in-count",
        ("within_word",),
        r"{:within_word} " + _COUNT + _LONG + _UNITS + r"'?(?P<time> {:time_word})?",
        _away,
        _is_ahead,
        examples=(Example("It will open in three weeks.", "2023-10-18", "2023-11-08"),),
    ),
    Rule(
        "hence",
        _STARTS,
        _COUNT + _LONG + _UNITS + r" {hence}\b",
        _away,
        examples=(Example("It rains two days from now.", "2023-10-18", "2023-10-20"),),
    ),
    Rule(
        "recent-duration",
        ("recent", "coming"),
        r"(?:{recent}|{coming}) (?:" + _COUNT + _LONG + r"{units}|{plural_unit})\b",
        _recent,
        examples=(
            Example("It grew for the past three years.", "", "P3Y"),
            Example("It will grow in coming months.", "", "PXM"),
        ),
    ),
    Rule(
        "first-duration",
        ("first", "final", "opening"),
        r"(?:first|final|opening) {number}[ -]{units}\b",
        _recent,
        examples=(Example("It grew in the first nine months.", "", "P9M"),),
    ),
    Rule(
        "units-alone",
        ("plural_unit",),
        r"{plural_unit}\b(?!')",
        _units_alone,
        _after_for,
        examples=(
            Example("They waited for months.", "", "PXM"),
            Example("Years of drought ended.", "", "PXY"),
            Example("It was the worst loss in decades.", "", "PXDE"),
        ),
    ),
)
