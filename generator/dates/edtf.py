"""The Extended Date/Time Format, as far as timelines need it.

The grammar is a subset of EDTF (Library of Congress, 2019; ISO 8601-2:2019, clause 4 and annex A):

```
edtf      = interval | set | single
interval  = end "/" end                      at least one end is a single
end       = single | ".."                    ".." is open: before, or since
set       = "[" single *("," single) "]"     one of these, which is not known
single    = date [ qualifier ]
date      = year [ "-" (month ["-" day] | division) ]
year      = 4digit | "-" 4digit | "Y" ["-"] 5*12digit
month     = "01".."12"                       day = "01".."31", as many as the month has
division  = "21".."24"  spring, summer, autumn, winter (northern hemisphere)
          | "25".."28"  the same, northern hemisphere said outright
          | "29".."32"  the same, southern hemisphere
          | "33".."36"  quarter 1 to 4       | "40" | "41"  half 1, half 2
qualifier = "~" (about) | "?" (uncertain) | "%" (both)
```

An `X` stands for a digit that is not known: at the end of a four-digit year (`199X`, `19XX`), and in a month or
day (`2022-1X`, `2022-XX`, `2022-12-2X`). Year `0000` is 1 BC, `-0043` is 44 BC, as in ISO 8601 and EDTF.

A season's year is the one in which it begins, so that northern winter `2022-24` is December 2022 to February 2023.
"""

from __future__ import annotations

import calendar
import datetime as dt
import functools
import re
from dataclasses import dataclass
from enum import IntEnum
from itertools import product
from typing import Literal

from generator.errors import EdtfError

__all__ = ["Day", "Edtf", "Part", "Precision", "parse", "undated_last"]

Day = tuple[int, int, int]
"""A day of the proleptic Gregorian calendar, (year, month, day); unlike `datetime.date` it can be before year 1."""

Kind = Literal["single", "interval", "set"]

_SINGLE = re.compile(
    r"""
    (?P<year> Y-?[1-9][0-9]{4,11} | -?[0-9]{4} | [0-9]{2}(?:[0-9]X|XX) )
    (?: - (?P<month> [0-9X]{2} ) (?: - (?P<day> [0-9X]{2} ) )? )?
    (?P<qualifier> [~?%] )?
    """,
    re.VERBOSE,
)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_SEASON_STARTS = {"north": (3, 6, 9, 12), "south": (9, 12, 3, 6)}
"""First month of spring, summer, autumn and winter: meteorological seasons, whole months."""

_EARLIEST: Day = (-(10**12), 1, 1)
_LATEST: Day = (10**12, 12, 31)


class Precision(IntEnum):
    """How much of a date is known, from the finest."""

    DAY = 1
    MONTH = 2
    QUARTER = 3
    SEASON = 4
    HALF = 5
    YEAR = 6
    DECADE = 7
    CENTURY = 8


