"""A table with an event a row → drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.curating.drafts import Batch, Draft, DraftPeriod, DraftSource, Remark
from generator.dates import Edtf, Precision, parse
from generator.errors import EdtfError, ForeignFileError
from generator.importing.columns import Columns, find_columns, folded, is_template
from generator.importing.markup import has_markup, plain_of, to_markdown
from generator.importing.own_tables import cells_of, is_own, own_draft
from generator.importing.rows import Row, Table
from generator.importing.slides import slide_draft, slide_period
from generator.importing.when import Order, When, order_of, read_when, twofold
from generator.scalars import is_id, is_web_address

__all__ = ["read_sheet"]

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_BARE_ADDRESS = re.compile(r"www\.[^\s<>\"]+\.[^\s<>\"]+", re.IGNORECASE)
_HALF_OF_DAY = re.compile(
    r"(?P<hour>0?[1-9]|1[0-2])(?::(?P<minute>[0-5]\d)(?::\d\d)?)?\s*(?P<half>[ap])\.?m\.?", re.ASCII | re.IGNORECASE
)
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

TEMPLATE_KIND = "TimelineJS spreadsheet"


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
        return _template(table, path)
    own = is_own(table.header) and not said
    columns = find_columns(table.header, said, path)
    if "title" not in columns.of:
        has = ", ".join(f"“{each}”" for each in table.header if each)
        todo = f"say which one does with --map title=COLUMN; it has {has}"[:LONGEST_TODO]
        raise ForeignFileError("no column is known to hold the titles", where=f"{path}:{table.header_row}", todo=todo)
    remarks = [Remark(path, each) for each in (*table.remarks, *(_unread(table, columns) if not own else ()))]
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


def _unread(table: Table, columns: Columns) -> Iterator[str]:
    for index in columns.unread:
        filled = sum(1 for row in table.rows if index < len(row.cells) and row.cells[index])
        if filled:
            yield f"the column “{table.header[index]}” is not read ({filled} of {len(table.rows)} rows fill it)"


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
    start = read_when(columns.cell(cells, "date"), order)
    lasts = folded(columns.cell(cells, "end")) in _ONGOING
    end = When() if lasts else read_when(columns.cell(cells, "end"), order)
    told += [each.remark for each in (start, end) if each.remark]
    single = start.date is not None and start.date.kind == "single"
    date = parse(f"{start.date}/..") if lasts and single else _span(start.date, end.date, told)
    time = columns.cell(cells, "time") or start.time
    if not date and not start.remark:
        told.append("it has no date")
    if time and not (date and date.kind == "single" and date.precision == Precision.DAY):
        told.append(f"its time, {time}, is not kept, since its date is not one day")
        time = ""
    return When(date, time)


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


def _template(table: Table, path: str) -> Batch:
    """Read the spreadsheet of TimelineJS, a slide a row; rows may be its title or an era."""
    names = [folded(name) for name in table.header]
    drafts: list[Draft] = []
    periods: list[DraftPeriod] = []
    remarks, title = [Remark(path, each) for each in table.remarks], ""
    for row in table.rows:
        where = f"{path}:{row.number}"
        cells = {name: text for name, text in zip(names, row.cells, strict=False) if name}
        remarks += [Remark(where, each) for each in row.remarks]
        slide, kind = _slide(cells), cells.get("type", "").casefold()
        if kind == "title":
            title = plain_of(cells.get("headline", ""))
            remarks += [Remark(where, "of the title slide, only its headline is kept")] if cells.get("text") else []
            continue
        if kind == "era":
            period, told = slide_period(slide, where)
            periods += [period] if period else []
        else:
            draft, told = slide_draft(slide, where)
            drafts += [draft] if draft else []
        remarks += told
    columns = tuple((name, name) for name in table.header if name)
    return Batch(
        path,
        f"{TEMPLATE_KIND} ({table.kind})",
        len(table.rows),
        tuple(drafts),
        tuple(remarks),
        columns,
        title,
        tuple(periods),
    )


def _clock(text: str) -> tuple[str, str]:
    """The hour and the minute of a time of day: 13:30:00, or 1:30 PM, as spreadsheets show it in the United States."""
    halved = _HALF_OF_DAY.fullmatch(text)
    if halved:
        hour = int(halved["hour"]) % 12 + (12 if halved["half"] in "pP" else 0)
        return str(hour), halved["minute"] or "00"
    hours, _, rest = text.partition(":")
    return hours, rest.partition(":")[0]


def _slide(cells: Mapping[str, str]) -> dict[str, Any]:
    """A row as a slide of the JSON format."""

    def date(prefix: str) -> dict[str, str]:
        hour, minute = _clock(cells.get(f"{prefix}time", ""))
        parts = {key: cells.get(f"{prefix}{key}", "") for key in ("year", "month", "day")}
        return parts | {"hour": hour, "minute": minute}

    return {
        "start_date": date(""),
        "end_date": date("end "),
        "display_date": cells.get("display date", ""),
        "text": {"headline": cells.get("headline", ""), "text": cells.get("text", "")},
        "media": {
            "url": cells.get("media", ""),
            "credit": cells.get("media credit", ""),
            "caption": cells.get("media caption", ""),
            "alt": cells.get("alt text", ""),
            "link": cells.get("media link", ""),
        },
        "group": cells.get("group", "") or cells.get("tag", ""),
        "background": {"value": cells.get("background", "")},
        "unique_id": cells.get("id", "") or cells.get("unique id", ""),
    }
