"""What stands before a date and changes it: “early March”, “the end of 2009”, “around 1914”, “later this month”."""

from __future__ import annotations

import datetime as dt
import re

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.numbers import ordinal
from generator.extracting.tagger.point import Point, day_point, of_day
from generator.extracting.tagger.reading import Reading, at
from generator.extracting.tagger.rule import Example, Match, Rule
from generator.extracting.tagger.rules.clock import CLOCK, clock_value, is_clock
from generator.extracting.tagger.rules.counts import counted
from generator.extracting.tagger.rules.days import with_part
from generator.extracting.tagger.rules.periods import GRAINS, shifted

__all__ = ["RULES"]


def _inner(match: Match, context: Context) -> Reading | None:
    """What the words after the prefix mean."""
    if match.inner is None or match.inner.rule.resolve is None:
        return None
    return match.inner.rule.resolve(match.inner, context)


def _modified(match: Match, context: Context) -> Reading | None:
    """The date or duration, with the modifier; “about” makes a date approximate in EDTF too."""
    reading = _inner(match, context)
    if reading is None:
        return None
    name = next(name for name in ("early", "mid", "late", "about", "more", "less") if match[name])
    edtf = reading.edtf
    if name == "about" and edtf and edtf[-1].isalnum() and "/" not in edtf:
        edtf += "~"
    return reading.but(mod=context.language.label(name, match[name]), edtf=edtf)


def _portion_of(match: Match, context: Context) -> Reading | None:
    """“the first half of the 19th century”, “the last quarter of 2019”: the whole, and which portion of it."""
    reading = _inner(match, context)
    return reading.but(mod=context.language.label("portion", match["portion"])) if reading else None


def _same(match: Match, context: Context) -> Reading | None:
    """“later this month”, “earlier today”: the month, the day."""
    reading = _inner(match, context)
    return reading.but(mod=context.language.label("later_in", match["later_in"])) if reading else None


def _part_of(match: Match, context: Context) -> Reading | None:
    """“the night of April 18”, “the morning of 3 May 2022”."""
    reading = _inner(match, context)
    return with_part(reading, match["part"], context) if reading and reading.point else reading


def _clock_of(match: Match, context: Context) -> Reading | None:
    """“5 p.m. on Friday”, “12:00 UTC Monday”, “8 p.m. tonight”."""
    reading = _inner(match, context)
    if reading is None or reading.type not in {"DATE", "TIME"}:
        return reading
    day = reading.value.partition("T")[0] if reading.type == "TIME" else reading.value
    return reading.but(type="TIME", value=day + clock_value(match, context))


def _offset(match: Match, context: Context) -> Reading | None:
    """“two days before 5 May 2022”, “the day after Christmas”."""
    reading = _inner(match, context)
    if reading is None or reading.point is None:
        return reading
    count, code = counted(match, context)
    grain = GRAINS.get(code)
    if grain is None or count is None or count != int(count):
        return Reading("DATE", "PAST_REF" if match["before"] else "FUTURE_REF", reason="how long is not said")
    inner = match.inner.start if match.inner else match.end
    words = context.written[inner : match.end]
    return shifted(reading.point, int(count) * (-1 if match["before"] else 1), grain, words)


def _week_of(match: Match, context: Context) -> Reading | None:
    """“the last week of March”, “the week of 6 March”, “the first weekend in May”."""
    reading = _inner(match, context)
    point = reading.point if reading else None
    if reading is None or point is None or point.year is None:
        return None
    grain = GRAINS[context.language.label("week_unit", match["week_unit"])]
    if point.grain == "day":
        return at(of_day(point.first, grain), reading.anchor)
    if not match["ordinal"] and not match["last"]:
        return None
    first, last = point.span()
    # A week belongs to the month that holds its Thursday, as in ISO 8601.
    if match["last"]:
        week = of_day(last, grain)
        return at(week.shift(-1, grain) if last.isoweekday() < (4 if grain == "week" else 6) else week, reading.anchor)
    week = of_day(first, grain).shift(ordinal(match["ordinal"], context.language) - 1, grain)
    late = first.isoweekday() > 4 and grain == "week"
    return at(week.shift(1, grain) if late else week, reading.anchor)


def _weekday_of(match: Match, context: Context) -> Reading | None:
    """“the first Monday in October”, “the last Thursday of May 2022”."""
    reading = _inner(match, context)
    point = reading.point if reading else None
    if reading is None or point is None or point.year is None or point.grain != "month":
        return None
    first, last = point.span()
    weekday = context.language.meaning("weekdays", match["weekday"])
    if match["last"]:
        day = last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
    else:
        weeks = ordinal(match["ordinal"], context.language) - 1
        day = first + dt.timedelta(days=(weekday - first.isoweekday()) % 7, weeks=weeks)
    return at(day_point(day), reading.anchor) if day <= last else None


def _eve_of(match: Match, context: Context) -> Reading | None:
    """“the eve of Thanksgiving”, “Easter eve”: the day before."""
    reading = _inner(match, context)
    if reading is None or reading.point is None:
        return reading
    return shifted(reading.point, -1, "day", reading.anchor).but(confidence=reading.confidence)


def _end_of(match: Match, context: Context) -> Reading | None:
    """“year-end”, “month's end”, “year-end 1988”."""
    if match["year"]:
        return at(Point("year", int(match["year"]))).but(mod="END")
    base, anchor = context.base()
    grain = "month" if match["unit_end"].startswith("month") else "year"
    return shifted(base, 0, grain, anchor).but(mod="END")  # type: ignore[arg-type]


