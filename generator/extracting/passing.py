"""Why a sentence, or a date in it, is no event: every ground in words that a person reads in `dateline explain`."""

from __future__ import annotations

import functools
import re

from generator.dates import Precision
from generator.extracting.analysis import Analysis, When
from generator.extracting.clauses import DETERMINERS
from generator.extracting.dating import Dated
from generator.extracting.gazetteer import is_demonym
from generator.extracting.readings import Reading
from generator.extracting.tables import table
from generator.extracting.timex import Timex
from generator.extracting.verb_grounds import passed_verb
from generator.extracting.verbs import EVENT_VERBS

__all__ = [
    "LONGEST_SENTENCE",
    "NO_CLAUSE",
    "NO_DATE",
    "NO_TITLE",
    "REPEATED",
    "TOO_LONG",
    "passed_expression",
    "passed_reading",
    "passed_sentence",
]

NO_DATE = "no date in it"
REPEATED = "the same sentence stands further up"
NO_CLAUSE = "no clause with a subject and a verb stands at the date"
NO_TITLE = "no headline can be made from the clause at the date"
FRAGMENT = "no finite verb: a heading, caption or fragment"
OWN_DATE = "the page's own date, not an event's"
TOO_LONG = "too long for a sentence: a list, a table or a page without full stops"
QUESTION = "a question reports nothing"

FRUITLESS = {
    "DURATION": "a length of time is not a date",
    "SET": "something that recurs has no date of its own",
}
"""By the type of the expression (TimeML)."""

VAGUE = "“{words}” names no day, month or year"
TIME_ONLY = "a time of day without a day"
UNRESOLVED = "“{words}” cannot be worked out"
DECADE = "“{words}” is too wide for an event's date"
SEASON = "“{words}” is a season in general, of no year"
PART_OF_NAME = "“{words}” belongs to a name"
CONDITION = "a condition, not something that happened"
DEICTIC = "“{words}” needs the words around it to be a date"
LIST_OF_DATES = "a list of dates, not a sentence about one"
DOUBTFUL = "“{words}” is counted from another date of the text, and may be counted from the wrong one"
BARE_YEAR = "a year in passing, without an event that is dated by it"
STATE = "“{verb}” tells no event, and the date is only a year"

BYLINE_WORDS = table(
    """
    published updated posted last modified created first by date on at am pm ist gmt utc est edt pst pdt cet cest bst
    hrs page help uk et reuters ap afp ani pti xinhua tass dpa
    """
)
"""Words that stand beside the page's own date."""

_BARE_SEASON = re.compile(
    r"^(?:the\s+)?(?:(?:beginning|start|end|middle)\s+of\s+)?(?:spring|summer|autumn|fall|winter)(?:time)?$",
    re.IGNORECASE,
)
MANY_DATES = 5
"""So many full dates in one sentence make it a list."""
_DEICTIC = re.compile(
    r"^(?:the|this|that\s+same)\s+(?:same\s+|entire\s+|whole\s+|rest\s+of\s+the\s+)?(?:day|week|month|year|night|evening|morning|afternoon|season|time|moment|hour|weekend)$"
    r"|^this\s+day$|^to\s+date$|^the\s+(?:last|past)\s",
    re.IGNORECASE,
)
_OF_THIS = re.compile(r"^this\s+(?:week|month|year|morning|afternoon|evening|weekend)$", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:today|tonight|yesterday|tomorrow|morning|afternoon|evening|night)\b|\b(?:"
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}",
    re.IGNORECASE,
)
_NOUN_AFTER = re.compile(r"[ -][A-Za-z]")


LONGEST_SENTENCE = 1500
"""Characters: three times the longest sentence of ordinary news. It also bounds the cost of a page of junk."""


