"""The spreadsheet of TimelineJS → drafts: a slide a row; rows may be its title or an era.

https://timeline.knightlab.com/#make; that of the first version has whole dates, and tags for groups.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.curating.drafts import Batch, Draft, DraftPeriod, Remark
from generator.importing.columns import Columns, folded, unread
from generator.importing.markup import plain_of
from generator.importing.rows import Table
from generator.importing.slides import slide_draft, slide_period, title_remarks
from generator.importing.timelinejs import old_date
from generator.importing.when import by_24_hours

__all__ = ["read_template"]

KIND = "TimelineJS spreadsheet"
OF_TEMPLATE = frozenset(
    {
        *("year", "month", "day", "time", "end year", "end month", "end day", "end time", "display date"),
        *("headline", "text", "media", "media credit", "media caption", "media link", "media thumbnail", "alt text"),
        *("start date", "end date", "type", "group", "tag", "background", "id", "unique id"),
    }
)
"""Its columns, and those that others add to it and that are read."""


def read_template(table: Table, path: str) -> Batch:
    """Read the spreadsheet of TimelineJS.

    Args:
        table: The table.
        path: The file's name, for messages.

    Returns:
        Its slides, eras and title, and what was not kept of them.
    """
    names = [folded(name) for name in table.header]
    drafts: list[Draft] = []
    periods: list[DraftPeriod] = []
    remarks = [Remark(path, each) for each in (*table.remarks, *unread(table, _of_template(table.header)))]
    title = text = ""
    for row in table.rows:
        where = f"{path}:{row.number}"
        cells = {name: text for name, text in zip(names, row.cells, strict=False) if name}
        remarks += [Remark(where, each) for each in row.remarks]
        slide, kind = _slide(cells), cells.get("type", "").casefold()
        if kind == "title":
            title, text = plain_of(cells.get("headline", "")), plain_of(cells.get("text", ""))
            remarks += [Remark(where, each) for each in title_remarks(slide)]
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
        f"{KIND} ({table.kind})",
        len(table.rows),
        tuple(drafts),
        tuple(remarks),
        columns,
        title,
        text,
        tuple(periods),
    )


def _of_template(header: Sequence[str]) -> Columns:
    """The columns of the spreadsheet of TimelineJS, by what they are called."""
    return Columns(tuple(header), {name: (at,) for at, name in enumerate(map(folded, header)) if name in OF_TEMPLATE})


def _slide(cells: Mapping[str, str]) -> dict[str, Any]:
    """A row as a slide of the JSON format."""

    def date(prefix: str) -> dict[str, str]:
        if f"{prefix or 'start '}date" in cells:
            return old_date(cells[f"{prefix or 'start '}date"])
        hour, minute, *_ = [*by_24_hours(cells.get(f"{prefix}time", "")).split(":"), ""]
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
            "thumbnail": cells.get("media thumbnail", ""),
        },
        "group": cells.get("group", "") or cells.get("tag", ""),
        "background": {"value": cells.get("background", "")},
        "unique_id": cells.get("id", "") or cells.get("unique id", ""),
    }
