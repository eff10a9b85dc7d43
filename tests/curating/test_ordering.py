"""Putting the events of a file in order."""

from __future__ import annotations

from pathlib import Path

from generator.curating.load import load_text
from generator.curating.ordering import Ordered, in_order


def test_a_file_that_cannot_be_read_stays_as_it_is() -> None:
    text = "events:\n  - {id: b, date: 2021}\n  - {id: a, date: soon}\n"
    assert in_order(load_text(text, Path("events.yaml"))) == Ordered(text)


def test_a_file_in_order_stays_as_it_is() -> None:
    text = "events:\n  - {id: a, date: 2020, title: A}\n  - {id: b, date: 2021, title: B}\n"
    assert in_order(load_text(text, Path("events.yaml"))) == Ordered(text)


def test_events_on_one_line_are_left_where_they_are_and_that_is_said() -> None:
    text = "events: [{id: b, date: 2021, title: B}, {id: a, date: 2020, title: A}]\n"
    assert in_order(load_text(text, Path("events.yaml"))) == Ordered(text, left=True)
