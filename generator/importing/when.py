"""The text of a cell or field → a date, the time of day with it, and what was not kept or had to be decided.

In this order: a date with a time; numbers with strokes between them; our own format and what people write in English;
a month's name between hyphens; the number by which spreadsheets count days; and only then whatever date the temporal
tagger finds among other words, which is said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from generator.dates import Edtf, parse, say
from generator.errors import EdtfError
from generator.importing.said import read_said

__all__ = ["Order", "When", "by_24_hours", "order_of", "read_when", "serial_day", "twofold"]

Order = Literal["day", "month", ""]
"""Which number of 03/04/2022 comes first; empty where that is not known."""

LONGEST = 200
"""Characters: what is longer is a text, and no date."""

EXCEL_EPOCH = dt.date(1899, 12, 30)
"""Day 0 of spreadsheets, such that all days from 1 March 1900 on are right (ECMA-376, 18.17.4.1)."""

SERIALS = range(10_000, 80_000)
"""Numbers that can be days of a spreadsheet: 1927 to 2119. Smaller ones may be years."""

TWO_DIGIT_PIVOT = 69
"""Of years with two digits, those from here on are of the last century (POSIX, `strptime`, %y)."""

_MOMENT = re.compile(
    r"(?P<day>.*\d)(?:T|,? +(?:at +)?)(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::\d\d(?:[.,]\d+)?)?"
    r"(?: ?(?P<half>[ap])\.?m\.?)?(?: ?(?P<zone>Z|UTC|[-+]\d\d:?\d\d))?",
    re.ASCII | re.IGNORECASE,
)
_NUMBERS = re.compile(
    r"(?P<first>\d{1,2})(?P<stroke>[-/. ])(?P<second>\d{1,2})(?P=stroke)(?P<year>\d{4}|\d\d)", re.ASCII
)
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})(?P<stroke>-|\.? ))?(?P<month>(?:(?!\d)\w)+)\.?(?(stroke)[- ]|-)(?P<year>\d{4}|\d\d)"
)
"""3-May-22, 3. Mai 22 and May-22, as spreadsheets show dates; “May 22” may be a day."""

_TWOFOLD = re.compile(r"(?P<year>\d{4})-(?P<code>2[1-4])", re.ASCII)
_CENTURY = re.compile(r"(?:the )?(?P<digits>\d\d)00['’]?s", re.ASCII | re.IGNORECASE)
_MODIFIED = {"START": "early", "MID": "mid", "END": "late", "APPROX": "about", "BEFORE": "before", "AFTER": "after"}
_TWELVE_HOURS = re.compile(
    r"(?P<hour>0?[1-9]|1[0-2])(?::(?P<minute>[0-5]\d)(?::\d\d)?)?\s*(?P<half>[ap])\.?m\.?", re.ASCII | re.IGNORECASE
)
"""1:30 PM, as spreadsheets show it in the United States."""


@dataclass(frozen=True, slots=True)
class When:
    """What a text says of when something happened.

    Attributes:
        date: The date, or None.
        time: The time of day, with its zone where that is known, or empty.
        remark: What was not kept, or had to be decided, or empty.
    """

    date: Edtf | None = None
    time: str = ""
    remark: str = ""


def read_when(text: str, order: Order = "") -> When:
    """Read a date.

    Args:
        text: The whole of a cell or field.
        order: Which number comes first in 03/04/2022, where that is known.

    Returns:
        What it says; nothing at all for a blank text, and a remark where it says no date.
    """
    said = " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())
    if not said:
        return When()
    if len(said) > LONGEST:
        return When(remark=f"“{said[:40]}…” is too long for a date")
    moment = _MOMENT.fullmatch(said)
    if moment:
        return _moment(moment, order)
    numbers = _NUMBERS.fullmatch(said)
    if numbers:
        return _numbers(said, numbers, order)
    edtf = read_said(said)
    return When(parse(edtf)) if edtf else _named(said) or _serial(said) or _tagged(said)


def order_of(texts: Iterable[str]) -> Order:
    """Which number comes first in the dates of a column, where one of them can only be read in one way.

    Args:
        texts: The cells of the column.

    Returns:
        The order; empty where no cell decides it, or two contradict each other.
    """
    firsts: set[Order] = set()
    for text in texts:
        said = " ".join(text[:LONGEST].split())
        moment = _MOMENT.fullmatch(said)
        match = _NUMBERS.fullmatch(moment["day"] if moment else said)
        if match and match["stroke"] != ".":
            first, second = int(match["first"]), int(match["second"])
            firsts |= {"day"} if first > 12 >= second else {"month"} if second > 12 >= first else set()
    return firsts.pop() if len(firsts) == 1 else ""


def serial_day(number: float) -> str:
    """The day that a spreadsheet's number means, as ISO writes it; empty for a number that cannot be a day.

    Args:
        number: Days since the epoch; a fraction is the time of day.
    """
    return (EXCEL_EPOCH + dt.timedelta(days=int(number))).isoformat() if int(number) in SERIALS else ""


def _moment(match: re.Match[str], order: Order) -> When:
    when = read_when(match["day"], order)
    zone = (match["zone"] or "").upper()
    zone = "UTC" if zone in {"Z", "+00:00", "+0000"} else zone
    time = _clock(int(match["hour"]), match["minute"], match["half"] or "")
    return replace(when, time="" if time == "00:00" and not zone else f"{time} {zone}".strip())


def _clock(hour: int, minute: str, half: str) -> str:
    """A time as 09:30; of a clock of twelve hours the half of the day is `a` or `p`, else nothing."""
    return f"{hour % 12 + (12 if half in 'pP' else 0) if half else hour:02}:{minute}"


def by_24_hours(text: str) -> str:
    """A time of day by the clock of 24 hours, where it is by that of twelve; any other text as it is."""
    halved = _TWELVE_HOURS.fullmatch(text)
    return _clock(int(halved["hour"]), halved["minute"] or "00", halved["half"]) if halved else text


def _named(said: str) -> When | None:
    """A date whose month has a name, in the form of spreadsheets."""
    match = _NAMED.fullmatch(said)
    if match is None:
        return None
    short = len(match["year"]) == 2
    year = _whole_year(match["year"]) if short else match["year"]
    edtf = read_said(" ".join(filter(None, [match["day"], match["month"], year])))
    return When(parse(edtf), remark=f"“{said}” is read as {edtf}" if short else "") if edtf else None


def _whole_year(digits: str) -> str:
    """A year of which two digits are told."""
    return f"{19 if int(digits) >= TWO_DIGIT_PIVOT else 20}{digits}"


def _numbers(said: str, match: re.Match[str], order: Order) -> When:
    first, second, year = int(match["first"]), int(match["second"]), match["year"]
    remark = ""
    if len(year) == 2:
        year = _whole_year(year)
        remark = f"“{said}” is read as a day of {year}"
    day_first, month_first = (_date(f"{year}-{b:02}-{a:02}") for a, b in ((first, second), (second, first)))
    settled = "day" if match["stroke"] == "." else order
    date = {"day": day_first, "month": month_first}.get(settled)
    if date is None and (day_first is None or month_first is None or day_first == month_first):
        date = day_first or month_first
    if date is not None:
        return When(date, remark=remark)
    if day_first is None or month_first is None:
        return _no_date(said)
    either = sorted([day_first, month_first])
    remark = f"“{said}” may be {either[0]} or {either[1]}: it is kept as one of the two; --order says which"
    return When(parse(f"[{either[0]},{either[1]}]"), remark=remark)


def twofold(text: str) -> str:
    """What there is to say of a date that means one thing in our own format and may mean another to who wrote it.

    2022-23 is a season, and two years to those who count by winters; the 1900s are a decade, or a century.

    Args:
        text: The whole of a cell.

    Returns:
        A sentence; empty for any other text.
    """
    said = text.strip()
    match = _TWOFOLD.fullmatch(said)
    if match and int(match["code"]) == int(match["year"][2:]) + 1:
        years = f"{match['year']}/{int(match['year']) + 1}"
        return f"“{said}” is read as {say(parse(said))}: write {years} where two years are meant"
    century = _CENTURY.fullmatch(said)
    if century:
        return f"“{said}” is read as ten years: write {century['digits']}XX where the century is meant"
    return ""


def _serial(said: str) -> When | None:
    if not re.fullmatch(r"\d{5}(?:\.\d{1,15})?", said, re.ASCII):
        return None
    day = serial_day(float(said))
    remark = f"“{said}” is read as {day}, the day with that number in a spreadsheet"
    return When(_date(day), remark=remark) if day else None


def _tagged(said: str) -> When:
    """What the temporal tagger finds among the words, if that is one date."""
    from generator.extracting.tagger import find_timexes

    found = [timex for timex in find_timexes(said, None) if timex.edtf and timex.type in {"DATE", "TIME"}]
    date = _date(found[0].edtf or "") if len(found) == 1 else None
    if date is None:
        return _no_date(said)
    lost = _MODIFIED.get(found[0].mod, "")
    remark = f"“{said}” is read as {date}" + (f"; “{lost}” is not kept" if lost else "")
    return When(date, remark=remark)


def _no_date(said: str) -> When:
    return When(remark=f"“{said}” is no date that can be read")


def _date(text: str) -> Edtf | None:
    try:
        return parse(text)
    except EdtfError:
        return None
