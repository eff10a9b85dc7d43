"""Doubled spaces and line ends change neither what is read nor where it stands; wide gaps and empty lines stay."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extracting.tagger import find_timexes
from generator.extracting.tagger.spaces import narrowed

DCT = dt.date(2023, 10, 18)


@pytest.mark.parametrize("gap", ["  ", " \n", "\n ", "\r\n", " \r\n", "\xa0 "])
def test_an_expression_stands_where_it_stood_whatever_parts_its_words(gap):
    text = "They met on the 3rd of May 2022 and spoke until half past three .".replace(" ", gap)
    timexes = find_timexes(text, DCT)
    assert [timex.value for timex in timexes] == ["2022-05-03", "2022-05-03T03:30"]
    assert [timex.text for timex in timexes] == [
        "the 3rd of May 2022".replace(" ", gap),
        "half past three".replace(" ", gap),
    ]
    assert all(text[timex.start : timex.end] == timex.text for timex in timexes)


@pytest.mark.parametrize(
    "text", ["one two\nthree\n\nfour", "a    b", "a\n\nb", "a \n \n b", "a\r\n\r\nb", "a\r\rb", ""]
)
def test_single_spaces_columns_and_paragraphs_are_left_as_they_are(text):
    assert narrowed(text) is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [("a  b c", "a b c"), ("a \nb", "a\nb"), ("a\r\nb  c\r\n\r\nd", "a\nb c\r\n\r\nd"), ("a   b    c", "a b    c")],
)
def test_a_gap_between_two_words_is_one_space_or_one_line_break(text, plain):
    assert narrowed(text).text == plain


@given(st.text(alphabet="ab \n\r\xa0", max_size=60))
def test_a_narrowed_text_has_the_same_words(text):
    plain = narrowed(text)
    assert plain is None or plain.text.split() == text.split()
