"""JSON as we write it: cleaned, without empty keys, and harmless wherever it is put."""

from __future__ import annotations

import json
from typing import Any

from generator.publishing.plain_text import clean

__all__ = ["json_text", "tidy"]

_EMPTY: tuple[object, ...] = (None, "", [], {})
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_ESCAPES = (r"\u", r"\b", r"\f")
"""How JSON begins to write the control characters that no text should hold."""


def json_text(value: Any, *, indent: int | None = None) -> str:  # noqa: ANN401 whatever JSON holds
    """A value as JSON.

    Args:
        value: Mappings, lists, texts and numbers. Keys without a value are left out.
        indent: How far each level is set in; None for a single line without spaces.

    Returns:
        The text. `<`, `>` and `&` are written as escapes, so that it can stand in a script of a page.
    """
    encode = _encode if indent is None else json.JSONEncoder(ensure_ascii=False, indent=indent).encode
    text = encode(_pruned(value))
    # Looked at once as a whole, since nearly every text is clean; what is harmful in one may be written as an escape.
    if any(each in text for each in _ESCAPES) or clean(text) != text:
        text = encode(tidy(value))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def tidy(value: Any) -> Any:  # noqa: ANN401 whatever JSON holds
    """A value without empty keys, each text cleaned."""
    if isinstance(value, dict):
        return {key: tidy(item) for key, item in value.items() if item not in _EMPTY}
    if isinstance(value, list):
        return [tidy(item) for item in value]
    return clean(value) if isinstance(value, str) else value


def _pruned(value: Any) -> Any:  # noqa: ANN401 whatever JSON holds
    """A value without empty keys."""
    if isinstance(value, dict):
        return {
            key: _pruned(item) if isinstance(item, dict | list) else item
            for key, item in value.items()
            if item not in _EMPTY
        }
    return [_pruned(item) for item in value] if isinstance(value, list) else value
