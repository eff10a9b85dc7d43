"""Where in the file each value stands: spans by key path, and lines as editors count them."""

from __future__ import annotations

import itertools
import operator
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

__all__ = ["Key", "Lines", "Node", "Path", "Places", "Position", "Span", "shift"]

Key = str | int
"""A mapping's key or a list's index, from 0."""

Path = Sequence[Key]
"""The way to a value from the root: `("events", 3, "citations", 0, "quote")`."""

_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the text: line and column from 1, and the index into the decoded text from 0."""

    line: int
    column: int
    index: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text; `text[span.start.index:span.end.index]` is what stands there."""

    start: Position
    end: Position


class Lines:
    """The lines of a text, broken where editors break them.

    PyYAML follows YAML 1.1, which breaks lines at U+0085, U+2028 and U+2029 too; its indices are right all the same,
    so that lines are counted here from the index.

    Args:
        text: The decoded text, with the line ends of the file.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        """The index at which each line begins."""
        if "\r" not in self.text:
            lengths = map(len, self.text.split("\n")[:-1])
            return [0, *map(operator.add, itertools.accumulate(lengths), itertools.count(1))]
        return [0, *(match.end() for match in _BREAK.finditer(self.text))]

    def position(self, index: int) -> Position:
        """The line and column of an index."""
        line = bisect_right(self.starts, index)
        return Position(line, index - self.starts[line - 1] + 1, index)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its end."""
        start = self.starts[number - 1]
        end = self.starts[number] if number < len(self.starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


class Node:
    """One value of the file, with its place. A class of slots and no dataclass: a large file has a million.

    Attributes:
        start, end: Indices into the text; a block's end is the end of its deepest last scalar.
        style: Of a scalar the quote or block mark (`'`, `"`, `|`, `>`), of a collection `flow` or `block`; else ``.
        key_start, key_end: Indices of the key, where the value has one; -1 for the root and for list items.
        parts: The values of a mapping by key, or of a list; None for a scalar.
    """

    __slots__ = ("end", "key_end", "key_start", "parts", "start", "style")

    is_read = True
    """Whether it is known what is in it."""

    def __init__(self, start: int, end: int, style: str, parts: dict[str, Node] | list[Node] | None = None) -> None:
        self.start = start
        self.end = end
        self.style = style
        self.parts = parts
        self.key_start = self.key_end = -1

    def part(self, key: Key) -> Node | None:
        """The value under a key or index, or None."""
        if isinstance(self.parts, dict):
            return self.parts.get(key) if isinstance(key, str) else None
        if isinstance(self.parts, list) and isinstance(key, int) and 0 <= key < len(self.parts):
            return self.parts[key]
        return None

    def let_go(self) -> None:
        """Forget where that stands what is in it, if it can be found out again."""

    def move(self, by: int) -> None:
        """Move it to where it stands in a longer text, but not what is in it."""
        self.start += by
        self.end += by
        if self.key_start >= 0:
            self.key_start += by
            self.key_end += by


def shift(node: Node, by: int) -> None:
    """Move a value, and all that is in it, to where it stands in a longer text."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        node.move(by)
        if node.is_read and node.parts:
            waiting += node.parts.values() if isinstance(node.parts, dict) else node.parts


class Places:
    """The positions of all keys and values of a file, found by path.

    Args:
        text: The decoded text without its byte order mark.
        root: The root value, or None for a file without one.

    Attributes:
        roots: Of several files the root value of each that has one, by the file's name.
    """

    def __init__(self, text: str, root: Node | None) -> None:
        self.lines = Lines(text)
        self.root = root
        self.roots: dict[str, Node] = {}

    def __contains__(self, path: Path) -> bool:
        """Whether a value stands at the path."""
        return self.node(path) is not None

    def node(self, path: Path) -> Node | None:
        """The value at a path, or None where none is."""
        found = list(self._way(path))
        return found[-1] if len(found) == len(path) + 1 else None

    def nearest(self, path: Path) -> Node | None:
        """The value at a path, or else the innermost one that the path enters; None for an empty file."""
        return next(reversed(list(self._way(path))), None)

    def value(self, path: Path) -> Span | None:
        """The span of the value at a path, or None where none is.

        That of a block mapping or list reaches from its first key or dash to the end of its deepest last scalar,
        without the comments and blank lines after it.
        """
        node = self.node(path)
        return self._span(node.start, node.end) if node else None

    def key(self, path: Path) -> Span | None:
        """The span of the key whose value stands at a path, or None for a list item and for the root."""
        node = self.node(path)
        return self._span(node.key_start, node.key_end) if node and node.key_start >= 0 else None

    def at(self, path: Path) -> Position:
        """Where to point at for a path: the beginning of its value or of the innermost value around it.

        An empty value is pointed at by its key, since nothing of its own can be seen.
        """
        node = self.nearest(path)
        if node is None:
            return self.lines.position(0)
        empty = node.start == node.end and node.key_start >= 0
        return self.lines.position(node.key_start if empty else node.start)

    def items(self, path: Path) -> Iterator[Position]:
        """Where each item of the list at a path begins, as `at` says it of one of them."""
        node = self.node(path)
        for item in node.parts if node and isinstance(node.parts, list) else ():
            yield self.lines.position(item.start)

    def _way(self, path: Path) -> Iterator[Node]:
        node = self.root
        if node is None:
            return
        yield node
        for key in path:
            node = node.part(key)
            if node is None:
                return
            yield node

    def _span(self, start: int, end: int) -> Span:
        return Span(self.lines.position(start), self.lines.position(end))
