"""A timeline read once, for its check and for its site."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import pytest

from generator.curating.check import check
from generator.errors import TimelineFileError
from generator.publishing import checked, forking
from generator.publishing.checked import read_checked
from generator.publishing.forking import aside
from generator.publishing.publication import read

HARBOUR = Path(__file__).parent / "data" / "harbour.yaml"
TODAY = dt.date(2026, 11, 21)

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
"""In the tests' own process a thread of another test may be alive, of which Python 3.12 warns."""


@pytest.mark.parametrize("aside_from", [0, 2**20])
def test_it_is_what_a_check_and_a_reading_give_in_a_process_of_its_own_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aside_from: int
) -> None:
    monkeypatch.setattr(checked, "ASIDE_FROM", aside_from)
    monkeypatch.setattr(forking, "threads", lambda: 1)

    both = read_checked(HARBOUR, today=TODAY, docs=tmp_path)

    assert both.faults == check(HARBOUR, today=TODAY, docs=tmp_path)
    assert both.found == read(HARBOUR)


def test_of_a_timeline_that_cannot_be_read_there_are_only_faults(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    for text, wrong in (("events: {a: 1}\n", "list"), ("<<<<<<< ours\nevents: []\n", "merge")):
        path.write_text(text)

        both = read_checked(path, today=TODAY, docs=tmp_path)

        assert both.found is None
        assert wrong in both.faults[0].what


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TimelineFileError):
        read_checked(tmp_path / "events.yaml", today=TODAY, docs=tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="processes are forked on Linux only")
def test_work_is_done_aside_where_a_process_can_be_forked(monkeypatch: pytest.MonkeyPatch) -> None:
    for alone in (True, False):
        monkeypatch.setattr(forking, "can_fork", lambda alone=alone: alone)

        assert (aside(os.getpid) == os.getpid()) is not alone
