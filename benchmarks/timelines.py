"""Invented timelines of any size, distributed as real ones are: what the site and its peers are measured on.

Every number below was measured, or lies between two that were: on the timeline of this repository (11 events), and
on two topics of Timeline17 (L3S) that lie beside the checkout, with the timelines that journalists made of them. None
of their words are here: texts are made of invented words, whose frequencies fall as their ranks rise (Zipf's law).

The same number of events and the same seed always give the same timeline. Run as a script, it says what it makes:

    python benchmarks/timelines.py --events 1000             # the distributions of what it makes
    python benchmarks/timelines.py --events 1000 --yaml FILE # the timeline, valid for `dateline check`
"""

from __future__ import annotations

import argparse
import datetime as dt
import itertools
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SEED = 20261122
TODAY = dt.date(2026, 11, 22)

TITLE = (57, 0.35)
"""Characters of a title: the median, and the deviation of their logarithms. The repository's: 57, and 0.41."""

SUMMARY = (190, 0.55)
"""Of a summary. The repository's: 160 and 0.43; journalists' of a day: 193 and 0.49, 282 and 0.76."""

QUOTE = (113, 0.58)
"""Of a quote: a sentence of news has 114 and 0.57 in one topic, 112 and 0.59 in the other."""

QUOTED = 0.7
"""The share of citations with a quote; the repository has digests, which are never quoted."""

SOURCES_FALL = 2.0
"""So many articles tell of one event as k ** -2.0: of days with articles, 71 and 46 % have one, 10 and 29 % two."""

MOST_SOURCES = 10
CITATIONS_PER_SOURCE = 2.2
"""How many events an article is cited for: 11 for 5 articles in the repository."""

NAME_FALL = 0.7
"""The exponent of Zipf's law for actors, places and tags: names of two words give 0.77 and 0.64 (the first 200)."""

ACTORS, PLACES, TAGS = (4.0, 0.4), (3.0, 0.5), (3.0, 0.3)
"""How many there are: a · n ** b for n events. Names grow with the text as a power of it (Heaps' law)."""

ACTORS_OF_EVENT, PLACES_OF_EVENT, TAGS_OF_EVENT = (1, 2, 6, 1, 1), (4, 6, 1), (1, 6, 4)
"""How often an event names none, one, two, …: as in the repository."""

PRECISIONS = {"day": 75, "interval": 8, "month": 9, "about": 3, "quarter": 3, "year": 2}
"""Of dates, in per cent: between the repository's (45 % days) and the journalists' (days alone)."""

YEARS = (6.0, 0.2)
"""How many years are covered, likewise a · n ** b, and how unequal they are (deviation of logarithms)."""

YEARS_DIFFER = 0.8
BURST = 0.35
"""The share of events that follow the one before within a week, as those of the journalists' timelines do."""

STATUSES = {"happened": 95, "planned": 3, "postponed": 1, "cancelled": 1}
LEVELS = {"normal": 85, "key": 5, "background": 10}
RELATED, DISPUTED, CORRECTED, ATTRIBUTED, MARKED_UP, RENAMED, WITHDRAWN = 0.1, 0.01, 0.02, 0.05, 0.05, 0.01, 0.002
"""The shares of events that name another, are disputed, were corrected, are somebody's account, have emphasis or a
link in their summary, had another id before, and were withdrawn."""

VOCABULARY = 8000
PAPERS = 60
SYLLABLES = ("ka", "ren", "to", "mil", "sa", "dor", "ve", "lin", "pu", "har", "ne", "gos", "ti", "bel", "ro", "an", "e")


@dataclass(frozen=True, slots=True)
class Timeline:
    """An invented timeline, in the words of the file's format.

    Attributes:
        actors, sources: Their entries, by key.
        events: Oldest first; those of one day in no order.
    """

    actors: dict[str, dict[str, Any]]
    sources: dict[str, dict[str, Any]]
    events: list[dict[str, Any]] = field(repr=False)


