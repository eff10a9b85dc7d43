"""Finding: one cheap pass over the words; a word that can begin an expression tries its few rules; the longest wins."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from generator.extracting.tagger.language import Language, expand
from generator.extracting.tagger.rule import Match, Rule
from generator.extracting.tagger.rules import RULES

__all__ = ["Grammar", "fold", "grammar"]

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
_LINE = re.compile(r"(?<![\n\r])\r?\n(?![\r\n])")
_DIGITS = "0123456789"
_DEPTH = 3
"""How many prefixes may stand before one another: “about the end of early March” has two."""


def fold(text: str) -> str:
    """The text in lower case, its quotes, dashes and spaces plain, a single line break a space; of the same length."""
    folded = text.lower()
    if len(folded) != len(text):
        # Few letters, such as İ, have a longer lower case; positions must stay.
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    if not folded.isascii():
        for char, plain in _FOLDS.items():
            folded = folded.replace(char, plain)
    if "\n" in folded:
        folded = _LINE.sub(lambda match: " " * len(match[0]), folded)
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


class Grammar:
    """The rules, made ready for one language.

    Args:
        language: The words.
        rules: The rules, in the order in which ties are settled.
    """

    def __init__(self, language: Language, rules: Sequence[Rule] = RULES) -> None:
        self.language = language
        index: dict[str, list[tuple[re.Pattern[str], Rule]]] = {}
        for rule in rules:
            source = loosen(expand(rule.pattern, language.fragments))
            ending = "" if rule.prefix else r"(?![^\W_])"
            pattern = re.compile(source + ending)
            for word in self._first_words(rule):
                index.setdefault(word, []).append((pattern, rule))
        self.articles = frozenset(language.words["the"])
        self.index = {word: tuple(entries) for word, entries in index.items()}

    def _first_words(self, rule: Rule) -> set[str]:
        words: set[str] = set()
        for start in rule.starts:
            names = self.language.words.get(start)
            for phrase in names if names is not None else (start,):
                first = _WORD.match(phrase)
                words.add(first.group() if first else phrase)
        return words

    def matches(self, text: str, folded: str) -> Iterator[Match]:
        """Each expression in the text, from left to right, without overlaps; also what only looks like one.

        Args:
            text: The text as it was written, for its capital letters.
            folded: The same, folded (`fold`).
        """
        index, end = self.index, 0
        for word in _WORD.finditer(folded):
            start = word.start()
            key = word.group()
            if start < end:
                continue
            if key[0] in _DIGITS:
                if start - end > 1 and _continues(folded, start):
                    continue
                key = "#" if key not in index else key
            if key in index or key in self.articles:
                found = self.longest(text, folded, start, key)
                if key in self.articles:
                    found = self._after_article(text, folded, word, found)
                if found:
                    end = found.end
                    yield found

    def _after_article(self, text: str, folded: str, article: re.Match[str], found: Match | None) -> Match | None:
        """The expression after “the”, with its article, where it is longer than one that “the” begins itself.

        The article does not belong to a name: “the Friday meeting” is on “Friday”.
        """
        word = _WORD.match(folded, article.end() + 1)
        if word is None or folded[article.end()] != " " or word.group().isdigit():
            return found
        key = "#" if word.group()[0] in _DIGITS else word.group()
        inner = self.longest(text, folded, word.start(), key)
        if inner is None or (found and found.end >= inner.end):
            return found
        if text[word.start()].isupper() and text[article.start() + 1].islower():
            return None
        inner.start = article.start()
        return inner

    def longest(self, text: str, folded: str, start: int, key: str, depth: int = 0) -> Match | None:
        """The longest match of any rule that the word at `start` can begin."""
        best: Match | None = None
        for pattern, rule in self.index.get(key, ()):
            found = pattern.match(folded, start)
            if found is None or (rule.check and not rule.check(found, text, self.language)):
                continue
            match = (
                self._inner(text, folded, rule, found, depth) if rule.prefix else Match(rule, start, found.end(), found)
            )
            if match and (best is None or match.end > best.end):
                best = match
        return best

    def _inner(self, text: str, folded: str, rule: Rule, found: re.Match[str], depth: int) -> Match | None:
        """What a prefix stands before, if that is something that it can stand before."""
        word = _WORD.match(folded, found.end())
        if word is None or depth >= _DEPTH:
            return None
        key = "#" if word.group()[0] in _DIGITS else word.group()
        inner = self.longest(text, folded, found.end(), key, depth + 1)
        if inner is None or inner.core.rule.resolve is None or not inner.core.rule.name.startswith(rule.prefix):
            return None
        return Match(rule, found.start(), inner.end, found, inner)


def _continues(folded: str, start: int) -> bool:
    """Whether digits go on with what stands before them: a price, a decimal, a date that was refused."""
    before = folded[start - 1 : start]
    if before and before in "$€£¥#@":
        return True
    return before in {".", ",", "/", "-", ":"} and folded[start - 2 : start - 1].isdigit()


@functools.cache
def grammar(code: str) -> Grammar:
    """The grammar of a language, made once.

    Raises:
        KeyError: There is no such language.
    """
    from generator.extracting.tagger.english import ENGLISH

    return Grammar({"en": ENGLISH}[code])
