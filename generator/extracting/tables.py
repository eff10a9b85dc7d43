"""Tables of words, written as a linguist would: one after the other, white space between them."""

from __future__ import annotations

__all__ = ["table"]


def table(words: str, *, separator: str | None = None) -> frozenset[str]:
    """The set of the words of a text.

    Args:
        words: The words.
        separator: What stands between them; white space unless told otherwise.
    """
    return frozenset(word.strip() for word in words.split(separator) if word.strip())
