"""What reports of companies and offices say: “the year-earlier quarter”, “fiscal 1989”, “a year ago September”."""

from __future__ import annotations

import re

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.numbers import number, ordinal
from generator.extracting.tagger.point import Grain, Point
from generator.extracting.tagger.reading import Reading, at, unresolved
from generator.extracting.tagger.rule import Example, Match, Rule
from generator.extracting.tagger.rules.months import is_capital, month_day, possible
from generator.extracting.tagger.rules.periods import GRAINS, UNKNOWN, shifted, step_of

__all__ = ["RULES"]

_IN_A_YEAR: dict[str, int] = {"month": 12, "quarter": 4, "half": 2, "year": 1}
"""How many of a grain a year has, for those that can be counted back by whole years."""


def _year_before(point: Point, anchor: str, years: int = 1) -> Reading:
    """The same month, quarter, half or year some years before; of any other place the whole year."""
    grain: Grain = point.grain if point.grain in _IN_A_YEAR else "year"
    return shifted(point, -years * _IN_A_YEAR[grain], grain, anchor).but(comparison=True)


def _year_earlier(match: Match, context: Context) -> Reading:
    """“the year-earlier quarter”, “the year-ago period”: a year before the quarter that was last mentioned."""
    period = context.last_period
    base, anchor = (period, context.last_period_words) if period else (context.today, _dct(context))
    if match["ordinal"]:
        year = None if base is None or base.year is None else base.year - 1
        return _part_of(match, context, year, anchor).but(comparison=True)
    if base is None:
        return unresolved(UNKNOWN["year"])
    if match["unit"]:
        grain = GRAINS.get(context.language.label("unit", match["unit"]))
        if grain not in _IN_A_YEAR:
            return unresolved(UNKNOWN["year"])
        if grain != "year" and base.grain in {"day", "year"} and context.today:
            # Before any quarter was mentioned the report is of the one that ended last.
            base, anchor = context.today.shift(-1, grain), _dct(context)
        return _year_before(base.coarse(grain), anchor)
    return _year_before(base, anchor)


def _same_of_year(match: Match, context: Context) -> Reading:
    """“the same period last year”, “the same quarter of 1988”, “the corresponding month a year earlier”."""
    base, anchor = context.mentioned()
    if base is None or base.year is None:
        return unresolved(UNKNOWN["year"])
    code = match["unit"] and context.language.label("unit", match["unit"])
    grain = GRAINS.get(code, base.grain) if code else base.grain
    if grain not in _IN_A_YEAR:
        grain = "year"
    point = base.coarse(grain)
    if match["year"]:
        return at(Point(grain, int(match["year"]), point.number), anchor)
    reading = _year_before(point, anchor)
    if grain == "year" and base.grain == "year" and base.year != (context.dct.year if context.dct else None):
        # “in 1987, against the same period last year”: the year before the text's own.
        return shifted(context.today, -1, "year", _dct(context)) if context.today else reading
    return reading


def _latest(match: Match, context: Context) -> Reading:
    """“the latest quarter”, “the most recent quarter”: the quarter last mentioned, else the one that ended last."""
    grain = GRAINS.get(context.language.label("unit", match["unit"]), "year")
    period = context.last_period
    if period and period.grain == grain and grain == "quarter":
        return at(period, context.last_period_words, "medium")
    return shifted(context.today, -1, grain, _dct(context))


def _fiscal_year(match: Match, context: Context) -> Reading:  # noqa: ARG001 every resolver has one signature
    """“fiscal 1989”: the year of its name, though it may begin and end in other months."""
    year = int(match["year"])
    return at(Point("year", year), reason="a fiscal year may begin and end months before the calendar's")


def _years_part(match: Match, context: Context) -> Reading:
    """“this year's third quarter”, “the 1988 first half”, “1988's fourth quarter”."""
    if match["year"]:
        return _part_of(match, context, int(match["year"]), "")
    base, anchor = context.base()
    step = -1 if match["last"] else 1 if match["next"] else 0
    return _part_of(match, context, None if base is None or base.year is None else base.year + step, anchor)


def _part_of(match: Match, context: Context, year: int | None, anchor: str) -> Reading:
    grain: Grain = "half" if match["half"] else "quarter"
    number = ordinal(match["ordinal"], context.language)
    if number > _IN_A_YEAR[grain]:
        return unresolved(UNKNOWN[grain])
    point = Point(grain, year, number)
    return at(point, anchor) if year is not None else unresolved(point.value)


def _dct(context: Context) -> str:
    return context.dct.isoformat() if context.dct else ""


_PART = r"{ordinal}(?: {:fiscal})?[ -](?:quarter|{half})"


def _ended(match: Match, context: Context) -> Reading | None:
    """“the week ended Oct. 14”: the week, month, quarter or year in which that day lies."""
    grain = GRAINS.get(context.language.label("unit", match["unit"]))
    if grain not in {"week", *_IN_A_YEAR}:
        return None
    day = month_day(match, context)
    return shifted(day.point, 0, grain, day.anchor)


