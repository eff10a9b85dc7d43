"""Who published an article, and whose story it reprints: as far as the page itself says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.reading.datelines import find_dateline
from generator.reading.draft import Paragraph, is_prose
from generator.reading.headline import split_publisher
from generator.reading.labels import label_reason
from generator.reading.press import AGENCIES, PAPER_WORDS

__all__ = ["find_agency", "find_publisher"]

_NAME = r"(?P<name>(?:[A-ZÀ-Þ][\w'’&-]*\s?){1,5})"
MENTIONS = tuple(
    re.compile(form)
    for form in (
        rf"^(?:Join|Follow|Subscribe to|About|Support|Welcome to|Download) (?:the )?{_NAME}\W*$",
        rf"(?:Follow|Like|Join) {_NAME} on\b",
        rf"^(?:Source|Publisher|Published by|Quelle|Fuente|Kilde|Källa|Fonte)\s*:\s*{_NAME}\W*$",
        rf"(?:©|\(c\)|[Cc]opyright)\W*(?:\d{{4}}\W*)?(?:[–-]\s*\d{{4}}\W*)?(?:by )?{_NAME}",
    )
)
"""What a page's furniture says about whose page it is, the surest first."""

OPEN_SOURCE = re.compile(r"^(?:Source|Publisher|Published by|Quelle|Fuente|Kilde|Källa|Fonte)\s*:")
"""Lines that name a publisher of any name; elsewhere a name must hold a word that newspapers are called by."""

LONGEST = 500
"""A line that names a publisher, or an agency at its end, does so within so many characters."""

LAST = 6
"""An article is signed in one of so many last paragraphs, boxes below it included."""

_AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
SIGNED = (
    (re.compile(rf"\((?P<name>{_AGENCY})(?:\s*[/,]\s*(?:{_AGENCY}))*\)\W*$"), ""),
    (re.compile(rf"^(?:©|\(c\)|[Cc]opyright)\W*(?:\d{{4}}\W*)?(?:[Bb]y )?(?P<name>{_AGENCY})(?![\w-])"), ""),
    (re.compile(r"^\(?Reporting by [A-Z][^;()]{3,200};? [Ee]diting by [A-Z]"), "Reuters"),
)
"""How the end of an article is signed: `… (dpa/AFP)`, a line of copyright, and the names of Reuters' desks."""

IN_CREDIT = re.compile(rf"(?<![\w-])(?:{_AGENCY})(?![\w-])")


def find_publisher(page: Sequence[Paragraph], title: str) -> str:
    """Find who published the article.

    Args:
        page: Every paragraph with its furniture.
        title: The headline as the page has it.

    Returns:
        The name at the headline's end, or the one that the furniture names, or an empty text: never a guess.
    """
    publisher = split_publisher(title)[1]
    if publisher:
        return publisher
    texts = (paragraph.text for paragraph in page)
    furniture = [text for text in texts if len(text) <= LONGEST and (not is_prose(text) or label_reason(text))]
    for form in MENTIONS:
        for text in furniture:
            match = form.search(text)
            if match and (OPEN_SOURCE.match(text) or PAPER_WORDS.intersection(match["name"].split())):
                return match["name"].strip()
    return ""


def find_agency(page: Sequence[Paragraph]) -> str:
    """Find the agency whose story the article is.

    Args:
        page: Every paragraph with its furniture.

    Returns:
        The agency of the dateline, or of a line of credit, or an empty text. Pictures' credits do not count: a
        newspaper's own story may carry an agency's picture.
    """
    for paragraph in page:
        dateline = find_dateline(paragraph.text)
        if dateline and dateline.agency:
            return dateline.agency
    for paragraph in page:
        if label_reason(paragraph.text) in {"credit", "byline"}:
            match = IN_CREDIT.search(paragraph.text)
            if match:
                return AGENCIES[match[0]]
    return _signature(page)


def _signature(page: Sequence[Paragraph]) -> str:
    """The agency that signs the end of an article, or an empty text; a picture's credit is no signature."""
    for paragraph in page[-LAST:]:
        text = paragraph.text
        ends = text if len(text) <= LONGEST else f"{text[:LONGEST]} {text[-LONGEST:]}"
        for form, agency in SIGNED:
            match = form.search(ends)
            if match and label_reason(paragraph.text) != "picture credit":
                return agency or AGENCIES[match["name"]]
    return ""
