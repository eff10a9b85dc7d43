"""Terms: the words of a text that say what it is about, alike in their endings.

A timeline compares thousands of sentences with one another, so this is all that is done to a word: small letters, no
word that stands in every text, none of its commonest endings.
"""

from __future__ import annotations

import functools
import re

from generator.curating.words import STOP_WORDS
from generator.extracting.tables import table

__all__ = ["EVERYWHERE", "terms"]

_WORD = re.compile(r"[^\W\d_][^\W_]+(?:['’-][^\W\d_]+)*|\d+(?:[.,:]\d+)*")

EVERYWHERE = STOP_WORDS | table(
    """
    according again against all almost already although always am another any anybody anyone anything around away
    back because became become before began being below best better between beyond both came come comes could day
    days did didn didn't doesn't don don't done down each early either else even ever every everybody everyone
    everything far few first five former found four further gave get gets getting give given gives giving go goes
    going gone got half hasn't having here however i i'm inside instead isn't it's itself just keep kept know known
    last late later least less let like little ll long look lot many me might mine most much must my myself never
    nine no nor nothing now off often once one only onto other others our ours ourselves own part perhaps per put
    quite rather re really same saw see seem seemed seems seen several shall should since six some somebody someone
    something soon still such take taken than thanks that's themselves then there's these thing things think third
    those though thought three through thus time times together too took towards toward try turn turned two under
    unless until up upon us used using ve very want wanted wasn't way ways well went weren't whatever whether whole
    whom whose why within without won't wouldn't years yet your yours lrb rrb
    """
)
"""Grammar, and what news says whatever it is about."""

_ENDINGS = ("ing", "ed", "es", "s")
_SHORTEST_STEM = 4


def terms(text: str) -> list[str]:
    """The words of a text that say what it is about.

    Args:
        text: Any text.

    Returns:
        Its words in their order, as often as they stand there, in small letters, without their endings.
    """
    return [_stem(word) for word in _WORD.findall(text.casefold()) if word not in EVERYWHERE]


@functools.lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    bare = word.removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST_STEM:
            return bare.removesuffix(ending)
    return bare
