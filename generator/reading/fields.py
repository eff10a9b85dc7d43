"""The fields in which feeds, sitemaps and records say when an article was published, and in which language it is."""

from __future__ import annotations

import datetime as dt
import re

from generator.reading.calendar_dates import day_in, find_dates

__all__ = ["day_of", "language_code", "one_line"]

FIGURES = re.compile(r"((?:19|20)\d\d)([01]\d)([0-3]\d)(?=T|\s|$)")
"""The basic format of ISO 8601: 20221230, 20221230T130000Z."""

LANGUAGE = re.compile(r"[A-Za-z]{2}(?=[-_]|$)")
"""ISO 639-1, with a region or script after it that does not matter here: en-GB."""

LONGEST = 80
"""No date is longer: `Wednesday, 30 September 2022 at 23:59:59 Central European Summer Time`."""

UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Controls, which a terminal may obey, and halves of characters, which JSON can name and no encoding can write."""


def day_of(value: str) -> dt.date | None:
    """The day that a field gives, in its own time zone: as the publisher's readers saw it.

    Args:
        value: What the field says: ISO 8601, RFC 822, or a date in words.

    Returns:
        The day, or None where it gives none, or one of two.
    """
    said = value.strip()[:LONGEST]
    figures = FIGURES.match(said)
    if figures:
        return day_in(*map(int, figures.groups()))
    spans = find_dates(said, foreign=True)
    return spans[0].days[0] if spans and len(spans[0].days) == 1 else None


def language_code(value: str) -> str:
    """The code of a language without its region, ISO 639-1; empty where a field gives none."""
    match = LANGUAGE.match(value.strip())
    return match[0].lower() if match else ""


def one_line(value: object) -> str:
    """What a field says, on one line of characters that can be shown; empty where it says nothing, or is no text."""
    return " ".join(UNFIT.sub(" ", value).split()) if isinstance(value, str) else ""
