"""Times of day: “13:00”, “5:30PM”, “6 a.m. UTC”, “noon”, with a date beside them or without."""

from __future__ import annotations

import re

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.reading import Reading
from generator.extracting.tagger.rule import Match, Rule

__all__ = ["RULES"]


def _clock(match: Match, context: Context) -> Reading:
    hour, minute = int(match["hour"]), match["minute"] or "00"
    if match["pm"] and hour < 12:
        hour += 12
    if match["am"] and hour == 12:
        hour = 0
    zone = context.language.label("zone", match["zone"]) if match["zone"] else ""
    time = f"T{hour:02}:{minute}{zone}"
    base, anchor = (context.last_day, context.last_day_words) if context.last_day else context.base()
    if base is None or base.grain != "day":
        return Reading("TIME", f"XXXX-XX-XX{time}", confidence="low", reason="its day is not said")
    return Reading("TIME", f"{base.value}{time}", base.edtf, base, anchor, "medium")


def _half_day(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 every check has one signature
    return 1 <= int(found["hour"]) <= 12


def _is_clock(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 every check has one signature
    """Whether two numbers with a colon are a clock: two digits of minutes, and no score or Bible verse before."""
    return len(found["minute"]) == 2 and found.string[found.start() - 1 : found.start()] not in {":", "."}


_ZONE = r"(?: ?\(?{zone}\b\)?)?"

RULES = (
    Rule(
        "clock",
        ("#",),
        r"{hour}:{minute}(?::[0-5][0-9])?(?: ?(?:hours|hrs|hr|h|o'clock))?(?: ?(?:{am}|{pm})(?![a-z]))?"
        + _ZONE
        + r"(?![0-9:])",
        _clock,
        _is_clock,
    ),
    Rule("half-day-clock", ("#",), r"{hour}(?:[.:]{minute})? ?(?:{am}|{pm})(?![a-z])" + _ZONE, _clock, _half_day),
)