class Inventor:
    """Makes texts and choices by one row of random numbers."""

    def __init__(self, seed: int) -> None:
        """Invent the words, with their frequencies."""
        self.chance = random.Random(seed)  # noqa: S311 the same timeline each time, no secrets
        words = {
            "".join(self.chance.choices(SYLLABLES, k=self.chance.choice((1, 2, 2, 3, 3, 4)))) for _ in range(40_000)
        }
        self.words = sorted(words)[:VOCABULARY]
        self.chance.shuffle(self.words)
        self.frequencies = _falling(len(self.words), 1.0)

    def text(self, length: tuple[float, float]) -> str:
        """Words for a text whose length is drawn from a log-normal distribution, the first with a capital."""
        wanted = max(12, self.chance.lognormvariate(0, length[1]) * length[0])
        words = self.chance.choices(self.words, cum_weights=self.frequencies, k=int(wanted / 6) + 2)
        lengths = itertools.accumulate(len(word) + 1 for word in words)
        fit = max(2, sum(each <= wanted for each in lengths))
        text = " ".join(words[:fit])
        return text[:1].upper() + text[1:]

    def sentences(self, length: tuple[float, float]) -> str:
        """A text of sentences of some eighteen words."""
        words = self.text(length).split(" ")
        parts = [" ".join(words[at : at + 18]) for at in range(0, len(words), 18)]
        return " ".join(f"{part[:1].upper()}{part[1:]}." for part in parts)

    def names(self, count: int, words: int) -> list[str]:
        """Names, each another."""
        found: dict[str, None] = {}
        while len(found) < count:
            found[" ".join(word.capitalize() for word in self.chance.choices(self.words, k=words))] = None
        return list(found)

    def some(self, names: Sequence[str], frequencies: Sequence[float], numbers: Sequence[int]) -> list[str]:
        """None, one or a few of some names, the frequent more often; each once."""
        count = self.chance.choices(range(len(numbers)), weights=numbers)[0]
        return list(dict.fromkeys(self.chance.choices(names, cum_weights=frequencies, k=count)))

    def one(self, weights: dict[str, int]) -> str:
        """One of some things."""
        return self.chance.choices(list(weights), weights=list(weights.values()))[0]

    def happens(self, share: float) -> bool:
        """Whether something does, that does in a share of all cases."""
        return self.chance.random() < share


def _falling(count: int, exponent: float) -> list[float]:
    """Frequencies of ranks by Zipf's law, each added to those before it."""
    return list(itertools.accumulate((rank + 1) ** -exponent for rank in range(count)))


def _grown(law: tuple[float, float], events: int) -> int:
    return max(2, round(law[0] * events ** law[1]))


def invent(count: int, seed: int = SEED) -> Timeline:
    """A timeline with so many events."""
    maker = Inventor(seed)
    actors = {
        _key(name): {"name": name, "text": maker.sentences((60, 0.3))} for name in maker.names(_grown(ACTORS, count), 2)
    }
    pools = (
        (list(actors), ACTORS_OF_EVENT),
        (maker.names(_grown(PLACES, count), 1), PLACES_OF_EVENT),
        ([name.lower() for name in maker.names(_grown(TAGS, count), 1)], TAGS_OF_EVENT),
    )
    named = [(names, _falling(len(names), NAME_FALL), numbers) for names, numbers in pools]
    press, events = Press(maker), []
    # From the last to the first, since articles tell of what was before them.
    for number, day in reversed(list(enumerate(_days(count, maker)))):
        event = _event(number, day, [maker.some(*each) for each in named], maker)
        event["citations"] = [_citation(source, day, event, maker) for source in press.report(day)]
        if events and maker.happens(RELATED):
            event["related"] = [{"id": events[-1]["id"], "as": "follows"}]
        events.append(event)
    return Timeline(actors, press.sources, events[::-1])


