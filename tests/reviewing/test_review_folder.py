from __future__ import annotations

import datetime as dt

import pytest

from generator.curating.load import load_timeline
from generator.reviewing.desk import Desk

TODAY = dt.date(2026, 11, 22)
MAYOR = "2024-04-01-mayor-resigns"
LATER = """\
events:
  # Of another year.
  - id: later
    date: 2025-01-01
    title: Later
    review: candidate
    source: coast-2024-03-15
"""


@pytest.fixture
def folder(events):
    """The folder of further files of the timeline."""
    folder = events.with_suffix("")
    folder.mkdir()
    (folder / "2025.yaml").write_text(LATER)
    return folder


def case_of(desk, name):
    return next(case for case in desk.cases() if case.event.id == name)


@pytest.mark.parametrize("named", ["events.yaml", "events"])
def test_candidates_of_all_files_are_judged_in_their_places_and_taken_back(events, folder, inbox, held, named):
    desk = Desk(events.with_name(named), inbox, TODAY)
    before, later = held(), (folder / "2025.yaml").read_text()
    desk.accept(case_of(desk, "later"))
    assert (folder / "2025.yaml").read_text() == later.replace("    review: candidate\n", "")
    assert held()["events.yaml"] == before["events.yaml"]
    desk.reject(case_of(desk, MAYOR), "No")
    desk.accept(case_of(desk, "2024-03-14-storm-in-port-elm"))
    assert load_timeline(events).by_id["2024-03-14-storm-in-port-elm"].published
    for _ in range(3):
        desk.undo()
    assert (held(), (folder / "2025.yaml").read_text()) == (before, later)


def test_the_last_event_of_a_file_can_go_into_another(events, folder, inbox):
    desk = Desk(events, inbox, TODAY)
    desk.merge(case_of(desk, "later"), "2024-03-14-storm-floods-port-elm")
    assert load_timeline(events).by_id["later"].id == "2024-03-14-storm-floods-port-elm"
    desk.undo()
    assert (folder / "2025.yaml").read_text() == LATER
