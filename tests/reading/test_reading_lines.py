"""Lines and paragraphs: numbers stay those of the file, wrapped lines are joined."""

from __future__ import annotations

import pytest

from generator.reading.labels import stands_alone
from generator.reading.lines import split, unwrap

WRAPPED = """\
Ferry Crews Return to Work 03/05 07:15
HARBOUR TOWN (AP) -- The crews of the northern ferries went back to work after
a strike of three weeks, and the first ship left with more than two hundred
people aboard on Tuesday.
The company said that it would pay for the hotels of those who had been
stranded. It has promised to hire more sailors before the summer, which the
union had asked for.
"We are glad to be at sea again," said a sailor who has worked on the high-
speed ships for ten years, in pre- and
post-war times alike, as he put it in a long talk.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb", [(1, "a"), (2, "b")]),
        ("a\r\n\r\nb\r\n", [(1, "a"), (3, "b")]),
        ("a\rb", [(1, "a"), (2, "b")]),
        ("a\u2028b\nc", [(1, "a"), (1, "b"), (2, "c")]),
        ("a\fb\n\x0cc", [(1, "a"), (1, "b"), (2, "c")]),
        ("\ufeff  a\xa0\n \t\nb", [(1, "a"), (3, "b")]),
    ],
)
def test_line_numbers_stay_those_of_the_file(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(line.line, line.text) for line in split(text)] == expected


def test_a_blank_line_or_a_form_feed_leaves_a_gap() -> None:
    assert [line.gap for line in split("a\nb\n\nc\fd")] == [True, False, True, True]


def test_hard_wrapped_lines_become_paragraphs_that_begin_at_their_line() -> None:
    paragraphs = unwrap(split(WRAPPED), stands_alone)
    assert [paragraph.line for paragraph in paragraphs] == [1, 2, 5, 8]
    assert paragraphs[1].text.endswith("with more than two hundred people aboard on Tuesday.")


def test_a_headline_is_not_joined_to_the_dateline_below_it() -> None:
    assert unwrap(split(WRAPPED), stands_alone)[0].text == "Ferry Crews Return to Work 03/05 07:15"


def test_a_word_broken_at_its_hyphen_is_one_word_again_but_a_suspended_hyphen_stays() -> None:
    last = unwrap(split(WRAPPED), stands_alone)[-1].text
    assert "the high-speed ships" in last
    assert "pre- and post-war" in last


def test_text_with_a_paragraph_a_line_is_left_as_it_is() -> None:
    lines = split("One long paragraph that stands on a line of its own.\nAnother one, on the next line.\n")
    assert unwrap(lines, stands_alone) == lines


def test_a_list_of_short_labels_is_not_joined() -> None:
    lines = split("Home\nnews\nsport\nweather today\nlogin")
    assert unwrap(lines, stands_alone) == lines


def test_an_item_of_a_list_begins_a_paragraph_in_wrapped_text() -> None:
    text = (
        WRAPPED
        + "\n- the first item is long enough to be wrapped at the very same width as\nall the rest\n- the second\n"
    )
    assert [p.text[:8] for p in unwrap(split(text), stands_alone)][-2:] == ["- the fi", "- the se"]


def test_a_button_is_never_joined_to_a_paragraph() -> None:
    text = WRAPPED.replace("The company said", "read more\nThe company said")
    assert "read more" in [paragraph.text for paragraph in unwrap(split(text), stands_alone)]
