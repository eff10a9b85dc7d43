"""Fuzz all that strangers can hand in: at least a million inputs, each made from a seed and its number.

Run it with `python benchmarks/fuzz/run.py` for a quick round of each target, `--inputs 20000 --from 0` for a part of
a long one, `--target zip --number 17` to see one input again. An input is a find if it raises anything but an error
that a person can act on, if an answer is not what must hold of every answer, or if it takes longer than its size
allows; it is printed with its number, and the command ends with 1. With `--record`, the figures are added to
`record.json`, of which `--table` makes the table of `benchmarks/README.md`.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from filelock import FileLock
from fuzz.targets import TARGETS, Target

from generator.errors import DatelineError

RECORD = Path(__file__).with_name("record.json")
SEED = 20261122
QUICK = 200
LIMIT = 10.0
"""Seconds of the processor after which an input hangs; none of them has more than some ten kilobytes."""
AGAIN = 5
LEAST = 1_000
"""Of shorter inputs the time is told as if they had so many bytes: what is spent is spent on beginning."""


class HangError(Exception):
    """An input took too long."""


@dataclass(slots=True)
class Figures:
    """What came of the inputs of a target.

    Attributes:
        inputs, bytes: How many there were, and their size in all.
        refused: How many ended in an error for people.
        finds: The numbers of those that were finds.
        slowest: The most microseconds that one took for a byte, in the best of several runs.
        at: The number of that one.
    """

    inputs: int = 0
    bytes: int = 0
    refused: int = 0
    finds: list[int] = field(default_factory=list)
    slowest: float = 0.0
    at: int = 0


@contextmanager
def bounded() -> Iterator[None]:
    """Ends what takes longer than `LIMIT` seconds of the processor."""

    def stop(*_: object) -> None:
        raise HangError(f"more than {LIMIT:.0f} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def made(name: str, number: int, seed: int) -> str | bytes:
    """An input of a target."""
    text: str | bytes = TARGETS[name].make(random.Random(f"{seed} {name} {number}"))  # noqa: S311 the same each time
    return text


def tried(target: Target, text: str | bytes) -> str:
    """Give an input to a target: `""` where it was read, `refused`, or what went wrong."""
    try:
        with bounded():
            target.run(text)
    except DatelineError as error:
        leaf = type(error).__name__ != "DatelineError" and bool(error.what)
        return "refused" if leaf else traceback.format_exc()
    except Exception:  # noqa: BLE001 it is what is looked for
        return traceback.format_exc()
    return ""


def again(target: Target, text: str | bytes) -> float:
    """Seconds that an input takes: the least of several runs, since the machine may do other work too."""
    taken = []
    for _ in range(AGAIN):
        begun = time.perf_counter()
        tried(target, text)
        taken.append(time.perf_counter() - begun)
    return min(taken)


def fuzzed(name: str, numbers: range, seed: int) -> Figures:
    """Give inputs to a target, and print those that are finds."""
    target, figures = TARGETS[name], Figures()
    for number in numbers:
        text = made(name, number, seed)
        size = len(text.encode("utf-8", "replace") if isinstance(text, str) else text)
        begun = time.perf_counter()
        said = tried(target, text)
        took = time.perf_counter() - begun
        if took * 1e6 / max(size, LEAST) > figures.slowest:
            took = min(took, again(target, text))  # the first of its kind also loads what it needs
        figures.inputs += 1
        figures.bytes += size
        figures.refused += said == "refused"
        if took * 1e6 / max(size, LEAST) > figures.slowest:
            figures.slowest, figures.at = took * 1e6 / max(size, LEAST), number
        if said not in {"", "refused"}:
            figures.finds.append(number)
            print(f"{name}, input {number} of seed {seed}: {said}", flush=True)
    return figures


def recorded(name: str, figures: Figures, seed: int) -> None:
    """Add the figures of a target to the record, which other parts of the run may be writing, too."""
    with FileLock(RECORD.with_suffix(".lock")):
        _put_down(name, figures, seed)


def _put_down(name: str, figures: Figures, seed: int) -> None:
    record = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    old = Figures(**record.get("targets", {}).get(name, {}))
    sum_ = Figures(
        old.inputs + figures.inputs,
        old.bytes + figures.bytes,
        old.refused + figures.refused,
        old.finds + figures.finds,
        *max((round(each.slowest, 2), each.at) for each in (old, figures)),
    )
    record["seed"], record["python"] = seed, platform.python_version()
    record.setdefault("targets", {})[name] = asdict(sum_)
    RECORD.write_text(f"{json.dumps(record, indent=1, sort_keys=True)}\n", encoding="utf-8")


def table() -> str:
    """The record as a table of Markdown."""
    record = json.loads(RECORD.read_text(encoding="utf-8"))["targets"]
    rows = ["| given to | inputs | MB | refused in words % | crashes, hangs | slowest, µs a byte |"]
    rows += ["| --- | --- | --- | --- | --- | --- |"]
    known = {
        name: Figures(**record[name]) for name in [*TARGETS, *sorted(record.keys() - TARGETS.keys())] if name in record
    }
    for name, each in known.items():
        share = 100 * each.refused / max(1, each.inputs)
        counted = f"| {name} | {each.inputs:,} | {each.bytes / 1e6:.1f} | {share:.0f} "
        rows.append(f"{counted}| {len(each.finds)} | {f'{each.slowest:.1f}' if each.slowest else '–'} |")
    whole = [sum(each.inputs for each in known.values()), sum(len(each.finds) for each in known.values())]
    size = sum(each.bytes for each in known.values()) / 1e6
    slowest = max(each.slowest for each in known.values())
    rows.append(f"| **all** | **{whole[0]:,}** | **{size:.0f}** | | **{whole[1]}** | **{slowest:.1f}** |")
    return "\n".join(rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz, and say how many finds there were."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--target", action="append", choices=[*TARGETS], help="only this one; may be given again")
    parser.add_argument("--inputs", type=int, default=QUICK, help="how many inputs of each target")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the number of the first")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--number", type=int, help="show this input of a target, and what comes of it")
    parser.add_argument("--record", action="store_true", help="add the figures to the record")
    parser.add_argument("--table", action="store_true", help="print the record, and do nothing else")
    options = parser.parse_args(arguments)
    if options.table:
        print(table())
        return 0
    if options.number is not None:
        for name in options.target or ():
            text = made(name, options.number, options.seed)
            print(f"{name}: {text!r}\n{tried(TARGETS[name], text) or 'read'}")
        return 0
    os.nice(max(0, 10 - os.nice(0)))
    warnings.simplefilter("error")
    finds = 0
    for name in options.target or TARGETS:
        figures = fuzzed(name, range(options.first, options.first + options.inputs), options.seed)
        print(
            f"{name:36} {figures.inputs:9,} inputs {figures.refused:9,} refused {len(figures.finds):5} finds"
            f"  at most {figures.slowest:8.2f} µs a byte (input {figures.at})",
            flush=True,
        )
        finds += len(figures.finds)
        if options.record:
            recorded(name, figures, options.seed)
    return bool(finds)


if __name__ == "__main__":
    sys.exit(main())
