"""A sentence about a timeline, in which what the file says is kept apart from what the program says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

__all__ = ["Sentence", "as_markdown", "as_text"]

LONGEST = 200
"""So much of a value is shown, in characters: enough to know it again."""

_WORD_JOINER = "\N{WORD JOINER}"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~&$])")
_LINKING = re.compile(
    r"(?<=[@#])|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=\bGH)(?=-\d)|(?<=\b[0-9a-f]{3})(?=[0-9a-f]{4,37}\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with places for values.

    Attributes:
        words: The program's own words, with the names of values in braces.
        values: What stands in these places, as the file has it.
        plain: The names of values that are no quotation, such as a date said in words.
    """

    words: str
    values: Mapping[str, str] = field(default_factory=dict)
    plain: tuple[str, ...] = ()

    def say(self, show: Callable[[str], str]) -> str:
        """The sentence as one line.

        Args:
            show: How a value is shown.
        """
        return self.words.format_map(
            {name: show(text) if name in self.plain else f"“{show(text)}”" for name, text in self.values.items()}
        )


def as_text(value: str) -> str:
    """A value for a terminal or a plain text: in one line, cut where it is long, without what moves a cursor."""
    line = " ".join(value.split())
    line = "".join(letter for letter in line if unicodedata.category(letter)[0] != "C" or letter in "\u200c\u200d")
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def as_markdown(value: str) -> str:
    """A value for a comment in Markdown, where it stays words: no markup, no link, nobody called by `@`, no `#12`.

    What GitHub links of its own accord (names, numbers of issues, commits, addresses) is parted by a word joiner, which
    nobody sees: escapes do not stop it.
    """
    return _MARKDOWN.sub(r"\\\1", _LINKING.sub(_WORD_JOINER, as_text(value)))
