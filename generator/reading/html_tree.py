"""Parse a page within limits: strangers' pages may be of any size and shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.errors import ArticleError
from generator.reading.tags import MAX_ATTRIBUTES, has_crowded_tag

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["MAX_MARKUP", "parse"]

MAX_MARKUP = 4_000_000
"""The most markup, in characters, that a page may have without its pictures: ten times the heaviest of news pages."""

MAX_ELEMENTS = 60_000
"""The most elements that a page may have."""

MAX_DEPTH = 400
"""The most elements that may stand within each other: browsers stop at 512, libraries that recurse at a thousand."""

HEAVY = 200_000
"""Pages with more characters than this are relieved of comments and of what is no text before they are parsed."""

COMMENT = re.compile(r"<!--(?:.*?-->|.*)", re.DOTALL)
LONG_VALUE = re.compile(r"=\s*(?:\"[^\"]{5000,}\"|'[^']{5000,}')")
"""Values of attributes that no address and no class is as long as: pictures that saving a page has put into it."""

SCRIPT = re.compile(
    r"<(script|style)\b(?![^>]{0,300}ld\+json)[^>]{0,300}+>.*?(?:</\1|\Z)",
    re.DOTALL | re.IGNORECASE,
)
"""A script that is no metadata, or a style: `i<n` in it looks as a tag does. The bounds keep the search linear."""


def parse(text: str, where: str) -> HtmlElement | None:
    """Parse a page.

    Args:
        text: The decoded file.
        where: The file's name, for messages.

    Returns:
        Its tree, without comments; None where it is no HTML.

    Raises:
        ArticleError: It has more markup, more elements or deeper ones than a page of news has.
    """
    from trafilatura import load_html

    if len(text) > HEAVY:
        text = LONG_VALUE.sub('=""', COMMENT.sub("", text))
    if len(text) > MAX_MARKUP:
        raise _too_much(f"the page has {len(text) / 1e6:.1f} MB of markup", where)
    if has_crowded_tag(text):
        text = SCRIPT.sub("", text)
    if has_crowded_tag(text):
        raise _too_much(f"the page has a tag of more than {MAX_ATTRIBUTES} attributes", where)
    tree = load_html(text)
    if tree is None:
        return None
    depth = count = 0
    level = [tree]
    while level:
        depth, count = depth + 1, count + len(level)
        if depth > MAX_DEPTH or count > MAX_ELEMENTS:
            raise _too_much("the page has more elements, or deeper ones, than any article", where)
        level = [child for element in level for child in element]
    return tree


def _too_much(what: str, where: str) -> ArticleError:
    return ArticleError(what, where=where, todo="save the page of one article, or its text alone")
