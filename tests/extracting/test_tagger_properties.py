"""What holds for any text: sound spans, sound dates, the same answer for other typography, and linear time."""

from __future__ import annotations

import datetime as dt
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.dates import parse
from generator.extracting.tagger import find_timexes
from generator.extracting.tagger.english import ENGLISH
from generator.extracting.tagger.scan import fold

DCT = dt.date(2023, 10, 18)
WORDS = sorted({word for words in ENGLISH.words.values() for word in words})
pieces = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(
        ["May", "March", "Sun", "Monday", "BC", "'99", "1990s", "2nd", "İ", "—", "–", "$", "%", "\n\n", "\u2028"]
    ),
    st.integers(0, 9999).map(str),
    st.dates().map(str),
    st.text(max_size=3),
)
texts = st.lists(
    st.tuples(pieces, st.sampled_from([" ", " ", " ", "-", ", ", "/", ":", ".", "", "\n"])), max_size=25
).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))
dcts = st.one_of(st.none(), st.dates(), st.just(DCT))


@settings(max_examples=300, deadline=None)
@given(texts, dcts, st.booleans())
def test_any_text_gives_spans_in_order_and_dates_that_parse(text, dct, ranges):
    timexes = find_timexes(text, dct, ranges=ranges)
    ends = [0, *(timex.end for timex in timexes)]
    for timex, previous_end in zip(timexes, ends, strict=False):
        assert previous_end <= timex.start < timex.end
        assert text[timex.start : timex.end] == timex.text
        assert timex.edtf is None or parse(timex.edtf)
        assert timex.rule
        assert timex.value


@settings(max_examples=100, deadline=None)
@given(texts)
def test_without_a_dct_a_date_is_counted_from_words_of_the_text_alone(text):
    for timex in find_timexes(text, None):
        assert " ".join(fold(timex.anchor).split()) in " ".join(fold(text).split())


@pytest.mark.parametrize(
    ("plain", "typeset"),
    [
        ("On 3-5 May 2022, in the '90s", "On 3–5 May 2022, in the ’90s"),
        ("On Oct. 18, 2023 at 13:00", "On Oct.\N{NO-BREAK SPACE}18,\N{NO-BREAK SPACE}2023 at 13:00"),
        ("The mid-1980s and the third quarter", "The mid\N{NON-BREAKING HYPHEN}1980s and the\nthird quarter"),
    ],
)
def test_typography_changes_nothing(plain, typeset):
    def read(text):
        return [(timex.value, timex.edtf) for timex in find_timexes(text, DCT)]

    assert read(plain) == read(typeset) != []


@pytest.mark.parametrize("text", ["He came last week on 3 May 2022.", "In the third quarter of 2021, two days ago."])
def test_upper_case_changes_nothing(text):
    values = [timex.value for timex in find_timexes(text, DCT)]
    assert [timex.value for timex in find_timexes(text.upper(), DCT)] == values


def test_a_paragraph_break_ends_an_expression():
    timexes = find_timexes("They met in May\n\n2022 was dry.", DCT)
    assert [timex.text for timex in timexes] == ["May", "2022"]


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        " ",
        "1-",
        "last ",
        "of the ",
        "the ",
        "1,",
        "about early ",
        "May ",
        "20",
        "1 2 3 ",
        "two and ",
        "-",
        "\n",
        "12:",
        "3, 4, ",
        "a few ",
        "late ",
        "10.5 ",
        "Monday ",
        "the end of the ",
    ],
)
def test_the_time_taken_grows_no_faster_than_the_text(unit):
    def seconds(size):
        text = unit * (size // len(unit))
        start = time.process_time()
        find_timexes(text, DCT)
        return time.process_time() - start

    seconds(1_000)
    small = max(min(seconds(6_000) for _ in range(3)), 0.002)
    assert min(seconds(96_000) for _ in range(3)) < 80 * small  # 16 × where it is linear, 256 × where it is quadratic


def _steps(text):
    """How many functions are called to read a text, those of Python and those in C."""
    count = 0

    def note(_frame, event, _arg):
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        find_timexes(text, DCT)
    finally:
        sys.setprofile(before)
    return count


@settings(max_examples=60, deadline=None)
@given(st.lists(pieces, min_size=1, max_size=4).map(" ".join))
def test_the_steps_taken_grow_no_faster_than_the_text(unit):
    once, many = f"{unit} " * 20, f"{unit} " * 160
    find_timexes(many, DCT)  # so that all that is made once is made
    assert _steps(many) <= 9 * _steps(once)


def test_200_kilobytes_of_digits_take_no_time_to_speak_of():
    start = time.process_time()
    assert find_timexes("1234567890" * 20_000, DCT) == []
    assert time.process_time() - start < 5
