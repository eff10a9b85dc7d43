"""The sentences from which a day's summary is chosen: for each of a few days its best, whatever their number."""

from __future__ import annotations

import heapq
import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.curating.ranking.days import CHRONOLOGY
from generator.curating.ranking.report import PAST, Report, Told
from generator.curating.ranking.topic import Topic
from generator.curating.ranking.weights import Weights

__all__ = ["Pool", "Saying", "collect"]

MOST_SAYINGS = 200
"""Sentences kept for a day: enough to know what most of them say."""


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence that may tell what happened on a day.

    Attributes:
        told: The sentence.
        weight: How much it counts.
        origin, article: Where its article was read, and the headline of that.
    """

    told: Told
    weight: float
    origin: str
    article: str


class Pool:
    """The sentences of one day that count most, in no order, each text once."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, Saying]] = []
        self._texts: set[str] = set()

    def __iter__(self) -> Iterator[Saying]:
        """The sentences, those that count most first; the order in which they came does not matter."""
        return (saying for _, _, saying in sorted(self._heap, key=lambda entry: entry[:2], reverse=True))

    def add(self, saying: Saying) -> None:
        """Keep a sentence, where it counts more than one that is kept."""
        text = saying.told.sentence
        entry = (saying.weight, zlib.crc32(f"{saying.origin}\n{text}".encode()), saying)
        if text in self._texts:
            self._replace(entry)
        elif len(self._heap) < MOST_SAYINGS:
            heapq.heappush(self._heap, entry)
            self._texts.add(text)
        elif entry[:2] > self._heap[0][:2]:
            self._texts.discard(heapq.heapreplace(self._heap, entry)[2].told.sentence)
            self._texts.add(text)

    def _replace(self, entry: tuple[float, int, Saying]) -> None:
        """Keep the better one of two with the same text."""
        text = entry[2].told.sentence
        place = next(number for number, (_, _, saying) in enumerate(self._heap) if saying.told.sentence == text)
        if entry[:2] > self._heap[place][:2]:
            self._heap[place] = entry
            heapq.heapify(self._heap)


def collect(reports: Iterable[Report], days: Collection[int], topic: Topic, weights: Weights) -> dict[int, Pool]:
    """Collect the sentences that may tell what happened on some days.

    Args:
        reports: The reports, gone through once.
        days: The days.
        topic: What the collection is about.
        weights: What counts how much.

    Returns:
        For each day the sentences that name it, and the first ones of articles that were published on it or the day
        after.
    """
    pools = {day: Pool() for day in days}
    for each in reports:
        named = [(told, day) for told in each.told for day in _days(told) if day in pools]
        relevance = topic.of_article(each) if named else 0.0
        for told, day in named:
            weight = relevance * _weight(told, each, weights)
            if weight:
                pools[day].add(Saying(told, weight, each.origin, each.title))
    return pools


def _days(told: Told) -> range:
    """The days that a sentence may tell of; a lead those of its publication and the day before."""
    return range(told.first - (told.basis == "lead"), told.last + 1)


def _weight(told: Told, report: Report, weights: Weights) -> float:
    weight = weights.candidate if told.mention else 1.0
    if report.published is None or told.basis == "lead":
        return weight
    gap = report.published - told.first
    if gap < 0:
        return weight * weights.foretold
    return weight * (weights.chronicled if gap >= PAST and report.chronicle >= CHRONOLOGY[0] else 1.0)
