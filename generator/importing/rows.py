"""What a table is, wherever it comes from: rows of cells that are texts."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["MAX_COLUMNS", "MAX_ROWS", "Row", "Table"]

MAX_ROWS = 100_000
"""Rows: ten times the largest timeline that anybody reads."""

MAX_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Row:
    """A row.

    Attributes:
        number: Its number, from 1, as a spreadsheet shows it.
        cells: Its cells, as texts without white space around them.
        remarks: What could not be read of them, or had to be decided.
    """

    number: int
    cells: tuple[str, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        kind: What it came from: `CSV`.
        header: The names of its columns.
        header_row: The number of the row in which they stand.
        rows: The rows below that are not blank.
        remarks: What there is to say of the whole.
    """

    kind: str
    header: tuple[str, ...]
    header_row: int
    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = ()
