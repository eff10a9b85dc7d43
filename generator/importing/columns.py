"""Which column of a table holds what: as a person says, or as people call such columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.curating.suggest import nearest
from generator.errors import UsageError
from generator.importing.rows import Row

__all__ = ["FIELDS", "Columns", "find_columns", "find_header", "folded", "is_template", "parse_map"]

MANY = frozenset({"actors", "places", "tags", "source"})
"""The fields that several columns may fill."""

NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "event id", "key", "slug", "unique id", "uid"),
    "date": (
        "date",
        "start",
        "start date",
        "event date",
        "date of event",
        "when",
        "day",
        "datum",
        "fecha",
        "begin",
        "from",
    ),
    "end": ("end", "end date", "until", "to", "finish", "date end"),
    "time": ("time", "time of day", "start time", "hour"),
    "title": ("title", "headline", "event", "name", "what", "heading", "subject", "titel", "título", "titre"),
    "summary": ("summary", "text", "description", "details", "body", "notes", "content", "what happened", "note"),
    "status": ("status", "state"),
    "level": ("level", "importance"),
    "actors": (
        "actors",
        "actor",
        "who",
        "people",
        "person",
        "persons",
        "participants",
        "organisations",
        "organizations",
    ),
    "places": ("places", "place", "location", "where", "city", "country", "ort", "lugar", "lieu"),
    "tags": ("tags", "tag", "category", "categories", "topic", "topics", "group", "theme", "keywords", "labels"),
    "source": (
        "source",
        "sources",
        "url",
        "urls",
        "source url",
        "source urls",
        "link",
        "links",
        "reference",
        "web address",
    ),
    "source_title": ("source title", "source titles", "article", "article title", "source name"),
    "publisher": (
        "publisher",
        "publishers",
        "source publisher",
        "source publishers",
        "outlet",
        "publication",
        "newspaper",
    ),
    "published": ("published", "source published", "publication date", "date published", "article date"),
    "attributed_to": ("attributed to", "according to"),
    "disputed": ("disputed", "contested"),
    "response": ("response", "right of reply"),
}
"""The fields of an event, each with what people call its column; the first that a table has is taken."""

FIELDS = tuple(NAMES)
TEMPLATE = frozenset({"year", "headline"})
"""The columns by which a spreadsheet of TimelineJS is known."""

LOOKED_AT = 10
"""Rows among which the names of the columns are sought."""

_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold.

    Attributes:
        header: Their names.
        of: The columns of each field, by their indices.
    """

    header: tuple[str, ...]
    of: Mapping[str, tuple[int, ...]]

    def cell(self, cells: Sequence[str], field: str) -> str:
        """What a row says of a field with one column; empty where the row is too short, or there is no such column."""
        return next(iter(self.cells(cells, field)), "")

    def cells(self, cells: Sequence[str], field: str) -> list[str]:
        """What a row says of a field, a text for each column that says something."""
        return [cells[index] for index in self.of.get(field, ()) if index < len(cells) and cells[index]]

    def without(self, field: str) -> Columns:
        """The same columns, of which none holds a field."""
        return Columns(self.header, {name: indices for name, indices in self.of.items() if name != field})

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """Pairs of a field and the name of its column, in the order of the fields."""
        return tuple((field, self.header[index]) for field in FIELDS for index in self.of.get(field, ()))

    @property
    def unread(self) -> tuple[int, ...]:
        """The columns that no field is read from, by their indices."""
        read = {index for indices in self.of.values() for index in indices}
        return tuple(index for index, name in enumerate(self.header) if name and index not in read)


def folded(name: str) -> str:
    """The name of a column, case, signs and white space aside."""
    return _NOT_LETTERS.sub(" ", name.casefold()).strip()


def is_template(header: Iterable[str]) -> bool:
    """Whether a table has the columns of the spreadsheet that TimelineJS hands out."""
    return {folded(name) for name in header} >= TEMPLATE


def find_header(rows: Sequence[Row]) -> int | None:
    """Which row names the columns.

    Args:
        rows: The rows of a table.

    Returns:
        The index of the first of them; or of one soon after, where that has more names that are known, since people put
        a title above their table. None where there are no rows.
    """
    known = {folded(name) for names in NAMES.values() for name in names} | {"year", "headline"}
    counts = [len({folded(cell) for cell in row.cells} & known) for row in rows[:LOOKED_AT]]
    return counts.index(max(counts)) if counts else None


def parse_map(options: Iterable[str]) -> dict[str, list[str]]:
    """Read what a person says of the columns.

    Args:
        options: Texts such as `date=Date of event`.

    Returns:
        The names of columns by field.

    Raises:
        UsageError: A text is no such pair, or names a field that there is not, or a column for a field twice.
    """
    said: dict[str, list[str]] = {}
    for option in options:
        field, equals, column = option.partition("=")
        field = field.strip().casefold().replace("-", "_").replace(" ", "_")
        if not equals or not column.strip():
            raise UsageError(f"--map {option} names no column", todo="write --map date=“Date of event”")
        if field not in NAMES:
            near = nearest(field, FIELDS)
            todo = f"did you mean {near}? " if near else ""
            raise UsageError(
                f"--map {option}: there is no field “{field}”", todo=f"{todo}fields are {', '.join(FIELDS)}"
            )
        if field in said and field not in MANY:
            raise UsageError(f"--map gives two columns for {field}", todo="give one")
        said.setdefault(field, []).append(column.strip())
    return said


def find_columns(header: Sequence[str], said: Mapping[str, Sequence[str]], path: str) -> Columns:
    """Find out what the columns of a table hold.

    Args:
        header: Their names.
        said: What a person says of them, by field.
        path: The file's name, for messages.

    Returns:
        The columns by field: those that a person named, and for other fields those that are called like it.

    Raises:
        UsageError: A person named a column that the table has not.
    """
    by_name: dict[str, list[int]] = {}
    for index, name in enumerate(header):
        by_name.setdefault(folded(name), []).append(index)
    found: dict[str, tuple[int, ...]] = {}
    for field, names in said.items():
        for name in names:
            if folded(name) not in by_name:
                has = ", ".join(f"“{each}”" for each in header if each)
                raise UsageError(f"--map {field}={name}: there is no such column", where=path, todo=f"it has {has}")
        found[field] = tuple(index for name in names for index in _called(by_name, folded(name), field))
    taken = {index for indices in found.values() for index in indices}
    for field, known in NAMES.items():
        if field not in found:
            free = [name for name in map(folded, known) if name in by_name and by_name[name][0] not in taken]
            found |= {field: _called(by_name, free[0], field)} if free else {}
            taken |= set(found.get(field, ()))
    return Columns(tuple(header), found)


def _called(by_name: Mapping[str, Sequence[int]], name: str, field: str) -> tuple[int, ...]:
    """The columns with a name: all of them for a field that several may fill, else the first."""
    return tuple(by_name[name] if field in MANY else by_name[name][:1])
