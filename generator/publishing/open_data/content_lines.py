"""Content lines of iCalendar (RFC 5545, section 3.1): escaped, folded, and ended as the standard asks.

Written here and not with the library `icalendar`, which needs most of a millisecond for an event, fifty times as long:
it folds sign by sign. The tests read with that library what is written here.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.publishing.plain_text import clean

__all__ = ["Line", "component", "content_line", "list_of", "text_of"]

Line = tuple[str, str]
"""The name of a property with its parameters, and its value, escaped."""

_OCTETS = 75
"""How long a line may be, without its end."""

_ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n"))
"""What stands for what in a text, in the order in which it is put there."""


def text_of(text: str) -> str:
    """A value of the type TEXT (section 3.3.11), cleaned."""
    text = clean(text)
    for sign, escaped in _ESCAPES:
        text = text.replace(sign, escaped)
    return text


def list_of(texts: Iterable[str]) -> str:
    """Several values of the type TEXT."""
    return ",".join(map(text_of, texts))


def component(name: str, lines: Iterable[Line]) -> str:
    """The beginning of a component and its properties; others may stand in it before its end."""
    return "".join(content_line(*line) for line in (("BEGIN", name), *lines))


def content_line(name: str, value: str) -> str:
    """A property on as many lines as it needs, none of which cuts a character in two."""
    line = f"{name}:{value}"
    if len(line) <= _OCTETS and line.isascii():
        return f"{line}\r\n"
    octets = line.encode()
    pieces, at, room = [], 0, _OCTETS
    while at < len(octets):
        end = min(at + room, len(octets))
        # An octet of the form 10xxxxxx goes on with a character that began before it (RFC 3629).
        while end < len(octets) and octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[at:end].decode())
        at, room = end, _OCTETS - 1
    return "\r\n ".join(pieces) + "\r\n"
