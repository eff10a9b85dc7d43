"""How long a site takes to build: Dateline's, and the same events with Hugo, Zensical and stock MkDocs + Material.

Run it with `python benchmarks/site.py`; it takes a few minutes. Each build is a process of its own, from a cold start
into an empty folder, the builds of all generators taking turns; the figures are medians of the runs. Of memory, the
most of the whole tree of processes counts. The timeline is that of `timelines.py`.

Peers that are not installed are left out; `--install` fetches them into a temporary folder. `--profile` builds in this
process and says where the time goes.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import os
import pstats
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path
from unittest.mock import patch

from bounds import judged
from sites.cost import Cost, run
from sites.makers import Maker, makers, write_ours
from sites.plot import plot
from timelines import invent

PEERS = ("hugo", "zensical")
HELD = {
    1000: ("stock MkDocs + Material", "Zensical", "Hugo, with lists and feeds"),
    10_000: ("Hugo, with lists and feeds",),
}
"""For each size that has bounds, the peers whose work is compared."""

COLUMNS = ("events", "pages", "files", "MB written", "seconds", "of processors", "ms a page", "MB of memory")


def installed(folder: Path) -> Path:
    """The peers, in an environment of their own; the folder of their programs."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "--quiet", *PEERS], check=True)
    return programs


def measure(every: list[Maker], count: int, runs: int) -> dict[str, Cost]:
    """The median of some builds by each generator, which take turns."""
    timeline = invent(count)
    results: dict[str, list[Cost]] = {}
    with tempfile.TemporaryDirectory() as name:
        folders = {maker.name: Path(name, str(number)) for number, maker in enumerate(every)}
        for maker in every:
            folders[maker.name].mkdir()
            maker.write(folders[maker.name], timeline)
        for _ in range(runs):
            for maker in every:
                folder = folders[maker.name]
                for left in (maker.site, *maker.left):
                    shutil.rmtree(folder / left, ignore_errors=True)
                cost = run(maker.command, folder, folder / maker.site, {"NO_MKDOCS_2_WARNING": "1"})
                results.setdefault(maker.name, []).append(cost)
    return {name: _median(costs) for name, costs in results.items()}


def _median(costs: list[Cost]) -> Cost:
    middle = {name: statistics.median(getattr(cost, name) for cost in costs) for name in ("seconds", "work")}
    last = costs[-1]
    return Cost(
        **middle, megabytes=max(c.megabytes for c in costs), pages=last.pages, files=last.files, written=last.written
    )


def row(name: str, count: int, cost: Cost) -> str:
    """A line of the table, in Markdown."""
    strong = "**" if name == "Dateline" else ""
    cells = (
        f"{count:,}",
        f"{cost.pages:,}",
        f"{cost.files:,}",
        f"{cost.written:,.1f}",
        f"{strong}{cost.seconds:.2f}{strong}",
        f"{cost.work:.2f}",
        f"{1000 * cost.work / cost.pages:.2f}",
        f"{cost.megabytes:.0f}",
    )
    return f"| {strong}{name}{strong} | {' | '.join(cells)} |"


def compared(results: dict[int, dict[str, Cost]]) -> list[str]:
    """What the goals ask for: beside Hugo, and for each further page."""
    lines = []
    for count, costs in results.items():
        ours = costs.get("Dateline")
        for peer in (name for name in costs if ours and not name.startswith("Dateline")):
            theirs = costs[peer]
            times, work = ours.seconds / theirs.seconds, ours.work / theirs.work
            lines.append(f"{count:,} events: {times:.2f} × the time and {work:.2f} × the work of {peer}")
    small, large = min(results), max(results)
    for name in results[large] if large > small else ():
        ours, more = results[small][name], results[large][name]
        further = 1000 * (more.work - ours.work) / (more.pages - ours.pages)
        memory = 1000 * (more.megabytes - ours.megabytes) / (more.pages - ours.pages)
        lines.append(
            f"{name}, from {small:,} to {large:,}: {further:.2f} ms of work and {memory:.0f} kB a further page"
        )
    return lines


