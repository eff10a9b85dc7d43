from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.extracting.title_rules import title_faults


@pytest.mark.parametrize(
    "title",
    [
        "Ruth Lind met Okafor in Lagos",
        "Okafor: “We have opened a new harbour”",
        "Lind to visit Lagos",
        "Presidential elections to be held",
        "Paramedics testified that Lind had called him twice",
        "Harbour reopened after a flood that killed three people",
        "Council approved a plan that bans cars from the centre",
    ],
)
def test_a_headline_breaks_no_rule(title: str) -> None:
    assert title_faults(title) == ()


@pytest.mark.parametrize(
    ("title", "rule"),
    [
        ("", "length"),
        ("Lind met Okafor and " + "many " * 20 + "others", "length"),
        ("And Lind met Okafor", "beginning"),
        ("In Lagos Lind met Okafor", "beginning"),
        ("Seeing the harbour Lind wept", "beginning"),
        ("12 to Book At Bedtime opened", "beginning"),
        ("The harbour of Lagos", "verb"),
        ("Police said the harbour of Lagos", "verb"),
        ("Harbour and was opened", "verb"),
        ("Police said on the radio that killed three people", "verb"),
        ("Reopens years after it closed", "verb"),
        ("Lind met the", "ending"),
        ("Documents filed in Lagos showed", "ending"),
        ("Ministers agreed on building on agreeing", "ending"),
        ("Lind met Okafor on Friday", "relative date"),
        ("Man died", "unnamed"),
        ("They met in Lagos", "pronoun"),
        ("Reports suggest he met Okafor", "pronoun"),
        ("Lind found him in bed", "pronoun"),
        ("Lind met our envoy", "pronoun"),
        ("Lind (47 met Okafor", "balance"),
        ("Lind 's brother met Okafor", "litter"),
    ],
)
def test_each_rule_is_told_by_name(title: str, rule: str) -> None:
    assert rule in title_faults(title)


@given(st.text(max_size=150))
def test_any_text_is_judged(title: str) -> None:
    faults = title_faults(title)
    assert ("length" in faults) == (not 0 < len(title) <= 90 or "\n" in title)
