"""Find on which line of a page's source a paragraph begins."""

from __future__ import annotations

import bisect
import re

__all__ = ["LineFinder"]

MARKUP = re.compile(r"<!--.*?-->|<[^<>]*>|&#?\w{1,10};", re.DOTALL)
WORD = re.compile(r"\w+")
HIDDEN = ("script", "style", "head")
"""Elements whose text is not on the page; scripts often repeat the article."""

FIRST_WORDS = 6
FEWER_WORDS = 3


class LineFinder:
    """Finds paragraphs in the source of a page, in the order of the page.

    Args:
        source: The page's source.
    """

    def __init__(self, source: str) -> None:
        self._text = MARKUP.sub(_blank, _without_hidden(source))
        self._starts = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", source))]
        self._position = 0

    def find(self, paragraph: str) -> int:
        """Tell the line where a paragraph begins.

        Args:
            paragraph: Its text, without markup.

        Returns:
            The number of the line, from 1; 1 where its first words are not in the source.
        """
        words = WORD.findall(paragraph)
        for count in (FIRST_WORDS, FEWER_WORDS):
            pattern = re.compile(r"\W+".join(map(re.escape, words[:count])))
            match = pattern.search(self._text, self._position) or pattern.search(self._text)
            if words and match:
                self._position = match.end()
                return bisect.bisect_right(self._starts, match.start())
        return 1


def _without_hidden(source: str) -> str:
    """The source with what is not shown blanked, so that every other character keeps its place."""
    lower = source.lower()
    if len(lower) != len(source):  # a few letters change length; then no place would be right
        return source
    for name in HIDDEN:
        pieces, end = [], 0
        while (start := lower.find(f"<{name}", end)) >= 0:
            close = lower.find(f"</{name}>", start)
            if close < 0:
                break
            pieces += [source[end:start], " " * (close - start)]
            end = close
        source = "".join([*pieces, source[end:]])
        lower = source.lower()
    return source


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
