"""A figure of a benchmark that becomes worse than `floors.toml` allows fails `make bench`."""

from __future__ import annotations

import importlib
import importlib.util
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
BENCHMARKS = ROOT / "benchmarks"
SIDES = ("at_least", "at_most")
FLOORS = tomllib.loads((BENCHMARKS / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def _found(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield
    for name in [name for name in sys.modules if name.split(".")[0] in {"bounds", "sites", "timelines"}]:
        del sys.modules[name]


@pytest.fixture
def bounds() -> ModuleType:
    return importlib.import_module("bounds")


def figure(floor: float) -> dict[str, dict[str, dict[str, float]]]:
    return {"at_least": {"talk": {"score": floor}}, "at_most": {"talk": {"memory": floor}}}


@pytest.mark.parametrize(
    ("reached", "named"),
    [
        ({"score": 10, "memory": 10}, []),
        ({"score": 11, "memory": 9}, []),
        ({"score": 9}, ["score: 9, and at least 10 is asked for"]),
        ({"memory": 10.5}, ["memory: 10.5, and at most 10 is allowed"]),
        ({}, []),
    ],
)
def test_a_figure_beyond_its_bound_is_named(bounds: ModuleType, reached: dict[str, float], named: list[str]):
    assert bounds.beyond("talk", reached, figure(10)) == named


def test_a_figure_without_a_bound_is_a_mistake_of_the_benchmark(bounds: ModuleType):
    with pytest.raises(KeyError, match="no bound for talk: colour"):
        bounds.beyond("talk", {"colour": 1}, figure(10))


def test_a_benchmark_ends_with_1_where_a_figure_is_beyond_its_bound(bounds: ModuleType, capsys):
    assert bounds.judged("editing", {"MB that the file takes in memory": 1}) == 0
    assert bounds.judged("editing", {"MB that the file takes in memory": 1e6}) == 1
    assert "MB that the file takes in memory: 1e+06, and at most" in capsys.readouterr().err


@pytest.mark.parametrize("script", sorted({script for side in SIDES for script in FLOORS[side]}))
def test_what_has_bounds_is_a_benchmark_that_holds_its_figures_against_them(script: str):
    code = (BENCHMARKS / f"{script}.py").read_text(encoding="utf-8")
    assert re.search(rf'return judged\("{script}", ', code)
    assert "sys.exit(main())" in code


@pytest.fixture
def site() -> ModuleType:
    # By its path, since the standard library has a module of that name.
    spec = importlib.util.spec_from_file_location("site_benchmark", BENCHMARKS / "site.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_site_of_ours_that_grows_is_told(bounds: ModuleType, site: ModuleType):
    def found(**ours: float) -> list[str]:
        costs = {"seconds": 5, "work": 7, "megabytes": 150, "pages": 3_300, "files": 9_600, "written": 104} | ours
        small = site.Cost(seconds=3, work=3, megabytes=88, pages=446, files=1_314, written=16)
        stock = site.Cost(seconds=24, work=24, megabytes=50, pages=1_000, files=1_046, written=375)
        results = {100: {"Dateline": small}, 1_000: {"Dateline": site.Cost(**costs), "stock MkDocs + Material": stock}}
        return [told.rpartition(": ")[0] for told in bounds.beyond("site", site.figures(results), FLOORS)]

    assert found() == []
    assert found(files=30_000) == ["1,000 events: files"]
    assert found(work=20) == ["1,000 events: times the work of stock MkDocs + Material"]
    assert found(megabytes=400) == ["1,000 events: MB of memory", "kB of memory, a further page"]
