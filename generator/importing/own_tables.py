"""The tables that a site of ours publishes, `events.csv` and `citations.csv`, read back.

What tells them from other tables: sources stand there by their keys, and the addresses are those of the events' own
pages. Several values in a cell are set apart by a semicolon and a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.curating.drafts import Draft, DraftSource
from generator.dates import parse
from generator.errors import EdtfError
from generator.importing.columns import folded
from generator.importing.rows import Table
from generator.scalars import is_id, is_web_address

__all__ = ["CITATIONS_FILE", "citations_of", "is_citations", "is_own", "own_draft"]

CITATIONS_FILE = "citations.csv"
"""What stands beside `events.csv` on a site, with a row for each citation."""

SEPARATOR = "; "

_OWN = frozenset({"id", "date text", "earliest", "latest", "independent sources"})
_CITATIONS = frozenset({"event", "event date", "event title", "source", "rule"})
_CORRECTION = re.compile(r"(?:^|; )(?P<day>\d{4}-\d\d-\d\d) (?P<kind>correction|clarification|update): ", re.ASCII)
_SAID = ("quote", "when", "from", "rule", "date", "confidence", "reason")


def is_own(header: Iterable[str]) -> bool:
    """Whether a table has the columns of `events.csv`."""
    return {folded(name) for name in header} >= _OWN


def is_citations(header: Iterable[str]) -> bool:
    """Whether a table has the columns of `citations.csv`."""
    return {folded(name) for name in header} >= _CITATIONS


def cells_of(table: Table) -> Iterator[Mapping[str, str]]:
    """The rows of a table, each as its cells by the folded names of their columns."""
    names = [folded(name) for name in table.header]
    for row in table.rows:
        yield dict(zip(names, row.cells, strict=False))


def citations_of(table: Table) -> dict[str, dict[str, DraftSource]]:
    """The sources that each event cites.

    Args:
        table: `citations.csv`.

    Returns:
        By the event's id, by the source's key.
    """
    found: dict[str, dict[str, DraftSource]] = {}
    rows = list(cells_of(table))
    keys = {row.get("source", "") for row in rows}
    for row in rows:
        found.setdefault(row.get("event", ""), {})[row.get("source", "")] = _source(row, keys)
    return found


def own_draft(draft: Draft, cells: Mapping[str, str], cited: Mapping[str, DraftSource]) -> Draft:
    """A draft of a row of `events.csv`.

    Args:
        draft: The draft, as any table's.
        cells: The row's cells, by the folded names of their columns.
        cited: The sources that the event cites, by key, where they are known.
    """
    keys = [key for key in _several(cells.get("sources", "")) if is_id(key)]
    return replace(
        draft,
        actors=_several(cells.get("actors", "")),
        places=_several(cells.get("places", "")),
        tags=_several(cells.get("tags", "")),
        sources=tuple(cited.get(key) or DraftSource(key=key) for key in keys),
        corrections=tuple(_corrections(cells.get("corrections", ""))),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (part.strip() for part in cell.split(SEPARATOR)))))


def _corrections(cell: str) -> Iterator[tuple[str, str, str]]:
    marks = list(_CORRECTION.finditer(cell))
    for mark, following in zip(marks, [*marks[1:], None], strict=False):
        text = cell[mark.end() : following.start() if following else len(cell)].strip()
        if text and _is_date(mark["day"]):
            yield mark["day"], mark["kind"], text


def _source(row: Mapping[str, str], keys: set[str]) -> DraftSource:
    url = row.get("url", "")
    published, original = row.get("published", ""), row.get("original", "")
    more = {
        "kind": row.get("kind", "") if row.get("kind") in {"digest", "document"} else "",
        "archived": row.get("archived", "") if is_web_address(row.get("archived", "")) else "",
        "original": original if original in keys else "",
    }
    said = {field: row.get(field, "") for field in _SAID}
    said |= {field: text if _is_date(text) else "" for field, text in said.items() if field in {"from", "date"}}
    said["confidence"] = said["confidence"] if said["confidence"] in {"high", "medium", "low"} else ""
    return DraftSource(
        url=url if is_web_address(url) else "",
        title=row.get("title", ""),
        publisher=row.get("publisher", ""),
        published=published if len(published) == 10 and _is_date(published) else "",
        key=row.get("source", ""),
        said=_given(said),
        more=_given(more),
    )


def _given(fields: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((field, text) for field, text in fields.items() if text)


def _is_date(text: str) -> bool:
    try:
        return bool(parse(text))
    except EdtfError:
        return False
