"""Weeks, weekends, months, quarters and years as they lie to the DCT: “last week”, “the year before”."""

from __future__ import annotations

import datetime as dt
import re

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.numbers import duration_value
from generator.extracting.tagger.point import DAYS_IN, MONTHS_IN, Grain, Point, of_day
from generator.extracting.tagger.reading import Reading, at, span_of_time, unresolved
from generator.extracting.tagger.rule import Example, Match, Rule

__all__ = ["GRAINS", "RULES", "UNKNOWN", "shifted", "step_of", "year_beside"]

GRAINS: dict[str, Grain] = {
    "D": "day",
    "N": "day",
    "W": "week",
    "WE": "weekend",
    "M": "month",
    "Q": "quarter",
    "Y": "year",
    "DE": "decade",
    "CE": "century",
}
"""Which units are places in the calendar, by their codes in the class `units`."""

UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX-SX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}
"""The TIMEX3 value of a place of each grain that cannot be resolved."""


def step_of(match: Match, context: Context) -> int:
    """How many units a word points ahead: -1 for “last”, 0 for “this”, 1 for “next”."""
    for name in ("last", "this", "next", "following", "preceding"):
        if match[name]:
            return context.language.meaning(name, match[name])
    return 0


def shifted(base: Point | None, count: int, grain: Grain, anchor: str) -> Reading:
    """The place some units away, or an unresolved reading where nothing to count from is known."""
    if base is None:
        return unresolved(UNKNOWN[grain])
    try:
        point = base.shift(count, grain)
    except (ValueError, OverflowError):
        point = None
    if point is None or not -dt.MAXYEAR < (point.year or 0) <= dt.MAXYEAR:
        return unresolved(UNKNOWN[grain], f"it cannot be counted from “{anchor}”")
    return at(point, anchor)


def year_beside(point: Point, month: int, length: int = 1, *, ahead: bool) -> int:
    """The year of the month or season beside a place in the calendar, as “the following March” means it.

    It is reckoned in months, not in days, so that it holds before the year 1 too.

    Args:
        point: The place, whose year is known.
        month: The month, or that with which the season begins.
        length: How many months it lasts.
        ahead: Whether the first that begins after the place is meant, else the last that is over before it.
    """
    begin, end = _months(point)
    return (end - month) // 12 + 1 if ahead else -((month + length - 1 - begin) // 12) - 1


def _months(point: Point) -> tuple[int, int]:
    """The first and the last month of a place, counted from the year 0."""
    if point.grain in DAYS_IN:
        point = point.coarse("month") if point.grain != "day" else Point("month", point.year, point.number)
    count = MONTHS_IN[point.grain]
    month = 3 * (point.number or 1) if point.grain == "season" else ((point.number or 1) - 1) * count + 1
    begin = 12 * (point.year or 0) + month
    return begin, begin + count - 1


def _period(match: Match, context: Context) -> Reading | None:
    """“last week”, “this month”, “next year”: counted from the DCT (right in 95 of 100 cases)."""
    code = context.language.label("unit", match["unit"])
    grain = GRAINS.get(code)
    if grain is None:
        return span_of_time(duration_value(1, code)) if code == "FN" and not match["this"] else None
    base, anchor = context.base()
    step = step_of(match, context)
    if grain == "weekend":
        return _this_weekend(match, base, anchor, context) if not step else _weekend(base, step, anchor)
    return shifted(base, step, grain, anchor)


def _past(match: Match, context: Context) -> Reading:
    """“the past year”, “this past decade”: a stretch of time up to now, not the calendar's year before."""
    return span_of_time(duration_value(1, context.language.label("unit", match["unit"])))


