"""How alike two accounts of an event are: by date, by whom they name, and by the words that remain.

Names are compared apart from the other words: in a timeline of two countries everybody is named everywhere, and what
tells two events of one day apart is what was done. Whom both name, and where it happens, only says how alike the other
words must be. Words that say the same thing are folded into one by a table, and a word of few days counts more than
one of many.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from generator.curating.objects import are_others, objects_of
from generator.curating.words import HAPPENINGS, SAME_WORD, STOP_WORDS
from generator.dates import Edtf, Precision, parse
from generator.dates.edtf import Day

__all__ = ["ALIKE", "CLEARLY_ALIKE", "Account", "account", "likeness", "needed", "needed_of", "ordinal"]

ALIKE = 75.0
"""From here on, of 100, two accounts with the same date are of one event. Found by the pairs in the tests, and by
`benchmarks/merging.py`."""

CLEARLY_ALIKE = 80.0
"""What it takes where the dates only may be the same: a day apart, or one a month and the other a day in it."""

SEASON = 92
"""Days: something vaguer around a date says too little to be the same."""

FEW_WORDS = 2
"""Accounts that share fewer words, names aside, are not alike where they are of different places, nor a title and a
sentence: in a sentence much is named in passing."""

SHARED_NAME = 20.0
SHARED_PLACE = 30.0
"""What the rarest name and the rarest place that both have add at most: one that only this day tells of adds all."""

ELSEWHERE = 30.0
"""What speaks against accounts that name different places, and nobody whom both name."""

OTHER_KIND = 20.0
"""What speaks against accounts of different kinds of happenings, all of whose names and places may be the same."""

LONGEST_COMPARED = 2_000
"""Characters of a title or summary: what stands beyond tells no two events apart, and letters cost their square."""

EVERY_WORD = 1.0
"""How rare a word is where nothing is known of the collection."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

_POSSESSIVE = re.compile(r"['’]s?$")

Rare = Callable[[str], float]
"""How rare a word is in a collection, 0 to 1."""


class Span(NamedTuple):
    """The first and last day of a date, as `ordinal` numbers them, and whether it is given in days."""

    first: int
    last: int
    in_days: bool

    def holds(self, other: Span) -> bool:
        """Whether another one lies in it."""
        return self.first <= other.first and other.last <= self.last


@dataclass(frozen=True, slots=True)
class Account:
    """What is compared of an event or candidate.

    Attributes:
        date: Its date, or None.
        span: The bounds of its date, or None.
        status: `happened`, `planned`, ….
        people: Of each actor in it the words of all its names.
        names: The words of all of them.
        places: The words of the places in it; where none is known, what else its title calls by a name of its own.
        title, text: The words of its title and of its summary, folded, names among them.
        said: The words of both.
        aside: The words of names and places, folded.
        headline: Its title as it is written.
    """

    date: Edtf | None
    span: Span | None
    status: str
    people: frozenset[frozenset[str]]
    names: frozenset[str]
    places: frozenset[str]
    title: frozenset[str]
    text: frozenset[str]
    said: frozenset[str]
    aside: frozenset[str]
    headline: str

    @property
    def words(self) -> frozenset[str]:
        """All that it is found by."""
        return self.said | self.aside


def account(  # noqa: PLR0913 what an event and a candidate have in common
    *, date: Edtf | None, status: str, title: str, summary: str, names: Iterable[str], places: Iterable[str] = ()
) -> Account:
    """Make an account of what an event or a candidate says.

    Args:
        date: Its date, or None.
        status: Its status.
        title: Its headline.
        summary: Its sentence or sentences.
        names: Whom it names, an actor a text; one that has several names with all of them.
        places: Where it happens.

    Returns:
        What `likeness` compares.
    """
    people = frozenset(frozenset(_words(name)) - STOP_WORDS for name in names) - {frozenset()}
    called = frozenset(word for words in people for word in words)
    where = frozenset(word for place in places for word in _words(place)) - STOP_WORDS
    told = _content(title), _content(summary)
    aside = _folds(called | where)
    where = where or _proper(title, summary) - called
    said = told[0] | told[1]
    return Account(date, _span(date), status, people, called, where, *told, said, aside, title[:LONGEST_COMPARED])


