"""Values of files that anybody may have written → texts and numbers, whatever stands there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

__all__ = ["integer_of", "mapping_of", "text_of"]

_HALVES = re.compile(r"[\ud800-\udfff]")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_INTEGER = re.compile(r"([-+]?\d{1,12})(?:\.0*)?", re.ASCII)


def text_of(value: object) -> str:
    """A value as text without white space around it; what is neither text nor a number is empty.

    Control characters, which nobody sees, go. A half of a surrogate pair, which JSON can write and no file can hold,
    becomes U+FFFD.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return _HALVES.sub("\N{REPLACEMENT CHARACTER}", _CONTROLS.sub("", str(value))).strip()


def integer_of(text: str) -> int | None:
    """The whole number that a text says (`2022`, `-44`, `1,500`, `3.0`), or None."""
    match = _INTEGER.fullmatch(re.sub(r"[\s,]", "", text).replace("\N{MINUS SIGN}", "-"))
    return int(match[1]) if match else None


def mapping_of(value: object) -> Mapping[str, Any]:
    """A value if it is a mapping, as JSON has them; else an empty one."""
    return value if isinstance(value, dict) else {}
