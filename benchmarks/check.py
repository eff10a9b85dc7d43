"""How long `dateline check` takes: time of the process, from its start to its end, over an invented timeline.

Run it with `python benchmarks/check.py`; it takes half a minute and needs no network. The figure to hold is three
seconds for ten thousand events with two citations each.
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
from pathlib import Path

SEED = 20261122

WHO = ("Council", "Ministry", "Court", "Union", "Envoy", "Mayor", "Parliament", "Harbour board", "Bank", "Navy")
VERBS = ("opens", "closes", "rejects", "signs", "delays", "renews", "buys", "leaves", "widens", "sells", "inspects")
WHAT = ("bridge", "treaty", "railway", "ferry", "mine", "school", "market", "dam", "pipeline", "lighthouse", "museum")
WHERE = (
    "Port Elm",
    "Lindow",
    "Ostrava",
    "Kestrel Bay",
    "Vinter",
    "Marl",
    "Saltmouth",
    "Aldwick",
    "Torvik",
    "Brackwater",
)
WORDS = (
    "after",
    "months",
    "of",
    "talks",
    "behind",
    "doors",
    "reporters",
    "heard",
    "on",
    "the",
    "quay",
    "early",
    "today",
)


def timeline(count: int) -> str:
    """The text of a timeline file with so many events, always the same."""
    chance = random.Random(SEED)  # noqa: S311 nothing is kept secret
    lines = ["schema: 1", "sources:"]
    for number in range(count // 2):
        lines += [f"  paper-{number}:", f"    title: News of the week {number}", f"    publisher: Paper {number % 50}"]
        lines += [f"    url: https://paper-{number % 50}.example/{number}", "    published: 2026-01-01"]
    lines.append("events:")
    for number in range(count):
        day = dt.date(2010, 1, 1) + dt.timedelta(days=number * 5400 // count)
        title = " ".join(chance.choice(words) for words in (WHO, VERBS, WHAT, WHERE))
        text = " ".join(chance.choices(WORDS, k=18))
        lines += [f"  - id: event-{number}", f"    date: {day}", f'    title: "{title}"']
        lines += [f'    summary: "{title}, {text}."', '    actors: [ann, "Bo Li"]', "    tags: [works, ports]"]
        lines.append("    citations:")
        for source in (number // 2, (number // 2 + 7) % (count // 2)):
            lines += [f"      - source: paper-{source}", f'        quote: "{title}, {text}"', "        when: on Friday"]
            lines += [f"        date: {day}", f"        mention: {number:09x}{source % 10}"]
        lines.append("    added: 2026-01-01")
    return "\n".join(lines) + "\n"


def seconds(path: Path) -> float:
    """The processor time of one check."""
    before = os.times()
    subprocess.run(
        [sys.executable, "-m", "generator", "check", str(path), "--today", "2026-11-22"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "events.yaml"
        path.write_text(timeline(options.events), encoding="utf-8")
        size = path.stat().st_size / 1e6
        took = sorted(seconds(path) for _ in range(options.runs))
    spread = f"{took[0]:.2f} – {took[-1]:.2f}"
    print(f"check, {options.events} events, {size:.1f} MB: {statistics.median(took):.2f} s ({spread})")


if __name__ == "__main__":
    main()
