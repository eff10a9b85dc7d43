"""What an expression means, before it becomes a `Timex`."""

from __future__ import annotations

from typing import Literal, NamedTuple

from generator.extracting.tagger.point import Point, written

__all__ = ["Reading", "at", "span_of_time", "unresolved"]

Confidence = Literal["high", "medium", "low"]
Type = Literal["DATE", "TIME", "DURATION", "SET"]


class Reading(NamedTuple):
    """The meaning of one expression; the attributes of `generator.extracting.timex.Timex`, and its place.

    Attributes:
        type, value, edtf, anchor, confidence, alternatives, mod, reason: As in `Timex`.
        comparison: Whether it only sets off another period, as “a year earlier” does: it is no period of its own that
            the next comparison is counted from.
        point: The place in the calendar that a later expression can be counted from, or None.
    """

    type: Type
    value: str
    edtf: str | None = None
    point: Point | None = None
    anchor: str = ""
    confidence: Confidence = "high"
    alternatives: tuple[str, ...] = ()
    mod: str = ""
    reason: str = ""
    comparison: bool = False

    def but(self, **changes: object) -> Reading:
        """The same reading with some attributes changed."""
        return self._replace(**changes)  # type: ignore[arg-type]


def at(point: Point, anchor: str = "", confidence: Confidence = "high", reason: str = "") -> Reading:
    """A calendar date."""
    value, edtf = written(point)
    return Reading("DATE", value, edtf, point, anchor, confidence, (), "", reason)


def unresolved(value: str, reason: str = "it is counted from a date that is not known") -> Reading:
    """A date that needs another date which is not known."""
    return Reading("DATE", value, confidence="low", reason=reason)


def span_of_time(value: str, mod: str = "") -> Reading:
    """A duration."""
    return Reading("DURATION", value, mod=mod)
