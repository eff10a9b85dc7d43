"""Times of day: “13:00”, “5:30PM”, “6 a.m. UTC”."""

from __future__ import annotations

import re

from generator.extracting.tagger.around import word_before
from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.numbers import number
from generator.extracting.tagger.reading import Reading
from generator.extracting.tagger.rule import Example, Match, Rule

__all__ = ["CLOCK", "RULES", "clock_value", "is_clock"]

CLOCK = (
    r"(?=[0-9]{1,2}(?::[0-9]|\.[0-9]{2}| ?(?:[ap]\.?m|h(?:ou)?r?s?|o'clock)\b))"
    r"{hour}(?:[.:]{minute})?(?::[0-5][0-9])?(?: ?(?P<hours>hours|hrs|hr|h|o'clock)\b)?"
    r"(?: ?(?:{am}|{pm})(?![a-z]))?(?: ?{zone}\b| ?\({zone=in_brackets}\))?(?![0-9:]|\.[0-9])"
)
"""A clock; `is_clock` tells one from other numbers. What it looks ahead to first is what each of them has."""


def clock_value(match: Match, context: Context) -> str:
    """What TIMEX3 writes after the day: `T17:30`, `T14:58Z`."""
    hour, minute = int(match["hour"]), match["minute"] or "00"
    if match["pm"] and hour < 12:
        hour += 12
    if match["am"] and hour == 12:
        hour = 0
    named = match["zone"] or match["in_brackets"]
    zone = context.language.label("zone", named) if named else ""
    return f"T{hour:02}:{minute}{zone}"


def _clock(match: Match, context: Context) -> Reading:
    return _of_day(clock_value(match, context), context)


def _of_day(time: str, context: Context) -> Reading:
    """A clock alone is of the last day mentioned, or else of the DCT."""
    base, anchor = (context.last_day, context.last_day_words) if context.last_day else context.base()
    if base is None or base.grain != "day":
        return Reading("TIME", f"XXXX-XX-XX{time}", confidence="low", reason="its day is not said")
    return Reading("TIME", f"{base.value}{time}", base.edtf, base, anchor, "medium")


def is_clock(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether it is a clock: with a.m. or p.m., or minutes after a colon that no number or book stands before."""
    if found["am"] or found["pm"]:
        return 1 <= int(found["hour"]) <= 12
    if found["hours"] == "o'clock":
        return True
    if found["minute"] and len(found["zone"] or found["in_brackets"] or "") >= 3:
        return True
    if found["minute"] is None or found.string[found.end("hour")] != ":":
        return False
    if found.string[found.start() - 1 : found.start()] in {":", "."}:
        return False
    return word_before(found) not in language.words.get("book", ())


def _military(match: Match, context: Context) -> Reading:
    """“1430 GMT”: four digits are a clock where a zone follows them."""
    return _of_day(clock_value(match, context), context)


def _worded(match: Match, context: Context) -> Reading:
    """“three o'clock”: in the afternoon or at night, which nobody says, so it stays as it was said."""
    hour = context.language.meaning("clock_number", match["clock_number"])
    return _of_day(f"T{hour:02}:00", context).but(reason="whether before or after noon is not said")


def _past_hour(match: Match, context: Context) -> Reading:
    """“half past three”, “quarter to six”."""
    label = context.language.meaning
    minutes = (
        label("clock_part", match["clock_part"])
        if match["clock_part"]
        else int(number(match["count"], context.language))
    )
    hour = int(match["hour"]) if match["hour"] else label("clock_number", match["clock_number"])
    if match["clock_to"]:
        hour, minutes = (hour - 1) % 24 or 12, 60 - minutes
    if match["pm"] and hour < 12:
        hour += 12
    return _of_day(f"T{hour:02}:{minutes:02}", context)


def _fits_hour(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether it is a clock: not “five to six weeks”, nor “a quarter to 10 per cent”."""
    if _COUNTED_AFTER.match(found.string, found.end()) or (found["hour"] and not 1 <= int(found["hour"]) <= 12):
        return False
    return bool(found["clock_part"] or found["minutes_word"]) or " past " in found.group()


_COUNTED_AFTER = re.compile(r" (?:years?|months?|weeks?|days?|hours?|per|percent|million|billion)\b")

RULES = (
    Rule(
        "clock",
        (
            "#2",
            "#x",
        ),
        CLOCK,
        _clock,
        is_clock,
        examples=(
            Example("They spoke at 5:30PM.", "2023-10-18", "2023-10-18T17:30"),
            Example("They spoke at 14:58 UTC.", "2023-10-18", "2023-10-18T14:58Z"),
            Example("They spoke at 14:58 (UTC).", "2023-10-18", "2023-10-18T14:58Z"),
        ),
    ),
    Rule(
        "clock-of-zone",
        ("#4",),
        r"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9]) ?{zone}\b",
        _military,
        examples=(Example("It broke at 1430 GMT.", "2023-10-18", "2023-10-18T14:30Z"),),
    ),
    Rule(
        "worded-clock",
        ("clock_number",),
        r"{clock_number} {:oclock}",
        _worded,
        examples=(Example("They spoke at three o'clock.", "2023-10-18", "2023-10-18T03:00"),),
    ),
    Rule(
        "past-hour",
        ("clock_part", "ones", "teens", "tens"),
        r"(?:{clock_part}|(?P<count>{:tens}(?:[- ]{:ones})?|{:teens}|{:ones})(?P<minutes_word> minutes)?)"
        r" (?:past|after|{clock_to}) (?:{clock_number}|{hour})(?: o'clock)?(?: ?(?:{am}|{pm})(?![a-z]))?"
        r"(?! ?[0-9%])",
        _past_hour,
        _fits_hour,
        examples=(
            Example("They met at half past three.", "2023-10-18", "2023-10-18T03:30"),
            Example("They met at quarter to six.", "2023-10-18", "2023-10-18T05:45"),
            Example("They met at ten past four.", "2023-10-18", "2023-10-18T04:10"),
        ),
    ),
)
