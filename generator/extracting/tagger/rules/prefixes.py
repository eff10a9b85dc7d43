"""What stands before a date and changes it: “early March”, “the end of 2009”, “around 1914”, “more than two years”."""

from __future__ import annotations

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.reading import Reading
from generator.extracting.tagger.rule import Match, Rule

__all__ = ["RULES"]


def _modified(match: Match, context: Context) -> Reading | None:
    """The date or duration, with the modifier; “about” makes a date approximate in EDTF too."""
    if match.inner is None or match.inner.rule.resolve is None:
        return None
    reading = match.inner.rule.resolve(match.inner, context)
    if reading is None:
        return None
    name = next(name for name in ("early", "mid", "late", "about", "more", "less") if match[name])
    mod = context.language.label(name, match[name])
    edtf = reading.edtf
    if name == "about" and edtf and "/" not in edtf and "[" not in edtf and edtf[-1] not in "~?%":
        edtf += "~"
    return reading.but(mod=mod, edtf=edtf)


_DATES = (
    "month",
    "year",
    "decade",
    "century",
    "season",
    "relative-season",
    "relative-month",
    "period",
    "mentioned-period",
    "the-period",
    "quarter",
)
_OF = r"(?:[ -](?:in|of|on|this|part of|days of))?(?:[ -]the)? ?-?"

RULES = (
    Rule(
        "early-mid-late",
        ("early", "mid", "late"),
        r"(?:{early}|{mid}|{late})(?:[ -](?:in|of|part of))?[ -]",
        _modified,
        prefix=_DATES,
    ),
    Rule("about", ("about",), r"{about} ", _modified, prefix=(*_DATES, "month-day", "day-month", "duration", "ago")),
    Rule(
        "more-less",
        ("more", "less"),
        r"(?:{more}|{less}) ",
        _modified,
        prefix=("duration", "recent-duration", "ago", "later"),
    ),
)
