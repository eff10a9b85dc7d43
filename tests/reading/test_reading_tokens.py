from __future__ import annotations

import pytest

from generator.reading.tokens import letters, letters_and_digits


@pytest.mark.parametrize(
    ("text", "alone", "with_digits"),
    [
        (
            "Port Elm’s mayor — re-elected in 2023…",
            "Port Elm s mayor re elected in",
            "Port Elm s mayor re elected in 2023",
        ),
        ("B2 a_b\tc\x00d\xa0e", "B a b c d e", "B2 a b c d e"),
        ("Über 40 Häuser: “zerstört”", "Über Häuser zerstört", "Über 40 Häuser zerstört"),
        ("", "", ""),
    ],
)
def test_words_are_the_same_in_ascii_and_beyond(text: str, alone: str, with_digits: str) -> None:
    beyond = f"{text} ß"  # no ASCII, nor a mark of typography
    assert letters(text) == alone.split()
    assert letters(beyond) == [*alone.split(), "ß"]
    assert letters_and_digits(text) == with_digits.split()
    assert letters_and_digits(beyond) == [*with_digits.split(), "ß"]


def test_a_script_without_spaces_has_a_word_for_each_character() -> None:
    assert letters_and_digits("東京で 2023") == ["東", "京", "で", "2023"]
