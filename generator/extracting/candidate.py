"""A candidate: an event that the generator proposes and no person has judged yet; and what was passed over, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.dates import Edtf
from generator.extracting.timex import Timex

__all__ = ["Candidate", "Extraction", "Passed"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One sentence of one article that reports something happening at a calendar date.

    Attributes:
        sentence: The sentence, white space normalised.
        line: The number of the line in the file where it begins, from 1.
        timex: The expression that gave the date.
        date: The date, or None where the expression needs a publication date that is not known.
        title: A short headline made from the sentence, without a full stop.
        summary: What happened, in one or two sentences.
        status: `planned` for what is announced, `cancelled` or `postponed` where the sentence says so.
        actors, places: Names in the sentence, as written, most prominent first.
        attributed_to: Whose account it is, or empty.
        quote: A short verbatim passage of the article; empty for a digest.
        score: How likely it is an event worth an entry, 0 to 1.
        confidence: How sure the date is.
        reason: Why it was proposed, in a sentence.
        mention: Fingerprint of article and sentence, ten hexadecimal digits.
    """

    sentence: str
    line: int
    timex: Timex
    date: Edtf | None
    title: str
    summary: str
    status: Literal["happened", "planned", "postponed", "cancelled"]
    actors: tuple[str, ...]
    places: tuple[str, ...]
    attributed_to: str
    quote: str
    score: float
    confidence: Literal["high", "medium", "low"]
    reason: str
    mention: str


@dataclass(frozen=True, slots=True)
class Passed:
    """A sentence that was not proposed.

    Attributes:
        sentence: The sentence, white space normalised.
        line: The number of the line in the file where it begins, from 1.
        reason: Why, such as “no date in it” or “a duration is not an event's date”.
        timexes: The expressions in it.
    """

    sentence: str
    line: int
    reason: str
    timexes: tuple[Timex, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one article gave, each part in the order of the text."""

    candidates: tuple[Candidate, ...]
    passed: tuple[Passed, ...]
