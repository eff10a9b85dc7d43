"""Sentences with their expressions in brackets, and what the tables of a language's sentences leave out."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from generator.extracting.tagger import find_timexes
from generator.extracting.tagger.scan import fold, grammar

MARKED = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


def _sentences(module):
    """The first column of every table of the tests of a module."""
    marks = [mark for test in vars(module).values() for mark in getattr(test, "pytestmark", [])]
    rows = [row for mark in marks if mark.name == "parametrize" for row in mark.args[1]]
    firsts = [row[0] if isinstance(row, tuple) else row for row in rows]
    return [first for first in firsts if isinstance(first, str)]


@pytest.fixture
def unshown_rules(request):
    """A function that names the rules of a language which no sentence of the test's module calls."""

    def unshown(language):
        known = grammar(language)
        called = []
        for text in _sentences(request.module):
            for found in known.matches(text, fold(text)):
                match = found
                while match:
                    called.append(match.rule)
                    match = match.inner
        return [rule.name for rule in known.language.rules if not any(rule is other for other in called)]

    return unshown


@pytest.fixture
def read():
    """What a sentence's brackets say, as in “It rained [today|2023-10-18].”, and what the tagger does.

    Both are lists of an expression's start, words and value.
    """

    def read_marked(sentence: str, dct: str, language: str = "en"):
        expected, plain, end = [], "", 0
        for match in MARKED.finditer(sentence):
            plain += sentence[end : match.start()]
            expected.append((len(plain), match[1], match[2]))
            plain, end = plain + match[1], match.end()
        plain += sentence[end:]
        found = find_timexes(plain, dt.date.fromisoformat(dct) if dct else None, language=language, ranges=False)
        return expected, [(timex.start, timex.text, timex.value) for timex in found]

    return read_marked
