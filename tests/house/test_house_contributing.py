"""Whoever follows the guide to the letter adds an event without a fault: to the demo, and to a timeline just begun."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

import pytest

from generator.curating.check import check
from generator.curating.faults import errors
from generator.curating.load import load_timeline
from generator.dates import parse
from generator.scaffold.answers import Answers
from generator.scaffold.render import render, write

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 22)
NEW = Answers("Bay bridges", "", "https://github.com/owner/bay", "en", "CC-BY-4.0", "dateline")


def guides() -> dict[str, str]:
    """The guides that a stranger may have before them."""
    return {
        "CONTRIBUTING.md": (ROOT / "CONTRIBUTING.md").read_text(),
        "a new timeline's docs/contribute.md": render(NEW)["docs/contribute.md"],
    }


def example(guide: str, key: str) -> str:
    """The example of a guide that begins with a key, as it is to stand in the file."""
    found = [block for block in re.findall(r"^ *```yaml\n(.*?)^ *```", guide, re.MULTILINE | re.DOTALL) if key in block]
    lines = found[0].splitlines()
    indent = min(len(line) - len(line.lstrip()) for line in lines) - (2 if key == "- date" else 4)
    return "".join(f"{line[max(indent, 0) :]}\n" for line in lines)


@pytest.fixture(params=sorted(guides()))
def guide(request: pytest.FixtureRequest) -> str:
    return guides()[request.param]


@pytest.fixture(params=["the demo", "a new timeline"])
def events(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A timeline's file."""
    write(tmp_path, render(NEW))
    if request.param == "the demo":
        shutil.copy(ROOT / "data" / "events.yaml", tmp_path / "data")
    return tmp_path / "data" / "events.yaml"


def test_the_three_lines_of_a_guide_are_an_event_with_its_correction(guide: str, events: Path) -> None:
    before = len(load_timeline(events).events)
    written = events.read_text().rstrip("\n") + "\n" + example(guide, "- date") + example(guide, "corrections:")
    events.write_text(written)
    assert not errors(check(events, today=TODAY))
    timeline = load_timeline(events)
    assert len(timeline.events) == before + 1
    assert timeline.events[-1].published
    assert len(timeline.events[-1].corrections) == 1


def test_every_date_that_a_guide_names_is_one(guide: str) -> None:
    named = re.findall(r"`(\d{4}[-\d]*~?)`", guide)
    assert {"2026-02", "2026-21", "2026-02~"} <= set(named)
    assert [parse(each).text for each in named] == named


def test_the_buttons_and_forms_that_the_guide_names_are_there() -> None:
    guide = guides()["CONTRIBUTING.md"]
    forms = "\n".join(path.read_text() for path in (ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))
    for name in ("Suggest an event", "Report a mistake"):
        assert f"“{name}”" in guide
        assert f"name: {name}" in forms
