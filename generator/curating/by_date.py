"""Events by date: those near a date are found without looking at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

from generator.curating.likeness import ordinal
from generator.dates import Edtf

__all__ = ["Calendar"]

MAX_MONTHS = 36
"""A date that spans more months stands in one drawer with all such dates, not in each month's."""

Item = TypeVar("Item", bound=Hashable)


class Calendar(Generic[Item]):
    """Things by date, so that those near a date are found without looking at all of them.

    Days are compared with the days beside them, and with what is vaguer and lies in their month; what is vaguer, with
    all that lies in its months.
    """

    def __init__(self) -> None:
        self._days: defaultdict[int, list[Item]] = defaultdict(list)
        self._vague: defaultdict[int, list[Item]] = defaultdict(list)
        self._months: defaultdict[int, list[Item]] = defaultdict(list)
        self._wide: list[Item] = []

    def add(self, date: Edtf, item: Item) -> None:
        """Put a thing where it is found by its date."""
        months = _months(date)
        if months is None:
            self._wide.append(item)
            return
        for month in months:
            self._months[month].append(item)
            if not _is_day(date):
                self._vague[month].append(item)
        if _is_day(date):
            self._days[ordinal(date.earliest)].append(item)

    def near(self, date: Edtf) -> Iterator[Item]:
        """The things whose date may be this one, each once, in the order of their dates and then of adding."""
        months = _months(date)
        if months is None:
            return iter(self._wide)
        if _is_day(date):
            day = ordinal(date.earliest)
            drawers = [
                *(self._days.get(day + step, []) for step in (-1, 0, 1)),
                *(self._vague.get(m, []) for m in months),
            ]
        else:
            drawers = [self._months.get(month, []) for month in months]
        return iter(dict.fromkeys(item for drawer in drawers for item in drawer))


def _is_day(date: Edtf) -> bool:
    return date.earliest == date.latest


def _months(date: Edtf) -> range | None:
    """The months that a date touches, as numbers; None for one that touches too many."""
    first, last = (12 * day[0] + day[1] for day in (date.earliest, date.latest))
    return range(first, last + 1) if last - first < MAX_MONTHS else None
