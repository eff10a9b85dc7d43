"""Teasers of other articles, and the readers' comments: text that is on the page and not of the article."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from generator.reading.draft import Paragraph, is_prose
from generator.reading.labels import is_comments_heading, is_read_more, is_related_heading

__all__ = ["comments", "is_glued", "teasers"]

GLUED = re.compile(r"[a-zà-ÿ0-9’'”\"?!][A-ZÀ-Þ][a-zà-ÿ]+\s")
"""A headline run into its lead, as scrapers leave it: `…trip to the northThe minister…`."""

MAX_TEASER_LINES = 3
"""Headline, lead, and a date or a source: a teaser has no more lines above its link."""


def teasers(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """Find the teasers of other articles.

    A teaser stands above a line that leads to it (“Read more”), or below the heading of a box (“Similar news”). One
    such line alone may end an abridged paragraph of the article itself; so that paragraph counts as a teaser only
    where there are more of them, or its headline is run into its lead.

    Args:
        paragraphs: The page.

    Returns:
        For the index of each paragraph to leave out, the reason.
    """
    links = [index for index, paragraph in enumerate(paragraphs) if is_read_more(paragraph.text)]
    reasons = dict.fromkeys(links, "read more")
    boxes = _boxes(paragraphs)
    reasons |= {index: "teaser" for index in boxes if index not in reasons}
    height = _height(links)
    start = first_prose(paragraphs) or 0
    for link in links:
        for index in range(max(link - height, 0), link):
            regular = len(links) > 1 and index > start
            if index not in reasons and (regular or is_glued(paragraphs[index].text)):
                reasons[index] = "teaser"
    return reasons


def comments(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """Find the readers' comments: all that follows their heading.

    Args:
        paragraphs: The page.

    Returns:
        For the index of each paragraph to leave out, the reason.
    """
    start = first_prose(paragraphs)
    if start is None:
        return {}
    for index in range(start + 1, len(paragraphs)):
        if is_comments_heading(paragraphs[index].text):
            return dict.fromkeys(range(index, len(paragraphs)), "comments")
    return {}


def first_prose(paragraphs: Sequence[Paragraph]) -> int | None:
    """The index of the first paragraph of running text, or None."""
    return next((index for index, paragraph in enumerate(paragraphs) if is_prose(paragraph.text)), None)


def is_glued(text: str) -> bool:
    """Whether a headline seems to be run into its lead."""
    return GLUED.search(text) is not None


def _height(links: Sequence[int]) -> int:
    """How many lines a teaser has above its link: told by the distance of the links from each other."""
    distances = [lower - upper for upper, lower in itertools.pairwise(links)]
    return min(max(min(distances, default=2) - 1, 1), MAX_TEASER_LINES)


def _boxes(paragraphs: Sequence[Paragraph]) -> set[int]:
    """The indices of boxes with other articles, from their heading until the article goes on.

    Above the first paragraph of the article such a heading is navigation and has no box. The article goes on where
    two paragraphs of running text follow each other with no link after either.
    """
    start = first_prose(paragraphs)
    if start is None:
        return set()
    inside: set[int] = set()
    in_box = False
    for index in range(start + 1, len(paragraphs)):
        if is_related_heading(paragraphs[index].text):
            in_box = True
        elif in_box and _goes_on(paragraphs, index):
            in_box = False
        if in_box:
            inside.add(index)
    return inside


def _goes_on(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the article goes on at a paragraph."""
    following = paragraphs[index : index + 3]
    pair = following[:2]
    return (
        len(pair) == 2
        and all(is_prose(paragraph.text) and not is_glued(paragraph.text) for paragraph in pair)
        and not any(is_read_more(paragraph.text) for paragraph in following)
    )
