"""Why a sentence, or a date in it, is no event: every ground in words that a person reads in `dateline explain`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.dates import Precision
from generator.extracting.analysis import Analysis, When
from generator.extracting.attachment import hangs_on
from generator.extracting.attribution import Attribution
from generator.extracting.clauses import CONJUNCTIONS, DETERMINERS
from generator.extracting.dating import Dated
from generator.extracting.gazetteer import is_demonym
from generator.extracting.nominals import EVENT_NOUNS
from generator.extracting.readings import Reading
from generator.extracting.reduced import is_participle_like
from generator.extracting.status import planned_words
from generator.extracting.tables import table
from generator.extracting.timex import Timex
from generator.extracting.verb_group import VerbGroup, verb_group
from generator.extracting.verbs import EVENT_VERBS, stative_forms

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
ATTACHED = "“{words}” belongs to “{noun}”, not to the verb of its clause"
HABIT = "“{word}” says what is usual, not what happened once"
STATIVE_VERB = "“{verb}” tells a state and no event"
PROGRAMME = "“{verb}” is present and tells a habit, a programme or a plot, not what happened"
OWN_WORDS = "“{word}” does something here: somebody's own story"
DEICTIC = "“{words}” needs the words around it to be a date"
LIST_OF_DATES = "a list of dates, not a sentence about one"
LIFETIME = "“{words}” in brackets says when somebody lived"
BY_THEN = "“{lead} {words}” does not say when"
NAMED_SO = "“{words}” is in the name of something"
ANNOUNCED = "“{verb}” announces it, and whether it took place then is not said"
NOT_YET = "“{verb}” is past, and the date is yet to come"
DOUBTFUL = "“{words}” is counted from another date of the text, and may be counted from the wrong one"
UNSURE = "“{verb}” says what may happen or ought to, not what did"
NEGATED = "it says what did not happen"
FEAST = "“{words}” is named as a feast, and dates nothing"
COMPARED = "“{words}” is what something is compared with"
BARE_YEAR = "a year in passing, without an event that is dated by it"
STATE = "“{verb}” tells no event, and the date is only a year"

BYLINE_WORDS = table(
    """
    published updated posted last modified created first by date on at am pm ist gmt utc est edt pst pdt cet cest bst
    hrs page help uk et reuters ap afp ani pti xinhua tass dpa
    """
)
"""Words that stand beside the page's own date."""

