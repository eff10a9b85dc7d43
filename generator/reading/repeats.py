"""Paragraphs that a page holds twice: the headline above and below the picture, the lead as a standfirst, a caption."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from generator.reading.draft import Paragraph, fold, is_prose, word_count

__all__ = ["headlines", "repeats"]

MIN_WORDS = 4
"""Shorter lines may be repeated for a reason, as in a poem or an interview."""

MIN_LEAD = 40
"""A beginning of so many letters is enough to know a paragraph by."""

HEADLINE_EXTRA = 60
"""A line that is the headline may have so many letters more: a section before it, the publisher after it."""


def repeats(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """Find the copies, whole or cut short, of other paragraphs.

    Args:
        paragraphs: The page without its plain furniture.

    Returns:
        For the index of each copy, the reason. Of equal paragraphs the first one stays; of a paragraph and its
        beginning the longer one.
    """
    reasons = {}
    first: dict[str, int] = {}
    for index, paragraph in enumerate(paragraphs):
        folded = fold(paragraph.text)
        if word_count(folded) < MIN_WORDS:
            continue
        if folded in first:
            reasons[index] = "repeated paragraph"
        else:
            first[folded] = index
    ordered = sorted(first)
    for shorter, longer in itertools.pairwise(ordered):
        if len(shorter) >= MIN_LEAD and longer.startswith(shorter):
            reasons[first[shorter]] = "repeated beginning"
    return reasons


def headlines(paragraphs: Sequence[Paragraph], title: str) -> dict[int, str]:
    """Find the lines that are the headline, wherever it stands.

    Args:
        paragraphs: The page.
        title: The headline.

    Returns:
        For the index of each such line, the reason.
    """
    folded = fold(title)
    if not folded:
        return {}
    reasons = {}
    for index, paragraph in enumerate(paragraphs):
        line = fold(paragraph.text)
        near = folded in line and len(line) <= len(folded) + HEADLINE_EXTRA and not is_prose(paragraph.text)
        if line == folded or near:
            reasons[index] = "headline"
    return reasons
