"""Participles that look like finite verbs: “the treaty signed in 2019 was void”.

English writes the simple past and the participle of most verbs alike. What stands around them tells: a clause has one
finite verb, unless a conjunction or a verb of saying lets in another.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.extracting.clauses import CONJUNCTIONS, JOINERS, OPENERS, PREPOSITIONS, PRONOUNS, Word
from generator.extracting.tables import table
from generator.extracting.verbs import AUXILIARIES, REPORTING, past_forms

__all__ = ["is_participle_like", "without_reduced"]

_TAKES_CLAUSE = REPORTING | table("""
    knew knows know felt feel feels found finds find ensured meant means mean saw sees see heard hears hear learned
    learnt shows showed show feared fears fear agreed agrees realised realized understood understands proved proves
    wished hope hopes decided vowed pledged promised
    """)
"""Verbs after which a clause may stand without “that”."""
_TIMES = table("""
    last yesterday today this next earlier later monday tuesday wednesday thursday friday saturday sunday
    """)
_LONGEST_TAIL = 6
"""Words that “…, said the mayor of the town” may have: such a verb does not take the subject up again."""
_MARKS = frozenset({",", ";", ":", "–", "—", "--", "(", ")", "“", "”", '"'})
_JOINS = CONJUNCTIONS | JOINERS | OPENERS | {"that", "than", "what", "how", "whether"} | _MARKS


def is_participle_like(word: str) -> bool:
    """Whether a form may be a past participle."""
    return (word.endswith("ed") and len(word) > 4) or word in past_forms()


def without_reduced(words: Sequence[Word], verbs: Sequence[int]) -> list[int]:
    """Leave out what is no finite verb but a participle behind its noun.

    Args:
        words: The words of a sentence.
        verbs: The indexes of what may be its finite verbs.
    """
    kept = [verb for verb in verbs if not _continues(words, verb)]
    for verb in tuple(kept):
        if words[verb].lower in AUXILIARIES or not is_participle_like(words[verb].lower):
            continue
        place = kept.index(verb)
        before, after = kept[place - 1] if place else None, kept[place + 1] if place + 1 < len(kept) else None
        if (
            _yields_to_next(words, verb, after)
            or _follows_object(words, before, verb)
            or _opens_phrase(words, verb, after)
        ):
            kept.remove(verb)
    return kept


def _continues(words: Sequence[Word], verb: int) -> bool:
    """Whether an auxiliary belongs to the one before it: “might have”, “will not have”."""
    if verb == 0 or words[verb].lower not in {"have", "has", "had", "do"}:
        return False
    before = words[verb - 1].lower
    before = words[verb - 2].lower if verb > 1 and (before == "not" or before.endswith("ly")) else before
    return before in AUXILIARIES


def _led_on(words: Sequence[Word], verb: int) -> bool:
    """Whether a preposition or a date follows, and no object."""
    following = words[verb + 1].lower if verb + 1 < len(words) else ""
    return following in PREPOSITIONS or following in _TIMES or following[:1].isdigit()


def _joined(words: Sequence[Word], first: int, last: int) -> bool:
    return any(word.lower in _JOINS for word in words[first + 1 : last])


def _yields_to_next(words: Sequence[Word], verb: int, after: int | None) -> bool:
    """“The treaty signed in 2019 was void”, “the man they arrested was freed”."""
    if after is None or words[verb].lower in _TAKES_CLAUSE:
        return False
    resumed = words[after - 1].lower == "," and not any(words[i].lower in CONJUNCTIONS for i in range(verb, after))
    if resumed and _led_on(words, verb) and len(words) - after > _LONGEST_TAIL:
        return True
    if _joined(words, verb, after):
        return False
    return _led_on(words, verb) or (after == verb + 1 and words[after].lower in AUXILIARIES)


def _follows_object(words: Sequence[Word], before: int | None, verb: int) -> bool:
    """“They discussed the plan approved in May”."""
    if before is None or words[before].lower in _TAKES_CLAUSE or _joined(words, before, verb):
        return False
    noun = words[verb - 1]
    return verb - before > 1 and _led_on(words, verb) and noun.lower not in PRONOUNS and not noun.lower.endswith("ly")


def _opens_phrase(words: Sequence[Word], verb: int, after: int | None) -> bool:
    """“In a statement issued on Friday, Lee said”."""
    if after is None or not _led_on(words, verb) or words[verb].lower in REPORTING:
        return False
    begin = verb
    while begin > 0 and words[begin - 1].lower not in _MARKS:
        begin -= 1
    comma = next((i for i in range(verb, after) if words[i].lower == ","), None)
    noun = words[verb - 1] if verb else words[verb]
    phrase = words[begin].lower in PREPOSITIONS and noun.text[0].islower() and noun.lower not in PRONOUNS
    return phrase and comma is not None and words[comma + 1].lower not in _JOINS
