"""Finding: one cheap pass over the words; a word that can begin an expression tries its few rules; the longest wins."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator

from generator.extracting.tagger.language import Language, expand
from generator.extracting.tagger.languages import language_of
from generator.extracting.tagger.rule import Match, Rule

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
SHAPES = ("#2", "#4", "#n", "#th", "#x")
"""Words that begin with a digit: one or two digits, four, as many as it may be, an ordinal, with letters (“5pm”)."""
_CAPTURE = re.compile(r"\(\?P<\w+>")
_BACK_REFERENCE = re.compile(r"\(\?P=\w+\)")
_LETTERS = 3
_SECOND = re.compile(r"[^\W_]+ {1,2}([^\W\d_]{1,3})")
"""The first letters of the word after a word: most that follow “a”, “the” or “in” stand in no rule."""
_ESCAPED = re.compile(r"\\.|\[[^\]]*\]")
Gate = Callable[[str, int], "re.Match[str] | None"]
Ready = tuple[Gate, tuple[tuple[Gate, Rule], ...], bool]
"""What tells which rules can match, the rules, and whether one of them is content with the first word."""
_IN_A_TABLE = re.compile(r" {1,2}[0-9]{1,2}(?![^\W_]|[.:/-])|(?:, {1,2}[0-9]{1,2}){6}(?![^\W_])")
"""What makes one or two digits before it a figure among figures, as in results: no date has two such in a row, no list
of days more than seven."""
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
        self._beginnings = self._second_words()
        self._ready: dict[str, Ready] = {}

    def _first_words(self, rule: Rule) -> set[str]:
        words: set[str] = set()
        for start in rule.starts:
            names = self.language.words.get(start, SHAPES if start == "#" else (start,))
            for phrase in names:
                first = _WORD.match(phrase)
                words.add(first.group() if first else phrase)
        return words

    def _second_words(self) -> frozenset[str]:
        """How every word begins that stands anywhere in a rule, by its first letters."""
        classes = (phrase for words in self.language.words.values() for phrase in words)
        patterns = (*self.language.patterns.values(), *(rule.pattern for rule in self.language.rules))
        literals = (_ESCAPED.sub(" ", pattern) for pattern in patterns)
        found = (word for text in (*classes, *literals) for word in _WORD.findall(text))
        return frozenset(word[:_LETTERS] for word in found)

    def _source(self, rule: Rule) -> str:
        return loosen(expand(rule.pattern, self.language.fragments)) + ("" if rule.prefix else r"(?![^\W_])")

    def _make_ready(self, key: str) -> Ready:
        """The rules of a word, compiled, and one pattern that tells by its groups which of them can match.

        Most words that could begin an expression begin none: one look at all rules is quicker than one at each.
        """
        rules = self.index[key]
        sources = [self._source(rule) for rule in rules]
        entries = tuple((re.compile(source).match, rule) for source, rule in zip(sources, rules, strict=True))
        gate = re.compile("".join(f"(?:(?=({_silent(source)}))|)" for source in sources)).match
        alone = key[0] == "#" or gate(key, 0).lastindex is not None  # type: ignore[union-attr]
        self._ready[key] = gate, entries, alone
        return gate, entries, alone

    def matches(self, text: str, folded: str) -> Iterator[Match]:
        """Each expression in the text, from left to right, without overlaps; also what only looks like one.

        Args:
            text: The text as it was written, for its capital letters.
            folded: The same, folded (`fold`).
        """
        index, articles, end = self.index, self.articles, 0
        for word in _WORD.finditer(folded):
            key = word[0]
            if key not in index:
                if key not in articles and key[0] not in _DIGITS:
                    continue
                if key[0] in _DIGITS:
                    key = shape(key)
            start = word.start()
            if start < end or (key[0] == "#" and start - end > 1 and _continues(folded, start)):
                continue
            if key == "#2" and _IN_A_TABLE.match(folded, word.end()):
                continue
            found = self.longest(text, folded, start, key)
            if key in articles:
                found = self._after_article(text, folded, word, found)
            if found:
                end = found.end
                yield found

    def _after_article(self, text: str, folded: str, article: re.Match[str], found: Match | None) -> Match | None:
        """The expression after “the”, with its article, where it is longer than one that “the” begins itself.

        The article does not belong to a name: “the Friday meeting” is on “Friday”.
        """
        word = _WORD.match(folded, article.end() + 1)
        if word is None or folded[article.end()] != " " or word[0].isdigit():
            return found
        inner = self.longest(text, folded, word.start(), _key(word[0]))
        if inner is None or (found and found.end >= inner.end):
            return found
        if text[word.start()].isupper() and text[article.start() + 1].islower():
            return None
        inner.start = article.start()
        return inner

    def longest(self, text: str, folded: str, start: int, key: str, depth: int = 0) -> Match | None:
        """The longest match of any rule that the word at `start` can begin."""
        if key not in self.index:
            return None
        gate, entries, alone = self._ready.get(key) or self._make_ready(key)
        if not alone:
            second = _SECOND.match(folded, start)
            if second and second[1] not in self._beginnings:
                return None
        seen = gate(folded, start)
        if seen is None or seen.lastindex is None:
            return None
        best: Match | None = None
        for (pattern, rule), words in zip(entries, seen.groups(), strict=True):
            found = pattern(folded, start) if words is not None else None
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
        inner = self.longest(text, folded, found.end(), _key(word[0]), depth + 1)
        if inner is None or inner.core.rule.resolve is None or not inner.core.rule.name.startswith(rule.prefix):
            return None
        return Match(rule, found.start(), inner.end, found, inner)


def shape(word: str) -> str:
    """What kind of word one is that begins with a digit, of `SHAPES`."""
    if word.isdigit():
        return "#2" if len(word) < 3 else "#4" if len(word) == 4 else "#n"
    return "#th" if word[-2:] in {"st", "nd", "rd", "th"} else "#x"


def _key(word: str) -> str:
    return shape(word) if word[0] in _DIGITS else word


def _silent(source: str) -> str:
    """A pattern that captures nothing, and so cannot name again what it captured: it may match more."""
    return _BACK_REFERENCE.sub(".", _CAPTURE.sub("(?:", source))


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
        UnknownLanguageError: There is none for it.
    """
    return Grammar(language_of(code))
