"""The headline of a scraped page, and the publisher that its tail may name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from generator.reading.draft import Paragraph, fold, is_prose, word_count
from generator.reading.labels import is_related_heading, label_reason
from generator.reading.press import PAPER_WORDS
from generator.reading.teasers import first_prose, is_glued

__all__ = ["clean_title", "find_title", "split_publisher"]

MIN_WORDS = 3
MAX_WORDS = 28
"""Headlines have so many words."""

MOST = 100
"""A page has fewer lines above its text that look like headlines; of a longer list, so many are looked at."""

TRAILING_TIME = re.compile(
    r"[\s|,–—-]*\b\d{1,2}[/.]\d{1,2}(?:[/.](?:19|20)?\d\d)?(?:,?\s+\d{1,2}:\d{2}(?:\s*[AaPp]\.?[Mm]\.?)?)?\s*$"
)
"""A date in figures, and a time of day, after a headline: `… 02/04 06:20`."""

LONGEST_TAIL = 80
"""What stands after a headline has at most so many characters."""

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
    above = (line.text for line in page[:start] if _looks_like_headline(line.text))
    head = list(islice(above, MOST))
    labels = "\n".join(fold(clean_title(line.text)) for line in page if not is_prose(line.text))
    for text in head:
        if _is_in_two(labels, fold(clean_title(text))):
            return text
    if head:
        return head[0]
    return _own_teaser(page, start) if start is not None else ""


def clean_title(text: str) -> str:
    """A headline without the publisher and the time that stand after it."""
    title = split_publisher(text)[0]
    match = TRAILING_TIME.search(title, max(len(title) - LONGEST_TAIL, 0))
    return title[: match.start()] if match else title


def split_publisher(title: str) -> tuple[str, str]:
    """Part a headline from the publisher's name at its end.

    Args:
        title: A headline, such as `Ferry runs again – Harbour Times`.

    Returns:
        The headline and the publisher; an empty publisher where the tail is not the name of one.
    """
    match = TAIL.search(title, max(len(title) - LONGEST_TAIL, 0))
    if match and NAME.match(match[1]) and PAPER_WORDS.intersection(match[1].split()):
        return title[: match.start()].strip(), match[1].strip()
    return title.strip(), ""


def _looks_like_headline(text: str) -> bool:
    """Whether a line may be a headline: as long as one, without a full stop, and no furniture."""
    fits = MIN_WORDS <= word_count(text) <= MAX_WORDS and not text.endswith(".")
    return fits and not label_reason(text) and not is_related_heading(text)


def _is_in_two(lines: str, text: str) -> bool:
    """Whether at least two of the lines hold a text. They are searched as one, which takes no time a line."""
    first = lines.find(text)
    end = lines.find("\n", first + len(text))
    return first >= 0 and end >= 0 and lines.find(text, end) >= 0


def _own_teaser(page: Sequence[Paragraph], start: int) -> str:
    """The headline that is run into a copy of the article's own first paragraph."""
    lead = page[start].text
    for paragraph in page[start + 1 :]:
        if paragraph.text.endswith(lead) and is_glued(paragraph.text):
            title = paragraph.text.removesuffix(lead).strip()
            if MIN_WORDS <= word_count(title) <= MAX_WORDS:
                return title
    return ""
