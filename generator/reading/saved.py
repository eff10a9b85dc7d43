"""Saved pages: what `dateline fetch` writes above a page, so that a reader knows where it came from.

The head is front matter. In HTML it stands in a comment, which browsers pass over; above text it stands by itself. A
PDF file stays as its publisher signed it, and its head lies in a file beside it.
"""

from __future__ import annotations

import codecs
import dataclasses
import json
import re
from collections.abc import Mapping
from pathlib import Path

from generator.reading.address_lists import Address
from generator.reading.addresses import web_address
from generator.reading.fields import day_of, language_code
from generator.reading.item import Item

__all__ = [
    "HEAD_BYTES",
    "LISTED",
    "beside",
    "head_beside",
    "head_length",
    "listed_head",
    "part_head",
    "unwrap",
    "write_head",
]

HEAD_BYTES = 65_536
"""No head is longer: two addresses, and what a person may add."""

HEAD = re.compile(
    rb"(\xef\xbb\xbf)?(?:<!--\r?\n)?---\r?\n((?:[a-z_]+:[^\r\n]*\r?\n)+)---\r?(?:\n|\Z)(?:-->\r?\n)?",
)
"""One `key: value` a line, between fences."""

LISTED = ("listed_title", "listed_publisher", "listed_language", "listed_published", "listed_basis")
"""What the feed or sitemap that named a page said of it: weaker than what the page says of itself."""

MAX_LISTED = 500
"""The longest value, in characters, that is kept of a list."""

PDF = ".pdf"
MARK = "fetched"
"""The key by which a head is told from front matter that a page has of its own."""


def write_head(values: Mapping[str, str], *, is_html: bool) -> bytes:
    """Write a head.

    Args:
        values: What is known of the page: `url` and `fetched`; in the order in which they shall stand.
        is_html: Whether it stands above HTML. Then a byte order mark comes first: the page may declare an encoding
            that it had before it was saved as UTF-8, and the mark wins in browsers (WHATWG HTML, determining the
            character encoding) as in our reader.

    Returns:
        Its bytes, ASCII but for the mark. Nothing in a value can end the comment.
    """
    lines = "".join(f"{key}: {_quoted(value)}\n" for key, value in values.items())
    front = f"---\n{lines}---\n"
    return codecs.BOM_UTF8 + f"<!--\n{front}-->\n".encode() if is_html else front.encode()


def part_head(data: bytes) -> tuple[Mapping[str, str], bytes]:
    """Part a saved page from its head.

    Args:
        data: The file, or its first `HEAD_BYTES`.

    Returns:
        What the head says, empty for a page without one; and the page, with an empty line in the place of each line of
        the head, so that lines keep their numbers.
    """
    match = HEAD.match(data)
    values = _values(match[2].decode("utf-8", "replace")) if match else {}
    if match is None or MARK not in values:
        return {}, data
    return values, (match[1] or b"") + b"\n" * match[0].count(b"\n") + data[match.end() :]


def head_length(data: bytes) -> int:
    """How many bytes of a saved page are its head, the byte order mark included; 0 for a page without one."""
    match = HEAD.match(data)
    return match.end() if match and part_head(match[0])[0] else 0


def beside(path: Path) -> Path:
    """The file beside a PDF file that holds its head."""
    return path.with_name(f"{path.name}.yaml")


def head_beside(path: Path) -> bytes:
    """What stands in the file beside a PDF file; empty where there is none, and for files of other kinds."""
    if path.suffix.lower() != PDF:
        return b""
    try:
        with beside(path).open("rb") as file:
            return file.read(HEAD_BYTES)
    except OSError:
        return b""


def listed_head(address: Address) -> dict[str, str]:
    """What a head keeps of what a list says of a page, by the keys `LISTED`; empty values for what it does not say."""
    day = address.published.isoformat() if address.published else ""
    said = (address.title, address.publisher, address.language, day, address.basis if day else "")
    return {key: " ".join(value.split())[:MAX_LISTED] for key, value in zip(LISTED, said, strict=True)}


def unwrap(item: Item, data: bytes) -> tuple[Item, bytes, Address]:
    """Take the head off an article, if it was fetched.

    Args:
        item: The article.
        data: Its bytes.

    Returns:
        The item with what its head says, where its container does not know better: its `url`, and `title`, `publisher`
        and `language` where a person has added them. Its bytes without the head, as `part_head` gives them. And what
        the list said that named it, for what the page does not say of itself.
    """
    head, page = part_head(data) if item.form != PDF else (_beside(item), data)
    if not head:
        return item, page, Address("")
    told = dataclasses.replace(
        item,
        url=item.url or web_address(head.get("url")),
        title=item.title or head.get("title", ""),
        publisher=item.publisher or head.get("publisher", ""),
        language=item.language or head.get("language", "")[:2].lower(),
    )
    return told, page, _listed(head)


def _listed(head: Mapping[str, str]) -> Address:
    """What a list said of a page, as its head has it."""
    title, publisher, language, day, basis = (head.get(key, "") for key in LISTED)
    return Address(head.get("url", ""), title, publisher, language_code(language), day_of(day), basis=basis)


def _beside(item: Item) -> Mapping[str, str]:
    """The head of a PDF file; empty where it was not fetched."""
    if item.head is not None:
        return part_head(item.head)[0]
    return part_head(head_beside(item.path))[0] if item.path else {}


def _quoted(value: str) -> str:
    """A value in double quotes, which YAML and JSON share; `>` is escaped, since it could end a comment."""
    return json.dumps(value).replace(">", "\\u003e").replace("<", "\\u003c")


def _values(lines: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in lines.splitlines())
    return {key: _unquoted(value.strip()) for key, _, value in pairs}


def _unquoted(value: str) -> str:
    """What a value says; a person may have written it without quotes."""
    try:
        text = json.loads(value) if value.startswith('"') else value
    except ValueError:
        text = value
    return " ".join(str(text).split())
