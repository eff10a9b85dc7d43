"""The day that a field made for a date means: an ISO date, figures run together, a mail's date, seconds since 1970."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from generator.reading.calendar_dates import day_in, find_dates

__all__ = ["Instant", "days_of", "instant_of"]

FIGURES = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?!\d{3})")
SECONDS = re.compile(r"\d{10}|\d{13}")
"""Seconds, or thousandths of a second, since 1970; of ten and thirteen figures they are days from 2001 to 2286."""

NEVER = frozenset({dt.date(1970, 1, 1), dt.date(1969, 12, 31), dt.date(1900, 1, 1)})
"""What publishing systems write where they have no date."""

MAX_VALUE = 60
"""A field's date has at most so many characters."""

TIME = re.compile(r"(?:19|20)\d\d-\d\d-\d\d[T ](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?")


@dataclass(frozen=True, slots=True)
class Instant:
    """When a field says that something happened, to the minute.

    Attributes:
        hour: The hour, in the zone that it is written in.
        local: Whether that zone is one that people live in: an offset, and not that of Greenwich.
        utc: Whether the field is written in universal time.
    """

    hour: int
    local: bool
    utc: bool


def days_of(value: str) -> tuple[dt.date, ...]:
    """The days that a field's value can mean.

    A time with an offset is not moved to another zone: `2022-12-30T23:30:00+03:00` is the 30th, as its readers saw it,
    and so it is with `Z`, since nothing in the field tells the zone of the paper.

    Args:
        value: What the field says.

    Returns:
        One day; two where day and month can be read in either order, the American one first; none for anything else.
    """
    text = value.strip()
    if not text or len(text) > MAX_VALUE:
        return ()
    if SECONDS.fullmatch(text):
        moment = dt.datetime.fromtimestamp(int(text[:10]), tz=dt.UTC)
        return _known((moment.date(),))
    figures = FIGURES.match(text)
    if figures:
        day = day_in(*map(int, figures.groups()))
        return _known((day,)) if day else ()
    spans = find_dates(text, foreign=True)
    return _known(spans[0].days) if spans else ()


def instant_of(value: str) -> Instant | None:
    """The time of day of a field's value with its zone, or None where it has none."""
    match = TIME.match(value.strip())
    if match is None:
        return None
    zone = match[3] or ""
    utc = zone in {"Z", "UTC", "GMT"} or (zone != "" and int(zone.replace(":", "")) == 0)
    return Instant(int(match[1]), local=bool(zone) and not utc, utc=utc)


def _known(days: tuple[dt.date, ...]) -> tuple[dt.date, ...]:
    return tuple(day for day in days if day not in NEVER)
