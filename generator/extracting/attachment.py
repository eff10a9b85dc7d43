"""Which words a date hangs on, where that is not the verb: a participle, a noun, a possessor.

“He praised the treaty signed in 2019”, “she returned after the fire on Monday”, “Friday’s edition”: the clause tells
something else than the date.
"""

from __future__ import annotations

from generator.extracting.analysis import Analysis, When
from generator.extracting.clauses import DETERMINERS, PREPOSITIONS
from generator.extracting.nominals import DEVERBAL, EVENT_NOUNS
from generator.extracting.reduced import is_participle_like
from generator.extracting.tables import table
from generator.extracting.verb_group import VerbGroup

__all__ = ["hangs_on"]

_LEAD_INS = table("on in at during early late by from of the back around about sometime only since for over , ( just")
_BETWEEN = table(
    "after before following until despite about over from since of than like concerning regarding behind for"
)
"""Prepositions that lead to another happening than the one of the verb; not “at a meeting on Friday”."""
_CAUSES = table("caused led meant brought")
_CRIMES = table("manslaughter murder murders killing killings death attack attacks shooting")
_OF_CRIMES = table("pleaded pleads denied denies charged accused convicted admitted tried sentenced faces faced")
_AHEAD = table("expected due scheduled invited planned set")
_AFTER_AUXILIARY = table("is are was were be been being has have had not also then later first")
_NOT_REDUCED = table("left set put cut aged based")
_AT = table("at in during")
_ALWAYS = table("after before following until despite since than like")
_POST_NOMINAL = (
    PREPOSITIONS | DETERMINERS | {"and", "or", "but", "to", ",", ".", "who", "which", "that", "when", "where"}
)
_ADVERBIAL = table("morning afternoon evening night ago later earlier alone itself")
_NOT_OF_NOUN = _POST_NOMINAL | _ADVERBIAL
_NOT_BEFORE_PARTICIPLE = _POST_NOMINAL | _AFTER_AUXILIARY
_BEFORE_NOUN = DETERMINERS - {"that"}


def hangs_on(analysis: Analysis, when: When, group: VerbGroup) -> str:
    """The words that a date belongs to instead of its clause's verb; empty where it is the verb.

    Args:
        analysis: The sentence.
        when: The expression.
        group: The verb of its clause, with its auxiliaries.
    """
    return _possessed(analysis, when) or _described(analysis, when, group) or _before(analysis, when, group)


def _possessed(analysis: Analysis, when: When) -> str:
    """“Friday’s edition”, “last week’s radio show”."""
    tail = analysis.text[when.end : when.end + 2]
    owner = tail in {"’s", "'s"} or when.timex.text.endswith(("’s", "'s"))
    plural = when.timex.text.endswith("s") and tail[:1] in {"’", "'"}
    return f"{when.timex.text}’s" if owner or plural else ""


def _described(analysis: Analysis, when: When, group: VerbGroup) -> str:
    """“his March visit”, “the 2019 treaty”, “a Friday night show”: the date stands within a noun's own words."""
    words = analysis.words
    if not when.first or when.last >= len(words) or when.last in range(group.first, group.last):
        return ""
    before, after = words[when.first - 1].lower, words[when.last]
    inside = before in _BEFORE_NOUN or before.endswith(("’s", "'s"))
    meeting = not EVENT_NOUNS.isdisjoint(analysis.lowers[when.last : when.last + 3])
    if meeting and when.first > 1 and words[when.first - 2].lower in _AT:
        return ""
    noun = after.text[0].isalpha() and after.lower not in _NOT_OF_NOUN and when.last not in analysis.verbs
    return after.text if inside and noun and not when.timex.text.lower().startswith(("the ", "this ", "last ")) else ""


def _before(analysis: Analysis, when: When, group: VerbGroup) -> str:
    """“the treaty signed in 2019”, “after the fire on Monday”, “the death of Berg in May”."""
    words = analysis.words
    index = when.first - 1
    while index > group.head and words[index].lower in _LEAD_INS and when.first - index <= 4:
        index -= 1
    if index < 0 or group.first <= index < group.last:
        return ""
    word = words[index].lower
    if word in DEVERBAL and words[group.head].lower not in _CAUSES:
        return words[index].text
    participle = (is_participle_like(word) or word == "born") and words[index].text[0].islower()
    coordinated = words[index - 1].lower in {"and", "or", ",", "but"} or words[index - 1].lower.endswith("ly")
    if participle and index not in analysis.verbs and index > group.head and not coordinated:
        return words[index].text
    reduced = [i for i in range(group.head + 2, when.first - 1) if _is_reduced(analysis, i)]
    if reduced:
        return words[reduced[-1]].text
    crime = next((i for i in range(group.head + 1, when.first) if words[i].lower in _CRIMES), None)
    if crime is not None and words[group.head].lower in _OF_CRIMES:
        return words[crime].text
    return _another(analysis, range(group.head + 1, when.first))


def _is_reduced(analysis: Analysis, index: int) -> bool:
    """Whether a word is a participle behind its noun: “a query sent in by Lind in May”."""
    words = analysis.words
    before, after = words[index - 1], words[index + 1].lower
    plain = (
        index not in analysis.verbs
        and words[index].text[0].islower()
        and is_participle_like(words[index].lower)
        and words[index].lower not in _NOT_REDUCED
    )
    return plain and after in PREPOSITIONS and before.text[0].isalpha() and before.lower not in _NOT_BEFORE_PARTICIPLE


def _another(analysis: Analysis, reach: range) -> str:
    """Another happening that stands between the verb and the date: “after the birth of his son”."""
    words = analysis.words
    for lead in reversed(reach):
        word = words[lead].lower
        if word in {",", ";"} or lead in analysis.verbs:
            return ""
        if word == "with" and any(
            words[i].text.islower() and words[i].lower.endswith("ing") for i in range(lead + 1, reach.stop)
        ):
            return words[lead].text
        if word == "for" and words[reach.start - 1].lower in _AHEAD:
            return ""
        if word in _BETWEEN:
            nouns = [
                i for i in range(lead + 1, reach.stop) if words[i].lower in EVENT_NOUNS or words[i].lower in DEVERBAL
            ]
            if word in _ALWAYS and reach.stop - lead > 3:
                return analysis.between(lead, reach.stop - 1) or words[lead].text
            if nouns:
                return words[nouns[0]].text
    return ""
