"""The lines of the timeline's file: where something can be put in, and which comments belong to what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.curating.places import Node
from generator.errors import EditError

__all__ = ["Layout", "Splice", "spliced"]

_BREAK = re.compile(r"\r\n|\r|\n")
_NEXT_FILE = "\n\0"
"""Where the next of several files begins in the text of all of them; see `generator.curating.parts`."""

_KEEPS_BLANK_LINES = re.compile(r"[|>][0-9]?\+")


@dataclass(frozen=True, slots=True)
class Splice:
    """A stretch of the text, and what is to stand in its place; of no length where something is put in.

    Attributes:
        start, end: Indices into the old text, `end` excluded.
        text: The new text.
        depth: How deep the lines stand that are put in. Of several that are put in at one place the deepest come first:
            they go on with what stands above them, and the others with what is around it.
    """

    start: int
    end: int
    text: str
    depth: int = 0


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Make changes to a text, all at once.

    Args:
        text: The old text.
        splices: The changes. Of two at the same place, the deeper one stands first, else the one that is given first;
            and both before a stretch that is replaced there.

    Returns:
        The new text: the old one but for the stretches that were replaced.

    Raises:
        EditError: Two changes are about the same stretch.
    """
    parts: list[str] = []
    done = 0
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end > splice.start, -splice.depth)):
        if splice.start < done:
            raise EditError("two changes are about the same lines", todo="make them one after the other")
        parts += [text[done : splice.start], splice.text]
        done = splice.end
    return "".join([*parts, text[done:]])


class Layout:
    """The lines of a text, as far as edits need to know them.

    Args:
        text: The decoded text, with the line ends of the file.
        newline: What a new line is to end with.
    """

    def __init__(self, text: str, newline: str) -> None:
        self.text = text
        self.newline = newline
        self._several = text.startswith("\0")

    def line_start(self, index: int) -> int:
        """The index at which the line of an index begins."""
        start = self.text.rfind("\n", 0, index) + 1
        # From there only: in a text without any, each look for one from its beginning would go through all of it.
        return max(self.text.rfind("\r", start, index) + 1, start)

    def line_end(self, index: int) -> int:
        """The index at which the line of an index ends, its line break excluded."""
        found = _BREAK.search(self.text, index)
        return found.start() if found else len(self.text)

    def next_line(self, index: int) -> int:
        """The index at which the line after that of an index begins, or the end of the text."""
        found = _BREAK.search(self.text, index)
        return found.end() if found else len(self.text)

    def column(self, index: int) -> int:
        """How many characters stand before an index in its line."""
        return index - self.line_start(index)

    def leads(self, index: int) -> bool:
        """Whether nothing but white space stands before an index in its line."""
        return not self.text[self.line_start(index) : index].strip()

    def after(self, node: Node, column: int) -> int:
        """Where something can be put in after a value: the beginning of a line, or the end of the text.

        Args:
            node: The value, in block style or the last of its line.
            column: Where its siblings stand. Comments that stand deeper are still about the value; others are about
                what follows.
        """
        end = self.next_line(node.end)
        if self.keeps_blank_lines(node):
            end = self.past_blank_lines(end)
        while (beyond := self._skip_deeper_comment(end, column)) != end:
            end = beyond
        return end

    def before(self, index: int) -> int:
        """Where something can be put in before a key or dash: above the comments that stand right above its line."""
        start = self.line_start(index)
        while start:
            above = self.line_start(start - (2 if self.text[start - 2 : start] == "\r\n" else 1))
            if not self.text[above:start].lstrip(" ").startswith("#"):
                break
            start = above
        return start

    def end_of_file(self, index: int) -> int:
        """The index at which the file ends in which an index lies: of several in one text, its own."""
        found = self.text.find(_NEXT_FILE, index) if self._several else -1
        return len(self.text) if found < 0 else found

    def newline_at(self, index: int) -> str:
        """What a new line at an index is to end with: as the lines of its file do."""
        if not self._several:
            return self.newline
        start = self.text.rfind(_NEXT_FILE, 0, index) + 1
        first = self.text.find("\n", self.text.find("\n", start) + 1, self.end_of_file(index))
        return "\r\n" if first > 0 and self.text[first - 1] == "\r" else "\n"

    def past_blank_lines(self, index: int) -> int:
        """The index behind the blank lines that begin at an index, but in the same file."""
        end = self.end_of_file(index)
        while index < end and not self.text[index : self.line_end(index)].strip():
            index = self.next_line(index)
        return index

    def is_spaced(self, start: int, end: int) -> bool:
        """Whether a blank line stands between two indices, such as the end of an item and the next one's dash."""
        between = self.text[start:end]
        if between.count("\n") < 2 and "\r" not in between:  # nearly always, and a large file has many
            return False
        return any(not line.strip() for line in _BREAK.split(between)[1:-1])

    def insertion(self, index: int, lines: Sequence[str], depth: int = 0) -> Splice:
        """Put lines in at the beginning of a line, or at the end of a text that may lack its last line break."""
        newline = self.newline_at(index)
        joined = newline.join(lines)
        if index and index == self.end_of_file(index) and self.text[index - 1] not in "\r\n":
            return Splice(index, index, newline + joined, depth)
        return Splice(index, index, joined + newline, depth)

    def keeps_blank_lines(self, node: Node) -> bool:
        """Whether blank lines after a value are part of it: it ends in a block of text with the mark `+`."""
        while node.parts:
            parts = node.parts.values() if isinstance(node.parts, dict) else node.parts
            node = max(parts, key=lambda part: part.end)
        return _KEEPS_BLANK_LINES.match(self.text, node.start) is not None

    def _skip_deeper_comment(self, index: int, column: int) -> int:
        start = self.past_blank_lines(index)
        line = self.text[start : self.line_end(start)]
        indent = len(line) - len(line.lstrip(" "))
        return self.next_line(start) if line[indent:].startswith("#") and indent > column else index
