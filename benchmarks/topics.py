"""Score the ranked timeline on the topics beside the checkout, beside two simple ways in the same run.

Run it with `python benchmarks/topics.py`; `--study` adds how the scores hold when articles are left out, when the
timeline is longer or shorter, and when weights are changed; `--show TOPIC` prints its first thirty entries, to be read.
The topics lie in `../shared/topics`, each with the timeline that journalists made of it; without them there is nothing
to measure, and it says so.

As many dates are chosen as the journalists' timeline has, within its first and last day. Two figures:

- date F1: how many of them are the same;
- AR1-F: ROUGE-1 of the summaries, each word counted by how near the day is to which it was aligned ("align+ m:1" of
  Martschat and Markert, 2017; stems by Porter, without stop words, as the package `tilse` computes it in Python).
"""

from __future__ import annotations

import argparse
import dataclasses
import datetime as dt
import functools
import gzip
import importlib.util
import json
import math
import random
import statistics
import string
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator.curating.ranking import Report, Wanted, rank, report
from generator.curating.ranking.terms import EVERYWHERE
from generator.curating.ranking.weights import Weights
from generator.extracting import extract
from generator.reading.article import Article, PublishedDate

REPOSITORY = Path(__file__).resolve().parents[1]
TOPICS = REPOSITORY.parent / "shared" / "topics"
FLOORS = REPOSITORY / "benchmarks" / "floors.toml"
NAMES = ("H1N1_guardian", "MJ_bbc")

Timeline = dict[int, tuple[str, ...]]
"""Sentences by day, as `datetime.date.toordinal` numbers it."""
Ranker = Callable[[Sequence[Report], Timeline, int], Timeline]
"""Reports, the journalists' timeline, and how many days are wanted."""


# The topics


