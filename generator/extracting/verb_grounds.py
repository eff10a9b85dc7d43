"""Why a verb, with the words around it, tells no event that its date could date: states, habits, plans, denials."""

from __future__ import annotations

import re

from generator.extracting.analysis import Analysis, When
from generator.extracting.attachment import hangs_on
from generator.extracting.clauses import CONJUNCTIONS
from generator.extracting.dating import Dated
from generator.extracting.gazetteer import is_place
from generator.extracting.nominals import EVENT_NOUNS
from generator.extracting.readings import Reading
from generator.extracting.reduced import is_participle_like
from generator.extracting.status import planned_words
from generator.extracting.tables import table
from generator.extracting.verb_group import VerbGroup, verb_group
from generator.extracting.verbs import EVENT_VERBS, stative_forms

__all__ = ["passed_verb"]

NEGATED = "it says what did not happen"
ATTACHED = "“{words}” belongs to “{noun}”, not to the verb of its clause"
HABIT = "“{word}” says what is usual, not what happened once"
STATIVE_VERB = "“{verb}” tells a state and no event"
PROGRAMME = "“{verb}” is present and tells a habit, a programme or a plot, not what happened"
OWN_WORDS = "“{word}” does something here: somebody's own story"
ANNOUNCED = "“{verb}” announces it, and whether it took place then is not said"
NOT_YET = "“{verb}” is past, and the date is yet to come"
UNSURE = "“{verb}” says what may happen or ought to, not what did"

