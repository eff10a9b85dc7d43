"""Measure runs over many articles: how many a second, what two workers are worth, and whether memory stays flat.

Run it with `python benchmarks/extraction.py`, or with `--articles 100000` for the figures of the manual (some minutes);
`--workers` with nothing behind it leaves the runs out. Then one core is measured by itself, from text to candidates,
beside dateparser.search on some of the same articles: that finds dates, and nothing else.
The articles are invented: a quarter of their sentences have names, dates, quotations and figures as news has them, the
others are made of invented words; drawn by a generator with a fixed seed, 3 kB each, in one JSON Lines file in a
temporary folder. Nothing is read from anywhere else.

The figures a second of a processor hold on a machine that does other work too; those of the clock do not.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import multiprocessing
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from bounds import judged

from generator.curating.propose import Run
from generator.curating.ranking import Wanted
from generator.extracting import extract
from generator.reading import items, read_item
from generator.reading.article import Article
from generator.reading.item import Item
from generator.running.job import Job, Options
from generator.running.processes import cores
from generator.running.progress import Silent

ARTICLE_BYTES = 3_000
ALONE = 400
"""How many articles are read without workers, and how often (`PASSES`)."""
PASSES = 5
OF_PEER = 10
"""How many of them the peer gets, which takes several times as long."""
TODAY = dt.date(2026, 11, 22)
FIRST_DAY = dt.date(2015, 1, 1)
DAYS = 4_000

PEOPLE = tuple(
    f"{first} {last}"
    for first in ("Ann", "Bo", "Carla", "Dev", "Elsa", "Farid", "Grete", "Hugo", "Ines", "Jon")
    for last in ("Abara", "Brunn", "Castell", "Dray", "Eklund", "Farrow", "Gatti", "Holm", "Ibsen", "Jarvis")
)
PLACES = tuple(
    f"{first}{last}"
    for first in ("Port ", "New ", "North", "East", "Old ", "Mill")
    for last in ("elm", "ford", "Ash", "ham")
)
OFFICES = ("mayor", "minister of transport", "head of the union", "chief of police", "judge", "governor", "director")
BODIES = ("the council", "parliament", "the court", "the ministry", "the union", "the central bank", "the company")
DEEDS = (
    "signed an agreement with",
    "opened talks with",
    "closed the bridge to",
    "arrested four people in",
    "sent engineers to",
    "sued the owners of the plant in",
    "visited flooded villages near",
    "called off the vote in",
    "dismissed the managers of the port of",
    "approved a railway to",
)
THINGS = (
    "the harbour",
    "the plant",
    "the budget",
    "the dam",
    "the school",
    "the airport",
    "the hospital",
    "the strike",
)
TEMPLATES = (
    "{person}, the {office} of {place}, {deed} {other} on {weekday}, {body} said.",
    "{Body} {deed} {other} on {day}, according to {person}.",
    "“We did what we could for {thing},” {person} told reporters in {place}.",
    "The cost of {thing} rose by {number} per cent to {number} million, more than {body} had expected.",
    "In {month} {year}, {person} {deed} {place} after weeks of protest.",
    "{Body} is expected to decide about {thing} next {weekday}.",
    "{Thing_} had been closed since {year}, when a fire destroyed a part of it.",
    "Nobody in {place} remembers such a winter, and few believe that {thing} will be ready in time.",
    "Last week {person} {deed} {place}, which {body} denied two days later.",
    "{number} workers have left {thing} since the beginning of the year; {number} more may follow.",
    "{person} became {office} of {place} in {year} and was re-elected {number} months ago.",
    "Critics say that {body} has never explained why {thing} was sold.",
)


ONSETS, NUCLEI, CODAS = (
    ["b", "br", "c", "d", "dr", "f", "g", "gr", "h", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v"],
    ["a", "e", "i", "o", "u", "ea"],
    ["n", "r", "l", "t", "s"],
)
PLAIN = (
    "The {a} of the {b} had {c}ed the {d}, and no {e} could {f} it.",
    "It was a {a} {b}, {c}ed by {d}s and {e}ed with {f}.",
    "Many {a}s {b} the {c} because the {d} of {e} is {f}.",
    "He said the {a} would {b} every {c} that the {d} {e}s, whatever {f}s it takes.",
    "There are {a}s in the {b}, but the {c} {d} of the {e} remains {f}.",
)
"""Sentences in which nothing can be dated: most of any article."""

DATABLE = 0.25
"""The share of the others."""


def _words() -> tuple[str, ...]:
    """A few thousand words that nobody ever used."""
    chance = random.Random(0)  # noqa: S311 nothing secret
    syllables = [onset + nucleus for onset in ONSETS for nucleus in NUCLEI]
    return tuple("".join(chance.sample(syllables, chance.randrange(1, 4))) + chance.choice(CODAS) for _ in range(4_000))


WORDS = _words()


def article(number: int) -> dict[str, str | int]:
    """Invent one article, the same for the same number."""
    chance = random.Random(number)  # noqa: S311 nothing secret
    published = FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))
    sentences: list[str] = []
    length = 0
    while length < ARTICLE_BYTES:
        sentence = _sentence(chance, published)
        length += len(sentence) + 1
        sentences.append(sentence)
    text = "\n".join(" ".join(sentences[start : start + 3]) for start in range(0, len(sentences), 3))
    return {"id": number, "published": published.isoformat(), "text": text}


def _sentence(chance: random.Random, published: dt.date) -> str:
    if chance.random() > DATABLE:
        words = dict(zip("abcdef", chance.sample(WORDS, 6), strict=True))
        return chance.choice(PLAIN).format_map(words)
    day = published - dt.timedelta(days=chance.randrange(400))
    body, thing = chance.choice(BODIES), chance.choice(THINGS)
    return chance.choice(TEMPLATES).format(
        person=chance.choice(PEOPLE),
        office=chance.choice(OFFICES),
        place=chance.choice(PLACES),
        other=chance.choice(PLACES),
        deed=chance.choice(DEEDS),
        body=body,
        Body=body[0].upper() + body[1:],
        thing=thing,
        Thing_=thing[0].upper() + thing[1:],
        number=chance.randrange(2, 99),
        weekday=day.strftime("%A"),
        day=f"{day.day} {day:%B %Y}",
        month=day.strftime("%B"),
        year=day.year,
    )


@dataclass
class Watch(Silent):
    """Looks at the memory of every process of the run as articles are done.

    Attributes:
        every: After how many articles it looks.
        busy: Seconds of the processor's time that each other process has had, by its number.
        memory: How many were done, and the largest worker's and this process's resident memory in megabytes.
    """

    every: int
    done: int = 0
    busy: dict[int, float] = field(default_factory=dict)
    memory: list[tuple[int, float, float]] = field(default_factory=list)

    def advance(self, number: int, *, known: bool = False) -> None:
        """Count, and look where it is time to."""
        assert not known or not number  # noqa: S101 each run here is a first one
        before, self.done = self.done, self.done + number
        for child in multiprocessing.active_children():
            self.busy[child.pid or 0] = processor_seconds(child.pid or 0)
        if before // self.every != self.done // self.every:
            workers = [resident(child.pid) for child in multiprocessing.active_children() if child.pid]
            self.memory.append((self.done, max(workers, default=0.0), resident()))


def resident(pid: int | None = None) -> float:
    """The resident memory of a process in megabytes; 0 where the system does not tell."""
    try:
        status = Path(f"/proc/{pid or 'self'}/statm").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return int(status.split()[1]) * resource.getpagesize() / 1e6


def processor_seconds(pid: int) -> float:
    """What a process has had of the processor's time; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Result:
    """What one run took.

    Attributes:
        workers: How many there were.
        reading: Seconds for reading and extracting, workers' start included.
        parent: Seconds of the processor's time that this process took for that.
        ranking: Seconds of it for what follows, up to the new text of the timeline.
        watch: What was seen of the memory.
        spool: Megabytes of the spool.
    """

    workers: int
    reading: float
    parent: float
    ranking: float
    watch: Watch
    spool: float