def draw(results: dict[int, dict[str, Cost]], file: Path) -> None:
    """Plot the times of all generators into a file, and the memory into another beside it."""
    names = list(dict.fromkeys(name for costs in results.values() for name in costs))

    def lines(what: str) -> dict[str, list[tuple[int, float]]]:
        return {
            name: [(count, getattr(costs[name], what)) for count, costs in results.items() if name in costs]
            for name in names
        }

    file.write_text(plot(lines("seconds"), "Time to build a whole site", "events", "seconds"), encoding="utf-8")
    beside = file.with_stem(f"{file.stem}-memory")
    beside.write_text(plot(lines("megabytes"), "Memory that it takes", "events", "megabytes"), encoding="utf-8")


def figures(results: dict[int, dict[str, Cost]]) -> dict[str, float]:
    """What `floors.toml` bounds, of the sizes that it names."""
    found = {}
    for count in results.keys() & HELD.keys():
        costs = results[count]
        if ours := costs.get("Dateline"):
            found |= {
                f"{count:,} events: files": ours.files,
                f"{count:,} events: MB written": ours.written,
                f"{count:,} events: MB of memory": ours.megabytes,
            }
            peers = (peer for peer in HELD[count] if peer in costs)
            found |= {f"{count:,} events: times the work of {peer}": ours.work / costs[peer].work for peer in peers}
    every = {count: costs["Dateline"] for count, costs in results.items() if "Dateline" in costs}
    if len(every) > 1:
        small, large = every[min(every)], every[max(every)]
        grown = 1000 * (large.megabytes - small.megabytes) / (large.pages - small.pages)
        found["kB of memory, a further page"] = grown
    return found


def profile(count: int, most: int) -> str:
    """Where the time of a build goes: functions by their own time, and by that of all they call."""
    from generator.commands.clock import today
    from generator.publishing.engine import Options, build_site

    with tempfile.TemporaryDirectory() as name:
        write_ours(Path(name), invent(count))
        options = Options(Path(name, "mkdocs.yml"), today(None))
        watch = cProfile.Profile(time.process_time)  # what else runs on the machine does not count
        # In one process, as beside a thread: a profile sees no other.
        with patch("generator.publishing.forking.threads", return_value=2):
            watch.runcall(build_site, options)
    text = io.StringIO()
    stats = pstats.Stats(watch, stream=text).strip_dirs()
    for order in ("tottime", "cumulative"):
        stats.sort_stats(order).print_stats(most)
    lines = text.getvalue().splitlines()
    return "\n".join(line.rstrip() for line in lines if line.strip()) + "\n"


def main() -> int:
    """Measure and print; gives 1 if a figure is beyond its bound."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, nargs="+", default=[100, 1000], help="sizes; the goals ask for 10000 too")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="+", default=[], help="begin the names of the generators that are measured")
    parser.add_argument("--install", action="store_true", help="fetch the peers from the package registry")
    parser.add_argument("--peers", type=Path, help="the folder of the peers' programs")
    parser.add_argument("--svg", type=Path, help="where a plot of the times is written, beside it one of the memory")
    parser.add_argument("--profile", type=Path, help="write where the time of the first size goes, and measure nothing")
    options = parser.parse_args()
    if options.profile:
        options.profile.write_text(profile(options.events[0], 40), encoding="utf-8")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        every = makers(installed(Path(folder)) if options.install else options.peers)
        if options.only:
            every = [maker for maker in every if maker.name.startswith(tuple(options.only))]
        print(f"| | {' | '.join(COLUMNS)} |\n|{' --- |' * (len(COLUMNS) + 1)}")
        results = {}
        for count in sorted(options.events):
            results[count] = measure([maker for maker in every if count <= maker.most], count, options.runs)
            for name, cost in results[count].items():
                print(row(name, count, cost), flush=True)
    print("", *compared(results), sep="\n")
    if options.svg:
        draw(results, options.svg)
    return judged("site", figures(results))


if __name__ == "__main__":
    sys.exit(main())
