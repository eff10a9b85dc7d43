"""Which column of a table holds what: as a person says, or as people call such columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.curating.suggest import nearest
from generator.errors import UsageError
from generator.importing.column_names import END, FIELDS, MANY, NAMES, START
from generator.importing.rows import Row, Table

__all__ = ["Columns", "find_columns", "find_header", "folded", "is_template", "parse_map", "unread"]

TEMPLATES = (frozenset({"year", "headline"}), frozenset({"start date", "headline", "media", "type"}))
"""The columns by which a spreadsheet of TimelineJS is known, of its third version and of the first."""

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
        for index in self.of.get(field, ()):
            if index < len(cells) and cells[index]:
                return cells[index]
        return ""

    def cells(self, cells: Sequence[str], field: str) -> list[str]:
        """What a row says of a field, a text for each column that says something."""
        return [cells[index] for index in self.of.get(field, ()) if index < len(cells) and cells[index]]

    def without(self, field: str) -> Columns:
        """The same columns, of which none holds a field."""
        return Columns(self.header, {name: indices for name, indices in self.of.items() if name != field})

    def name(self, index: int) -> str:
        """What messages call a column: its name, or its number where it has none."""
        named = self.header[index] if index < len(self.header) else ""
        return f"“{named}”" if named else f"{index + 1}, which has no name,"

    @property
    def told(self) -> tuple[tuple[str, str], ...]:
        """Pairs of a field and the name of its column, in the order of the fields."""
        return tuple((field, self.header[index]) for field in FIELDS for index in self.of.get(field, ()))

    @property
    def read(self) -> frozenset[int]:
        """The columns that a field is read from, by their indices."""
        return frozenset(index for indices in self.of.values() for index in indices)


def folded(name: str) -> str:
    """The name of a column, case, signs and white space aside."""
    return _NOT_LETTERS.sub(" ", name.casefold()).strip()


def is_template(header: Iterable[str]) -> bool:
    """Whether a table has the columns of the spreadsheet that TimelineJS hands out."""
    names = {folded(name) for name in header}
    return any(names >= each for each in TEMPLATES)


def find_header(rows: Sequence[Row]) -> int | None:
    """Which row names the columns.

    Args:
        rows: The rows of a table.

    Returns:
        The index of the first of them; or of one soon after, where that has more names that are known, since people put
        a title above their table. None where there are no rows.
    """
    known = {folded(name) for names in NAMES.values() for name in names}
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
    for whole, parts in (("date", START), ("end", END)):
        found = _in_one_way(found, whole, parts)
    return Columns(tuple(header), found)


def _in_one_way(found: Mapping[str, tuple[int, ...]], whole: str, parts: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """The columns by field, a date being whole or in parts: what is called “Day” is all of it where no year is."""
    year, _, day = parts
    if whole not in found and year not in found and day in found:
        found = {**found, whole: found[day]}
    return {field: indices for field, indices in found.items() if field not in parts or whole not in found}


def _called(by_name: Mapping[str, Sequence[int]], name: str, field: str) -> tuple[int, ...]:
    """The columns with a name: all of them for a field that several may fill, else the first."""
    return tuple(by_name[name] if field in MANY else by_name[name][:1])


def unread(table: Table, columns: Columns) -> Iterator[str]:
    """Say which columns of a table no field is read from, those behind the last name too.

    Args:
        table: The table.
        columns: What its columns hold.
    """
    filled = Counter(index for row in table.rows for index, cell in enumerate(row.cells) if cell)
    for index in sorted(filled.keys() - columns.read):
        yield f"the column {columns.name(index)} is not read ({filled[index]} of {len(table.rows)} rows fill it)"
