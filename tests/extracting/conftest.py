"""What the tables of a language's sentences leave out."""

from __future__ import annotations

import pytest

from generator.extracting.tagger.scan import fold, grammar


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
