"""A temporal expression: words that name a time, and what they mean."""

from __future__ import annotations

from dataclasses import dataclass, fields, make_dataclass
from typing import Any, Literal, cast

__all__ = ["Timex", "closed", "moved"]


@dataclass(frozen=True, slots=True)
class Timex:
    """Words that name a time, with their normalised value.

    Attributes:
        start, end: The span in the text, in characters, `end` excluded.
        text: The words.
        type: As in TimeML (Pustejovsky et al., 2003).
        value: The TIMEX3 value, such as `2022-12-30`, `2023-SP`, `P2D`, `PRESENT_REF`; `XXXX-WXX-5` and the like
            where it cannot be resolved.
        edtf: The same as an EDTF date, or None where it is no calendar date or cannot be resolved.
        rule: The name of the rule that read it, such as `weekday-past`.
        anchor: What it was counted from: an ISO date (the DCT), the words of an earlier expression, or empty for an
            expression that says its date outright.
        confidence: How sure the reading is.
        alternatives: Other readings, as EDTF dates, where the words are ambiguous.
        mod: The TIMEX3 modifier, such as `START` (early), `MID`, `END` (late) or `APPROX` (about), or empty.
        reason: Why it was read so, in a sentence, where it could be read otherwise, and wherever that is not sure.
    """

    start: int
    end: int
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    edtf: str | None
    rule: str
    anchor: str = ""
    confidence: Literal["high", "medium", "low"] = "high"
    alternatives: tuple[str, ...] = ()
    mod: str = ""
    reason: str = ""

    @property
    def resolved(self) -> bool:
        """Whether it names a calendar date that is known."""
        return self.edtf is not None


_Open: Any = make_dataclass("_Open", [(field.name, field.type, field) for field in fields(Timex)], slots=True)
"""A `Timex` that can still be changed: of the same fields in the same slots, so that it can become one."""


def closed(*values: object) -> Timex:
    """An expression of these values, in the order of its fields.

    It is filled while it is open and closed then, which takes a sixth of the time: a frozen dataclass sets each field
    by a call, and texts of dates spent a third of their time on that.
    """
    timex = _Open(*values)
    timex.__class__ = Timex
    return cast("Timex", timex)


def moved(timex: Timex, start: int, end: int, text: str) -> Timex:
    """The same expression at another place, where it is written as `text`."""
    return closed(
        start,
        end,
        text,
        timex.type,
        timex.value,
        timex.edtf,
        timex.rule,
        timex.anchor,
        timex.confidence,
        timex.alternatives,
        timex.mod,
        timex.reason,
    )
