"""CSV → rows: whatever stands between the cells, in whatever encoding spreadsheets save it.

What separates the cells is what makes the most of them of the first lines: the standard library's sniffer guesses from
letters too, and takes a sentence for a row.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from generator.errors import ForeignFileError
from generator.importing.fields import text_of
from generator.importing.rows import MAX_COLUMNS, MAX_ROWS, Row

__all__ = ["csv_rows"]

SEPARATORS = (",", ";", "\t", "|")
MAX_CELL = 1_000_000
"""Characters of one cell: what is longer is a quotation mark without its end."""

LOOKED_AT = 20
"""Lines from which the separator is told."""

_GUARDED = re.compile(r"'+[=+\-@\t\r\n＝＋－＠]")
"""Tables are published with an apostrophe before what programs would compute (OWASP, “CSV Injection”)."""

_SAID = re.compile(r"sep=(?P<separator>[,;|\t])\r?\n?", re.IGNORECASE)
"""A first line by which spreadsheets say what separates the cells."""


def csv_rows(text: str, path: str) -> list[Row]:
    """Read the rows of a table in CSV.

    Args:
        text: The text, decoded.
        path: The file's name, for messages.

    Returns:
        The rows that are not blank.

    Raises:
        ForeignFileError: There are too many rows or columns, or a quotation mark does not end.
    """
    said = _SAID.match(text)
    separator = said["separator"] if said else _separator(text)
    before = csv.field_size_limit(MAX_CELL)
    try:
        rows = list(_rows(text, separator, path))
    finally:
        csv.field_size_limit(before)
    return rows[1:] if said else rows


def _rows(text: str, separator: str, path: str) -> Iterator[Row]:
    number = 0
    try:
        for number, cells in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1):
            if number > MAX_ROWS:
                raise ForeignFileError(f"there are more than {MAX_ROWS} rows", where=path, todo="cut the file in parts")
            if len(cells) > MAX_COLUMNS:
                todo = "separate its cells by commas, semicolons or tabs, and put quotation marks around them"
                raise ForeignFileError(f"the row has {len(cells)} columns", where=f"{path}:{number}", todo=todo)
            if any(cell.strip() for cell in cells):
                yield Row(number, tuple(_unguarded(cell.strip()) for cell in cells))
    except csv.Error as error:
        todo = "look for a quotation mark without its end"
        raise ForeignFileError(f"this is no CSV ({error})", where=f"{path}:{number + 1}", todo=todo) from error


def _unguarded(cell: str) -> str:
    """A cell without the apostrophe that keeps programs from computing what begins like a formula."""
    return text_of(cell[1:] if _GUARDED.match(cell) else cell)


def _separator(text: str) -> str:
    """What separates the cells: of what gives the first lines the most columns, that which stands in most of them."""
    lines = text[:100_000]
    counts = {separator: _columns(lines, separator) for separator in SEPARATORS}
    return max(SEPARATORS, key=lambda separator: counts[separator])


def _columns(lines: str, separator: str) -> tuple[int, int]:
    """How many columns the head has with a separator, and how many of the first rows have as many."""
    try:
        rows = list(islice(csv.reader(io.StringIO(lines, newline=""), delimiter=separator), LOOKED_AT))
    except csv.Error:
        return 0, 0
    filled = [len(row) for row in rows if any(cell.strip() for cell in row)]
    head = max(filled[:3], default=0)
    return head, filled.count(head)
