"""The words of an article, each once: which stand in lower case, and which a page glued together."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from generator.extracting.name_words import GLUE

__all__ = ["Vocabulary", "glued_words"]

_LOWER_WORD = re.compile(r"[a-zà-ÿ](?<![\w’'-].)[a-zà-ÿ-]{2,}")
_CAPITALISED = re.compile(r"[A-ZÀ-Þ](?<=\b.)[a-zà-ÿ]+\b")


class Vocabulary(NamedTuple):
    """The words of a text, each once: those in lower case, of three letters and more, and those with one capital."""

    lower: frozenset[str]
    capitalised: frozenset[str]

    @classmethod
    def of(cls, text: str) -> Vocabulary:
        """Tell the words of a text apart."""
        tokens = set(text.replace(",", " ").replace(".", " ").split())
        plain = set(filter(str.isalpha, tokens))
        marked = " ".join(tokens - plain)
        lower = {token for token in filter(str.islower, plain) if len(token) > 2}
        capitalised = {token for token in filter(str.istitle, plain - lower) if len(token) > 1}
        return cls(
            frozenset(lower.union(_LOWER_WORD.findall(marked))),
            frozenset(capitalised.union(_CAPITALISED.findall(marked))),
        )


def glued_words(tokens: Collection[str]) -> dict[str, str]:
    """Words that a page glued together, each with the two words that it was: `Putinand` → `Putin and`.

    Only where the rest is a name that stands on its own elsewhere in the text.

    Args:
        tokens: The capitalised words of the article.
    """
    repaired = {}
    for token in [token for token in tokens if token.endswith(GLUE)]:
        for tail in GLUE:
            stem = token.removesuffix(tail)
            if stem != token and len(stem) > 1 and stem in tokens:
                repaired[token] = f"{stem} {tail}"
                break
    return repaired
