"""What stands right beside a match: the word before it, and the word after it. Checks of rules ask for both."""

from __future__ import annotations

import re

__all__ = ["JOINED_WORD", "NEXT_WORD", "word_before"]

NEXT_WORD = re.compile(r" {1,2}([^\W\d_]+)")
"""The word after a match, as its first group."""
JOINED_WORD = re.compile(r"[ -]([^\W\d_]+)")
"""The same, also behind a hyphen."""

_REACH = 16
"""No word that a check asks for is longer, with the space after it."""


def word_before(found: re.Match[str]) -> str:
    """The word before a match, with the marks that stand at it; empty where none does.

    Args:
        found: A match in the folded text.
    """
    start = found.start()
    return found.string[max(0, start - _REACH) : start].rstrip().rpartition(" ")[2]
