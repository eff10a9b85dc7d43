"""A report: what one article tells of which days, small enough to be kept for a million articles.

Whoever reads articles in other processes sends reports home, and nothing else need be kept of an article.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePath
from urllib.parse import urlsplit

from generator.curating.ranking.terms import terms
from generator.dates import Precision, parse
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

LEADS = 3
"""How many sentences at an article's head tell of the day on which it was published."""

LEAD_REACH = 1_500
"""Characters in which those are looked for."""

LONGEST_SPAN = 3
"""Days: “at the weekend” is told of its days, “this week” of none of them."""

PAST = 2
"""Days: what an article says of yesterday is news and no chronicle."""

Days = tuple[int, int]
"""The first and last day of a date, as `datetime.date.toordinal` numbers them."""

_BY_CALENDAR = re.compile(r"[^\W\d_]\.?\s+\d|\d\w*\.?\s+(?:of\s+)?[^\W\d_]|\d[-/.]\d")


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of an article, and the day that it tells of.

    Attributes:
        first, last: The first and last day, as `datetime.date.toordinal` numbers them.
        sentence: The sentence with single spaces, at most `LONGEST_TOLD` characters.
        terms: Its terms, in order.
        position: The number of the line on which it stands among the article's lines, from 0.
        basis: `candidate`; `passed` for a sentence that only names the day; `page` for one that names it as the
            article's own date; `lead` for one at the head of an article, which tells of its publication day unnamed.
        title, status, score, mention: Those of the candidate; else empty, and 0.
    """

    first: int
    last: int
    sentence: str
    terms: tuple[str, ...]
    position: int
    basis: str
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
        words: The terms that these sentences and the title have most often, at most `WORDS`.
        chronicle: How many days before its own it names by the calendar: many in a chronology.
        original: The key of the article that it reprints, or empty.
        called: What an editor knows it by where it has no headline: its publisher, else its host, else its file.
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
    called: str = ""


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
    host = (urlsplit(article.url).hostname or "").removeprefix("www.")
    told = [*_leads(article, extraction), *sorted(_dated(article, extraction), key=lambda told: told.position)]
    title = " ".join(article.title.split())[:LONGEST_TOLD]
    return Report(
        key=key,
        origin=article.origin,
        title=title,
        voice=(article.agency or article.publisher or host or key).casefold(),
        published=article.dct.toordinal() if article.dct else None,
        told=tuple(told),
        words=_words(title, told),
        chronicle=_chronicle(article, extraction),
        original=original,
        called=article.publisher or host or PurePath(article.origin).name,
    )


def _leads(article: Article, extraction: Extraction) -> Iterator[Told]:
    """The first sentences, but those that tell when: “She signed it on 3 March” is no news of the 12th."""
    if article.dct is None:
        return
    day = article.dct.toordinal()
    elsewhere = {
        " ".join(sentence.split())
        for sentence, timex in _expressions(extraction)
        if timex.edtf and timex.type in {"DATE", "TIME"} and _is_told_of(timex.edtf, article.dct)
    }
    for position, sentence in enumerate(split(article.text[:LEAD_REACH], article.language)[:LEADS]):
        if " ".join(sentence.text.split()) not in elsewhere:
            yield Told(day, day, *_read(sentence.text), position, "lead")


def _expressions(extraction: Extraction) -> Iterator[tuple[str, Timex]]:
    for candidate in extraction.candidates:
        yield candidate.sentence, candidate.timex
    for passed in extraction.passed:
        for timex in passed.timexes:
            yield passed.sentence, timex


def _is_told_of(edtf: str, published: dt.date) -> bool:
    """Whether who reads a date takes the sentence to be of it: a day, or a week or month that is not the article's."""
    if _days(edtf):
        return True
    date, own = parse(edtf), (published.year, published.month, published.day)
    near = date.latest[0] * 12 + date.latest[1] - date.earliest[0] * 12 - date.earliest[1] <= 1
    return near and date.kind != "set" and not date.earliest <= own <= date.latest


def _dated(article: Article, extraction: Extraction) -> Iterator[Told]:
    """The sentences that name a day: a candidate's by its own reading, a passed one's by its expressions."""
    begin = article.lines[0] if article.lines else 1
    for candidate in extraction.candidates:
        days = _days(candidate.date.text) if candidate.date else None
        if days:
            basis = "page" if _is_own(article, days, candidate.timex) else "candidate"
            read = _read(candidate.sentence)
            position = candidate.line - begin
            title, status = candidate.title, candidate.status
            yield Told(*days, *read, position, basis, title, status, candidate.score, candidate.mention)
    for passed in extraction.passed:
        dated = {days: timex for timex in passed.timexes if (days := _days_of(timex))}
        for days, timex in dated.items():
            basis = "page" if _is_own(article, days, timex) else "passed"
            yield Told(*days, *_read(passed.sentence), passed.line - begin, basis)


def _is_own(article: Article, days: Days, timex: Timex) -> bool:
    """Whether an expression says in full the day on which the article was published, as a page's head does."""
    return article.dct is not None and days == (article.dct.toordinal(),) * 2 and not timex.anchor


def _words(title: str, told: Iterable[Told]) -> tuple[str, ...]:
    """The commonest terms of the sentences that say most; a sentence that tells of two days counts once."""
    counted = Counter(terms(title))
    for read in {each.sentence: each.terms for each in told}.values():
        counted.update(read)
    return tuple(word for word, _ in counted.most_common(WORDS))


def _chronicle(article: Article, extraction: Extraction) -> int:
    """How many days, at least `PAST` before its own, an article names by month and day and not as “on Tuesday”."""
    if article.dct is None:
        return 0
    timexes = [candidate.timex for candidate in extraction.candidates]
    timexes += [timex for passed in extraction.passed for timex in passed.timexes]
    named = {days for timex in timexes if _BY_CALENDAR.search(timex.text) and (days := _days_of(timex))}
    return sum(first <= article.dct.toordinal() - PAST for first, _ in named)


@functools.lru_cache(maxsize=64)
def _read(sentence: str) -> tuple[str, tuple[str, ...]]:
    """A sentence as it is kept, with its terms; remembered, since one may tell of several days."""
    text = " ".join(sentence.split())
    if len(text) > LONGEST_TOLD:
        text = f"{text[: text.rfind(' ', 0, LONGEST_TOLD)]} …"
    return text, tuple(terms(text))


def _days_of(timex: Timex) -> Days | None:
    return _days(timex.edtf) if timex.edtf and timex.type in {"DATE", "TIME"} else None


@functools.lru_cache(maxsize=1 << 14)
def _days(edtf: str) -> Days | None:
    """The first and last day of a date that is no vaguer than a few days, of the calendar's years from 1 on."""
    date = parse(edtf)
    if date.precision is not Precision.DAY or date.kind == "set":
        return None
    if date.earliest[0] < dt.MINYEAR or date.latest[0] > dt.MAXYEAR:
        return None
    first, last = dt.date(*date.earliest).toordinal(), dt.date(*date.latest).toordinal()
    return (first, last) if last - first < LONGEST_SPAN else None
