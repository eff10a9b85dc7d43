"""Now, once and soon: PRESENT_REF, PAST_REF, FUTURE_REF."""

from __future__ import annotations

import re

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.reading import Reading
from generator.extracting.tagger.rule import Example, Match, Rule

__all__ = ["RULES"]

_STANDS_BEFORE_ONCE = re.compile(r"\b(?:was|were|had|has|who|that|is|are|and|then|a|the) $")
_STANDS_AFTER_PAST = re.compile(r" ?(?:[,.;:!?)\"']|$|\n| (?:and|is|was|has|but|have)\b)")
_NO_FUTURE_AFTER = re.compile(r" (?:as|after|before|thereafter|afterwards)\b")


def _reference(match: Match, context: Context) -> Reading:
    name = next(name for name in ("now", "once") if match[name])
    return Reading("DATE", context.language.label(name, match[name]))


def _future(match: Match, context: Context) -> Reading | None:
    """“soon”, “the future”: ahead of the DCT, so “soon” in a history, which is ahead of the story, is none."""
    if context.narrative and match["soon"] == "soon":
        return None
    return Reading("DATE", context.language.label("soon", match["soon"]))


def _former(match: Match, context: Context) -> Reading | None:
    """“former” tells a time in a history; in news it is part of a title, as in “the former minister”."""
    return Reading("DATE", context.language.label("formerly", match["formerly"])) if context.narrative else None


def _is_now(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “now” is no part of a compound, such as “now-cancelled”."""
    return found.string[found.end() : found.end() + 1] != "-"


def _is_past(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether “once” is an adverb (“was once”), and “past” a noun (“in the past”)."""
    word = found["once"]
    if word == "once":
        return _STANDS_BEFORE_ONCE.search(found.string, max(0, found.start() - 6), found.start()) is not None
    if word in {"past", "recent past"}:
        after_article = found.string.endswith("the ", 0, found.start())
        return after_article and _STANDS_AFTER_PAST.match(found.string, found.end()) is not None
    if word == "recent" and found.string.endswith("most ", 0, found.start()):
        return False
    return found.string[found.end() : found.end() + 1] != "-"


def _is_soon(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    return _NO_FUTURE_AFTER.match(found.string, found.end()) is None and not found.string.endswith(
        "as ", 0, found.start()
    )


RULES = (
    Rule(
        "present",
        ("now",),
        r"{now}\b",
        _reference,
        _is_now,
        examples=(Example("They are currently away.", "", "PRESENT_REF"),),
    ),
    Rule(
        "past",
        ("once",),
        r"{once}\b",
        _reference,
        _is_past,
        examples=(
            Example("They met recently.", "", "PAST_REF"),
            Example("It was once green.", "", "PAST_REF"),
        ),
    ),
    Rule(
        "former",
        ("formerly",),
        r"{formerly}\b",
        _former,
        examples=(
            Example("In 1781, 1782, 1783 and 1784 they fought. The former king rested.", "2023-10-18", "PAST_REF"),
        ),
    ),
    Rule("future", ("soon",), r"{soon}\b", _future, _is_soon, examples=(Example("They meet soon.", "", "FUTURE_REF"),)),
)
