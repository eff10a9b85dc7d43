"""The lines of a PDF's pages, put together to paragraphs.

A PDF knows where each letter stands and nothing of sentences: what is extracted are lines as they were set, words
broken at their ends, with the head and the number of each page between them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from generator.reading.article import Removed
from generator.reading.bylines import is_byline, is_date_line
from generator.reading.draft import Paragraph, is_whole

__all__ = ["join_pages"]

EDGE = 2
"""So many lines at the top and at the bottom of a page may be its head and its foot."""

PAGE_NUMBER = re.compile(
    r"^[\s|–—-]*(?:(?:page|seite|página|p\.|s\.)\s*)?\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?[\s|–—-]*$", re.IGNORECASE
)
FIGURES = re.compile(r"\d+")

SHORT = 0.8
"""A line of less than this share of the width ended for a reason."""

HEADING = 0.7
"""A line of less than this share of the width that ends without a full stop, before a capital, is a heading."""

RIGHTS = re.compile(r"(?:©|\(c\)\s|copyright\s+(?:©|\d))", re.IGNORECASE)
"""The beginning of a notice of rights: what a page that is printed to a PDF ends with."""

HEAD = 12
"""Among so many lines at the beginning stand headline, writer and day."""

LIST_ITEM = re.compile(r"^(?:[•·‣▪*–—]|\d{1,2}[.)])\s")
COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
SOFT_HYPHENS = "\xad\u2010"
BROKEN = re.compile(r"([^\W\d_]+)[-\u2010\xad]$")
BEGINNING = re.compile(r"[^\W\d_]+")


def join_pages(pages: Sequence[Sequence[str]]) -> tuple[list[Paragraph], list[Removed]]:
    """Put the lines of pages together to paragraphs.

    A paragraph ends at a blank line, at the end of a sentence in a line that is shorter than the column, before an item
    of a list or a notice of rights, around a heading, and in the first lines of the file around one that only tells who
    wrote it and when; it does not end with its page. A word that was broken at the end of a line is one word again,
    with its hyphen where the text has it so elsewhere.

    Args:
        pages: The lines of each page.

    Returns:
        The paragraphs, each with the number of its page, from 1; and the heads, feet and numbers of pages that were
        left out, with theirs.
    """
    numbered = [[line.replace("\0", "").strip() for line in page] for page in pages]
    kept, removed = _without_margins(numbered)
    lines = [Paragraph(number, words, gap) for number, page in kept for words, gap in page]
    width = _width(lines)
    compounds = {match.lower() for line in lines for match in COMPOUND.findall(line.text)}
    paragraphs: list[Paragraph] = []
    last = ""
    credit = [_is_credit(line.text) for line in lines[:HEAD]] + [False] * len(lines[HEAD:])
    for index, line in enumerate(lines):
        if not last or line.gap or any(credit[index - 1 : index + 1]) or _ends_between(last, line.text, width):
            paragraphs.append(Paragraph(line.line, line.text))
        else:
            head = paragraphs[-1]
            paragraphs[-1] = Paragraph(head.line, _joined(head.text, line.text, compounds))
        last = line.text
    return paragraphs, removed


def _without_margins(
    pages: Sequence[Sequence[str]],
) -> tuple[list[tuple[int, list[tuple[str, bool]]]], list[Removed]]:
    """The lines of each page without its head and foot, each with whether a blank line stands before it."""
    heads = _running_heads(pages)
    kept, removed = [], []
    for number, page in enumerate(pages, start=1):
        edges = _edges(page)
        lines, gap = list[tuple[str, bool]](), False
        for index, words in enumerate(page):
            reason = _margin_reason(words, heads) if index in edges else ""
            if reason:
                removed.append(Removed(number, words, reason))
            elif words:
                lines.append((words, gap and bool(lines)))
            gap = not words or (gap and bool(reason))
        kept.append((number, lines))
    return kept, removed


def _edges(page: Sequence[str]) -> frozenset[int]:
    """The indexes of the lines at the top and at the bottom of a page."""
    said = [index for index, words in enumerate(page) if words]
    return frozenset({*said[:EDGE], *said[-EDGE:]})


def _running_heads(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The lines that stand at the edges of half of the pages, and of two at least, but for their figures."""
    counted = Counter(shape for page in pages for shape in {_shape(page[index]) for index in _edges(page)})
    enough = max(2, math.ceil(len(pages) / 2))
    return frozenset(shape for shape, count in counted.items() if count >= enough)


def _shape(words: str) -> str:
    """A line but for its figures: pages count."""
    return FIGURES.sub("#", words).casefold()


def _margin_reason(words: str, heads: frozenset[str]) -> str:
    """Why a line at the edge of a page is not of the article; empty where it is."""
    if PAGE_NUMBER.match(words):
        return "page number"
    return "running head" if _shape(words) in heads else ""


def _width(lines: Sequence[Paragraph]) -> int:
    """The width of the column in characters: of ten lines one is longer."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _ends_between(upper: str, lower: str, width: int) -> bool:
    """Whether a paragraph ends between two lines of a column."""
    if LIST_ITEM.match(lower) or RIGHTS.match(lower):
        return True
    begins = not lower[0].islower()
    if is_whole(upper):
        return begins and len(upper) < width * SHORT
    return begins and len(upper) < width * HEADING and not upper.endswith((",", ";", "-")) and upper[0].isupper()


def _is_credit(line: str) -> bool:
    """Whether a line tells when the article was published, or by whom it is, and is no end of a sentence."""
    return not is_whole(line) and not line[0].islower() and (is_date_line(line) or is_byline(line))


def _joined(upper: str, lower: str, compounds: set[str]) -> str:
    """Two lines of one paragraph."""
    broken, beginning = BROKEN.search(upper), BEGINNING.match(lower)
    if broken is None or beginning is None or not lower[0].islower():
        return f"{upper} {lower}"
    is_compound = f"{broken[1]}-{beginning[0]}".lower() in compounds
    return upper + lower if is_compound and upper[-1] not in SOFT_HYPHENS else upper[:-1] + lower