def _is_modifier(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether a noun such as “end” governs the date by “of”: “the end of May”, not “to end the day”."""
    words = found.groupdict()
    noun = words["early"] or words["mid"] or words["late"]
    return noun in _ADJECTIVES or " of" in found.group() or " in" in found.group()


_ADJECTIVES = {"early", "mid", "late"}
_DATES = (
    "month",
    "year",
    "decade",
    "century",
    "season",
    "relative-season",
    "relative-month",
    "period",
    "mentioned-period",
    "the-period",
    "quarter",
    "fiscal-year",
    "years-quarter",
    "worded-year",
)
_DAYS = (
    "month-day",
    "day-month",
    "iso-day",
    "slashed-day",
    "weekday",
    "relative-day",
    "holiday",
    "relative-holiday",
    "worded-day",
)
_LINK = r"(?:[ -](?:in|of|part of|on))?[ -](?:(?:the )?')?"

RULES = (
    Rule(
        "early-mid-late",
        ("early", "mid", "late"),
        r"(?:{early}|{mid}|{late})" + _LINK,
        _modified,
        _is_modifier,
        prefix=(*_DATES, "month-day", "day-month", "weekday", "part-of-day"),
        examples=(
            Example("It rained in early March 2022.", "", "2022-03"),
            Example("It rained at the end of 2009.", "", "2009"),
        ),
    ),
    Rule(
        "end-of-the",
        ("early", "mid", "late"),
        r"(?:{early}|{mid}|{late}) of the ",
        _modified,
        prefix=("century", "decade", "season", "quarter", "years-quarter"),
        examples=(
            Example("By the end of the 17th century it was a ruin.", "", "16"),
            Example("It grew at the end of the third quarter.", "2023-10-18", "2023-Q3"),
        ),
    ),
    Rule(
        "portion-of",
        ("portion",),
        r"{portion} (?:half|quarter|third|decades?|years|weeks|days) of (?:the )?",
        _portion_of,
        prefix=("century", "decade", "month"),
        examples=(
            Example("The first half of the 19th century saw canals built.", "", "18"),
            Example("It rained in the second half of May 2022.", "", "2022-05"),
        ),
    ),
    Rule(
        "about",
        ("about",),
        r"{about} ",
        _modified,
        prefix=(*_DATES, *_DAYS, "duration", "ago", "clock"),
        examples=(Example("It began around March 1981.", "", "1981-03"),),
    ),
    Rule(
        "more-less",
        ("more", "less"),
        r"(?:{more}|{less}) ",
        _modified,
        prefix=("duration", "recent-duration", "ago", "later"),
        examples=(Example("It took more than two years.", "", "P2Y"),),
    ),
    Rule(
        "later-in",
        ("later_in",),
        r"{later_in} (?:in |on )?",
        _same,
        prefix=("period", "the-period", "relative-day", "relative-season", "mentioned-period", "weekday"),
        examples=(Example("He comes later this month.", "2026-02-04", "2026-02"),),
    ),
    Rule(
        "clock-of-date",
        (
            "#2",
            "#x",
        ),
        CLOCK + r",? (?:{:on} )?",
        _clock_of,
        is_clock,
        prefix=(*_DAYS, "day-month-year"),
        examples=(
            Example("They spoke at 5pm on Friday.", "2023-10-18", "2023-10-13T17:00"),
            Example("They speak at 8 p.m. tonight.", "2023-10-18", "2023-10-18T20:00"),
        ),
    ),
    Rule(
        "part-of-date",
        ("part",),
        r"{part} (?:of |on )?",
        _part_of,
        prefix=_DAYS,
        examples=(
            Example("On the night of April 18, 1775 they rode.", "", "1775-04-18TNI"),
            Example("The deadline was midnight Tuesday.", "2023-10-18", "2023-10-17T24:00"),
            Example("The deadline is midnight tonight.", "2023-10-18", "2023-10-18T24:00"),
        ),
    ),
    Rule(
        "counted-from",
        ("#2", "#4", "#n", "ones", "teens", "tens", "article", "couple", "units", "several"),
        r"(?:(?:{number}|{several}|{couple}|{article}) )?{units} (?:{before}|{after}) ",
        _offset,
        prefix=(*_DAYS, "month", "year", "counted-from"),
        examples=(Example("He left two days after 5 May 2022.", "", "2022-05-07"),),
    ),
    Rule(
        "week-of",
        ("week_unit", "ordinal_word", "last"),
        r"(?:(?:{ordinal}|{last}) )?{week_unit} (?:of|in) ",
        _week_of,
        prefix=("month", "day-month", "mentioned-period", "relative-month"),
        examples=(
            Example("It rained in the week of March 6.", "2023-03-20", "2023-W10"),
            Example("It rained in the last week of March.", "2009-04-01", "2009-W13"),
        ),
    ),
    Rule(
        "weekday-of",
        ("ordinal_word", "#th", "last"),
        r"(?:{ordinal}|{last}) {weekday} (?:of|in) ",
        _weekday_of,
        prefix=("month",),
        examples=(
            Example("They meet on the first Monday in October 2023.", "", "2023-10-02"),
            Example("They met on the last Thursday of May.", "2023-10-18", "2023-05-25"),
        ),
    ),
    Rule(
        "eve-of",
        ("eve",),
        r"{eve} of ",
        _eve_of,
        prefix=_DAYS,
        examples=(Example("They met on the eve of Thanksgiving 2023.", "", "2023-11-22"),),
    ),
    Rule(
        "unit-end",
        ("unit_end",),
        r"{unit_end}(?![a-z])(?:,? (?:of )?{year}(?![-/0-9]))?",
        _end_of,
        examples=(
            Example("It is due by year-end.", "2023-10-18", "2023"),
            Example("At year-end 1988 it had 400 employees.", "", "1988"),
        ),
    ),
)