def likeness(one: Account, other: Account, *, rare: Rare | None = None) -> float:
    """How alike two accounts are, their dates and status aside.

    Args:
        one: What one of them says.
        other: What the other says; the order does not matter.
        rare: How rare a word is in the collection; without it all are alike.

    Returns:
        From 0 to 100; 0 where they are of different people, or nothing that was done is the same.
    """
    if not (one.said & other.said) - one.aside - other.aside:
        return 0.0
    rare = rare or _equally
    known = _shared(one, other, rare)
    if known is None or _of_others(one, other) or _of_other_objects(one, other):
        return 0.0
    elsewhere = _apart(one.places, other.places)
    aside = one.aside | other.aside
    titles, texts = (one.title - aside, other.title - aside), (one.text - aside, other.text - aside)
    few = FEW_WORDS if elsewhere else 1
    compared = [
        (*titles, few),
        (*texts, few),
        (titles[0], texts[1], FEW_WORDS),
        (texts[0], titles[1], FEW_WORDS),
        (one.said - aside, other.said - aside, few),
    ]
    deeds = max((_alike(a, b, rare) for a, b, least in compared if len(a & b) >= least), default=0.0)
    if _of_other_kinds(one, other):
        known = min(known, 0.0) - OTHER_KIND
    return min(100.0, deeds + known) if deeds >= LEAST_DEEDS else 0.0


LEAST_DEEDS = 25.0
"""Of 100: how alike what was done must be, whoever did it and wherever."""


def _equally(_word: str) -> float:
    return EVERY_WORD


def _shared(one: Account, other: Account, rare: Rare) -> float | None:
    """What the names and places that both have say for one event; None where the people are others."""
    if _strangers(one, other):
        return None
    people, places = one.names & other.names, one.places & other.places
    if not people and _apart(one.places, other.places):
        return -ELSEWHERE
    if rare is _equally:
        return 0.0
    who = SHARED_NAME * max(map(rare, people), default=0.0)
    where = SHARED_PLACE * max(map(rare, places), default=0.0)
    return who + where


def _strangers(one: Account, other: Account) -> bool:
    """Whether both name people, and none of the one's may be one of the other's."""
    return bool(one.people and other.people) and not any(_known(person, other) for person in one.people)


def _known(person: frozenset[str], other: Account) -> bool:
    """Whether an account names somebody: “Ann Lee” may be “Lee”, and not “Bo Lee”."""
    return any(person <= each or each <= person for each in other.people)


def _of_other_kinds(one: Account, other: Account) -> bool:
    """Whether both say what kind of thing happened, and not the same: a harbour may burn and be flooded on one day."""
    return _apart(HAPPENINGS & one.said, HAPPENINGS & other.said)


def _apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs) and not ours & theirs


def _of_others(one: Account, other: Account) -> bool:
    """Whether each title names somebody whom the other account does not: “Lee calls Kim” and “Lee calls Park”.

    Where the titles share more people than not, the rest is who told it: “Kremlin: Putin and Xi spoke”.
    """
    ours, theirs = _named(one), _named(other)
    ours_known, theirs_known = (
        sum(_known(person, account) or _folds(person) <= account.said for person in people)
        for people, account in ((ours, other), (theirs, one))
    )
    if ours_known == len(ours) or theirs_known == len(theirs):
        return False
    return 2 * min(ours_known, theirs_known) <= min(len(ours), len(theirs))


_objects = functools.lru_cache(maxsize=1 << 14)(objects_of)
"""What headlines say that something was done to: most accounts are never compared so far, and some often."""