@dataclass(frozen=True, slots=True)
class Part:
    """One single date: what stands between the slashes, commas and brackets.

    Attributes:
        text: The part as it was written.
        year, month, day: The digits as written, `X` included, `month` being a division's code for a season.
        qualifier: `~`, `?`, `%` or nothing.
        precision: How much of the date is known.
        earliest, latest: The first and last day that it may mean, both included.
    """

    text: str
    year: str
    month: str
    day: str
    qualifier: str
    precision: Precision
    earliest: Day
    latest: Day

    @property
    def division(self) -> int | None:
        """The code of the season, quarter or half (21 to 41), if the part names one."""
        return int(self.month) if self.month.isdigit() and int(self.month) > 20 else None

    @property
    def unspecified(self) -> bool:
        """Whether a digit is left open by an `X`."""
        return "X" in self.text


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date as a timeline holds it: a single date, an interval, or one of a set.

    Compare with `<` to bring dates into order: by the earliest day, then by the latest, so that of two dates that
    begin on the same day the preciser stands first.

    Attributes:
        text: The date as it was written.
        kind: `single`, `interval` or `set`.
        parts: The single date; both ends of the interval, None for an open one; or the members of the set.
        earliest, latest: The first and last day that it may mean; far beyond any calendar for an open end.
    """

    text: str
    kind: Kind
    parts: tuple[Part | None, ...]
    earliest: Day
    latest: Day

    def __str__(self) -> str:
        """The date as it was written."""
        return self.text

    def __lt__(self, other: Edtf) -> bool:
        """Whether this date comes first on a timeline."""
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[Day, Day, str]:
        """What dates are ordered by: earliest day, latest day, and the text to settle a tie."""
        return (self.earliest, self.latest, self.text)

    @property
    def precision(self) -> Precision:
        """The precision of the single date, or of the least precise part."""
        return max(part.precision for part in self.parts if part)

    @property
    def approximate(self) -> bool:
        """Whether any part is marked `~` or `%`: about."""
        return any(part.qualifier in {"~", "%"} for part in self.parts if part)

    @property
    def uncertain(self) -> bool:
        """Whether any part is marked `?` or `%`."""
        return any(part.qualifier in {"?", "%"} for part in self.parts if part)

    @property
    def open_start(self) -> bool:
        """Whether it is an interval without a beginning."""
        return self.kind == "interval" and self.parts[0] is None

    @property
    def open_end(self) -> bool:
        """Whether it is an interval without an end."""
        return self.kind == "interval" and self.parts[-1] is None

    @property
    def start(self) -> Part:
        """The first part that is known."""
        return self.parts[0] or next(part for part in self.parts if part)

    @property
    def year(self) -> int:
        """The year under which a timeline lists the date: that of its earliest known day."""
        return self.start.earliest[0]

    @property
    def month(self) -> int | None:
        """The month under which a timeline lists the date, or None where the date is vaguer than a month."""
        return self.start.earliest[1] if self.start.precision <= Precision.MONTH else None

    @property
    def html_datetime(self) -> str | None:
        """The value for `<time datetime>`, or None where HTML's grammar cannot say this date.

        HTML knows days, months and years from 1 on (HTML Living Standard, "Dates"), but no season, interval, set,
        unknown digit or qualifier.
        """
        part = self.start
        plain = self.kind == "single" and not part.qualifier and not part.unspecified and part.division is None
        return self.text if plain and re.fullmatch(r"(?!0000)[0-9]{4}.*", self.text) else None

    def within(self, other: Edtf) -> bool:
        """Whether each day that this date may mean is a day that the other may mean."""
        return other.earliest <= self.earliest and self.latest <= other.latest

    def overlaps(self, other: Edtf) -> bool:
        """Whether both dates may mean the same day."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def is_after(self, day: dt.date) -> bool:
        """Whether the whole of it lies after a day."""
        return self.earliest > (day.year, day.month, day.day)

    def is_before(self, day: dt.date) -> bool:
        """Whether the whole of it lies before a day."""
        return self.latest < (day.year, day.month, day.day)


def undated_last(date: Edtf | None) -> tuple[bool, tuple[Day, Day, str] | None]:
    """What to sort by where some have no date: those that have one in order, then the others."""
    return (date is None, date.sort_key if date else None)


@functools.lru_cache(maxsize=65536)
def parse(text: str) -> Edtf:
    """Read a date.

    Args:
        text: A date in the grammar at the head of this module, such as `2022-12-30`, `2023-21` or `2022-02~`.

    Returns:
        The date with its bounds.

    Raises:
        EdtfError: The text is not such a date; the message says what to write instead.
    """
    if "/" in text:
        return _interval(text)
    if text.startswith("[") and text.endswith("]"):
        return _set(text)
    part = _part(text)
    return Edtf(text, "single", (part,), part.earliest, part.latest)


def _interval(text: str) -> Edtf:
    ends = text.split("/")
    if len(ends) != 2 or not all(ends):
        raise EdtfError(f"“{text}” is not a date", todo="write an interval as 2022-03/2022-05, an open end as ..")
    first, last = (None if end == ".." else _part(end) for end in ends)
    if first is None and last is None:
        raise EdtfError(f"“{text}” has no date at either end", todo="give the beginning or the end")
    earliest = first.earliest if first else _EARLIEST
    latest = last.latest if last else _LATEST
    if first and last and (last.earliest < first.earliest or last.latest < first.latest):
        raise EdtfError(f"“{text}” ends before it begins", todo=f"write {last.text}/{first.text}, or correct one end")
    return Edtf(text, "interval", (first, last), earliest, latest)


def _set(text: str) -> Edtf:
    members = tuple(_part(member.strip()) for member in text[1:-1].split(","))
    return Edtf(text, "set", members, min(m.earliest for m in members), max(m.latest for m in members))


