"""Links that open at the quote: text fragments.

A text fragment (WICG, “URL Fragment Text Directives”) names words of a page; the browser scrolls to them and marks
them. `#:~:text=first%20words,last%20words` marks everything from the first words to the last.
"""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encode

__all__ = ["open_at_quote", "text_directive"]

SHORT = 8
"""A quote of so many words or fewer is named whole."""

EDGE = (4, 6)
"""Of a longer one so many words at either end, at least and at most: enough to be found in one place only, and few
enough to stand within one paragraph, as the specification demands of each end."""

_ELLIPSIS = re.compile(r"\s*(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\)|…|\.\.\.+)\s*")
_MARKS = "\"'“”„‟‘’‚‛«»‹›()[]{}.,;:!?"


def open_at_quote(url: str, quote: str) -> str:
    """The address of a page, opening at a quote.

    Args:
        url: The page's address; a fragment that it has is kept, as the place to open where the quote is not found.
        quote: The quote as it stands in the page. Its white space, and an ellipsis that an editor put in, do not
            matter.

    Returns:
        The address; the page's own where the quote has no words, or the address has a directive of its own.
    """
    directive = text_directive(quote)
    if not directive or ":~:" in url:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:{directive}"


def text_directive(quote: str) -> str:
    """The directive that finds a quote: `text=…` or `text=…,…`, or nothing for a quote without words.

    Args:
        quote: The quote as it stands in the page.
    """
    parts = [words for piece in _ELLIPSIS.split(quote) if (words := _words(piece))]
    if not parts:
        return ""
    first, last = parts[0], parts[-1]
    if len(parts) == 1 and len(first) <= SHORT:
        return f"text={_encode(first)}"
    # Of one piece the two ends may not overlap: the directive would ask for the last words after the first.
    length = max(EDGE[0], min(EDGE[1], len(first) // 2)) if len(parts) == 1 else EDGE[1]
    return f"text={_encode(first[:length])},{_encode(last[-length:])}"


def _words(piece: str) -> list[str]:
    """The words of a piece, without the punctuation around it, which editors add and leave out."""
    return piece.strip().strip(_MARKS).split()


def _encode(words: list[str]) -> str:
    # The grammar gives “-”, “,” and “&” a meaning of their own; `quote` encodes all but the hyphen.
    return percent_encode(" ".join(words), safe="").replace("-", "%2D")
