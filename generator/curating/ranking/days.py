"""Which days matter: what the articles of a collection show for each day that they tell of.

The score of a day is the sum of two logarithms: of how many articles tell of it, and of how many later days of
publication come back to it. What is repeated the day after is news; what is still told after weeks has mattered. To
that comes what a chronology adds, whose author chose its days for the purpose that we choose ours.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.curating.ranking.report import Report, Told
from generator.curating.ranking.topic import Topic
from generator.curating.ranking.weights import Weights

__all__ = ["EVER", "Evidence", "Gathered", "Window", "gather"]

MOST_VOICES = 64
"""Independent sources that are told apart for a day; beyond that there are simply many."""

CHRONOLOGY = (5, 10)
"""Days that an article must name to be a chronology at all, and to be one without doubt."""

Window = tuple[int, int]
"""The first and last day that are asked for, as `datetime.date.toordinal` numbers them."""

EVER: Window = (dt.date.min.toordinal(), dt.date.max.toordinal())
"""All days."""


@dataclass(slots=True)
class Evidence:
    """What articles show for one day.

    Attributes:
        told: Articles that name the day, weighed.
        published: Articles that were published on it or the day after, weighed.
        articles: How many name it.
        later: A bit for each later day of publication on which an article named it, numbered as they came.
        returns, returned: How many articles did so, and their weights.
        chronology: How much the best chronology that lists it is one, 0 to 1.
        chronologies: How many list it.
        voices: Hashes of the independent sources, at most `MOST_VOICES`.
        earliest: The first publication day on which it was told, and by which article: its headline in quotation
            marks, or what else it is known by.
        foretold: Whether all who name it wrote before it.
    """

    told: float = 0.0
    published: float = 0.0
    articles: int = 0
    later: int = 0
    returns: int = 0
    returned: float = 0.0
    chronology: float = 0.0
    chronologies: int = 0
    voices: set[int] = field(default_factory=set)
    earliest: tuple[int, str] | None = None
    foretold: bool = True

    def score(self, weights: Weights) -> float:
        """How much speaks for the day."""
        again = self.later.bit_count() * self.returned / self.returns if self.returns else 0.0
        # Damped twice: how much is published on a day says little beyond that something is.
        named = math.log1p(self.told + math.log1p(self.published))
        return named + math.log1p(again) + weights.chronology * self.chronology


@dataclass(slots=True)
class Gathered:
    """What the reports show.

    Attributes:
        days: The evidence by day.
        homes: For the hash of each article that others reprint the hash of its voice: a reprint speaks with the voice
            of its original.
        silent: How many articles say nothing of what the collection is asked for.
        outside: The days that articles name and that are not asked for.
    """

    days: dict[int, Evidence] = field(default_factory=dict)
    homes: dict[int, int] = field(default_factory=dict)
    silent: int = 0
    outside: set[int] = field(default_factory=set)


def gather(reports: Iterable[Report], topic: Topic, window: Window, weights: Weights) -> Gathered:
    """Gather what the reports show for each day.

    Args:
        reports: The reports, gone through once.
        topic: What the collection is about.
        window: The days that are asked for.
        weights: What counts how much.
    """
    gathering = _Gathering(topic, window, weights)
    for each in reports:
        gathering.add(each)
    return gathering.gathered


class _Gathering:
    """What is known of the days so far."""

    def __init__(self, topic: Topic, window: Window, weights: Weights) -> None:
        self.gathered = Gathered()
        self.days, self.homes = self.gathered.days, self.gathered.homes
        self._topic, self._window, self._weights = topic, window, weights
        self._numbers: dict[int, int] = {}

    def add(self, report: Report) -> None:
        """Add what an article shows."""
        if report.key in self._topic.reprinted:
            self.homes[hash(report.key)] = hash(report.voice)
        relevance = self._topic.of_article(report) ** self._weights.off_topic
        relevance *= self._weights.reprint if report.original else 1.0
        if not relevance:
            self.gathered.silent += 1
            return
        if self._window != EVER:
            self.gathered.outside.update(_outside(report, self._window))
        for day, weight in _named(report, self._topic, self._window, self._weights).items():
            evidence = self.days.setdefault(day, Evidence())
            _count(evidence, report, weight * relevance)
            if report.published is None or report.published >= day:
                evidence.foretold = False
            if report.published is not None and report.published >= day:
                self._date(evidence, day, report, report.published, weight * relevance)
            if _lists(report, day):
                sure = min(1.0, report.chronicle / CHRONOLOGY[1])
                evidence.chronologies += 1
                evidence.chronology = max(evidence.chronology, relevance * sure)
        self._publish(report, relevance)

    def _date(self, evidence: Evidence, day: int, report: Report, published: int, weight: float) -> None:
        """Add that an article of the day or later names it."""
        first = (published, f"“{report.title}”" if report.title else report.called or report.origin)
        evidence.earliest = min(evidence.earliest or first, first)
        if published > day:
            evidence.later |= 1 << self._numbers.setdefault(published, len(self._numbers))
            evidence.returns += 1
            evidence.returned += weight

    def _publish(self, report: Report, relevance: float) -> None:
        """Add that an article was published on a day, and so the day after another."""
        if report.published is None:
            return
        weights = self._weights
        for day, weight in ((report.published, weights.published), (report.published - 1, weights.published_next)):
            if self._window[0] <= day <= self._window[1]:
                self.days.setdefault(day, Evidence()).published += relevance * weight


def _named(report: Report, topic: Topic, window: Window, weights: Weights) -> dict[int, float]:
    """The days that an article names, each with the weight of the sentence that tells most of it."""
    named: dict[int, float] = {}
    for told in report.told:
        if told.basis == "lead":
            continue
        weight = _weight(told, report, weights)
        weight *= topic.of_sentence(told.terms) ** weights.off_topic_sentence
        for day in within(told, window):
            named[day] = max(named.get(day, 0.0), weight)
    return named


def _outside(report: Report, window: Window) -> Iterator[int]:
    """The days that an article names and that are not asked for."""
    for told in report.told:
        if told.basis != "lead":
            yield from (day for day in range(told.first, told.last + 1) if not window[0] <= day <= window[1])


def _weight(told: Told, report: Report, weights: Weights) -> float:
    if told.basis == "page":
        return weights.published
    early = report.published is not None and told.first > report.published
    return weights.announced if early else 1.0


def _count(evidence: Evidence, report: Report, weight: float) -> None:
    evidence.told += weight
    evidence.articles += 1
    if len(evidence.voices) < MOST_VOICES:
        evidence.voices.add(hash(report.original or report.voice))


def _lists(report: Report, day: int) -> bool:
    """Whether an article is a chronology, and the day one of those that it looks back on."""
    return report.chronicle >= CHRONOLOGY[0] and report.published is not None and day < report.published - 1


def within(told: Told, window: Window) -> Iterator[int]:
    """The days of a sentence that are asked for."""
    yield from range(max(told.first, window[0]), min(told.last, window[1]) + 1)
