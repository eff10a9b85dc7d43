"""Months that lack their year: “in June”, “a March meeting”, “last June”, “February of that year”."""

from __future__ import annotations

import datetime as dt
import re

from generator.extracting.tagger.around import NEXT_WORD, word_before
from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.point import Point, day_point
from generator.extracting.tagger.reading import Reading, at, unresolved
from generator.extracting.tagger.rule import Example, Match, Rule
from generator.extracting.tagger.rules.months import is_capital, month_in, possible, running_year
from generator.extracting.tagger.rules.numeric import is_day
from generator.extracting.tagger.rules.periods import year_beside

__all__ = ["RULES"]

UNSURE_MONTHS = 3
"""“last June” is surely this year's when June lies no more months back than these."""


def _alone(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether a month that stands alone is one.

    It has a capital letter; one that is also a word, or that is cut short without a full stop, follows a word that
    months follow (“in May”, but “May says”).
    """
    word = found["month"]
    if not text[found.start("month")].isupper():
        return False
    sure = word in language.words["full_month"] or word.endswith(".")
    if word.rstrip(".") in language.words["month_like"]:
        dated = _is_led(found, language) or (
            sure and (_stands_before_noun(found, text) or _is_reported(found, language))
        )
    else:
        dated = sure or _is_led(found, language)
    return dated and not _is_name(found, text, language)


def _is_name(found: re.Match[str], text: str, language: Language) -> bool:
    """Whether a month is part of a name: “April Smith”, “the October Revolution”, “Black September”."""
    folded, start = found.string, found.start()
    before = word_before(found)
    if before in language.words.get("month_title", ()) and text[start - len(before) - 1].isupper():
        return True
    after = NEXT_WORD.match(folded, found.end())
    if after is None:
        return False
    if text[after.start(1)].isupper() and after[1] in language.words.get("month_thing", ()):
        return True
    return _is_person(found, after, before, text, language)


def _is_person(found: re.Match[str], after: re.Match[str], before: str, text: str, language: Language) -> bool:
    """Whether a month is a given name: what people do, or a family name, follows: “June said”, “by April Smith”."""
    given = found["month"] in language.words.get("month_given", ())
    if given and after[1] in language.words.get("person_does", ()):
        return True
    if not (text[after.start(1)].isupper() and text[after.end() - 1].islower()):
        return False
    if found["month"] in language.words.get("short_given", ()):
        return True
    led = before in language.words.get("month_cue", ()) and before not in language.words.get("person_cue", ())
    return given and not led and not _ARTICLE_BEFORE.search(found.string, max(0, found.start() - 8), found.start())


def _stands_before_noun(found: re.Match[str], text: str) -> bool:
    """Whether “March” or “May” dates the noun after it: “a March meeting”, not “the March on Rome”."""
    folded, start = found.string, found.start()
    if not _ARTICLE_BEFORE.search(folded, max(0, start - 8), start):
        return False
    noun = _NOUN_AFTER.match(folded, found.end())
    in_capitals = text[start + 1].isupper()
    return noun is not None and (in_capitals or text[noun.end() - 1].islower())


def _is_reported(found: re.Match[str], language: Language) -> bool:
    """Whether what follows is a thing of which each month has its own: “March sales”."""
    noun = NEXT_WORD.match(found.string, found.end())
    return noun is not None and noun[1] in language.words.get("month_noun", ())


_ARTICLE_BEFORE = re.compile(r"(?:\b(?:an?|the|its|his|her|their)|[a-z]'s) {1,2}$")
_NOUN_AFTER = re.compile(r" {1,2}(?!(?:of|on|for|to|in|is|was|and|by|at|from|that|who|which|said)\b)[a-z](?=[a-z]{2})")


def _is_led(found: re.Match[str], language: Language) -> bool:
    before = found.string[max(0, found.start() - 16) : found.start()].rstrip(" -(")
    word = before.rpartition(" ")[2].rpartition("(")[2].rpartition("-")[2]
    if word in language.words["month_cue"]:
        return True
    lead = language.words.get("month_lead", {}).get(word)
    return lead is not None and before.endswith(f"{lead} {word}")


def _month(match: Match, context: Context) -> Reading:
    month = month_in(match, context)
    year, anchor = _latest_year(match, month, context)
    if year is None or year > dt.MAXYEAR:
        return unresolved(f"XXXX-{month:02}", "its year is not said")
    reading = at(Point("month", year, month), anchor, "medium" if anchor else "high")
    if context.narrative or context.dct is None or match.year_ahead is not None:
        return reading
    ahead = (year, month) > (context.dct.year, context.dct.month)
    if not ahead and context.is_past(match):
        return reading
    other = Point("month", year + (-1 if ahead else 1), month).edtf
    alternatives = (other,) if other else ()
    return reading.but(alternatives=alternatives, reason="no year is said: the nearest that the clause allows")


def _latest_year(match: Match, month: int, context: Context) -> tuple[int | None, str]:
    """The year of a month without one, and what it was counted from.

    In news it is the latest past, ahead only for this month and the next or with a cue (right in 86 of 100 cases); in
    a history the running year.
    """
    if match.year_ahead is not None:
        return match.year_ahead, ""
    if context.narrative and context.last_year is not None:
        return running_year(month, context), context.last_year_words
    if context.dct is None:
        return None, ""
    dct = context.dct
    if (month - dct.month) % 12 <= 1 or context.is_future(match) or _is_delivered(match, context):
        return dct.year + (month < dct.month), dct.isoformat()
    return dct.year - (month > dct.month), dct.isoformat()


def _is_delivered(match: Match, context: Context) -> bool:
    """Whether the month is one that is traded ahead: “gold for December delivery”."""
    noun = NEXT_WORD.match(context.text, match.end)
    return noun is not None and noun[1] in context.language.words.get("month_ahead", ())


def _relative_month(match: Match, context: Context) -> Reading:
    """“last June”, “this June”, “next June”."""
    month = month_in(match, context)
    if context.narrative and context.last_year is not None:
        return _story_month(match, month, context.last_year, context)
    if context.dct is None:
        return unresolved(f"XXXX-{month:02}")
    dct, anchor = context.dct, context.dct.isoformat()
    if match["this"]:
        return at(Point("month", dct.year, month), anchor)
    if match["next"]:
        year = dct.year + (month <= dct.month)
        return at(Point("month", year, month), anchor) if year <= dt.MAXYEAR else unresolved(f"XXXX-{month:02}")
    latest = dct.year - (month >= dct.month)
    if month >= dct.month or dct.month - month <= UNSURE_MONTHS:
        return at(Point("month", latest, month), anchor)
    choices = (f"{dct.year - 1}-{month:02}", f"{dct.year}-{month:02}")
    name = next(word for word, number in context.language.words["full_month"].items() if number == month).capitalize()
    reason = f"“last {name}” can mean the {name} of this year or of the year before"
    reading = at(Point("month", latest, month), anchor, "low", reason)
    return reading.but(edtf=f"[{','.join(choices)}]", alternatives=choices)


def _mentioned_month(match: Match, context: Context) -> Reading:
    """“the following March”, “the previous June”, “that November”: counted from the date last mentioned."""
    month = month_in(match, context)
    base, anchor = context.mentioned()
    if base is None or base.year is None:
        return unresolved(f"XXXX-{month:02}")
    year = base.year if match["same"] else year_beside(base, month, ahead=bool(match["following"]))
    return at(Point("month", year, month), anchor, "medium")


def _tells_which(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “that November” is one: a capital letter, and no verb before “that”, as in “said that May sales …”."""
    if not text[found.start("month")].isupper():
        return False
    begins = _BEGINS.search(found.string, max(0, found.start() - _BEFORE), found.start())
    return begins is not None or not found.group().startswith("that ")


_BEFORE = 9
"""As long as what stands before “that” can be."""
_BEGINS = re.compile(r"(?:^|[.;:!?,)—-] {0,2}|\n|\b(?:in|by|until|during|since|later) {1,2})$")


def _relative_month_day(match: Match, context: Context) -> Reading:
    """“last Nov. 17”: the latest that is over; “next Jan. 1”: the first to come."""
    month, day, dct = month_in(match, context), int(match["day"]), context.dct
    if dct is None:
        return unresolved(f"XXXX-{month:02}-{day:02}")
    step = -1 if match["last"] else 1
    years = [year for year in (dct.year - step, dct.year, dct.year + step) if is_day(year, month, day)]
    days = [dt.date(year, month, day) for year in years]
    right = [each for each in days if (each - dct).days * step > 0]
    return at(day_point(right[0]), dct.isoformat()) if right else unresolved(f"XXXX-{month:02}-{day:02}")


def _story_month(match: Match, month: int, year: int, context: Context) -> Reading:
    """“the previous April” in a history."""
    reached = context.last_month.number or 1 if context.last_month else 1
    if match["last"]:
        year -= month >= reached
    elif match["next"]:
        year += month <= reached
    return at(Point("month", year, month), context.last_year_words)


def _of_year(match: Match, context: Context) -> Reading:
    """“June last year”, “October of that year”, “March 3 this year”."""
    month = month_in(match, context)
    year, anchor = _year_meant(match, context)
    if year is None:
        return unresolved(f"XXXX-{month:02}")
    if not match["day"]:
        return at(Point("month", year, month), anchor)
    day = int(match["day"])
    return at(Point("day", year, month, day), anchor) if is_day(year, month, day) else unresolved("XXXX-XX-XX")


def _year_meant(match: Match, context: Context) -> tuple[int | None, str]:
    """The year of “last year”, “this year”, “next year”, “that year”."""
    if match["same"]:
        return context.last_year, context.last_year_words
    base, anchor = context.base()
    if base is None or base.year is None:
        return None, ""
    return base.year + (-1 if match["last"] else 1 if match["next"] else 0), anchor


RULES = (
    Rule(
        "month-of-year",
        ("months",),
        r"{month}(?: {day}{:suffix}?,?)?(?: {:of})? (?:{last}|{this}|{next}|{same}) {:year_word}",
        _of_year,
        is_capital,
        examples=(
            Example("It rained in June last year.", "2023-10-18", "2022-06"),
            Example("It rained on March 3 this year.", "2023-10-18", "2023-03-03"),
        ),
    ),
    Rule(
        "day-of-year",
        ("#2", "#th"),
        r"{day}{:suffix}?(?: {:of})? {month},?(?: {:of})? (?:{last}|{this}|{next}|{same}) {:year_word}",
        _of_year,
        is_capital,
        examples=(Example("It rained on 24 February last year.", "2023-10-18", "2022-02-24"),),
    ),
    Rule(
        "relative-month",
        ("last", "this", "next"),
        r"(?:{last}|{this}|{next}) {month}",
        _relative_month,
        is_capital,
        examples=(
            Example("It rained last September.", "2023-10-18", "2023-09"),
            Example("It rains next June.", "2023-10-18", "2024-06"),
        ),
    ),
    Rule(
        "mentioned-month",
        ("following", "preceding", "same"),
        r"(?:{following}|{preceding}|{same}) {full_month=month}(?! [0-9])",
        _mentioned_month,
        _tells_which,
        examples=(
            Example("They came in May 2019 and left the following March.", "2023-10-18", "2020-03"),
            Example("They came in May 2019, after a vote the previous June.", "2023-10-18", "2018-06"),
            Example("They came in May 2019. That June they left.", "2023-10-18", "2019-06"),
        ),
    ),
    Rule(
        "relative-month-day",
        ("last", "next"),
        r"(?:{last}|{next}) {month} {day}{:suffix}?(?![0-9]|[:.,/][0-9]|,? [12][0-9]{3})",
        _relative_month_day,
        possible,
        examples=(
            Example("Gunmen attacked last Nov. 17.", "1998-03-06", "1997-11-17"),
            Example("It takes effect next Jan. 1.", "1998-03-06", "1999-01-01"),
        ),
    ),
    Rule(
        "month",
        ("months",),
        r"{month}",
        _month,
        _alone,
        examples=(
            Example("It rained in June.", "2023-10-18", "2023-06"),
            Example("They agreed at a March meeting.", "2023-10-18", "2023-03"),
            Example("Sales fell, compared with May.", "2023-10-18", "2023-05"),
            Example("The October Revolution came.", "2023-10-18", ""),
            Example("Will June come?", "2023-10-18", ""),
            Example("March sales rose.", "2023-10-18", "2023-03"),
        ),
    ),
)
