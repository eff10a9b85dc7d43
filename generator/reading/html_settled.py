"""Settle which of a page's fields gives the day of publication, against what the page shows its readers.

Fields made for the day are right nearly always. They are wrong in three known ways: two of them differ, since one is
renewed with each version; all give the day on which the site moved to another system; or they are written in universal
time, while the paper's own calendar was a day further or behind.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from generator.reading.article import PublishedDate
from generator.reading.calendar_dates import say_day
from generator.reading.clue import VISIBLE, Clue
from generator.reading.draft import Paragraph
from generator.reading.field_dates import instant_of
from generator.reading.weekdays import find_mentions, verdict

__all__ = ["settle_fields"]

WITNESSES = VISIBLE | {"address"}
"""Places that tell the day of publication independently of the fields."""

DAY = dt.timedelta(days=1)

AHEAD_OF_UTC = 14
BEHIND_UTC = 12
"""The zones furthest from universal time, in hours (Kiribati, and Baker Island)."""


def settle_fields(clues: Sequence[Clue], body: Sequence[Paragraph], today: dt.date) -> PublishedDate | None:
    """Settle the day of publication by the fields made for it.

    Args:
        clues: What the markup says, and the page shows.
        body: The article's paragraphs, whose weekdays are looked for only where the page contradicts its fields.
        today: No article was published after this day.

    Returns:
        The day with its evidence, or None where no field gives a day up to today.
    """
    seen = [(clue, day) for clue in clues if clue.place in WITNESSES and len(clue.days) == 1 for day in clue.days]
    seen = [(clue, day) for clue, day in seen if day <= today]
    fields = [
        (clue, day) for clue in clues if clue.place == "published field" for day in _likely(clue, seen) if day <= today
    ]
    if not fields:
        return None
    field, day = _chosen(fields, seen)
    earlier = _earlier(day, seen, body)
    if earlier:
        clue, witnesses = earlier
        others = " and ".join(dict.fromkeys(f"“{one.words}”" for one in witnesses))
        reason = f"the page's {field.name} says {field.words}, but it was published before that: {others}"
        return PublishedDate(clue.days[0], "byline", clue.words if clue.place != "address" else "", "medium", reason)
    local = _local(field, day, [clue for clue, _ in seen])
    if local:
        there = f"{say_day(local.days[0])} where the page was published"
        reason = f"the page's {field.name} says {field.words}, which is {there}"
        return PublishedDate(local.days[0], "byline", local.words, "high", reason)
    ambiguous = len(field.days) > 1
    return PublishedDate(
        day,
        "metadata",
        confidence="low" if ambiguous and len(_likely(field, seen)) > 1 else "high",
        reason=f"the page's {field.name} says {field.words}",
    )


def _likely(clue: Clue, seen: Iterable[tuple[Clue, dt.date]]) -> tuple[dt.date, ...]:
    """The days that a field can mean; of two orders of day and month only the one that the page shows, if it does."""
    shown = {day for _, day in seen}
    return tuple(day for day in clue.days if day in shown) or clue.days


def _chosen(fields: Sequence[tuple[Clue, dt.date]], seen: Sequence[tuple[Clue, dt.date]]) -> tuple[Clue, dt.date]:
    """The field to believe: one that the page agrees with; else the earliest, since later ones are of later versions.

    Where fields give neighbouring days, they say one moment in two zones: the one in a zone of its own is the paper's.
    """

    def support(day: dt.date) -> int:
        return len({clue.place for clue, one in seen if one == day})

    best = max(support(day) for _, day in fields)
    first = min(day for _, day in fields if support(day) == best)
    near = [(clue, day) for clue, day in fields if support(day) == best and day - first <= DAY]
    if len({day for _, day in near}) == 1:
        return near[0]
    local = [(clue, day) for clue, day in near if (instant := instant_of(clue.words)) and instant.local]
    return next(iter(local), next(one for one in near if one[1] == first))


def _earlier(
    day: dt.date, seen: Sequence[tuple[Clue, dt.date]], body: Sequence[Paragraph]
) -> tuple[Clue, list[Clue]] | None:
    """What shows that an article appeared well before the day of its fields: two places, or one and the weekdays."""
    if any(abs(one - day) <= DAY for _, one in seen):
        return None
    mentions = find_mentions(body) if seen else []
    for clue, one in seen:
        agreeing = [other for other, same in seen if same == one]
        places = {other.place for other in agreeing}
        confirmed = verdict(one, mentions) == "confirmed" and verdict(day, mentions) == "contradicted"
        if one < day and (len(places) > 1 or ("byline" in places and confirmed)):
            return clue, agreeing
    return None


def _local(field: Clue, day: dt.date, seen: Sequence[Clue]) -> Clue | None:
    """What the page shows where its field is in universal time, and its readers' calendar a day further or behind."""
    instant = instant_of(field.words)
    shown = {clue.days[0]: clue for clue in seen if clue.place in {"byline", "below headline"}}
    if instant is None or not instant.utc or len(shown) != 1:
        return None
    one, clue = next(iter(shown.items()))
    ahead = one == day + DAY and instant.hour >= 24 - AHEAD_OF_UTC
    behind = one == day - DAY and instant.hour < BEHIND_UTC
    return clue if ahead or behind else None
