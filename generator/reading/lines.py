"""The lines of a file, and the paragraphs that they make.

A paragraph is one line of an article's text. Mail readers and news wires break their lines at about 78 characters;
such lines are joined again, so that a sentence is never cut in two.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence

from generator.reading.draft import Paragraph, is_whole

__all__ = ["split", "unwrap"]

FILE_LINE = re.compile(r"\r\n|\n|\r")
"""The ends of lines that editors count."""

BREAK_WITHIN = re.compile("[\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""Characters that part a line for a reader, but not for an editor that counts lines."""

EDGES = " \t\xa0\ufeff\u200b\u200e\u200f"

LONG_GAP = re.compile(r"[ \t\xa0]{20,}")
"""A gap within a line that lays out a table or hides text; no word is lost where it is one space."""

WIDE = "  "

MAX_WIDTH = 110
"""Lines were never wrapped wider than this; longer ones are paragraphs already."""

MIN_WIDTH = 40
"""Nor narrower, so that a list of short labels is not taken for wrapped text."""

RAGGED = 0.75
"""A line that is shorter than this share of the width ended for a reason, where the next one begins with a capital."""

LIST_ITEM = re.compile(r"^(?:[-*•·‣▪–—]|\d{1,2}[.)])\s")
OPENS_QUOTE = "“\"'‘(«"
SUSPENDED = frozenset({"and", "or", "to", "und", "et", "y", "og", "och"})
"""Words after which a hyphen stood for a missing part, as in “pre- and post-war”."""


def split(text: str) -> list[Paragraph]:
    """Cut a text into its lines that are not blank, each with its number in the file.

    Args:
        text: The text, with any line ends.

    Returns:
        The lines, white space at their edges left out. Parts of one line of the file that a form feed or a line
        separator (U+2028) parts have the same number.
    """
    paragraphs = []
    gap = True
    lines = FILE_LINE.split(text) if "\r" in text else text.split("\n")
    for number, line in enumerate(lines, start=1):
        # No break, and no white space but the space, is printable: most lines are one part as they stand.
        plain = line.isprintable()
        for index, part in enumerate([line] if plain else BREAK_WITHIN.split(line)):
            words = part.strip(EDGES)
            if not plain or WIDE in words:
                words = LONG_GAP.sub(" ", words)
            if words:
                paragraphs.append(Paragraph(number, words, gap=gap or index > 0))
            gap = not words
    return paragraphs


def unwrap(lines: Sequence[Paragraph], stands_alone: Callable[[str], bool]) -> list[Paragraph]:
    """Join the lines of hard-wrapped text to paragraphs; leave other text as it is.

    In text that was wrapped at a width, a line ends because the next word did not fit. Where it would have fitted,
    the paragraph ended.

    Args:
        lines: The lines, as `split` gives them.
        stands_alone: Tells a line that is never part of a paragraph, such as a button's label.

    Returns:
        The paragraphs, each with the line where it begins.
    """
    width = _wrap_width(lines)
    if not width:
        return list(lines)
    paragraphs: list[Paragraph] = []
    last = ""
    for line in lines:
        alone = line.gap or not last or stands_alone(line.text) or stands_alone(last)
        if alone or _ends_before(last, line.text, width):
            paragraphs.append(line)
        else:
            head = paragraphs[-1]
            paragraphs[-1] = Paragraph(head.line, _join(head.text, line.text), head.gap)
        last = line.text
    return paragraphs


def _wrap_width(lines: Sequence[Paragraph]) -> int:
    """The width at which the text was wrapped, or 0 where it was not.

    The sign is a line that ends within a sentence, followed at once by one that goes on in lower case.
    """
    breaks = [
        len(upper.text)
        for upper, lower in itertools.pairwise(lines)
        if not lower.gap and not is_whole(upper.text) and lower.text[0].islower() and len(upper.text) <= MAX_WIDTH
    ]
    width = max(breaks, default=0)
    if width < MIN_WIDTH or sum(length > width * RAGGED for length in breaks) < max(2, len(breaks) / 2):
        return 0
    return width


def _ends_before(upper: str, lower: str, width: int) -> bool:
    """Whether a paragraph ends between two lines."""
    if max(len(upper), len(lower)) > MAX_WIDTH or LIST_ITEM.match(lower):
        return True
    if lower[0].islower():
        return False
    would_fit = len(upper) + 1 + len(lower.split(maxsplit=1)[0]) <= width
    if is_whole(upper):
        return would_fit
    starts = lower[0].isupper() or lower[0] in OPENS_QUOTE
    return would_fit and starts and len(upper) < width * RAGGED


def _join(upper: str, lower: str) -> str:
    """Two lines of one paragraph; a word that was broken at its own hyphen is one word again."""
    at_hyphen = upper.endswith("-") and upper[-2:-1].isalnum() and lower[0].islower()
    if at_hyphen and lower.split(maxsplit=1)[0] not in SUSPENDED:
        return upper + lower
    return f"{upper} {lower}"
