"""The weekdays that an article mentions, which tell on which days it can have been published.

News says “on Friday” of the day itself or of the day before. So a date of publication is confirmed by a weekday that
it falls on, or that was the day before it, and contradicted where every weekday lies further back.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from generator.reading.calendar_dates import WEEKDAYS, find_dates, weekday_number
from generator.reading.draft import Paragraph

__all__ = ["Mention", "Verdict", "find_mentions", "verdict"]

Verdict = Literal["confirmed", "open", "contradicted"]

NEAR = 1
"""A weekday so many days back, or fewer, confirms a date."""

FAR = 3
"""Weekdays that are all further back than this contradict it."""

MENTION = re.compile(
    rf"(?:\b(?P<lead>on|this|late|early|last|next|past|coming|every|each|of|a)\s+)?\b(?P<day>{'|'.join(WEEKDAYS)})\b(?!')",
    re.IGNORECASE,
)
SKIPPED = frozenset({"last", "next", "past", "coming", "every", "each", "of", "a"})
"""After these words a weekday is a week away, or any; or, as in “Black Friday” and “a Monday”, a name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A weekday that an article mentions.

    Attributes:
        weekday: 0 for Monday.
        words: As the article has it, such as `on Wednesday`.
    """

    weekday: int
    words: str


def find_mentions(body: Sequence[Paragraph]) -> list[Mention]:
    """Find the weekdays that tell when an article was written.

    Args:
        body: The article's paragraphs, without furniture: a teaser's “Monday” is of another day.

    Returns:
        The mentions in the order of the text. Left out are those with a full date of their own, and those that a word
        such as “last” or “next” moves away.
    """
    mentions = []
    for paragraph in body:
        dates = [(span.start, span.end) for span in find_dates(paragraph.text)]
        for match in MENTION.finditer(paragraph.text):
            lead, name = match["lead"] or "", match["day"]
            dated = any(start <= match.start("day") < end for start, end in dates)
            if name[0].isupper() and not dated and lead.lower() not in SKIPPED:
                mentions.append(Mention(weekday_number(name), match[0]))
    return mentions


def verdict(day: dt.date, mentions: Sequence[Mention]) -> Verdict:
    """Judge a date of publication by the weekdays of the text.

    Args:
        day: The date.
        mentions: The weekdays of the text.

    Returns:
        `confirmed`, `contradicted`, or `open` where the text mentions none or they tell nothing.
    """
    if not mentions:
        return "open"
    nearest = min((day.weekday() - mention.weekday) % 7 for mention in mentions)
    if nearest <= NEAR:
        return "confirmed"
    return "contradicted" if nearest > FAR else "open"
