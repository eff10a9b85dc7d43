"""A timeline's YAML read entry by entry: each event, source and actor by itself, its places when they are asked for.

In block style what an entry holds does not depend on what stands around it. Wherever a stretch of whole lines, from
one dash or key of a list or mapping up to the next in the same column, parses by itself to the end, without an open
quote or bracket, the parser is in the same state behind it as it was before. So the entries of a file can be read one
at a time: nearly all by their lines (`generator.curating.plain_lines`), some by the parser, and those that have been
read before not at all. Where there is any doubt, such as a fault anywhere, nothing is read here, and the parser reads
all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, NamedTuple

from generator.curating.nodes import Composed, compose
from generator.curating.places import Node, Places, shift
from generator.curating.plain_lines import KEY, plain_entry
from generator.curating.syntax import is_allowed

__all__ = ["Known", "compose_by_entry", "known_entries"]

COLLECTIONS = frozenset({"actors", "events", "sources"})
"""The file's own keys whose entries are read one at a time; there are few of anything else."""

TRIED = 200
"""After so many entries it is seen whether most are in the plain style: else one run of the parser is quicker."""

_OTHER_BREAKS = "\r\x85\u2028\u2029"
_AT_MARGIN = re.compile(r"\n(?=[^\s#])")
_OWN_KEY = re.compile(rf"({KEY}):(?=[ \n]|\Z)")
_REST = re.compile(r"\ *(?:\ \#.*)?(?:\n|\Z)")
"""What stands behind a key whose value is in the next lines."""
_NOTHING = re.compile(r"(?:\ *(?:\#.*)?\n)*")
"""Blank lines and comments."""
_FIRST = re.compile(rf"(\ *)(?:(-)|{KEY}:)(?=[ \n]|\Z)")
_DASH = re.compile(r"\ *-\ +(?=\w)")
_QUESTION = re.compile(r"^[ -]*\?(?=\s|\Z)", re.MULTILINE)
_INDENT = re.compile(r"\ *")


class _DoubtError(Exception):
    """It cannot be said where an entry ends, or there is a fault in it."""


class Entry(Node):
    """An entry of the file that was read by itself; where the values in it stand is found out when it is asked for.

    Args:
        text: The text of its file.
        lines: Where its lines begin and end there, those of the comments behind it among them.
        start, end: Where it stands itself, as those of any other value.
    """

    __slots__ = ("_lines", "_moved", "_text", "is_read")

    def __init__(self, text: str, lines: tuple[int, int], start: int, end: int) -> None:
        self._text = text
        self._lines = lines
        self._moved = 0
        self.is_read = False
        self.start = start
        self.end = end
        self.style = "block"
        self.key_start = self.key_end = -1

    @property
    def text(self) -> str:
        """Its lines."""
        return self._text[slice(*self._lines)]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 what an attribute may be
        """The values in it, at the first time: until then it has no attribute for them."""
        if name != "parts":
            raise AttributeError(name)
        self.take(_parsed(self.text, outer=1)[1])
        return self.parts

    def take(self, node: Node) -> None:
        """Know all places in it from the value that its lines hold when they are read by themselves."""
        shift(node, self._lines[0] + self._moved)
        self.start, self.end, self.style, self.parts = node.start, node.end, node.style, node.parts
        self.key_start, self.key_end = node.key_start, node.key_end
        self.is_read = True

    def let_go(self) -> None:
        """Forget where that stands what is in it: it takes several times the memory of what it holds."""
        if self.is_read:
            del self.parts
            self.is_read = False

    def move(self, by: int) -> None:
        """Move it to where it stands in a longer text, without finding out what is in it."""
        super().move(by)
        self._moved += by

    def copied(self, text: str, begin: int) -> Entry:
        """An entry of another text that has the same lines."""
        by = begin - self._lines[0]
        copy = Entry(text, (begin, self._lines[1] + by), self.start - self._moved + by, self.end - self._moved + by)
        if self.key_start >= 0:
            copy.key_start, copy.key_end = self.key_start - self._moved + by, self.key_end - self._moved + by
        copy.style = self.style
        return copy


