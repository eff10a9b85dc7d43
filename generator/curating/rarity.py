"""How much a word says of an event: the fewer days of a collection it is told of, the more.

Days are counted, and not candidates: what a hundred papers say of one day is no less its own for that, while what is
said of every day tells nothing apart. It is inverse document frequency (Spärck Jones, 1972) with days for documents.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from generator.curating.likeness import Account
from generator.dates.edtf import Day

__all__ = ["Rarity"]

UNSEEN_DAYS = 20
"""Every collection is counted as if it had so many days more: of few articles it cannot be said what is rare."""

UNSEEN = 1.0
"""How rare a word is that the collection does not have."""


class Rarity:
    """How rare the words of a collection are.

    Args:
        accounts: What its candidates say, in any order.
    """

    def __init__(self, accounts: Iterable[Account] = ()) -> None:
        days: Counter[str] = Counter()
        last: dict[str, Day] = {}
        number, latest = 0, None
        for day, words in sorted(
            ((said.date.earliest, said.words) for said in accounts if said.date), key=lambda pair: pair[0]
        ):
            number += day != latest
            latest = day
            for word in words:
                if last.get(word) != day:
                    last[word] = day
                    days[word] += 1
        most = math.log(number + UNSEEN_DAYS)
        by_days = {count: max(0.0, 1.0 - math.log(count + 1.0) / most) for count in set(days.values())}
        self._rare: Mapping[str, float] = {word: by_days[count] for word, count in days.items()}

    def of(self, word: str) -> float:
        """How rare a word is, from 0 for one of every day to 1 for one of a single day of a large collection."""
        return self._rare.get(word, UNSEEN)