def _of_other_objects(one: Account, other: Account) -> bool:
    """Whether the same was done, and to others: “sanctions on Iran” and “sanctions on Russia”."""
    ours, theirs = _objects(one.headline), _objects(other.headline)
    return bool(ours and theirs) and are_others(ours, theirs, one.words, other.words)


def _named(said: Account) -> list[frozenset[str]]:
    """The people in a title."""
    return [person for person in said.people if said.title & _folds(person)]


@functools.lru_cache(maxsize=1 << 14)
def _folds(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_folded, words))


def _alike(ours: frozenset[str], theirs: frozenset[str], rare: Rare) -> float:
    """The mean of how alike the letters are, which forgives endings, and of the share of words that are the same."""
    # `fsum`, since the order of a set's words differs from process to process, and a sum's last digit with it.
    less, more = sorted((math.fsum(map(rare, ours)), math.fsum(map(rare, theirs))))
    shared = math.fsum(map(rare, ours & theirs))
    # Of a headline of one word all is shared too easily: what the longer one has beside it counts a little.
    share = 100 * shared / (OTHER_SHARE * more + (1 - OTHER_SHARE) * less) if more else 0.0
    return (share + fuzz.token_set_ratio(_joined(ours), _joined(theirs))) / 2


OTHER_SHARE = 0.1
"""How much the longer of two accounts counts in the share of words that are the same."""


def needed(one: Edtf | None, other: Edtf | None) -> float | None:
    """How alike two accounts must be to be of one event, by their dates.

    Args:
        one: The date of one of them, or None.
        other: The date of the other, or None; the order does not matter.

    Returns:
        `ALIKE` for the same date, `CLEARLY_ALIKE` for dates that may be the same (a day apart, as time zones have it,
        or a vaguer date around the other), None for dates that are not.
    """
    return needed_of(_span(one), _span(other))


def needed_of(one: Span | None, other: Span | None) -> float | None:
    """As `needed`, of the bounds of two dates."""
    if one is None or other is None:
        return None
    if one[:2] == other[:2]:
        return ALIKE
    if one.in_days and other.in_days:
        return CLEARLY_ALIKE if max(one.first, other.first) - min(one.last, other.last) <= 1 else None
    nested = one.holds(other) or other.holds(one)
    return CLEARLY_ALIKE if nested and max(one.last - one.first, other.last - other.first) < SEASON else None


def _span(date: Edtf | None) -> Span | None:
    return _span_of(date.text) if date else None


@functools.lru_cache(maxsize=1 << 14)
def _span_of(text: str) -> Span:
    date = parse(text)
    return Span(ordinal(date.earliest), ordinal(date.latest), date.precision == Precision.DAY)


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
    bare = text[:LONGEST_COMPARED].casefold()
    if not bare.isascii():
        bare = "".join(letter for letter in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(letter))
    words: list[str] = _WORD.findall(bare)
    return [_POSSESSIVE.sub("", word) if "'" in word or "’" in word else word for word in words]


def _content(text: str) -> frozenset[str]:
    return frozenset(_folded(word) for word in _words(text) if word not in STOP_WORDS and not word.isdigit())


@functools.lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return SAME_WORD.get(word) or _stem(word)


def _stem(word: str) -> str:
    """A word without its commonest endings, enough to bring “exports” to “export” and “hailed” to “hail”."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def _proper(title: str, summary: str) -> frozenset[str]:
    """The words of a title that are written as names in its sentence too, where no list of places knows them."""
    inner = (match for match in itertools.islice(_WORD.finditer(summary[:LONGEST_COMPARED]), 1, None))
    names = frozenset(word for match in inner if match[0][:1].isupper() for word in _words(match[0]))
    return names.intersection(_words(title)) - STOP_WORDS if names else names


def _joined(words: frozenset[str]) -> str:
    return " ".join(sorted(words))
