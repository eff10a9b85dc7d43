"""Settle when an article was published, and say why: the clues of the page, judged by the weekdays of the text.

What the file's metadata says comes first, unless it is of little worth itself; what a page's fields say is settled in
`html_settled`. Among the other clues of the page one that the text's weekdays confirm
beats one that they contradict, whatever the places are worth; a date of mere furniture that they contradict is no
evidence.
Nothing is invented: a day without a year is completed only where a weekday of the text tells the year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.reading.article import PublishedDate
from generator.reading.calendar_dates import WEEKDAYS, day_in, say_day
from generator.reading.clue import MARKUP, WORTH, Clue
from generator.reading.clues import find_clues, metadata_clues
from generator.reading.draft import Draft
from generator.reading.html_settled import settle_fields
from generator.reading.weekdays import Mention, Verdict, find_mentions, verdict

__all__ = ["find_published"]

MEDIUM = frozenset({"caption", "headline", "address", "date field of the markup"})
"""Places whose day is the article's as a rule, and now and then the day before or that of the manuscript."""

YEARS_BACK = 28
"""In so many years every day of the year falls on every weekday; 29 February takes the longest."""

RANK: dict[Verdict, int] = {"confirmed": 0, "open": 1, "contradicted": 2}
METHODS = {"caption": "caption", "dateline": "dateline", **dict.fromkeys(MARKUP, "metadata")}
"""The method for each place; a byline for all others."""

WEAK = frozenset({"furniture", "markup"})
"""Places that may name the day of anything."""

DOUBTFUL = WEAK | {"update", "below headline", "date field"}
"""Places that are taken for the article's where the page's structure is not known."""

TOLD = frozenset({"byline", "below headline", "address"})
"""Places that tell when an article first appeared."""


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
    of_field = settle_fields(draft.clues, draft.body, today)
    if of_field:
        return of_field
    mentions = find_mentions(draft.body)
    agency = draft.agency or draft.publisher
    on_page = metadata_clues(draft.dated, agency) + find_clues(draft.page, draft.body, draft.title, agency)
    others = {day for clue in draft.clues if clue.place == "elsewhere" for day in clue.days}
    sure = [clue for clue in draft.clues if clue.place != "markup" or not _is_another(clue, others)]
    clues = [*sure, *(clue for clue in on_page if not _is_another(clue, others))]
    readings = list(_readings(clues, mentions, today))
    best = min(readings, key=lambda one: one.rank, default=None)
    if metadata and (best is None or RANK[verdict(metadata.value, mentions)] <= RANK[best.verdict]):
        return metadata
    if best:
        return _full(best, readings, clues, mentions)
    return next(filter(None, (_completed(clue, mentions, today) for clue in clues if clue.partial)), None)


def _readings(clues: Sequence[Clue], mentions: Sequence[Mention], today: dt.date) -> Iterator[Reading]:
    """The days that may be the article's.

    Left out are the days of other stories, furniture that the weekdays contradict, and a later version's day where the
    page tells an earlier one.
    """
    told = [day for clue in clues if clue.place in TOLD for day in clue.days if day <= today]
    for clue in clues:
        for order, day in enumerate(clue.days):
            judged = verdict(day, mentions)
            weak = clue.place in WEAK and judged == "contradicted"
            later = clue.place == "update" and any(one < day for one in told)
            if clue.place != "elsewhere" and day <= today and not weak and not later:
                yield Reading(clue, day, judged, order)


def _is_another(clue: Clue, others: Collection[dt.date]) -> bool:
    """Whether a place may name any day, and names one that the page gives to another story or a later version."""
    return clue.place in DOUBTFUL and bool(clue.days) and all(day in others for day in clue.days)


def _full(
    best: Reading, readings: Sequence[Reading], clues: Sequence[Clue], mentions: Sequence[Mention]
) -> PublishedDate:
    """The date of a clue that names a whole day."""
    reasons = [_origin_words(best.clue), _verdict_words(best, mentions)]
    others = {one.day: one for one in readings if one.day != best.day}
    alternative = next((one for one in others.values() if one.clue is best.clue), None)
    if alternative:
        reasons.append(f"with day and month in the other order it would be {say_day(alternative.day)}")
    against = next((clue for clue in clues if _is_rival(clue, mentions)), None)
    if against and best.verdict == "confirmed":
        reasons.append(f"“{against.words}” is on the page too, but no weekday of the text agrees with it")
    confidence = "high"
    if best.clue.place in MEDIUM or best.verdict == "contradicted":
        confidence = "medium"
    if best.clue.place in WEAK or (alternative and alternative.verdict == best.verdict):
        confidence = "medium" if best.clue.place != "furniture" and best.verdict == "confirmed" else "low"
    return PublishedDate(
        best.day,
        METHODS.get(best.clue.place, "byline"),
        best.clue.words if best.clue.place not in MARKUP else "",
        confidence,  # type: ignore[arg-type]
        "; ".join(filter(None, reasons)),
    )


def _origin_words(clue: Clue) -> str:
    """Where the markup gives a date, in words; nothing for what the page shows, which is quoted instead."""
    if clue.place == "markup":
        return "htmldate found it in the page's markup, in no field made for it"
    return f"the page's {clue.name} says {clue.words}" if clue.name else ""


def _is_rival(clue: Clue, mentions: Sequence[Mention]) -> bool:
    """Whether a clue would be the article's, if the weekdays of the text did not contradict each of its days."""
    contradicted = all(verdict(day, mentions) == "contradicted" for day in clue.days)
    return bool(clue.days) and clue.place != "elsewhere" and contradicted


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
