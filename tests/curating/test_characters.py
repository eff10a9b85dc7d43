"""Characters that YAML does not allow."""

from __future__ import annotations

import pytest

from generator.curating.syntax import forbidden_characters, is_allowed


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("a: b\t# c\r\n", True),
        ("é\u2028\U0001f600", True),
        ("a\x00", False),
        ("a\x7f", False),
        ("é\x1b", False),
        ("é\ufffe", False),
    ],
)
def test_a_text_is_allowed_just_when_no_character_of_it_is_forbidden(text: str, *, allowed: bool) -> None:
    assert is_allowed(text) is allowed
    assert bool(list(forbidden_characters(text))) is not allowed
