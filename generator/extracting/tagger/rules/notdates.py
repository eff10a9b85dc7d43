"""What only looks like a time: ages, scores, prices, telephone numbers, versions. Such words give no expression."""

from __future__ import annotations

from generator.extracting.tagger.rule import Example, Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        "age",
        ("#2", "#4", "#n", "ones", "teens", "tens"),
        r"{number}[ -](?:years?|months?|weeks?|days?)[ -](?:old|of age)\w*",
        None,
        examples=(Example("A 39-year-old man left.", "", ""),),
    ),
    Rule(
        "version",
        (
            "#2",
            "#4",
            "#n",
        ),
        r"[0-9]+\.[0-9]+\.[0-9]+(?:\.[0-9]+){0,4}(?=[a-z]|[ ,;)]|$)",
        None,
        examples=(Example("Version 10.4.11 is out.", "", ""),),
    ),
    Rule(
        "telephone",
        ("#n",),
        r"[0-9]{3}[-. ][0-9]{3}[-. ][0-9]{4}",
        None,
        examples=(Example("Call 555-123-4567.", "", ""),),
    ),
)
