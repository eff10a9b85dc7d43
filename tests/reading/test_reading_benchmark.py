"""On the invented pages of the benchmark Dateline is never worse than htmldate, and hardly ever wrong."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"


@pytest.fixture
def benchmark(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    return importlib.import_module("reading")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the peers' own libraries
def test_days_of_publication_are_found_at_least_as_well_as_by_htmldate(benchmark: ModuleType) -> None:
    ours = benchmark.measure(benchmark.ours, 1)
    theirs = benchmark.measure(benchmark.htmldate_original, 1)
    pages = len(benchmark.SHAPES)
    assert ours.right + ours.silent >= max(theirs.right + theirs.silent, 0.95 * pages)
    assert ours.wrong <= min(theirs.wrong, 0.03 * pages)