def _month_years_ago(match: Match, context: Context) -> Reading:
    """“a year ago September”: that month, of the year that many before the latest one."""
    month, dct = context.language.meaning("months", match["month"]), context.dct
    if dct is None:
        return unresolved(f"XXXX-{month:02}")
    years = 1 if match["article"] else int(number(match["number"], context.language))
    return at(Point("month", dct.year - years - (month > dct.month), month), dct.isoformat())


def _years_ago_today(match: Match, context: Context) -> Reading | None:
    """“20 years ago today”, “a year ago this month”: that day, week or month, so many years before."""
    today, grain = context.today, _NEAR_GRAINS[match["near"].rpartition(" ")[2]]
    if today is None:
        return unresolved(UNKNOWN[grain])
    years = 1 if match["article"] else int(number(match["number"], context.language))
    back = today._replace(year=today.first.year - years)
    return shifted(back, step_of(match, context), grain, _dct(context))


_NEAR_GRAINS: dict[str, Grain] = {"today": "day", "week": "week", "month": "month"}


def _is_proper(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether the month has its capital letter, as a name has."""
    return text[found.start("month")].isupper() and is_capital(found, text, language)


RULES = (
    Rule(
        "years-ago-month",
        ("article", "#2", "ones", "teens"),
        r"(?:{article}|{number}) years? ago (?:in |last |this )?{full_month=month}(?! [0-9])",
        _month_years_ago,
        _is_proper,
        examples=(Example("They left a year ago September.", "2023-10-18", "2022-09"),),
    ),
    Rule(
        "years-ago-today",
        ("article", "#2", "ones", "teens", "tens"),
        r"(?:{article}|{number}) years? ago (?P<near>today|(?:{last}|{this}|{next}) (?:week|month))\b",
        _years_ago_today,
        examples=(
            Example("The wall fell twenty years ago today.", "2009-11-09", "1989-11-09"),
            Example("They left a year ago this month.", "2023-10-18", "2022-10"),
        ),
    ),
    Rule(
        "period-ended",
        ("the",),
        r"the (?:{:fiscal} )?{unit}(?= (?:that )?(?:{:ended}) {month} {day}{:suffix}?(?:,? {year})?)",
        _ended,
        possible,
        examples=(
            Example("Claims rose in the week ended Oct. 14.", "1989-10-26", "1989-W41"),
            Example("It earned $2 million for the year ended June 30, 1988.", "1989-10-26", "1988"),
        ),
    ),
    Rule(
        "period-to-day",
        ("the",),
        r"the (?:{:fiscal} )?{unit}(?= (?:{:ended}) {day}{:suffix}?(?: {:of})? {month}(?:,? {year})?)",
        _ended,
        possible,
        examples=(Example("Profits for the year to 31 December 2013 rose.", "2014-02-09", "2013"),),
    ),
    Rule(
        "year-earlier",
        ("year_earlier",),
        r"{:year_earlier} (?:" + _PART + r"|{unit}|{:stretch})(?![a-z-])",
        _year_earlier,
        examples=(
            Example("Profit fell in the third quarter. In the year-earlier quarter it rose.", "1999-10-18", "1998-Q3"),
            Example("Profit fell from the year-ago third quarter.", "1999-10-18", "1998-Q3"),
        ),
    ),
    Rule(
        "year-earlier-thing",
        ("year_earlier",),
        r"(?:year-earlier|year-ago|year-before)(?= [a-z])",
        _year_earlier,
        examples=(Example("Year-earlier profit was $2 million.", "1999-10-18", "1998"),),
    ),
    Rule(
        "same-of-year",
        ("same_as", "same"),
        r"(?:{:same_as}|{:same}) (?:{unit}|{:stretch})"
        r"(?:,? (?:{:of} |{:article} )?(?:{:last} {:year_word}|{:year_word} (?:{:ago}|{:earlier}|{:before_that}))"
        r"|,? {:of} {year})",
        _same_of_year,
        examples=(
            Example("Sales rose in February, compared with the same period last year.", "2010-03-03", "2009-02"),
            Example("It grew in the third quarter, and fell in the same quarter of 2004.", "2010-03-03", "2004-Q3"),
        ),
    ),
    Rule(
        "latest-period",
        ("latest",),
        r"{:latest}(?: {:fiscal})? {unit}(?![a-z-])",
        _latest,
        examples=(Example("In the latest quarter sales rose.", "1999-10-18", "1999-Q3"),),
    ),
    Rule(
        "fiscal-year",
        ("fiscal",),
        r"{:fiscal} (?:{:year_word} )?{year}",
        _fiscal_year,
        examples=(Example("In fiscal 1989 sales rose.", "1999-10-18", "1989"),),
    ),
    Rule(
        "years-quarter",
        ("last", "this", "next", "#4", "fiscal"),
        r"(?:(?:{last}|{this}|{next}) {:year_word}'s|(?:{:fiscal} (?:{:year_word} )?)?{year}(?:'s)?)(?: {:fiscal})? "
        + _PART,
        _years_part,
        examples=(
            Example("It grew in last year's third quarter.", "1999-10-18", "1998-Q3"),
            Example("It grew in the 1988 first half.", "1999-10-18", "1988-H1"),
            Example("It grew in fiscal 1990's second quarter.", "1999-10-18", "1990-Q2"),
        ),
    ),
)
