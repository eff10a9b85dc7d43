"""Mutation testing: how many small mistakes in `generator/curating` and `generator/dates` the tests notice.

Run it with `make mutation`, or `python benchmarks/mutation/run.py --draw 300`; on Linux. First the tests are run once,
to learn which of them come by which line (`--map`; kept in `.cache/mutation`, some minutes). Then mutants are drawn by
a seed, and for each the quickest tests that come by its line are run in a process of their own, until one fails, which
must then pass without the mistake. What no test notices is printed, but for what `equivalent.toml` names, with the
reason why nothing could notice it. What came of each is kept, too: `--left` tries again what was not noticed, after
tests were written for it. The command ends with 1 if fewer than `FLOOR` per cent are noticed.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Any

# Its own folder's parent, and the repository that it is in, whichever is installed.
sys.path[:0] = map(str, Path(__file__).resolve().parents[1:3])

from mutation.mutants import Mutant, count, mutant_of  # noqa: E402 found by the path above

REPOSITORY = Path(__file__).resolve().parents[2]
ROOMS = ("generator/curating", "generator/dates")
TESTS = ("tests/dates", "tests/curating", "tests/reviewing", "tests/importing", "tests/commands")
LEFT_OUT = "tests/curating/test_write_faults.py"
"""It runs what it tests as another program, which the mutant is not in."""

CACHE = REPOSITORY / ".cache" / "mutation"
EQUIVALENT = Path(__file__).with_name("equivalent.toml")
SEED = 20261122
FLOOR = 85
MOST_TESTS = 60
SECONDS = 60
"""Of the processor, after which a mutant is taken for one that never ends: it is noticed."""


class _Mutated(MetaPathFinder, Loader):
    """Loads one module from the text of its mutant."""

    def __init__(self, name: str, mutant: Mutant) -> None:
        self._name, self._mutant = name, mutant

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:  # noqa: ARG002 the protocol
        if name != self._name:
            return None
        package = self._mutant.path.name == "__init__.py"
        spec = spec_from_loader(name, self, origin=str(self._mutant.path), is_package=package)
        if spec and package:
            spec.submodule_search_locations = [str(self._mutant.path.parent)]
        return spec

    def exec_module(self, module: ModuleType) -> None:
        code = compile(self._mutant.source, str(self._mutant.path), "exec", dont_inherit=True)
        exec(code, module.__dict__)  # noqa: S102 it is the module


def mapped() -> tuple[Mapping[str, Mapping[str, list[str]]], Mapping[str, float]]:
    """Run the tests, and learn which of them come by which line of which file, and how long each takes."""
    CACHE.mkdir(parents=True, exist_ok=True)
    configuration, data, report = CACHE / "coverage.ini", CACHE / "coverage.data", CACHE / "durations.txt"
    source = ",".join(str(REPOSITORY / room) for room in ROOMS)
    configuration.write_text(f"[run]\nsource = {source}\ndata_file = {data}\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *TESTS, f"--deselect={LEFT_OUT}"]
    command += ["--cov", f"--cov-config={configuration}", "--cov-context=test", "--cov-report=", "--durations=0", "-vv"]
    with report.open("w", encoding="utf-8") as out:
        subprocess.run(command, cwd=REPOSITORY, stdout=out, check=False)
    return read_map(data, report)


def read_map(data: Path, report: Path) -> tuple[dict[str, dict[str, list[str]]], dict[str, float]]:
    """What a run of the tests has left, in the shape of `mapped`."""
    from coverage import CoverageData

    held = CoverageData(str(data))
    held.read()
    lines: dict[str, dict[str, list[str]]] = {}
    for file in held.measured_files():
        by_line = held.contexts_by_lineno(file)
        name = str(Path(*Path(file).parts[Path(file).parts.index("generator") :]))
        lines[name] = {
            str(line): sorted({each.rpartition("|")[0] for each in some if each}) for line, some in by_line.items()
        }
    took: dict[str, float] = {}
    for line in report.read_text(encoding="utf-8").splitlines():
        parts = line.split(maxsplit=2)
        if len(parts) == 3 and parts[0].endswith("s") and parts[1] in {"call", "setup"}:
            took[parts[2]] = took.get(parts[2], 0.0) + float(parts[0][:-1])
    (CACHE / "map.json").write_text(json.dumps([lines, took]), encoding="utf-8")
    return lines, took


def drawn(draw: int, seed: int) -> list[Mutant]:
    """Some of all mutants of the two rooms."""
    files = sorted(path for room in ROOMS for path in (REPOSITORY / room).rglob("*.py"))
    every = [(path, number) for path in files for number in range(count(path))]
    print(f"{len(every):,} mutants of {len(files)} modules; {draw} are drawn by the seed {seed}", flush=True)
    chosen = random.Random(seed).sample(every, min(draw, len(every)))  # noqa: S311 the same each time
    return [mutant_of(path, number) for path, number in chosen]


def tests_of(
    mutant: Mutant, lines: Mapping[str, Mapping[str, list[str]]], took: Mapping[str, float], most: int
) -> list[str]:
    """The tests that come by a mutant's line, or by its module where it is run on import: the quickest."""
    by_line = lines.get(str(mutant.path.relative_to(REPOSITORY)), {})
    found = by_line.get(str(mutant.line), []) or sorted({each for some in by_line.values() for each in some})
    own = f"test_{mutant.path.stem}"
    return sorted(found, key=lambda test: (own not in test.partition("::")[0], took.get(test, 0.0)))[:most]


