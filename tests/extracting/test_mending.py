from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extracting.mending import mended


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("He did n't go to Lind 's house .", "He didn't go to Lind's house."),
        ("`` No , '' he said -LRB- twice -RRB- .", "“No,” he said (twice)."),
        ("In 1910\\/11 he left .", "In 1910/11 he left."),
        ("Nothing to mend, here.", "Nothing to mend, here."),
    ],
)
def test_tokens_are_put_together(raw: str, text: str) -> None:
    assert mended(raw, {}).text == text


def test_glued_words_are_taken_apart() -> None:
    assert mended("Lindand Okafor met.", {"Lindand": "Lind and"}).text == "Lind and Okafor met."


@given(
    st.lists(st.sampled_from(["ab", " , ", "``", " ''", " n't", "\\/", " -LRB- ", " 's ", " c "]), max_size=12).map(
        "".join
    )
)
def test_a_letter_keeps_its_place_there_and_back(raw: str) -> None:
    result = mended(raw, {})
    for offset, letter in enumerate(raw):
        if letter in "abc":
            assert result.text[result.place(offset)] == letter
            assert raw[result.raw(result.place(offset)) :].lstrip()[:1] == letter
