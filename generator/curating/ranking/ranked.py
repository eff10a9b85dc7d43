"""What is asked of a ranking, and what it gives."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from generator.dates import Edtf

__all__ = ["Ranked", "Wanted"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What timeline is asked for.

    Attributes:
        top: At most how many events.
        since, until: The first and last day, both included, or None for no bound.
        query: Words that the events must be about, or empty.
        min_sources: How many independent sources an event must have.
    """

    top: int = 30
    since: dt.date | None = None
    until: dt.date | None = None
    query: str = ""
    min_sources: int = 1


@dataclass(frozen=True, slots=True)
class Ranked:
    """One event of a ranked timeline.

    Attributes:
        date: Its day.
        title: A headline.
        summary: What happened, in one or two sentences of the articles.
        score: How much speaks for it; it only has a meaning beside the others of the same ranking.
        why: What speaks for it, in words that an editor reads.
        sources: Where the articles that report it were read from, best first, a few at most.
        mentions: Fingerprints of the candidates that tell of it, a few at most.
    """

    date: Edtf
    title: str
    summary: str
    score: float
    why: str
    sources: tuple[str, ...]
    mentions: tuple[str, ...]
