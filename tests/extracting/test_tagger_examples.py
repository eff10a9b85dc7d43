"""Every rule of the tagger shows by an example what it is for."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.extracting.tagger import find_timexes
from generator.extracting.tagger.rules import RULES

EXAMPLES = [(rule.name, *example) for rule in RULES for example in rule.examples]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_an_example(rule):
    assert rule.examples


@pytest.mark.parametrize(("name", "text", "dct", "value"), EXAMPLES)
def test_the_example_of_a_rule_is_read_by_that_rule_and_as_it_says(name, text, dct, value):
    timexes = find_timexes(text, dt.date.fromisoformat(dct) if dct else None, ranges=False)
    read = [timex.value for timex in timexes if name in timex.rule.split()]
    assert read == [value] if value else timexes == []
