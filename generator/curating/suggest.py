"""“Did you mean …?”: the known word that is nearest to one that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Vocabulary", "nearest"]

MAX_LOOKUPS = 200
"""So many unknown words get a suggestion from one vocabulary: in a file with more, their number is the news."""


class Vocabulary:
    """The words that may stand in a place.

    Args:
        words: All of them.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._words = {word: word.casefold() for word in sorted(words)}
        self._found: dict[str, str | None] = {}

    def nearest(self, word: str) -> str | None:
        """The word that a person most likely meant.

        Args:
            word: What was written.

        Returns:
            The word with the fewest slips of the finger (letters added, left out, changed or swapped, letter case
            aside) where those are at most one in three letters; None where nothing is as near.
        """
        if word not in self._found and len(self._found) < MAX_LOOKUPS:
            from rapidfuzz import process
            from rapidfuzz.distance import OSA

            slips = max(1, len(word) // 3)
            best = process.extractOne(word.casefold(), self._words, scorer=OSA.distance, score_cutoff=slips)
            self._found[word] = best[2] if best else None
        return self._found.get(word)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The one of a few known words that a person most likely meant, or None; see `Vocabulary.nearest`."""
    return Vocabulary(known).nearest(word)
