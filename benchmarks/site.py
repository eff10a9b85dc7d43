"""How long a site takes to build: Dateline's, and the same events as Markdown pages of stock MkDocs + Material.

Run it with `python benchmarks/site.py`; it takes about a minute and needs no network. Each build is a process of its
own, from a cold start, into an empty folder; the figure is the median of the runs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

SEED = 20261121

PUBLISHERS = ("Agency", "Courier", "Daily Mail Order", "Evening Post", "Gazette", "Herald", "Observer")
ACTORS = ("Ada Example", "Ben Sample", "Council of Towns", "Ministry of Works", "Union of Ports")
TAGS = ("culture", "diplomacy", "energy", "justice", "trade", "transport")
SUBJECTS = ("The council", "The ministry", "The union", "A court", "The two governments", "A committee")
VERBS = ("agrees on", "opens", "postpones", "publishes", "rejects", "renews", "signs", "visits")
OBJECTS = ("a treaty on fishing", "the new bridge", "talks about gas", "a report on ports", "the railway", "a loan")

CONFIGURATION = """\
site_name: Benchmark
site_url: https://example.org/
theme: {name: material, font: false, features: [navigation.tabs]}
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """An invented event with what the two sites need of it."""

    key: str
    date: dt.date
    title: str
    summary: str
    quote: str
    source: str
    publisher: str
    actor: str
    tag: str


@dataclass(frozen=True, slots=True)
class Run:
    """One build: how long it took, how much memory it had at most, and how many pages it wrote."""

    seconds: float
    megabytes: float
    pages: int


def invent(count: int) -> Iterator[Entry]:
    """Events of some twenty years, oldest first; always the same ones."""
    chance = random.Random(SEED)  # noqa: S311 nothing is kept secret
    days = sorted(chance.randrange(20 * 365) for _ in range(count))
    for number, day in enumerate(days):
        date = dt.date(2005, 1, 1) + dt.timedelta(day)
        publisher = chance.choice(PUBLISHERS)
        words = f"{chance.choice(SUBJECTS)} {chance.choice(VERBS)} {chance.choice(OBJECTS)}"
        yield Entry(
            key=f"{date}-event-{number}",
            date=date,
            title=f"{words} ({number})",
            summary=" ".join(f"{words}, and so say those who were there on that day." for _ in range(1 + number % 3)),
            quote=f"{words} on {date:%A}, a spokesperson told reporters at the end of a long meeting",
            source=f"{publisher.split()[0].lower()}-{date:%Y-%m}",
            publisher=publisher,
            actor=chance.choice(ACTORS),
            tag=chance.choice(TAGS),
        )


def write_timeline(folder: Path, entries: list[Entry]) -> None:
    """A site of Dateline's."""
    sources = {entry.source: entry for entry in entries}
    lines = ["schema: 1", "timeline: {title: Benchmark}", "actors:"]
    lines += [f"  {actor.split()[0].lower()}: {{name: {actor}}}" for actor in ACTORS]
    lines.append("sources:")
    for key, entry in sorted(sources.items()):
        lines += [f"  {key}:", f"    title: News of {entry.date:%B %Y}", f"    publisher: {entry.publisher}"]
        lines += [f"    url: https://example.org/{key}", f"    published: {entry.date}"]
    lines.append("events:")
    for entry in entries:
        lines += [f"  - id: {entry.key}", f"    date: {entry.date}", f'    title: "{entry.title}"']
        lines += [f'    summary: "{entry.summary}"', f"    actors: [{entry.actor}]", f"    tags: [{entry.tag}]"]
        lines += ["    citations:", f"      - source: {entry.source}", f'        quote: "{entry.quote}"']
        lines += [f"        when: on {entry.date:%A}", f"        date: {entry.date}"]
    (folder / "data").mkdir()
    (folder / "data" / "events.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text("", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"{CONFIGURATION}plugins: [search, dateline]\n", encoding="utf-8")


def write_markdown(folder: Path, entries: list[Entry]) -> None:
    """A stock site: a Markdown page for each event, and a home page that lists them."""
    (folder / "docs" / "events").mkdir(parents=True)
    for entry in entries:
        text = [f"# {entry.title}", f"**{entry.date:%d %B %Y}**", entry.summary, "## Sources"]
        text += [f"> {entry.quote}", f"[{entry.publisher}](https://example.org/{entry.source}), {entry.date:%B %Y}"]
        text.append(f"{entry.actor} · {entry.tag}")
        (folder / "docs" / "events" / f"{entry.key}.md").write_text("\n\n".join(text), encoding="utf-8")
    links = "\n".join(f"- {entry.date}: [{entry.title}](events/{entry.key}.md)" for entry in entries)
    (folder / "docs" / "index.md").write_text(f"# Benchmark\n\n{links}\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(f"{CONFIGURATION}plugins: [search]\n", encoding="utf-8")


def build(folder: Path) -> Run:
    """Build a site once, with MkDocs' own command."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    started = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=folder, env=environment)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"the build in {folder} failed")
    return Run(seconds, usage.ru_maxrss / 1024, sum(1 for _ in (folder / "site").rglob("*.html")))


def measure(count: int, runs: int, write: Callable[[Path, list[Entry]], None]) -> Run:
    """The median of some builds of the same site."""
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), list(invent(count)))
        results = [build(Path(name)) for _ in range(runs)]
    seconds = statistics.median(run.seconds for run in results)
    return Run(seconds, max(run.megabytes for run in results), results[0].pages)


def show(name: str, events: int, run: Run) -> None:
    """Print a line of the table."""
    milliseconds = 1000 * run.seconds / run.pages
    print(f"{name:<28}{events:>8,}{run.pages:>8,}{run.seconds:>9.2f}{milliseconds:>10.2f}{run.megabytes:>8.0f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=[300, 2000], help="sizes of Dateline's site")
    parser.add_argument("--stock", type=int, default=300, help="size of the stock site; its cost grows with the square")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    print(f"{'':<28}{'events':>8}{'pages':>8}{'seconds':>9}{'ms/page':>10}{'MB':>8}")
    ours = {count: measure(count, options.runs, write_timeline) for count in sorted({*options.events, options.stock})}
    for count, run in ours.items():
        show("Dateline", count, run)
    stock = measure(options.stock, options.runs, write_markdown)
    show("stock MkDocs + Material", options.stock, stock)
    ratio = ours[options.stock].seconds / stock.seconds
    print(f"\n{options.stock:,} events: Dateline takes {ratio:.2f} × the time of stock MkDocs + Material")
    small, *_, large = ours
    if large > small:
        further = (ours[large].seconds - ours[small].seconds) / (ours[large].pages - ours[small].pages)
        print(f"from {small:,} to {large:,} events: {1000 * further:.2f} ms for each further page")


if __name__ == "__main__":
    main()
