"""Whole news texts in German and Spanish, made up and annotated by hand, read as a corpus is read.

A text is in `data/`: its DCT, an empty line, then the text with each expression as `{words|TIMEX3 value}`.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from generator.extracting.tagger import find_timexes

DATA = Path(__file__).parent / "data"
FLOORS = {
    "german_council": 97.0,
    "german_railway": 97.0,
    "german_storm": 92.0,
    "spanish_drought": 97.0,
    "spanish_election": 95.0,
    "spanish_port": 97.0,
}
"""F1 of calendar dates in per cent: expressions that overlap and have the same value. They only go up.

The storm and the port were written after the rules, and no rule was changed for them.
"""

MARKED = re.compile(r"\{([^|}]+)\|([^}]+)\}")
CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?|-W\d\d(?:-WE)?|-(?:Q\d|H\d|SP|SU|FA|WI))?|\d{2,3}")


def load(name):
    """The text without its marks, its DCT, and its expressions: start, end, value."""
    head, _, marked = (DATA / f"{name}.txt").read_text(encoding="utf-8").partition("\n\n")
    text, expressions, position = "", [], 0
    for match in MARKED.finditer(marked):
        text += marked[position : match.start()]
        expressions.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        position = match.end()
    return text + marked[position:], dt.date.fromisoformat(head.removeprefix("dct: ")), expressions


def dates(expressions):
    return [expression for expression in expressions if CALENDAR.fullmatch(expression[2])]


def compare(name):
    """The dates that both have, those that only the annotation has, and those that only the tagger has."""
    text, dct, expressions = load(name)
    language = {"german": "de", "spanish": "es"}[name.partition("_")[0]]
    timexes = find_timexes(text, dct, language=language, ranges=False)
    wanted = dates(expressions)
    given = dates([(timex.start, timex.end, timex.value) for timex in timexes])
    alike = [(one, other) for one in wanted for other in given if one[0] < other[1] and other[0] < one[1]]
    right = [pair for pair in alike if pair[0][2] == pair[1][2]]
    missed = [(text[one[0] : one[1]], one[2]) for one in wanted if one not in [pair[0] for pair in right]]
    wrong = [(text[one[0] : one[1]], one[2]) for one in given if one not in [pair[1] for pair in right]]
    return len(right), missed, wrong


@pytest.mark.parametrize("name", FLOORS)
def test_calendar_dates_of_an_annotated_text_are_found(name):
    right, missed, wrong = compare(name)
    f1 = 200 * right / (2 * right + len(missed) + len(wrong))
    assert f1 >= FLOORS[name], f"{name}: {f1:.1f}; missed {missed}; wrong {wrong}"


@pytest.mark.parametrize("name", FLOORS)
def test_an_annotated_text_has_thirty_expressions(name):
    _, _, expressions = load(name)
    assert len(expressions) >= 30
