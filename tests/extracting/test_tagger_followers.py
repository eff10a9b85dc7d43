"""Which rules a word calls, by what follows it: none too few, and few that cannot match."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extracting.tagger import followers as walk
from generator.extracting.tagger.calls import shape
from generator.extracting.tagger.followers import FOLLOWER, Pattern
from generator.extracting.tagger.languages import CODES, language_of
from generator.extracting.tagger.scan import Grammar, fold, grammar

FIGURES = [
    "1",
    "31",
    "1990",
    "1990s",
    "3rd",
    "5pm",
    "2,000",
    "10.5",
    "12:30",
    "3/4/2020",
    "2020-05-04",
    "5-7",
    "2019-20",
]


@pytest.mark.parametrize(
    ("pattern", "first", "after"),
    [
        ("two (?:days|weeks?)", "two", {"day", "wee"}),
        ("two (?:days|weeks?)", "three", set()),
        ("two[ -]year", "two", {"yea", "-yea"}),
        ("(?:the )?end of (?:may|a day)", "end of", {"may", "a"}),
        ("(?:early|late) (?=june|july)", "late", {"jun", "jul"}),
        ("[0-9]rd(?=[.,])", "3rd", None),
        ("[0-9]{1,2} ?(?:am|pm)", "5", {"am", "pm"}),
        ("[0-9]{1,2}(?:,[0-9]{3})? days", "2,000", {"day"}),
        ("may [0-9]+", "may", {"0"}),
        ("in q[1-4]", "in", {"q"}),
        ("a few (?:days|weeks)", "a few*", {"day", "wee"}),
        ("3 ?- ?4 may", "3", {"-0", "-"}),
        ("twenty-(?:one|two) days", "twenty", {"-one", "-two"}),
        ("a f[a-z]+", "a", None),
        ("may", "may", None),
        (r"may(?: \w+)?", "may", None),
        (r"(may) \1", "may", None),
        (r"at\b.*", "in", set()),
        (r"in (?:at\b|a b).*", "in", {"at", "a"}),
        (r"(?=[0-9](?::[0-9]| ?am\b))[0-9]+(?::[0-9]+)?(?: ?am)?.*", "5", {":0", "am"}),
        (r"(?=[0-9] [a-z])[0-9] (?:days|weeks)", "5", {"day", "wee"}),
    ],
)
def test_the_followers_of_first_words_are_read_from_the_pattern(pattern, first, after):
    followers = Pattern(pattern).followers(first)
    assert followers == (None if after is None else frozenset(after))


def test_a_prefix_leads_on_to_what_it_may_stand_before():
    prefix = Pattern("(?:early|late) (?:in )?", frozenset({"may", "jun", "0"}))
    assert prefix.followers("late") == {"in", "may", "jun", "0"}


@pytest.mark.parametrize(
    ("text", "follower"),
    [
        (" years", "yea"),
        ("-year", "-yea"),
        (" -5", "-5"),
        (" - 5", "-"),
        (".5", ".5"),
        (". So", "."),
        ("'s", "'s"),
        ("  a few", "a"),
        (" 5th", "5"),
        ("\n\nMay", "\n"),
        ("", None),
        (" $", "$"),
    ],
)
def test_a_follower_is_the_next_letters_or_sign(text, follower):
    assert re.match(FOLLOWER, text)[1] == follower


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("7", "#2"),
        ("31", "#2"),
        ("1990", "#4"),
        ("199", "#n"),
        ("3rd", "#th"),
        ("31st", "#th"),
        ("1ath", "#x"),
        ("1990s", "#x"),
        ("1\N{FULLWIDTH DIGIT FOUR}", "#x"),
    ],
)
def test_the_shape_of_a_word_in_digits(word, kind):
    assert shape(word) == kind


def _soup(code):
    language = grammar(code).language
    phrases = sorted({phrase for words in language.words.values() for phrase in words})
    sentences = [example.text for rule in language.rules for example in rule.examples]
    piece = st.one_of(st.sampled_from(phrases), st.sampled_from(FIGURES), st.sampled_from([*sentences, "it", "$"]))
    gap = st.sampled_from([" ", " ", " ", " ", "  ", "-", ", ", ".", "/", "\n", " '"])
    return st.lists(st.tuples(piece, gap), max_size=12).map(lambda pairs: fold("".join(map("".join, pairs))))


@pytest.mark.parametrize("code", CODES)
@given(st.data())
def test_every_rule_that_matches_at_a_word_is_called_there(code, data):
    known = grammar(code)
    folded = data.draw(_soup(code))
    for anchor in known.next_anchor.finditer("\n" + folded):
        word, start = anchor[2], anchor.end() - 1
        called = [ready.rule for ready in known.called(folded, start, anchor.groups())]
        for rule in known.index.get(shape(word) if word[0].isdigit() else word, ()):
            if not any(rule is other for other in called):
                found = known.ready(rule).match(folded, start)
                assert found is None or rule.prefix, (rule.name, folded[start:])


@pytest.mark.parametrize("code", CODES)
def test_every_first_word_of_a_rule_is_an_anchor(code):
    known = grammar(code)
    for word in known.index:
        if word[0] != "#":
            assert known.anchor.match(word)[1] == word


@pytest.mark.parametrize("code", CODES)
def test_without_the_parser_of_re_the_same_is_found(code, monkeypatch):
    monkeypatch.setattr(walk, "parse", None)
    without, usual = Grammar(language_of(code)), grammar(code)
    assert Pattern("two days").followers("two") is None
    for text in [example.text for rule in grammar("en").language.rules for example in rule.examples]:
        found = [(match.start, match.end, match.rule.name) for match in without.matches(text, fold(text))]
        assert found == [(match.start, match.end, match.rule.name) for match in usual.matches(text, fold(text))]
