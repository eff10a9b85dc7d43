"""A place in the calendar: a day, week, month, quarter, half, season, year, decade or century."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from generator.dates.edtf import month_length

__all__ = ["Grain", "Point", "day_point", "month_point", "week_point"]

Grain = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]

SEASONS = ("SP", "SU", "FA", "WI")
MONTHS_PER = {"quarter": 3, "season": 3, "half": 6}


@dataclass(frozen=True, slots=True)
class Point:
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
        year = "XXXX" if self.year is None else f"BC{1 - self.year:04}" if self.year <= 0 else f"{self.year:04}"
        match self.grain:
            case "day":
                return f"{year}-{self.number or 'XX':02}-{self.day or 'XX':02}"
            case "week":
                return f"{year}-W{self.number:02}"
            case "weekend":
                return f"{year}-W{self.number:02}-WE"
            case "month":
                return f"{year}-{self.number:02}"
            case "quarter":
                return f"{year}-Q{self.number or 'X'}"
            case "half":
                return f"{year}-H{self.number or 'X'}"
            case "season":
                return f"{year}-{SEASONS[(self.number or 1) - 1]}"
            case "decade":
                return year[:-1]
            case "century":
                return year[:-2]
            case _:
                return year

    @property
    def edtf(self) -> str | None:
        """The EDTF date, or None where the year is not known or too far off to be written."""
        if self.year is None or not -9999 < self.year < 10000:
            return None
        year = edtf_year(self.year)
        match self.grain:
            case "day" | "month":
                return self.value if self.year > 0 else year + self.value[6:]
            case "week" | "weekend":
                first, last = self.span()
                return f"{first.isoformat()}/{last.isoformat()}"
            case "quarter":
                return f"{year}-{32 + (self.number or 1)}"
            case "half":
                return f"{year}-{39 + (self.number or 1)}"
            case "season":
                return f"{year}-{20 + (self.number or 1)}"
            case "decade":
                return f"{year[:-1]}X" if self.year > 0 else f"{edtf_year(self.year - 9)}/{year}"
            case "century":
                return f"{year[:-2]}XX" if self.year > 0 else f"{edtf_year(self.year - 99)}/{year}"
            case _:
                return year

    def span(self) -> tuple[dt.date, dt.date]:
        """The first and the last day.

        Raises:
            ValueError: The year is not known, or outside those of `datetime.date`.
        """
        if self.year is None:
            raise ValueError(f"{self.value} has no year")
        year, number = self.year, self.number or 1
        match self.grain:
            case "day":
                day = dt.date(year, number, self.day or 1)
                return day, day
            case "week":
                return dt.date.fromisocalendar(year, number, 1), dt.date.fromisocalendar(year, number, 7)
            case "weekend":
                return dt.date.fromisocalendar(year, number, 6), dt.date.fromisocalendar(year, number, 7)
            case "month":
                return dt.date(year, number, 1), dt.date(year, number, month_length(year, number))
            case "quarter" | "half":
                months = MONTHS_PER[self.grain]
                end = number * months
                return dt.date(year, end - months + 1, 1), dt.date(year, end, month_length(year, end))
            case "season":
                first = dt.date(year, 3 * number, 1)
                end_year, end = (year, 3 * number + 2) if number < 4 else (year + 1, 2)
                return first, dt.date(end_year, end, month_length(end_year, end))
            case _:
                years = {"decade": 10, "century": 100}.get(self.grain, 1)
                return dt.date(year, 1, 1), dt.date(year + years - 1, 12, 31)

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
        if grain == "year":
            return Point("year", self.year)
        if grain == "decade":
            return Point("decade", self.year - self.year % 10)
        if grain == "century":
            return Point("century", self.year - self.year % 100)
        return of_day(self.first, grain)

    def shift(self, count: int, grain: Grain) -> Point:
        """The place `count` days, weeks, months and so on away, as fine as that unit.

        Raises:
            ValueError: It cannot be counted: a day from a year, or beyond the calendar.
            OverflowError: It lies beyond the calendar.
        """
        start = self.coarse(grain)
        if start.year is None:
            raise ValueError(f"{self.value} has no year")
        match grain:
            case "day" | "week" | "weekend":
                days = count if grain == "day" else 7 * count
                return of_day(start.first + dt.timedelta(days=days), grain)
            case "month":
                years, month = divmod((start.number or 1) - 1 + count, 12)
                return Point("month", start.year + years, month + 1)
            case "quarter" | "season" | "half":
                per_year = 12 // MONTHS_PER[grain]
                years, number = divmod((start.number or 1) - 1 + count, per_year)
                return Point(grain, start.year + years, number + 1)
            case _:
                step = {"decade": 10, "century": 100}.get(grain, 1)
                return replace(start, year=start.year + step * count)


def edtf_year(year: int) -> str:
    """A year as EDTF writes it: `0044`, `-0043` for 44 BC."""
    return f"{year:04}" if year >= 0 else f"-{-year:04}"


def of_day(day: dt.date, grain: Grain) -> Point:
    """The week, weekend, month, quarter, half, season or year of a day."""
    match grain:
        case "day":
            return day_point(day)
        case "week" | "weekend":
            year, week, _ = day.isocalendar()
            return Point(grain, year, week)
        case "month":
            return month_point(day)
        case "quarter":
            return Point("quarter", day.year, (day.month + 2) // 3)
        case "half":
            return Point("half", day.year, (day.month + 5) // 6)
        case "season":
            # January and February belong to the winter that began the year before.
            return Point("season", day.year - (day.month < 3), (day.month // 3) or 4)
        case _:
            return Point("year", day.year)


def day_point(day: dt.date) -> Point:
    """A day."""
    return Point("day", day.year, day.month, day.day)


def month_point(day: dt.date) -> Point:
    """The month of a day."""
    return Point("month", day.year, day.month)


def week_point(day: dt.date) -> Point:
    """The ISO week of a day."""
    return of_day(day, "week")
