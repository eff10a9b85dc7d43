"""A sentence taken apart: its words, clauses, names and expressions of time, with their places in it.

What a page glued together (“Putinand”) is taken apart here, so the text of an analysis may hold a few spaces that the
article's does not; `raw` leads back.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.extracting.clauses import Clause, Word, clauses, finite_verbs, words
from generator.extracting.names import ArticleNames, Name
from generator.extracting.sentences import Sentence
from generator.extracting.timex import Timex
from generator.extracting.verbs import base_forms

__all__ = ["Analysis", "When", "analyse"]

_CAPITALS = r"[A-Z][A-Z.’'-]+(?:[ ][A-Z][A-Z.’'-]+){0,3}"
_CAPITALISED = r"[A-Z][\w.’'-]+(?:[ ][A-Z][\w.’'-]+){0,2}"
_REGION = r"(?:,[ ][\w. ]{2,25})?"
_AGENCY = r"\([^)]{2,30}\)"
DATELINE = re.compile(
    rf"""
    {_CAPITALS} {_REGION} [ ]? (?:{_AGENCY})? [ ]? (?: --|[—–-] ) [ ]*
    | {_CAPITALISED} {_REGION} [ ] {_AGENCY} [ ]? (?: --|[—–:-] ) [ ]*
    | {_CAPITALISED} : [ ] (?= [A-Z] )
    | \([A-Z][A-Za-z ]{{1,20}}\) [ ]? (?: --|[—–-] ) [ ]*
    """,
    re.VERBOSE,
)
"""“BEIJING (AP) -- ”, “New Delhi: ”: where a report was filed, before its first sentence."""


@dataclass(frozen=True, slots=True)
class When:
    """An expression of time in its sentence.

    Attributes:
        timex: The expression as the tagger found it, its offsets those of the article.
        start, end: Its span in the text of the analysis.
        first, last: Its words, `last` excluded.
    """

    timex: Timex
    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True)
class Analysis:
    """A sentence taken apart.

    Attributes:
        sentence: Where it stands in the article.
        text: Its text, glued words taken apart.
        body: Where it begins after a dateline.
        words: Its words and marks.
        verbs: Indexes of its finite verbs.
        clauses: Its clauses.
        names: Its names, spans as in `text`.
        whens: Its expressions of time.
        lead: Whether it is among the article's first sentences.
        subject: The person whom the sentence before was about, for “he”; or empty.
    """

    sentence: Sentence
    text: str
    body: int
    words: tuple[Word, ...]
    verbs: tuple[int, ...]
    clauses: tuple[Clause, ...]
    names: tuple[Name, ...]
    whens: tuple[When, ...]
    lead: bool
    subject: str
    insertions: tuple[int, ...] = ()

    @cached_property
    def clean(self) -> str:
        """The sentence with single spaces and without its dateline: what a summary says."""
        return " ".join(self.text[self.body :].split())

    def raw(self, offset: int) -> int:
        """The place, in the article's sentence, of an offset in `text`."""
        return offset - bisect.bisect_left(self.insertions, offset)

    def clause_of(self, index: int) -> int:
        """The number of the clause that holds a word, or of the last before it."""
        holding = [number for number, clause in enumerate(self.clauses) if clause.first <= index]
        return holding[-1] if holding else 0

    def between(self, first: int, last: int) -> str:
        """The text from one word to another, the last one excluded."""
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""

    def names_between(self, first: int, last: int) -> list[Name]:
        """The names from one word to another, the last one excluded."""
        if first >= last:
            return []
        start, end = self.words[first].start, self.words[last - 1].end
        return [name for name in self.names if start <= name.start and name.end <= end]


def analyse(
    sentence: Sentence, timexes: Sequence[Timex], names: ArticleNames, *, lead: bool = False, subject: str = ""
) -> Analysis:
    """Take a sentence apart.

    Args:
        sentence: The sentence.
        timexes: The expressions of time within it, offsets those of the article.
        names: The names of the whole article.
        lead: Whether it is among the first sentences.
        subject: The person whom the sentence before was about, or empty.
    """
    text, insertions = _unglued(sentence.text, names.glued)

    def place(offset: int) -> int:
        inside = offset - sentence.start
        return inside + bisect.bisect_left(insertions, inside)

    shifted = tuple(position + number for number, position in enumerate(insertions))
    spans = [(place(timex.start), place(timex.end)) for timex in timexes]
    dateline = DATELINE.match(text)
    body = dateline.end() if dateline else 0
    found = words(text)
    verbs = [index for index in finite_verbs(found) if found[index].start >= body and not _inside(found[index], spans)]
    verbs = verbs or _infinitive(found)
    return Analysis(
        sentence=sentence,
        text=text,
        body=body,
        words=tuple(found),
        verbs=tuple(verbs),
        clauses=tuple(clauses(found, verbs, spans, start=body)),
        names=_placed(names.within(sentence.start, sentence.end), place),
        whens=tuple(_when(timex, span, found) for timex, span in zip(timexes, spans, strict=True)),
        lead=lead,
        subject=subject,
        insertions=shifted,
    )


def _placed(found: list[Name], place: Callable[[int], int]) -> tuple[Name, ...]:
    """Names with their spans as in the analysis."""
    return tuple(
        Name(place(name.start), place(name.end), name.text, name.full, name.kind, place(name.titled)) for name in found
    )


def _unglued(text: str, glued: dict[str, str]) -> tuple[str, list[int]]:
    """A text with glued words taken apart, and where, in the text as it was, a space was put in."""
    insertions = (
        [match.start() + len(glued[match[0]].split()[0]) for match in re.finditer(r"\w+", text) if match[0] in glued]
        if glued
        else []
    )
    for position in reversed(insertions):
        text = f"{text[:position]} {text[position:]}"
    return text, insertions


def _inside(word: Word, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in spans)


def _infinitive(found: Sequence[Word]) -> list[int]:
    """The verb of a headline that has no finite one: “Leaders to meet in Oslo”."""
    return [
        index
        for index in range(1, len(found) - 1)
        if found[index].lower == "to" and found[index + 1].lower in base_forms() and found[index + 1].text[0].islower()
    ][:1]


def _when(timex: Timex, span: tuple[int, int], found: Sequence[Word]) -> When:
    inside = [index for index, word in enumerate(found) if word.start < span[1] and word.end > span[0]]
    first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
    return When(timex, span[0], span[1], first, last)
