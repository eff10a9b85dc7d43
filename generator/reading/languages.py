"""The language of an article, and whether a line is in another one.

Function words settle most of it: they are a fifth and more of English prose, and counting them costs next to nothing.
Only where they do not settle it is py3langid asked. It needs 0.7 s to load and 0.1 ms a line; on lines of six words
and more from news in thirteen languages it was right 32 times of 34, and its two mistakes were lines of names, about
which it was not sure itself: hence the two limits below.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from generator.reading.tokens import letters

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

__all__ = ["ENGLISH_SHARE", "english_share", "is_foreign", "language_of"]

ENGLISH = frozenset(
    {
        *("the", "of", "and", "to", "in", "a", "that", "said", "is", "was", "for", "on", "with", "as", "by", "at"),
        *("from", "has", "have", "had", "his", "her", "its", "their", "be", "are", "were", "an", "it", "he", "she"),
        *("they", "who", "which", "not", "but", "will", "would", "this", "after", "into", "over", "more", "than"),
        *("also",),
    }
)
"""The commonest function words of English news."""

ENGLISH_SHARE = 0.18
"""A text of which at least this share are such words is English; headlines have fewer, other languages hardly any."""

ENOUGH = 0.7
"""How sure py3langid must be (as a probability) before a line counts as being in another language."""

MIN_WORDS = 6
MIN_CHARACTERS = 36
"""Shorter lines are not judged: names and places alone look like any language."""

SAMPLE = 2000
"""So many characters of an article, or of a line, are enough to tell its language."""

KIN = (
    frozenset({"no", "nb", "nn", "da", "sv"}),
    frozenset({"hr", "sr", "bs", "sl"}),
    frozenset({"cs", "sk"}),
    frozenset({"es", "gl", "ca", "pt"}),
    frozenset({"id", "ms"}),
    frozenset({"ru", "uk", "bg", "be"}),
)
"""Languages so near to each other that one line does not tell them apart."""

DEFAULT = "en"


def language_of(texts: Iterable[str]) -> str:
    """Tell the language of an article.

    Args:
        texts: Its paragraphs, without the furniture that stands in other languages.

    Returns:
        A code of ISO 639-1; English where there is too little to tell by, or nothing sure.
    """
    sample = " ".join(texts)[:SAMPLE]
    if not _is_long_enough(sample) or english_share(sample) >= ENGLISH_SHARE:
        return DEFAULT
    language, sure = _identifier().classify(sample)
    return str(language) if sure >= ENOUGH else DEFAULT


def is_foreign(text: str, language: str) -> bool:
    """Tell whether a line is in another language than its article.

    Args:
        text: The line.
        language: The language of the article, ISO 639-1.

    Returns:
        True only where the line is long enough to judge, and its language is sure and not akin to the article's.
    """
    if not _is_long_enough(text):
        return False
    text = text[:SAMPLE]
    share = english_share(text)
    if language == "en" and share >= ENGLISH_SHARE:
        return False
    other, sure = _identifier().classify(text)
    akin = any(language in family and other in family for family in KIN)
    return bool(other != language and sure >= ENOUGH and not akin)


def _is_long_enough(text: str) -> bool:
    return len(text) >= MIN_CHARACTERS and len(text.split(maxsplit=MIN_WORDS)) >= MIN_WORDS


def english_share(text: str) -> float:
    """The share of a text's words that are function words of English, 0 to 1."""
    words = letters(text.lower())
    return sum(map(ENGLISH.__contains__, words)) / len(words) if words else 0.0


@cache
def _identifier() -> LanguageIdentifier:
    """The model of py3langid, loaded once a process, with probabilities instead of raw scores."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
