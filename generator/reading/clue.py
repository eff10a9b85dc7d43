"""A clue: a place of an article that names the day on which it was published, and what each place is worth."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

__all__ = ["FIELDS", "MARKUP", "VISIBLE", "WORTH", "Clue"]

WORTH = {
    "published field": 100,
    "byline": 70,
    "date field of the markup": 66,
    "below headline": 64,
    "date field": 62,
    "dateline": 60,
    "address": 59,
    "update": 58,
    "headline": 50,
    "caption": 40,
    "markup": 30,
    "furniture": 20,
}
"""What each place is worth, in no unit: only the order counts, and only between clues that the weekdays judge alike."""

FIELDS = frozenset({"published field", "date field of the markup"})
"""Places in a page's markup that are made for a date."""

MARKUP = FIELDS | {"address", "markup"}
"""Places that readers of the page do not see."""

VISIBLE = frozenset({"byline", "below headline", "dateline"})
"""Places where readers of a page are told when the article appeared."""


@dataclass(frozen=True, slots=True)
class Clue:
    """A place of a page that names a day.

    Attributes:
        place: A key of `WORTH`.
        words: What it says.
        days: The days that it can mean, the likeliest first; empty where the year is missing.
        partial: Where the year is missing: each month and day that it can mean, the likeliest first.
        name: What a field of the markup is called, such as `meta field article:published_time`; empty elsewhere.
    """

    place: str
    words: str
    days: tuple[dt.date, ...] = ()
    partial: tuple[tuple[int, int], ...] = ()
    name: str = ""
