"""Nouns that tell an event, and the verb that says the same: “Berg’s death in May” → “Berg died”."""

from __future__ import annotations

import re

from generator.extracting.tables import table

__all__ = ["DEVERBAL", "EVENT_NOUNS", "verbal"]

EVENT_NOUNS = table(
    """
    meeting meetings summit summits talks call calls visit visits trip election elections vote referendum attack attacks
    strike strikes conference forum ceremony hearing trial session protest protests rally march debate launch
    negotiations invasion assault raid bombing shooting earthquake storm flood crash explosion inauguration funeral
    wedding concert final match game tournament festival exhibition parade exercise exercises drills congress ballot
    conversation conversations discussions outbreak verdict autopsy premiere tour auction strike coup massacre
    """
)
"""Nouns that name something happening."""

_DEVERBAL = {
    "death": "died",
    "birth": "was born",
    "arrest": "was arrested",
    "resignation": "resigned",
    "assassination": "was assassinated",
    "murder": "was murdered",
    "killing": "was killed",
    "release": "was released",
    "conviction": "was convicted",
    "acquittal": "was acquitted",
    "retirement": "retired",
    "departure": "left",
    "arrival": "arrived",
    "election": "was elected",
    "re-election": "was re-elected",
    "appointment": "was appointed",
    "dismissal": "was dismissed",
    "collapse": "collapsed",
    "execution": "was executed",
    "disappearance": "disappeared",
}
"""The noun, and the verb in the past: “the collapse of the bridge” → “the bridge collapsed”."""

DEVERBAL = frozenset(_DEVERBAL)

_AMBIGUOUS = table("release election birth")
"""Nouns whose owner may be he who acts: “the band’s release of an album”."""
_OWNED = re.compile(
    r"(?P<who>(?:[A-Z][\w.’'-]*\s+){0,3}[A-Z][\w.-]*)[’']s?\s+(?P<what>"
    + "|".join(sorted(_DEVERBAL, key=len, reverse=True))
    + r")$"
)
_OF = re.compile(
    r"\b(?P<what>"
    + "|".join(sorted(_DEVERBAL, key=len, reverse=True))
    + r")\s+of\s+(?P<who>(?:(?:the|a|an|his|her|their)\s+)?(?:[\w’'-]+\s+){0,4}?[\w’'-]+)$"
)


def verbal(text: str) -> str:
    """What words that end with an owned noun say with a verb: “the death of Anna Berg” → “Anna Berg died”.

    Args:
        text: The words just before the date and its preposition.

    Returns:
        A clause, or empty where the words do not end so.
    """
    owned = _OWNED.search(text)
    if owned and owned["what"] not in _AMBIGUOUS:
        return f"{owned['who']} {_DEVERBAL[owned['what']]}"
    of = _OF.search(text)
    if of and of["who"].split()[-1][0].isupper():
        return f"{of['who']} {_DEVERBAL[of['what']]}"
    return ""
