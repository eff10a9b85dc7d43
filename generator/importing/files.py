"""A file → what it holds: which reader reads what, by its ending and by what it begins with."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.curating.drafts import Batch, Remark
from generator.errors import ArticleError, ForeignFileError, UsageError
from generator.importing.columns import find_header
from generator.importing.csv_rows import csv_rows
from generator.importing.ical import read_calendar
from generator.importing.own_tables import CITATIONS_FILE, citations_of, is_citations, is_own
from generator.importing.rows import Row, Table
from generator.importing.sheet import Cited, read_sheet
from generator.importing.timelinejs import read_timelinejs
from generator.importing.when import Order
from generator.importing.xlsx_rows import xlsx_rows
from generator.reading.decoding import decode, load_bytes

__all__ = ["ENDINGS", "Wishes", "read_batch"]

ENDINGS: Mapping[str, str] = {
    ".json": "timelinejs",
    ".jsonp": "timelinejs",
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".txt": "csv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".ics": "ical",
    ".ical": "ical",
}
"""What a file is, by its ending."""

_BEGINS = (
    (b"PK\x03\x04", "xlsx"),
    (b"BEGIN:VCALENDAR", "ical"),
    (b"{", "timelinejs"),
    (b"STORYJS_JSONP_DATA", "timelinejs"),
)
"""What it is, by its first bytes: they count more than its ending."""

_TODO = "give a file that ends in .json (TimelineJS), .csv, .xlsx or .ics"

_LINE_ENDS = re.compile(rb"[\r\n]+(?P<fold>[ \t]?)")
"""Where a line of a calendar ends, or goes on behind a blank (RFC 5545, section 3.1)."""

_NOT_GUESSED = (b"PK", codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How workbooks begin, and texts that say what they are in; UTF-8 is what can be read as such."""

LONGEST_SAMPLE = 40
"""Characters of a word that a message shows."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person says of a file.

    Attributes:
        columns: The names of columns by field.
        sheet: Which sheet of a workbook; empty for the one that is shown first.
        order: Which number comes first in 03/04/2022; empty to tell it from the table.
    """

    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    sheet: str = ""
    order: Order = ""


def read_batch(path: Path, wishes: Wishes | None = None) -> Batch:
    """Read a file of events.

    Args:
        path: The file.
        wishes: What a person says of it.

    Returns:
        Its events, as drafts, and what was not kept.

    Raises:
        ForeignFileError: It cannot be read, is too large, or is of no kind that is known.
        UsageError: A person said something of columns or sheets that a file of this kind has not.
    """
    data = _bytes(path)
    kind = _kind(path, data)
    data = _unfolded(data) if kind == "ical" else data
    batch = _read(path, data, kind, wishes or Wishes())
    guessed = _guessed(data, batch)
    return replace(batch, remarks=(Remark(str(path), guessed), *batch.remarks)) if guessed else batch


def _read(path: Path, data: bytes, kind: str, wishes: Wishes) -> Batch:
    if kind not in {"csv", "xlsx"} and (wishes.columns or wishes.sheet):
        raise UsageError("--map and --sheet are for tables", where=str(path), todo="leave them out")
    if kind == "timelinejs":
        return read_timelinejs(_text(path, data), str(path))
    if kind == "ical":
        return read_calendar(_text(path, data), str(path))
    if kind == "xlsx":
        rows, others = xlsx_rows(data, str(path), wishes.sheet)
        return read_sheet(
            _table("XLSX", rows, path, others if not wishes.sheet else ()), str(path), wishes.columns, wishes.order
        )
    if wishes.sheet:
        raise UsageError("--sheet is for workbooks of Excel", where=str(path), todo="leave it out")
    table = _csv(path, data)
    return read_sheet(table, str(path), wishes.columns, wishes.order, _cited(table, path))


def _unfolded(data: bytes) -> bytes:
    """A calendar with whole lines: programs that count octets cut a letter in two where a line goes on."""
    if data.startswith(_NOT_GUESSED):
        return data
    return _LINE_ENDS.sub(lambda match: b"" if match["fold"] else match[0], data)


def _guessed(data: bytes, batch: Batch) -> str:
    """What is said where the encoding of a text had to be guessed: a word with letters of it, for a person to judge."""
    if data.startswith(_NOT_GUESSED) or _is_utf_8(data):
        return ""
    words = (word for draft in batch.drafts for text in (draft.title, draft.summary) for word in text.split())
    sample = next((word[:LONGEST_SAMPLE] for word in words if not word.isascii()), "")
    told = f"it is not in UTF-8; its letters are read as in “{sample}”: where that is wrong, save it anew in UTF-8"
    return told if sample else ""


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _csv(path: Path, data: bytes) -> Table:
    return _table("CSV", csv_rows(_text(path, data), str(path)), path)


def _cited(table: Table, path: Path) -> Cited:
    """What the events of a table of ours cite, where the table of citations lies beside it."""
    if is_citations(table.header):
        todo = "name events.csv; what lies beside it is read with it"
        raise ForeignFileError("this is a table of citations", where=str(path), todo=todo)
    beside = path.with_name(CITATIONS_FILE)
    if not is_own(table.header) or not beside.is_file():
        return {}
    citations = _csv(beside, _bytes(beside))
    return citations_of(citations) if is_citations(citations.header) else {}


def _kind(path: Path, data: bytes) -> str:
    head = data[:200].removeprefix(b"\xef\xbb\xbf").lstrip()
    for begin, kind in _BEGINS:
        if head.upper().startswith(begin):
            return kind
    ending = path.suffix.casefold()
    if ending not in ENDINGS:
        raise ForeignFileError(f"nothing is known of files that end in “{ending}”", where=str(path), todo=_TODO)
    return ENDINGS[ending]


def _table(kind: str, rows: Sequence[Row], path: Path, remarks: tuple[str, ...] = ()) -> Table:
    head = find_header(rows)
    if head is None:
        todo = "give a table with the names of its columns in the first row"
        raise ForeignFileError("the table has no rows", where=str(path), todo=todo)
    return Table(kind, rows[head].cells, rows[head].number, tuple(rows[head + 1 :]), remarks)


def _bytes(path: Path) -> bytes:
    if path.is_dir():
        raise ForeignFileError("this is a folder", where=str(path), todo="name the files in it")
    try:
        return load_bytes(path)
    except ArticleError as error:
        todo = "cut it in parts" if "limit" in error.what else "check the path"
        raise ForeignFileError(error.what, where=str(path), todo=todo) from error


def _text(path: Path, data: bytes) -> str:
    try:
        return decode(data, str(path))
    except ArticleError as error:
        raise ForeignFileError(error.what, where=str(path), todo="save it anew, as text in UTF-8") from error