_SPAN_LEAD = re.compile(
    r"\b(since|until|till|through|throughout|back to|as of)\s+(?:the\s|at\s+least\s)?\s*(?:(?:early|late)\s+)?$",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:\b(?:compared\s+(?:to|with)|than|versus|unlike)\b[^,;]{0,40}|\bsame\s+(?:period|time|month|quarter|week|day|stage)\s+(?:of\s+|in\s+)?"
    r"|\b(?:increase|rise|drop|fall|gain|decrease|decline|points?|percent|cent|higher|lower|%)\b[^,;]{0,30}\bfrom\s+"
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
_MOVED = re.compile(r"\b(?:postponed|cancelled|canceled|called off|put off|delayed|rescheduled)\b", re.IGNORECASE)
_NO_GERUNDS = table(
    "during following including morning evening according spring meeting hearing something nothing thing king"
)
_EXPECTED = table("expected scheduled planned due supposed slated")
_HEDGES = table("probably possibly perhaps maybe presumably")
_WAS_TO = re.compile(
    r"^(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:to\s+(?!blame)[a-z]+|due\b|expected\b|scheduled\b|slated\b|set\s+(?:to|for)\b)|"
    r"^(?:had|has|have)\s+been\s+(?:due|expected|scheduled|slated)\b"
)
_BOUND = re.compile(r"^(?:less|more|fewer|no\s+more|at\s+least|over|almost|nearly)\s", re.IGNORECASE)
_NEAR = table("by after before until till")
_EXPLICIT = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!\s+(?:morning|night|evening|afternoon))|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)|\d{4}",
    re.IGNORECASE,
)
_FULL = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}", re.IGNORECASE)
_ON_AIR = table(
    "present presents presented host hosts join joins talk talks introduce introduces celebrate celebrates tour tours"
)
"""Verbs that a programme guide tells in the present."""
_HABITUAL = table(
    "usually often always regularly typically normally generally frequently sometimes rarely seldom weekly daily"
)
_EACH = re.compile(
    r"\b(?:every|each)\s+(?:day|week|month|year|night|time|summer|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_USED_TO = re.compile(r"\bused to\b|\btends? to\b", re.IGNORECASE)
_OWN = table("i we you i'm i’m i've i’ve we're we’re we've we’ve")
_NAMED_ON = re.compile(r"\b(?:Mail|Scotland|Independent|Wales|Ireland|Live|Archive)\s+on\s+$")
_MAY = table("may might could should must shall can ought")
_SINCE_REACH = 6
_OBJECT_REACH = 7
_PASSIVE_STATES = table("""
    known based located described regarded considered seen believed thought needed required owned liked loved provided
    """)
_DUE = table("due scheduled expected slated likely to dead born")
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
    if timex.type == "TIME" and _CLOCK.search(timex.text) is None:
        return TIME_ONLY
    if _DEICTIC.match(words) and not _OF_THIS.match(words):
        return DEICTIC.format(words=words)
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
    around = (analysis.text[max(0, when.start - 1) : when.start], analysis.text[when.end : when.end + 1])
    if (
        around in {("(", ")")}
        and when.timex.edtf
        and "/" in when.timex.edtf
        and len(when.timex.edtf) == len("1770/1839")
    ):
        return LIFETIME.format(words=words)
    lead_in = analysis.words[when.first - 1].lower if when.first else ""
    if _BOUND.match(words):
        return BY_THEN.format(lead="", words=words).replace("“ ", "“")
    if lead_in in _NEAR:
        return BY_THEN.format(lead=lead_in, words=words)
    capital = analysis.text[when.start : when.start + 2] in {"To", "Ye"} and when.timex.text.lower().startswith(
        ("tod", "ton", "yes")
    )
    if capital and when.start > analysis.body and analysis.words[when.first - 1].text[0].isalpha():
        return NAMED_SO.format(words=words)
    if _NAMED_ON.search(analysis.text, max(0, when.start - 20), when.start):
        return NAMED_SO.format(words=words)
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
    if dated.doubtful:
        return DOUBTFUL.format(words=words)
    if reading.opener in {"if", "unless", "whereas"}:
        return CONDITION
    if reading.kind == "event" and reading.verb is not None:
        group = verb_group(analysis.words, reading.verb, reading.last)
        reason = _passed_verb(analysis, reading, group, dated) or _passed_attachment(
            analysis, when, reading, group, words
        )
        reason = reason or _passed_first_verb(analysis, reading, dated)
        if reason:
            return reason
    if dated.date is not None and dated.date.precision is Precision.YEAR:
        return _passing_year(analysis, when, reading, words)
    return ""


def _passed_first_verb(analysis: Analysis, reading: Reading, dated: Dated) -> str:
    """The same of the first verb of the clause, which its title will begin with, where the date stands at a later one."""
    first = next(verb for verb in analysis.verbs if verb >= reading.first)
    if first == reading.verb or reading.verb is None:
        return ""
    if analysis.words[reading.verb - 1].lower in CONJUNCTIONS:
        return ""
    return _passed_verb(analysis, reading, verb_group(analysis.words, first, reading.last), dated)


def _passed_attachment(analysis: Analysis, when: When, reading: Reading, group: VerbGroup, words: str) -> str:
    noun = hangs_on(analysis, when, group) or _opening_participle(analysis, when, reading)
    return ATTACHED.format(words=words, noun=noun) if noun else ""


def _opening_participle(analysis: Analysis, when: When, reading: Reading) -> str:
    """“Born in 1930, Matt …”, “…, resulting in closures in May”: a phrase of its own holds the date, not the verb's clause."""
    clause = analysis.clauses[analysis.clause_of(when.first)]
    if clause.verbs or clause.first == reading.first:
        return ""
    for word in analysis.words[clause.first : when.first]:
        lower = word.lower
        if (
            lower in {"born", "due"}
            or (lower.endswith("ing") and lower not in _NO_GERUNDS)
            or is_participle_like(lower)
        ):
            return word.text
    return ""


def _passed_verb(analysis: Analysis, reading: Reading, group: VerbGroup, dated: Dated) -> str:
    """Why a verb with its auxiliaries tells no event; empty if it does."""
    verb = analysis.words[group.first].lower
    head = analysis.words[group.head].lower
    following = analysis.between(group.first, min(reading.last, group.last + 3))
    was_to = _WAS_TO.search(following) is not None or (group.first == group.head and head in _EXPECTED)
    vague = group.tense == "past" and _FULL.search(dated.timex.text) is None
    if was_to and vague:
        return ANNOUNCED.format(verb=following)
    if dated.over and verb not in _MAY and (group.tense in {"future", "modal"} or was_to):
        return ANNOUNCED.format(verb=following)
    if group.modal and (verb in _MAY or not dated.planned):
        return UNSURE.format(verb=verb)
    if group.negated or _negated(analysis, group.first):
        return NEGATED
    subject = analysis.words[group.first - 1].lower if group.first > reading.first else ""
    if subject in _OWN:
        return OWN_WORDS.format(word=subject)
    clause = analysis.between(reading.first, reading.last)
    hedge = next((w.lower for w in analysis.words[reading.first : reading.last] if w.lower in _HEDGES), "")
    if hedge:
        return UNSURE.format(verb=hedge)
    usual = next((w.lower for w in analysis.words[reading.first : reading.last] if w.lower in _HABITUAL), "")
    habit = _EACH.search(clause) or _USED_TO.search(clause)
    if usual or habit:
        return HABIT.format(word=usual or (habit[0] if habit else ""))
    if _is_state(analysis, reading, group, head):
        return STATIVE_VERB.format(verb=head)
    return _passed_present(analysis, group, dated, head)


def _is_state(analysis: Analysis, reading: Reading, group: VerbGroup, head: str) -> bool:
    """Whether a verb tells how something is: “was ill”, “had a house”, “lived”; not “was due in court”, “had surgery”."""
    following = [word.lower for word in analysis.words[group.head + 1 : min(reading.last, group.head + _OBJECT_REACH)]]
    if group.copula:
        return not (following and (following[0] in _DUE or "to" in following[:1]))
    if head in {"had", "has", "have"}:
        return not EVENT_NOUNS.intersection(following)
    if group.tense == "future":
        return False
    if group.passive:
        return head in _PASSIVE_STATES or (head == "set" and following[:1] in (["in"], ["at"]))
    if head.startswith("expect") and "to" in [word.lower for word in analysis.words[group.head : reading.last]]:
        return False
    return head in stative_forms() or (group.tense == "perfect" and head in {"become", "grown", "come"})


def _passed_present(analysis: Analysis, group: VerbGroup, dated: Dated, head: str) -> str:
    """A present tense tells an event where it is a headline's, a caption's with its day, or of a day to come."""
    if (
        group.tense == "past"
        and dated.planned
        and not planned_words(analysis.text)
        and not _MOVED.search(analysis.text)
    ):
        return NOT_YET.format(verb=head)
    if group.tense != "present" or planned_words(analysis.text):
        return ""
    if group.passive:
        return "" if dated.planned or _EXPLICIT.search(dated.timex.text) else PROGRAMME.format(verb=head)
    if dated.planned:
        return "" if head in EVENT_VERBS - _ON_AIR or group.progressive else PROGRAMME.format(verb=head)
    explicit = (_EXPLICIT if analysis.lead else _FULL).search(dated.timex.text) is not None
    caption = head in EVENT_VERBS - _ON_AIR and explicit and not group.progressive
    return "" if caption else PROGRAMME.format(verb=head)


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
