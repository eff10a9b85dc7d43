"""What a reader's first page costs: its weight, and what Lighthouse says of it, as on a slow phone with a slow line.

Run it with `python benchmarks/page.py`. It builds the demo's site and invented ones in a temporary folder, serves them
on this machine compressed, as hosts do, and prints a table; each score is the median of the runs. Lighthouse comes from
npm: `npm ci --prefix benchmarks` installs it, and without it only weights are measured. Other work on the machine
lowers the score of performance; the column “machine” is Lighthouse's own measure of how quick it was meanwhile, of
which it wants 1,500 or more.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from bounds import judged
from playwright.sync_api import Browser, sync_playwright
from sites.served import FLAGS, ROOT, build, build_invented, find_chromium, serving

LIGHTHOUSE = ROOT / "benchmarks" / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")


@dataclass(frozen=True, slots=True)
class Weight:
    """What is sent for a page before its reader does anything, in bytes, images aside."""

    page: int
    scripts: int
    requests: int


@dataclass(frozen=True, slots=True)
class Rating:
    """What Lighthouse says: four scores of up to 100, and how quick it found the machine."""

    scores: tuple[float, ...]
    machine: float


def pages_of(site: Path) -> dict[str, str]:
    """The home page and an event's, of those with most in it, by what they are called."""
    events = max((site / "events").glob("*/index.html"), key=lambda page: (page.stat().st_size, str(page)))
    return {"home": "", "event": events.parent.relative_to(site).as_posix() + "/"}


def weigh(browser: Browser, address: str) -> Weight:
    """Load a page into a window that has seen nothing before, and add up what is sent for it."""
    window = browser.new_context(viewport={"width": 412, "height": 823})
    page = window.new_page()
    sizes: dict[str, int] = {}

    def count(response: Any) -> None:  # noqa: ANN401 the library's
        if not response.headers.get("content-type", "").startswith("image/"):
            sizes[response.url] = int(response.headers.get("content-length", "0"))

    page.on("response", count)
    page.goto(address, wait_until="networkidle")
    window.close()
    ours = [size for url, size in sizes.items() if "/assets/dateline/" in url and url.endswith(".js")]
    return Weight(sum(sizes.values()), sum(ours), len(sizes))


def rate(address: str, chromium: str) -> Rating:
    """Have Lighthouse look at a page once."""
    flags = " ".join(("--headless=new", *FLAGS))
    command = ["node", str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--chrome-flags={flags}"]
    command.append(f"--only-categories={','.join(CATEGORIES)}")
    done = subprocess.run(
        command, check=True, capture_output=True, text=True, env=os.environ | {"CHROME_PATH": chromium}
    )
    report = json.loads(done.stdout)
    scores = tuple(100 * (report["categories"][name]["score"] or 0) for name in CATEGORIES)
    return Rating(scores, report["environment"]["benchmarkIndex"])


def rate_often(address: str, chromium: str, runs: int) -> Rating:
    """The median of some looks."""
    ratings = [rate(address, chromium) for _ in range(runs)]
    scores = tuple(statistics.median(scores) for scores in zip(*(each.scores for each in ratings), strict=True))
    return Rating(scores, statistics.median(each.machine for each in ratings))


def show(name: str, weight: Weight, rating: Rating | None) -> None:
    """Print a line of the table."""
    scores = "".join(f"{score:>7.0f}" for score in rating.scores) + f"{rating.machine:>9.0f}" if rating else ""
    figures = f"{weight.page / 1000:>8.1f}{weight.scripts / 1000:>8.1f}{weight.requests:>7}"
    print(f"{name:<24}{figures}{scores}", flush=True)


def measure(site: Path, name: str, chromium: str, runs: int) -> Iterator[tuple[Weight, Rating | None]]:
    """Measure the pages of a site and print a line for each."""
    with serving(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        weights = {kind: weigh(browser, address + path) for kind, path in pages_of(site).items()}
        browser.close()
        for kind, path in pages_of(site).items():
            rating = rate_often(address + path, chromium, runs) if runs else None
            show(f"{name}, {kind}", weights[kind], rating)
            yield weights[kind], rating


def figures(found: Sequence[tuple[Weight, Rating | None]]) -> dict[str, float]:
    """What `floors.toml` bounds: the most that a page weighs, and the least of its scores."""
    ratings = [rating for _, rating in found if rating]
    weighed = {
        "kB of a page": max(weight.page for weight, _ in found) / 1000,
        "kB of our scripts": max(weight.scripts for weight, _ in found) / 1000,
    }
    return weighed | {
        category: min(rating.scores[place] for rating in ratings)
        for place, category in enumerate(CATEGORIES)
        if ratings and category != "performance"
    }


def main() -> int:
    """Measure and print; gives 1 if a figure is beyond its bound."""
    parser = argparse.ArgumentParser(description=cast("str", __doc__).splitlines()[0])
    parser.add_argument("--events", type=int, nargs="*", default=[2000, 10_000], help="sizes of the invented sites")
    parser.add_argument("--runs", type=int, default=5, help="how often Lighthouse looks at each page")
    parser.add_argument("--quick", action="store_true", help="one look, at the demo and the smallest invented site")
    options = parser.parse_args()
    chromium = find_chromium()
    runs = 1 if options.quick else options.runs
    if not (LIGHTHOUSE.exists() and shutil.which("node")):
        print("Lighthouse is left out: `npm ci --prefix benchmarks` installs it.")
        runs = 0
    print(
        f"{'':<24}{'kB':>8}{'our JS':>8}{'files':>7}"
        + (f"{'perf':>7}{'acc':>7}{'best':>7}{'seo':>7}{'machine':>9}" * bool(runs))
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = [*measure(build(ROOT / "mkdocs.yml", folder / "demo"), "demo", chromium, runs)]
        for events in sorted(options.events)[: 1 if options.quick else None]:
            found += measure(build_invented(folder / str(events), events), f"{events:,} events", chromium, runs)
    return judged("page", figures(found))


if __name__ == "__main__":
    sys.exit(main())
