"""How alike two accounts of an event are: by date, by whom they name, and by the words that remain.

Names are compared apart from the other words: in a timeline of two countries everybody is named everywhere, and what
tells two events of one day apart is what was done. Words that say the same thing are folded into one by a table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.curating.words import SAME_WORD, STOP_WORDS
from generator.dates import Edtf, Precision
from generator.dates.edtf import Day

__all__ = ["ALIKE", "CLEARLY_ALIKE", "Account", "account", "likeness", "needed", "ordinal"]

ALIKE = 75.0
"""From here on, of 100, two accounts with the same date are of one event. Found by the pairs in the tests."""

CLEARLY_ALIKE = 90.0
"""What it takes where the dates only may be the same: a day apart, or one a month and the other a day in it."""

SEASON = 92
"""Days: something vaguer around a date says too little to be the same."""

FEW_WORDS = 2
"""Accounts that share fewer words, names aside, are not alike where they are of different places, nor a title and a
sentence: in a sentence much is named in passing."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class Account:
    """What is compared of an event or candidate.

    Attributes:
        date: Its date, or None.
        status: `happened`, `planned`, ….
        names: The words of the names in it.
        places: The words of the places in it.
        title, text: The words of its title and of its summary, folded.
    """

    date: Edtf | None
    status: str
    names: frozenset[str]
    places: frozenset[str]
    title: frozenset[str]
    text: frozenset[str]


def account(  # noqa: PLR0913 what an event and a candidate have in common
    *, date: Edtf | None, status: str, title: str, summary: str, names: Iterable[str], places: Iterable[str] = ()
) -> Account:
    """Make an account of what an event or a candidate says.

    Args:
        date: Its date, or None.
        status: Its status.
        title: Its headline.
        summary: Its sentence or sentences.
        names: Whom it names, aliases included.
        places: Where it happens.

    Returns:
        What `likeness` compares.
    """
    called, where = (frozenset(word for name in some for word in _words(name)) for some in (names, places))
    return Account(date, status, called - STOP_WORDS, where - STOP_WORDS, _content(title), _content(summary))


def likeness(one: Account, other: Account) -> float:
    """How alike two accounts are, their dates aside.

    Args:
        one: What one of them says.
        other: What the other says; the order does not matter.

    Returns:
        From 0 to 100; 0 where they are of different people, or one is planned and the other happened.
    """
    if one.status != other.status or _apart(one.names, other.names) or _of_others(one, other):
        return 0.0
    few = FEW_WORDS if _apart(one.places, other.places) else 1
    aside = _folds(one.names | one.places | other.names | other.places)
    like = [(one.title, other.title, few), (one.text, other.text, few)]
    crosswise = [(one.title, other.text, FEW_WORDS), (one.text, other.title, FEW_WORDS)]
    pairs = [(ours - aside, theirs - aside, least) for ours, theirs, least in like + crosswise]
    return max((_alike(a, b) for a, b, least in pairs if len(a & b) >= least), default=0.0)


def _apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and not ours & theirs


def _of_others(one: Account, other: Account) -> bool:
    """Whether each title names somebody whom the other account does not: “Lee calls Kim” and “Lee calls Park”.

    Where the titles share more names than not, the rest is who told it: “Kremlin: Putin and Xi spoke”.
    """
    ours, theirs = _named(one), _named(other)
    strangers = ours - _folds(other.names) and theirs - _folds(one.names)
    return bool(strangers) and 2 * len(ours & theirs) <= min(len(ours), len(theirs))


def _named(said: Account) -> frozenset[str]:
    """The words of names in a title."""
    return said.title & _folds(said.names)


def _folds(words: Iterable[str]) -> frozenset[str]:
    return frozenset(_folded(word) for word in words)


def _alike(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """The mean of how alike the letters are, which forgives endings, and of the share of words that are the same."""
    share = 100 * len(ours & theirs) / min(len(ours), len(theirs))
    return (share + fuzz.token_set_ratio(_joined(ours), _joined(theirs))) / 2


def needed(one: Edtf | None, other: Edtf | None) -> float | None:
    """How alike two accounts must be to be of one event, by their dates.

    Args:
        one: The date of one of them, or None.
        other: The date of the other, or None; the order does not matter.

    Returns:
        `ALIKE` for the same date, `CLEARLY_ALIKE` for dates that may be the same (a day apart, as time zones have it,
        or a vaguer date around the other), None for dates that are not.
    """
    if one is None or other is None:
        return None
    if (one.earliest, one.latest) == (other.earliest, other.latest):
        return ALIKE
    if one.precision == other.precision == Precision.DAY:
        return CLEARLY_ALIKE if _days_apart(one, other) <= 1 else None
    nested = one.within(other) or other.within(one)
    return CLEARLY_ALIKE if nested and max(_length(one), _length(other)) <= SEASON else None


def _length(date: Edtf) -> int:
    return ordinal(date.latest) - ordinal(date.earliest) + 1


def _days_apart(one: Edtf, other: Edtf) -> int:
    """Days from the end of one to the beginning of the other; 0 where they overlap."""
    first, last = sorted((one, other), key=lambda date: date.sort_key)
    gap = ordinal(last.earliest) - ordinal(first.latest)
    return max(gap, 0)


def ordinal(day: Day) -> int:
    """The number of a day, one more than that of the day before, in any year of the proleptic Gregorian calendar.

    `datetime.date.toordinal` ends at year 1; this is Howard Hinnant's `days_from_civil` (2013).
    """
    year, month, number = day
    year -= month <= 2
    era, of_era = divmod(year, 400)
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + number - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return [re.sub(r"['’]s?$", "", word) for word in _WORD.findall(bare)]


def _content(text: str) -> frozenset[str]:
    return frozenset(_folded(word) for word in _words(text) if word not in STOP_WORDS and not word.isdigit())


def _folded(word: str) -> str:
    return SAME_WORD.get(word) or _stem(word)


def _stem(word: str) -> str:
    """A word without its commonest endings, enough to bring “exports” to “export” and “hailed” to “hail”."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def _joined(words: frozenset[str]) -> str:
    return " ".join(sorted(words))
