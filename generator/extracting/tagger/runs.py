"""Runs: stretches of a text that say the same over and over, as tables, menus and what a machine wrote do.

What is found at a place hangs on the text around it, and what it means on that and on what was mentioned before. So
of a run two equal parts in a row are enough: where nothing differs between them, nothing will in those that follow.
The rest of it is left out, and its expressions are those of the second part, further on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from generator.extracting.tagger.rule import Match
from generator.extracting.timex import Timex, moved

__all__ = ["Gap", "Run", "are_alike", "filled", "parts", "runs", "shortened"]

BEHIND, AHEAD = 128, 192
"""How far from its beginning the text tells of an expression that is no longer than a part: checks and clauses
(`direction`) look 120 signs each way."""
_PROBE = 64
"""So many signs that come again show that a run may be there: hardly any sentence holds them twice."""
_STEP = 512
"""How far one probe lies from the next, and the longest period of a run."""
_PART = 48
"""How long each of the two parts is at least, and what is found in them at most: nothing reaches over a part."""
_LONG_WORD = re.compile(r"\w{40}|\s{40}")
"""A word or gap so long that a pattern could read it beyond the text around a place."""

_start = attrgetter("start")


class Run(NamedTuple):
    """A stretch of a text in which each sign stands again a period further on, as far as that is in it.

    Attributes:
        start, end: The stretch.
        period: After how many signs it begins anew.
    """

    start: int
    end: int
    period: int


class Gap(NamedTuple):
    """Where a part of a run was left out.

    Attributes:
        place: Where, in the shortened text.
        part: How long the part before it is, which is the same as the one before that.
        times: How often the part was left out.
    """

    place: int
    part: int
    times: int


def runs(text: str) -> Iterator[Run]:
    """The runs of a text, in order, none overlapping another: a look at each 512 signs finds the longer ones.

    Args:
        text: Any text.
    """
    end = 0
    for place in range(0, len(text) - BEHIND - AHEAD, _STEP):
        if place < end:
            continue
        again = text.find(text[place : place + _PROBE], place + 1, place + _PROBE + _STEP)
        if again < 0:
            continue
        end = again + _alike(text, place, again)
        if not _LONG_WORD.search(text, place, end):
            yield Run(place, end, again - place)


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


def shortened(text: str) -> tuple[str, list[Gap]]:
    """The text without what its runs say again, and where that stood; the text itself where that is not worth it.

    Args:
        text: Any text.
    """
    kept: list[str] = []
    gaps: list[Gap] = []
    begin = length = 0
    for run in runs(text):
        part = run.period * -(-_PART // run.period)
        place = run.start + BEHIND + 2 * part
        times = (run.end - AHEAD - place) // part
        if times > 1:
            kept.append(text[begin:place])
            length += place - begin
            gaps.append(Gap(length, part, times))
            begin = place + times * part
    return ("".join([*kept, text[begin:]]), gaps) if gaps else (text, gaps)


def parts(matches: Sequence[Match], gap: Gap) -> tuple[Sequence[Match], Sequence[Match]]:
    """The matches, of those of a text in order, that stand in each of the two parts before a gap."""
    places = (gap.place - 2 * gap.part, gap.place - gap.part, gap.place)
    first, middle, end = (bisect_left(matches, place, key=_start) for place in places)
    return matches[first:middle], matches[middle:end]


def are_alike(matches: Sequence[Match], gap: Gap) -> bool:
    """Whether the same was found in the two parts before a gap, with nothing that reaches over a part.

    Args:
        matches: All that was found in the shortened text, also what only looks like an expression.
        gap: The gap.
    """
    earlier = bisect_left(matches, gap.place - 2 * gap.part, key=_start)
    if earlier and matches[earlier - 1].end > gap.place - gap.part - 2:
        return False
    one, other = parts(matches, gap)
    return len(one) == len(other) and all(
        match.end - match.start < _PART - 2
        and (match.start + gap.part, match.end + gap.part) == (again.start, again.end)
        and match.rule is again.rule
        and match.core.rule is again.core.rule
        and match.core.year_ahead == again.core.year_ahead
        for match, again in zip(one, other, strict=True)
    )


def filled(timexes: Sequence[Timex], gaps: Sequence[Gap]) -> list[Timex]:
    """The expressions of the whole text.

    Args:
        timexes: Those of the shortened text, in order.
        gaps: What was left out of it, in order.
    """
    whole: list[Timex] = []
    begin = shift = 0
    for gap in gaps:
        end = bisect_left(timexes, gap.place, key=_start)
        whole += _shifted(timexes[begin:end], shift)
        again = timexes[bisect_left(timexes, gap.place - gap.part, key=_start) : end]
        for _ in range(gap.times):
            shift += gap.part
            whole += _shifted(again, shift)
        begin = end
    return whole + _shifted(timexes[begin:], shift)


def _shifted(timexes: Sequence[Timex], shift: int) -> list[Timex]:
    return [moved(timex, timex.start + shift, timex.end + shift, timex.text) for timex in timexes]
