"""How what an import would change is said."""

from __future__ import annotations

import pytest

from generator.curating.differences import LONGEST_SHOWN, _short


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a " * 20, ("a " * 20).strip()),
        ("x" * LONGEST_SHOWN, "x" * LONGEST_SHOWN),
        ("x" * (LONGEST_SHOWN + 1), f"{'x' * (LONGEST_SHOWN - 1)}…"),
        ("first\n  second", "first second"),
    ],
)
def test_a_value_is_said_on_one_line_that_is_cut_only_where_it_is_too_long(text: str, said: str) -> None:
    assert _short(text) == said
    assert len(said) <= LONGEST_SHOWN
