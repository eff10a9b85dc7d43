"""The pass over one text: from word to word, and from each expression to what follows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.extracting.tagger.calls import DIGITS
from generator.extracting.tagger.rule import Match
from generator.extracting.tagger.runs import AHEAD, BEHIND, Run, runs
from generator.extracting.tagger.search import Search, is_named

if TYPE_CHECKING:
    from generator.extracting.tagger.scan import Grammar

__all__ = ["Sweep"]

_BEFORE_A_NUMBER = frozenset("$€£¥#@")
_CONTINUED = _BEFORE_A_NUMBER | frozenset(".,/-:")
"""Signs that make a number behind them a part of a longer one, unless a match ends right before it."""
_IN_ROWS = frozenset((*DIGITS, ","))
"""What may follow a number that stands among others, as in a table."""
_IN_A_TABLE = re.compile(r" {1,2}[0-9]{1,2}(?![^\W_]|[.:/-])|(?:, {1,2}[0-9]{1,2}){6}(?![^\W_])")
"""What makes one or two digits before it a figure among figures, as in results: no date has two such in a row, no list
of days more than seven."""
_LONGEST = 100
"""A longer match is not taken for one that comes again: what tells of it may lie further ahead."""
_TURNS = 4
"""After so many periods at the latest a run does again what it did."""


class Sweep:
    """One pass over one text.

    Args:
        grammar: The rules.
        text: The text as it was written, for its capital letters.
        folded: The same, folded (`scan.fold`).
    """

    def __init__(self, grammar: Grammar, text: str, folded: str) -> None:
        self.grammar = grammar
        self.text = text
        self.folded = folded
        # The line break before the text is what stands before its first word: all places in it are one further on.
        self._behind_break = "\n" + folded
        self._search = Search(grammar, text, folded)
        self._found: list[Match] = []
        self._end = 0
        """Where the last match ends."""
        self._article, self._after_article = 0, -1
        """The last article, and the place after it."""

    def matches(self) -> list[Match]:
        """Each expression in the text, from left to right, without overlaps; also what only looks like one."""
        place: int | None = 0
        for run in runs(self.text):
            if place is not None and place < run.end:
                place = self._to(place, run.start + BEHIND)
            if place is not None:
                place = self._over(run, place)
        if place is not None:
            self._to(place)
        return self._found

    def _to(self, place: int, stop: int | None = None) -> int | None:
        """Read on from a place, up to the first anchor at `stop` or behind it, and tell where that is."""
        grammar, text, folded, search = self.grammar, self.text, self.folded, self._search
        by_anchor, articles = grammar.by_anchor, grammar.articles
        going = True
        while going:
            going = False
            for found_anchor in grammar.next_anchor.finditer(self._behind_break, place):
                anchor = found_anchor.groups()
                rules = by_anchor[anchor]
                if rules is None and stop is None:
                    continue
                start = found_anchor.end() - 1
                if stop is not None and start >= stop:
                    return start
                if rules is None:
                    continue
                before, word, figure, follower = anchor
                if word[0] in DIGITS and (
                    # Digits go on with what stands before them: a price, a decimal, a date that was refused.
                    (
                        before in _CONTINUED
                        and start - self._end > 1
                        and (before in _BEFORE_A_NUMBER or folded[start - 2 : start - 1].isdigit())
                    )
                    or (follower in _IN_ROWS and not figure and _in_a_table(folded, start, word))
                ):
                    continue
                found = search.longest(start, anchor, rules) if rules else None
                if (
                    found
                    and start == self._after_article
                    and not word.isdigit()
                    and not is_named(text, self._article, start)
                ):
                    found.start = self._article
                elif word in articles and folded.startswith(" ", start + len(word)):
                    self._article, self._after_article = start, start + len(word) + 1
                    found = found and search.or_after_article(found, self._after_article)
                if found:
                    self._found.append(found)
                    self._end = place = found.end
                    going = True
                    break
        return None

    def _over(self, run: Run, place: int) -> int | None:
        """Read a run from a place in it on until all is as it was some periods before; the rest is the same again."""
        known, before, last = len(self._found), self._state(place), run.end - AHEAD
        reached: int | None = place
        for again in range(place + run.period, min(last, place + _TURNS * run.period) + 1, run.period):
            reached = self._to(reached or 0, again)
            if reached is None:
                return None
            if reached == again and self._state(again) == before:
                return again + self._repeat(self._found[known:], again - place, (last - again) // (again - place))
        return reached

    def _repeat(self, block: Sequence[Match], length: int, times: int) -> int:
        """Find the latest matches some times again, and tell how far that leads."""
        if any(match.end - match.start > _LONGEST for match in block):
            return 0
        for turn in range(1, times + 1):
            self._found += [match.again(turn * length) for match in block]
        self._end += times * length
        self._article += times * length
        self._after_article += times * length
        return times * length

    def _state(self, place: int) -> tuple[int, ...]:
        """What the reading of all that follows a place hangs on, apart from the text around it."""
        away = min(place - self._end, 2)
        if self._after_article < place:
            return (away,)
        return away, place - self._article, place - self._after_article


def _in_a_table(folded: str, start: int, word: str) -> bool:
    """Whether a number of one or two digits is one of many."""
    return len(word) < 3 and word.isdigit() and _IN_A_TABLE.match(folded, start + len(word)) is not None