Known = Mapping[str, tuple[Any, Entry]]
"""What entries hold that were read before without a fault, and where that stands, by their lines."""


class _Section(NamedTuple):
    """One of the file's own keys, what it holds, and where that stands."""

    key: str
    data: Any
    node: Node


def compose_by_entry(text: str, known: Known | None = None) -> Composed | None:
    """Read the YAML of one file, entry by entry.

    Args:
        text: The decoded text, without a byte order mark.
        known: What entries hold that were read before.

    Returns:
        The same as `generator.curating.nodes.compose`; None where the text has a fault of writing, or is written in a
        way that this does not know.
    """
    if any(each in text for each in _OTHER_BREAKS) or not is_allowed(text):
        return None
    reader = _Reader(text, known or {})
    try:
        sections = [reader.section(*stretch) for stretch in _stretches(text)]
    except _DoubtError:
        return None
    nodes = {each.key: each.node for each in sections}
    if len(nodes) < len(sections):
        return None
    root = Node(sections[0].node.key_start, sections[-1].node.end, "block", nodes)
    return Composed({each.key: each.data for each in sections}, Places(text, root), (), None)


def known_entries(data: Any, root: Node | None) -> dict[str, tuple[Any, Entry]]:  # noqa: ANN401 a file's data
    """What the entries of a file hold, for one who reads the file again after a change."""
    found: dict[str, tuple[Any, Entry]] = {}
    for key in COLLECTIONS:
        node = root.part(key) if root else None
        if node is None or not node.parts:
            continue
        nodes = node.parts.values() if isinstance(node.parts, dict) else node.parts
        held = data[key].values() if isinstance(data[key], dict) else data[key]
        found.update((each.text, (value, each)) for each, value in zip(nodes, held, strict=True) if type(each) is Entry)
    return found


def _stretches(text: str) -> Iterator[tuple[str, int, int]]:
    """Each of the file's own keys, and where its lines begin and end.

    Raises:
        _DoubtError: Something else stands at the margin, or before the first key.
    """
    keys = []
    for start in (0, *(match.end() for match in _AT_MARGIN.finditer(text))):
        match = _OWN_KEY.match(text, start)
        if match:
            keys.append(match)
        elif start and text[start] != "-":  # a dash may stand there, and the lines of its section say whether
            raise _DoubtError
    ends = [*(match.start() for match in keys), len(text)]
    if not keys or ends[0] != _blank_until(text, 0, len(text)):
        raise _DoubtError
    for match, end in zip(keys, ends[1:], strict=True):
        yield match[1], match.start(), end


def _blank_until(text: str, start: int, end: int) -> int:
    """The index behind the blank lines and comments that begin at an index."""
    match = _NOTHING.match(text, start, end)
    return match.end() if match else start


