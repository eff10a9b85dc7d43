"""A report: what one article tells of which days, small enough to be kept for a million articles.

Whoever reads articles in other processes sends reports home, and nothing else need be kept of an article.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.dates import Edtf, Precision, parse
from generator.extracting.candidate import Candidate, Extraction
from generator.extracting.fingerprint import article_key
from generator.extracting.sentences import split
from generator.extracting.timex import Timex
from generator.reading.article import Article

__all__ = ["LONGEST_TOLD", "Report", "Told", "report"]

LONGEST_TOLD = 400
"""Characters kept of a sentence: longer than nineteen of twenty sentences of news."""

LEADS = 3
"""How many sentences at an article's head tell of the day on which it was published."""

LEAD_REACH = 2_000
"""Characters in which those are looked for."""

LONGEST_SPAN = 3
"""Days: “at the weekend” is told of its days, “this week” of none of them."""


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of an article, and the day that it tells of.

    Attributes:
        first, last: The first and last day, as `datetime.date.toordinal` numbers them.
        sentence: The sentence with single spaces, at most `LONGEST_TOLD` characters.
        position: The number of the line on which it stands among the article's lines, from 0.
        basis: `candidate`, `passed` for a sentence that only names the date, `lead` for one at the head of an
            article, which tells of its publication day without naming it.
        title, summary, status, score, mention: Those of the candidate; else empty, and 0.
    """

    first: int
    last: int
    sentence: str
    position: int
    basis: str
    title: str = ""
    summary: str = ""
    status: str = ""
    score: float = 0.0
    mention: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What one article tells.

    Attributes:
        key: What the article is known by (`article_key`).
        origin: Where it was read from.
        title: Its headline, or empty.
        voice: Whose report it is: the agency that it reprints, else its publisher, else its host, else itself.
        published: Its publication day, as `datetime.date.toordinal` numbers it, or None.
        told: Its sentences that tell of a day, in the order of the text, leads first.
        original: The key of the article that it reprints, or empty.
    """

    key: str
    origin: str
    title: str
    voice: str
    published: int | None
    told: tuple[Told, ...]
    original: str = ""


def report(article: Article, extraction: Extraction, *, original: str = "") -> Report:
    """Take from an article what ranking needs.

    Args:
        article: The article.
        extraction: What was found in it.
        original: The key (`article_key`) of the article that this one reprints, where that is known.

    Returns:
        The days that it tells of, each with the sentence: candidates, passed sentences that name a day, and the first
        sentences for the day of publication. What is vaguer than `LONGEST_SPAN` days is left out.
    """
    key = article_key(article)
    host = urlsplit(article.url).hostname or ""
    return Report(
        key=key,
        origin=article.origin,
        title=" ".join(article.title.split())[:LONGEST_TOLD],
        voice=(article.agency or article.publisher or host.removeprefix("www.") or key).casefold(),
        published=article.dct.toordinal() if article.dct else None,
        told=(*_leads(article), *sorted(_told(article, extraction), key=lambda told: told.position)),
        original=original,
    )


def _leads(article: Article) -> Iterator[Told]:
    if article.dct is None:
        return
    day = article.dct.toordinal()
    for position, sentence in enumerate(split(article.text[:LEAD_REACH], article.language)[:LEADS]):
        yield Told(day, day, _bounded(sentence.text), position, "lead")


def _told(article: Article, extraction: Extraction) -> Iterator[Told]:
    begin = article.lines[0] if article.lines else 1
    for candidate in extraction.candidates:
        days = _days(candidate.date)
        if days:
            yield _told_by(candidate, days, candidate.line - begin)
    for passed in extraction.passed:
        for days in dict.fromkeys(_days_of(timex) for timex in passed.timexes):
            if days:
                yield Told(*days, _bounded(passed.sentence), passed.line - begin, "passed")


def _told_by(candidate: Candidate, days: tuple[int, int], position: int) -> Told:
    return Told(
        *days,
        sentence=_bounded(candidate.sentence),
        position=position,
        basis="candidate",
        title=candidate.title,
        summary=candidate.summary,
        status=candidate.status,
        score=candidate.score,
        mention=candidate.mention,
    )


def _days_of(timex: Timex) -> tuple[int, int] | None:
    return _days(parse(timex.edtf)) if timex.edtf and timex.type in {"DATE", "TIME"} else None


def _days(date: Edtf | None) -> tuple[int, int] | None:
    """The first and last day of a date that is no vaguer than a few days, of the calendar's years from 1 on."""
    if date is None or date.precision is not Precision.DAY or date.kind == "set" or date.earliest[0] < 1:
        return None
    if date.latest[0] > dt.MAXYEAR:
        return None
    first, last = dt.date(*date.earliest).toordinal(), dt.date(*date.latest).toordinal()
    return (first, last) if last - first < LONGEST_SPAN else None


def _bounded(sentence: str) -> str:
    text = " ".join(sentence.split())
    return text if len(text) <= LONGEST_TOLD else f"{text[: text.rfind(' ', 0, LONGEST_TOLD)]} …"
