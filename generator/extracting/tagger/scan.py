"""Finding: one cheap pass over the words; a word that can begin an expression tries its few rules; the longest wins."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import Any

from generator.extracting.tagger import anchors
from generator.extracting.tagger.calls import (
    ANY_DIGIT,
    DIGITS,
    LONGEST,
    MANIFOLD,
    MANY,
    SECOND,
    SHAPES,
    Calls,
    Ready,
    shape,
)
from generator.extracting.tagger.followers import DIGIT, LETTERS, Pattern
from generator.extracting.tagger.language import Language, expand
from generator.extracting.tagger.languages import language_of
from generator.extracting.tagger.rule import Match, Rule
from generator.extracting.tagger.sweep import Sweep

__all__ = ["Grammar", "fold", "grammar"]

Anchor = tuple[str | Any, ...]
"""A word that can begin an expression: the sign before it, the word, the rest of its figure or None, and what follows
it or None."""

_WORD = re.compile(r"[^\W_]+")
_FOLDS = {
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{THIN SPACE}": " ",
    "\N{EN DASH}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{HYPHEN}": "-",
    "\N{MINUS SIGN}": "-",
    "\N{FIGURE DASH}": "-",
}
_LINE = re.compile(r"\n(?<!\n\n)(?!\n)")
"""A single line break; its sign stands first, so that the search goes from one to the next."""
_ANY_LINE = re.compile(r"(?<![\n\r])\r?\n(?![\r\n])")
"""The same where lines end as on other systems."""


def fold(text: str) -> str:
    """The text in lower case, its quotes, dashes and spaces plain, a single line break a space; of the same length."""
    folded = text.lower()
    if len(folded) != len(text):
        # İ alone has a lower case of two signs; positions must stay.
        folded = "İ".join(part.lower() for part in text.split("İ"))
    if not folded.isascii():
        for char, plain in _FOLDS.items():
            folded = folded.replace(char, plain)
    if "\r" in folded:
        folded = _ANY_LINE.sub(lambda match: " " * len(match[0]), folded)
    elif "\n" in folded:
        folded = _LINE.sub(" ", folded)
    return folded.replace("\t", " ")


_SPACE = re.compile(r"\[[^\]]*\]| \??")


def loosen(source: str) -> str:
    """Let each space of a pattern be one or two, as after a line break; other sets of characters stay as they are."""

    def loose(match: re.Match[str]) -> str:
        if match[0] == "[ -]":
            return "(?:-| {1,2})"
        if match[0][0] == "[":
            return match[0]
        return " {0,2}" if match[0] == " ?" else " {1,2}"

    return _SPACE.sub(loose, source)


class _Called(dict[Anchor, "tuple[Ready, ...] | None"]):
    """The rules that an anchor calls, kept: the same few thousand make up most of all texts."""

    def __init__(self, find: Callable[[Anchor], tuple[Ready, ...] | None]) -> None:
        self._find = find

    def __missing__(self, anchor: Anchor) -> tuple[Ready, ...] | None:
        if len(self) >= _ANCHORS_KEPT:
            self.clear()
        rules = self._find(anchor)
        if len(anchor[1]) <= _LONGEST_KEPT:
            self[anchor] = rules
        return rules


_ANCHORS_KEPT = 20_000
_LONGEST_KEPT = 16
"""A longer word is a row of digits, and will hardly come again."""


class Grammar:
    """The rules, made ready for one language; a rule's pattern is compiled when the first word calls it.

    Args:
        language: The words, and the rules that are made of them.
    """

    def __init__(self, language: Language) -> None:
        self.language = language
        self.articles = frozenset(language.words["the"])
        self.index: dict[str, list[Rule]] = {}
        for rule in language.rules:
            for word in self._first_words(rule):
                self.index.setdefault(word, []).append(rule)
        anchor = anchors.pattern(word for word in {*self.index, *self.articles} if word not in SHAPES)
        self.anchor = re.compile(anchor)
        self.next_anchor = re.compile(rf"([\W_])(?={anchor})")
        self._ready: dict[int, Ready] = {}
        self._calls: dict[str, Calls] = {}
        self.by_anchor = _Called(self._find_called)
        self._by_second_word: dict[tuple[Anchor, str | None], tuple[Ready, ...]] = {}

    def _first_words(self, rule: Rule) -> set[str]:
        words: set[str] = set()
        for start in rule.starts:
            names = self.language.words.get(start, SHAPES if start == "#" else (start,))
            for phrase in names:
                first = _WORD.match(phrase)
                words.add(first.group() if first else phrase)
        return words

    def called(self, text: str, start: int, anchor: Anchor) -> Sequence[Ready]:
        """The rules that a word of a text can begin, by the sign before it and the next one or two words.

        Args:
            text: The folded text.
            start: Where the word stands in it.
            anchor: The word, with what stands beside it.
        """
        rules = self.by_anchor[anchor] or ()
        return rules if len(rules) < MANY else self.narrowed(rules, text, start, anchor)

    def narrowed(self, rules: Sequence[Ready], text: str, start: int, anchor: Anchor) -> Sequence[Ready]:
        """Those of the rules that an anchor calls which what follows the second word leaves (see `called`)."""
        before, word, figure, follower = anchor
        if not follower or not follower.isalpha():
            return rules
        second = SECOND.match(text, start + len(word) + len(figure or ""))
        if second is None:
            return rules
        key = anchor, second[1]
        further = self._by_second_word.get(key)
        if further is None:
            called = self._calls_of(word, figure).by_second_word(follower, second[1])
            further = tuple(ready for ready in called if ready.may_stand_behind(before))
            if len(self._by_second_word) >= _ANCHORS_KEPT:
                self._by_second_word.clear()
            if len(word) <= _LONGEST_KEPT:
                self._by_second_word[key] = further
        return further

    def _find_called(self, anchor: Anchor) -> tuple[Ready, ...] | None:
        """The rules that an anchor calls; None where it calls none, and is no article either."""
        before, word, figure, follower = anchor
        calls = self._calls_of(word, figure)
        rules = calls.by_follower.get(follower, calls.always)
        called = tuple(ready for ready in rules if ready.may_stand_behind(before))
        return called if called or word in self.articles else None

    def _calls_of(self, word: str, figure: str | None) -> Calls:
        key = (word + figure if figure else word).translate(ANY_DIGIT) if word[0] in DIGITS else word
        return self._calls.get(key) or self._find_calls(word, key)

    def _find_calls(self, word: str, key: str) -> Calls:
        kind = shape(word) if word[0] in DIGITS else word
        if kind in MANIFOLD and not (word.isdigit() and len(key) <= LONGEST):
            key = kind
        if key not in self._calls:
            self._calls[key] = Calls(key, tuple(self.ready(rule) for rule in self.index.get(kind, ())))
        return self._calls[key]

    def ready(self, rule: Rule) -> Ready:
        """A rule of the language, compiled when it is first called."""
        if id(rule) not in self._ready:
            source = loosen(expand(rule.pattern, self.language.fragments)) + ("" if rule.prefix else r"(?![^\W_])")
            pattern = Pattern(source, self._openings(rule) if rule.prefix else None)
            self._ready[id(rule)] = Ready(rule, source, pattern)
        return self._ready[id(rule)]

    def _openings(self, prefix: Rule) -> frozenset[str]:
        """How the words may begin that a prefix stands before: those of its rules, and those of other prefixes."""
        return frozenset(
            DIGIT if word in SHAPES else word[:LETTERS]
            for word, rules in self.index.items()
            if any(rule.prefix or rule.name.startswith(prefix.prefix) for rule in rules)
        )

    def matches(self, text: str, folded: str) -> list[Match]:
        """Each expression in the text, from left to right, without overlaps; also what only looks like one.

        Args:
            text: The text as it was written, for its capital letters.
            folded: The same, folded (`fold`).
        """
        return Sweep(self, text, folded).matches()


@functools.cache
def grammar(code: str) -> Grammar:
    """The grammar of a language, made once.

    Raises:
        UnknownLanguageError: There is none for it.
    """
    return Grammar(language_of(code))
