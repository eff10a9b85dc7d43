"""What holds for any text: sound spans, dates that parse, typography that changes nothing, steps that are linear."""

from __future__ import annotations

import datetime as dt
import sys
from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse
from generator.extracting.tagger import find_timexes
from generator.extracting.tagger.english import ENGLISH
from generator.extracting.tagger.language import expand
from generator.extracting.tagger.languages import CODES
from generator.extracting.tagger.scan import fold, grammar, loosen

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


def _steps(text, language="en"):
    """How many functions are called to read a text, those of Python and those in C."""
    count = 0

    def note(_frame, event, _arg):
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        find_timexes(text, DCT, language=language)
    finally:
        sys.setprofile(before)
    return count


OVER_AND_OVER = {
    "en": (
        *(
            "1",
            " ",
            "1-",
            "20",
            "1,",
            "12:",
            "-",
            "\n",
            "1 2 3 ",
            "3, 4, ",
            "10.5 ",
            "0.15 ",
            "of the ",
            "the ",
            "last ",
        ),
        *("about early ", "May ", "two and ", "a few ", "late ", "Monday ", "the end of the ", "3rd "),
    ),
    "de": ("1. ", "3., ", "der ", "vor ", "um ", "in ", "letzten ", "Mai ", "etwa Ende ", "zwei ", "Nacht zum ", "12:"),
    "es": ("3 y ", "de la ", "el ", "hace ", "en ", "dos y ", "treinta y ", "a principios de ", "noche del ", "-"),
}


@pytest.mark.parametrize(("language", "unit"), [(code, unit) for code in CODES for unit in OVER_AND_OVER[code]])
def test_the_steps_taken_for_words_over_and_over_grow_no_faster_than_the_text(language, unit):
    once, many = unit * 100, unit * 800
    find_timexes(many, DCT, language=language)  # so that all that is made once is made
    assert _steps(many, language) <= 9 * _steps(once, language)


@given(st.lists(pieces, min_size=1, max_size=4).map(" ".join))
def test_the_steps_taken_grow_no_faster_than_the_text(unit):
    once, many = f"{unit} " * 20, f"{unit} " * 160
    find_timexes(many, DCT)  # so that all that is made once is made
    assert _steps(many) <= 9 * _steps(once)


def _endless(items, within=None):
    """What each repetition without a bound repeats, and what it stands within that is repeated without one too."""
    for op, arg in items:
        if op.name.endswith("_REPEAT"):
            endless = arg[1] > 1000
            if endless:
                yield arg[2], within
            yield from _endless(arg[2], arg[2] if endless else within)
        elif op.name == "BRANCH":
            for branch in arg[1]:
                yield from _endless(branch, within)
        elif op.name in {"SUBPATTERN", "ASSERT", "ASSERT_NOT"}:
            yield from _endless(arg[-1], within)


@pytest.mark.parametrize("code", CODES)
def test_no_pattern_repeats_more_than_one_sign_without_a_bound(code):
    """So none can go back over a text in ever more ways: within a step, too, time grows with the text."""
    parse_pattern = import_module("re._parser").parse
    language = grammar(code).language
    patterns = {rule.name: loosen(expand(rule.pattern, language.fragments)) for rule in language.rules}
    cues = {"future": language.future, "past": language.past, "clause_end": language.clause_end}
    for name, source in {**patterns, **{name: cue.pattern for name, cue in cues.items()}}.items():
        for repeated, within in _endless(parse_pattern(source)):
            assert len(repeated) == 1, name
            assert within is None, name


def test_200_kilobytes_of_digits_are_one_word():
    text = "1234567890" * 20_000
    assert find_timexes(text, DCT) == []
    assert _steps(text) < 200
