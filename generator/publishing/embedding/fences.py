"""Fenced blocks of Markdown: which lines are a `timeline` block, and which are the code of some other.

A block stands where Python-Markdown's own fences stand: between two lines of three or more backticks or tildes, at the
margin or within a list, a quotation or an admonition. One within another fence is an example, and stays one; so is one
that is set in by four spaces where no list or admonition is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Fence", "find_fences"]

_OPENING = re.compile(r"(?P<indent>[> ]*)(?P<mark>`{3,}|~{3,})[ ]*(?P<info>[^`\n]*)$")
_NAME = re.compile(r"\{?\s*\.?(?P<name>[\w.+#-]*)")
_CONTAINER = re.compile(r"[> ]*(?:[-+*]|\d+[.)]|!!!|\?\?\?\+?|===|///|\[\^[^\]]+\]:|:)(?:[ ]|$)")
"""What a line begins with under which set-in text belongs to it: lists, admonitions, tabs, footnotes, definitions."""

_CODE_INDENT = 4


@dataclass(frozen=True, slots=True)
class Fence:
    """A fenced block.

    Attributes:
        first: The index of its opening line, from 0.
        last: The index of its closing line; of its opening line where it is not closed.
        name: The first word after the opening mark, or empty.
        indent: What stands before the opening mark on its line: spaces, and the marks of quotations.
        body: The lines between, without that.
    """

    first: int
    last: int
    name: str
    indent: str
    body: tuple[str, ...]


def find_fences(lines: Sequence[str]) -> Iterator[Fence]:
    """The fenced blocks of a page, from above; none within another.

    Args:
        lines: The lines of its Markdown, tabs already spaces.

    Yields:
        Each block, also one that is not closed, which has no body. One that is indented code is passed over.
    """
    page = _Page(lines)
    at = 0
    while at < len(lines):
        opening = _OPENING.match(lines[at])
        last = at
        if opening:
            last = page.closing(at, opening)
            if not page.is_code(at, opening["indent"]):
                name = _NAME.match(opening["info"])
                body = tuple(_without(opening["indent"], line) for line in lines[at + 1 : last])
                yield Fence(at, last, name["name"] if name else "", opening["indent"], body)
        at = last + 1


class _Page:
    """The lines of a page, and what was found on the way, so that no line is read again for each opening above it.

    Args:
        lines: The lines.
    """

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = lines
        self._unclosed: dict[tuple[str, str], tuple[int, int]] = {}
        self._code: dict[int, tuple[int, bool]] = {}

    def closing(self, first: int, opening: re.Match[str]) -> int:
        """The index of the line that closes a block: the same mark, no shorter, as far set in. `first` for none."""
        mark, indent = opening["mark"], opening["indent"]
        length, end_of_search = self._unclosed.get((indent, mark[0]), (len(mark) + 1, first))
        if len(mark) >= length and first < end_of_search:
            return first  # nothing closes a shorter one above
        end = re.compile(rf"{re.escape(indent)}{re.escape(mark)}{re.escape(mark[0])}*\s*$")
        within = indent.rstrip()
        at = first + 1
        while at < len(self._lines):
            line = self._lines[at]
            if end.match(line):
                return at
            # What is set in less has left the list or quotation that the block stands in.
            if line.strip() and not line.startswith(within or indent):
                break
            at += 1
        self._unclosed[indent, mark[0]] = len(mark), at
        return first

    def is_code(self, at: int, indent: str) -> bool:
        """Whether a line is indented code: set in by four spaces, with nothing above that it could belong to."""
        depth = len(indent) - len(indent.lstrip(" "))
        if ">" in indent or depth < _CODE_INDENT:
            return False
        known, answer = self._code.get(depth, (-1, True))
        for above in range(at - 1, -1, -1):
            if above == known:
                break
            line = self._lines[above]
            if line.strip() and len(line) - len(line.lstrip(" ")) < depth:
                answer = _CONTAINER.match(line) is None
                break
        else:
            answer = True
        self._code[depth] = at, answer
        return answer


def _without(indent: str, line: str) -> str:
    return line[len(indent) :] if line.startswith(indent) else line.strip(" >")
