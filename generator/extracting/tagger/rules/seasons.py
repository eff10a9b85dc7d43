"""Seasons, quarters and halves of a year: “spring 2023”, “last winter”, “the third quarter”, “Q3 2022”."""

from __future__ import annotations

import datetime as dt
import re

from generator.extracting.tagger.around import NEXT_WORD, word_before
from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.numbers import ordinal
from generator.extracting.tagger.point import MONTHS_IN, Grain, Point, of_day
from generator.extracting.tagger.reading import Reading, at, unresolved
from generator.extracting.tagger.rule import Example, Match, Rule
from generator.extracting.tagger.rules.numeric import QUOTES, full_year
from generator.extracting.tagger.rules.periods import UNKNOWN, step_of, year_beside

__all__ = ["RULES", "is_no_name"]


def _is_season(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether a season is one: “fall” and “spring” are verbs unless they follow a word that seasons follow.

    A name such as “Spring Offensive” has a capital letter inside a sentence; the season still dates it.
    """
    if not is_no_name(found, text, language):
        return False
    before = found.string[max(0, found.start() - 16) : found.start()].rstrip().rpartition(" ")
    if found["year"] or found["season"] not in language.words["season_like"]:
        return True
    if before[2] == "the":
        after_article = before[0].rpartition(" ")[2].lstrip(QUOTES) in language.words["season_cue"]
        return after_article and not _FALL_OF.match(found.string, found.end())
    if text[found.start()].isupper() and found["season"] == "spring":
        return not _FALL_OF.match(found.string, found.end())
    return before[2].lstrip(QUOTES) in language.words["season_cue"] and not _FALL_OF.match(found.string, found.end())


def is_no_name(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether no name has the season in it: “the Arab Spring”, “the Winter Olympics”."""
    before = word_before(found)
    after = NEXT_WORD.match(found.string, found.end())
    if after and text[after.start(1)].isupper() and after[1] in language.words.get("season_thing", ()):
        return False
    return before not in language.words.get("season_title", ())


_FALL_OF = re.compile(r" (?:of|in|from|by|to|back|apart|into|under|for|on|short|behind) ")
"""What goes on after the verb or the noun “fall” that is no season: “the fall of Kabul”."""


def _season(match: Match, context: Context) -> Reading:
    """“spring 2023”, “last winter”, “next spring”, “the summer”."""
    number = context.language.meaning("season", match["season"])
    if match["short_year"]:
        return at(Point("season", full_year(match["short_year"], context.dct), number), confidence="medium")
    if match["year"] or match.year_ahead is not None:
        return at(Point("season", int(match["year"] or match.year_ahead or 0), number))
    year, anchor = _season_year(match, number, context)
    point = Point("season", year, number)
    if year is None or year > dt.MAXYEAR:
        return unresolved(Point("season", None, number).value)
    reading = at(point, anchor, "high" if match["last"] or match["this"] or match["next"] else "medium")
    other = _other_season(match, point, context)
    if other is None or other.edtf is None:
        return reading
    return reading.but(alternatives=(other.edtf,), reason=f"it can also be that of {other.year}")


def _mentioned_season(match: Match, context: Context) -> Reading:
    """“the following spring”: the first that begins after the date last mentioned; “the previous”: the last over."""
    number = context.language.meaning("season", match["season"])
    base, anchor = context.mentioned()
    if base is None or base.year is None:
        return unresolved(Point("season", None, number).value)
    year = year_beside(base, 3 * number, MONTHS_IN["season"], ahead=bool(match["following"]))
    return at(Point("season", year, number), anchor, "medium")


def _other_season(match: Match, point: Point, context: Context) -> Point | None:
    """“last summer”, said in autumn, and “next summer”, said in spring, may leave out the nearest one."""
    dct = context.dct
    if dct is None or context.narrative or match["this"] or match["year_word"] or match["same"]:
        return None
    if match["last"] or match["next"]:
        return point.shift(-4 if match["last"] else 4, "season") if point.year == dct.year else None
    return None if context.is_past(match) else point.shift(4 if point.first <= dct else -4, "season")


def _season_year(match: Match, number: int, context: Context) -> tuple[int | None, str]:
    """The year in which a season without one begins, and what it was counted from.

    Bare, it is the latest that has begun, ahead with a cue; in a history that of the running year.
    """
    if match["same"] or (context.narrative and not match["this"]):
        return context.last_year, context.last_year_words
    if context.dct is None:
        return None, ""
    if match["year_word"]:
        return context.dct.year + step_of(match, context), context.dct.isoformat()
    now = of_day(context.dct, "season")
    year, current = now.year or context.dct.year, now.number or 1
    if match["next"]:
        year += number <= current
    elif match["last"]:
        year -= number >= current
    elif match["this"] or context.is_future(match):
        # In January “this spring” is still to come, although the winter began the year before.
        year += (context.dct.month < 3 and number != current) or (not match["this"] and number < current)
    else:
        year -= number > current
    return year, context.dct.isoformat()


def _is_quarter(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “the second half”, “the third quarter” is of a year: not of a match, of which the words around tell."""
    if found["year"] or found.groupdict().get("digit"):
        return True
    before = found.string[max(0, found.start() - _NEAR) : found.start()].rpartition("\n")[2]
    around = before + found.string[found.start() : found.end() + _NEAR].partition("\n")[0]
    return (
        language.words.get("sport" if found["half"] else "sport_of_quarters", {})
        .keys()
        .isdisjoint(_WORD.findall(around))
    )


_NEAR = 120
"""How far from “the second half” the words stand that tell what it is of."""
_WORD = re.compile(r"[a-z]+")


def _quarter(match: Match, context: Context) -> Reading:
    """“the third quarter”, “Q3 2023”, “the first half of this year”: the DCT's year if it has begun, else the last.

    The rule is right in 97 of 100 cases in three corpora.
    """
    grain: Grain = "half" if match["half"] else "quarter"
    number = int(match["digit"]) if match["digit"] else ordinal(match["ordinal"], context.language)
    if number > (2 if grain == "half" else 4):
        return unresolved(UNKNOWN[grain])
    if match["year"]:
        return at(Point(grain, int(match["year"]), number))
    step = step_of(match, context)
    if match["same"] or context.narrative:
        year, anchor = context.last_year, context.last_year_words
    elif context.dct is None:
        year, anchor = None, ""
    else:
        year, anchor = context.dct.year, context.dct.isoformat()
        begun = of_day(context.dct, grain).number or 1
        year += step
        if not (match["last"] or match["this"] or match["next"]) and number != begun:
            ahead = context.is_future(match)
            year += ahead - (number > begun)
    if year is None or year > dt.MAXYEAR:
        return unresolved(Point(grain, None, number).value)
    reading = at(Point(grain, year, number), anchor)
    if context.narrative or context.dct is None or step or match["this"] or match["same"]:
        return reading
    other = at(Point(grain, year + (1 if year < context.dct.year else -1), number)).edtf
    alternatives = (other,) if other else ()
    return reading.but(alternatives=alternatives, reason="no year is said: it is the latest that has begun")


_OF_YEAR = r"(?:,?(?: {:of})?(?: {:fiscal})? {year}|(?: {:of})? (?:{last}|{this}|{next}|{same}) year)?"

RULES = (
    Rule(
        "season",
        ("season",),
        r"{season}(?:(?:,| {:of})? {year}(?:[-/][0-9]{2})?(?![-/]?[0-9])| {:of} '{short_year})?",
        _season,
        _is_season,
        examples=(
            Example("It was hot in the summer.", "2023-10-18", "2023-SU"),
            Example("A visit in spring 2023 was planned.", "", "2023-SP"),
            Example("The winter of 2010-11 was cold.", "2023-10-18", "2010-WI"),
            Example("They met in the summer of '69.", "2023-10-18", "1969-SU"),
            Example("The Arab Spring spread.", "2023-10-18", ""),
            Example("The Winter Olympics opened.", "2023-10-18", ""),
        ),
    ),
    Rule(
        "year-season",
        ("#4",),
        r"{year} {season}",
        _season,
        is_no_name,
        examples=(Example("The 2024 spring was wet.", "", "2024-SP"),),
    ),
    Rule(
        "relative-season",
        ("last", "this", "next", "same"),
        r"(?:{last}|{this}|{next}|{same}) {season}",
        _season,
        examples=(Example("We expect you next spring.", "2022-12-30", "2023-SP"),),
    ),
    Rule(
        "mentioned-season",
        ("following", "preceding"),
        r"(?:{following}|{preceding}) {season}",
        _mentioned_season,
        examples=(
            Example("They came in May 2019 and left the following spring.", "2023-10-18", "2020-SP"),
            Example("They came in May 2019, after floods the previous winter.", "2023-10-18", "2018-WI"),
        ),
    ),
    Rule(
        "quarter",
        ("ordinal_word", "#th", "fiscal"),
        r"(?:{:fiscal} )?{ordinal}(?: {:fiscal})?[ -](?:quarter|{half})" + _OF_YEAR,
        _quarter,
        _is_quarter,
        examples=(
            Example("It grew in the fourth quarter.", "2024-04-10", "2023-Q4"),
            Example("It fell in the first half of this year.", "2023-10-18", "2023-H1"),
            Example("Kane scored in the second half.", "2023-10-18", ""),
        ),
    ),
    Rule(
        "quarter-digit",
        ("q1", "q2", "q3", "q4", "h1", "h2"),
        r"(?:q|(?P<half>h))(?P<digit>[1-4])(?:,?(?: {:of})? {year})?",
        _quarter,
        examples=(Example("In Q3 2022 it grew.", "", "2022-Q3"),),
    ),
)
