"""The records of a job: what the spool holds, but for what was read again since, each reprint with its original."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from generator.curating.propose import Extracted
from generator.extracting import article_key
from generator.reading.article import Article
from generator.reading.reprints import Reprints, credit
from generator.running.spool import Head, Spool
from generator.running.work import Record

if TYPE_CHECKING:
    from generator.curating.ranking import Ranked, Report

__all__ = ["Records"]


class Records:
    """What was found in the articles of a job, in their order.

    Args:
        spool: Where it lies.

    Attributes:
        changed: What was read again, by number: it stands in the place of what lies there.
    """

    def __init__(self, spool: Spool) -> None:
        self.changed: dict[int, Record] = {}
        self._spool = spool

    def heads(self) -> Iterator[Head]:
        """The articles without their bodies."""
        for head in self._spool.heads():
            changed = self.changed.get(head.number)
            if changed is None:
                yield head
            else:
                yield Head(head.number, changed.extracted.article, head.sketch, _mentions(changed))

    def reports(self) -> Reports:
        """What ranking needs, as often as it asks."""
        return Reports(self, self._spool)

    def extracted(self, numbers: Sequence[int] | None = None) -> Iterator[Extracted]:
        """What was found in the articles.

        Args:
            numbers: The numbers of some, or None for all but the copies.
        """
        originals = self._articles(set(self.originals.values()))
        for number, stored in self._spool.extracted(numbers):
            if numbers is None and number in self.copies:
                continue
            found = self.changed[number].extracted if number in self.changed else stored
            original = self.originals.get(article_key(found.article)) if originals else None
            yield dataclasses.replace(found, original=originals[original]) if original else found

    def citing(self, ranking: Sequence[Ranked]) -> list[int]:
        """The numbers of the articles that a ranking cites, in order."""
        mentions = frozenset(mention for each in ranking for mention in each.mentions)
        origins = frozenset(origin for each in ranking if not each.mentions for origin in each.sources)
        again = {number for number, record in self.changed.items() if mentions.intersection(_mentions(record))}
        return sorted({*self._spool.holding(mentions).values(), *self._spool.read_from(origins), *again})

    @property
    def originals(self) -> dict[str, str]:
        """What each reprint among the articles is a reprint of, as `article_key` names them."""
        return self._apart[0]

    @property
    def copies(self) -> frozenset[int]:
        """The numbers of the articles that are the same as one before them: of one address or headline, day and text.

        A later version of an article has the same key and is no copy.
        """
        return self._apart[1]

    @cached_property
    def _apart(self) -> tuple[dict[str, str], frozenset[int]]:
        """The reprints and the copies."""
        stories = Reprints()
        known: set[int] = set()
        copies: set[int] = set()
        for head in self._spool.heads():
            agency, own = credit(head.article)
            key = article_key(head.article)
            stories.add(key, head.sketch, agency, head.article.dct, own=own)
            same = hash((key, head.sketch, head.mentions, head.article.dct))
            if same in known:
                copies.add(head.number)
            known.add(same)
        return dict(stories.reprints()), frozenset(copies)

    def _articles(self, keys: set[str]) -> dict[str, Article]:
        """The articles of some keys, the first of each."""
        found: dict[str, Article] = {}
        for head in self.heads() if keys else ():
            key = article_key(head.article)
            if key in keys:
                found.setdefault(key, head.article)
        return found


@dataclasses.dataclass(frozen=True, slots=True)
class Reports:
    """The reports of a job, which can be gone through again and again."""

    records: Records
    spool: Spool

    def __iter__(self) -> Iterator[Report]:
        """Go through them in the order of the articles."""
        originals, copies = self.records.originals, self.records.copies
        for number, stored in self.spool.reports():
            if number in copies:
                continue
            changed = self.records.changed.get(number)
            report = changed.report if changed and changed.report else stored
            original = originals.get(report.key)
            yield dataclasses.replace(report, original=original) if original else report


def _mentions(record: Record) -> tuple[str, ...]:
    return tuple(candidate.mention for candidate in record.extracted.extraction.candidates)
