"""Fragments of HTML, as feeds hold them: the paragraphs that a reader would see."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from generator.reading.tags import has_crowded_tag

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["paragraphs_of"]

BLOCKS = frozenset(
    {
        *("p", "div", "br", "hr", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "section", "article"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "header", "footer", "aside", "main"),
    }
)
"""Elements that begin and end a paragraph."""

UNSEEN = frozenset(
    {
        *("script", "style", "template", "noscript", "iframe", "object", "svg", "form", "button", "figure", "img"),
        *("video", "audio", "head", "title"),
    }
)
"""Elements whose text is not the article's; a figure's is the caption of a picture."""


def paragraphs_of(html: str) -> list[str]:
    """The paragraphs of a fragment of HTML.

    Args:
        html: The fragment, or plain text.

    Returns:
        The text of its blocks in their order, each on one line, without markup; none where nothing is to be seen, or
        where a tag has so many attributes that to parse it would take minutes.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    if "<" not in html and "&" not in html:
        return _lines([html, "\n"])
    if has_crowded_tag(html):
        return []
    try:
        tree = document_fromstring(_sound(html), parser=HTMLParser(no_network=True, huge_tree=False))
    except (etree.ParserError, ValueError):  # nothing in it but comments
        return []
    return _lines(_pieces(tree))


def _sound(html: str) -> str:
    """A text that lxml takes: it refuses those with a null character, and a declaration of an encoding in text."""
    return f"<div>{html.replace(chr(0), '')}</div>"


def _pieces(tree: HtmlElement) -> Iterator[str]:
    """The text of a tree in its order, a line feed wherever a paragraph begins or ends."""
    from lxml.etree import iterwalk

    walk = iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in UNSEEN:
                walk.skip_subtree()
            else:
                yield "\n" if tag in BLOCKS else ""
                yield " ".join((element.text or "").split("\n"))
        else:
            yield "\n" if tag in BLOCKS else ""
            yield " ".join((element.tail or "").split("\n"))


def _lines(pieces: Iterator[str] | list[str]) -> list[str]:
    """The lines of a text that say something, white space folded."""
    return [words for line in "".join(pieces).split("\n") if (words := " ".join(line.split()))]