def _part(text: str) -> Part:
    if _DAY.fullmatch(text):  # nearly always, and three times as quick
        year, month, day = text.split("-")
        when = (int(year), int(month), int(day))
        if 1 <= when[1] <= 12 and 1 <= when[2] <= month_length(*when[:2]):
            return Part(text, year, month, day, "", Precision.DAY, when, when)
    match = _SINGLE.fullmatch(text)
    if match is None:
        raise EdtfError(f"“{text}” is not a date", todo=_advice(text))
    year, month, day = match["year"], match["month"] or "", match["day"] or ""
    first, last = _years(year)
    if month.isdigit() and int(month) > 20:
        precision, earliest, latest = _division(text, first, last, int(month), day)
    else:
        precision = _precision(year, month, day)
        earliest, latest = _bounds(text, (first, last), month, day)
    return Part(text, year, month, day, match["qualifier"] or "", precision, earliest, latest)


def _precision(year: str, month: str, day: str) -> Precision:
    if day and "X" not in day and "X" not in month:
        return Precision.DAY
    if month and "X" not in month:
        return Precision.MONTH
    if year.endswith("XX"):
        return Precision.CENTURY
    return Precision.DECADE if year.endswith("X") else Precision.YEAR


def _years(year: str) -> tuple[int, int]:
    digits = year.removeprefix("Y")
    if digits == "-0000":
        raise EdtfError("“-0000” is not a year", todo="write 0000 for 1 BC")
    return int(digits.replace("X", "0")), int(digits.replace("X", "9"))


def _division(text: str, first: int, last: int, code: int, day: str) -> tuple[Precision, Day, Day]:
    """The bounds of a season, quarter or half of a year."""
    if day or first != last:
        raise EdtfError(
            f"“{text}” is not a date", todo="a season or quarter has a whole year before it and no day after it"
        )
    if code <= 32:
        hemisphere = "south" if code >= 29 else "north"
        return Precision.SEASON, *_months(first, _SEASON_STARTS[hemisphere][(code - 21) % 4], 3)
    if 33 <= code <= 36:
        return Precision.QUARTER, *_months(first, 3 * (code - 33) + 1, 3)
    if code in {40, 41}:
        return Precision.HALF, *_months(first, 6 * (code - 40) + 1, 6)
    raise EdtfError(f"“{text}” has no month {code}", todo="months are 01 to 12, seasons 21 (spring) to 24 (winter)")


def _months(year: int, month: int, count: int) -> tuple[Day, Day]:
    """The first day of a month and the last day of the `count`-th month from it."""
    end_year, end_month = divmod(12 * year + month - 1 + count - 1, 12)
    return (year, month, 1), (end_year, end_month + 1, month_length(end_year, end_month + 1))


@functools.cache
def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def month_length(year: int, month: int) -> int:
    """How many days a month has, in any year of the proleptic Gregorian calendar."""
    return _length(2000 + year % 400, month)


def _bounds(text: str, years: tuple[int, int], month: str, day: str) -> tuple[Day, Day]:
    """The first and the last real day that fits the digits, each `X` being any digit."""
    months = _matching(month, 12)
    if not months:
        raise EdtfError(
            f"“{text}” has no month {month}", todo="months are 01 to 12, seasons 21 (spring) to 24 (winter)"
        )
    days = _matching(day, 31)

    def real(candidates: product[tuple[int, int, int]]) -> Day | None:
        return next((d for d in candidates if d[2] <= month_length(d[0], d[1])), None)

    span = range(years[0], years[1] + 1)
    earliest = real(product(span, months, days)) if days else None
    latest = real(product(reversed(span), reversed(months), reversed(days))) if days else None
    if earliest is None or latest is None:
        raise EdtfError(f"“{text}” is no day of the calendar", todo=_last_day_advice(years[0], months[0]))
    return earliest, latest


def _last_day_advice(year: int, month: int) -> str:
    name = f"{calendar.month_name[month]} {year}"
    return f"{name} has {month_length(year, month)} days"


@functools.cache  # of some hundred pairs; most of the time of a date went into it
def _matching(digits: str, highest: int) -> tuple[int, ...]:
    """The numbers from 1 to `highest` that fit two digits, `X` being any; all of them for no digits."""
    if not digits:
        return tuple(range(1, highest + 1))
    pattern = re.compile(digits.replace("X", "[0-9]"))
    return tuple(n for n in range(1, highest + 1) if pattern.fullmatch(f"{n:02}"))


def _advice(text: str) -> str:
    """What to write instead of a date that nearly is one."""
    loose = re.fullmatch(r"\s*([0-9]{4})[-./ ]([0-9]{1,2})(?:[-./ ]([0-9]{1,2}))?\s*", text)
    if loose:
        digits = [f"{int(group):02}" for group in loose.groups()[1:] if group]
        return f"write {'-'.join([loose[1], *digits])}"
    return "write a date as 2022-12-30, 2022-12 or 2022; see the manual's page on dates for seasons, ranges and doubt"
