"""What the words of a name tell by themselves, whatever article they stand in; looked up once for each name.

News repeats its names: what one article had to work out, the next finds worked out.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from generator.extracting.gazetteer import is_demonym, is_place
from generator.extracting.name_words import CALENDAR, KNOWN_BODIES, NOT_ACRONYMS, NOT_IN_PERSONS, ORG_NOUNS

__all__ = ["KNOWN", "Kind", "Told", "told_by"]

Kind = Literal["person", "body", "place", "other"]

KNOWN = 8192
"""How many names are remembered: those of a few hundred articles, in 3 MB."""

_ACRONYM = re.compile(r"[A-Z][A-Z&-]{1,5}s?")


class Told(NamedTuple):
    """What the words of a name tell.

    Attributes:
        words: The words.
        calendar: Whether they are of the calendar, so that only a title before them makes them a name.
        kind: `place` or `body` where the words say so, or empty.
        personal: Whether none of them keeps the name from being a person's.
    """

    words: Sequence[str]
    calendar: bool
    kind: Literal["place", "body", ""]
    personal: bool


@functools.lru_cache(maxsize=KNOWN)
def told_by(text: str) -> Told:
    """What the words of a name tell.

    Args:
        text: The name, its words with single spaces.
    """
    words = text.split()
    kind: Literal["place", "body", ""] = "place" if is_place(text) else "body" if _is_body(text, words) else ""
    personal = not any(word in NOT_IN_PERSONS or word in ORG_NOUNS or is_demonym(word) for word in words)
    return Told(words, _is_calendar(words), kind, personal)


def _is_body(text: str, words: Sequence[str]) -> bool:
    return text in KNOWN_BODIES or words[-1] in ORG_NOUNS or _is_acronym(text)


def _is_calendar(words: Sequence[str]) -> bool:
    """Whether capitalised words are of the calendar: “March”, but not the first name in “Jan Peeters”."""
    if len(words) == 1:
        return words[0].casefold() in CALENDAR
    later = any(word.casefold() in CALENDAR for word in words[1:])
    return later or (words[0].casefold() in CALENDAR and len(words[0]) > 3)


def _is_acronym(text: str) -> bool:
    """Whether capitals such as `NATO` are a body's."""
    return _ACRONYM.fullmatch(text) is not None and text not in NOT_ACRONYMS
