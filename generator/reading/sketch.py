"""A sketch of an article's text: so few numbers that a million are kept, which tell how much two texts share.

The text is cut into runs of four words (shingles, Broder 1997); each is hashed, and the smallest hashes are kept
(bottom-k, Cohen and Kaplan 2007). Sketches of the same size are a sample of both texts together, so that they tell the
share of runs that two texts have in common, and with the number of runs in each also how much of the one stands in the
other: an article that a paper cut to a third stands wholly in the original, though the two are two thirds different.
It costs one hash a word, where MinHash takes one a word and number; libraries for that bring more than they save here.

The words' hashes are CRC-32, and a run's is Python's own of a tuple of numbers, which is xxHash, without the salt that
texts' have: the same in every process and on every machine of 64 bits.
"""

from __future__ import annotations

import functools
import heapq
import zlib

from generator.reading.article import Article
from generator.reading.tokens import letters_and_digits

__all__ = ["SIZE", "Sketch", "overlap", "sketch"]

SIZE = 63
"""So many hashes are kept: the error of a share is then at most 0.063 (standard deviation, at a share of a half)."""

MIN_RUNS = 30
"""A text of fewer runs of words is a caption or a flash, too short to tell a reprint by."""

KNOWN = 16_384
"""How many words are remembered with their hashes, in 2 MB: nearly all that an article has, others had before it."""

MASK = 0xFFFFFFFF

Sketch = tuple[int, ...]
"""The number of different runs, then the smallest hashes in ascending order (32 bits each); empty for a short text."""


def sketch(article: Article) -> Sketch:
    """Sketch the text of an article: headline, byline and furniture do not count.

    Args:
        article: The article.

    Returns:
        At most 64 numbers; empty where the text is too short to tell by.
    """
    words = list(map(_hashed, letters_and_digits(article.text.casefold())))
    followed = zip(words, words[1:], words[2:], words[3:], strict=False)
    runs = {hash(run) & MASK for run in followed}
    return (len(runs), *sorted(runs)[:SIZE]) if len(runs) >= MIN_RUNS else ()


@functools.lru_cache(maxsize=KNOWN)
def _hashed(word: str) -> int:
    return zlib.crc32(word.encode())


def overlap(one: Sketch, other: Sketch) -> tuple[float, float]:
    """Estimate how much of two texts stands in each other.

    Args:
        one: The sketch of the first, not empty.
        other: That of the second, not empty.

    Returns:
        The share of the first that stands in the second, and that of the second that stands in the first, 0 to 1.
    """
    mine, theirs = set(one[1:]), set(other[1:])
    # Only the smallest hashes of both together are a sample of both: beyond them one sketch may have been cut.
    sample = heapq.nsmallest(SIZE, mine | theirs)
    shared = sum(value in mine and value in theirs for value in sample)
    if not shared:
        return 0.0, 0.0
    alike = shared / len(sample)
    common = alike * (one[0] + other[0]) / (1 + alike)
    return min(common / one[0], 1.0), min(common / other[0], 1.0)
