"""What a reader waits for on a long timeline: the page, each step of the filters, the search; and the memory it takes.

Run it with `python benchmarks/browser.py`. It builds the site of an invented timeline in a temporary folder and opens
it in Chromium, whose processor is slowed down to a quarter, as Lighthouse does it for a phone; lines are not slowed.
A step is measured from the moment that the reader's choice reaches the page until what fits was drawn: by the clock,
and, since other work on the machine lengthens that, by what the page's thread takes of a processor that is not
slowed down, four times. What the page does after that, while nobody waits for it, is counted by itself in the same way.

The same events stand beside it in pages of two peers, which have all of them as elements: list.js, which shows a
hundred at once as we do, and the loop that most pages write for themselves, which hides what does not fit. list.js
comes from npm: `npm ci --prefix benchmarks` installs it, and without it it is left out.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from bounds import judged
from playwright.sync_api import Browser, Page, sync_playwright
from sites.peers import PEERS, write_peer
from sites.served import FLAGS, build_invented, find_chromium, serving

HELD = 10_000
"""How many events the bounds of `floors.toml` are for."""

LOOP = "a loop over all entries"
SLOWED = 4
STEP_BUDGET = 100
"""Milliseconds from a choice to what fits."""

FIRST = "the first, at once"
"""What is chosen while the form is hardly open, and the list of all events perhaps on its way."""

STEPS = ("a letter", "a word", "a tag", "an actor", "a place", "a status", "a date", "all at once")
"""What a reader does, each from a form that is empty again."""

MEASURE = (Path(__file__).parent / "sites" / "measure.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Taken:
    """What a step takes, in milliseconds: by the clock; of the page's thread, four times; and of it after that."""

    clock: float
    work: float
    after: float


@dataclass(frozen=True, slots=True)
class Held:
    """What a page holds: megabytes of objects of its scripts, and nodes of its document."""

    megabytes: float
    nodes: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What is compared of a page: milliseconds until it is usable, the median work of its steps, what it holds."""

    usable: float
    step: float
    held: Held


def open_page(browser: Browser, address: str, slowed: int) -> tuple[Page, Any]:
    """Open a page in a window that has seen nothing before; the page, and the line to the browser."""
    page = browser.new_context(viewport={"width": 412, "height": 823}).new_page()
    page.set_default_navigation_timeout(300_000)  # of the peers, on a busy machine
    line = page.context.new_cdp_session(page)
    line.send("Emulation.setCPUThrottlingRate", {"rate": slowed})
    line.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.add_init_script(MEASURE)
    page.goto(address, wait_until="load")
    return page, line


def metrics(line: Any) -> dict[str, float]:  # noqa: ANN401 the library's
    """What the browser counts of a page."""
    return {each["name"]: each["value"] for each in line.send("Performance.getMetrics")["metrics"]}


def held(line: Any) -> Held:  # noqa: ANN401 the library's
    """What a page holds once nothing is kept that nobody needs."""
    line.send("HeapProfiler.collectGarbage")
    found = metrics(line)
    return Held(found["JSHeapUsedSize"] / 1e6, int(found["Nodes"]))


def load(browser: Browser, address: str) -> tuple[float, float, Held]:
    """Open a page: the milliseconds until it is drawn, and until its filters can be used; what it holds then."""
    page, line = open_page(browser, address, SLOWED)
    painted, usable = page.evaluate("measured.load()")
    found = held(line)
    page.context.close()
    return painted, usable, found


def steps(browser: Browser, address: str, slowed: int) -> tuple[dict[str, Taken], Held]:
    """Take each step once.

    Returns:
        What each takes, by its name; what the page holds then.
    """
    page, line = open_page(browser, address, slowed)
    found = {"opening the form": Taken(page.evaluate("measured.open()"), 0.0, 0.0)}
    for name in (FIRST, *STEPS):
        if name != FIRST:
            page.evaluate("measured.clear()")
        before = work(line)
        clock = page.evaluate("name => measured.step(name)", name)
        drawn = work(line)
        page.evaluate("measured.rest()")
        found[name] = Taken(clock, drawn - before, work(line) - drawn)
    memory = held(line)
    page.context.close()
    return found, memory


def work(line: Any) -> float:  # noqa: ANN401 the library's
    """What a page's thread has taken so far, as milliseconds of a slowed processor."""
    return 1000 * SLOWED * metrics(line)["TaskDuration"]


