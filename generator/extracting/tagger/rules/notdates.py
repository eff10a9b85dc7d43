"""What only looks like a time: ages, scores, prices, telephone numbers, versions. Such words give no expression."""

from __future__ import annotations

from generator.extracting.tagger.rule import Rule

__all__ = ["RULES"]

RULES = (
    Rule(
        "age", ("#", "ones", "teens", "tens"), r"{number}[ -](?:years?|months?|weeks?|days?)[ -](?:old|of age)\w*", None
    ),
    Rule("version", ("#",), r"[0-9]+\.[0-9]+\.[0-9]+(?:\.[0-9]+){0,4}(?=[a-z]|[ ,;)]|$)", None),
    Rule("telephone", ("#",), r"[0-9]{3}[-. ][0-9]{3}[-. ][0-9]{4}", None),
)
