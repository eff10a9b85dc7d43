"""The timelines that the site is measured on, and the plot of what was measured."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree as ET

import pytest

from generator.curating.check import check
from generator.curating.faults import errors

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module", autouse=True)
def _found() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        yield
    for name in [name for name in sys.modules if name == "timelines" or name.split(".")[0] == "sites"]:
        del sys.modules[name]


@pytest.fixture(scope="module")
def timelines() -> ModuleType:
    import timelines

    return timelines


def test_a_seed_gives_the_same_timeline_and_another_gives_another(timelines: ModuleType):
    once, again, other = (timelines.as_yaml(timelines.invent(30, seed)) for seed in (1, 1, 2))

    assert once == again
    assert once != other


def test_an_invented_timeline_has_no_error(timelines: ModuleType, tmp_path: Path):
    path = tmp_path / "events.yaml"
    path.write_text(timelines.as_yaml(timelines.invent(120)), encoding="utf-8")

    assert [fault.say("events.yaml") for fault in errors(check(path, today=timelines.TODAY))] == []


def test_the_few_are_named_more_often_than_the_many(timelines: ModuleType):
    events = timelines.invent(300).events
    counts: dict[str, int] = {}
    for event in events:
        for actor in event.get("actors", ()):
            counts[actor] = counts.get(actor, 0) + 1
    ranked = sorted(counts.values(), reverse=True)

    assert ranked[0] > 4 * ranked[len(ranked) // 2]


def test_a_plot_has_a_line_for_each_name():
    from sites.plot import plot

    svg = ET.fromstring(plot({"ours": [(100, 1), (1000, 8)], "<theirs>": [(100, 3)]}, "Time", "events", "seconds"))  # noqa: S314 it is ours

    space = "{http://www.w3.org/2000/svg}"
    assert len(svg.findall(f"{space}polyline")) == 2
    assert "<theirs>" in [text.text for text in svg.iter(f"{space}text")]
