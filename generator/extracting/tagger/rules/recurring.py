"""What comes again: “every Friday”, “twice a month”, “daily”, “Saturday nights”."""

from __future__ import annotations

import re

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.language import Language
from generator.extracting.tagger.numbers import duration_value, number
from generator.extracting.tagger.point import Point
from generator.extracting.tagger.reading import Reading
from generator.extracting.tagger.rule import Example, Match, Rule
from generator.extracting.tagger.rules.counts import unit_code

__all__ = ["RULES"]


def _every(match: Match, context: Context) -> Reading:
    if match["weekday"]:
        value = f"XXXX-WXX-{context.language.meaning('weekdays', match['weekday'])}"
        return Reading("SET", value)
    if match["month"]:
        return Reading("SET", f"XXXX-{context.language.meaning('months', match['month']):02}")
    if match["season"]:
        return Reading("SET", Point("season", None, context.language.meaning("season", match["season"])).value)
    if match["part"]:
        return Reading("SET", f"XXXX-XX-XXT{context.language.label('part', match['part']).lstrip('T')}")
    count = number(match["number"], context.language) if match["number"] else 2 if match["other"] else 1
    return Reading("SET", duration_value(count, unit_code(match, context)))


def _times(match: Match, context: Context) -> Reading:
    """“twice a month”: how often has no place in the value, which is that of “every month”."""
    return Reading("SET", duration_value(1, context.language.label("unit", match["unit"])))


def _often(match: Match, context: Context) -> Reading:
    return Reading("SET", context.language.label("often", match["often"]))


def _is_no_paper(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 checks are alike
    """Whether it tells how often: not “the Daily Post”, nor “the China Daily”."""
    if not (text[found.start()].isupper() and text[found.end() - 1].islower()):
        return True
    named_after = _NAME_AFTER.match(text, found.end())
    return not named_after and not _NAME_BEFORE.search(text, max(0, found.start() - 24), found.start())


_NAME_AFTER = re.compile(r"\s{1,2}[A-Z][a-z]")
_NAME_BEFORE = re.compile(r"\b[A-Z][^\W\d_]+\s{1,2}$")


def _plural_weekday(match: Match, context: Context) -> Reading:
    """“Fridays”, “Saturday nights”."""
    if match["weekday"]:
        part = context.language.label("plural_part", match["plural_part"])
        return Reading("SET", f"XXXX-WXX-{context.language.meaning('weekdays', match['weekday'])}T{part}")
    return Reading("SET", f"XXXX-WXX-{context.language.meaning('plural_weekday', match['plural_weekday'])}")


def _weekends(match: Match, context: Context) -> Reading:
    return Reading("SET", context.language.label("weekends", match["weekends"]))


def _proper_weekday(found: re.Match[str], text: str, language: Language) -> bool:  # noqa: ARG001 one signature
    return text[found.start()].isupper()


RULES = (
    Rule(
        "every",
        ("every",),
        r"{every} (?:(?:{:other} )?{weekday}|{month}|{season}|{part}|(?:{number} |{other} )?{units})\b",
        _every,
        examples=(
            Example("They meet every Friday.", "", "XXXX-WXX-5"),
            Example("They meet every other week.", "", "P2W"),
            Example("They meet every other Friday.", "", "XXXX-WXX-5"),
            Example("They meet every summer.", "", "XXXX-SU"),
            Example("They meet every morning.", "", "XXXX-XX-XXTMO"),
        ),
    ),
    Rule(
        "times-a-unit",
        ("times", "ones", "teens", "tens", "#2", "#n", "several"),
        r"(?:{times}|(?:{number}|{several}) times) (?:{article}|{every}) {unit}\b",
        _times,
        examples=(
            Example("They meet twice a month.", "", "P1M"),
            Example("They meet three times a day.", "", "P1D"),
        ),
    ),
    Rule(
        "often",
        ("often",),
        r"{often}\b",
        _often,
        _is_no_paper,
        examples=(Example("They meet daily.", "", "XXXX-XX-XX"),),
    ),
    Rule(
        "plural-weekday",
        ("plural_weekday",),
        r"{plural_weekday}\b",
        _plural_weekday,
        _proper_weekday,
        examples=(Example("They meet on Fridays.", "", "XXXX-WXX-5"),),
    ),
    Rule(
        "weekday-nights",
        ("full_weekday",),
        r"{weekday} {plural_part}\b",
        _plural_weekday,
        _proper_weekday,
        examples=(Example("They meet on Saturday nights.", "", "XXXX-WXX-6TNI"),),
    ),
    Rule(
        "weekends",
        ("weekends",),
        r"{weekends}\b",
        _weekends,
        examples=(Example("They rest at weekends.", "", "XXXX-WXX-WE"),),
    ),
)