class Press:
    """Articles, each of which tells of a few events that were before it.

    Attributes:
        sources: Those that were cited so far, by key.
    """

    def __init__(self, maker: Inventor) -> None:
        """Found the papers."""
        self._maker = maker
        self._papers = maker.names(PAPERS, 2)
        self._frequencies = _falling(PAPERS, NAME_FALL)
        self._latest: list[str] = []
        self.sources: dict[str, dict[str, Any]] = {}

    def report(self, day: dt.date) -> list[str]:
        """The keys of the articles that tell of an event on a day no later than that of those before."""
        ranks = range(1, MOST_SOURCES + 1)
        count = self._maker.chance.choices(ranks, weights=[rank**-SOURCES_FALL for rank in ranks])[0]
        return list(dict.fromkeys(self._article(day) for _ in range(count)))

    def _article(self, day: dt.date) -> str:
        maker = self._maker
        if self._latest and not maker.happens(1 / CITATIONS_PER_SOURCE):
            return maker.chance.choice(self._latest[-5:])
        paper = maker.chance.choices(self._papers, cum_weights=self._frequencies)[0]
        published = min(TODAY, day + dt.timedelta(maker.chance.choice((0, 0, 1, 1, 2, 5))))
        number = len(self.sources)
        key = f"{_key(paper)}-{published}-{number}"
        method = maker.chance.choice(("metadata", "byline", "dateline"))
        self.sources[key] = {
            "title": maker.text(TITLE),
            "publisher": paper,
            "url": f"https://{_key(paper)}.example/{published.year}/{number}",
            "published": str(published),
            "published_basis": {"method": method, "confidence": "high"},
        }
        self._latest.append(key)
        return key


def _days(count: int, maker: Inventor) -> list[dt.date]:
    """The days of events: years of unequal weight, and bursts within them."""
    years = _grown(YEARS, count)
    first = TODAY.year - years + 1
    weights = [maker.chance.lognormvariate(0, YEARS_DIFFER) for _ in range(years)]
    days: list[dt.date] = []
    for year in maker.chance.choices(range(first, first + years), weights=weights, k=count):
        if days and maker.happens(BURST):
            days.append(min(days[-1] + dt.timedelta(maker.chance.randrange(7)), TODAY))
        else:
            last = (min(TODAY, dt.date(year, 12, 31)) - dt.date(year, 1, 1)).days
            days.append(dt.date(year, 1, 1) + dt.timedelta(maker.chance.randint(0, last)))
    return sorted(days)


def _event(number: int, day: dt.date, names: list[list[str]], maker: Inventor) -> dict[str, Any]:
    """What an event says, without its citations."""
    title, (actors, places, tags) = maker.text(TITLE), names
    slug = "-".join(title.lower().split()[:4])
    event: dict[str, Any] = {"id": f"{day}-{slug}-{number}", "date": _date(day, maker), "title": title}
    event["summary"] = _summary(maker)
    if (status := maker.one(STATUSES)) != "happened":
        event["status"] = status
    if (level := maker.one(LEVELS)) != "normal":
        event["level"] = level
    if maker.happens(ATTRIBUTED):
        event["attributed_to"] = maker.names(1, 2)[0]
    event |= {key: value for key, value in (("actors", actors), ("places", places), ("tags", tags)) if value}
    if maker.happens(DISPUTED):
        event["disputed"] = maker.sentences(QUOTE)
    if maker.happens(CORRECTED):
        event["corrections"] = [{"date": str(TODAY), "kind": "correction", "text": maker.sentences(QUOTE)}]
    if maker.happens(RENAMED):
        event["aliases"] = [f"once-{number}"]
    if maker.happens(WITHDRAWN):
        event |= {"review": "withdrawn", "reason": maker.sentences(QUOTE)}
    event["added"] = str(TODAY)
    return event


def _summary(maker: Inventor) -> str:
    text = maker.sentences(SUMMARY)
    if not maker.happens(MARKED_UP):
        return text
    first, *rest = text.split(" ")
    return " ".join([f"**{first}**", *rest, f"See [{first.lower()}](https://docs.example/{len(text)})."])


