"""Score how reports of one event are brought together, on invented reports, beside a simple way in the same run.

Run it with `python benchmarks/merging.py`; `--show` prints what was wrongly merged and what was left apart, `--cost`
how long up to a hundred thousand candidates take. The happenings stand in `stories.toml`, each told in several ways.

A collection is made of them by a seed: an event is told in two to six reports, some a day late or early, some by the
month alone, some twice in the same words; people are named in full, by family name or by their office; announcements
precede some events; and beside each event others of the same day, of the same people and of the same kind elsewhere.

B³ (Bagga and Baldwin, 1998) is the mean over reports of how much of a report's cluster is of its event (precision) and
how much of its event is in its cluster (recall); pairs are counted besides.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import time
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from generator.curating.match import Found, decide
from generator.dates import parse
from generator.extracting.candidate import Candidate
from generator.extracting.timex import Timex
from generator.model import Actor, Timeline

HERE = Path(__file__).resolve().parent
FLOORS = HERE / "floors.toml"
EVENTS = 300
SEEDS = range(5)
FIRST = dt.date(2024, 1, 1)

PEOPLE = (
    "Ann Halvorsen",
    "Bo Okafor",
    "Cyril Lindqvist",
    "Dora Marsh",
    "Emil Petrov",
    "Fatima Vidal",
    "Goran Berger",
    "Hanna Nowak",
    "Igor Castell",
    "Jane Hill",
    "Karl Ionescu",
    "Lena Falk",
    "Milan Dragan",
    "Nora Weiss",
    "Oskar Tamm",
    "Petra Quist",
)
OFFICES = {PEOPLE[0]: "the Norland president", PEOPLE[1]: "the Bordurian chancellor"}
PLACES = (
    "Klow",
    "Ashby",
    "Northam",
    "Gillford",
    "Wexley",
    "Orrinville",
    "Saltby",
    "Zileheroum",
    "Norland",
    "Borduria",
    "Elmport",
    "Tarn",
)
PAPERS = tuple(f"paper{number}" for number in range(40))

Clusters = Mapping[str, Hashable]
"""By the fingerprint of each report, which event it is of."""


class Report(NamedTuple):
    """A report, and the number of the event that it is of."""

    found: Found
    event: int


# Collections


class _Happening(NamedTuple):
    number: int
    ways: Sequence[str]
    words: dict[str, str]
    day: dt.date


def stories(*, held: bool | None = None) -> dict[str, list[str]]:
    """The happenings by kind; those only that were kept out when values were chosen, or that were not, where asked."""
    kinds = tomllib.loads((HERE / "stories.toml").read_text(encoding="utf-8"))
    return {kind: each["told"] for kind, each in kinds.items() if held is None or each.get("held", False) == held}


def collection(seed: int, events: int = EVENTS, days: int = 120, *, held: bool | None = None) -> list[Report]:
    """Invent a collection.

    Args:
        seed: The same gives the same.
        events: How many events.
        days: In how many days.
        held: As for `stories`.
    """
    chance = random.Random(seed)  # noqa: S311 the same every time is what is wanted
    reports = [
        report for happening in _happenings(chance, events, days, held=held) for report in _told(chance, happening)
    ]
    chance.shuffle(reports)
    return reports


def timeline() -> Timeline:
    """An empty timeline that knows by which offices two people are called."""
    actors = {
        name.split()[1].lower(): Actor(name=name, aliases=(name.split()[1], office)) for name, office in OFFICES.items()
    }
    return Timeline(actors=actors)


def _happenings(chance: random.Random, events: int, days: int, *, held: bool | None) -> Iterator[_Happening]:
    """Every second one stands beside the one before it: on its day, and of its people or of its kind."""
    kinds = stories(held=held)
    taken: set[tuple[dt.date, str, str]] = set()
    last: tuple[str, dict[str, str], dt.date] | None = None
    number = 0
    while number < events:
        kind = chance.choice(sorted(kinds))
        a, b = chance.sample(PEOPLE, 2)
        p = chance.choice(PLACES)
        day = FIRST + dt.timedelta(days=chance.randrange(days))
        if last and number % 2:
            day = last[2]
            if chance.random() < 0.5:
                a, b, p = last[1]["a"], last[1]["b"], chance.choice((p, last[1]["p"]))
            else:
                kind = last[0]
        near = [(day + dt.timedelta(days=step), kind, who) for step in range(-3, 4) for who in (a, b, p)]
        if taken.intersection(near):
            continue
        taken.update((day, kind, who) for who in (a, b, p))
        last = kind, {"a": a, "b": b, "p": p, "n": str(chance.randrange(11, 99))}, day
        yield _Happening(number, kinds[kind], last[1], day)
        number += 1


def _told(chance: random.Random, happening: _Happening) -> Iterator[Report]:
    """The reports of one event, those before it among them."""
    papers = chance.sample(PAPERS, 7)
    for number in range(chance.randrange(2, 7)):
        date = happening.day.isoformat()
        kind = chance.random()
        if kind < 0.12:
            date = (happening.day + dt.timedelta(days=chance.choice((-1, 1)))).isoformat()
        elif kind < 0.2:
            date = date[:7]
        yield _report(chance, happening, date, papers[number])
    if chance.random() < 0.2:
        date = happening.day.isoformat()
        yield _report(chance, happening, date, papers[6], status="planned")


def _report(chance: random.Random, of: _Happening, date: str, paper: str, status: str = "happened") -> Report:
    headline, sentence = chance.choice(of.ways).split("|")
    words = dict(of.words)
    for who in ("a", "b"):
        full = words[who]
        forms = [full, full, full.split()[1], *([OFFICES[full]] if full in OFFICES else [])]
        words[who] = chance.choice(forms)
    words["n"] = str(max(2, int(words["n"]) + chance.choice((0, 0, 0, 2, -3))))
    text, title = (each.format(**words) for each in (sentence, headline))
    actors = tuple(words[who] for who in "ab" if words[who] in text + title)
    places = tuple(place for place in PLACES if place in text)
    number = f"{of.number}-{paper}"
    candidate = Candidate(
        sentence=text,
        line=1,
        timex=Timex(0, 9, "on Monday", "DATE", date, date, "weekday"),
        date=parse(date),
        title=title[:1].upper() + title[1:],
        summary=text,
        status=status,  # type: ignore[arg-type]
        actors=actors,
        places=places,
        attributed_to="",
        quote=text,
        score=chance.random(),
        confidence="high",
        reason="",
        mention=number,
    )
    return Report(Found(candidate, paper), of.number)


# The ways


def merged(reports: Sequence[Report]) -> Clusters:
    """Ours: the event that each report is proposed with, though another sentence of its source may be cited for it."""
    decisions = decide(timeline(), frozenset(), [each.found for each in reports])
    clusters: dict[str, Hashable] = {each.found.candidate.mention: each.proposal for each in decisions.known}
    for proposal in decisions.proposals:
        clusters |= {each.candidate.mention: proposal for each in proposal.citing}
    return clusters


def by_title(reports: Sequence[Report]) -> Clusters:
    """The baseline: the same date, and headlines of which rapidfuzz says 70 of 100 or more."""
    clusters: dict[str, Hashable] = {}
    known: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, each in enumerate(reports):
        date, title = str(each.found.candidate.date), each.found.candidate.title
        like = next((cluster for other, cluster in known[date] if fuzz.token_set_ratio(title, other) >= 70), number)
        known[date].append((title, like))
        clusters[each.found.candidate.mention] = like
    return clusters


WAYS: dict[str, Callable[[Sequence[Report]], Clusters]] = {"dateline": merged, "same date, titles alike": by_title}


# The measure


class Scores(NamedTuple):
    """Shares, 0 to 1."""

    b3_precision: float
    b3_recall: float
    pair_precision: float
    pair_recall: float

    @property
    def b3_f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.b3_precision * self.b3_recall / (self.b3_precision + self.b3_recall)


def scores(clusters: Clusters, reports: Sequence[Report]) -> Scores:
    """Compare clusters with the events that reports are of."""
    ours = Counter(clusters.values())
    theirs = Counter(each.event for each in reports)
    both = Counter((clusters[each.found.candidate.mention], each.event) for each in reports)
    total = len(reports)
    precision = sum(count * count / ours[cluster] for (cluster, _), count in both.items()) / total
    recall = sum(count * count / theirs[event] for (_, event), count in both.items()) / total
    right, said, true = (sum(count * (count - 1) / 2 for count in each.values()) for each in (both, ours, theirs))
    return Scores(precision, recall, right / said if said else 1.0, right / true)


def mean_scores(
    way: Callable[[Sequence[Report]], Clusters], *, held: bool | None = None, seeds: Iterable[int] = SEEDS
) -> Scores:
    """The means over several collections."""
    each = [scores(way(reports), reports) for reports in (collection(seed, held=held) for seed in seeds)]
    return Scores(*(sum(values) / len(each) for values in zip(*each, strict=True)))


# The figures


def show_scores() -> None:
    """Print the scores of the ways, and the floors."""
    print(f"{'':46} B³ prec. recall     F1   pairs prec. recall")
    for held, kinds in ((None, "all kinds"), (False, "kinds tuned on"), (True, "kinds kept out")):
        for name, way in WAYS.items():
            got = mean_scores(way, held=held)
            print(
                f"{name + ', ' + kinds:46} {got.b3_precision:8.3f} {got.b3_recall:6.3f} {got.b3_f1:6.3f}"
                f" {got.pair_precision:12.3f} {got.pair_recall:6.3f}"
            )
    floor = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["merging"]
    print(f"floors: B³ precision {floor['b3_precision']}, F1 {floor['b3_f1']}")


def show_faults() -> None:
    """Print pairs that were wrongly merged or left apart."""
    reports = collection(0)
    clusters = merged(reports)
    for one, other in combinations(reports, 2):
        together = clusters[one.found.candidate.mention] == clusters[other.found.candidate.mention]
        if together != (one.event == other.event):
            print("\nmerged:" if together else "\napart:")
            for each in (one, other):
                told = each.found.candidate
                print(f"  {told.date} {told.status:9} {told.title} | {told.sentence}")


def show_cost() -> None:
    """Print how long many candidates take: over two years, and on one day."""
    crowds = ((2_500, 180, "half a year"), (5_000, 365, "a year"), (25_000, 1825, "five years"), (500, 1, "one day"))
    for events, days, what in crowds:
        reports = _crowd(events, days)
        start = time.process_time()
        decisions = decide(timeline(), frozenset(), [each.found for each in reports])
        seconds = time.process_time() - start
        print(f"{len(reports):6} candidates over {what}: {seconds:.1f} s, {len(decisions.proposals)} events")


def _crowd(events: int, days: int) -> list[Report]:
    """So many events, with more people and places than `collection` has, so that none is in another's way."""
    chance = random.Random(events)  # noqa: S311
    kinds = stories()
    reports = []
    for number in range(events):
        people = [f"{chance.choice(PEOPLE).split()[0]} {_name(chance)}" for _ in range(2)]
        words = {"a": people[0], "b": people[1], "p": _name(chance), "n": str(chance.randrange(11, 99))}
        day = FIRST + dt.timedelta(days=chance.randrange(days))
        reports += _told(chance, _Happening(number, kinds[chance.choice(sorted(kinds))], words, day))
    return reports


def _name(chance: random.Random) -> str:
    return "".join(chance.choice("bdfgklmnprstv") + chance.choice("aeiou") for _ in range(3)).title()


def main() -> None:
    """Measure."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--show", action="store_true", help="print what was wrongly merged or left apart")
    options.add_argument("--cost", action="store_true", help="print how long many candidates take")
    given = options.parse_args()
    if given.show:
        show_faults()
    elif given.cost:
        show_cost()
    else:
        show_scores()


if __name__ == "__main__":
    main()