def measure(file: Path, articles: int, workers: int) -> Result:
    """Run over the articles of a file."""
    events = file.with_name(f"events{workers}.yaml")
    watch = Watch(every=max(articles // 10, 1))
    with Job([file], events, Options(TODAY, wanted=Wanted(top=30), workers=workers)) as job:
        begun, busy = time.perf_counter(), time.process_time()
        job.gather(watch)
        reading, parent = time.perf_counter() - begun, time.process_time() - busy
        busy = time.process_time()
        job.propose(Run(events, None, frozenset(), TODAY))
        ranking = time.process_time() - busy
        spool = sum(part.stat().st_size for part in (file.parent / ".cache").glob(f"{events.stem}.*")) / 1e6
        job.done = True
    return Result(workers, reading, parent, ranking, watch, spool)


def told(result: Result, articles: int) -> Iterator[str]:
    """Say what a run took."""
    rate = articles / result.reading
    yield f"{result.workers} workers: {rate:,.0f} articles a second, {rate / result.workers:,.0f} a second and worker"
    others = sum(result.watch.busy.values())
    each = others / articles
    yield f"  of a processor: {1 / each:,.0f} articles a second in the workers ({each * 1e3:.2f} ms each)"
    yield f"  in the parent: {result.parent / articles * 1e3:.2f} ms each"
    yield f"  ranking and proposing: {result.ranking:.1f} s, {result.ranking / articles * 1e6:,.0f} s for a million"
    yield f"  spool: {result.spool:.0f} MB, {result.spool / articles * 1e3:.1f} GB for a million"
    for done, worker, parent in result.watch.memory:
        yield f"  after {done:>9,}: largest worker {worker:.0f} MB, parent {parent:.0f} MB"
    busy = (others + result.parent + result.ranking) / articles * 1e6 / 3600
    yield f"  a million articles: {1e6 / rate / 3600:.2f} h of the clock, {busy:.2f} h of a processor"


def alone(file: Path) -> float:
    """Say what one core does with texts by itself, beside a peer; gives the share of the peer's work that it takes."""
    wanted = list(islice(items([file], today=TODAY), ALONE))
    texts = [read_item(item, today=TODAY) for item in wanted if isinstance(item, Item)]
    for article in texts:
        extract(article)  # what is compiled or looked up once is there from now on
    passes = []
    for _ in range(PASSES):
        begun = time.process_time()
        found = sum(len(extract(read_item(item, today=TODAY)).candidates) for item in wanted if isinstance(item, Item))
        passes.append((time.process_time() - begun) / len(texts))
    least, middle = min(passes), statistics.median(passes)
    peer = dateparser_seconds(texts[:OF_PEER])
    print(f"one core, from text to candidates: {len(texts)} articles, {found / len(texts):.1f} candidates each")
    print(f"  Dateline: {1 / least:,.0f} articles a second of a processor at best ({least * 1e3:.2f} ms each),")
    print(f"    {1 / middle:,.0f} in the middle of {PASSES} passes")
    print(f"  dateparser.search on {min(OF_PEER, len(texts))} of them: {1 / peer:,.1f} ({peer * 1e3:.0f} ms each)")
    return least / peer


def dateparser_seconds(articles: Sequence[Article]) -> float:
    """What dateparser.search takes of a processor for an article, to find its dates."""
    from dateparser.search import search_dates

    begun = time.process_time()
    for article in articles:
        settings: Any = {"RELATIVE_BASE": dt.datetime.combine(article.dct or TODAY, dt.time())}
        search_dates(article.text, languages=["en"], settings=settings)
    return (time.process_time() - begun) / len(articles)


def figures(results: Sequence[Result], share: float) -> dict[str, float]:
    """What `floors.toml` bounds."""
    found = {"an article, times dateparser.search's work": share}
    memory = [each for result in results for each in result.watch.memory]
    if memory:
        found["MB of the largest worker"] = max(worker for _, worker, _ in memory)
        found["MB of the command while the workers read"] = max(parent for _, _, parent in memory)
    return found


def main() -> int:
    """Invent articles, run over them with one worker and with two, read some alone; gives 1 if a bound is passed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--articles", type=int, default=4_000)
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "articles.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(article(number)) + "\n" for number in range(arguments.articles))
        size = file.stat().st_size / arguments.articles
        python = sys.version.split()[0]
        print(f"{arguments.articles:,} invented articles of {size:,.0f} bytes, {cores()} cores, Python {python}")
        results = []
        for workers in arguments.workers:
            results.append(measure(file, arguments.articles, workers))
            print("\n".join(told(results[-1], arguments.articles)), flush=True)
        share = alone(file)
    if {1, 2} <= set(arguments.workers):
        one, two = (next(each for each in results if each.workers == number) for number in (1, 2))
        print(f"2 workers are worth {one.reading / two.reading:.2f} of 1")
    return judged("extraction", figures(results, share))


if __name__ == "__main__":
    sys.exit(main())