class _Reader:
    """Reads the entries of a text.

    Args:
        text: The text.
        known: What entries hold that were read before.
    """

    def __init__(self, text: str, known: Known) -> None:
        self.text = text
        self.known = known
        self.tried = self.in_other_style = 0

    def section(self, key: str, start: int, end: int) -> _Section:
        """Read one of the file's own keys.

        Args:
            key: The key.
            start: Where its lines begin.
            end: Where they end.

        Raises:
            _DoubtError: It has a fault, or it cannot be said where its entries end.
        """
        behind = _REST.match(self.text, start + len(key) + 1, end)
        first = _FIRST.match(self.text, _blank_until(self.text, behind.end(), end), end) if behind else None
        if key not in COLLECTIONS or first is None:
            return self._whole(key, start, end)
        column, is_list = len(first[1]), bool(first[2])
        others = _beginnings(column, is_list=is_list).finditer(self.text, first.end(), end)
        nodes: list[Node] = []
        values: list[Any] = []
        for lines in pairwise([first.start(), *(match.start() + 1 for match in others), end]):
            value, entry = self._entry(lines, is_list=is_list)
            values.append(value)
            nodes.append(entry)
        node = Node(first.start() + column, nodes[-1].end, "block", nodes)
        data: Any = values
        if not is_list:
            names = [self.text[each.key_start : each.key_end] for each in nodes]
            node.parts = dict(zip(names, nodes, strict=True))
            data = dict(zip(names, values, strict=True))
            if len(data) < len(values):
                raise _DoubtError
        node.key_start, node.key_end = start, start + len(key)
        return _Section(key, data, node)

    def _whole(self, key: str, start: int, end: int) -> _Section:
        """Read the lines of a key with the parser."""
        composed, node = _parsed(self.text[start:end])
        shift(node, start)
        return _Section(key, composed.data[key], node)

    def _entry(self, lines: tuple[int, int], *, is_list: bool) -> tuple[Any, Entry]:
        """Read an entry: what it holds, and where."""
        written = self.text[slice(*lines)]
        if written in self.known:
            data, entry = self.known[written]
            return data, entry.copied(self.text, lines[0])
        self.tried += 1
        data = plain_entry(written)
        span = _span(written, data, is_list=is_list)
        if span is not None:
            entry = Entry(self.text, lines, lines[0] + span[0], lines[0] + span[1])
            if not is_list:
                entry.key_start, entry.key_end = lines[0] + span[2], lines[0] + span[3]
            return (data[0] if is_list else next(iter(data.values()))), entry
        self.in_other_style += 1
        if self.tried >= TRIED and 2 * self.in_other_style > self.tried:
            raise _DoubtError
        composed, node = _parsed(written, outer=1)
        entry = Entry(self.text, lines, 0, 0)
        entry.take(node)
        return (composed.data[0] if is_list else next(iter(composed.data.values()))), entry


def _span(written: str, data: Any, *, is_list: bool) -> tuple[int, ...] | None:  # noqa: ANN401 whatever the entry holds
    """Where an entry in the plain style begins and ends in its lines, and its key; None for one that is no mapping."""
    if data is None or len(data) != 1 or isinstance(data, list) is not is_list:
        return None
    if is_list:
        begin = _DASH.match(written)
        return (begin.end(), _end(written)) if begin and isinstance(data[0], dict) else None
    head = _FIRST.match(written)
    rest = _REST.match(written, head.end()) if head else None
    if head is None or rest is None or not isinstance(next(iter(data.values())), dict):
        return None
    begin = _INDENT.match(written, _blank_until(written, rest.end(), len(written)))
    return (begin.end() if begin else 0, _end(written), len(head[1]), head.end() - 1)


def _end(written: str) -> int:
    """Where the last value of an entry in the plain style ends: comments and blanks behind it are not in it."""
    end = len(written.rstrip(" \n"))
    while written[(line := written.rfind("\n", 0, end) + 1) : end].lstrip(" ").startswith("#"):
        end = len(written[:line].rstrip(" \n"))
    return end


@cache
def _beginnings(column: int, *, is_list: bool) -> re.Pattern[str]:
    """What is found before each item of a list, or each key of a mapping, in a column."""
    return re.compile(rf"\n(?=\ {{{column}}}{'-' if is_list else f'{KEY}:'}(?:[ \n]|\Z))")


def _parsed(written: str, *, outer: int = 0) -> tuple[Composed, Node]:
    """What the parser reads in the lines of a list or mapping of one value, and that value.

    Raises:
        _DoubtError: There are others, or there is a fault.
    """
    composed = compose(written, outer=outer)
    parts = composed.places.root.parts if composed.places.root and not composed.faults else None
    # Where the value of a `? key` stands that has none, is said by what follows the lines.
    if composed.broken_at is not None or not parts or len(parts) != 1 or _QUESTION.search(written):
        raise _DoubtError
    return composed, next(iter(parts.values() if isinstance(parts, dict) else parts))