def passed_sentence(analysis: Analysis) -> str:
    """Why a sentence with dates is no event whatever its dates are; empty if it may be one.

    Args:
        analysis: The sentence.
    """
    text = analysis.text
    if not analysis.whens:
        return NO_DATE
    if text.rstrip("\"”’' )").endswith("?"):
        return QUESTION
    if _is_byline(analysis):
        return OWN_DATE
    if sum(when.timex.type == "DATE" and not when.timex.anchor for when in analysis.whens) >= MANY_DATES:
        return LIST_OF_DATES
    return "" if analysis.verbs else FRAGMENT


def _is_byline(analysis: Analysis) -> bool:
    """Whether there is nothing beside the dates but the words of a byline, and who wrote it."""
    dated = {index for when in analysis.whens for index in range(when.first, when.last)}
    for index, word in enumerate(analysis.words):
        if word.text[0].islower() and word.lower not in BYLINE_WORDS and index not in dated:
            return False
    rest = [word for index, word in enumerate(analysis.words) if index not in dated and word.text[0].isalpha()]
    signed = any(word.lower == "by" for word in rest)
    return all(word.lower in BYLINE_WORDS or (signed and word.text[0].isupper()) for word in rest)


def passed_expression(timex: Timex, *, dct_known: bool) -> str:
    """Why an expression dates no event, whatever its sentence says; empty if it may.

    Args:
        timex: The expression.
        dct_known: Whether the article's publication date is known.
    """
    if timex.type in FRUITLESS:
        return FRUITLESS[timex.type]
    unresolved = timex.edtf is None and (timex.type == "TIME" or dct_known)
    return _passed_words(timex.text, timex.type, vague=timex.value.endswith("_REF"), unresolved=unresolved)


@functools.lru_cache(maxsize=4096)
def _passed_words(text: str, kind: str, *, vague: bool, unresolved: bool) -> str:
    """The same for the words of an expression, which come again and again: “on Friday”, “last year”."""
    words = " ".join(text.split())
    if kind == "TIME" and _CLOCK.search(text) is None:
        return TIME_ONLY
    if _DEICTIC.match(words) and not _OF_THIS.match(words):
        return DEICTIC.format(words=words)
    if vague:
        return VAGUE.format(words=words)
    if unresolved:
        return TIME_ONLY if kind == "TIME" else UNRESOLVED.format(words=words)
    return SEASON.format(words=words) if _BARE_SEASON.match(words) else ""


def passed_reading(analysis: Analysis, when: When, reading: Reading, dated: Dated) -> str:
    """Why what an expression dates is no event; empty if it is one.

    Args:
        analysis: The sentence.
        when: The expression.
        reading: What it dates.
        dated: The date.
    """
    words = " ".join(when.timex.text.split())
    if dated.date is not None and dated.date.precision > Precision.YEAR:
        return DECADE.format(words=words)
    if dated.doubtful:
        return DOUBTFUL.format(words=words)
    if reading.opener in {"if", "unless", "whereas"}:
        return CONDITION
    if reading.kind == "event" and reading.verb is not None:
        reason = passed_verb(analysis, when, reading, dated)
        if reason:
            return reason
    if dated.date is not None and dated.date.precision is Precision.YEAR:
        return _passing_year(analysis, when, reading, words)
    return ""


def _passing_year(analysis: Analysis, when: When, reading: Reading, words: str) -> str:
    """A bare year dates an event only with a verb that tells one, or in somebody's account of it."""
    after = analysis.text[when.end :]
    before = analysis.words[when.first - 1].lower if when.first else ""
    described = before in DETERMINERS or before.endswith(("’s", "'s")) or is_demonym(before.capitalize())
    if described and words.isdigit() and _NOUN_AFTER.match(after):
        return PART_OF_NAME.format(words=words)
    if reading.kind != "event" or reading.verb is None:
        return BARE_YEAR
    verb = analysis.words[reading.verb].lower
    tells = not EVENT_VERBS.isdisjoint(analysis.lowers[reading.verb : min(reading.verb + 4, reading.last)])
    if tells or (reading.said_by is not None and reading.said_by.speaker):
        return ""
    return STATE.format(verb=verb)
