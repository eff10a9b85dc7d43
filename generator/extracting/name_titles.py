"""Titles of people: where “Russian President” before a name begins, and which words are titles and no names."""

from __future__ import annotations

import functools
import re
from typing import Literal

from generator.extracting.gazetteer import is_demonym, is_place
from generator.extracting.name_kinds import KNOWN
from generator.extracting.name_words import ORG_NOUNS, TITLE_QUALIFIERS, TITLES, ZONES
from generator.extracting.sentence_ends import STARTERS

__all__ = ["after_titles", "role_of", "titles_before"]

_LAST_WORD = re.compile(r"[\w’'-]+$")
_LONGEST_WORD = 30


@functools.lru_cache(maxsize=KNOWN)
def after_titles(words: tuple[str, ...], first: int) -> tuple[int, bool]:
    """Where the name begins after “Russian President”, and whether a title stood there."""
    titles = [index for index in range(first, len(words)) if words[index].casefold().rstrip(".") in TITLES]
    if titles and not ORG_NOUNS.intersection(words[titles[-1] + 1 :]):
        return titles[-1] + 1, True
    begin = first
    while begin < len(words) and is_demonym(words[begin]) and not ORG_NOUNS.intersection(words[begin + 1 : begin + 2]):
        begin += 1
    return begin, False


@functools.lru_cache(maxsize=KNOWN)
def role_of(word: str) -> Literal["name", "title", ""]:
    """What one capitalised word is by itself; empty for an article, a zone, “President” and “Russian”."""
    title = word.casefold() in TITLES
    if word == "The" or word in ZONES or ((title or is_demonym(word)) and not is_place(word)):
        return ""
    return "title" if title else "name"


def titles_before(text: str, floor: int, start: int) -> tuple[int, bool]:
    """Where “Kremlin spokesman”, “his Chinese counterpart” before a name begin, and whether a title is among them."""
    last = text[text.rfind(" ", floor, start - 1) + 1 : start - 1] if text[start - 1 : start] == " " else ""
    if last.isalpha() and last.casefold() not in TITLES:
        return start, False
    begin, pending, has_title = start, start, False
    while found := _word_before(text, floor, pending):
        word, pending = found
        if word.casefold() in TITLES:
            has_title, begin = True, pending
        elif has_title and _qualifies_title(word):
            begin = pending
        elif not (has_title and word == "and" and pending > floor):
            break
    return (begin, True) if has_title else (start, False)


def _word_before(text: str, floor: int, end: int) -> tuple[str, int] | None:
    """The word, without its full stop, that ends with white space before a place; with where it begins."""
    window = text[max(floor, end - _LONGEST_WORD) : end]
    bare = window.rstrip()
    if not bare or len(bare) == len(window):
        return None
    last = bare.removesuffix(".").rsplit(maxsplit=1)[-1:]
    match = _LAST_WORD.search(last[0]) if last else None
    if match is None:
        return None
    return match[0], end - len(window) + len(bare.removesuffix(".")) - len(match[0])


def _qualifies_title(word: str) -> bool:
    """Whether a word belongs to the title after it: “his”, “top”, “Chinese”, “Apple”, “China’s”."""
    named = word[0].isupper() and word.casefold() not in STARTERS
    return named or word.casefold() in TITLE_QUALIFIERS or word.endswith(("’s", "'s"))
