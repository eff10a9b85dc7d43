"""Runs: stretches of a text that say the same over and over, as tables, menus and what a machine wrote do.

What is found at a place hangs on the text around it alone. So in a run it is found once, and stands again a period
further on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["AHEAD", "BEHIND", "Run", "runs"]

BEHIND, AHEAD = 128, 256
"""How far from its beginning the text tells of a match: checks and clauses (`direction`) look 120 signs each way."""
_PROBE = 64
"""So many signs that come again show that a run may be there: hardly any sentence holds them twice."""
_STEP = 512
"""How far one probe lies from the next, and the longest period of a run."""
_LEAST = BEHIND + AHEAD
"""How long a run is without its periods: its first and last places have surroundings of their own."""
_LONG_WORD = re.compile(r"\w{40}|\s{40}")
"""A word or gap so long that a pattern could read it beyond the text around a place."""


class Run(NamedTuple):
    """A stretch of a text in which each sign stands again a period further on, as far as that is in it.

    Attributes:
        start, end: The stretch.
        period: After how many signs it begins anew.
    """

    start: int
    end: int
    period: int


def runs(text: str) -> Iterator[Run]:
    """The runs of a text, in order, none overlapping another: a look at each 512 signs finds the longer ones.

    Args:
        text: Any text.
    """
    end = 0
    for place in range(0, len(text) - _LEAST, _STEP):
        if place < end:
            continue
        again = text.find(text[place : place + _PROBE], place + 1, place + _PROBE + _STEP)
        if again < 0:
            continue
        end = again + _alike(text, place, again)
        run = Run(place, end, again - place)
        if end - place >= _LEAST + 3 * run.period and not _LONG_WORD.search(text, place, end):
            yield run


def _alike(text: str, one: int, other: int) -> int:
    """How many signs are the same from two places on."""
    count, step = 0, _PROBE
    while step:
        begin = other + count
        if begin + step <= len(text) and text[one + count : one + count + step] == text[begin : begin + step]:
            count, step = count + step, 2 * step
        else:
            step //= 2
    return count
