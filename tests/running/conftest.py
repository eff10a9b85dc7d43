from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from generator.running.work import Task

TODAY = dt.date(2026, 11, 22)

TOWNS = ("Port Elm", "Klow", "Ashby", "Northam", "Gillford", "Wexley", "Orrin", "Saltby")
DEEDS = ("A storm flooded the harbour of", "A fire closed the market of", "Voters elected a new mayor of")


@pytest.fixture
def task() -> Task:
    return Task(TODAY, ranked=True, furniture=False, limit=120.0)


@pytest.fixture
def archive(tmp_path: Path) -> Callable[[int], Path]:
    """A folder of so many small articles, all different, each with one event that two of them report."""

    def make(number: int) -> Path:
        folder = tmp_path / "articles"
        folder.mkdir(exist_ok=True)
        for index in range(number):
            pair = index // 2
            day = dt.date(2024, 3, 1) + dt.timedelta(days=pair)
            (folder / f"{index:04}.md").write_text(
                f"---\ntitle: News number {index} of the day\npublisher: Paper {index % 7}\npublished: {day}\n---\n\n"
                f"{DEEDS[pair % 3]} {TOWNS[pair % 8]} on {day:%A}, the council said.\n\n"
                f"Report {index} was written by hand.\n",
                encoding="utf-8",
            )
        return folder

    return make


@pytest.fixture
def hazards(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Work that goes wrong, in a module that worker processes can import too."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    sys.modules.pop("hazards", None)
    import hazards

    return hazards
