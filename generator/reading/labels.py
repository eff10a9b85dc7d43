"""Tell what one line of a page is: a button, a heading of a box, a link, a byline, a list of topics; or none of these.

Each function looks at the line alone and at the tables of `phrases`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable

from generator.reading import phrases, press
from generator.reading.bylines import is_byline, is_date_line
from generator.reading.draft import is_prose, is_whole, word_count

__all__ = ["is_comments_heading", "is_layout", "is_read_more", "is_related_heading", "label_reason", "stands_alone"]

SHORT = 30
"""A line of furniture has at most so many words; longer ones are judged as paragraphs."""

MARKS = " \t\xa0|•·*:.…!?»›>«‹<→←▶►➔↗-–—()[]\"'“”‘’"
"""What surrounds a label without being part of it."""

LONGEST = 500
"""Nor more characters than so many words have."""

LAYOUT = re.compile(r"[\W\d_]*+(?:\b[a-zA-Z][\W\d_]*+)?")
"""Nothing but marks, figures and at most one letter: borders of tables, counters, closing crosses."""

FULL_DATE_IN_FIGURES = re.compile(r"(?:19|20)\d\d\D+\d\d?\D+\d\d?|\d\d?[/.-]\d\d?[/.-](?:19|20)\d\d")
WEATHER = re.compile(r"^[^\W\d][\w .,'’-]{0,40}?\s*-?\d{1,3}\s?°?\s?[CF]$")
BREADCRUMB = re.compile(r"\s(?:/|>|»|›|→|::)\s")
HOME = re.compile(r"\bhome\s*(?:/|>|»|›|→|\||::)", re.IGNORECASE)
TIGHT_COMMA = re.compile(r",(?=\S)(?!\d)")
BARS = re.compile(r"\s*\|\s*")
COUNTED_COMMENTS = re.compile(r"(?:\d+ comments?|comments? \(\d+\))", re.IGNORECASE)
RELATED_PREFIX = re.compile(r"^([^:]{4,40}):(?=\S)")
MIN_TOPICS = 3


def fold_label(text: str) -> str:
    """A line as the tables write it: lower case, straight apostrophes, without the marks around it."""
    return text.casefold().replace("’", "'").strip(MARKS)


def _alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the phrases, the longest first, so that a phrase never hides a longer one."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


INLINE_LINK = re.compile(rf"^[^\w]*(?:{_alternatives(phrases.INLINE_LINKS)})\s*[:|»›>–—-]\s*\S")
OPENING = {reason: re.compile(rf"^(?:{_alternatives(words)})(?![^\W\d])") for reason, words in phrases.OPENINGS.items()}
WITHIN = {reason: re.compile(rf"(?:{_alternatives(words)})") for reason, words in phrases.WITHIN.items()}
LABEL = {reason: re.compile(rf"(?<!\w)(?:{_alternatives(words)})") for reason, words in phrases.LABELS.items()}
WHOLE = {phrase: reason for reason, words in phrases.WHOLE_LINES.items() for phrase in words}
CREDIT = re.compile(rf"^\W*(?:{_alternatives(phrases.CREDITS)})")


def is_layout(text: str) -> bool:
    """Whether a line holds no words: table borders, bullets, counters."""
    return LAYOUT.fullmatch(text) is not None and FULL_DATE_IN_FIGURES.search(text) is None


def is_read_more(text: str) -> bool:
    """Whether a line is a link to another page and nothing else: `Read more`, `Les mer »`."""
    return fold_label(text) in phrases.READ_MORE


def is_related_heading(text: str) -> bool:
    """Whether a line is the heading of a box with other articles, such as `Similar News:`, text glued to it or not."""
    glued = RELATED_PREFIX.match(text)
    return fold_label(text) in phrases.RELATED or (glued is not None and fold_label(glued[1]) in phrases.RELATED)


def is_comments_heading(text: str) -> bool:
    """Whether a line is the heading of the readers' comments."""
    return fold_label(text) in phrases.COMMENTS or COUNTED_COMMENTS.fullmatch(text.strip()) is not None


def stands_alone(text: str) -> bool:
    """Whether a line is never part of a paragraph, so that no line is joined to it."""
    if len(text) > LONGEST:
        return is_layout(text)
    return is_layout(text) or is_read_more(text) or is_date_line(text) or fold_label(text) in WHOLE


def label_reason(text: str) -> str:
    """Say which furniture a line is.

    Args:
        text: The line.

    Returns:
        The reason why it is not part of the article, or an empty text where it may be.
    """
    if is_layout(text):
        return "layout"
    return _short_reason(text) if len(text) <= LONGEST and word_count(text) <= SHORT else ""


@functools.lru_cache(maxsize=512)
def _short_reason(text: str) -> str:
    """What the rules say of a short line; remembered, since the headline, publisher, agency and body each ask."""
    folded = fold_label(text)
    return next(filter(None, (rule(text, folded) for rule in RULES)), "")


def _link(text: str, folded: str) -> str:
    """A link to another page: its label alone, or the label and a headline."""
    return "read more" if folded in phrases.READ_MORE or INLINE_LINK.match(text.casefold()) else ""


def _phrase(text: str, folded: str) -> str:
    """What a table says of the whole line, of its beginning, or of words in it."""
    if folded in WHOLE:
        return WHOLE[folded]
    if is_comments_heading(text):
        return "comments"
    opening = text.casefold().replace("’", "'").lstrip(" •|*-")
    begins = (reason for reason, pattern in OPENING.items() if pattern.match(opening))
    holds = (reason for reason, pattern in WITHIN.items() if pattern.search(folded))
    return next(begins, "") or next(holds, "")


def _credit(text: str, folded: str) -> str:
    """Whose work the article is: `Reuters |`, `(with inputs from agencies)`."""
    named = text.strip(MARKS) in press.AGENCIES
    return "credit" if named or (CREDIT.match(folded) and not is_prose(text)) else ""


def _byline(text: str, folded: str) -> str:  # noqa: ARG001 one shape for every rule
    """When and by whom it was published."""
    return "byline" if is_date_line(text) or is_byline(text) else ""


def _topics(text: str, folded: str) -> str:  # noqa: ARG001 one shape for every rule
    """A list of topics: items parted by commas without a space, as scraped pages have them."""
    tight = len(TIGHT_COMMA.findall(text))
    return "topic list" if tight >= MIN_TOPICS - 1 and tight * 2 > text.count(",") else ""


def _shape(text: str, folded: str) -> str:  # noqa: ARG001 one shape for every rule
    """Breadcrumbs, the weather, rows of a table."""
    if is_prose(text):
        return ""
    if HOME.search(text) or len(BREADCRUMB.findall(text)) > 1:
        return "navigation"
    if WEATHER.match(text):
        return "weather"
    return "layout" if len(BARS.findall(text.strip(" |"))) > 1 else ""


def _button(text: str, folded: str) -> str:
    """A line that is no sentence and says what buttons and boxes say."""
    if is_whole(text):
        return ""
    return next((reason for reason, pattern in LABEL.items() if pattern.search(folded)), "")


RULES: tuple[Callable[[str, str], str], ...] = (_link, _phrase, _credit, _byline, _topics, _shape, _button)
"""Each takes a line, as it is and folded, and gives the reason to leave it out, or an empty text. The first counts."""