def unchanged(mutant: Mutant) -> Mutant:
    """The module of a mutant without its mistake, in the same form: what every test must pass on."""
    source = ast.unparse(ast.parse(mutant.path.read_text(encoding="utf-8")))
    return replace(mutant, what="nothing", source=f"{source}\n")


def noticed_by(mutant: Mutant, tests: Sequence[str]) -> str | None:
    """The first of the tests that fails on a mutant: `""` where it never ends, or ends all; None where none does."""
    answer, told = os.pipe()
    child = os.fork()
    if not child:
        os.close(answer)
        _test(mutant, tests, told)
    os.close(told)
    with os.fdopen(answer) as lines:
        failed = lines.read()
    _, status = os.waitpid(child, 0)
    return failed or ("" if status else None)


class _Teller:
    """A plugin of pytest that tells of the test that fails."""

    def __init__(self, told: int) -> None:
        self._told = told

    def pytest_runtest_logreport(self, report: Any) -> None:  # noqa: ANN401 a report of pytest's
        if report.failed:
            os.write(self._told, report.nodeid.encode())


def _test(mutant: Mutant, tests: Sequence[str], told: int) -> None:
    """Run tests on a mutant in this process, and end it: with 0 if all pass."""
    import pytest

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    silence = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(silence, stream)
    parts = mutant.path.relative_to(REPOSITORY).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    sys.meta_path.insert(0, _Mutated(name, mutant))
    os.chdir(REPOSITORY)
    options = ["-x", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov", "--hypothesis-seed=0"]
    options += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # of what is imported already, which is no test
    os._exit(int(pytest.main([*options, *tests], plugins=[_Teller(told)])))


def verdict(mutant: Mutant, tests: Sequence[str]) -> str | None:
    """What noticed a mutant: a test that passes without the mistake; None where nothing did."""
    left = [*tests]
    while left:
        failed = noticed_by(mutant, left)
        if not failed or noticed_by(unchanged(mutant), [failed]) is None:
            return failed
        print(f"     {failed} fails without any mistake, too, and is left out", flush=True)
        left.remove(failed)
    return None


def known_equivalent() -> Mapping[str, str]:
    """The mutants that nothing can notice, each with the reason."""
    with EQUIVALENT.open("rb") as file:
        listed: dict[str, str] = tomllib.load(file)
    return listed


def named(mutant: Mutant) -> str:
    """A mutant's name: its module, its function and the line with the mistake, but no line's number, which moves."""
    both = zip(unchanged(mutant).source.split("\n"), mutant.source.split("\n"), strict=False)
    line = next((wrong.strip() for right, wrong in both if right != wrong), "")
    tree = ast.walk(ast.parse(mutant.path.read_text(encoding="utf-8")))
    around = [each for each in tree if isinstance(each, ast.FunctionDef) and _spans(each, mutant.line)]
    where = f", {around[-1].name}" if around else ""
    return f"{mutant.path.relative_to(REPOSITORY / 'generator')}{where}: {mutant.what if line == 'pass' else line}"


def _spans(function: ast.FunctionDef, line: int) -> bool:
    return function.lineno <= line <= (function.end_lineno or 0)


def judged(some: Mapping[int, Mutant], tests_for: Callable[[Mutant], list[str]]) -> Iterator[tuple[int, bool]]:
    """Whether each mutant is noticed, by its number; those that are not are printed."""
    equivalent = known_equivalent()
    for number, mutant in some.items():
        if named(mutant) in equivalent:
            continue
        tests = tests_for(mutant)
        by = verdict(mutant, tests)
        if by is None:
            print(f"{number:4} {named(mutant)}  [line {mutant.line}, {len(tests)} tests]", flush=True)
        yield number, by is not None


def kept(seed: int, draw: int) -> Path:
    """Where it is kept what came of the mutants of a draw, a line each."""
    return CACHE / f"judged-{seed}-{draw}.txt"


def read_kept(file: Path) -> dict[int, bool]:
    """What came of each mutant the last time that it was tried, by its number."""
    lines = file.read_text(encoding="utf-8").split("\n") if file.is_file() else []
    return {int(number): noticed == "noticed" for number, noticed in map(str.split, filter(None, lines))}


def main() -> int:
    """Draw mutants, test them, and say how many were noticed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--draw", type=int, default=300, help="how many mutants")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first of those drawn to be tested")
    parser.add_argument("--to", type=int, help="the one after the last")
    parser.add_argument("--left", action="store_true", help="of those, only what was not noticed before")
    parser.add_argument("--tests", type=int, default=MOST_TESTS, help="how many tests are run for one at most")
    parser.add_argument("--also", action="append", help="tests to begin with, which were not there when it was learnt")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--map", action="store_true", help="learn anew which tests come by which line")
    options = parser.parse_args()
    os.nice(max(0, 10 - os.nice(0)))
    known = CACHE / "map.json"
    lines, took = mapped() if options.map or not known.is_file() else json.loads(known.read_text(encoding="utf-8"))
    preload()
    file = kept(options.seed, options.draw)
    before = read_kept(file)
    every = drawn(options.draw, options.seed)
    some = dict(list(enumerate(every))[options.first : options.to])
    if options.left:
        some = {number: mutant for number, mutant in some.items() if before.get(number) is False}
    try:
        also = options.also or []
        for number, noticed in judged(some, lambda one: also + tests_of(one, lines, took, options.tests)):
            with file.open("a", encoding="utf-8") as out:  # a line at once, as other parts may be at work
                out.write(f"{number} {'noticed' if noticed else 'left'}\n")
    except KeyboardInterrupt:
        print("stopped; what was done is kept")
    return told(read_kept(file), every)


def told(results: Mapping[int, bool], every: Sequence[Mutant]) -> int:
    """Say how many were noticed of all that were tried so far; gives 1 if they are too few."""
    equivalent = known_equivalent()
    apart = sum(named(mutant) in equivalent for mutant in every)
    counted = [noticed for number, noticed in results.items() if named(every[number]) not in equivalent]
    share = 100 * sum(counted) / max(1, len(counted))
    print(f"{sum(counted)} of {len(counted)} mutants were noticed: {share:.1f} %; {apart} more are none in effect")
    return share < FLOOR


def preload() -> None:
    """Import what every test needs, and nothing of the project's, so that it is done once for all mutants."""
    import babel.dates
    import click
    import dateparser
    import hypothesis
    import pydantic
    import pytest
    import rapidfuzz
    import yaml

    del babel, click, dateparser, hypothesis, pydantic, pytest, rapidfuzz, yaml


if __name__ == "__main__":
    sys.exit(main())
