"""The Markdown of summaries: emphasis, lists, links; no HTML, no images, no headings, and no link that could harm."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from generator.publishing.plain_text import clean
from generator.publishing.render import filled
from generator.scalars import is_web_address

__all__ = ["is_safe_link", "render_markdown", "strip_markdown"]

_OFF = ("html_block", "html_inline", "image", "heading", "lheading", "reference", "hr", "code", "fence")
"""What a summary may not hold: markup of its own, requests to other sites, and what would upset the page's order."""

_WITHIN_SITE = re.compile(r"(?!//)[^\s:\\<>\"\x00-\x1f]+|#[^\s<>\"\\]*")
"""A path without a scheme. The colon is left out altogether, so that no scheme can hide in it."""

_MARKED = re.compile(r"[*_`\[\]\\<&!\r\n]|^\s*(?:>|[-+](?:\s|$)|\d+[.)](?:\s|$))")
"""What a text must hold for the parser to do more with it than to make it a paragraph. Most summaries do not."""


class _Parser(MarkdownIt):
    """The library's parser, with our rule for what may be a link."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 the library's name
        """Whether a link is a link; where it is none, its Markdown is shown as text."""
        return is_safe_link(url)


def is_safe_link(address: str) -> bool:
    """Whether an address may be linked to: http or https, or a path within the site."""
    return is_web_address(address) or _WITHIN_SITE.fullmatch(address) is not None


def render_markdown(text: str, root: str) -> Markup:
    """A text in Markdown as HTML.

    Args:
        text: The text. Whatever in it is not plain Markdown is shown as it was written.
        root: What leads from the page that shows it to the site's root, from which paths in links count: `../../`.

    Returns:
        Paragraphs, lists and quotations.
    """
    if not _MARKED.search(text):
        line = clean(text).strip()
        return filled("<p>{line}</p>\n", line=line) if line else Markup("")
    tokens = _parser().parse(clean(text))
    for link in _links(tokens):
        address = str(link.attrGet("href"))
        if not is_web_address(address) and not address.startswith("#"):
            link.attrSet("href", root + address.lstrip("/"))
    return Markup(_parser().renderer.render(tokens, _parser().options, {}))  # noqa: S704 the renderer escapes


def strip_markdown(text: str) -> str:
    """A text in Markdown as plain text on one line."""
    if not _MARKED.search(text):
        return " ".join(clean(text).split())
    pieces: list[str] = []
    for token in _parser().parse(clean(text)):
        for child in token.children or ():
            pieces.append(child.content if child.type in {"text", "code_inline"} else "")
            pieces.append(" " if child.type in {"softbreak", "hardbreak"} else "")
        pieces.append(" ")
    return " ".join("".join(pieces).split())


@functools.cache
def _parser() -> MarkdownIt:
    return _Parser("commonmark", {"html": False}).disable(list(_OFF))


def _links(tokens: Sequence[Token]) -> list[Token]:
    inline = [child for token in tokens for child in token.children or ()]
    return [token for token in inline if token.type == "link_open"]
