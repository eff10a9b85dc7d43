"""New YAML, written as a person would like to find it: a field a line, text in double quotes, nothing folded.

What is new is double-quoted but for ids, dates and keywords, so that no reading of YAML (1.1 or 1.2) takes it for a
number, a truth value or a comment. Letters of all scripts stay legible; what cannot be seen is escaped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from generator.dates import parse
from generator.errors import EdtfError
from generator.scalars import is_id

__all__ = ["Data", "Scalar", "inline", "item_lines", "mapping_lines", "scalar"]

Scalar = str | bool | None
"""What a single value can be: the format's scalars are text, but for null, true and false."""

Data = Scalar | Sequence["Data"] | Mapping[str, "Data"]
"""What a field can hold."""

DATE_KEYS = frozenset({"date", "from", "to", "published", "added"})
"""The fields that hold dates: a bare year may stand there without quotes, as people write it."""

LONGEST_INLINE = 100
"""A nested mapping that fits in so many characters stands on one line, in braces."""

_NAMED_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0", "\x85": "\\N"}
_JOINERS = "\u200c\u200d"
_KEYWORDS = frozenset(["null", "true", "false", "yes", "no", "on", "off", "y", "n"])
_NUMBER = re.compile(r"[0-9][0-9_.]*(?:e[0-9]+)?|0x[0-9a-f]+|0o[0-7]+|0b[01]+")
_PLAIN_KEY = re.compile(r"[a-z]+(?:_[a-z]+)*")
_PLAIN_DATE = re.compile(r"[0-9-][0-9X-]*[~?%]?(?:/(?:\.\.|[0-9-][0-9X-]*[~?%]?))?")


def scalar(value: Scalar, *, date: bool = False) -> str:
    """Write a single value.

    Args:
        value: Text, null, true or false. A half of a surrogate pair, which no file can hold, becomes U+FFFD.
        date: Whether the field holds a date.

    Returns:
        The value in double quotes, or bare where it is an id, a date or a keyword that nothing mistakes.
    """
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if (date and _is_plain_date(value)) or _is_plain_word(value):
        return value
    return f'"{"".join(_escape(letter) for letter in value)}"'


def mapping_lines(fields: Mapping[str, Data], *, dash_indent: int = 2) -> list[str]:
    """Write a mapping in block style.

    Args:
        fields: The fields in the order in which they are to stand.
        dash_indent: How far the dashes of a list inside it stand from its key: 2, or 0 for files in that style.

    Returns:
        Its lines, without indentation of their own and without line ends.
    """
    lines: list[str] = []
    for key, value in fields.items():
        name = _key(key)
        if isinstance(value, Mapping):
            lines += _nested(name, value, dash_indent)
        elif isinstance(value, Sequence) and not isinstance(value, str):
            lines += _list(name, value, dash_indent)
        else:
            lines.append(f"{name}: {scalar(value, date=key in DATE_KEYS)}")
    return lines


def item_lines(value: Data, *, dash_indent: int = 2) -> list[str]:
    """Write an item of a block list: its first line begins with the dash.

    Args:
        value: A mapping, or a single value.
        dash_indent: As for `mapping_lines`.

    Returns:
        Its lines, as those of `mapping_lines`.
    """
    lines = mapping_lines(value, dash_indent=dash_indent) if isinstance(value, Mapping) and value else [inline(value)]
    return [f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines)]


def _nested(name: str, value: Mapping[str, Data], dash_indent: int) -> list[str]:
    short = f"{name}: {inline(value)}"
    # Without anything in it there is no block: a key with nothing after it would be null.
    if not value or (len(short) <= LONGEST_INLINE and not any(isinstance(part, Mapping) for part in value.values())):
        return [short]
    return [f"{name}:", *(f"  {line}" for line in mapping_lines(value, dash_indent=dash_indent))]


def _list(name: str, values: Sequence[Data], dash_indent: int) -> list[str]:
    if not any(isinstance(value, Mapping) for value in values):
        return [f"{name}: {inline(values)}"]
    indent = " " * dash_indent
    return [
        f"{name}:",
        *(f"{indent}{line}" for value in values for line in item_lines(value, dash_indent=dash_indent)),
    ]


def inline(value: Data, *, date: bool = False) -> str:
    """Write a value on one line: a mapping in braces, a list in brackets.

    Args:
        value: The value.
        date: Whether the field holds a date.
    """
    if isinstance(value, Mapping):
        fields = (f"{_key(key)}: {inline(part, date=key in DATE_KEYS)}" for key, part in value.items())
        return f"{{{', '.join(fields)}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(inline(part) for part in value)}]"
    return scalar(value, date=date)


def _key(name: str) -> str:
    return name if _PLAIN_KEY.fullmatch(name) and name not in _KEYWORDS else scalar(name)


def _is_plain_date(value: str) -> bool:
    if not _PLAIN_DATE.fullmatch(value):
        return False
    try:
        parse(value)
    except EdtfError:
        return False
    return True


def _is_plain_word(value: str) -> bool:
    return is_id(value) and value not in _KEYWORDS and not _NUMBER.fullmatch(value)


def _escape(letter: str) -> str:
    if letter in _NAMED_ESCAPES:
        return _NAMED_ESCAPES[letter]
    category = unicodedata.category(letter)
    if category == "Cs":
        return "\N{REPLACEMENT CHARACTER}"
    # Direction marks and the like change how a line is shown, so that a person would not see what is written.
    hidden = category in {"Cc", "Cf", "Zl", "Zp"} and letter not in _JOINERS
    if not hidden and not (category == "Cn" and ord(letter) & 0xFFFE == 0xFFFE):
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"