def articles(topic: str) -> Iterator[Article]:
    """The articles of a topic, each line of the text a line of the file."""
    with gzip.open(TOPICS / topic / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            published = PublishedDate(dt.date.fromisoformat(row["published"]), "given")
            numbers = tuple(range(1, row["text"].count("\n") + 2))
            yield Article(f"{topic}/{row['id']}", row["text"], numbers, published=published)


@functools.cache
def reports(topic: str) -> tuple[Report, ...]:
    """What the articles of a topic tell."""
    return tuple(report(article, extract(article)) for article in articles(topic))


@functools.cache
def gold(topic: str) -> Timeline:
    """The timeline that journalists made."""
    named = json.loads((TOPICS / topic / "gold.json").read_text(encoding="utf-8"))
    (entries,) = named.values()
    return {dt.date.fromisoformat(day).toordinal(): tuple(sentences) for day, sentences in entries}


# The measure


@functools.cache
def stop_words() -> frozenset[str]:
    """ROUGE's own list, from the package `tilse` where that lies beside us, else the words that we leave out."""
    spec = importlib.util.find_spec("tilse")
    folders = spec.submodule_search_locations if spec else None
    for folder in folders or ():
        file = Path(folder).parent / "pyrouge" / "tools" / "ROUGE-1.5.5" / "data" / "smart_common_words.txt"
        if file.exists():
            return frozenset(file.read_text(encoding="utf-8").split())
    return EVERYWHERE


@functools.cache
def stem(word: str) -> str:
    """The stem of a word (Porter, 1980)."""
    import snowballstemmer

    return str(snowballstemmer.stemmer("porter").stemWord(word))


@functools.lru_cache(maxsize=1 << 16)
def _words(sentences: tuple[str, ...]) -> Counter[str]:
    left_out = {".", ",", ";", ":", "``", "''", "-", '"'} | stop_words()
    words = (word.lower() for sentence in sentences for word in sentence.split())
    return Counter(stem(word) for word in words if word not in left_out)


@functools.lru_cache(maxsize=1 << 16)
def _tokens(sentences: tuple[str, ...]) -> Counter[str]:
    return Counter(word for sentence in sentences for word in sentence.split() if word not in string.punctuation)


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


@functools.lru_cache(maxsize=1 << 18)
def _likeness(ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """How alike two summaries are, for aligning them: F1 of their words as they stand."""
    one, other = _tokens(ours), _tokens(theirs)
    shared = (one & other).total()
    return _harmonic(shared / one.total(), shared / other.total()) if shared else 0.0


def aligned_rouge(ours: Timeline, theirs: Timeline) -> float:
    """AR1-F: the words of aligned days that both have, each worth 1 / (1 + days apart)."""

    def share(ones: Timeline, others: Timeline) -> float:
        found = total = 0.0
        for day, said in ones.items():
            match = min(
                sorted(others),
                key=lambda other: (1 - 1 / (abs(day - other) + 1)) * (1 - _likeness(said, others[other])),
            )
            found += (_words(said) & _words(others[match])).total() / (abs(day - match) + 1)
            total += _words(said).total()
        return found / total if total else 0.0

    return _harmonic(share(ours, theirs), share(theirs, ours)) if ours and theirs else 0.0


def date_f1(ours: Timeline, theirs: Timeline) -> float:
    """The harmonic mean of which of our days are theirs, and which of theirs are ours."""
    both = len(ours.keys() & theirs.keys())
    return _harmonic(both / len(ours), both / len(theirs)) if ours else 0.0


# The ways


def ranked(told: Sequence[Report], theirs: Timeline, top: int, weights: Weights | None = None) -> Timeline:
    """Ours. The sentences of a summary are counted as one text."""
    wanted = Wanted(top, dt.date.fromordinal(min(theirs)), dt.date.fromordinal(max(theirs)))
    entries = rank(told, wanted, weights=weights)
    return {dt.date(*each.date.earliest).toordinal(): (each.summary,) for each in entries}


def by_counting(told: Sequence[Report], theirs: Timeline, top: int) -> Timeline:
    """The days that most articles name and most later days return to, each with its best candidate's sentence."""
    named: Counter[int] = Counter()
    later: defaultdict[int, set[int]] = defaultdict(set)
    best: dict[int, tuple[float, str]] = {}
    for each in told:
        for day in {said.first for said in each.told if said.basis != "lead"}:
            named[day] += 1
            if each.published and each.published > day:
                later[day].add(each.published)
        for said in each.told:
            best[said.first] = max(best.get(said.first, (-1.0, "")), (said.score, said.sentence))
    return _top({day: math.log1p(named[day]) + math.log1p(len(later[day])) for day in named}, best, theirs, top)


def by_publications(told: Sequence[Report], theirs: Timeline, top: int) -> Timeline:
    """The days on which most articles were published, each with the first sentence of one."""
    published = Counter(each.published for each in told if each.published)
    first = {each.published: (0.0, each.told[0].sentence) for each in told if each.published and each.told}
    return _top(dict(published), first, theirs, top)


def _top(scores: dict[int, float], said: dict[int, tuple[float, str]], theirs: Timeline, top: int) -> Timeline:
    inside = [day for day in scores if min(theirs) <= day <= max(theirs)]
    return {day: (said[day][1],) for day in sorted(inside, key=lambda day: (-scores[day], day))[:top]}


WAYS: dict[str, Ranker] = {"dateline": ranked, "counting": by_counting, "publications": by_publications}


# The study


def perturbed(topic: str, runs: int) -> Iterator[tuple[list[Report], Timeline, int]]:
    """Harder topics made of one.

    Each has 40 to 80 % of the articles, every second one no chronology; two of four have two thirds of the timeline,
    and three different lengths of it are wanted.
    """
    chance = random.Random(topic)  # noqa: S311 the same every time is what is wanted
    theirs = gold(topic)
    days = sorted(theirs)
    for run in range(runs):
        share = chance.uniform(0.4, 0.8)
        told = [each for each in reports(topic) if chance.random() < share and (run % 2 == 0 or each.chronicle < 5)]
        kept = days
        if run % 4 >= 2:
            start = chance.randrange(len(days) // 3 + 1)
            kept = days[start : start + len(days) * 2 // 3]
        yield told, {day: theirs[day] for day in kept}, max(1, round(len(kept) * (1, 1, 0.75, 1.33)[run % 4]))


def study(way: Ranker, runs: int) -> list[tuple[float, float]]:
    """For each topic the mean date F1 and AR1-F over harder topics made of it."""
    means = []
    for topic in NAMES:
        scores = [_scores(way(told, theirs, top), theirs) for told, theirs, top in perturbed(topic, runs)]
        means.append((statistics.mean(date for date, _ in scores), statistics.mean(text for _, text in scores)))
    return means


def _scores(ours: Timeline, theirs: Timeline) -> tuple[float, float]:
    return date_f1(ours, theirs), aligned_rouge(ours, theirs)


def show_study(runs: int) -> None:
    """Print how the ways, and ours with each weight changed, hold on harder topics."""
    print(f"\nharder topics: means over {runs} made of each")
    for name, way in WAYS.items():
        _row(name, study(way, runs))
    for each in dataclasses.fields(Weights):
        value = getattr(Weights(), each.name)
        for factor in (0, 0.5, 2):
            if factor == 0 and isinstance(value, int):
                continue
            weights = dataclasses.replace(Weights(), **{each.name: type(value)(value * factor)})
            _row(f"{each.name} {value} → {getattr(weights, each.name)}", study(_with(weights), runs))


def _with(weights: Weights) -> Ranker:
    return lambda told, theirs, top: ranked(told, theirs, top, weights)


# The figures


def score(way: Ranker) -> list[tuple[float, float]]:
    """Date F1 and AR1-F of each topic."""
    return [_scores(way(reports(topic), gold(topic), len(gold(topic))), gold(topic)) for topic in NAMES]


def _row(name: str, scores: Sequence[tuple[float, float]]) -> None:
    mean = (statistics.mean(date for date, _ in scores), statistics.mean(text for _, text in scores))
    print(f"{name:34}" + "".join(f"{date:8.3f} {text:6.3f}" for date, text in [*scores, mean]))


def show_scores() -> None:
    """Print the scores of the ways, and the floors."""
    words = "ROUGE's own" if stop_words() is not EVERYWHERE else "ours; ROUGE's are in `pip install --no-deps tilse`"
    print(f"date F1 and AR1-F (stop words: {words})")
    print(f"{'':34}" + "".join(f"{name:>15}" for name in (*NAMES, "mean")))
    for name, way in WAYS.items():
        _row(name, score(way))
    floor = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["topics"]
    print(f"floor of the means: date F1 {floor['date_f1']}, AR1-F {floor['ar1_f']}")


def show_cost() -> None:
    """Print what reporting and ranking add to extraction, in milliseconds an article."""
    for topic in NAMES:
        read = [(article, extract(article)) for article in articles(topic)]
        start = time.process_time()
        told = [report(article, found) for article, found in read]
        middle = time.process_time()
        rank(told, Wanted(30))
        end = time.process_time()
        size = sum(len(article.text) for article, _ in read) / len(read)
        each = [1000 * seconds / len(read) for seconds in (middle - start, end - middle)]
        print(f"{topic}: report {each[0]:.2f} ms, rank {each[1]:.2f} ms an article of {size / 1000:.1f} kB")


def show_entries(topic: str) -> None:
    """Print the first thirty entries of a topic."""
    for each in rank(reports(topic), Wanted(30)):
        print(f"\n{each.date}  {each.title}  [{each.score}]\n  {each.summary}\n  {each.why}")


def main() -> None:
    """Measure what can be measured here."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--study", type=int, nargs="?", const=20, metavar="RUNS", help="how the scores hold")
    options.add_argument("--show", choices=NAMES, help="print thirty entries of a topic, and nothing else")
    given = options.parse_args()
    if not TOPICS.exists():
        print(f"topics: nothing to score on, {TOPICS} is absent")
    elif given.show:
        show_entries(given.show)
    else:
        show_scores()
        show_cost()
        if given.study:
            show_study(given.study)


if __name__ == "__main__":
    main()