def search(browser: Browser, address: str) -> tuple[float, float]:
    """Milliseconds from the focus on the search box until something was found, and those of a further word."""
    page, _ = open_page(browser, address, SLOWED)
    first, further = page.evaluate("measured.search()")
    page.context.close()
    return first, further


def median(values: list[float]) -> float:
    """The median."""
    return statistics.median(values)


def measure(browser: Browser, name: str, address: str, runs: int) -> Measured:
    """Measure a page, print what was found, and give what is compared of it."""
    loads = [load(browser, address) for _ in range(runs)]
    slow = [steps(browser, address, SLOWED) for _ in range(runs)]
    quick = [steps(browser, address, 1) for _ in range(runs)]
    before, after = loads[-1][2], slow[-1][1]
    usable, works = median([each[1] for each in loads]), []
    print(f"{name}: painted after {median([each[0] for each in loads]):.0f} ms,", end=" ")
    print(f"usable after {usable:.0f} ms;", end=" ")
    print(f"{before.megabytes:.1f} MB and {before.nodes:,} nodes,", end=" ")
    print(f"{after.megabytes:.1f} MB and {after.nodes:,} nodes after the steps")
    for step in slow[0][0]:
        clock = median([each[0][step].clock for each in slow])
        taken, later = (median([getattr(each[0][step], part) for each in quick]) for part in ("work", "after"))
        over = "  over the budget" if step in STEPS and taken > STEP_BUDGET else ""
        print(f"  {step:<22}{clock:>8.0f} ms{taken:>8.0f} ms of work{later:>8.0f} after that{over}", flush=True)
        works += [taken] if step in STEPS else []
    print()
    return Measured(usable, median(works), before)


def figures(home: Measured, loop: Measured) -> dict[str, float]:
    """What `floors.toml` bounds of the home page."""
    return {
        "MB that scripts hold": home.held.megabytes,
        "nodes": home.held.nodes,
        "usable, times a loop over all entries": home.usable / loop.usable,
        "a step's work, times a loop over all entries": home.step / loop.step,
    }


def main() -> int:
    """Measure and print; gives 1 if a figure is beyond its bound."""
    parser = argparse.ArgumentParser(description=cast("str", __doc__).splitlines()[0])
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peer-runs", type=int, default=1, help="of the peers, which take minutes each")
    parser.add_argument("--site", type=Path, help="a site that was built before, of the same timeline")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        site = options.site or build_invented(Path(name, "ours"), options.events)
        peers = {
            peer: Path(name, str(at)) for at, peer in enumerate(PEERS) if write_peer(peer, Path(name, str(at)), site)
        }
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(FLAGS))
        print(f"{options.events:,} events, the processor slowed down {SLOWED} times;", end=" ")
        print(f"medians of {options.runs} runs, of peers {options.peer_runs};", end=" ")
        print(f"load of the machine {os.getloadavg()[0]:.1f}\n")
        with serving(site) as address:
            found = {
                kind: measure(browser, f"Dateline, {kind}", address + path, options.runs)
                for kind, path in ours(site).items()
            }
            first, further = zip(*(search(browser, address) for _ in range(options.runs)), strict=True)
        print(
            f"search: {median([*first]):.0f} ms from the focus to what is found, {median([*further]):.0f} ms a word\n"
        )
        for peer, folder in peers.items():
            with serving(folder) as address:
                found[peer] = measure(browser, peer, address, options.peer_runs)
        browser.close()
    return judged("browser", figures(found["home"], found[LOOP])) if options.events == HELD else 0


def ours(site: Path) -> dict[str, str]:
    """The home page, which fetches the list of all events, and the longest list that stands in one page."""
    lists = [page for kind in ("tags", "actors", "places", "years") for page in site.glob(f"{kind}/*/index.html")]
    longest = max(lists, key=lambda page: page.stat().st_size)
    return {"home": "", "the longest list": f"{longest.parent.relative_to(site).as_posix()}/"}


if __name__ == "__main__":
    sys.exit(main())
