"""The headline of a scraped page, and the publisher that its tail may name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.reading.draft import Paragraph, fold, is_prose, word_count
from generator.reading.labels import is_related_heading, label_reason
from generator.reading.press import PAPER_WORDS
from generator.reading.teasers import first_prose, is_glued

__all__ = ["clean_title", "find_title", "split_publisher"]

MIN_WORDS = 3
MAX_WORDS = 28
"""Headlines have so many words."""

TRAILING_TIME = re.compile(
    r"[\s|,–—-]*\b\d{1,2}[/.]\d{1,2}(?:[/.](?:19|20)?\d\d)?(?:,?\s+\d{1,2}:\d{2}(?:\s*[AaPp]\.?[Mm]\.?)?)?\s*$"
)
"""A date in figures, and a time of day, after a headline: `… 02/04 06:20`."""

TAIL = re.compile(r"\s+[–—|-]\s+([^–—|]{2,40})$")
NAME = re.compile(r"^(?:(?:[A-ZÀ-Þ0-9][\w.'’&-]*|of|the|de|del|la|le|and|&|di|der|die|das)\s?){1,6}$")


def find_title(page: Sequence[Paragraph]) -> str:
    """Find the headline of a page.

    A line above the text that the page repeats is the surest; then the first one that looks like a headline; at last,
    where the page lists the article itself among the similar ones, the headline that stands there before its lead.

    Args:
        page: Every paragraph with its furniture.

    Returns:
        The headline as the page has it, or an empty text.
    """
    start = first_prose(page)
    head = [line.text for line in page[:start] if _looks_like_headline(line.text)]
    labels = [fold(clean_title(line.text)) for line in page if not is_prose(line.text)]
    for text in head:
        folded = fold(clean_title(text))
        if sum(folded in label for label in labels) > 1:
            return text
    if head:
        return head[0]
    return _own_teaser(page, start) if start is not None else ""


def clean_title(text: str) -> str:
    """A headline without the publisher and the time that stand after it."""
    return TRAILING_TIME.sub("", split_publisher(text)[0])


def split_publisher(title: str) -> tuple[str, str]:
    """Part a headline from the publisher's name at its end.

    Args:
        title: A headline, such as `Ferry runs again – Harbour Times`.

    Returns:
        The headline and the publisher; an empty publisher where the tail is not the name of one.
    """
    match = TAIL.search(title)
    if match and NAME.match(match[1]) and PAPER_WORDS.intersection(match[1].split()):
        return title[: match.start()].strip(), match[1].strip()
    return title.strip(), ""


def _looks_like_headline(text: str) -> bool:
    """Whether a line may be a headline: as long as one, without a full stop, and no furniture."""
    fits = MIN_WORDS <= word_count(text) <= MAX_WORDS and not text.endswith(".")
    return fits and not label_reason(text) and not is_related_heading(text)


def _own_teaser(page: Sequence[Paragraph], start: int) -> str:
    """The headline that is run into a copy of the article's own first paragraph."""
    lead = page[start].text
    for paragraph in page[start + 1 :]:
        if paragraph.text.endswith(lead) and is_glued(paragraph.text):
            title = paragraph.text.removesuffix(lead).strip()
            if MIN_WORDS <= word_count(title) <= MAX_WORDS:
                return title
    return ""
