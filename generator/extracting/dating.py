"""The date of a reading: the tagger's, put right by the tense of its clause, with how sure it is."""

from __future__ import annotations

import datetime as dt
import functools
import re
from dataclasses import dataclass, replace
from typing import Literal

from generator.dates import Edtf, Precision, parse
from generator.extracting.analysis import Analysis, When
from generator.extracting.readings import Reading
from generator.extracting.status import AHEAD, planned_words
from generator.extracting.tables import table
from generator.extracting.timex import Timex
from generator.extracting.verbs import AUXILIARIES, EVENT_VERBS, base_forms, past_forms
from generator.reading.article import Article

__all__ = ["Dated", "date_of", "is_done", "is_past", "least_sure"]

Confidence = Literal["high", "medium", "low"]

_ORDER: tuple[Confidence, ...] = ("low", "medium", "high")
_HAS_YEAR = re.compile(r"\d{4}|[’']\d\d\b")
_YEAR = re.compile(r"^\d{4}")
_MONTH = dt.timedelta(days=31)
_WEEK = dt.timedelta(days=7)
_DEICTIC = re.compile(
    r"^(?:(?:the\s+)?day\s+after\s+)?(?:yesterday|today|tonight|tomorrow|(?:last|next|this)\s|(?:early|late|later|earlier)\s"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:\s+\w+)?$)",
    re.IGNORECASE,
)
_MONTH_NAME = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
_SET_FOR = re.compile(r"\b(?:is|are|has\s+been|have\s+been)\s+(?:due|expected|scheduled|set|slated)\b|\bwill\b")
_POINTED = re.compile(r"^(?:this|next|coming|last)\b", re.IGNORECASE)
_DAY_NAME = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day$", re.IGNORECASE)
_PROMISED = table("agreed decided vowed pledged promised")
"""Deeds whose own date stands before or right behind them, as in “agreed on Monday to sell the hall”."""
_ANNOUNCED = table("planned scheduled expected intended hoped invited prepared")
_BESIDE = 2
_REACH = 3
"""How far before a verb its auxiliary may stand: “will be officially released”."""
_HAD = frozenset({"had", "did", "was", "were"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its grounds.

    Attributes:
        timex: The expression, its value put right where the tense says so.
        date: The date, or None where it needs a publication date that is not known.
        confidence: How sure it is.
        reason: Why it was read so, where it could be read otherwise.
        planned: Whether the whole of the date lies after the publication.
        doubtful: Whether words such as “today” were counted from another date than the publication, far from it.
        over: Whether the whole of the date lies before the publication.
    """

    timex: Timex
    date: Edtf | None
    confidence: Confidence
    reason: str
    planned: bool = False
    doubtful: bool = False
    over: bool = False


def is_past(analysis: Analysis, reading: Reading) -> bool:
    """Whether the verb of a reading is a simple past, a pluperfect or an unknown word in -ed."""
    if reading.verb is None:
        return False
    word = analysis.words[reading.verb].lower
    return word in past_forms() or word in _HAD or word.endswith("ed")


def is_done(analysis: Analysis, when: When, reading: Reading) -> bool:
    """Whether a date is that of a deed, whatever the deed announces: “approved plans to close the school on Monday”.

    Args:
        analysis: The sentence.
        when: The expression.
        reading: What it dates.
    """
    if reading.verb is None or reading.kind != "event":
        return False
    word = analysis.words[reading.verb].lower
    if not AUXILIARIES.isdisjoint(analysis.lowers[max(reading.first, reading.verb - _REACH) : reading.verb]):
        return False
    if word in _PROMISED:
        return when.last <= reading.verb or when.first - reading.verb <= _BESIDE
    return word in EVENT_VERBS and word in past_forms() and word not in base_forms() and word not in _ANNOUNCED


def date_of(article: Article, analysis: Analysis, when: When, reading: Reading) -> Dated:
    """Date a reading.

    Args:
        article: The article.
        analysis: The sentence.
        when: The expression.
        reading: What it dates.
    """
    timex = _last_week(article, analysis, _last_year(article, analysis, when.timex, reading), reading)
    date = parse(timex.edtf) if timex.edtf else None
    confidence, reason = least_sure(article, timex)
    if date is not None and date.kind == "set":
        confidence = "low"
    ahead = date is not None and article.dct is not None and date.is_after(article.dct)
    unresolved = date is None and AHEAD.search(timex.text) is not None
    doubtful = date is not None and _is_doubtful(article, timex, date)
    over = date is not None and article.dct is not None and date.is_before(article.dct)
    return Dated(timex, date, confidence, reason, planned=ahead or unresolved, doubtful=doubtful, over=over)


def _is_doubtful(article: Article, timex: Timex, date: Edtf) -> bool:
    """Whether “today” or “on Friday” came out more than a month from the publication, by way of another date."""
    if article.dct is None or timex.anchor in {"", article.dct.isoformat()} or not _DEICTIC.match(timex.text):
        return False
    return date.is_before(article.dct - _MONTH) or date.is_after(article.dct + _MONTH)


def least_sure(article: Article, timex: Timex) -> tuple[Confidence, str]:
    """How sure a date is, and what is in doubt: no surer than the publication date from which it is counted.

    Args:
        article: The article.
        timex: The expression.
    """
    published = article.published
    if published is None or timex.anchor != published.value.isoformat():
        return timex.confidence, timex.reason
    reason = timex.reason
    if published.confidence == "low":
        reason = " ".join(filter(None, [reason, "It is counted from a publication date that is itself inferred."]))
    return min(timex.confidence, published.confidence, key=_ORDER.index), reason


@functools.lru_cache(maxsize=4096)
def _is_of_any_year(words: str) -> bool:
    """Whether the words of a date name a month, no year, and nothing that tells which: “Feb. 24”, not “this May”."""
    return not (_HAS_YEAR.search(words) or not _MONTH_NAME.search(words) or _POINTED.match(words))


def _last_year(article: Article, analysis: Analysis, timex: Timex, reading: Reading) -> Timex:
    """“Moscow sent its forces on Feb. 24”, written in December: the February before, since “sent” is past.

    The year nearest the publication date is right for 95 % of days without a year; the tense tells the others.
    """
    dct = article.dct
    if dct is None or timex.edtf is None or not _is_of_any_year(timex.text):
        return timex
    date = parse(timex.edtf)
    clause = analysis.between(reading.first, reading.last)
    ahead = date.kind == "single" and date.is_after(dct) and date.precision <= Precision.MONTH
    behind = date.kind == "single" and date.is_before(dct) and date.precision <= Precision.MONTH
    if behind and reading.verb is not None and _SET_FOR.search(clause):
        year = f"{date.year + 1:04}"
    elif not ahead or not is_past(analysis, reading) or planned_words(clause):
        return timex
    else:
        year = f"{date.year - 1:04}"
    verb = analysis.words[reading.verb].text if reading.verb is not None else ""
    told = "still to come" if behind else "past, so it is the latest one before the article and not the nearest"
    return replace(
        timex,
        value=_YEAR.sub(year, timex.value),
        edtf=_YEAR.sub(year, timex.edtf),
        confidence="medium",
        reason=f"No year is given; “{verb}” tells that it is {told}.",
    )


def _last_week(article: Article, analysis: Analysis, timex: Timex, reading: Reading) -> Timex:
    """“On Thursday a man was admitted” is the Thursday before the article, also where the tagger read one ahead."""
    dct = article.dct
    if dct is None or timex.edtf is None or not _WEEKDAY.match(timex.text) or not is_past(analysis, reading):
        return timex
    clause = "" if reading.kind == "saying" else analysis.between(reading.first, reading.last)
    ahead = dt.date(*parse(timex.edtf).earliest)
    if ahead <= dct or ahead - dct > _WEEK or planned_words(clause):
        return timex
    value = (ahead - _WEEK).isoformat()
    verb = analysis.words[reading.verb].text if reading.verb is not None else ""
    reason = f"“{verb}” is past, so it is the last such day before the article."
    return replace(timex, value=value, edtf=value, confidence="medium", reason=reason)
