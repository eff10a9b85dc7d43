"""Marks: how precise a date is, and whether it lies ahead.

Each is a shape that does not need colour, and words that say the same.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.dates import Edtf, Precision
from generator.messages import Tongue, gettext_noop
from generator.model import Event

__all__ = ["Mark", "legend", "mark_of", "shape_of"]

_BY_PRECISION = {
    Precision.DAY: ("day", gettext_noop("Exact day")),
    Precision.MONTH: ("month", gettext_noop("Month, not the day")),
    Precision.QUARTER: ("season", gettext_noop("Quarter, not the day")),
    Precision.SEASON: ("season", gettext_noop("Season, not the day")),
    Precision.HALF: ("season", gettext_noop("Half-year, not the day")),
    Precision.YEAR: ("year", gettext_noop("Year, not the day")),
    Precision.DECADE: ("year", gettext_noop("Decade, not the year")),
    Precision.CENTURY: ("year", gettext_noop("Century, not the year")),
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


def legend(words: Tongue) -> tuple[Mark, ...]:
    """Each mark that a reader may meet, with what it means."""
    return (
        Mark("day", words.gettext("the day is known")),
        Mark("month", words.gettext("only the month is known")),
        Mark("season", words.gettext("only the season or quarter is known")),
        Mark("year", words.gettext("only the year is known")),
        Mark("range", words.gettext("from one date to another")),
        Mark("month", words.gettext("broken outline: about then, or uncertain"), about=True),
        Mark("day", words.gettext("hollow: planned, postponed or cancelled"), planned=True),
    )


def mark_of(event: Event, words: Tongue) -> Mark:
    """The mark of an event, its label in a language."""
    planned = event.status != "happened"
    if event.date is None:
        return Mark("none", words.gettext("Date not known"), planned=planned)
    shape, label = _shape(event.date)
    doubts = [words.gettext(doubt) for doubt, holds in _doubts(event.date).items() if holds]
    said = [words.gettext(label), *doubts, *([words.gettext(_STATUS[event.status])] if planned else [])]
    return Mark(shape, words.gettext(", ").join(said), about=bool(doubts), planned=planned)


# Within a sentence, where some languages say it otherwise than alone.
_STATUS = {
    "planned": gettext_noop("planned"),
    "postponed": gettext_noop("postponed"),
    "cancelled": gettext_noop("cancelled"),
}


def shape_of(date: Edtf) -> str:
    """The shape that says how precise a date is, as `Mark` has it."""
    return _shape(date)[0]


def _shape(date: Edtf) -> tuple[str, str]:
    if date.kind == "set":
        return "choice", gettext_noop("One of several dates")
    if date.kind == "interval":
        return "range", gettext_noop("From one date to another")
    return _BY_PRECISION[date.precision]


def _doubts(date: Edtf) -> dict[str, bool]:
    return {gettext_noop("approximate"): date.approximate, gettext_noop("uncertain"): date.uncertain}
