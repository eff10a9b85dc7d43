"""Which days matter: what the articles of a collection show for each day that they tell of.

The score of a day is the sum of two logarithms: of how many articles tell of it, and of how many later days of
publication come back to it. What is repeated the day after is news; what is still told after weeks has mattered. To
that comes what a chronology adds, whose author chose its days for the purpose that we choose ours.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.curating.ranking.report import Report, Told
from generator.curating.ranking.topic import Topic
from generator.curating.ranking.weights import Weights

__all__ = ["Evidence", "Window", "gather"]

MOST_VOICES = 256
"""Independent sources that are told apart for a day; beyond that there are simply many."""

CHRONOLOGY = (5, 10)
"""Days that an article must name to be a chronology at all, and to be one without doubt."""

Window = tuple[int, int]
"""The first and last day that are asked for, as `datetime.date.toordinal` numbers them."""


@dataclass(slots=True)
class Evidence:
    """What articles show for one day.

    Attributes:
        told: Articles that name the day, weighed.
        published: Articles that were published on it or the day after, weighed.
        articles: How many name it.
        later: A bit for each number of days after it on which an article named it.
        returns, returned: How many articles did so, and their weights.
        chronology: How much the best chronology that lists it is one, 0 to 1.
        chronologies: How many list it.
        voices: Hashes of the independent sources, at most `MOST_VOICES`.
        earliest: The first publication day on which it was told, and where it was read.
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


def gather(
    reports: Iterable[Report], topic: Topic, window: Window, weights: Weights
) -> tuple[dict[int, Evidence], dict[int, int]]:
    """Gather what the reports show for each day.

    Args:
        reports: The reports, gone through once.
        topic: What the collection is about.
        window: The days that are asked for.
        weights: What counts how much.

    Returns:
        The evidence by day, and for the hash of each article that others reprint the hash of its voice: a reprint
        speaks with the voice of its original.
    """
    days: dict[int, Evidence] = {}
    homes: dict[int, int] = {}
    for each in reports:
        relevance = topic.of_article(each) ** weights.off_topic
        if each.key in topic.reprinted:
            homes[hash(each.key)] = hash(each.voice)
        if relevance:
            _add(days, each, topic, window, weights, relevance * (weights.reprint if each.original else 1.0))
    return days, homes


def _add(  # noqa: PLR0913, PLR0917 one step of `gather`, which has them all
    days: dict[int, Evidence], report: Report, topic: Topic, window: Window, weights: Weights, relevance: float
) -> None:
    for day, weight in _named(report, topic, window, weights).items():
        _count(days.setdefault(day, Evidence()), day, report, weight * relevance)
        if _lists(report, day):
            days[day].chronologies += 1
            sure = min(1.0, report.chronicle / CHRONOLOGY[1])
            days[day].chronology = max(days[day].chronology, relevance * sure)
    if report.published is None:
        return
    for day, weight in ((report.published, weights.published), (report.published - 1, weights.published_next)):
        if window[0] <= day <= window[1]:
            days.setdefault(day, Evidence()).published += relevance * weight


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


def _weight(told: Told, report: Report, weights: Weights) -> float:
    if told.basis == "page":
        return weights.published
    early = report.published is not None and told.first > report.published
    return weights.announced if early else 1.0


def _count(evidence: Evidence, day: int, report: Report, weight: float) -> None:
    evidence.told += weight
    evidence.articles += 1
    if len(evidence.voices) < MOST_VOICES:
        evidence.voices.add(hash(report.original or report.voice))
    if report.published is None:
        evidence.foretold = False
        return
    if report.published >= day:
        evidence.foretold = False
        first = (report.published, report.title or report.origin)
        evidence.earliest = min(evidence.earliest or first, first)
    if report.published > day:
        evidence.later |= 1 << (report.published - day)
        evidence.returns += 1
        evidence.returned += weight


def _lists(report: Report, day: int) -> bool:
    """Whether an article is a chronology, and the day one of those that it looks back on."""
    return report.chronicle >= CHRONOLOGY[0] and report.published is not None and day < report.published - 1


def within(told: Told, window: Window) -> Iterator[int]:
    """The days of a sentence that are asked for."""
    yield from range(max(told.first, window[0]), min(told.last, window[1]) + 1)