_NEGATION = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|was|were|is|are|would|could|will)(?:\s+not|n[’']t)|won[’']t|never|no\s+one|nobody|none\s+of)\b",
    re.IGNORECASE,
)
_DENIES = ("no", "n't", "n’t", "never")
"""One of these is in whatever `_NEGATION` finds."""
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
_EXPLICIT = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?!\s+(?:morning|night|evening|afternoon))|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)|\d{4}",
    re.IGNORECASE,
)
_FULL = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|\d{4}", re.IGNORECASE)
_DAY = re.compile(r"\b(?:tonight|this|tomorrow)\b", re.IGNORECASE)
_ON_AIR = table(
    "present presents presented host hosts join joins talk talks introduce introduces celebrate celebrates tour tours"
)
"""Verbs that a programme guide tells in the present."""
_TOLD_IN_PRESENT = EVENT_VERBS - _ON_AIR
_HABITUAL = table(
    "usually often always regularly typically normally generally frequently sometimes rarely seldom weekly daily"
)
_EACH = re.compile(
    r"\b(?:every|each)\s+(?:day|week|month|year|night|time|summer|winter|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_USED_TO = re.compile(r"\bused to\b|\btends? to\b", re.IGNORECASE)
_RECURS = ("every", "each", "used to", "tend")
"""One of these is in whatever `_EACH` and `_USED_TO` find."""
_OWN = table("i we you i'm i’m i've i’ve we're we’re we've we’ve")
_SHOWN = table("shown seen pictured")
"""What a caption says of its picture."""
_GOES_ON = re.compile(r"\b(?:goes?|go)\s+on\s+(?:trial|sale|strike|display)|\btakes?\s+office|\bcomes?\s+into\s+force")
"""What the present says of a day to come: “Lind goes on trial in March”."""
_ALIKE = table("broadcast set put cut hit let read spread cost hurt split quit shut")
"""Verbs whose past is as their present."""
_MAY = table("may might could should must shall can ought")
_PLACED = table("in at from near outside around to")
"""Prepositions before a place."""
_OBJECT_REACH = 7
_PASSIVE_STATES = table("""
    known based located described regarded considered seen believed thought needed required owned liked loved provided
    """)
_DUE = table("due scheduled expected slated likely to dead born")


def passed_verb(analysis: Analysis, when: When, reading: Reading, dated: Dated) -> str:
    """Why the verb of a clause tells no event, or none of this date; empty if it does.

    Args:
        analysis: The sentence.
        when: The expression.
        reading: What it dates: a clause.
        dated: The date.
    """
    if reading.verb is None:
        return ""
    group = verb_group(analysis.words, reading.verb, reading.last)
    reason = _passed_verb(analysis, reading, group, dated)
    noun = reason or hangs_on(analysis, when, group) or _opening_participle(analysis, when, reading)
    if reason or noun:
        return reason or ATTACHED.format(words=" ".join(when.timex.text.split()), noun=noun)
    return _passed_first_verb(analysis, reading, dated)


def _passed_first_verb(analysis: Analysis, reading: Reading, dated: Dated) -> str:
    """The same of the first verb of the clause, with which its title will begin, where the date is at a later one."""
    first = next(verb for verb in analysis.verbs if verb >= reading.first)
    if first == reading.verb or reading.verb is None:
        return ""
    if analysis.words[reading.verb - 1].lower in CONJUNCTIONS:
        return ""
    return _passed_verb(analysis, reading, verb_group(analysis.words, first, reading.last), dated)


def _opening_participle(analysis: Analysis, when: When, reading: Reading) -> str:
    """“Born in 1930, Matt …”, “…, resulting in closures in May”: a phrase of its own holds the date."""
    clause = analysis.clauses[analysis.clause_of(when.first)]
    if clause.verbs or clause.first == reading.first:
        return ""
    for index in range(clause.first, when.first):
        word = analysis.words[index]
        lower = word.lower
        if _is_place(analysis, index):
            continue
        if (
            lower in {"born", "due"}
            or (lower.endswith("ing") and lower not in _NO_GERUNDS)
            or is_participle_like(lower)
            or lower in _SHOWN
        ):
            return word.text
    return ""


def _is_place(analysis: Analysis, index: int) -> bool:
    """Whether a capital shows a place, whatever its ending: “after a vote in Reading on Monday”, “Beijing”."""
    word = analysis.words[index].text
    before = analysis.words[index - 1].lower if index else ""
    return word[0].isupper() and (before in _PLACED or is_place(word))


def _passed_verb(  # noqa: PLR0911 a ground a line
    analysis: Analysis, reading: Reading, group: VerbGroup, dated: Dated
) -> str:
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
    words = analysis.lowers[reading.first : reading.last]
    hedge = next(filter(_HEDGES.__contains__, words), "")
    if hedge:
        return UNSURE.format(verb=hedge)
    usual = next(filter(_HABITUAL.__contains__, words), "")
    habit = _EACH.search(clause) or _USED_TO.search(clause) if any(cue in clause.lower() for cue in _RECURS) else None
    if usual or habit:
        return HABIT.format(word=usual or (habit[0] if habit else ""))
    if _is_state(analysis, reading, group, head):
        return STATIVE_VERB.format(verb=head)
    return _passed_present(analysis, group, dated, head)


def _is_state(analysis: Analysis, reading: Reading, group: VerbGroup, head: str) -> bool:
    """Whether a verb tells how something is: “was ill”, “had a house”; not “was due in court”, “had surgery”."""
    following = analysis.lowers[group.head + 1 : min(reading.last, group.head + _OBJECT_REACH)]
    if group.copula:
        likely = following[:1] == ("likely",) and following[1:2] != ("to",)
        return likely or not (following and (following[0] in _DUE or "to" in following[:1]))
    if head in {"had", "has", "have"}:
        return not EVENT_NOUNS.intersection(following)
    if group.tense == "future":
        return False
    if group.passive:
        return head in _PASSIVE_STATES or (head == "set" and following[:1] in {("in",), ("at",)})
    if head.startswith("expect") and "to" in analysis.lowers[group.head : reading.last]:
        return False
    return head in stative_forms() or (group.tense == "perfect" and head in {"become", "grown", "come"})


def _passed_present(  # noqa: PLR0911 a ground a line
    analysis: Analysis, group: VerbGroup, dated: Dated, head: str
) -> str:
    """A present tense tells an event where it is a headline's, a caption's with its day, or of a day to come."""
    if (
        group.tense == "past"
        and dated.planned
        and not planned_words(analysis.text)
        and not _MOVED.search(analysis.text)
    ):
        return NOT_YET.format(verb=head)
    bare = analysis.words[group.first].lower
    if bare in _ALIKE and not dated.over and _FULL.search(dated.timex.text) is None and _DAY.search(dated.timex.text):
        return PROGRAMME.format(verb=bare)
    if group.tense != "present" or planned_words(analysis.text):
        return ""
    if group.passive:
        return "" if dated.planned or _EXPLICIT.search(dated.timex.text) else PROGRAMME.format(verb=head)
    if dated.planned:
        if _GOES_ON.search(analysis.between(group.first, min(group.last + 2, len(analysis.words)))):
            return ""
        return "" if head in _TOLD_IN_PRESENT or group.progressive else PROGRAMME.format(verb=head)
    explicit = (_EXPLICIT if analysis.lead else _FULL).search(dated.timex.text) is not None
    caption = head in _TOLD_IN_PRESENT and explicit and not group.progressive
    return "" if caption else PROGRAMME.format(verb=head)


def _negated(analysis: Analysis, verb: int) -> bool:
    start = analysis.words[max(0, verb - 2)].start
    end = analysis.words[min(len(analysis.words), verb + 3) - 1].end
    around = analysis.text[start:end].lower()
    return any(words in around for words in _DENIES) and _NEGATION.search(analysis.text, start, end) is not None
