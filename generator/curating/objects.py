"""What a headline says that something was done to: what tells sanctions on Iran from sanctions on Russia.

Only names count: of “talks on grain” and “talks on the harvest” nobody can say whether they are two. Where something
was done is no object either, as one report names the town and another the country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.curating.words import STOP_WORDS

__all__ = ["Objects", "are_others", "objects_of"]

Objects = frozenset[tuple[str, frozenset[str]]]
"""Each object: the word that it belongs to (“sanctions”, “condemned”), and the words of its name, in small letters."""

_NAME = r"(?P<name>[A-ZÀ-ÞА-ЯЁ][\w’'-]*(?: [A-ZÀ-ÞА-ЯЁ][\w’'-]*)*)(?: (?P<after>[^\W\d_]+))?"
_THE = r"(?:(?:the|a|an|its|his|her|their) )?"
_AFTER_PREPOSITION = re.compile(rf"\b(?P<head>[^\W\d_]+) (?P<how>on|upon|against|with|from|for) {_THE}{_NAME}")
_AFTER_VERB = re.compile(rf"\b(?P<head>[a-zß-ÿ]+) {_THE}{_NAME}")
_OF_THINGS = frozenset({"on", "upon", "against"})
"""After these a name may stand before what is meant: “tariffs on Chinese cars”; after others it may be an office."""

_GONE_TO = frozenset(
    {
        *("visit", "visits", "visited", "visiting", "reach", "reaches", "reached"),
        *("leave", "leaves", "left", "enter", "enters", "entered"),
    }
)
"""Verbs whose object is a place."""

MOST_NAMES = 0.6
"""Of a headline in which a larger share of the words begins with a capital, nobody can say what is a name."""

SAME_LETTERS = 4
"""A name and what is made of it begin alike: “China” and “Chinese”, and not “Iran” and “Iraq”."""


def objects_of(title: str) -> Objects:
    """Find what a headline says that something was done to.

    Args:
        title: The headline.
    """
    words = title.split()
    if sum(word[:1].isupper() for word in words) > MOST_NAMES * len(words):
        return frozenset()
    return frozenset(_found(title))


def are_others(ours: Objects, theirs: Objects, our_words: Iterable[str], their_words: Iterable[str]) -> bool:
    """Whether the same was done to others: neither account has a word of the other's object.

    Args:
        ours: The objects of a headline.
        theirs: Those of another one.
        our_words: All words of the account that has the first headline, in small letters.
        their_words: All words of the other account.
    """
    return any(
        head == their_head and not _is_in(name, their_words) and not _is_in(their_name, our_words)
        for head, name in ours
        for their_head, their_name in theirs
    )


def _found(title: str) -> Iterator[tuple[str, frozenset[str]]]:
    for match in _AFTER_PREPOSITION.finditer(title):
        head = match["head"].casefold()
        if head not in STOP_WORDS and (match["how"] in _OF_THINGS or not _is_noun(match["after"])):
            yield head, _words(match["name"])
    for match in _AFTER_VERB.finditer(title):
        head = match["head"]
        if head not in STOP_WORDS and head not in _GONE_TO and not _is_noun(match["after"]):
            yield head, _words(match["name"])


def _is_noun(word: str | None) -> bool:
    return word is not None and word.casefold() not in STOP_WORDS


def _words(name: str) -> frozenset[str]:
    return frozenset(re.sub(r"['’]s?$", "", word) for word in name.casefold().split())


def _is_in(name: frozenset[str], words: Iterable[str]) -> bool:
    return any(_akin(word, other) for other in words for word in name)


def _akin(one: str, other: str) -> bool:
    if one == other:
        return True
    least = max(SAME_LETTERS, min(len(one), len(other)) - 2)
    return one[:least] == other[:least] and min(len(one), len(other)) >= least
