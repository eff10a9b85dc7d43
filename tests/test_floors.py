"""The temporal tagger, the ranking and the merging never score below the floors that they once reached."""

from __future__ import annotations

import datetime as dt
import importlib.util
import statistics
import sys
import tomllib
from pathlib import Path

import pytest

from generator.extracting.tagger import find_timexes

REPOSITORY = Path(__file__).resolve().parents[1]
EVALUATE = REPOSITORY.parent / "shared" / "timex" / "evaluate.py"
ALL_FLOORS = tomllib.loads((REPOSITORY / "benchmarks" / "floors.toml").read_text(encoding="utf-8"))
FLOORS = ALL_FLOORS["tagger"]


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


@pytest.fixture(scope="module")
def topics(monkeypatch_module: pytest.MonkeyPatch):
    spec = importlib.util.spec_from_file_location("topics", REPOSITORY / "benchmarks" / "topics.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    # The package that has ROUGE's own list is not always there, and a floor must not move with it.
    monkeypatch_module.setattr(module, "stop_words", lambda: module.EVERYWHERE)
    return module


@pytest.mark.shared
def test_the_ranking_scores_no_lower_than_its_floor_and_than_counting(topics):
    if not topics.TOPICS.exists():
        pytest.skip(f"no topics to score on: {topics.TOPICS} is absent")
    floor = ALL_FLOORS["topics"]
    date, text = (statistics.mean(each) for each in zip(*topics.score(topics.ranked), strict=True))
    counted, said = (statistics.mean(each) for each in zip(*topics.score(topics.by_counting), strict=True))
    assert date >= max(floor["date_f1"], counted)
    assert text >= max(floor["ar1_f"], said)


def test_the_measure_is_one_for_the_timeline_itself_and_falls_with_every_day_of_distance(topics):
    timeline = {10: ("The river flooded the harbour .",), 20: ("A fire closed the mill .",)}
    assert topics.aligned_rouge(timeline, timeline) == pytest.approx(1.0)
    assert topics.date_f1(timeline, timeline) == 1.0
    later = {day + 1: said for day, said in timeline.items()}
    assert topics.aligned_rouge(later, timeline) == pytest.approx(1 / 2)
    assert topics.date_f1(later, timeline) == 0.0


@pytest.fixture(scope="module")
def merging():
    spec = importlib.util.spec_from_file_location("merging", REPOSITORY / "benchmarks" / "merging.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_merging_scores_no_lower_than_its_floor_and_than_dates_with_titles(merging):
    floor = ALL_FLOORS["merging"]
    ours, simple = (merging.mean_scores(way, seeds=range(2)) for way in merging.WAYS.values())
    assert ours.b3_precision >= max(floor["b3_precision"], simple.b3_precision)
    assert ours.b3_f1 >= max(floor["b3_f1"], simple.b3_f1)


def test_the_measure_of_merging_is_one_for_the_events_themselves_and_falls_both_ways(merging):
    reports = merging.collection(0, events=20)
    names = [each.found.candidate.mention for each in reports]
    assert merging.scores({name: each.event for name, each in zip(names, reports, strict=True)}, reports) == (
        1,
        1,
        1,
        1,
    )
    assert merging.scores(dict.fromkeys(names, 0), reports)[::2] < (0.3, 0.3)
    assert merging.scores({name: name for name in names}, reports)[1::2] < (0.5, 0.1)
