"""A table with an event a row → drafts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.curating.drafts import Batch, Draft, DraftSource, Remark
from generator.dates import Edtf, Precision, parse
from generator.errors import EdtfError, ForeignFileError
from generator.importing.column_names import END, START
from generator.importing.columns import Columns, find_columns, folded, is_template, unread
from generator.importing.markup import has_markup, plain_of, to_markdown
from generator.importing.own_tables import cells_of, is_own, own_draft
from generator.importing.rows import Row, Table
from generator.importing.slide_dates import slide_date
from generator.importing.template import read_template
from generator.importing.when import Order, When, by_24_hours, order_of, read_when, twofold
from generator.scalars import is_id, is_web_address

__all__ = ["read_sheet"]

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"www\.[^\s<>\"]+\.[^\s<>\"]+", re.IGNORECASE)
_STRONG = re.compile(r"\s*[;|\n]\s*")
_STATUS: Mapping[str, str] = {
    "happened": "happened",
    "confirmed": "happened",
    "done": "happened",
    "past": "happened",
    "planned": "planned",
    "tentative": "planned",
    "scheduled": "planned",
    "upcoming": "planned",
    "postponed": "postponed",
    "delayed": "postponed",
    "cancelled": "cancelled",
    "canceled": "cancelled",
}
"""What people write for how an event stands."""

_LEVELS: Mapping[str, str] = {
    "key": "key",
    "high": "key",
    "major": "key",
    "normal": "normal",
    "background": "background",
    "low": "background",
}
_ONGOING = frozenset({"ongoing", "present", "now", "today", "to date", "open", "continuing"})
"""What people write for an end that has not come."""

LONGEST_TODO = 500
"""Characters of the columns' names that a message tells."""


Cited = Mapping[str, Mapping[str, DraftSource]]
"""The sources that events cite, by the event's id and the source's key."""


def read_sheet(
    table: Table, path: str, said: Mapping[str, Sequence[str]], order: Order = "", cited: Cited | None = None
) -> Batch:
    """Read a table.

    Args:
        table: The table.
        path: The file's name, for messages.
        said: What a person says of its columns, by field.
        order: Which number comes first in 03/04/2022; empty to tell it from the table.
        cited: What the events of a table of ours cite, where that is known.

    Returns:
        Its events, and what was not kept of them. One with the columns of the spreadsheet of TimelineJS is read as
        such unless a person says what its columns hold.

    Raises:
        UsageError: A person named a column that it has not.
        ForeignFileError: No column is known to hold the titles.
    """
    if is_template(table.header) and not said:
        return read_template(table, path)
    own = is_own(table.header) and not said
    columns = find_columns(table.header, said, path)
    if "title" not in columns.of:
        has = ", ".join(f"“{each}”" for each in table.header if each)
        todo = f"say which one does with --map title=COLUMN; it has {has}"[:LONGEST_TODO]
        raise ForeignFileError("no column is known to hold the titles", where=f"{path}:{table.header_row}", todo=todo)
    remarks = [Remark(path, each) for each in (*table.remarks, *(unread(table, columns) if not own else ()))]
    order = order or _order(table, columns, path, remarks)
    drafts = []
    for row, cells in zip(table.rows, cells_of(table), strict=True):
        where = f"{path}:{row.number}"
        draft, told = _draft(row, columns.without("source") if own else columns, where, order)
        if draft and own:
            draft = own_draft(draft, cells, (cited or {}).get(draft.id, {}))
        elif draft:
            told += filter(None, (twofold(columns.cell(row.cells, field)) for field in ("date", "end")))
        drafts += [draft] if draft else []
        remarks += [Remark(where, each) for each in (*row.remarks, *told)]
    kind = f"events.csv of a site like ours ({table.kind})" if own else table.kind
    return Batch(path, kind, len(table.rows), tuple(drafts), tuple(remarks), () if own else columns.told)


def _order(table: Table, columns: Columns, path: str, remarks: list[Remark]) -> Order:
    """Which number comes first in the dates of a table, as those tell that can be read in one way only."""
    texts = [text for row in table.rows for field in ("date", "end") for text in columns.cells(row.cells, field)]
    order = order_of(texts)
    if order:
        remarks.append(
            Remark(path, f"dates such as 03/04/2022 are read with the {order} first, as others here must be")
        )
    return order


def _draft(row: Row, columns: Columns, where: str, order: Order) -> tuple[Draft | None, list[str]]:
    told: list[str] = []
    title = plain_of(columns.cell(row.cells, "title"))
    if not title:
        return None, ["it has no title, and is left out"]
    when = _when(columns, row.cells, order, told)
    name = columns.cell(row.cells, "id")
    if name and not is_id(name):
        told.append(f"“{name}” cannot be an id, but the row is known by it when it is imported again")
    draft = Draft(
        where=where,
        title=title,
        date=when.date,
        id=name if is_id(name) else "",
        uid=name,
        time=when.time,
        summary=_summary(columns.cell(row.cells, "summary"), told),
        status=_word(columns.cell(row.cells, "status"), "status", _STATUS, told),
        level=_word(columns.cell(row.cells, "level"), "level", _LEVELS, told),
        attributed_to=columns.cell(row.cells, "attributed_to"),
        disputed=columns.cell(row.cells, "disputed"),
        response=columns.cell(row.cells, "response"),
        actors=_names(columns.cells(row.cells, "actors")),
        places=_names(columns.cells(row.cells, "places")),
        tags=_names(columns.cells(row.cells, "tags"), commas=True),
        sources=_sources(columns, row.cells, told),
    )
    return draft, told


