"""The merged timeline of many articles: the days that matter most, each once, and what is said of it.

The reports are gone through three times: for what the collection is about, for what speaks for each day, and for the
sentences of the best days. What is kept in between grows with the days and the words, and not with the articles.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping

from generator.curating.ranking.days import Window, gather
from generator.curating.ranking.entry import entry
from generator.curating.ranking.pools import Pool, collect
from generator.curating.ranking.ranked import Ranked, Wanted
from generator.curating.ranking.report import Report
from generator.curating.ranking.summary import Choice, choose
from generator.curating.ranking.topic import Topic
from generator.curating.ranking.weights import Weights

__all__ = ["rank"]

SPARE = 20
"""Days more than are wanted of which sentences are kept, beside half as many again: some will tell the same."""

NEIGHBOURS = 2
"""Days: what is told as news of so many days is one event, told late or from another time zone."""

SAME = 0.6
"""How near the sentences of two such days must be, 0 to 1."""

SAME_ARTICLE = 0.25
"""How near they must be where one article tells of both: it counts one event from the day and from the report of it."""


def rank(reports: Iterable[Report], wanted: Wanted, *, weights: Weights | None = None) -> list[Ranked]:
    """Make one timeline of many reports.

    Args:
        reports: The reports; they are gone through three times, so a list or anything that can begin anew, no
            generator. Their order does not matter.
        wanted: What is asked for.
        weights: What counts how much, for trying other values.

    Returns:
        The best days in the order of time, fewer than wanted where there are fewer.
    """
    weights = weights or Weights()
    topic = Topic(reports, wanted.query)
    days, homes = gather(reports, topic, _window(wanted), weights)
    voices = {day: len({homes.get(voice, voice) for voice in evidence.voices}) for day, evidence in days.items()}
    scores = {
        day: evidence.score(weights)
        for day, evidence in days.items()
        if voices[day] >= wanted.min_sources or (not evidence.articles and wanted.min_sources <= 1)
    }
    best = sorted(scores, key=lambda day: (-round(scores[day], 9), day))[: wanted.top * 3 // 2 + SPARE]
    choices = _apart(best, collect(reports, best, topic, weights), topic, weights, wanted.top)
    return [entry(day, scores[day], days[day], voices[day], choice) for day, choice in sorted(choices.items())]


def _window(wanted: Wanted) -> Window:
    return (wanted.since or dt.date.min).toordinal(), (wanted.until or dt.date.max).toordinal()


def _apart(
    best: Iterable[int], pools: Mapping[int, Pool], topic: Topic, weights: Weights, top: int
) -> dict[int, Choice]:
    """The best days with what is said of them, without those that only tell what a better one close by tells."""
    choices: dict[int, Choice] = {}
    used: set[str] = set()
    for day in best:
        choice = choose(pools[day], topic, weights, frozenset(used))
        near = (choices[other] for other in range(day - NEIGHBOURS, day + NEIGHBOURS + 1) if other in choices)
        if choice is None or any(_tell_the_same(choice, other) for other in near):
            continue
        choices[day] = choice
        used.update(saying.told.sentence for saying in choice.sayings)
        if len(choices) == top:
            break
    return choices


def _tell_the_same(one: Choice, other: Choice) -> bool:
    """Whether what is said of two neighbouring days is of one event."""
    articles, others = ({saying.origin for saying in choice.sayings} for choice in (one, other))
    return one.repeats(other) >= (SAME_ARTICLE if articles & others else SAME)
