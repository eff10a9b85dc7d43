"""Whether a text reports news or tells history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from generator.extracting.tagger.rule import Match

__all__ = ["is_narrative"]

_FAR = 2
"""A year further than this from the DCT's lies far from it."""
_LEAST = 4
"""Fewer explicit years than these tell nothing about a text."""
_DEICTIC = ("weekday", "relative-", "period", "ago", "iso-")
"""Rules of words that point from the DCT, by the beginning of their names: news has many of them, histories few."""


def is_narrative(
    matches: Sequence[Match], dct: dt.date | None, left_out: Sequence[tuple[Sequence[Match], int]] = ()
) -> bool:
    """Whether most of the explicit years lie far from the DCT, so that days are counted from the last date mentioned.

    Args:
        matches: Every expression of the text.
        dct: When the text was published.
        left_out: Those that come again so many times, and are not among the matches.

    Returns:
        True for a history; always False without a DCT, since then nothing can be far from it.
    """
    if dct is None:
        return False
    far, near = _far_and_near(matches, dct)
    for again, times in left_out:
        further, nearer = _far_and_near(again, dct)
        far, near = far + times * further, near + times * nearer
    return far >= _LEAST and far > 2 * near


def _far_and_near(matches: Sequence[Match], dct: dt.date) -> tuple[int, int]:
    """How many expressions lie far from the DCT, and how many near it."""
    far = near = 0
    for match in matches:
        core = match.core
        year = core["year"]
        if year.isdigit():
            if abs(int(year) - dct.year) > _FAR:
                far += 1
            else:
                near += 1
        elif core.rule.name.startswith(_DEICTIC):
            near += 1
    return far, near
