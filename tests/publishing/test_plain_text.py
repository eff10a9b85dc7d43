"""Text that others wrote: cleaned and cut."""

from __future__ import annotations

import pytest

from generator.publishing.plain_text import clean, clip, first_sentence, language_tag, sentence


@pytest.mark.parametrize(
    "harmful", ["\u202e", "\u202a", "\u2066", "\u2069", "\x00", "\x1b", "\x85", "\ud800", "\uffff"]
)
def test_a_harmful_character_is_taken_out(harmful: str) -> None:
    assert clean(f"a{harmful}b") == "ab"


@pytest.mark.parametrize("text", ["a\tb\nc", "Ünïcödé", "שלום", "سلام", "\u200fאב\u200e", "👩‍👩‍👧", "北京"])
def test_what_people_write_is_left_as_it_is(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It rained. Then it stopped.", "It rained."),
        ("Mr. Smith came at 5 p.m. on Friday. He left.", "Mr. Smith came at 5 p.m. on Friday."),
        ("J. K. Rowling wrote. We read.", "J. K. Rowling wrote."),
        ("“It rained.” She left.", "“It rained.”"),
        ("Growth was 3.5 per cent. Good.", "Growth was 3.5 per cent."),
        ("No end", "No end"),
        ("下雨了。她走了。", "下雨了。"),
        ("Really?! Yes.", "Really?!"),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_where_a_reader_would_end_it(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_a_text_is_cut_between_words() -> None:
    assert clip("one two, three", 10) == "one two…"
    assert clip("one  two", 10) == "one two"
    assert clip("onetwothree", 5) == "onet…"


def test_a_text_of_any_length_fits_its_limit() -> None:
    for limit in range(3, 30):
        assert len(clip("a bb ccc dddd eeeee ffffff ggggggg", limit)) <= limit


@pytest.mark.parametrize(("text", "whole"), [("so it is", "so it is."), ("is it?", "is it?"), ("", "")])
def test_a_remark_ends_with_a_mark(text: str, whole: str) -> None:
    assert sentence(text) == whole


@pytest.mark.parametrize(
    ("text", "tag"), [("en", "en"), ("pt-BR", "pt-BR"), (None, ""), ("Norwegian (Bokmål)", ""), ('en" onload="x', "")]
)
def test_a_language_is_named_for_machines_only_by_its_tag(text: str | None, tag: str) -> None:
    assert language_tag(text) == tag