def _when(columns: Columns, cells: Sequence[str], order: Order, told: list[str]) -> When:
    """The date of a row, with its end and its time."""
    start = _moment(columns, cells, ("date", *START), order)
    lasts = folded(columns.cell(cells, "end")) in _ONGOING
    end = When() if lasts else _moment(columns, cells, ("end", *END), order)
    told += [each.remark for each in (start, end) if each.remark]
    single = start.date is not None and start.date.kind == "single"
    date = parse(f"{start.date}/..") if lasts and single else _span(start.date, end.date, told)
    time = by_24_hours(columns.cell(cells, "time")) or start.time
    if not date and not start.remark:
        told.append("it has no date")
    if time and not (date and date.kind == "single" and date.precision == Precision.DAY):
        told.append(f"its time, {time}, is not kept, since its date is not one day")
        time = ""
    return When(date, time)


def _moment(columns: Columns, cells: Sequence[str], fields: Sequence[str], order: Order) -> When:
    """One end of the date of a row: from one column, or from those of its year, month and day."""
    whole, *rest = fields
    if rest[0] not in columns.of:
        return read_when(columns.cell(cells, whole), order)
    year, month, day = (columns.cell(cells, field) for field in rest)
    if not (month or day):
        found = read_when(year, order)
        if found.date or not year:
            return found
    parts = slide_date({"start_date": {"year": year, "month": month, "day": day}})
    return When(parts.date, remark="; ".join(parts.remarks))


def _span(start: Edtf | None, end: Edtf | None, told: list[str]) -> Edtf | None:
    """A beginning and an end as one date."""
    if end is None or end == start:
        return start
    if start is None or start.kind != "single" or end.kind != "single":
        told.append(f"its end, {end}, is not kept")
        return start
    try:
        return parse(f"{start}/{end}")
    except EdtfError:
        told.append(f"its end, {end}, is before its beginning, {start}, and is not kept")
        return start


def _summary(text: str, told: list[str]) -> str:
    if not has_markup(text):
        return text
    markdown, lost = to_markdown(text)
    told += [f"in its text, {', '.join(lost)} is not kept"] if lost else []
    return markdown


def _word(text: str, field: str, known: Mapping[str, str], told: list[str]) -> str:
    word = known.get(folded(text), "")
    if text and not word:
        told.append(f"“{text}” is no {field}: it is one of {', '.join(dict.fromkeys(known.values()))}")
    return word


def _names(cells: Sequence[str], *, commas: bool = False) -> tuple[str, ...]:
    """The names in some cells, set apart by semicolons, strokes and line breaks; by commas, where nothing else does."""
    names: dict[str, None] = {}
    for cell in cells:
        parts = _STRONG.split(cell)
        if len(parts) == 1 and commas:
            parts = cell.split(",")
        names |= dict.fromkeys(name for part in parts if (name := plain_of(part)))
    return tuple(names)


def _sources(columns: Columns, cells: Sequence[str], told: list[str]) -> tuple[DraftSource, ...]:
    """The sources of a row: its addresses, each with what stands at its place in the columns beside."""
    beside = {
        field: [part for cell in columns.cells(cells, field) for part in _STRONG.split(cell)]
        for field in ("source_title", "publisher", "published")
    }
    parts = [part for cell in columns.cells(cells, "source") for part in _STRONG.split(cell) if part]
    parts = [_whole_address(part, told) for part in parts]
    addresses = [each.rstrip(".,") for part in parts for each in _ADDRESS.findall(part)]
    words = [part for part in parts if not _ADDRESS.search(part) and "://" not in part]
    told += [
        f"“{part[:100]}” is no web address, and no source"
        for part in parts
        if "://" in part and not _ADDRESS.search(part)
    ]
    sources = []
    for number, address in enumerate(addresses or [""] * min(1, len(beside["source_title"]) + len(words))):
        if address and not is_web_address(address):
            told.append(f"“{address[:100]}” is no web address, and no source")
            continue
        title, publisher, published = (
            beside[field][number] if number < len(beside[field]) else ""
            for field in ("source_title", "publisher", "published")
        )
        title = title or (words[number] if number < len(words) else "")
        sources.append(DraftSource(address, plain_of(title), plain_of(publisher), _day(published, told)))
    if len(words) > len(addresses or [""]):
        told.append(f"of its sources, {', '.join(f'“{each}”' for each in words[len(addresses or ['']) :])} is not kept")
    return tuple(dict.fromkeys(sources))


def _whole_address(part: str, told: list[str]) -> str:
    """An address that begins with www., as spreadsheets keep what people typed, with what browsers put before it."""
    if not _BARE_ADDRESS.fullmatch(part):
        return part
    told.append(f"“{part[:100]}” is taken for https://{part[:100]}")
    return f"https://{part}"


def _day(text: str, told: list[str]) -> str:
    """The day of a publication, as 2022-12-30."""
    date = read_when(text).date if text else None
    if date and date.html_datetime and date.precision == Precision.DAY:
        return date.text
    told += [f"“{text}” is no day of publication, and is not kept"] if text else []
    return ""
