"""Entries in the plain style that people and this program write, read a line at a time and without YAML's parser.

In that style each line is blank, a comment, or `key: value`, `- key: value` or `- value` with a value that ends where
the line does: text without quotes, text in quotes, or a list or mapping of such in brackets or braces. Of these lines
YAML 1.1 leaves one reading, and so does libyaml; the tests compare the two. Whatever is in another style, or breaks a
rule, is not read here at all: then the parser reads it, and says what is wrong.

It is three times as quick as libyaml's events through PyYAML, which make two marks and an object for each scalar.
"""

from __future__ import annotations

import re
from functools import lru_cache
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

_LINE = re.compile(rf"(?:( *)(-\ +)?(?:({KEY}):(?:\ +|\Z))?({_BARE}|{_QUOTED}|{_LIST}|{_MAPPING})?|\ *\#[^\n]*|(.+))\Z")
"""A line as indentation, dash, key and value, without any of them for a comment; or the whole of one in no plain style.
"""

_VALUE = re.compile(rf"{_BARE}|{_QUOTED}|{_LIST}|{_MAPPING}")
_ITEMS = re.compile(_ITEM)
_PAIRS = re.compile(rf"({KEY}):\ +({_ITEM})")
_ESCAPE = re.compile(r"\\(.)")

MOST_HEADS = 1 << 12
"""So many heads of lines are remembered; the format has some hundred, and each may be indented in a few ways."""
LONGEST_HEAD = 200


class _Heads(dict[str, tuple[int, int, str] | None]):
    """What heads of lines say: indentation, how wide the dash is with the blanks behind it, and the key.

    Nearly all lines of a file begin in one of some twenty ways, so that each is taken apart once.

    Args:
        end: What a head ends with, as an expression.
    """

    def __init__(self, end: str) -> None:
        super().__init__()
        self._head = re.compile(rf"( *)(-\ +)?({KEY}){end}")

    def __missing__(self, head: str) -> tuple[int, int, str] | None:
        """Take a head apart; None for one that is no head of a line with a key."""
        match = self._head.fullmatch(head)
        if match is None:
            return None
        parts = (len(match[1]), len(match[2] or ""), match[3])
        if len(self) >= MOST_HEADS:  # most are keys of sources, which stand once
            self.clear()
        if len(head) <= LONGEST_HEAD:
            self[head] = parts
        return parts


_BEFORE_VALUE = _Heads("")
"""Heads of lines by what stands before the first colon that a blank follows."""
_WITHOUT_VALUE = _Heads(":")
"""Heads that are the whole of a line."""


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
    has_tabs = "\t" in text
    try:
        for line in text.split("\n"):
            head, colon, value = line.partition(": ")
            known = (_BEFORE_VALUE if colon else _WITHOUT_VALUE)[head]
            if known is None or (has_tabs and "\t" in line):
                _take(line, nest)
                continue
            indent, dash, key = known
            if dash or nest.waiting is not None or indent != nest.keys_at:
                nest.enter(indent, is_item=dash > 0)
                if dash:
                    nest.begin(indent + dash, {})
            holder = nest.holder
            if key in holder:
                return None
            value = value.lstrip(" ")
            if value:
                holder[key] = _value(value)
            else:
                holder[key] = None
                nest.waiting = key
    except _OtherStyleError:
        return None
    return nest.frames[0][1] if nest.frames else None


def _take(line: str, nest: _Nest) -> None:
    """Put in a line of whatever kind.

    Raises:
        _OtherStyleError: It is in another style, or does not belong where it stands.
    """
    match = _LINE.match(line)
    indent, dash, key, value, other = match.groups("") if match else ("", "", "", "", line)
    if not (key or value):
        if dash or other:
            raise _OtherStyleError
        return
    if dash or nest.waiting is not None or len(indent) != nest.keys_at:
        nest.enter(len(indent), is_item=bool(dash))
    if dash and key:
        nest.begin(len(indent) + len(dash), {})
    nest.put(key, value)


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

    def enter(self, column: int, *, is_item: bool) -> None:
        """Go to the list or mapping that a line in a column belongs to; an item's line begins with a dash.

        Raises:
            _OtherStyleError: There is none.
        """
        deeper = column > self.column or (self.waiting is not None and is_item and column == self.column)
        if deeper and (self.waiting is not None or not self.frames):
            self.begin(column, [] if is_item else {})
            return
        self.waiting = None
        # A list may stand in the column of its key, and ends where the next key begins.
        while column < self.column or (column == self.column and not is_item and type(self.holder) is list):
            self.frames.pop()
            if not self.frames:
                raise _OtherStyleError
            self.column, self.holder = self.frames[-1]
        if column != self.column or (type(self.holder) is list) is not is_item:
            raise _OtherStyleError
        self.keys_at = -1 if is_item else column

    def put(self, key: str, value: str) -> None:
        """Put in what a line holds.

        Raises:
            _OtherStyleError: The line has no key where one belongs, or one that was there before.
        """
        holder = self.holder
        if not key:
            if type(holder) is not list:
                raise _OtherStyleError
            holder.append(_plain(value))
        elif key in holder:
            raise _OtherStyleError
        elif value:
            holder[key] = _plain(value)
        else:
            holder[key] = None
            self.waiting = key


def _value(written: str) -> Any:  # noqa: ANN401 text, a constant, or a list or mapping of those
    """What stands behind a key or dash, up to the end of the line.

    Raises:
        _OtherStyleError: It is in another style.
    """
    first = written[0]
    if first == '"':
        if written[-1] == '"' and written.count('"') == 2 and "\\" not in written:  # nearly always
            return written[1:-1]
    elif first.isalnum() and ":" not in written and "#" not in written and written[-1] != " ":
        return CONSTANTS.get(written, written)
    elif first == "[":
        return list(_flat_list(written))
    if _VALUE.fullmatch(written) is None:
        raise _OtherStyleError
    return _plain(written)


@lru_cache(maxsize=1 << 12)
def _flat_list(written: str) -> tuple[Any, ...]:
    """The items of a list in brackets: the same actors, places and tags stand in many events.

    Raises:
        _OtherStyleError: It is in another style.
    """
    if _VALUE.fullmatch(written) is None:
        raise _OtherStyleError
    return tuple(_plain(written))


def _plain(written: str) -> Any:  # noqa: ANN401 text, a constant, or a list or mapping of those
    """What a value in the plain style means."""
    first = written[0]
    if first == '"':
        return _ESCAPE.sub(r"\1", written[1:-1]) if "\\" in written else written[1:-1]
    if first == "'":
        return written[1:-1]
    if first == "[":
        return [_plain(item) for item in _ITEMS.findall(written)]
    if first == "{":
        pairs = _PAIRS.findall(written)
        data = {key: _plain(value) for key, value in pairs}
        if len(data) < len(pairs):
            raise _OtherStyleError
        return data
    return CONSTANTS.get(written, written)
