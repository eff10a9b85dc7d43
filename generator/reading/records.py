"""JSON Lines, and JSON of the same shape: records with `text`, `published`, `url` and `title`, one an article."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from generator.errors import ArticleError
from generator.reading.addresses import web_address
from generator.reading.body import BODY
from generator.reading.decoding import MAX_BYTES
from generator.reading.fields import day_of, language_code, one_line
from generator.reading.item import Item, Unread
from generator.reading.source import Context, Source

__all__ = ["parse_json", "read_jsonl", "record_item"]

DATES = ("published", "date")
"""The fields that give the day of publication, the surer first."""

ONE_A_LINE = 'write one a line: {"text": "…", "published": "2022-12-30"}'


def read_jsonl(source: Source, context: Context) -> Iterator[Item | Unread]:
    """Read JSON Lines.

    Args:
        source: The file, one record a line in UTF-8; empty lines are passed over.
        context: For today's date.

    Yields:
        An item for each record, called `news.jsonl!12` after its line; for each line that is none, why.
    """
    number = 0
    while line := source.stream.readline(MAX_BYTES + 1):
        number += 1
        origin = f"{source.origin}!{number}"
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = source.stream.readline(MAX_BYTES)
            yield Unread(origin, f"the line has more than {MAX_BYTES // 1_000_000} MB — give one article a line")
        elif line.strip():
            yield _line_item(line, origin, context)


def _line_item(line: bytes, origin: str, context: Context) -> Item | Unread:
    """The item of one line."""
    try:
        return record_item(parse_json(line, origin), origin, context)
    except ArticleError as error:
        return Unread(origin, f"{error.what} — {error.todo}")


def parse_json(data: bytes, where: str, *, todo: str = ONE_A_LINE) -> object:
    """Parse JSON that a stranger wrote.

    Args:
        data: The JSON, in UTF-8.
        where: What it is called, for messages.
        todo: What to do where it is none.

    Returns:
        What it says.

    Raises:
        ArticleError: It is no JSON, or none that anybody needs: nested a thousand deep, numbers of thousands of
            figures.
    """
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        what = f"byte {error.start} is not UTF-8"
    except json.JSONDecodeError as error:
        what = f"it is not JSON ({error.msg}, column {error.colno})"
    except RecursionError:
        what = "its JSON is nested too deep"
    except ValueError:  # a number of more figures than Python reads
        what = "its JSON holds a number that is none"
    raise ArticleError(what, where=where, todo=todo)


def record_item(record: object, origin: str, context: Context) -> Item:
    """The item that a record makes.

    Args:
        record: What the JSON says. Of its fields `text` must be there; `published` or `date`, `url`, `title`,
            `publisher` and `language` may be; others are passed over.
        origin: What to call it.
        context: For today's date.

    Returns:
        The item, its `text` being an article's own text: its paragraphs stand as they are.

    Raises:
        ArticleError: It is no object, or has no text.
    """
    if not isinstance(record, Mapping):
        raise ArticleError("it is no object", where=origin, todo=ONE_A_LINE)
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ArticleError("it has no `text`", where=origin, todo=ONE_A_LINE)
    field, day = next(((field, day) for field in DATES if (day := day_of(one_line(record.get(field))))), ("", None))
    believed = context.believed(day)
    return Item(
        origin,
        BODY,
        data=text.encode("utf-8", "replace"),
        url=web_address(one_line(record.get("url"))),
        title=one_line(record.get("title")),
        publisher=one_line(record.get("publisher")),
        language=language_code(one_line(record.get("language"))),
        published=believed,
        basis=f"the record's field {field}" if believed else "",
    )
