"""A place in the calendar: a day, week, month, quarter, half, season, year, decade or century."""

from __future__ import annotations

import datetime as dt
import functools
from typing import Literal, NamedTuple

from generator.dates.edtf import month_length

__all__ = ["Grain", "Point", "day_point", "of_day", "written"]

Grain = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]

SEASONS = ("SP", "SU", "FA", "WI")
"""What TIMEX3 calls the seasons, from spring."""
DAYS_IN = {"day": 1, "week": 7, "weekend": 7}
"""How many days lie from one of a grain to the next."""
MONTHS_IN = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
"""How many months a grain has."""
YEARS_IN = {"year": 1, "decade": 10, "century": 100}
"""How many years a grain has."""
UNKNOWN_DIGITS = {"decade": 1, "century": 2}
"""How many digits of the year a grain leaves open."""
VALUES = {
    "day": "{year}-{number:02}-{day:02}",
    "week": "{year}-W{number:02}",
    "weekend": "{year}-W{number:02}-WE",
    "month": "{year}-{number:02}",
    "quarter": "{year}-Q{number}",
    "half": "{year}-H{number}",
    "season": "{year}-{season}",
    "year": "{year}",
}
"""TIMEX3 values."""
ALIKE = {"day", "month", "year"}
"""Of which grains both write a date of our era alike."""
EDTF = {"day": "{year}-{code:02}-{day:02}", "year": "{year}"}
"""EDTF dates, where they are more or less than a year and a division of it."""
DIVISIONS = {"season": 20, "quarter": 32, "half": 39}
"""What EDTF adds to the number of a season, quarter or half."""


class Point(NamedTuple):
    """One place in the calendar, as fine as the words said it.

    Attributes:
        grain: How fine.
        year: The astronomical year (0 is 1 BC), or None where it is not known. Of a decade or century, its first.
        number: The month, ISO week, quarter, half or season (1 is spring) in the year; None for a year.
        day: The day of the month.
    """

    grain: Grain
    year: int | None
    number: int | None = None
    day: int | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 value: `2022-12-30`, `2022-W52-WE`, `2022-Q4`, `2023-SP`, `199` for the 1990s, `18` for 18xx."""
        return _value(self)

    @property
    def edtf(self) -> str | None:
        """The EDTF date, or None where the year is not known or too far off to be written."""
        return _edtf(self)

    def span(self) -> tuple[dt.date, dt.date]:
        """The first and the last day.

        Raises:
            ValueError: The year is not known, or outside those of `datetime.date`.
        """
        if self.year is None:
            raise ValueError(f"{self.value} has no year")
        year, number = self.year, self.number or 1
        if self.grain == "day":
            first = last = dt.date(year, number, self.day or 1)
        elif self.grain in {"week", "weekend"}:
            begin = 1 if self.grain == "week" else 6
            first, last = dt.date.fromisocalendar(year, number, begin), dt.date.fromisocalendar(year, number, 7)
        else:
            count = MONTHS_IN[self.grain]
            # Spring begins in March; all else begins with its year, or a whole number of its like after that.
            month = 3 * number if self.grain == "season" else (number - 1) * count + 1
            years, end = divmod(month - 1 + count - 1, 12)
            first = dt.date(year, month, 1)
            last = dt.date(year + years, end + 1, month_length(year + years, end + 1))
        return first, last

    @property
    def first(self) -> dt.date:
        """The first day.

        Raises:
            ValueError: The year is not known, or outside those of `datetime.date`.
        """
        return self.span()[0]

    def coarse(self, grain: Grain) -> Point:
        """The week, month, quarter, year and so on in which it begins."""
        if grain == self.grain:
            return self
        if self.year is None:
            return Point(grain, None)
        if grain in YEARS_IN:
            return Point(grain, self.year - self.year % YEARS_IN[grain])
        return of_day(self.first, grain)

    def shift(self, count: int, grain: Grain) -> Point:
        """The place `count` days, weeks, months and so on away, as fine as that unit.

        Raises:
            ValueError: It cannot be counted, since the year is not known.
            OverflowError: It lies beyond the calendar.
        """
        start = self.coarse(grain)
        if start.year is None:
            raise ValueError(f"{self.value} has no year")
        if grain in YEARS_IN:
            return start._replace(year=start.year + YEARS_IN[grain] * count)
        if grain in DAYS_IN:
            return of_day(start.first + dt.timedelta(days=DAYS_IN[grain] * count), grain)
        years, number = divmod((start.number or 1) - 1 + count, 12 // MONTHS_IN[grain])
        return Point(grain, start.year + years, number + 1)


@functools.lru_cache(4096)
def written(point: Point) -> tuple[str, str | None]:
    """The TIMEX3 value and the EDTF date of a place in the calendar, which all readings of a date ask for."""
    return _value(point), _edtf(point)


@functools.lru_cache(4096)
def _value(point: Point) -> str:
    grain, number = point.grain, point.number or 1
    year = "XXXX" if point.year is None else f"BC{1 - point.year:04}" if point.year <= 0 else f"{point.year:04}"
    if grain in UNKNOWN_DIGITS:
        return year[: -UNKNOWN_DIGITS[grain]]
    return VALUES[grain].format(year=year, number=number, day=point.day or 1, season=SEASONS[(number - 1) % 4])


@functools.lru_cache(4096)
def _edtf(point: Point) -> str | None:
    if point.year is None or not -9999 < point.year < 9999:
        return None
    if point.year > 0 and point.grain in ALIKE:
        return _value(point)
    if point.grain in {"week", "weekend"}:
        first, last = point.span()
        return f"{first.isoformat()}/{last.isoformat()}"
    year = edtf_year(point.year)
    digits = UNKNOWN_DIGITS.get(point.grain)
    if digits is None:
        code = (point.number or 1) + DIVISIONS.get(point.grain, 0)
        return EDTF.get(point.grain, "{year}-{code:02}").format(year=year, code=code, day=point.day or 1)
    if point.year > 0:
        return year[:-digits] + "X" * digits
    return f"{edtf_year(point.year - 10**digits + 1)}/{year}"


def edtf_year(year: int) -> str:
    """A year as EDTF writes it: `0044`, `-0043` for 44 BC."""
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def of_day(day: dt.date, grain: Grain) -> Point:
    """The week, weekend, month, quarter, half, season or year of a day."""
    if grain == "day":
        return day_point(day)
    if grain in {"week", "weekend"}:
        year, week, _ = day.isocalendar()
        return Point(grain, year, week)
    if grain == "season":
        # January and February belong to the winter that began the year before.
        return Point("season", day.year - (day.month < 3), (day.month // 3) or 4)
    if grain in YEARS_IN:
        return Point(grain, day.year - day.year % YEARS_IN[grain])
    return Point(grain, day.year, (day.month - 1) // MONTHS_IN[grain] + 1)


def day_point(day: dt.date) -> Point:
    """A day."""
    return Point("day", day.year, day.month, day.day)
