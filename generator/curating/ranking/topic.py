"""The topic of a collection: how much an article or a sentence is about what most of the collection is about.

Collections are gathered by search, and search brings programme listings, digests of the day and namesakes along. What
they say of a day must not outweigh what the collection is about.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from generator.curating.ranking.report import Report
from generator.curating.ranking.terms import terms

__all__ = ["Topic"]

_RARE = 3.0
"""Added to every inverse document frequency: in a sentence a rare word counts more than a common one, but not much
more, or the longest name in it would decide."""

_LEAST = 0.05
"""What a sentence counts that has no word of the topic: it may still say “the doctor” or “the spill” in other words."""

_UNASKED = 0.25
"""What a sentence counts that has no word of the query, in an article that has: it may be said of “him” or “it”."""


class Topic:
    """What a collection is about: the words of its articles, and how many articles have each.

    Where there is a query, it is what the articles are about that answer it.

    Args:
        reports: The reports of the collection, gone through once.
        query: Words that are asked for, or empty.
    """

    def __init__(self, reports: Iterable[Report], query: str = "") -> None:
        self.articles = 0
        self.reprinted: set[str] = set()
        self.query = frozenset(terms(query))
        holders: Counter[str] = Counter()
        answering: Counter[str] = Counter()
        for each in reports:
            self.articles += 1
            holders.update(each.words)
            if each.original:
                self.reprinted.add(each.original)
            if self.query.intersection(each.words):
                answering.update(each.words)
        self._holders = holders
        about = answering or holders
        most = max(about.values(), default=1)
        self._share = {word: count / most for word, count in about.items()}
        total = sum(self._share.values())
        self._usual = sum(share * share for share in self._share.values()) / total if total else 1.0
        self._asked = sum(self.rarity(word) for word in self.query)

    def rarity(self, word: str) -> float:
        """The inverse document frequency of a word (Spärck Jones, 1972), softened: from about 3 upwards."""
        return max(0.0, math.log((self.articles + 1) / (self._holders[word] + 0.5))) + _RARE

    def of_article(self, report: Report) -> float:
        """How much an article is about the topic, 0 to 1: 1 for what is usual in the collection, or more."""
        words = report.words
        if not words:
            return 1.0
        near = sum(self._share.get(word, 0.0) for word in words) / len(words) / self._usual
        if not self.query:
            return min(1.0, near)
        said = set(words).union(*(told.terms for told in report.told))
        return min(1.0, near) * self._answers(said)

    def of_sentence(self, words: Iterable[str]) -> float:
        """How much a sentence is about the topic, 0 to 1: 1 where it has a word that all articles have, or several."""
        said = set(words)
        near = max(_LEAST, min(1.0, sum(self._share.get(word, 0.0) for word in said)))
        return near * (_UNASKED + (1 - _UNASKED) * self._answers(said)) if self.query else near

    def _answers(self, words: set[str]) -> float:
        """The share of the query that some words answer, each word of it weighed by its rarity."""
        return sum(self.rarity(word) for word in self.query & words) / self._asked
