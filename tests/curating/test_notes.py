"""What readers are told of a change: which changes are to be explained."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.curating.load import load_text
from generator.curating.notes import unexplained
from generator.model import Timeline

SOURCES = """\
sources:
  one: {title: One, url: https://a.example/1}
  two: {title: Two, url: https://a.example/2}
"""
BEFORE = """\
  - {id: bridge, date: 2020-05-01, title: Bridge opens, source: one}
  - {id: fair, date: 2021-05-01, title: Fair opens, source: two}
"""


def timeline(events: str) -> Timeline:
    loaded = load_text(f"{SOURCES}events:\n{events}", Path("events.yaml"))
    assert loaded.timeline, loaded.faults
    return loaded.timeline


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Bridge opens", "title: Bridge opened", []),
        ("date: 2020-05-01", "date: 2020-05-02", [(0, ["date"])]),
        ("Bridge opens, source: one", "Bridge opens, source: two", [(0, ["sources"])]),
        # Under another id it is the same event to readers, whose date changed.
        ("id: bridge, date: 2020-05-01", "id: opening, aliases: [bridge], date: 2020-05-02", [(0, ["date"])]),
        ("id: bridge", "id: opening, aliases: [bridge]", []),
        # What became a part of another event leads there, and needs no note of its own.
        (BEFORE, "  - {id: fair, aliases: [bridge], date: 2021-05-01, title: Fair, source: two}\n", []),
        ("title: Fair opens", "review: candidate, title: Fair opens", [(1, ["review"])]),
    ],
)
def test_a_change_of_what_readers_were_told_is_to_be_explained(
    old: str, new: str, expected: list[tuple[int, list[str]]]
) -> None:
    assert list(unexplained(timeline(BEFORE), timeline(BEFORE.replace(old, new)))) == expected
