"""Entries in the plain style that people and this program write, read a line at a time and without YAML's parser.

In that style each line is blank, a comment, or `key: value`, `- key: value` or `- value` with a value that ends where
the line does: text without quotes, text in quotes, or a list or mapping of such in brackets or braces. Of these lines
YAML 1.1 leaves one reading, and so does libyaml; the tests compare the two. Whatever is in another style, or breaks a
rule, is not read here at all: then the parser reads it, and says what is wrong.

It is three times as quick as libyaml's events through PyYAML, which make two marks and an object for each scalar.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["CONSTANTS", "KEY", "plain_entry"]

CONSTANTS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}
"""What a value without quotes means where it is no text."""

KEY = r"\w[^\x00-,/:-@\[-^`{-\xa0]{0,99}"
"""A key that needs no quotes, letters of any script; one of more than 1,024 characters is none to YAML."""

MOST_NESTED = 8
"""So many lists and mappings, one in another, are read here; the format needs three in an entry."""

# Without `|` in what repeats: an alternative for each character would take twice as long.
_QUOTED = r'"[^"\\\n\t]*(?:\\["\\][^"\\\n\t]*)*"' + r"|'[^'\n\t]*'"
_BARE = r"[^\W_][^\n\t:#]*(?:(?::(?![ \n]|\Z)|(?<! )\#)[^\n\t:#]*)*(?<! )"
"""Text without quotes: a colon before a blank would end a key, a number sign behind one begins a comment."""

_INSIDE = r"""[^\n\t,:#?\[\]{}"'&*!|>%@`"""
_ITEM = rf"{_QUOTED}|[^\W_](?:{_INSIDE}]*{_INSIDE} ])?"
_PAIR = rf"{KEY}:\ +(?:{_ITEM})"
_LIST = rf"\[(?:(?:{_ITEM})(?:,\ *(?:{_ITEM}))*)?\]"
_MAPPING = rf"\{{{_PAIR}(?:,\ *{_PAIR})*\}}"

_LINE = re.compile(
    rf"^(?:( *)(-\ +)?(?:({KEY}):(?:\ +|$))?({_BARE}|{_QUOTED}|{_LIST}|{_MAPPING})?|\ *\#[^\n]*|(.+))$", re.MULTILINE
)
"""A line as indentation, dash, key and value, without any of them for a comment; or the whole of one in no plain style.
"""

_ITEMS = re.compile(_ITEM)
_PAIRS = re.compile(rf"({KEY}):\ +({_ITEM})")
_ESCAPE = re.compile(r"\\(.)")


class _OtherStyleError(Exception):
    """The lines are not in the plain style, or are no YAML."""


def plain_entry(text: str) -> Any:  # noqa: ANN401 whatever the entry holds
    """Read lines in the plain style.

    Args:
        text: Whole lines that hold one block list or mapping. Nothing but line feeds breaks lines in it.

    Returns:
        Its data; None where a line is in another style, or where they are no such list or mapping.
    """
    nest = _Nest()
    try:
        for indent, dash, key, value, other in _LINE.findall(text):
            if not (key or value):
                if dash or other:
                    return None
                continue
            if dash or nest.waiting is not None or len(indent) != nest.keys_at:
                nest.enter(len(indent), dash)
            if dash and key:
                nest.begin(len(indent) + len(dash), {})
            nest.put(key, value)
    except _OtherStyleError:
        return None
    return nest.frames[0][1] if nest.frames else None


class _Nest:
    """The list or mapping that a line belongs to, inside of those that have begun and not ended.

    Attributes:
        frames: All of them from the outermost, each with the column in which its lines stand.
        column, holder: The innermost one.
        keys_at: Its column where it is a mapping, in which further keys may stand; else -1.
        waiting: The key in it whose value may stand in the next lines, or None.
    """

    __slots__ = ("column", "frames", "holder", "keys_at", "waiting")

    def __init__(self) -> None:
        self.frames: list[tuple[int, Any]] = []
        self.column = self.keys_at = -1
        self.holder: Any = None
        self.waiting: str | None = None

    def begin(self, column: int, inner: Any) -> None:  # noqa: ANN401 a list or mapping
        """Begin a list or mapping in the one that is open.

        Raises:
            _OtherStyleError: Too many are open.
        """
        if self.waiting is not None:
            self.holder[self.waiting] = inner
            self.waiting = None
        elif self.frames:
            self.holder.append(inner)
        self.column, self.holder = column, inner
        self.keys_at = -1 if type(inner) is list else column
        self.frames.append((column, inner))
        if len(self.frames) > MOST_NESTED:
            raise _OtherStyleError

    def enter(self, column: int, dash: str) -> None:
        """Go to the list or mapping that a line in a column belongs to.

        Raises:
            _OtherStyleError: There is none.
        """
        deeper = column > self.column or (self.waiting is not None and bool(dash) and column == self.column)
        if deeper and (self.waiting is not None or not self.frames):
            self.begin(column, [] if dash else {})
            return
        self.waiting = None
        # A list may stand in the column of its key, and ends where the next key begins.
        while column < self.column or (column == self.column and not dash and type(self.holder) is list):
            self.frames.pop()
            if not self.frames:
                raise _OtherStyleError
            self.column, self.holder = self.frames[-1]
        if column != self.column or (type(self.holder) is list) is not bool(dash):
            raise _OtherStyleError
        self.keys_at = -1 if dash else column

    def put(self, key: str, value: str) -> None:
        """Put in what a line holds.

        Raises:
            _OtherStyleError: The line has no key where one belongs, or one that was there before.
        """
        holder = self.holder
        if not key:
            if type(holder) is not list:
                raise _OtherStyleError
            holder.append(_value(value))
        elif key in holder:
            raise _OtherStyleError
        elif value:
            holder[key] = _value(value)
        else:
            holder[key] = None
            self.waiting = key


def _value(written: str) -> Any:  # noqa: ANN401 text, a constant, or a list or mapping of those
    first = written[0]
    if first == '"':
        return _ESCAPE.sub(r"\1", written[1:-1]) if "\\" in written else written[1:-1]
    if first == "'":
        return written[1:-1]
    if first == "[":
        return [_value(item) for item in _ITEMS.findall(written)]
    if first == "{":
        pairs = _PAIRS.findall(written)
        data = {key: _value(value) for key, value in pairs}
        if len(data) < len(pairs):
            raise _OtherStyleError
        return data
    return CONSTANTS.get(written, written)
