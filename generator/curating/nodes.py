"""YAML text → plain data, the place of each value, and the faults of the writing.

Scalars are text: YAML 1.1 reads `no` as false, `2022-12-30` as a date and `014` as twelve. So only the parser of
PyYAML is used, not its types: a plain scalar is a string but for null, true and false. What a curated file does not
need, and what makes it hard to edit or dangerous to read, is a fault: tags, anchors and aliases, merge keys, duplicate
keys, directives, several documents.

The parser's events are walked with a stack of our own, so that no nesting is too deep for Python's.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import yaml

from generator.curating.faults import Fault, quoted
from generator.curating.places import Node, Places
from generator.curating.plain_lines import CONSTANTS
from generator.curating.syntax import forbidden_characters, replace_forbidden, say_syntax_error

__all__ = ["Composed", "collector_at_rest", "compose"]

BEGINS_ITEMS = frozenset({"id", "date", "source"})
"""The keys with which events, citations and corrections begin: one that comes again may lack its dash."""

MAX_DEPTH = 32
"""Values may be nested so deep; the format itself needs six."""

_Event = Any
"""An event of PyYAML's; its marks are declared as optional, which they are only for events that one makes oneself."""

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's parser, or PyYAML's own where that was built without it: slower, with the same events."""


@dataclass(frozen=True, slots=True)
class Composed:
    """What a text holds.

    Attributes:
        data: Mappings as `dict`, lists as `list`, scalars as `str`, `bool` or None; of a text that does not parse,
            what stands before the mistake.
        places: Where each of these values stands.
        faults: What is wrong with the writing, in the order of the text.
        broken_at: The index at which parsing had to stop, or None for a text that could be parsed to its end.
    """

    data: Any
    places: Places
    faults: tuple[Fault, ...]
    broken_at: int | None


def compose(text: str, *, outer: int = 0) -> Composed:
    """Read YAML.

    Args:
        text: The decoded text, without a byte order mark.
        outer: In how many values of a longer text it is nested.

    Returns:
        Its data, their places and the faults of the writing. A text that does not parse has such a fault, too.
    """
    builder = _Builder(text, outer)
    with collector_at_rest():
        builder.build()
    faults = tuple(sorted(builder.faults))
    return Composed(builder.data, Places(text, builder.root), faults, builder.broken_at)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from looking through a million new values again and again while they are made."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Frame:
    """A mapping or list that has begun and not ended."""

    __slots__ = ("data", "key", "key_end", "key_start", "node", "parts", "wants_key")

    def __init__(self, node: Node, data: Any) -> None:  # noqa: ANN401 a dict or list, as `wants_key` knows
        self.node = node
        self.data = data
        self.parts: Any = node.parts
        self.wants_key = isinstance(data, dict)
        self.key: str | None = None
        self.key_start = self.key_end = -1


class _TooDeepError(Exception):
    """The text nests deeper than `MAX_DEPTH`.

    Args:
        index: Where it does.
    """

    def __init__(self, index: int) -> None:
        super().__init__(index)
        self.index = index


class _Builder:
    """Builds data and nodes from the parser's events; one is used once.

    Args:
        text: The decoded text.
        outer: In how many values of a longer text it is nested.
    """

    def __init__(self, text: str, outer: int = 0) -> None:
        self.text = text
        self.most = MAX_DEPTH - outer
        self.places = Places(text, None)
        self.faults: list[Fault] = []
        self.data: Any = None
        self.root: Node | None = None
        self.broken_at: int | None = None
        self.stack: list[_Frame] = []
        self.documents = 0

    def build(self) -> None:
        """Walk the events to the end, or to the first that makes no sense."""
        for index, what, todo in forbidden_characters(self.text):
            self.fault(index, what, todo)
        handlers: dict[type[Any], Callable[[_Event], None]] = {
            yaml.ScalarEvent: self.scalar,
            yaml.MappingStartEvent: self.begin,
            yaml.SequenceStartEvent: self.begin,
            yaml.MappingEndEvent: self.finish,
            yaml.SequenceEndEvent: self.finish,
            yaml.AliasEvent: self.alias,
            yaml.DocumentStartEvent: self.document,
        }
        parser = _Parser(replace_forbidden(self.text) if self.faults else self.text)
        try:
            while (event := parser.get_event()) is not None:
                handler = handlers.get(type(event))
                if handler:
                    handler(event)
        except yaml.YAMLError as error:
            self.broken_at, what, todo = say_syntax_error(error, self.text)
            self.fault(self.broken_at, what, todo)
        except _TooDeepError as error:
            self.broken_at = error.index
        finally:
            parser.dispose()

    def fault(self, index: int, what: str, todo: str) -> None:
        """Note a fault at an index of the text."""
        position = self.places.lines.position(min(index, len(self.text)))
        self.faults.append(Fault(position.line, position.column, what, todo))

    def document(self, event: _Event) -> None:
        """`---`, and what may stand before it."""
        self.documents += 1
        if self.documents == 2:
            self.fault(event.start_mark.index, "a second document begins here", "delete this line: ---")
        if event.version or event.tags:
            self.fault(event.start_mark.index, "a directive (a line that begins with %)", "delete that line")

    def scalar(self, event: _Event) -> None:
        """A key or a value that is no collection."""
        start, end, style = event.start_mark.index, event.end_mark.index, event.style or ""
        if event.tag is not None or event.anchor is not None:
            self.ornaments(event)
        frame = self.stack[-1] if self.stack else None
        value: str = event.value
        if frame is not None and frame.wants_key:
            self.key(frame, value, start, end, plain=not style)
            return
        if style in {"|", ">"}:
            end = self._end_of_block(start, end)
        data = value if style else CONSTANTS.get(value, value)
        if event.tag is not None:
            data = value or self.text[start:end]  # `!Stop` was meant as text
        node = Node(start, end, style)
        if frame is not None and frame.key is not None:
            # What `attach` does, for nine values in ten: a large file has half a million.
            frame.node.end = end
            frame.wants_key = True
            node.key_start, node.key_end = frame.key_start, frame.key_end
            frame.data[frame.key] = data
            frame.parts[frame.key] = node
            return
        self.attach(node, data)

    def key(self, frame: _Frame, key: str, start: int, end: int, *, plain: bool) -> None:
        """The key of a mapping; one that is a fault takes its value with it."""
        frame.wants_key = False
        frame.key = None
        if key == "<<" and plain:
            self.fault(start, "a merge key (<<)", "write out the keys that it stands for")
        elif not key:
            self.fault(start, "a key is missing before the colon", "write the key, or delete the colon")
        elif plain and key[0].isspace():
            what = f"a blank of a kind that does not indent (U+{ord(key[0]):04X}) stands before “{key.strip()}”"
            self.fault(start, what, "write ordinary spaces")
        elif key in frame.data:
            first = frame.node.part(key)
            line = self.places.lines.position(first.key_start if first else start).line
            todo = "keep one of the two"
            if key in BEGINS_ITEMS:
                todo += ", or begin a new item with “- ” if a dash is missing here"
            self.fault(start, f"the key {quoted(key)} stands here again, first in line {line}", todo)
        else:
            frame.key, frame.key_start, frame.key_end = key, start, end

    def begin(self, event: _Event) -> None:
        """A mapping or list."""
        start = event.start_mark.index
        if event.tag is not None or event.anchor is not None:
            self.ornaments(event)
        if len(self.stack) >= self.most:
            self.fault(start, f"lists and mappings are nested more than {MAX_DEPTH} deep", "write them side by side")
            raise _TooDeepError(start)
        mapping = isinstance(event, yaml.MappingStartEvent)
        node = Node(start, start, "flow" if event.flow_style else "block", {} if mapping else [])
        data: dict[str, Any] | list[Any] = {} if mapping else []
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.wants_key:
            self.fault(start, "a mapping or list stands where a key should", "write a word there, or put it in quotes")
            frame.wants_key = False
            frame.key = None
        else:
            self.attach(node, data)
        self.stack.append(_Frame(node, data))

    def finish(self, event: _Event) -> None:
        """The end of a mapping or list."""
        node = self.stack.pop().node
        if node.style == "flow":
            node.end = event.end_mark.index
        if self.stack:
            self.stack[-1].node.end = node.end

    def alias(self, event: _Event) -> None:
        """`*name`, which stands for what `&name` marks."""
        start, end = event.start_mark.index, event.end_mark.index
        name = quoted(self.text[start:end])
        self.fault(start, f"{name} is an alias", "write out what it stands for; text that begins with * goes in quotes")
        frame = self.stack[-1] if self.stack else None
        if frame is not None and frame.wants_key:
            frame.wants_key = False
            frame.key = None
        else:
            self.attach(Node(start, end, ""), self.text[start:end])

    def ornaments(self, event: _Event) -> None:
        """Tags and anchors: both are faults."""
        start = event.start_mark.index
        if event.anchor is not None:
            name = quoted(f"&{event.anchor}")
            self.fault(start, f"{name} is an anchor", "delete it; text that begins with & goes in quotes")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.fault(
                start, f"{quoted(_short_tag(tag))} is a tag", "delete it; text that begins with ! goes in quotes"
            )

    def attach(self, node: Node, data: Any) -> None:  # noqa: ANN401 whatever the file holds
        """Give a value to the mapping or list that it stands in."""
        if not self.stack:
            if self.documents < 2:
                self.root, self.data = node, data
            return
        frame = self.stack[-1]
        frame.node.end = node.end
        if isinstance(frame.data, list):
            frame.data.append(data)
            frame.parts.append(node)
            return
        frame.wants_key = True
        if frame.key is not None:
            node.key_start, node.key_end = frame.key_start, frame.key_end
            frame.data[frame.key] = data
            frame.parts[frame.key] = node

    def _end_of_block(self, start: int, end: int) -> int:
        """The end of a block scalar's last line of text: its mark stands past the comments and blank lines after it."""
        return start + len(self.text[start:end].rstrip())


def _short_tag(tag: str) -> str:
    standard = "tag:yaml.org,2002:"
    if tag.startswith(standard):
        return "!!" + tag.removeprefix(standard)
    return tag if tag.startswith("!") else f"!<{tag}>"
