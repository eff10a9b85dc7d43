"""Marks: how precise a date is, and whether it lies ahead.

Each is a shape that does not need colour, and words that say the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.dates import Edtf, Precision
from generator.model import Event

__all__ = ["LEGEND", "Mark", "mark_of"]

_BY_PRECISION = {
    Precision.DAY: ("day", "Exact day"),
    Precision.MONTH: ("month", "Month, not the day"),
    Precision.QUARTER: ("season", "Quarter, not the day"),
    Precision.SEASON: ("season", "Season, not the day"),
    Precision.HALF: ("season", "Half-year, not the day"),
    Precision.YEAR: ("year", "Year, not the day"),
    Precision.DECADE: ("year", "Decade, not the year"),
    Precision.CENTURY: ("year", "Century, not the year"),
}

_HEIGHTS = {"month": 20, "season": 28, "year": 36, "range": 26, "choice": 26}


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape on the timeline's line.

    Attributes:
        shape: How precise the date is: `day`, `month`, `season`, `year`, `range`, `choice` or `none`.
        about: Whether the date is approximate or uncertain: the outline is broken.
        planned: Whether the event was announced and not reported: the shape is hollow.
        label: The same in words.
    """

    shape: str
    label: str
    about: bool = False
    planned: bool = False

    @property
    def height(self) -> int:
        """How long the shape is, of twelve units' width: the vaguer the date, the longer."""
        return _HEIGHTS.get(self.shape, 12)

    @property
    def two_ends(self) -> bool:
        """Whether it is two dots on a line and not one shape."""
        return self.shape in {"range", "choice"}


LEGEND = (
    Mark("day", "the day is known"),
    Mark("month", "only the month is known"),
    Mark("season", "only the season or quarter is known"),
    Mark("year", "only the year is known"),
    Mark("range", "from one date to another"),
    Mark("month", "broken outline: about then, or uncertain", about=True),
    Mark("day", "hollow: planned, postponed or cancelled", planned=True),
)
"""Each mark that a reader may meet, with what it means."""


def mark_of(event: Event) -> Mark:
    """The mark of an event."""
    planned = event.status != "happened"
    if event.date is None:
        return Mark("none", "Date not known", planned=planned)
    shape, label = _shape(event.date)
    doubts = [word for word, holds in _doubts(event.date).items() if holds]
    words = [label, *doubts, *([event.status] if planned else [])]
    return Mark(shape, ", ".join(words), about=bool(doubts), planned=planned)


def _shape(date: Edtf) -> tuple[str, str]:
    if date.kind == "set":
        return "choice", "One of several dates"
    if date.kind == "interval":
        return "range", "From one date to another"
    return _BY_PRECISION[date.precision]


def _doubts(date: Edtf) -> dict[str, bool]:
    return {"approximate": date.approximate, "uncertain": date.uncertain}
