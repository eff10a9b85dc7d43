"""How long an editor waits: for a check, for one article to be extracted, for a changed file to be read again.

Each is a process of its own, over an invented timeline of ten thousand events with two citations each (`check.py`). The
figures are processor time from a process's start to its end; the runs of all are interleaved, so that a slow minute of
the machine falls on each. Beside them stand peers that do a part of the same work: PyYAML's `CSafeLoader` with the
`jsonschema` library and our own schema, which says neither where a fault is nor whether sources exist, and the bare
import of PyYAML and pydantic. What a preview does is measured within a process: a file is read, one event is changed,
and it is read again; how much memory the file takes is said, too. Modules are compiled beforehand, as they are for
whoever has run a program once, also where the environment forbids it. It takes two minutes and needs no network.
"""

from __future__ import annotations

import argparse
import io
import os
import pstats
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from bounds import judged
from check import timeline

HELD = 10_000
"""How many events the bounds of `floors.toml` are for."""

TODAY = "2026-11-22"
COMMAND = ["-m", "generator"]
PEER_CHECK, PEER_IMPORT = "peer: CSafeLoader + jsonschema", "peer: import yaml, pydantic"

ARTICLE = """\
Envoy opens ferry at Torvik

Published on 12 March 2024

The Envoy opened a ferry at Torvik on Monday after months of talks. On 5 March 2024 the Council of Port Elm signed a
treaty with the Harbour board. The Ministry will close the school in Lindow on Friday.
"""

PEER = """
import json, sys
import yaml
from jsonschema import Draft202012Validator

class Text(yaml.CSafeLoader):
    yaml_implicit_resolvers = {}

data = yaml.load(open(sys.argv[1], encoding="utf-8"), Loader=Text)
schema = json.load(open(sys.argv[2], encoding="utf-8"))
assert not list(Draft202012Validator(schema).iter_errors(data))
"""

PROFILED = """
import cProfile, runpy, sys, time
watch = cProfile.Profile(time.process_time)  # what else runs on the machine does not count
kept = sys.argv.pop(1)
try:
    watch.runcall(runpy.run_module, "generator", run_name="__main__")
except SystemExit as end:
    assert not end.code
finally:
    watch.dump_stats(kept)
"""
"""A command of ours, whose profile goes to the file that is named first."""

AGAIN = """
import resource, sys, time
from pathlib import Path
from generator.curating.reloading import Reloader

def held():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6

path, reloader, before = Path(sys.argv[1]), Reloader(), held()
start = time.process_time()
loaded = reloader.load(path)
took, megabytes = time.process_time() - start, held() - before
text = path.read_text(encoding="utf-8")
path.write_text(text.replace("id: event-77\\n", "id: event-77-a\\n"), encoding="utf-8")
start = time.process_time()
again = reloader.load(path)
assert again.timeline and again.timeline.events[78] is loaded.timeline.events[78]
assert again.timeline.events[77].id == "event-77-a"
print(took, time.process_time() - start, megabytes)
path.write_text(text, encoding="utf-8")
"""


