"""The temporal tagger never scores below the floors that it once reached."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
import tomllib
from pathlib import Path

import pytest

from generator.extracting.tagger import find_timexes

REPOSITORY = Path(__file__).resolve().parents[1]
EVALUATE = REPOSITORY.parent / "shared" / "timex" / "evaluate.py"
FLOORS = tomllib.loads((REPOSITORY / "benchmarks" / "floors.toml").read_text(encoding="utf-8"))["tagger"]


def tag(text: str, dct: str) -> list[tuple[int, int, str, str]]:
    found = find_timexes(text, dt.date.fromisoformat(dct), ranges=False)
    return [(timex.start, timex.end, timex.value, timex.type) for timex in found]


@pytest.fixture(scope="module")
def evaluate(monkeypatch_module: pytest.MonkeyPatch):
    if not EVALUATE.exists():
        pytest.skip(f"no corpora to score on: {EVALUATE} is absent")
    monkeypatch_module.setattr(sys, "dont_write_bytecode", True)
    spec = importlib.util.spec_from_file_location("evaluate", EVALUATE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def monkeypatch_module():
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.mark.shared
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # the corpora's reader leaves its files to the collector
@pytest.mark.parametrize("corpus", FLOORS)
def test_the_tagger_scores_no_lower_than_its_floor(corpus, evaluate):
    result = evaluate.evaluate(evaluate.load_corpus(corpus), tag, warm=False)
    reached = {"value_f1": result["value_f1"], "date_f1": result["date"][2]}
    below = {name: (score, FLOORS[corpus][name]) for name, score in reached.items() if score < FLOORS[corpus][name]}
    assert result["failed"] == 0
    assert not below, f"{corpus}: (reached, floor) {below}"
