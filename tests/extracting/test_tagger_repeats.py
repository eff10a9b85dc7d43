"""What a text says over and over is worked out once, and means what it means without that."""

from __future__ import annotations

import datetime as dt
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extracting import tagger
from generator.extracting.tagger import find_timexes
from generator.extracting.tagger.languages import CODES, language_of
from generator.extracting.tagger.runs import Run, runs
from generator.extracting.tagger.scan import fold, grammar
from generator.extracting.tagger.search import Search

DCT = dt.date(2023, 10, 18)


def _work(text):
    """How often a place of a text is searched, and how often words are read."""
    with (
        mock.patch.object(Search, "longest", autospec=True, side_effect=Search.longest) as searched,
        mock.patch.object(tagger, "_read", side_effect=tagger._read) as read,
    ):
        find_timexes(text, DCT)
    return searched.call_count, read.call_count


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "c. ",
            "Mid ",
            "May ",
            "a few ",
            "about early ",
            "1990 ",
            "2,000 ",
            "1.2.3 ",
            "Weds ",
            "3 May, ",
            "Q3 ",
            "5pm ",
        ),
        *(
            "early March ",
            "the third quarter, ",
            "It will open in three weeks. ",
            "They met on Monday and left in May. ",
        ),
    ],
)
def test_words_over_and_over_are_searched_and_read_no_more_often_in_a_longer_text(unit):
    (searched, read), (more_searched, more_read) = _work(unit * 800), _work(unit * 8000)
    assert more_searched <= searched + _PART
    assert more_read <= read + _PART


_PART = 64
"""What is left of a run behind its last whole part has no more words than this."""


def test_words_are_searched_wherever_they_stand_where_a_pattern_could_read_a_long_word_to_its_end():
    once, more = (_work(f"{'y' * 40} May " * count)[0] for count in (100, 200))
    assert more > 1.9 * once


def test_what_means_something_else_each_time_is_read_each_time():
    text = "He came in May 1901. " + "It rained a year later. " * 60 + "In 1902, 1903, 1904 and 1905 it was dry."
    values = [timex.value for timex in find_timexes(text, DCT)]
    assert values[:61] == ["1901-05", *(str(year) for year in range(1902, 1962))]


def test_what_a_run_says_of_its_year_is_counted_as_often_as_it_stands_there():
    history = "In May 1914 it rained. " * 120
    text = f"{history}They met on 3 May. {'On Friday they left. ' * 40}"
    found = find_timexes(text, DCT)
    with mock.patch.object(tagger, "shortened", side_effect=lambda text: (text, [])):
        assert find_timexes(text, DCT) == found
    assert [timex.value for timex in found if timex.text == "3 May"] == ["1914-05-03"]


def test_two_runs_of_one_text_are_filled_in_where_they_stand():
    text = "Ask in May 1999. " * 60 + "No. " * 20 + "Q3 " * 300 + "and on 3 June 2001."
    found = find_timexes(text, DCT)
    assert [timex.text for timex in found] == ["May 1999"] * 60 + ["Q3"] * 300 + ["3 June 2001"]
    assert all(text[timex.start : timex.end] == timex.text for timex in found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A dog. " * 100, [Run(0, 700, 7)]),
        ("It was told once, and that is all of it. " * 2, []),
        ("A dog. " * 50, [Run(0, 350, 7)]),
        ("A dog. " * 100 + "B" * 40 + "A cat; " * 150, [Run(0, 700, 7), Run(1024, 1790, 7)]),
        ("".join(f"{number} dogs. " for number in range(500)), []),
        (f"{'y' * 40} " * 100, []),
    ],
)
def test_a_run_is_found_with_its_period_where_it_is_worth_it(text, found):
    assert list(runs(text)) == found


@settings(max_examples=50, deadline=None)
@given(st.text("ab ", max_size=700), st.text("ab. ", min_size=1, max_size=12), st.integers(0, 300), st.text("ab "))
def test_each_sign_of_a_run_stands_again_a_period_further_on(before, unit, count, after):
    text = before + unit * count + after
    end = 0
    for run in runs(text):
        assert end <= run.start
        assert text[run.start : run.end - run.period] == text[run.start + run.period : run.end]
        end = run.end


def _pieces(code):
    language = language_of(code)
    phrases = sorted({phrase for words in language.words.values() for phrase in words})
    sentences = [example.text for rule in language.rules for example in rule.examples] or phrases
    dates = ["3 May 2022", "2022-05-03", "Monday", "May", "'99", "1990s", "5pm", "12:30", "1.2.3", "$7", "July", "März"]
    word = st.one_of(st.sampled_from(phrases), st.sampled_from(sentences), st.sampled_from(dates))
    gap = st.sampled_from([" ", " ", " ", "-", ", ", ". ", "\n", "\n\n", " '", "  "])
    pieces = st.lists(st.tuples(word, st.booleans(), gap), min_size=1, max_size=5)
    return pieces.map(lambda found: "".join((word.capitalize() if big else word) + gap for word, big, gap in found))


@pytest.mark.parametrize("code", CODES)
@settings(max_examples=20, deadline=None)
@given(st.data(), st.booleans(), st.sampled_from([None, DCT]))
def test_what_comes_again_means_what_it_means_when_each_place_is_searched_for_itself(code, data, ranges, dct):
    unit = data.draw(_pieces(code))
    text = unit * (900 // len(unit) + 2)
    found = find_timexes(text, dct, language=code, ranges=ranges)
    with mock.patch.object(tagger, "shortened", side_effect=lambda text: (text, [])):
        assert find_timexes(text, dct, language=code, ranges=ranges) == found


def test_an_expression_after_an_article_is_found_again_with_it():
    text = "They met in the last week. " * 30
    assert [timex.text for timex in find_timexes(text, DCT)] == ["the last week"] * 30


@pytest.mark.parametrize("text", ["9;", "(4(4", "$8", "7+7+", "x9'8"])
def test_a_figure_that_the_signs_beside_it_make_no_date_calls_no_rule(text):
    known = grammar("en")
    anchors = list(known.next_anchor.finditer("\n" + fold(f"{text}{text};")))[1:]
    tried = [ready.rule.name for anchor in anchors for ready in known.called(text, 0, anchor.groups())]
    assert anchors
    assert tried == []