def environment(folder: Path) -> dict[str, str]:
    """The environment of a run, in which modules that were compiled are kept."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def seconds(arguments: list[str], folder: Path) -> float:
    """The processor time of one run of Python with these arguments."""
    before = os.times()
    subprocess.run(
        [sys.executable, *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL, env=environment(folder)
    )
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def loading(folder: Path) -> tuple[float, float, float]:
    """How long it takes to read a file, and again after a change, and how many megabytes it takes in memory."""
    arguments = [sys.executable, "again.py", "events.yaml"]
    told = subprocess.run(arguments, check=True, cwd=folder, capture_output=True, text=True).stdout
    took, again, megabytes = map(float, told.split())
    return took, again, megabytes


def prepared(folder: Path, count: int) -> dict[str, list[str]]:
    """What is measured, by the name that it is printed with.

    Args:
        folder: Where the files are put.
        count: How many events.
    """
    text = timeline(count)
    for name in ("events.yaml", "grown.yaml"):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "article.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "peer.py").write_text(PEER, encoding="utf-8")
    (folder / "again.py").write_text(AGAIN, encoding="utf-8")
    schema = subprocess.run(
        [sys.executable, *COMMAND, "check", "--schema"], check=True, capture_output=True, cwd=folder
    ).stdout
    (folder / "schema.json").write_bytes(schema)
    return {
        "dateline check": [*COMMAND, "check", "events.yaml", "--today", TODAY],
        "dateline extract, one article": [*COMMAND, "extract", "article.txt", "--events", "grown.yaml"],
        "import generator": ["-c", "import generator"],
        "import of all that check needs": ["-c", "import generator.commands.check"],
        PEER_CHECK: ["peer.py", "events.yaml", "schema.json"],
        PEER_IMPORT: ["-c", "import yaml, pydantic.main"],
    }


def profile(folder: Path, work: dict[str, list[str]], most: int = 30) -> str:
    """Where the time of our commands goes, imports among it: functions by their own, and by that of all they call."""
    told = []
    for name, arguments in work.items():
        if name.startswith("dateline"):
            kept = folder / "profile"
            command = [sys.executable, "-c", PROFILED, kept, *arguments[len(COMMAND) :]]
            subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL)
            text = io.StringIO()
            stats = pstats.Stats(str(kept), stream=text).strip_dirs()
            for order in ("tottime", "cumulative"):
                stats.sort_stats(order).print_stats(most)
            lines = [line.rstrip() for line in text.getvalue().splitlines() if line.strip() and "profile" not in line]
            told += [f"== {name}", *lines, ""]
    return "\n".join(told)


def figures(took: dict[str, list[float]], loads: list[tuple[float, float, float]]) -> dict[str, float]:
    """What `floors.toml` bounds; times as multiples of a peer's, the least of each."""
    least = {name: min(times) for name, times in took.items()}
    first, again, megabytes = zip(*loads, strict=True)
    return {
        "check, times CSafeLoader + jsonschema": least["dateline check"] / least[PEER_CHECK],
        "extract of one article, times CSafeLoader + jsonschema": least["dateline extract, one article"]
        / least[PEER_CHECK],
        "a second reading, times the first": min(again) / min(first),
        "MB that the file takes in memory": min(megabytes),
        "import generator, times import yaml, pydantic": least["import generator"] / least[PEER_IMPORT],
        "import of what check needs, times import yaml, pydantic": least["import of all that check needs"]
        / least[PEER_IMPORT],
    }


def main() -> int:
    """Measure, and print what was found; gives 1 if a figure is beyond its bound."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--profile", type=Path, help="write where the time of our commands goes, and measure nothing")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        work = prepared(folder, options.events)
        if options.profile:
            options.profile.write_text(profile(folder, work), encoding="utf-8")
            return 0
        took: dict[str, list[float]] = {each: [] for each in work}
        loads: list[tuple[float, float, float]] = []
        fresh = (folder / "events.yaml").read_bytes()
        for each, arguments in work.items():
            if each != PEER_CHECK:
                seconds([*arguments, *["--dry-run"] * ("extract" in arguments)], folder)
        for run in range(options.runs):
            for each, arguments in work.items():
                if each == PEER_CHECK and run:
                    continue  # many seconds
                took[each].append(seconds(arguments, folder))
            loads.append(loading(folder))
            (folder / "grown.yaml").write_bytes(fresh)
            (folder / "grown.seen.txt").unlink(missing_ok=True)
        print(f"{options.events} events, {len(fresh) / 1e6:.1f} MB; processor time, seconds: median (least to most)")
    for each, times in took.items():
        print(f"{each:32} {statistics.median(times):7.2f} ({min(times):.2f} to {max(times):.2f})")
    told = ("reading the file", "reading it again, one event new", "megabytes that it takes")
    for each, values in zip(told, zip(*loads, strict=True), strict=True):
        print(f"{each:32} {statistics.median(values):7.2f} ({min(values):.2f} to {max(values):.2f})")
    return judged("editing", figures(took, loads)) if options.events == HELD else 0


if __name__ == "__main__":
    sys.exit(main())
