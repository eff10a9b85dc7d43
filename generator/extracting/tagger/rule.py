"""A rule: the phrase it is for, and what the phrase means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.extracting.tagger.language import Language
from generator.extracting.tagger.reading import Reading

if TYPE_CHECKING:
    from generator.extracting.tagger.context import Context

__all__ = ["Example", "Match", "Resolver", "Rule"]


class Example(NamedTuple):
    """A sentence that shows what a rule is for, and is its test.

    Attributes:
        text: The sentence.
        dct: The day it was published, or empty where the reading needs none.
        value: The TIMEX3 value of the rule's expression; empty for words that only look like a time.
    """

    text: str
    dct: str
    value: str


@dataclass(slots=True)
class Match:
    """Words that a rule recognised.

    Attributes:
        rule: The rule.
        start, end: The span.
        found: The regular expression's match.
        inner: What the rule's prefix stands before: the “March” of “early March”.
        year_ahead: The year that a date right after it names: 1988 for “May 15” in “May 15 to August 16, 1988”.
    """

    rule: Rule
    start: int
    end: int
    found: re.Match[str]
    inner: Match | None = None
    year_ahead: int | None = None
    _groups: dict[str, str] | None = field(default=None, repr=False)

    def __getitem__(self, name: str) -> str:
        """A group's words; empty for one that took no part."""
        groups = self._groups
        if groups is None:
            groups = self._groups = self.found.groupdict("")
        return groups.get(name, "")

    @property
    def core(self) -> Match:
        """The match without its prefixes."""
        return self.inner.core if self.inner else self


Resolver = Callable[[Match, "Context"], Reading | None]
Check = Callable[["re.Match[str]", str, Language], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """One phrase.

    Attributes:
        name: What a reader is told.
        starts: The classes and words that its first word may be of; `#` for a word that begins with a digit.
        pattern: The phrase, with classes in braces (`generator.extracting.tagger.language.expand`).
        resolve: What it means; None for words that only look like a time (“39-year-old”).
        check: Whether a match may stand, given the text in its original case and the language.
        prefix: The rules that it may stand before, by the beginning of their names, for a rule such as “early …”.
        behind: Signs of which one must stand right before it, a space for any; empty where any sign may.
        examples: Sentences that show it; each is also a test.
    """

    name: str
    starts: tuple[str, ...]
    pattern: str
    resolve: Resolver | None
    check: Check | None = None
    prefix: tuple[str, ...] = field(default=())
    behind: str = ""
    examples: tuple[Example, ...] = field(default=(), repr=False)
