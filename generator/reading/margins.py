"""What surrounds the running text: labels above the article, below it and between its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.reading.calendar_dates import MONTH_NAME, WEEKDAY_NAME
from generator.reading.datelines import find_dateline
from generator.reading.draft import Paragraph, is_prose, is_whole, word_count
from generator.reading.languages import ENGLISH_SHARE, english_share

__all__ = ["captions", "margins"]

MAX_SUBHEADING = 10
"""A subheading has at most so many words."""

MAX_LABEL = 14
"""A longer line with the function words of a sentence is one, though it lacks its end."""

TELLS_TIME = re.compile(rf"\d|\b(?:{WEEKDAY_NAME}|{MONTH_NAME}|yesterday|today|tomorrow|last|next|week|month|year)\b")
"""Words of a line that may report an event although it is no sentence, as items of a list do."""

ITEM = re.compile(r"^(?:[-*•·‣▪–—]|\d{1,2}[.)])\s+\S|^.{3,28}?:\s+\S")
"""An item of a list: a bullet or a number; or a date and a colon, as in a chronology."""

PICTURE = re.compile(
    r"\((?:file photo|file|photo|image|representational image|representative image)\b[^)]*\)\W*$"
    r"|\((?:[^()]{0,40}\b)?(?:AP|AFP|Reuters|Getty(?: Images)?|EPA|PTI|ANI|Bloomberg|Xinhua)(?:\b[^()]{0,40})?\)$",
    re.IGNORECASE,
)
"""How a caption ends: with the picture's credit."""

END = 200
"""A credit has at most so many characters."""


def captions(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """Find the captions of pictures that tell no time: they show who is meant, and report nothing.

    Args:
        paragraphs: The page.

    Returns:
        For the index of each, the reason.
    """
    return {
        index: "picture caption"
        for index, paragraph in enumerate(paragraphs)
        if PICTURE.search(paragraph.text[-END:]) and not TELLS_TIME.search(paragraph.text)
    }


def margins(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """Find the labels around and between the running text.

    A line that is no sentence, nor the long beginning of one, is a label: above the first paragraph and below the
    last one always, between them where it is short. A list's item that tells a time stays, since chronologies are
    written so.

    Args:
        paragraphs: What the other rules left of the page.

    Returns:
        For the index of each label, the reason. Where no paragraph is running text, nothing can be told from it.
    """
    prose = [index for index, paragraph in enumerate(paragraphs) if _is_text(paragraph.text)]
    if not prose:
        return {}
    reasons = {}
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if is_whole(text) or _is_text(text) or _is_item(text) or _is_cut_short(text):
            continue
        if index < prose[0]:
            reasons[index] = "page head"
        elif index > prose[-1]:
            reasons[index] = "page foot"
        elif word_count(text) <= MAX_SUBHEADING and not TELLS_TIME.search(text):
            reasons[index] = "subheading"
    return reasons


def _is_text(text: str) -> bool:
    """Whether a paragraph is the article's running text; one that begins with a dateline is, cut short or not."""
    return is_prose(text) or find_dateline(text) is not None


def _is_cut_short(text: str) -> bool:
    """Whether a line is the beginning of a sentence that the page, or who saved it, cut off."""
    return word_count(text) > MAX_LABEL and english_share(text) >= ENGLISH_SHARE


def _is_item(text: str) -> bool:
    """Whether a line is a list's item that tells a time and says more than that."""
    return ITEM.match(text) is not None and TELLS_TIME.search(text) is not None and word_count(text) >= 5
