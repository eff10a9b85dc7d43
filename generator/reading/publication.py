"""Settle when an article was published, and say why: the clues of the page, judged by the weekdays of the text.

What the file's metadata says comes first, unless it is of little worth itself. Among the clues of the page one that
the text's weekdays confirm beats one that they contradict, whatever the places are worth; a date of mere furniture
that they contradict is no evidence.
Nothing is invented: a day without a year is completed only where a weekday of the text tells the year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from generator.reading.article import PublishedDate
from generator.reading.calendar_dates import WEEKDAYS, day_in, say_day
from generator.reading.clues import WORTH, Clue, find_clues, metadata_clues
from generator.reading.draft import Draft
from generator.reading.weekdays import Mention, Verdict, find_mentions, verdict

__all__ = ["find_published"]

YEARS_BACK = 28
"""In so many years every day of the year falls on every weekday; 29 February takes the longest."""

RANK: dict[Verdict, int] = {"confirmed": 0, "open": 1, "contradicted": 2}
METHODS = {"caption": "caption", "dateline": "dateline"}
"""The method for each place; a byline for all others."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One day that one clue can mean.

    Attributes:
        clue: Where it was found.
        day: The day.
        verdict: What the weekdays of the text say about it.
        order: The likeliest reading of its clue has 0.
    """

    clue: Clue
    day: dt.date
    verdict: Verdict
    order: int

    @property
    def rank(self) -> tuple[int, int, int]:
        """Readings are preferred in this order: by weekdays, by place, by likelihood."""
        return RANK[self.verdict], -WORTH[self.clue.place], self.order


def find_published(draft: Draft, today: dt.date) -> PublishedDate | None:
    """Settle the publication date of an article.

    Args:
        draft: The article as its reader left it.
        today: No article was published after this day.

    Returns:
        The date with its evidence, or None where nothing gives one.
    """
    metadata = draft.published if draft.published and draft.published.value <= today else None
    if metadata and metadata.confidence == "high":
        return metadata
    mentions = find_mentions(draft.body)
    agency = draft.agency or draft.publisher
    clues = metadata_clues(draft.dated, agency) + find_clues(draft.page, draft.body, draft.title, agency)
    readings = [
        Reading(clue, day, verdict(day, mentions), order)
        for clue in clues
        for order, day in enumerate(clue.days)
        if day <= today
    ]
    readings = [one for one in readings if one.clue.place != "furniture" or one.verdict != "contradicted"]
    best = min(readings, key=lambda one: one.rank, default=None)
    if metadata and (best is None or RANK[verdict(metadata.value, mentions)] <= RANK[best.verdict]):
        return metadata
    if best:
        return _full(best, readings, clues, mentions)
    return next(filter(None, (_completed(clue, mentions, today) for clue in clues if clue.partial)), None)


def _full(
    best: Reading, readings: Sequence[Reading], clues: Sequence[Clue], mentions: Sequence[Mention]
) -> PublishedDate:
    """The date of a clue that names a whole day."""
    reasons = [_verdict_words(best, mentions)]
    others = {one.day: one for one in readings if one.day != best.day}
    alternative = next((one for one in others.values() if one.clue is best.clue), None)
    if alternative:
        reasons.append(f"with day and month in the other order it would be {say_day(alternative.day)}")
    against = next((clue for clue in clues if clue.days and _is_contradicted(clue, mentions)), None)
    if against and best.verdict == "confirmed":
        reasons.append(f"“{against.words}” is on the page too, but no weekday of the text agrees with it")
    confidence = "high"
    if best.clue.place in {"caption", "headline"} or best.verdict == "contradicted":
        confidence = "medium"
    if best.clue.place == "furniture" or (alternative and alternative.verdict == best.verdict):
        confidence = "medium" if best.clue.place != "furniture" and best.verdict == "confirmed" else "low"
    return PublishedDate(
        best.day,
        METHODS.get(best.clue.place, "byline"),
        best.clue.words,
        confidence,  # type: ignore[arg-type]
        "; ".join(filter(None, reasons)),
    )


def _is_contradicted(clue: Clue, mentions: Sequence[Mention]) -> bool:
    """Whether the weekdays of the text contradict every day that a clue can mean."""
    return all(verdict(day, mentions) == "contradicted" for day in clue.days)


def _verdict_words(best: Reading, mentions: Sequence[Mention]) -> str:
    """What the weekdays of the text say about a day, in words."""
    weekday = WEEKDAYS[best.day.weekday()].capitalize()
    if best.verdict == "confirmed":
        near = min(mentions, key=lambda mention: (best.day.weekday() - mention.weekday) % 7)
        day = "was a" if near.weekday == best.day.weekday() else "was the day after that, a"
        return f"the text says “{near.words}”, and {say_day(best.day)} {day} {weekday}"
    if best.verdict == "contradicted":
        return f"the text says “{mentions[0].words}”, but {say_day(best.day)} was a {weekday}"
    if best.clue.place == "caption":
        return "the day on which the picture was taken: news pictures appear on the same day"
    if best.clue.place == "furniture":
        return "the only date on the page, which may be that of the page itself"
    return ""


def _completed(clue: Clue, mentions: Sequence[Mention], today: dt.date) -> PublishedDate | None:
    """The date of a clue without a year: the latest year in which its day falls on the weekday of the text."""
    if not mentions:
        return None
    mention = mentions[0]
    days = [day for month_day in clue.partial if (day := _latest(month_day, mention.weekday, today))]
    if not days:
        return None
    day, *others = days
    weekday = WEEKDAYS[mention.weekday].capitalize()
    reason = (
        f"{day.year} is the latest year, not after {say_day(today)}, in which {say_day(day, year=False)} is a {weekday}"
    )
    if others:
        reason += f"; with day and month in the other order it would be {say_day(others[0])}"
    return PublishedDate(day, "weekday", clue.words, "low", reason)


def _latest(month_day: tuple[int, int], weekday: int, today: dt.date) -> dt.date | None:
    """The latest day, not after today, of a month and day that falls on a weekday."""
    for year in range(today.year, today.year - YEARS_BACK - 1, -1):
        day = day_in(year, *month_day)
        if day and day <= today and day.weekday() == weekday:
            return day
    return None
