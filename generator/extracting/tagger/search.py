"""What matches at a place of a text: the longest phrase, with the prefixes that stand before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.extracting.tagger.calls import MANY, Ready
from generator.extracting.tagger.rule import Match, Rule

if TYPE_CHECKING:
    from generator.extracting.tagger.scan import Anchor, Grammar

__all__ = ["Search", "is_named"]

_WORD = re.compile(r"[^\W_]+")
Found = tuple[Rule, re.Match[str]]
_DEPTH = 3
"""How many prefixes may stand before one another: “about the end of early March” has two."""


class Search:
    """The search of one text; what is found at a place is kept, for the places before it that ask for it too.

    Args:
        grammar: The rules.
        text: The text as it was written, for its capital letters.
        folded: The same, folded (`scan.fold`).
    """

    def __init__(self, grammar: Grammar, text: str, folded: str) -> None:
        self.grammar = grammar
        self.text = text
        self.folded = folded
        self._found: dict[int, list[Found]] = {}
        """The rules that match at a place."""
        self._led_on: dict[int, int] = {}
        """The place that all these lead to, where they are prefixes: “about early about …” is seen at once."""

    def longest(self, start: int, anchor: Anchor, rules: Sequence[Ready]) -> Match | None:
        """The longest match at a place. It hangs on nothing but the text around the place (`runs`).

        Args:
            start: The place.
            anchor: The anchor there.
            rules: The rules that it calls.
        """
        matching = self._found.get(start)
        if matching is None:
            if len(rules) >= MANY:
                rules = self.grammar.narrowed(rules, self.folded, start, anchor)
            matching = self._matching(start, rules)
        elif start in self._led_on and self._only_prefixes(self._led_on[start], 0):
            return None
        return self._longest(start, matching, 0) if matching else None

    def or_after_article(self, found: Match, start: int) -> Match | None:
        """A match that “the” begins, or the one after it, with its article, where that is longer."""
        word = _WORD.match(self.folded, start)
        inner = self._longest(start, self._matching_at(start), 0) if word and not word[0].isdigit() else None
        if inner is None or found.end >= inner.end:
            return found
        if is_named(self.text, found.start, start):
            return None
        inner.start = found.start
        return inner

    def _matching_at(self, start: int) -> list[Found]:
        """The rules that match at a place, where any word may stand."""
        found = self._found.get(start)
        if found is None:
            found = []
            anchor = self.grammar.anchor.match(self.folded, start)
            if anchor:
                word, figure, follower = anchor.groups()
                before = self.folded[start - 1 : start]
                rules = self.grammar.called(self.folded, start, (before, word, figure, follower))
                found = self._matching(start, rules)
            self._found[start] = found
            for rule, match in found:
                if not rule.prefix or match.end() != found[0][1].end():
                    break
            else:
                if found:
                    self._led_on[start] = found[0][1].end()
        return found

    def _matching(self, start: int, rules: Sequence[Ready]) -> list[Found]:
        """Those of some rules that match at a place, but for phrases no longer than one that was found: it wins."""
        matching: list[Found] = []
        reach = start
        for ready in rules:
            rule, found = ready.rule, ready.match(self.folded, start)
            if found is None or (not rule.prefix and found.end() <= reach):
                continue
            if rule.check is None or rule.check(found, self.text, self.grammar.language):
                matching.append((rule, found))
                if not rule.prefix:
                    reach = found.end()
        return matching

    def _longest(self, start: int, matching: Sequence[Found], depth: int) -> Match | None:
        best: Match | None = None
        for rule, found in matching:
            match = self._inner(rule, found, depth) if rule.prefix else Match(rule, start, found.end(), found)
            if match and (best is None or match.end > best.end):
                best = match
        return best

    def _inner(self, rule: Rule, found: re.Match[str], depth: int) -> Match | None:
        """What a prefix stands before, if that is something that it can stand before."""
        start = found.end()
        matching = () if self._only_prefixes(start, depth) else self._matching_at(start)
        inner = self._longest(start, matching, depth + 1) if matching else None
        if inner is None or inner.core.rule.resolve is None or not inner.core.rule.name.startswith(rule.prefix):
            return None
        return Match(rule, found.start(), inner.end, found, inner)

    def _only_prefixes(self, start: int, depth: int) -> bool:
        """Whether nothing but prefixes stands at a place, as many as may stand before one another."""
        place = start
        for _ in range(depth, _DEPTH):
            if place not in self._found:
                self._matching_at(place)
            if place not in self._led_on:
                return False
            place = self._led_on[place]
        return True


def is_named(text: str, article: int, start: int) -> bool:
    """Whether a capital letter after an article shows a name: the article of “the Friday meeting” is the meeting's."""
    return text[start].isupper() and text[article + 1].islower()
