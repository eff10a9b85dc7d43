"""JSON as it is published."""

from __future__ import annotations

import json

import pytest

from generator.publishing.json_text import json_text

LONE = "".join(map(chr, [*range(32), *range(127, 160), 0x202A, 0x202E, 0x2066, 0x2069, 0xD800, 0xFDD0, 0xFFFE]))


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("harmful", sorted(set(LONE) - set("\t\n\r")), ids=ascii)
def test_a_harmful_character_is_in_no_text_however_json_writes_it(harmful: str, indent: int | None) -> None:
    told = {"title": f"a{harmful}b", "parts": [{"text": harmful + "c"}]}
    assert json.loads(json_text(told, indent=indent)) == {"title": "ab", "parts": [{"text": "c"}]}


@pytest.mark.parametrize("text", ["a\tb\nc\r", r"a\b", r"C:\bin\f", r"\u0007", "\u2028", "</script>&"])
def test_any_other_text_is_what_it_was(text: str) -> None:
    assert json.loads(json_text([text])) == [text]
