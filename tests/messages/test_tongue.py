"""What the site says of its own accord: filled in, counted and joined as a language does."""

from __future__ import annotations

import gettext

import pytest

from generator.messages import Tongue, tongue


@pytest.mark.parametrize("language", ["en", "en-GB", "EN", "xx", "", "not a language"])
def test_a_language_without_messages_is_english(language):
    assert tongue(language).code == "en"


def test_a_message_is_filled_in():
    assert tongue("en").gettext("since {date}", date="May 2022") == "since May 2022"


def test_a_message_without_values_may_hold_braces():
    assert tongue("en").gettext("a {brace}") == "a {brace}"


@pytest.mark.parametrize(("number", "words"), [(0, "0 events"), (1, "1 event"), (10_000, "10,000 events")])
def test_a_number_is_said_with_its_noun(number, words):
    assert tongue("en").ngettext("{number} event", "{number} events", number) == words


@pytest.mark.parametrize(
    ("words", "line"), [([], ""), (["AP"], "AP"), (["AP", "TASS"], "AP and TASS"), (["a", "b", "c"], "a, b and c")]
)
def test_names_are_joined_as_in_a_sentence(words, line):
    assert tongue("en").join(words) == line


def test_thousands_are_set_apart_as_the_language_does():
    assert Tongue("de", gettext.NullTranslations()).number(12_345) == "12.345"
