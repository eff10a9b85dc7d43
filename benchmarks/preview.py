"""How long an editor waits to see a change: from saving one edit until the page shows it.

A timeline of ten thousand invented events (`timelines.py`). *Served*: `dateline serve` runs, an event's title is
changed in the file, and its page is asked for until the new title is there; beside it `hugo server`, where the page's
own Markdown file is changed. *Built*: `dateline build` over the site of before, and `hugo` likewise; what is counted
besides is how many files of the site have another time than before, which is what a deployment would upload.

It takes some minutes. Hugo is left out where it is not found (`--peers` names the folder of its program).
"""

from __future__ import annotations

import argparse
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from bounds import judged
from sites.makers import Maker, makers
from timelines import Timeline, invent

PATIENCE = 600.0
"""Seconds after which a page is not waited for any more."""

PAUSE = 0.02
HELD = 10_000
"""How many events the bounds of `floors.toml` are for."""

OURS, HUGO = "Dateline, without search", "Hugo, with lists and feeds"
WORD = "Zyxwv"
"""Stands in no invented title."""


@dataclass(frozen=True, slots=True)
class Waited:
    """What an edit cost.

    Attributes:
        served: Seconds from saving until the page shows it, of each edit.
        built: Seconds of a build over the earlier site, of each edit.
        renewed: How many files of the site that build wrote anew, the last time.
        files: How many files the site has.
    """

    served: list[float]
    built: list[float]
    renewed: int
    files: int


def wait(maker: Maker, timeline: Timeline, edits: int) -> Waited:
    """Edit an event some times, served and built."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        maker.write(folder, timeline)
        event = next(event for event in timeline.events[len(timeline.events) // 2 :] if not event.get("review"))
        source = _source(folder, event["id"])
        with _serving(maker, folder) as address:
            page = f"{address}events/{event['id']}/"
            _until_shown(page, event["title"][:20])
            served = [_timed(source, event, lambda word: _until_shown(page, word)) for _ in range(edits)]
        _run(maker, folder)
        site = folder / maker.site
        built, before = [], _times(site)
        for _ in range(edits):
            before = _times(site)
            built.append(_timed(source, event, lambda _: _run(maker, folder)))
        after = _times(site)
        return Waited(served, built, sum(before.get(path) != after[path] for path in after), len(after))


def _source(folder: Path, event: str) -> Path:
    """Where an event stands."""
    page = folder / "content" / "events" / f"{event}.md"
    return page if page.is_file() else folder / "data" / "events.yaml"


def _timed(source: Path, event: dict[str, object], wait: Callable[[str], None]) -> float:
    """Change an event's title, and wait: the seconds."""
    text = source.read_text(encoding="utf-8")
    number = text.count(WORD)
    word = f"{WORD}{time.monotonic_ns()}"
    changed = text.replace(str(event["title"]), f"{event['title']} {word}", 1)
    if changed.count(WORD) == number:
        raise RuntimeError("the title does not stand in the file")
    fresh = source.with_suffix(".new")
    fresh.write_text(changed, encoding="utf-8")
    started = time.perf_counter()
    fresh.replace(source)
    wait(word)
    return time.perf_counter() - started


def _until_shown(page: str, text: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with suppress(urllib.error.URLError, ConnectionError):
            if text in _read(page):
                return
        time.sleep(PAUSE)
    raise RuntimeError(f"{page} does not show {text}")


def _read(page: str) -> str:
    with urllib.request.urlopen(page, timeout=PATIENCE) as answer:  # noqa: S310 of this machine
        found: bytes = answer.read()
    return found.decode()


def _run(maker: Maker, folder: Path) -> None:
    subprocess.run(maker.command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@contextmanager
def _serving(maker: Maker, folder: Path) -> Iterator[str]:
    """Serve a site while it is edited; where."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    hugo = maker.name.startswith("Hugo")
    server = (
        [
            maker.command[0],
            "server",
            "--bind",
            "127.0.0.1",
            "--port",
            str(port),
            "--baseURL",
            f"http://127.0.0.1:{port}/",
        ]
        if hugo
        else [*maker.command[:3], "serve", "--address", f"127.0.0.1:{port}"]
    )
    process = subprocess.Popen(server, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait()


def _times(site: Path) -> dict[str, int]:
    return {
        path: os.stat(path).st_mtime_ns  # noqa: PTH116 of 100,000s
        for folder, _, names in os.walk(site)
        for name in names
        for path in [os.path.join(folder, name)]  # noqa: PTH118
    }


def figures(every: dict[str, Waited]) -> dict[str, float]:
    """What `floors.toml` bounds."""
    ours, hugo = every[OURS], every.get(HUGO)
    served = statistics.median(ours.served)
    found = {
        "files written anew after an edit": ours.renewed,
        "an edit served, times a build": served / statistics.median(ours.built),
    }
    return found | ({"an edit served, times Hugo's": served / statistics.median(hugo.served)} if hugo else {})


def main() -> int:
    """Measure and print; gives 1 if a figure is beyond its bound."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--edits", type=int, default=3)
    parser.add_argument("--peers", type=Path, help="the folder of the peers' programs")
    options = parser.parse_args()
    timeline = invent(options.events)
    every: dict[str, Waited] = {}
    print("| | an edit served, s | built over the earlier site, s | files anew | of |\n| --- | --- | --- | --- | --- |")
    for maker in makers(options.peers):
        if maker.name in {OURS, HUGO}:
            waited = every[maker.name] = wait(maker, timeline, options.edits)
            served, built = (statistics.median(each) for each in (waited.served, waited.built))
            print(f"| {maker.name} | {served:.2f} | {built:.2f} | {waited.renewed:,} | {waited.files:,} |", flush=True)
    return judged("preview", figures(every)) if options.events == HELD else 0


if __name__ == "__main__":
    sys.exit(main())
