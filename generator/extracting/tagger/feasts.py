"""When holidays are: a table of fixed days, and the library `holidays` for those that move.

Of the libraries on offer `holidays` (MIT, pure Python, maintained) is the only one that knows Easter and the nth
weekdays as well as the Chinese, Islamic, Hebrew and Hindu calendars, and tells a day that was declared from one that is
only calculated. It is loaded when a text first names a holiday that moves, and asked once a year and holiday.
"""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["FIXED", "MOVING", "days_of", "last_day", "may_differ"]

FIXED: Mapping[str, tuple[int, int]] = {
    "new-year": (1, 1),
    "epiphany": (1, 6),
    "orthodox-christmas": (1, 7),
    "valentine": (2, 14),
    "womens-day": (3, 8),
    "st-patrick": (3, 17),
    "april-fools": (4, 1),
    "anzac": (4, 25),
    "may-day": (5, 1),
    "juneteenth": (6, 19),
    "canada-day": (7, 1),
    "us-independence": (7, 4),
    "bastille": (7, 14),
    "assumption": (8, 15),
    "german-unity": (10, 3),
    "hispanic-day": (10, 12),
    "halloween": (10, 31),
    "all-saints": (11, 1),
    "all-souls": (11, 2),
    "guy-fawkes": (11, 5),
    "veterans-day": (11, 11),
    "immaculate-conception": (12, 8),
    "christmas-eve": (12, 24),
    "christmas": (12, 25),
    "boxing-day": (12, 26),
    "new-years-eve": (12, 31),
}
"""Holidays that are on the same day each year: month and day."""


@dataclass(frozen=True, slots=True)
class Moving:
    """A holiday that the library knows.

    Attributes:
        country: The country (ISO 3166-1) whose list has it for most years.
        name: What the library calls it there, in American English.
        offset: How many days after that day it is.
        length: How many days it lasts.
        category: The library's list in which it stands.
        moon: Whether it begins when the moon is seen, so that countries may differ by a day.
    """

    country: str
    name: str
    offset: int = 0
    length: int = 1
    category: str = "public"
    moon: bool = False


def _from_easter(days: int) -> Moving:
    """A feast counted from Easter Sunday; Canada has kept the Good Friday before it since 1867."""
    return Moving("CA", "Good Friday", days + 2)


MOVING: Mapping[str, Moving] = {
    "mlk-day": Moving("US", "Martin Luther King Jr. Day"),
    "presidents-day": Moving("US", "Washington's Birthday"),
    "memorial-day": Moving("US", "Memorial Day"),
    "labor-day": Moving("US", "Labor Day"),
    "columbus-day": Moving("US", "Columbus Day"),
    "thanksgiving": Moving("US", "Thanksgiving Day"),
    "black-friday": Moving("US", "Thanksgiving Day", 1),
    "cyber-monday": Moving("US", "Thanksgiving Day", 4),
    "fathers-day": Moving("US", "Father's Day", category="unofficial"),
    "shrove-monday": _from_easter(-48),
    "shrove-tuesday": _from_easter(-47),
    "ash-wednesday": _from_easter(-46),
    "palm-sunday": _from_easter(-7),
    "maundy-thursday": _from_easter(-3),
    "good-friday": _from_easter(-2),
    "holy-saturday": _from_easter(-1),
    "easter": _from_easter(0),
    "easter-monday": _from_easter(1),
    "holy-week": Moving("CA", "Good Friday", -5, length=7),
    "ascension": _from_easter(39),
    "pentecost": _from_easter(49),
    "whit-monday": _from_easter(50),
    "corpus-christi": _from_easter(60),
    "orthodox-easter": Moving("GR", "Good Friday", 2),
    "lunar-new-year": Moving("SG", "Chinese New Year"),
    "tet": Moving("VN", "Lunar New Year"),
    "ramadan": Moving("MV", "First Day of Ramadan", length=30, moon=True),
    "eid-al-fitr": Moving("TR", "Eid al-Fitr", moon=True),
    "eid-al-adha": Moving("TR", "Eid al-Adha", moon=True),
    "diwali": Moving("SG", "Diwali", moon=True),
    "purim": Moving("IL", "Purim", category="school"),
    "passover": Moving("IL", "Pesach", length=7),
    "rosh-hashanah": Moving("IL", "Rosh Hashanah"),
    "yom-kippur": Moving("IL", "Yom Kippur"),
    "hanukkah": Moving("IL", "Hanukkah", length=8, category="school"),
}
"""Holidays that move with the week, with Easter, or with another calendar."""

_ESTIMATED = " (estimated)"


@functools.lru_cache(maxsize=4096)
def days_of(key: str, year: int) -> tuple[dt.date, ...]:
    """The days on which a holiday begins in a year.

    Args:
        key: A key of `FIXED` or `MOVING`.
        year: The year, 1 to 9999.

    Returns:
        Mostly one day; none where the holiday was not kept, or nobody has calculated it; two where its calendar's year
        is shorter than ours.

    Raises:
        KeyError: There is no such holiday in the tables.
    """
    if key in FIXED:
        return (dt.date(year, *FIXED[key]),)
    moving = MOVING[key]
    kept = [day for day in _listed(moving.country, moving.category, year) if _is_kept(moving, day)]
    # The second day of a feast goes by the same name: it begins on the first.
    begins = (day for day in kept if not _is_kept(moving, day - dt.timedelta(days=1)))
    return tuple(day + dt.timedelta(days=moving.offset) for day in begins)


def _is_kept(moving: Moving, day: dt.date) -> bool:
    return moving.name in _listed(moving.country, moving.category, day.year).get(day, ())


@functools.lru_cache(maxsize=512)
def _listed(country: str, category: str, year: int) -> dict[dt.date, list[str]]:
    """The holidays of a country in a year, each day with their names; none beyond the library's years."""
    import holidays

    calendar = holidays.country_holidays(country, language="en_US", observed=False, categories=category)
    if not calendar.start_year <= year <= calendar.end_year:
        return {}
    calendar.get(dt.date(year, 1, 1))  # the library fills in a year when it is asked for a day of it
    return {day: [name.removesuffix(_ESTIMATED) for name in calendar.get_list(day)] for day in sorted(calendar)}


def last_day(key: str, first: dt.date) -> dt.date:
    """The last day of a holiday that begins on a day: of Ramadan the thirtieth, though it may end a day before."""
    return first + dt.timedelta(days=MOVING[key].length - 1) if key in MOVING else first


def may_differ(key: str) -> bool:
    """Whether countries may keep a holiday on different days, since it begins when the moon is seen."""
    return key in MOVING and MOVING[key].moon
