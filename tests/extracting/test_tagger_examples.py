"""Every rule of the tagger shows by an example what it is for."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extracting.tagger import find_timexes
from generator.extracting.tagger.rules import RULES

EXAMPLES = [(rule.name, *example) for rule in RULES for example in rule.examples]
NEWS = [example for example in EXAMPLES if example[0] != "former"]
"""Without the history: years enough to make a text one are state, and change what is counted from where."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_an_example(rule):
    assert rule.examples


@pytest.mark.parametrize(("name", "text", "dct", "value"), EXAMPLES)
def test_the_example_of_a_rule_is_read_by_that_rule_and_as_it_says(name, text, dct, value):
    timexes = find_timexes(text, dt.date.fromisoformat(dct) if dct else None, ranges=False)
    read = [timex.value for timex in timexes if name in timex.rule.split()]
    assert read == [value] if value else timexes == []


def values(text, dct, **options):
    timexes = find_timexes(text, dt.date.fromisoformat(dct) if dct else None, **options)
    return [(timex.type, timex.value, timex.edtf, timex.mod) for timex in timexes]


@pytest.mark.parametrize(
    "typeset",
    [
        str.upper,
        lambda text: text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}"),
        lambda text: text.replace(" ", "\N{NO-BREAK SPACE}"),
        lambda text: text.replace(" ", "\N{NARROW NO-BREAK SPACE}"),
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace(" ", "\r\n"),
        lambda text: text.replace(" ", "  "),
        lambda text: text.replace(" ", " \n"),
        lambda text: text.replace("-", "\N{NON-BREAKING HYPHEN}"),
        lambda text: text.replace("-", "\N{EN DASH}"),
        lambda text: f"\N{LEFT DOUBLE QUOTATION MARK}{text}\N{RIGHT DOUBLE QUOTATION MARK}",
    ],
    ids=[
        "upper case",
        "quotes",
        "no-break",
        "narrow",
        "lines",
        "lines of Windows",
        "two spaces",
        "spaced lines",
        "hyphen",
        "dash",
        "quoted",
    ],
)
@pytest.mark.parametrize(("name", "text", "dct", "value"), EXAMPLES)
def test_how_an_example_is_typeset_changes_nothing(name, text, dct, value, typeset):
    assert values(typeset(text), dct) == values(text, dct), (name, value)


@given(st.sampled_from(NEWS), st.sampled_from(NEWS))
def test_what_follows_a_paragraph_break_changes_nothing_before_it(example, following):
    _, text, dct, _ = example
    alone = values(text, dct)
    assert values(f"{text}\n\n{following[1]}", dct)[: len(alone)] == alone


@given(st.sampled_from(NEWS), st.text(max_size=40))
def test_any_text_after_a_paragraph_break_changes_nothing_before_it(example, following):
    _, text, dct, _ = example
    alone = values(text, dct)
    assert values(f"{text}\n\n{following}", dct)[: len(alone)] == alone
