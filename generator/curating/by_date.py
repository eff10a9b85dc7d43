"""Events by date: those near a date are found without looking at all of them.

Of a day of which little is told all are given; of a day with more than `FEW` those that share words with what is looked
for, by way of the words that fewest have. So a day of thousands costs each of them no more than a few looks.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from generator.curating.likeness import ordinal
from generator.dates import Edtf

__all__ = ["FEW", "Calendar", "Drawer"]

FEWEST_DAYS = 28
"""So many days has a month at least: the day after an earlier one is in the same month."""

MAX_MONTHS = 36
"""A date that spans more months stands in one drawer with all such dates, not in each month's."""

FEW = 12
"""So many things of a drawer are looked at without asking for their words, and at most so many of a fuller one."""

MOST_LOOKS = 256
"""So many entries of the index are gone through at most, those of the rarest words first."""

Item = TypeVar("Item", bound=Hashable)

Words = Iterable[str] | Callable[[], Iterable[str]]
"""The words that a thing is found by, or what finds them out when they are needed."""


class Drawer(Generic[Item]):
    """The things of a day or month, and from the `FEW`th on an index of their words."""

    def __init__(self) -> None:
        self._words: dict[Item, set[str]] = {}
        self._index: defaultdict[str, list[Item]] | None = None
        self._waiting: list[tuple[Item, Words]] = []

    def add(self, item: Item, words: Words) -> None:
        """Put a thing where it is found by its words; one that is there may get more of them."""
        # Most drawers are never opened: few days are asked for in a run, and months only for what is vaguer than a day.
        self._waiting.append((item, words))

    def _add(self, item: Item, words: Words) -> None:
        words = words() if callable(words) else words
        known = self._words.setdefault(item, set())
        fresh = set(words) - known
        known |= fresh
        if self._index is not None:
            self._post(item, fresh)
        elif len(self._words) > FEW:
            self._index = defaultdict(list)
            for each, its in self._words.items():
                self._post(each, its)

    def like(self, words: frozenset[str] | None) -> Iterable[Item]:
        """Those that share the rarest of some words, `FEW` at most; all where there are few, or no words are given."""
        for each in self._waiting:
            self._add(*each)
        self._waiting.clear()
        if self._index is None or words is None:
            return self._words
        found = self._index
        posted = sorted((len(found[word]), word) for word in words if word in found)
        shared: defaultdict[Item, float] = defaultdict(float)
        looks = 0
        for count, word in posted:
            if looks >= MOST_LOOKS:
                break
            weight = 1.0 / (1 + count)
            for item in found[word][: MOST_LOOKS - looks]:
                shared[item] += weight
            looks += count
        return heapq.nlargest(FEW, shared, key=shared.__getitem__)

    def _post(self, item: Item, words: Iterable[str]) -> None:
        if self._index is not None:
            for word in sorted(words):
                self._index[word].append(item)


class Calendar(Generic[Item]):
    """Things by date, so that those near a date are found without looking at all of them.

    Days are compared with the days beside them, and with what is vaguer and lies in their month; what is vaguer, with
    all that lies in its months.
    """

    def __init__(self) -> None:
        self._days: defaultdict[int, Drawer[Item]] = defaultdict(Drawer)
        self._vague: defaultdict[int, Drawer[Item]] = defaultdict(Drawer)
        self._months: defaultdict[int, Drawer[Item]] = defaultdict(Drawer)
        self._wide: Drawer[Item] = Drawer()
        self._waiting: defaultdict[int, list[tuple[Edtf, Item, Words]]] = defaultdict(list)

    def add(self, date: Edtf, item: Item, words: Words = ()) -> None:
        """Put a thing where it is found by its date and words; one that is there may get more of both."""
        words = words if callable(words) else frozenset(words)
        months = _months(date)
        if months is None:
            self._wide.add(item, words)
            return
        # Most months are never opened: a run over a few articles asks for few days.
        for month in months:
            self._waiting[month].append((date, item, words))

    def near(self, date: Edtf, words: frozenset[str] | None = None) -> Iterator[Item]:
        """The things whose date may be this one, each once, in the order of their dates and then of adding.

        Args:
            date: The date.
            words: The words that they must share one of where there are many, or None for all things.
        """
        months = _months(date)
        if months is None:
            drawers = [self._wide]
        elif _is_day(date):
            number = date.earliest[2]
            self._open(range(months.start - (number == 1), months.stop + (number >= FEWEST_DAYS)))
            day = ordinal(date.earliest)
            days = (self._days[day + step] for step in (-1, 0, 1) if day + step in self._days)
            drawers = [*days, *(self._vague[month] for month in months if month in self._vague)]
        else:
            self._open(months)
            drawers = [self._months[month] for month in months if month in self._months]
        return iter(dict.fromkeys(item for drawer in drawers for item in drawer.like(words)))

    def _open(self, months: Iterable[int]) -> None:
        """Put what waits for some months into their drawers."""
        for month in months:
            for date, item, words in self._waiting.pop(month, ()):
                self._months[month].add(item, words)
                drawer = self._days[ordinal(date.earliest)] if _is_day(date) else self._vague[month]
                drawer.add(item, words)


def _is_day(date: Edtf) -> bool:
    return date.earliest == date.latest


def _months(date: Edtf) -> range | None:
    """The months that a date touches, as numbers; None for one that touches too many."""
    first, last = (12 * day[0] + day[1] for day in (date.earliest, date.latest))
    return range(first, last + 1) if last - first < MAX_MONTHS else None
