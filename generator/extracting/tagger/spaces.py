"""Spaces that typesetting doubles: two between words, a space at a line's end, the line ends of other systems.

Rules know one space between two words. A text is read as if it had no more, and what was found is moved back to where
it stands. Wider gaps are left alone, since they part columns; so are empty lines, since they part paragraphs.
"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.extracting.timex import Timex, moved

__all__ = ["Narrowed", "narrowed"]

_SIGNS = ("  ", " \n", "\n ", "\r\n", " \r", "\xa0 ", " \xa0", "\xa0\xa0")
"""One of these stands in every text that has a gap to narrow: to look for them is quicker than to look for gaps."""
_GAP = re.compile(r"[ \t\xa0\r\n](?<![ \t\xa0\r\n][ \t\xa0\r\n])[ \t\xa0\r\n]{1,2}(?![ \t\xa0\r\n])")
"""Two or three of them; the first stands first, so that the search goes from one space to the next."""

_LINE_END = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A text with one space where typesetting had more.

    Attributes:
        text: The text.
        original: The text as it was.
        ends: Where each narrowed gap ends, in the new text, in order.
        lost: How many characters were left out up to each of them.
    """

    text: str
    original: str
    ends: Sequence[int]
    lost: Sequence[int]

    def back(self, timex: Timex) -> Timex:
        """An expression of the new text, as it stands in the old one."""
        start, end = self._place(timex.start), self._place(timex.end - 1) + 1
        return moved(timex, start, end, self.original[start:end])

    def _place(self, position: int) -> int:
        gaps = bisect_right(self.ends, position)
        return position + (self.lost[gaps - 1] if gaps else 0)


@functools.cache
def _parts_paragraphs(gap: str) -> bool:
    """Whether a gap has two line ends, of whatever system. It is kept: there are no more than 150 gaps."""
    return len(_LINE_END.findall(gap)) > 1


@functools.cache
def _single(gap: str) -> str:
    return "\n" if "\n" in gap or "\r" in gap else " "


def narrowed(text: str) -> Narrowed | None:
    """The text with single spaces between words; None where it has no others.

    Args:
        text: Plain text.
    """
    if not any(sign in text for sign in _SIGNS):
        return None
    gaps = [gap for gap in _GAP.finditer(text) if not _parts_paragraphs(gap[0])]
    if not gaps:
        return None
    lost = list(accumulate(len(gap[0]) - 1 for gap in gaps))
    ends = [gap.end() - removed for gap, removed in zip(gaps, lost, strict=True)]
    begins = [0, *(gap.end() for gap in gaps)]
    words = [text[begin : gap.start()] + _single(gap[0]) for begin, gap in zip(begins, gaps, strict=False)]
    return Narrowed("".join([*words, text[begins[-1] :]]), text, ends, lost)
