"""The line of a fault, as it is shown below it."""

from __future__ import annotations

import pytest

from generator.curating.faults import Fault
from generator.curating.parts import joined
from generator.curating.sight import WIDEST, Sights, sight


@pytest.mark.parametrize(
    ("line", "column", "shown", "mark"),
    [
        ("  - title: x", 5, "  - title: x", "    ^"),
        ("title: x", 9, "title: x", "        ^"),
        ("\ttitle: x", 2, " title: x", " ^"),
        ("习近平: x", 4, "习近平: x", "      ^"),
        ("e\u0301: x", 3, "e\u0301: x", " ^"),
        ("a\x07\u202eb", 4, "a��b", "   ^"),
    ],
)
def test_the_mark_stands_below_the_place(line: str, column: int, shown: str, mark: str) -> None:
    assert sight(line, column) == (shown, mark)


def test_of_a_long_line_that_is_shown_which_is_around_the_place() -> None:
    line = "".join(f"{number:05}" for number in range(100))
    shown, mark = sight(line, 251)
    assert shown[len(mark) - 1 :][:5] == "00050"
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) == WIDEST + 2


def test_the_beginning_of_a_long_line_is_not_cut() -> None:
    shown, mark = sight("x" * 300, 3)
    assert (shown, mark) == ("x" * WIDEST + "…", "  ^")


def test_a_blank_line_and_one_that_is_not_there_show_nothing() -> None:
    sights = Sights("a\n\nb\n")
    assert [sights.of(Fault(line, 1, "", "")) for line in (1, 2, 9)] == [("a", "^"), None, None]


def test_of_several_files_each_has_its_own_lines() -> None:
    sights = Sights(joined([("timeline.yaml", "a\n"), ("events/2022.yaml", "b\nc\n")]))
    assert sights.line(Fault(2, 1, "", "", "error", "data/events/2022.yaml")) == "c"
