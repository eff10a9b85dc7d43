"""A sentence taken apart: its words, clauses, names and expressions of time, with their places in it.

The text of an analysis is mended (“Putinand” is “Putin and”), so it may differ from the article's; `raw` leads back.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from generator.extracting.clauses import Clause, Word, clauses, finite_verbs, words
from generator.extracting.mending import Mended, mended
from generator.extracting.names import ArticleNames, Name
from generator.extracting.reduced import without_reduced
from generator.extracting.sentences import Sentence
from generator.extracting.timex import Timex
from generator.extracting.verbs import base_forms

__all__ = ["Analysis", "Referents", "When", "analyse"]

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

_AFTER_DATELINE = "-—–:"
"""One of these is in every dateline."""


class When(NamedTuple):
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


@dataclass(frozen=True, slots=True)
class Referents:
    """Who is meant by words that name nobody.

    Attributes:
        person: Whom “he” or “she” stands for, or empty.
        pair: The two people whom “they” or “both” stands for, or none.
        body: The body or state that “it” stands for, or empty.
        roles: Offices, case-folded, each with the one person of the article who holds it: “chinese president”.
        owned: Nouns, each with the one person of the article whose it is: “trial”.
        shared: First and last names that several people of the article have.
    """

    person: str = ""
    pair: tuple[str, ...] = ()
    body: str = ""
    roles: Mapping[str, str] = field(default_factory=dict)
    owned: Mapping[str, str] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Analysis:
    """A sentence taken apart.

    Attributes:
        sentence: Where it stands in the article.
        text: Its text, mended.
        body: Where it begins after a dateline.
        words: Its words and marks.
        lowers: The same case-folded, by themselves: a stretch of them is compared with a table in one step.
        verbs: Indexes of its finite verbs.
        clauses: Its clauses.
        names: Its names, spans as in `text`.
        whens: Its expressions of time.
        lead: Whether it is among the article's first sentences.
        referents: Who is meant by “he”, “they”, “the president”.
    """

    sentence: Sentence
    text: str
    body: int
    words: tuple[Word, ...]
    lowers: tuple[str, ...]
    verbs: tuple[int, ...]
    clauses: tuple[Clause, ...]
    names: tuple[Name, ...]
    whens: tuple[When, ...]
    lead: bool
    referents: Referents
    mending: Mended = field(default_factory=lambda: Mended(""))

    @cached_property
    def clean(self) -> str:
        """The sentence with single spaces and without its dateline: what a summary says."""
        return " ".join(self.text[self.body :].split())

    def raw(self, offset: int) -> int:
        """The place, in the article's sentence, of an offset in `text`."""
        return self.mending.raw(offset)

    def clause_of(self, index: int) -> int:
        """The number of the clause that holds a word, or of the last before it."""
        for number in range(len(self.clauses) - 1, -1, -1):
            if self.clauses[number].first <= index:
                return number
        return 0

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
    sentence: Sentence,
    timexes: Sequence[Timex],
    names: ArticleNames,
    *,
    lead: bool = False,
    referents: Referents = Referents(),
) -> Analysis:
    """Take a sentence apart.

    Args:
        sentence: The sentence.
        timexes: The expressions of time within it, offsets those of the article.
        names: The names of the whole article.
        lead: Whether it is among the first sentences.
        referents: Who is meant by “he”, “they”, “the president”.
    """
    mending = mended(sentence.text, names.glued)
    text = mending.text

    def place(offset: int) -> int:
        offset -= sentence.start
        return mending.place(offset) if mending.starts else offset

    spans = [(place(timex.start), place(timex.end)) for timex in timexes]
    dateline = DATELINE.match(text) if any(mark in text for mark in _AFTER_DATELINE) else None
    body = dateline.end() if dateline else 0
    found = words(text)
    maybe = [index for index in finite_verbs(found) if found[index].start >= body and not _inside(found[index], spans)]
    verbs = without_reduced(found, maybe)
    starts, ends = [word.start for word in found], [word.end for word in found]
    verbs = verbs or ([] if text.rstrip(" ”\"’'").endswith(".") else _infinitive(found))
    return Analysis(
        sentence=sentence,
        text=text,
        body=body,
        words=tuple(found),
        lowers=tuple([word.lower for word in found]),
        verbs=tuple(verbs),
        clauses=tuple(clauses(found, verbs, spans, start=body)),
        names=_placed(names.within(sentence.start, sentence.end), place),
        whens=tuple(_when(timex, span, starts, ends) for timex, span in zip(timexes, spans, strict=True)),
        lead=lead,
        referents=referents,
        mending=mending,
    )


def _placed(found: list[Name], place: Callable[[int], int]) -> tuple[Name, ...]:
    """Names with their spans as in the analysis."""
    return tuple(
        Name(place(name.start), place(name.end), name.text, name.full, name.kind, place(name.titled)) for name in found
    )


def _inside(word: Word, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= word.start < end for start, end in spans)


def _infinitive(found: Sequence[Word]) -> list[int]:
    """The verb of a headline that has no finite one: “Leaders to meet in Oslo”."""
    return [
        index
        for index in range(1, len(found) - 1)
        if found[index].lower == "to" and found[index + 1].lower in base_forms() and found[index + 1].text[0].islower()
    ][:1]


def _when(timex: Timex, span: tuple[int, int], starts: Sequence[int], ends: Sequence[int]) -> When:
    """An expression of time among the words of its sentence, of which it may have but a part."""
    first, last = bisect.bisect_right(ends, span[0]), bisect.bisect_left(starts, span[1])
    return When(timex, *span, first, last) if first < last else When(timex, *span, 0, 0)
