"""Why a sentence, or a date in it, is no event: every ground in words that a person reads in `dateline explain`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.dates import Precision
from generator.extracting.analysis import Analysis, When
from generator.extracting.attribution import Attribution
from generator.extracting.clauses import DETERMINERS
from generator.extracting.dating import Dated
from generator.extracting.gazetteer import is_demonym
from generator.extracting.readings import Reading
from generator.extracting.tables import table
from generator.extracting.timex import Timex
from generator.extracting.verbs import EVENT_VERBS

__all__ = [
    "LONGEST_SENTENCE",
    "NO_CLAUSE",
    "NO_DATE",
    "NO_TITLE",
    "REPEATED",
    "TOO_LONG",
    "passed_date",
    "passed_expression",
    "passed_reading",
    "passed_sentence",
]

NO_DATE = "no date in it"
REPEATED = "the same sentence stands further up"
NO_CLAUSE = "no clause with a subject and a verb stands at the date"
SOURCE_DATE = "“{words}” dates the report that is cited, not an event"
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
SPAN = "“{lead} {words}” says how long something lasts, not when it happened"
SEASON = "“{words}” is a season in general, of no year"
PART_OF_NAME = "“{words}” belongs to a name"
CONDITION = "a condition, not something that happened"
UNSURE = "“{verb}” says what may happen or ought to, not what did"
NEGATED = "it says what did not happen"
FEAST = "“{words}” is named as a feast, and dates nothing"
COMPARED = "“{words}” is what something is compared with"
BARE_YEAR = "a year in passing, without an event that is dated by it"
STATE = "“{verb}” tells no event, and the date is only a year"

BYLINE_WORDS = table(
    """
    published updated posted last modified created first by date on at am pm ist gmt utc est edt pst pdt cet cest bst
    hrs reuters ap afp ani pti xinhua tass dpa
    """
)
"""Words that stand beside the page's own date."""

_SPAN_LEAD = re.compile(
    r"\b(since|until|till|through|throughout|back to|as of)\s+(?:the\s|at\s+least\s)?\s*(?:(?:early|late)\s+)?$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:\b(?:compared\s+(?:to|with)|than|versus|unlike)\b[^,;]{0,40}|\bsame\s+(?:period|time|month|quarter|week|day|stage)\s+(?:of\s+|in\s+)?"
    r"|\b(?:up|down)\s+from\s[^,;]{0,30})$",
    re.IGNORECASE,
)
_FEAST_LEAD = re.compile(
    r"(?:\b(?:on|at|over|during|before|after|by|around|about|until|ahead\s+of|eve\s+of|day\s+of|week\s+of)\s+(?:the\s+)?|,\s+)$",
    re.IGNORECASE,
)
"""What makes the name of a feast a date: “at Christmas”, “on Monday, Christmas Day”; not “wishes for Christmas”."""
_OWNED = re.compile(r"(?:\b(?:his|her|its|their|our|my|your)|[’']s)\s+$", re.IGNORECASE)
"""Before the name of a feast that is somebody's: “on his Chinese New Year”."""
_BARE_SEASON = re.compile(
    r"^(?:the\s+)?(?:(?:beginning|start|end|middle)\s+of\s+)?(?:spring|summer|autumn|fall|winter)(?:time)?$",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|was|were|is|are|would|could|will)(?:\s+not|n[’']t)|won[’']t|never|no\s+one|nobody|none\s+of)\b",
    re.IGNORECASE,
)
_MAY = table("may might could should must shall can ought")
_SINCE_REACH = 6
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
    return "" if analysis.verbs else FRAGMENT


def _is_byline(analysis: Analysis) -> bool:
    """Whether there is nothing beside the dates but the words of a byline, and who wrote it."""
    dated = {index for when in analysis.whens for index in range(when.first, when.last)}
    rest = [word for index, word in enumerate(analysis.words) if index not in dated and word.text[0].isalpha()]
    signed = any(word.lower == "by" for word in rest)
    return all(word.lower in BYLINE_WORDS or (signed and word.text[0].isupper()) for word in rest)


def passed_expression(timex: Timex, *, dct_known: bool) -> str:
    """Why an expression dates no event, whatever its sentence says; empty if it may.

    Args:
        timex: The expression.
        dct_known: Whether the article's publication date is known.
    """
    words = " ".join(timex.text.split())
    if timex.type in FRUITLESS:
        return FRUITLESS[timex.type]
    if timex.value.endswith("_REF"):
        return VAGUE.format(words=words)
    if timex.edtf is None and (timex.type == "TIME" or dct_known):
        return TIME_ONLY if timex.type == "TIME" else UNRESOLVED.format(words=words)
    return SEASON.format(words=words) if _BARE_SEASON.match(words) else ""


def passed_date(analysis: Analysis, when: When, said: Sequence[Attribution]) -> str:
    """Why the words around an expression keep it from dating an event; empty if they do not.

    Args:
        analysis: Its sentence.
        when: The expression.
        said: The attributions of the sentence.
    """
    words = " ".join(when.timex.text.split())
    lead = _SPAN_LEAD.search(analysis.text, max(0, when.start - 40), when.start)
    if lead or _since_noun(analysis, when):
        return SPAN.format(lead=lead[1].lower() if lead else "since …", words=words)
    if _COMPARED.search(analysis.text, max(0, when.start - 70), when.start):
        return COMPARED.format(words=words)
    if _is_feast(analysis, when):
        return FEAST.format(words=words)
    if any(attribution.verb is None and attribution.holds(when.first) for attribution in said):
        return SOURCE_DATE.format(words=words)
    return ""


def _is_feast(analysis: Analysis, when: When) -> bool:
    """Whether a holiday is spoken of as a feast: “wishes for the New Year”, “Christmas is near”."""
    rule, text = when.timex.rule, analysis.text
    if not rule.endswith("holiday"):
        return False
    if _OWNED.search(text, max(0, when.start - 20), when.start):
        return True
    opens = when.first == 0 and text[when.end : when.end + 1] == ","
    return rule == "holiday" and not opens and _FEAST_LEAD.search(text, max(0, when.start - 20), when.start) is None


def _since_noun(analysis: Analysis, when: When) -> bool:
    """Whether a date belongs to a noun after “since”: “since its launch in 2003”, but not “since it opened in 2003”."""
    reach = range(max(0, when.first - _SINCE_REACH), when.first)
    since = next((index for index in reversed(reach) if analysis.words[index].lower == "since"), None)
    return since is not None and not any(since < verb < when.first for verb in analysis.verbs)


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
    if reading.opener in {"if", "unless", "whereas"}:
        return CONDITION
    if reading.kind == "event" and reading.verb is not None:
        verb = analysis.words[reading.verb].lower
        if verb in _MAY:
            return UNSURE.format(verb=verb)
        if _negated(analysis, reading.verb):
            return NEGATED
    if dated.date is not None and dated.date.precision is Precision.YEAR:
        return _passing_year(analysis, when, reading, words)
    return ""


def _negated(analysis: Analysis, verb: int) -> bool:
    start = analysis.words[max(0, verb - 2)].start
    end = analysis.words[min(len(analysis.words), verb + 3) - 1].end
    return _NEGATION.search(analysis.text, start, end) is not None


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
    tells = any(
        analysis.words[i].lower in EVENT_VERBS for i in range(reading.verb, min(reading.verb + 4, reading.last))
    )
    if tells or (reading.said_by is not None and reading.said_by.speaker):
        return ""
    return STATE.format(verb=verb)
