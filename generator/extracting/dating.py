"""The date of a reading: the tagger's, put right by the tense of its clause, with how sure it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from generator.dates import Edtf, Precision, parse
from generator.extracting.analysis import Analysis, When
from generator.extracting.readings import Reading
from generator.extracting.status import planned_words
from generator.extracting.timex import Timex
from generator.extracting.verbs import past_forms
from generator.reading.article import Article

__all__ = ["Dated", "date_of", "is_past", "least_sure"]

Confidence = Literal["high", "medium", "low"]

_ORDER: tuple[Confidence, ...] = ("low", "medium", "high")
_HAS_YEAR = re.compile(r"\d{4}|[’']\d\d\b")
_YEAR = re.compile(r"^\d{4}")
_HAD = frozenset({"had", "did", "was", "were"})


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with its grounds.

    Attributes:
        timex: The expression, its value put right where the tense says so.
        date: The date, or None where it needs a publication date that is not known.
        confidence: How sure it is.
        reason: Why it was read so, where it could be read otherwise.
    """

    timex: Timex
    date: Edtf | None
    confidence: Confidence
    reason: str


def is_past(analysis: Analysis, reading: Reading) -> bool:
    """Whether the verb of a reading is a simple past, a pluperfect or an unknown word in -ed."""
    if reading.verb is None:
        return False
    word = analysis.words[reading.verb].lower
    return word in past_forms() or word in _HAD or word.endswith("ed")


def date_of(article: Article, analysis: Analysis, when: When, reading: Reading) -> Dated:
    """Date a reading.

    Args:
        article: The article.
        analysis: The sentence.
        when: The expression.
        reading: What it dates.
    """
    timex = _last_year(article, analysis, when.timex, reading)
    date = parse(timex.edtf) if timex.edtf else None
    confidence, reason = least_sure(article, timex)
    if date is not None and date.kind == "set":
        confidence = "low"
    return Dated(timex, date, confidence, reason)


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


def _last_year(article: Article, analysis: Analysis, timex: Timex, reading: Reading) -> Timex:
    """“Moscow sent its forces on Feb. 24”, written in December: the February before, since “sent” is past.

    The year nearest the publication date is right for 95 % of days without a year; the tense tells the others.
    """
    dct = article.dct
    if dct is None or timex.edtf is None or _HAS_YEAR.search(timex.text):
        return timex
    date = parse(timex.edtf)
    clause = analysis.between(reading.first, reading.last)
    ahead = date.kind == "single" and date.is_after(dct) and date.precision <= Precision.MONTH
    if not ahead or not is_past(analysis, reading) or planned_words(clause):
        return timex
    year = f"{date.year - 1:04}"
    verb = analysis.words[reading.verb].text if reading.verb is not None else ""
    return replace(
        timex,
        value=_YEAR.sub(year, timex.value),
        edtf=_YEAR.sub(year, timex.edtf),
        confidence="medium",
        reason=f"No year is given; “{verb}” is past, so it is the latest one before the article and not the nearest.",
    )
