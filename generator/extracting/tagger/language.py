"""What the grammar needs to know of a language: its words, sorted into classes, and a few cues."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.extracting.tagger.rule import Rule

__all__ = ["Language", "Links", "clause_ends", "expand", "numbered", "words"]


@dataclass(frozen=True, slots=True)
class Links:
    """What stands between two dates, as regular expressions; each must match the whole of it.

    Attributes:
        range: Between the ends of a range: “3 to 5 May”.
        both: The same after `opening` with its group `between`: “between March and June”.
        list: Between the dates of a list, of which the last names the year of all.
        opening: What stands before a range; its group `between` for one whose ends `both` joins.
    """

    range: re.Pattern[str]
    both: re.Pattern[str]
    list: re.Pattern[str]
    opening: re.Pattern[str]


@dataclass(frozen=True)
class Language:
    """The words of one language.

    A class is a mapping from words, in lower case, to what they mean; a rule names it in braces, as in
    `{month} {day}`. What a class means is the same in every language: `months` gives 1 to 12, `weekdays` 1 (Monday)
    to 7, `units` the letters of ISO 8601 durations, `seasons` 1 (spring) to 4.

    Attributes:
        code: ISO 639-1.
        words: Each class with its words. An empty meaning is for words that only have to be there.
        patterns: Classes that are a regular expression, each of classes before it: days, years, clocks.
        future: Matches where a clause speaks of what is to come.
        past: Matches where a clause tells what was.
        since: Matches at the end of what stands before an expression that has begun, such as “since”, if the language
            tells it so.
        clause_end: Matches where a clause ends: a mark, or a mark and the word that opens the next clause.
        links: What joins two dates.
        rules: The phrases; where two match equally long, the first wins.
        day_first: Whether 02/04/2026 is in April where nothing else tells.
        thousands: The mark that parts the thousands of a number; the other of comma and point begins its decimals.
        opening_words: An expression opens its clause, so that the verb after it tells its direction, when no more
            words than these stand before it: few where the verb follows the subject, many where it may come last.
    """

    code: str
    words: Mapping[str, Mapping[str, object]]
    patterns: Mapping[str, str]
    future: re.Pattern[str]
    past: re.Pattern[str]
    clause_end: re.Pattern[str]
    links: Links
    rules: tuple[Rule, ...] = field(repr=False)
    day_first: bool = False
    thousands: str = ","
    opening_words: int = 3
    since: re.Pattern[str] | None = None

    def look_up(self, name: str, word: str) -> object:
        """What a word of a class means; spaces and the full stop of an abbreviation may differ from the table's.

        Raises:
            KeyError: The class has no such word.
        """
        words = self.words[name]
        return words[word] if word in words else words[" ".join(word.split()).rstrip(".")]

    def meaning(self, name: str, word: str) -> int:
        """The number that a word of a class stands for, such as 5 for “Friday”."""
        value = self.look_up(name, word)
        if not isinstance(value, int):
            raise TypeError(f"{word} in {name} is no number")
        return value

    def label(self, name: str, word: str) -> str:
        """The letters that a word of a class stands for, such as `D` for “days”."""
        return str(self.look_up(name, word))

    @cached_property
    def fragments(self) -> dict[str, str]:
        """Each class as a regular expression, longer words first, so that “sept” is not read as “sep”."""
        made = {name: alternatives(words) for name, words in self.words.items()}
        for name, pattern in self.patterns.items():
            made[name] = expand(pattern, made)
        return made

    @cached_property
    def clause_marks(self) -> re.Pattern[str]:
        """The signs of which each end of a clause begins with one (`clause_ends`)."""
        return re.compile(self.clause_end.pattern.partition("]")[0] + "]")


def alternatives(words: Mapping[str, object]) -> str:
    """A regular expression for any of the words."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in ordered)


_CLASS = re.compile(r"\{(?P<silent>:?)(?P<name>[a-z_]+)(?:=(?P<group>[a-z_0-9]+))?\}")


def expand(template: str, fragments: Mapping[str, str]) -> str:
    """Replace each class in braces by its regular expression.

    Args:
        template: A regular expression in which `{month}` captures a month's name under the name `month`,
            `{month=first}` under the name `first`, and `{:month}` does not capture.
        fragments: Each class with its regular expression.

    Returns:
        The regular expression.

    Raises:
        KeyError: A class is not known.
    """

    def fragment(match: re.Match[str]) -> str:
        inner = fragments[match["name"]]
        return f"(?:{inner})" if match["silent"] else f"(?P<{match['group'] or match['name']}>{inner})"

    return _CLASS.sub(fragment, template)


def words(listed: str, meaning: object = "") -> dict[str, object]:
    """A class of words that mean the same, given with commas between them."""
    return dict.fromkeys(listed.split(", "), meaning)


def numbered(listed: str, *, first: int = 1) -> dict[str, int]:
    """A class of words that count on from a number, given with commas between them; a gap skips a number."""
    return {word: number for number, word in enumerate(listed.split(", "), start=first) if word}


def clause_ends(marks: str, openers: str, *, unless: str = "", then: str = "") -> re.Pattern[str]:
    """What ends a clause: a mark before a space, a line's end, or a comma with a word that opens the next clause.

    The pattern begins with the marks, and says only then which of them was meant: so the regular expression engine
    passes over a text's letters at a twentieth of the cost of trying each of them.

    Args:
        marks: The signs that end a clause.
        openers: The words, with commas between them.
        unless: Lookbehinds for what a full stop cuts short, each with a `.` for the stop itself.
        then: What must be true behind the comma and its word, as a lookahead.
    """
    words = openers.replace(", ", "|")
    return re.compile(rf"[{marks},\n](?:(?<=\n)|(?<=,) (?:{words})\b{then}|(?<!,)(?=\s|$){unless})")
