"""Single values of the timeline's file."""

from __future__ import annotations

import pytest

from generator.scalars import is_id, is_web_address


@pytest.mark.parametrize(
    ("value", "safe"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://example.org", True),
        ("http://[::1]/", True),
        ("https://", False),
        ("//example.org", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://example.org/a b", False),
        ('https://example.org/"onclick=', False),
        ("https://example.org/\u202egpj.exe", False),
        ("https://example.org/é/日本", True),
        ("https://[broken", False),
        ("https://example.org/\n", False),
        ("https:///path", False),
    ],
)
def test_only_web_addresses_are_linked(value, safe):
    assert is_web_address(value) is safe


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        ("2022-12-30-call", True),
        ("привет-мир", True),
        ("a.b", True),
        ("Call", False),
        ("a--b", False),
        ("-a", False),
        ("a-", False),
        ("..", False),
        ("a/b", False),
        ("a b", False),
        ("a_b", False),
        ("straße", False),
        ("", False),
        ("x" * 200, True),
        ("x" * 201, False),
        ("日" * 66, True),
        ("日" * 67, False),
        ("con", False),
        ("aux.x", False),
        ("lpt1", False),
        ("com¹", False),
        ("con-2", True),
        ("2022-con", True),
        ("com10", True),
        ("é", True),
        ("e\u0301", False),
    ],
)
def test_an_id_is_safe_as_the_name_of_a_folder(value, fits):
    assert is_id(value) is fits
