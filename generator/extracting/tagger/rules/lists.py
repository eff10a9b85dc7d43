"""Days that borrow their month: “3 and 4 May”, “March 5-9, 1918”, “the 28th of that month”, “on the 5th”."""

from __future__ import annotations

import re

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.point import Point
from generator.extracting.tagger.reading import Reading, at, unresolved
from generator.extracting.tagger.rule import Example, Match, Rule
from generator.extracting.tagger.rules.months import month_day, possible
from generator.extracting.tagger.rules.numeric import is_day

__all__ = ["RULES"]

_DAY_BEFORE = re.compile(
    r"[a-z.] {1,2}[0-3]?[0-9](?:st|nd|rd|th)?(?: ?[-,&] ?|,? (?:and|or|to|through|until) (?:the )?)$"
)
_JOINING = ("and", "or", "to", "through", "until", "the")
_JOINED = (
    r"(?:(?<=[0-9a-z][-,&])|(?<=[0-9a-z]\s[-,&])|"
    rf"(?<=[-,&{''.join(sorted({word[-1] for word in _JOINING}))}]\s)(?:(?<=[-,&]\s)|"
    + "|".join(rf"(?<=\b{word}\s)" for word in _JOINING)
    + "))"
)
"""What `_DAY_BEFORE` can end with: most numbers are told by the word before them, or its last letter, which is quicker
to see."""
_REACH = 28
"""As far back as the day before it, and what joins the two, can begin."""


def _day_of_last_month(match: Match, context: Context) -> Reading:
    month = context.last_month
    day = int(match["day"])
    if month is None or month.year is None or not is_day(month.year, month.number or 1, day):
        return unresolved(f"XXXX-XX-{day:02}", "its month is not said")
    year = int(match["year"]) if match["year"] else month.year
    return at(Point("day", year, month.number, day), context.last_words)


def _after_month_day(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether a month with a day, and what joins a list or range, stands right before."""
    before = found.string[max(0, found.start() - _REACH) : found.start()]
    joined = _DAY_BEFORE.search(before)
    if joined is None:
        return False
    word = before[: joined.start() + 1].rpartition(" ")[2]
    return word.rstrip(".") in language.words["months"]


RULES = (
    Rule(
        "day-of-list",
        (
            "#2",
            "#th",
        ),
        r"{day}{:suffix}?(?=[-, ]{1,5}[\w&])(?=(?:, {:day}{:suffix}?){0,5}+(?: ?- ?|,? (?:{:and}|{:to}) (?:the )?)"
        r"{:day}{:suffix}?(?: {:of})? {month}(?:,? {year})?)",
        month_day,
        possible,
        examples=(Example("They met on 3 and 4 May 2022.", "", "2022-05-03"),),
    ),
    Rule(
        "day-after-day",
        (
            "#2",
            "#th",
        ),
        _JOINED + r"{day}{:suffix}?(?:,? {year})?"
        r"(?![0-9:%]|[.,][0-9]| [a-z]+s\b| (?:percent|million|billion))",
        _day_of_last_month,
        _after_month_day,
        behind=" -,&",
        examples=(Example("They met on March 5-9, 1918.", "", "1918-03-09"),),
    ),
    Rule(
        "day-of-that-month",
        ("#th",),
        r"{day}{:suffix} of (?:{:same}) {:month_word}",
        _day_of_last_month,
        examples=(Example("It rained in May 2022. On the 28th of that month it snowed.", "", "2022-05-28"),),
    ),
    Rule(
        "ordinal-day",
        ("#th",),
        # “on the 5th” is a day, “the 5th” may be a floor.
        r"(?<=on[ ]the[ ]){day}{:suffix}(?= ?[,.;:)]| and\b)",
        _day_of_last_month,
        examples=(Example("On 3 May 2022 it rained, and on the 5th, it snowed.", "", "2022-05-05"),),
    ),
)
