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


def is_narrative(matches: Sequence[Match], dct: dt.date | None) -> bool:
    """Whether most of the explicit years lie far from the DCT, so that days are counted from the last date mentioned.

    Args:
        matches: Every expression of the text.
        dct: When the text was published.

    Returns:
        True for a history; always False without a DCT, since then nothing can be far from it.
    """
    if dct is None:
        return False
    years = [int(year) for match in matches if (year := match.core["year"]).isdigit()]
    far = sum(abs(year - dct.year) > _FAR for year in years)
    return len(years) >= _LEAST and far * 2 > len(years)
