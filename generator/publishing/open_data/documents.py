"""JSON documents put together from parts that are JSON already, one part a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2s
from typing import Any

from generator.publishing.json_text import json_text

__all__ = ["document", "fingerprint"]


def document(head: Mapping[str, Any] | str, parts: Mapping[str, str | Sequence[str] | Mapping[str, str]]) -> bytes:
    """A JSON object. Names of parts and of their members are ids, in which nothing needs an escape.

    Args:
        head: Its first members, at least one, also as an object that is JSON already. Those without a value are left
            out.
        parts: Its other members: a value that is JSON already, or a list or an object of such values. They are there
            even where they are empty.

    Returns:
        The document in UTF-8, each item on a line of its own, so that two versions can be compared.
    """
    # Joined but once: one that holds the whole timeline is of many megabytes.
    pieces = [(head if isinstance(head, str) else json_text(dict(head)))[:-1]]
    for name, part in parts.items():
        pieces.append(f',\n"{name}":')
        pieces += _value(part)
    pieces.append("}\n")
    return "".join(pieces).encode()


def _value(part: str | Sequence[str] | Mapping[str, str]) -> Iterator[str]:
    if isinstance(part, str):
        yield part
        return
    opening, closing = "{}" if isinstance(part, Mapping) else "[]"
    items = (f'"{name}":{value}' for name, value in part.items()) if isinstance(part, Mapping) else part
    before = f"{opening}\n"
    for item in items:
        yield before
        yield item
        before = ",\n"
    yield f"\n{closing}" if part else f"{opening}\n\n{closing}"


def fingerprint(parts: Iterable[str]) -> str:
    """What tells whether data changed: twelve hexadecimal digits, the same for the same parts in the same order."""
    digest = blake2s(digest_size=6)
    for part in parts:
        digest.update(part.encode())
        digest.update(b"\0")
    return digest.hexdigest()