def _date(day: dt.date, maker: Inventor) -> str:
    """A date as EDTF writes it."""
    later = min(TODAY, day + dt.timedelta(maker.chance.randrange(1, 20)))
    return {
        "day": str(day),
        "interval": f"{day}/{later}" if later > day else str(day),
        "month": f"{day:%Y-%m}",
        "about": f"{day:%Y-%m}~",
        "quarter": f"{day:%Y}-{33 + (day.month - 1) // 3}",
        "year": f"{day:%Y}",
    }[maker.one(PRECISIONS)]


def _citation(source: str, day: dt.date, event: dict[str, Any], maker: Inventor) -> dict[str, Any]:
    citation: dict[str, Any] = {"source": source, "when": f"on {day:%A}", "rule": "weekday", "date": event["date"]}
    if maker.happens(QUOTED):
        citation["quote"] = maker.text(QUOTE)
    citation["confidence"] = maker.chance.choices(("high", "medium", "low"), weights=(8, 2, 1))[0]
    citation["mention"] = f"{maker.chance.getrandbits(40):010x}"
    return citation


def _key(name: str) -> str:
    return name.lower().replace(" ", "-")


def as_yaml(timeline: Timeline) -> str:
    """The timeline's file."""
    lines = ["schema: 1", "timeline: {title: Benchmark, license: CC-BY-4.0, scope: Whatever was invented.}"]
    for name, entries in (("actors", timeline.actors), ("sources", timeline.sources)):
        lines.append(f"{name}:")
        for key, entry in entries.items():
            lines += [f"  {key}:", *_fields(entry, 4)]
    lines.append("events:")
    for event in timeline.events:
        first, *rest = _fields(event, 4)
        lines += [f"  - {first.strip()}", *rest]
    return "\n".join(lines) + "\n"


def _fields(entry: dict[str, Any], indent: int) -> Iterator[str]:
    for key, value in entry.items():
        if key == "citations":
            yield f"{' ' * indent}citations:"
            for each in value:
                first, *rest = _fields(each, indent + 4)
                yield f"{' ' * (indent + 2)}- {first.strip()}"
                yield from rest
        else:
            yield f"{' ' * indent}{key}: {_value(key, value)}"


def _value(key: str, value: Any) -> str:  # noqa: ANN401 whatever a field holds
    """A value as Dateline writes it: texts as JSON has them, which YAML reads as they are."""
    if key in {"id", "date", "source", "published", "added"}:  # these need no quotation marks
        return str(value)
    if isinstance(value, dict):
        return f"{{{', '.join(f'{name}: {_value(name, inner)}' for name, inner in value.items())}}}"
    return json.dumps(value, ensure_ascii=False)


def _quantiles(values: Iterable[int]) -> str:
    found = sorted(values)
    return " / ".join(str(found[min(len(found) - 1, int(share * len(found)))]) for share in (0.1, 0.5, 0.9, 1.0))


def main() -> None:
    """Say what is made, and write it where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--yaml", type=Path, help="where the timeline is to be written")
    options = parser.parse_args()
    made = invent(options.events, options.seed)
    if options.yaml:
        options.yaml.write_text(as_yaml(made), encoding="utf-8")
    events = made.events
    print(
        f"{len(events):,} events, {len(made.sources):,} sources, {len(made.actors):,} actors; "
        "10 % / median / 90 % / most:"
    )
    for name in ("title", "summary"):
        print(f"  characters of a {name}: {_quantiles(len(event[name]) for event in events)}")
    for name in ("citations", "actors", "places", "tags"):
        print(f"  {name} of an event: {_quantiles(len(event.get(name, ())) for event in events)}")
    print(f"  events of a year: {_quantiles(sum(1 for _ in each) for _, each in _by_year(events))}")


def _by_year(events: Sequence[dict[str, Any]]) -> Iterator[tuple[str, Iterator[dict[str, Any]]]]:
    return itertools.groupby(events, key=lambda event: event["id"][:4])


if __name__ == "__main__":
    main()
