"""Which rules a word of a text calls, by what follows it."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.extracting.tagger.followers import DIGIT, FOLLOWER, REST, Pattern
from generator.extracting.tagger.rule import Rule

__all__ = ["ANY_DIGIT", "DIGITS", "LONGEST", "MANIFOLD", "MANY", "SECOND", "SHAPES", "Calls", "Ready", "shape"]

DIGITS = "0123456789"
ANY_DIGIT = str.maketrans(DIGITS, 10 * DIGIT)
SHAPES = ("#2", "#4", "#n", "#th", "#x")
"""Words that begin with a digit: one or two digits, four, as many as it may be, an ordinal, with letters (“5pm”)."""
MANIFOLD = {"#n", "#x"}
"""Shapes whose words have too many forms to know for each what may follow it, even if all digits are the same; but of
`#n` those of digits alone are known, with the rest of their figure of up to `LONGEST` signs."""
LONGEST = 9
SECOND = re.compile(rf" {{1,2}}[^\W_]+{FOLLOWER}")
"""A second word, and what follows it."""
MANY = 3
"""So many rules are worth a look at what follows the second word, before each is tried."""


class Ready:
    """A rule made ready for a language. It is compiled when it is first tried: many are asked only what may follow.

    Args:
        rule: The rule.
        source: Its regular expression, with the words of the language.
        pattern: Tells what may follow a first word of it.

    Attributes:
        match: Finds its pattern at a place of a text.
    """

    __slots__ = ("_source", "match", "pattern", "rule")

    def __init__(self, rule: Rule, source: str, pattern: Pattern) -> None:
        self.rule = rule
        self.pattern = pattern
        self.match: Callable[[str, int], re.Match[str] | None] = self._first_match
        self._source = source

    def _first_match(self, text: str, start: int) -> re.Match[str] | None:
        self.match = re.compile(self._source).match
        return self.match(text, start)

    def may_stand_behind(self, sign: str) -> bool:
        """Whether the sign before a place lets the rule match there."""
        behind = self.rule.behind
        return not behind or sign in behind or (sign.isspace() and " " in behind)


class Calls:
    """The rules that some first words call.

    Args:
        first: The words, as `Pattern.followers` takes them, or a shape of `MANIFOLD`.
        rules: The rules that they can begin.

    Attributes:
        by_follower: The rules that are called by what follows the words.
        always: Those that are called where anything else follows.
    """

    def __init__(self, first: str, rules: tuple[Ready, ...]) -> None:
        self._first = first
        after = [None if first in MANIFOLD else ready.pattern.followers(first) for ready in rules]
        found = list(zip(rules, after, strict=True))
        self.always = tuple(ready for ready, followers in found if followers is None)
        self.by_follower: dict[str | None, tuple[Ready, ...]] = {}
        for follower in frozenset().union(*(followers for followers in after if followers)):
            rules = tuple(ready for ready, followers in found if followers is None or follower in followers)
            self.by_follower.update(dict.fromkeys([follower.replace(DIGIT, digit) for digit in DIGITS], rules))
        self._further: dict[str, Calls] = {}

    def by_second_word(self, follower: str, further_follower: str | None) -> tuple[Ready, ...]:
        """The rules that are called by what follows the second word too.

        Args:
            follower: What follows the first word: letters.
            further_follower: What follows the word that they begin.
        """
        rules = self.by_follower.get(follower, self.always)
        if rules is self.always:
            return rules
        further = self._further.get(follower)
        if further is None:
            further = self._further[follower] = Calls(f"{self._first} {follower}{REST}", rules)
        return further.by_follower.get(further_follower, further.always)


def shape(word: str) -> str:
    """What kind of word one is that begins with a digit, of `SHAPES`."""
    if not word.isascii():
        return "#x"
    if word.isdigit():
        return "#2" if len(word) < 3 else "#4" if len(word) == 4 else "#n"
    ordinal = len(word) < 5 and word[:-2].isdigit() and word.endswith(("st", "nd", "rd", "th"))
    return "#th" if ordinal else "#x"
