"""Find on which line of a page's source a paragraph begins."""

from __future__ import annotations

import bisect
import itertools
import re

__all__ = ["LineFinder"]

MARKUP = re.compile(r"<!--(?:.*?-->|.*)|<[^<>]*>|&#?\w{1,10};", re.DOTALL)
"""Comments, elements and entities; a comment that is not closed goes on to the end, as browsers have it."""

WORD = re.compile(r"\w+")
HIDDEN = ("script", "style", "head")
"""Elements whose text is not on the page; scripts often repeat the article."""

MAX_RESTARTS = 100
"""So often a paragraph is looked for above the one before it: on a page in its order that is hardly ever needed."""

FIRST_WORDS = 6
FEWER_WORDS = 3


class LineFinder:
    """Finds paragraphs in the source of a page, in the order of the page.

    Args:
        source: The page's source.
    """

    def __init__(self, source: str) -> None:
        words = [(match[0], match.start()) for match in WORD.finditer(MARKUP.sub(_blank, _without_hidden(source)))]
        self._words = "".join(f" {word}" for word, _ in words)
        self._places = list(itertools.accumulate((len(word) + 1 for word, _ in words), initial=0))
        self._begins = [begin for _, begin in words]
        self._lines = [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", source))]
        self._position = 0
        self._restarts = MAX_RESTARTS

    def find(self, paragraph: str) -> int:
        """Tell the line where a paragraph begins.

        Args:
            paragraph: Its text, without markup.

        Returns:
            The number of the line, from 1; 1 where its first words are not in the source.
        """
        words = WORD.findall(paragraph)
        for count in (FIRST_WORDS, FEWER_WORDS) if words else ():
            place = self._place("".join(f" {word}" for word in words[:count]))
            if place >= 0:
                self._position = place + 1
                begin = self._begins[bisect.bisect_left(self._places, place)]
                return bisect.bisect_right(self._lines, begin)
        return 1

    def _place(self, words: str) -> int:
        """Where words stand among those of the source: below the paragraph before, else anywhere; -1 for nowhere."""
        place = self._words.find(words, self._position)
        if place < 0 and self._restarts:
            self._restarts -= 1
            place = self._words.find(words)
        return place


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
