"""A day of the ranking becomes an entry: headline, summary, why, and what it rests on."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from generator.curating.ranking.days import Evidence
from generator.curating.ranking.pools import Saying
from generator.curating.ranking.ranked import Ranked
from generator.curating.ranking.summary import ONE_EVENT, Choice
from generator.curating.ranking.why import why
from generator.dates import parse
from generator.extracting.title_rules import title_faults

__all__ = ["entry"]

LONGEST_TITLE = 90
"""Characters, as for any headline of a candidate."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DATE_FIRST = re.compile(rf"^(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}})(?:\s*,?\s+\d{{4}})?\s*[:–—-]*\s+(?=[A-Z])")

_DATED = re.compile(rf"\b(?:\d{{1,2}}\s+{_MONTH}|{_MONTH}\s+\d{{1,2}})(?!\w)")
"""A headline with a day in it: it says again when the entry's event was, or is of another one."""

_CLAUSE_ENDS = re.compile(
    r"\s*[,;:–—]\s|\s(?=(?:after|as|and|because|before|but|for|from|in|on|since|that|when|where|which|while|who|with)\s)"
)
"""Where a headline may end that is made of the beginning of a sentence."""

_LOOSE_END = re.compile(r"[,;:]\s+\S+$")
_SPACED = re.compile(r"\s+([,;:.!?]|['’]s\b)")

FEWEST_WORDS = 4
"""Fewer words of a sentence's beginning are no headline."""

MOST_CITED = 12
"""Sources and mentions at most: an entry with more would not be read."""

SAME_EVENT = 0.3
"""How near a sentence must be to the first of the summary, 0 to 1, to tell of the same event of a day."""


def entry(day: int, score: float, evidence: Evidence, voices: int, choice: Choice) -> Ranked:
    """Make an entry.

    Args:
        day: The day, as `datetime.date.toordinal` numbers it.
        score: Its score.
        evidence: What the articles show for it.
        voices: How many independent sources name it.
        choice: What is said of it.
    """
    near = [saying for likeness, saying in choice.alike if likeness >= SAME_EVENT]
    candidates = [saying for saying in near if saying.told.mention] or _nearest_candidate(choice)
    mentions = dict.fromkeys(saying.told.mention for saying in candidates)
    sources = dict.fromkeys(saying.origin for saying in (*choice.sayings, *near))
    return Ranked(
        date=parse(dt.date.fromordinal(day).isoformat()),
        title=_title([choice.sayings[0], *near], candidates),
        summary=" ".join(_undated(saying.told.sentence) for saying in choice.sayings),
        score=round(score, 3),
        why=why(
            evidence, voices, dated=any(saying.told.basis != "lead" for saying in choice.sayings) or bool(candidates)
        ),
        sources=tuple(sources)[:MOST_CITED],
        mentions=tuple(mentions)[:MOST_CITED],
    )


def _nearest_candidate(choice: Choice) -> list[Saying]:
    """The one candidate that may tell of the event in other words, where none surely does."""
    may = [saying for likeness, saying in choice.alike if saying.told.mention and likeness >= ONE_EVENT]
    return may[:1]


def _title(near: Sequence[Saying], candidates: Sequence[Saying]) -> str:
    """A headline: of the candidate nearest to the summary that is not from before the event; else of the article.

    Where neither has one that reads well, it is the longest beginning of a sentence that does.
    """
    first = near[0]
    held = [saying.told.title for saying in candidates if saying.told.status != "planned"]
    title = next((title for title in (first.told.title, *held) if title and not _DATED.search(title)), "")
    if title:
        return _cut(title)
    made = (title for saying in near for title in _made(_plain(_undated(saying.told.sentence))))
    read = (title for title in (first.article, *made) if title and not title_faults(title))
    return next(read, _cut(first.article or _plain(_undated(first.told.sentence))))


def _made(sentence: str) -> Iterator[str]:
    """The beginnings of a sentence that may be a headline, the longest first."""
    if len(sentence) <= LONGEST_TITLE:
        yield sentence.rstrip(" .")
    for mark in reversed([*_CLAUSE_ENDS.finditer(sentence, 0, LONGEST_TITLE + 1)]):
        made = sentence[: mark.start()]
        if len(made.split()) >= FEWEST_WORDS and not _LOOSE_END.search(made):
            yield made


def _plain(sentence: str) -> str:
    """A sentence without space before its marks, as taggers' corpora and some feeds have it."""
    return _SPACED.sub(r"\1", sentence)


def _cut(title: str) -> str:
    return title if len(title) <= LONGEST_TITLE else f"{title[: title.rfind(' ', 0, LONGEST_TITLE)].rstrip(' ,;:')} …"


def _undated(sentence: str) -> str:
    """A sentence of a chronology without the date that it begins with: “4 May 2009 The school closes”."""
    return _DATE_FIRST.sub("", sentence, count=1)
