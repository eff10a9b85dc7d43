"""A report: what one article tells of which days, small enough to be kept for a million articles.

Whoever reads articles in other processes sends reports home, and nothing else need be kept of an article.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from generator.curating.ranking.terms import terms
from generator.dates import Edtf, Precision, parse
from generator.extracting.candidate import Extraction
from generator.extracting.fingerprint import article_key
from generator.extracting.sentences import split
from generator.extracting.timex import Timex
from generator.reading.article import Article

__all__ = ["LONGEST_TOLD", "Report", "Told", "report"]

LONGEST_TOLD = 400
"""Characters kept of a sentence: longer than nineteen of twenty sentences of news."""

WORDS = 40
"""How many of its commonest terms say what an article is about."""

WORDS_REACH = 3_000
"""Characters in which those are counted: news says first what it is about."""

LEADS = 3
"""How many sentences at an article's head tell of the day on which it was published."""

LEAD_REACH = 1_500
"""Characters in which those are looked for."""

LONGEST_SPAN = 3
"""Days: “at the weekend” is told of its days, “this week” of none of them."""

PAST = 2
"""Days: what an article says of yesterday is news and no chronicle."""

_BY_CALENDAR = re.compile(r"[^\W\d_]\.?\s+\d|\d\w*\.?\s+(?:of\s+)?[^\W\d_]|\d[-/.]\d")


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of an article, and the day that it tells of.

    Attributes:
        first, last: The first and last day, as `datetime.date.toordinal` numbers them.
        sentence: The sentence with single spaces, at most `LONGEST_TOLD` characters.
        position: The number of the line on which it stands among the article's lines, from 0.
        basis: `candidate`; `passed` for a sentence that only names the day; `page` for one that names it as the
            article's own date; `lead` for one at the head of an article, which tells of its publication day unnamed.
        terms: Its terms, in order.
        title, status, score, mention: Those of the candidate; else empty, and 0.
    """

    first: int
    last: int
    sentence: str
    position: int
    basis: str
    terms: tuple[str, ...] = ()
    title: str = ""
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
        words: The terms that it has most often, at most `WORDS`.
        chronicle: How many days before its own it names by the calendar: many in a chronology.
        original: The key of the article that it reprints, or empty.
    """

    key: str
    origin: str
    title: str
    voice: str
    published: int | None
    told: tuple[Told, ...]
    words: tuple[str, ...] = ()
    chronicle: int = 0
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
    told = sorted(_told(article, extraction), key=lambda told: told.position)
    host = urlsplit(article.url).hostname or ""
    return Report(
        key=key,
        origin=article.origin,
        title=" ".join(article.title.split())[:LONGEST_TOLD],
        voice=(article.agency or article.publisher or host.removeprefix("www.") or key).casefold(),
        published=article.dct.toordinal() if article.dct else None,
        told=(*_leads(article), *told),
        words=_words(article),
        chronicle=_chronicle(article, extraction),
        original=original,
    )


def _leads(article: Article) -> Iterator[Told]:
    if article.dct is None:
        return
    day = article.dct.toordinal()
    for position, sentence in enumerate(split(article.text[:LEAD_REACH], article.language)[:LEADS]):
        yield _told_in(sentence.text, (day, day), position, "lead")


def _words(article: Article) -> tuple[str, ...]:
    counted = Counter(terms(f"{article.title} {article.text[:WORDS_REACH]}"))
    return tuple(word for word, _ in counted.most_common(WORDS))


def _told(article: Article, extraction: Extraction) -> Iterator[Told]:
    begin = article.lines[0] if article.lines else 1
    own = article.dct.toordinal() if article.dct else None
    for candidate in extraction.candidates:
        days = _days(candidate.date)
        if days:
            of_page = days == (own, own) and not candidate.timex.anchor
            told = _told_in(candidate.sentence, days, candidate.line - begin, "page" if of_page else "candidate")
            yield replace(
                told,
                title=candidate.title,
                status=candidate.status,
                score=candidate.score,
                mention=candidate.mention,
            )
    for passed in extraction.passed:
        dated = {days: timex for timex in passed.timexes if (days := _days_of(timex))}
        for days, timex in dated.items():
            of_page = days == (own, own) and not timex.anchor
            yield _told_in(passed.sentence, days, passed.line - begin, "page" if of_page else "passed")


def _chronicle(article: Article, extraction: Extraction) -> int:
    """How many days, at least `PAST` before its own, an article names by month and day and not as “on Tuesday”."""
    if article.dct is None:
        return 0
    timexes = [candidate.timex for candidate in extraction.candidates]
    timexes += [timex for passed in extraction.passed for timex in passed.timexes]
    named = {days for timex in timexes if _BY_CALENDAR.search(timex.text) and (days := _days_of(timex))}
    return sum(first <= article.dct.toordinal() - PAST for first, _ in named)


def _told_in(sentence: str, days: tuple[int, int], position: int, basis: str) -> Told:
    text = _bounded(sentence)
    return Told(*days, text, position, basis, tuple(terms(text)))


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
