"""The merged timeline of many articles: the days that matter most, each once, and what is said of it.

The reports are gone through three times: for what the collection is about, for what speaks for each day, and for the
sentences of the best days. What is kept in between grows with the days and the words, and not with the articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.curating.ranking.days import EVER, Window, gather
from generator.curating.ranking.entry import entry
from generator.curating.ranking.left_out import LeftOut
from generator.curating.ranking.pools import Pool, collect
from generator.curating.ranking.ranked import Ranked, Wanted
from generator.curating.ranking.report import Report
from generator.curating.ranking.summary import Choice, choose
from generator.curating.ranking.topic import Topic
from generator.curating.ranking.weights import Weights

__all__ = ["Sifted", "rank", "sift"]

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
    return list(sift(reports, wanted, weights=weights).ranking)


@dataclass(frozen=True, slots=True)
class Sifted:
    """A ranking, and what did not get into it.

    Attributes:
        ranking: The best days in the order of time.
        left_out: How much was left out for what.
    """

    ranking: tuple[Ranked, ...]
    left_out: LeftOut


def sift(reports: Iterable[Report], wanted: Wanted, *, weights: Weights | None = None) -> Sifted:
    """Make one timeline of many reports, as `rank` does, and tell what was left out.

    Args:
        reports: As of `rank`.
        wanted: As of `rank`.
        weights: As of `rank`.
    """
    weights = weights or Weights()
    topic = Topic(reports, wanted.query)
    gathered = gather(reports, topic, _window(wanted), weights)
    days, homes = gathered.days, gathered.homes
    voices = {day: len({homes.get(voice, voice) for voice in evidence.voices}) for day, evidence in days.items()}
    scores = {
        day: evidence.score(weights)
        for day, evidence in days.items()
        if voices[day] >= wanted.min_sources or (not evidence.articles and wanted.min_sources <= 1)
    }
    best = sorted(scores, key=lambda day: (-round(scores[day], 9), day))[: wanted.top * 3 // 2 + SPARE]
    apart = _apart(best, collect(reports, best, topic, weights), topic, weights, wanted.top)
    named = [day for day, evidence in days.items() if evidence.articles]
    left_out = LeftOut(
        articles=topic.articles,
        silent=gathered.silent,
        is_asked=bool(topic.query),
        outside=len(gathered.outside),
        named=len(named),
        few=sum(day not in scores for day in named),
        repeated=apart.repeated,
        mute=apart.mute,
        lower=len(scores) - len(apart.choices) - apart.repeated - apart.mute,
    )
    chosen = sorted(apart.choices.items())
    return Sifted(tuple(entry(day, scores[day], days[day], voices[day], choice) for day, choice in chosen), left_out)


def _window(wanted: Wanted) -> Window:
    first, last = EVER
    return (
        wanted.since.toordinal() if wanted.since else first,
        wanted.until.toordinal() if wanted.until else last,
    )


@dataclass(slots=True)
class _Apart:
    """Days that were chosen with what is said of them, and how many were not since they repeat one, or say nothing."""

    choices: dict[int, Choice] = field(default_factory=dict)
    repeated: int = 0
    mute: int = 0


def _apart(best: Iterable[int], pools: Mapping[int, Pool], topic: Topic, weights: Weights, top: int) -> _Apart:
    """The best days with what is said of them, without those that only tell what a better one close by tells."""
    apart = _Apart()
    choices = apart.choices
    used: set[str] = set()
    for day in best:
        choice = choose(pools[day], topic, weights, frozenset(used))
        near = (choices[other] for other in range(day - NEIGHBOURS, day + NEIGHBOURS + 1) if other in choices)
        if choice is None:
            apart.mute += 1
        elif any(_tell_the_same(choice, other) for other in near):
            apart.repeated += 1
        else:
            choices[day] = choice
            used.update(saying.told.sentence for saying in choice.sayings)
        if len(choices) == top:
            break
    return apart


def _tell_the_same(one: Choice, other: Choice) -> bool:
    """Whether what is said of two neighbouring days is of one event."""
    articles, others = ({saying.origin for saying in choice.sayings} for choice in (one, other))
    return one.repeats(other) >= (SAME_ARTICLE if articles & others else SAME)
