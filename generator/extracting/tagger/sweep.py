"""The pass over one text: from word to word, and from each expression to what follows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.extracting.tagger.calls import DIGITS
from generator.extracting.tagger.rule import Match
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
        self._end = 0
        """Where the last match ends."""
        self._article, self._after_article = 0, -1
        """The last article, and the place after it."""

    def matches(self) -> list[Match]:
        """Each expression in the text, from left to right, without overlaps; also what only looks like one."""
        matches: list[Match] = []
        place: int | None = 0
        while place is not None:
            found = self._next(place)
            place = None
            if found:
                matches.append(found)
                self._end = place = found.end
        return matches

    def _next(self, place: int) -> Match | None:
        """The first match from a place on."""
        grammar, text, folded, search, end = self.grammar, self.text, self.folded, self._search, self._end
        by_anchor, articles = grammar.by_anchor, grammar.articles
        for found_anchor in grammar.next_anchor.finditer(self._behind_break, place):
            anchor = found_anchor.groups()
            rules = by_anchor[anchor]
            if rules is None:
                continue
            start = found_anchor.end() - 1
            before, word, figure, follower = anchor
            if word[0] in DIGITS and (
                # Digits go on with what stands before them: a price, a decimal, a date that was refused.
                (
                    before in _CONTINUED
                    and start - end > 1
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
                return found
        return None


def _in_a_table(folded: str, start: int, word: str) -> bool:
    """Whether a number of one or two digits is one of many."""
    return len(word) < 3 and word.isdigit() and _IN_A_TABLE.match(folded, start + len(word)) is not None
