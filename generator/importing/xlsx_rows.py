"""A workbook of Excel → rows: the values of its cells as they were last reckoned, dates as precisely as they are shown.

The file is untrusted: what its parts unpack to is counted before, none may declare entities, and a row that claims to
be the billionth is not waited for.
"""

from __future__ import annotations

import datetime as dt
import html
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from operator import is_
from typing import TYPE_CHECKING, Any

from generator.errors import ForeignFileError
from generator.importing.fields import text_of
from generator.importing.rows import MAX_COLUMNS, MAX_ROWS, Row

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

__all__ = ["xlsx_rows"]

MAX_UNPACKED = 200_000_000
"""Bytes of all parts together, as they declare themselves; zipfile gives no more of one than it declares."""

MAX_PARTS = 5_000

MAX_TEXT = 20_000_000
"""Characters of all cells together, as many as a file of text may hold: one long text may stand in each of them."""

PROLOGUE = 65_536
"""Bytes of a part, within which its first element must begin."""

LAST_ROW = 1_048_576
"""The last row that a sheet can have (Excel's own limit); what claims to stand below is a trap."""

_TODO = "open it in a spreadsheet program, and save it anew as .xlsx or .csv"
_MARKS_OF_ORDER = b"\xef\xbb\xbf\xfe\xff \t\r\n"
_ELEMENT = re.compile(rb"<[A-Za-z_]")
_NO_ELEMENT = re.compile(rb"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
"""Comments and instructions, in which anything may stand."""

_COMMENTS = re.compile(r"xl/(?:comments/?\w*|threadedComments/\w+)\.xml")
_RELATIONS = re.compile(r"xl/worksheets/_rels/[^/]+\.rels")
_TARGET = re.compile(rb"(?<=\sTarget=\")https?://[^\"<>]{1,2000}(?=\")")
LINKS_TOLD = 5
_LINK = re.compile(r"=HYPERLINK\(\s*\"(?P<url>[^\"]{1,2000})\"", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.|_.|AM/PM|A/P", re.IGNORECASE)
"""Of a cell's format: what is text, a condition or a colour, and says nothing of year, month and day."""


def xlsx_rows(data: bytes, path: str, sheet: str = "") -> tuple[list[Row], tuple[str, ...]]:
    """Read the rows of one sheet of a workbook.

    Args:
        data: The file.
        path: Its name, for messages.
        sheet: Which sheet; the one that is shown first unless told.

    Returns:
        The rows that are not blank; and what there is to say of the whole: other sheets, and links behind words.

    Raises:
        ForeignFileError: It is no workbook, too large, unsafe, or has no such sheet.
    """
    _refuse_unsafe(data, path)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and rules of the file, which are not read
        values, formulas = _workbook(data, path, values=True), _workbook(data, path, values=False)
        try:
            name = _sheet(values, sheet, path)
            rows = list(_rows(values[name], formulas[name], path))
            return rows, (*_unread(values, name), *_behind_cells(data, rows))
        except ForeignFileError:
            raise
        except Exception as error:  # openpyxl lets whatever a damaged part leads to through: KeyError, ParseError, …
            raise _damaged(path) from error
        finally:
            values.close()
            formulas.close()


def _refuse_unsafe(data: bytes, path: str) -> None:
    """Refuse what unpacks to too much, and what declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            large = len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED
            declares = not large and any(_declares(archive, part) for part in parts)
    except Exception as error:  # zipfile raises many: BadZipFile, NotImplementedError, RuntimeError for a password
        raise _damaged(path) from error
    if large:
        what = f"the workbook unpacks to more than {MAX_UNPACKED // 1_000_000} MB"
        raise ForeignFileError(what, where=path, todo="save the sheet alone, as .csv")
    if declares:
        raise ForeignFileError("the workbook declares entities, as none does", where=path, todo=_TODO)


def _declares(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part in XML, whatever it is called, declares its type before it begins: there entities are declared.

    One that has not begun within what is read of it hides what it declares.
    """
    with archive.open(part) as file:
        head = file.read(PROLOGUE).replace(b"\0", b"").lstrip(_MARKS_OF_ORDER)
    if not head.startswith(b"<"):
        return False
    bare = _NO_ELEMENT.sub(b"", head)
    return b"<!DOCTYPE" in bare or _ELEMENT.search(bare) is None


def _workbook(data: bytes, path: str, *, values: bool) -> Workbook:
    from openpyxl import load_workbook

    try:
        return load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
    except Exception as error:  # as in `xlsx_rows`
        raise _damaged(path) from error


def _sheet(workbook: Workbook, wanted: str, path: str) -> str:
    names = [each.title for each in workbook.worksheets]
    if wanted and wanted not in names:
        raise ForeignFileError(f"there is no sheet “{wanted}”", where=path, todo=f"it has {', '.join(names)}")
    if not names:
        raise ForeignFileError("the workbook has no sheet", where=path, todo=_TODO)
    active = workbook.active
    seen = [each.title for each in workbook.worksheets if each.sheet_state == "visible"] or names
    return wanted or (active.title if active is not None and active.title in seen else seen[0])


def _unread(workbook: Workbook, read: str) -> tuple[str, ...]:
    """What is said of the sheets that are not read."""
    others = [f"“{each.title}”" for each in workbook.worksheets if each.title != read]
    return (f"the sheet “{read}” is read; --sheet names another: {', '.join(others)}",) if others else ()


def _behind_cells(data: bytes, rows: Sequence[Row]) -> Iterator[str]:
    """What is said of comments, and of links that lie behind the words of cells: only the words are read."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        kept = [archive.read(name) for name in archive.namelist() if _RELATIONS.fullmatch(name)]
        if any(map(_COMMENTS.fullmatch, archive.namelist())):
            yield "the comments on cells are not read"
    addresses = (html.unescape(found.decode("utf-8", "replace")) for part in kept for found in _TARGET.findall(part))
    texts = {cell.rstrip("/") for row in rows for cell in row.cells}
    hidden = [address for address in dict.fromkeys(addresses) if address.rstrip("/") not in texts]
    if hidden:
        more = f" and {len(hidden) - LINKS_TOLD} more" if len(hidden) > LINKS_TOLD else ""
        yield f"links behind the words of cells are not kept: {', '.join(hidden[:LINKS_TOLD])}{more}"


def _rows(values: Any, formulas: Any, path: str) -> Iterator[Row]:  # noqa: ANN401 openpyxl's sheets of two kinds
    from openpyxl.cell.read_only import EMPTY_CELL

    no_cells = (EMPTY_CELL,) * MAX_COLUMNS
    for each in (values, formulas):
        each.reset_dimensions()  # what a file says of its size may be wrong
    reading = (each.iter_rows(max_col=MAX_COLUMNS) for each in (values, formulas))
    found = length = 0
    for number, (row, raw) in enumerate(zip(*reading, strict=False), start=1):
        if number > LAST_ROW:
            return
        if all(map(is_, row, no_cells)) and all(map(is_, raw, no_cells)):  # formats often go down to the millionth
            continue
        width = max(_width(row), _width(raw))
        read = [_cell(cell, formula) for cell, formula in zip_longest(row[:width], raw[:width])]
        cells = tuple(text for text, _ in read)
        said = tuple(chain.from_iterable(said for _, said in read))
        if not any(cells) and not said:
            continue
        found += 1
        length += sum(map(len, cells))
        if length > MAX_TEXT:
            what = f"its cells hold more than {MAX_TEXT // 1_000_000} million characters"
            raise ForeignFileError(what, where=f"{path}:{number}", todo="cut the sheet in parts")
        if found > MAX_ROWS:
            raise ForeignFileError(f"there are more than {MAX_ROWS} rows", where=path, todo="cut the sheet in parts")
        yield Row(number, cells, said)


def _width(row: Sequence[Any]) -> int:
    """How many cells a row has before it is empty: openpyxl fills rows up to the columns that were asked for."""
    return next((index for index in range(len(row), 0, -1) if row[index - 1].value is not None), 0)


def _cell(cell: Any, formula: Any) -> tuple[str, list[str]]:  # noqa: ANN401 openpyxl's cells of three kinds
    value = getattr(cell, "value", None)
    if value is None:
        if getattr(formula, "data_type", "") != "f":
            return "", []
        return "", [f"the formula in {formula.coordinate} has no value: save it in a spreadsheet program"]
    if getattr(cell, "data_type", "") == "e":
        return "", [f"{cell.coordinate} holds an error, {value}"]
    link = _LINK.match(str(getattr(formula, "value", "") or ""))
    if link and link["url"] not in str(value):
        return _plain(value), [f"the link of {formula.coordinate}, {link['url']}, is not kept: write it as its text"]
    if isinstance(value, dt.datetime | dt.date):
        return _day(value, str(getattr(cell, "number_format", "") or "")), []
    return _plain(value), []


def _plain(value: object) -> str:
    """A value that is no date, as text: a number without a point where it is whole."""
    if isinstance(value, dt.time):
        return f"{value:%H:%M}"
    whole = isinstance(value, float) and value.is_integer()
    return text_of(int(value) if whole and isinstance(value, float) else value)


def _day(value: dt.date, shown: str) -> str:
    """A date as precisely as its cell shows it: a program keeps “May 2022” as the first of May."""
    letters = _NOT_SHOWN.sub("", shown).casefold()
    time = value.strftime(" %H:%M") if isinstance(value, dt.datetime) and value.time() != dt.time() else ""
    year = f"{value.year:04}"
    if not letters or "d" in letters or time or letters == "general":
        return f"{year}-{value.month:02}-{value.day:02}{time}"
    return f"{year}-{value.month:02}" if "m" in letters else year


def _damaged(path: str) -> ForeignFileError:
    return ForeignFileError("this is no workbook of Excel, or a damaged one", where=path, todo=_TODO)