def _after_over(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether a stretch of time is meant: “over the next year”, “within the last month”."""
    return _OVER.search(found.string, max(0, found.start() - 10), found.start()) is not None


_OVER = re.compile(r"\b(?:over|within|for) {1,2}$")


def _weekend(base: Point | None, step: int, anchor: str) -> Reading:
    """“last weekend” is the latest that has begun before this one; on a weekend, “this weekend” is that."""
    if base is None or base.grain != "day":
        return unresolved(UNKNOWN["weekend"])
    day = base.first
    return shifted(of_day(day + dt.timedelta(weeks=step), "weekend"), 0, "weekend", anchor)


def _this_weekend(match: Match, base: Point | None, anchor: str, context: Context) -> Reading:
    """“this weekend”: the coming one; from Monday to Wednesday, with a verb of the past, the one that is over."""
    coming = _weekend(base, 0, anchor)
    if base is None or base.grain != "day" or base.first.isoweekday() > _MIDWEEK:
        return coming
    over = _weekend(base, -1, anchor)
    chosen, other = (over, coming) if context.is_past(match) else (coming, over)
    reason = "it can be the weekend just past or the one to come"
    return chosen.but(confidence="medium", alternatives=(str(other.edtf),), reason=reason)


_MIDWEEK = 3
"""Until Wednesday the weekend just past is still “this weekend” to some."""


def _mentioned_period(match: Match, context: Context) -> Reading | None:
    """“the same month”, “that year”, “the following day”, “the previous week”: counted from the last date."""
    grain = GRAINS.get(context.language.label("unit", match["unit"]))
    if grain is None:
        return None
    base, anchor = context.mentioned()
    step = -1 if match["earlier"] else step_of(match, context)
    if base is not None and grain == "day" and base.grain != "day":
        # “In 1989 … the day before”: a day is counted from a day.
        base, anchor = (context.last_day, context.last_day_words) if context.last_day else (context.today, anchor)
    return shifted(base, step, grain, anchor)


def _clause_ends(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “the year before” stands at a clause's end: not “the year before the war”."""
    return _CLAUSE_END.match(found.string, found.end()) is not None


_CLAUSE_END = re.compile(r"[\s]*(?:[.,;:!?)\n]|$)")


def _is_period(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “the day” is a date: not “the day that …”, “the year of …”, “of the day”, nor “the second”."""
    unit = language.label("unit", found["unit"])
    if unit.startswith("T") or unit in {"N", "FN", "S"}:
        return False
    stage = _STAGE_OF.search(found.string, max(0, found.start() - 12), found.start())
    if unit in {"DE", "CE"} and not stage:
        return False
    lasting = stage or _LASTING.search(found.string, max(0, found.start() - 12), found.start())
    return not (
        (_PERIOD_OF if not lasting else _OF_MORE).match(found.string, found.end())
        or (unit == "D" and _OF_THE_DAY.search(found.string, max(0, found.start() - 8), found.start()))
    )


_PERIOD_OF = re.compile(r" (?:of|that|when|after|before|in which|on which|[0-9]+|one|following|the|a|he|she|they|it)\b")
_OF_MORE = re.compile(r" (?:of|that|when|in which|on which|[0-9]+)\b")
_STAGE_OF = re.compile(
    r"\b(?:(?:end|start|close|beginning|middle|rest|half|part|course) of|(?:earlier|later|late|early) in) {1,2}$"
)
_LASTING = re.compile(r"\b(?:over|during|throughout) {1,2}$")
"""After these a period ends what opens the clause: “over the weekend they met”, unlike “the weekend they met”."""
_OF_THE_DAY = re.compile(r"\b(?:of|save|saved|carry|carried|won|win|to) $")


_ENDED = re.compile(r" (?:that )?ended\b")


def _the_quarter(match: Match, base: Point | None, anchor: str, context: Context) -> Reading:
    """“the quarter”: the one last mentioned; else, since reports are of what is over, the one that ended last."""
    period = context.last_period
    if period and period.grain == "quarter":
        return at(period, context.last_period_words, "medium")
    reading = shifted(base, 0 if context.is_future(match) else -1, "quarter", anchor)
    return reading.but(confidence="medium") if reading.edtf else reading


def _the_period(match: Match, context: Context) -> Reading | None:
    """“the weekend”, “the year”, “the quarter”: that of the DCT, or in a history of the last date."""
    grain = GRAINS.get(context.language.label("unit", match["unit"]))
    if grain is None:
        return None
    base, anchor = context.base()
    if grain == "quarter" and not context.narrative:
        return _the_quarter(match, base, anchor, context)
    if _ENDED.match(context.text, match.end) and grain in {"week", "month"}:
        return shifted(base, -1, grain, anchor).but(confidence="medium")
    if grain == "weekend" and base is not None and base.grain == "day" and not context.is_future(match):
        day = base.first
        begun = day if day.isoweekday() >= 6 else day - dt.timedelta(weeks=1)
        return shifted(of_day(begun, "weekend"), 0, "weekend", anchor).but(confidence="medium")
    reading = shifted(base, 0, grain, anchor)
    return reading.but(confidence="medium") if reading.edtf else reading


_UNIT = r"(?:{:fiscal} )?{unit}(?![a-z-])"

RULES = (
    Rule(
        "past-period", ("past",), r"past " + _UNIT, _past, examples=(Example("It grew over the past year.", "", "P1Y"),)
    ),
    Rule(
        "period",
        ("last", "this", "next"),
        r"(?:{last}|{this}|{next}) " + _UNIT,
        _period,
        examples=(
            Example("It rained last week.", "2023-10-18", "2023-W41"),
            Example("It grew in the last fiscal year.", "2023-10-18", "2022"),
        ),
    ),
    Rule(
        "over-period",
        ("the",),
        r"the (?:last|next|coming) {unit}(?![a-z-])",
        _past,
        _after_over,
        examples=(Example("It will grow over the next year.", "2023-10-18", "P1Y"),),
    ),
    Rule(
        "mentioned-period",
        ("same", "following", "preceding"),
        r"(?:{same}|{following}|{preceding}) " + _UNIT,
        _mentioned_period,
        examples=(Example("On 3 May 2022 they met. The following day they parted.", "", "2022-05-04"),),
    ),
    Rule(
        "period-before",
        ("the",),
        r"the {unit} {earlier}",
        _mentioned_period,
        _clause_ends,
        examples=(Example("It grew in 2019, after a fall the year before.", "", "2018"),),
    ),
    Rule(
        "the-period",
        ("the",),
        r"the (?:whole |entire |full |rest of the )?" + _UNIT,
        _the_period,
        _is_period,
        examples=(
            Example("It is due by the end of the year.", "2023-10-18", "2023"),
            Example("It rained over the weekend.", "2023-10-18", "2023-W41-WE"),
        ),
    ),
)
