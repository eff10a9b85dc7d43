"""`dateline migrate`: a file of an older schema becomes one of the schema that this version knows, step by step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.curating.gather import gather
from generator.curating.parts import parts_of, where
from generator.errors import TimelineFileError
from generator.model import SCHEMA

__all__ = ["STEPS", "Migrated", "Step", "migrated"]


@dataclass(frozen=True, slots=True)
class Step:
    """What leads from one schema to the next.

    Attributes:
        apply: From the text of a timeline of the older schema to that of the next, surgically; of several files, from
            that of all of them.
        told: What it does, in a sentence.
    """

    apply: Callable[[str], str]
    told: str


STEPS: Mapping[int, Step] = MappingProxyType({})
"""The step from each schema to the next; schema 1 is the first, and nothing leads from it yet."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """What a migration comes to: the new text, and what each of its steps did."""

    text: str
    told: tuple[str, ...]


def migrated(text: str, path: Path, *, steps: Mapping[int, Step] = STEPS, to: int = SCHEMA) -> Migrated:
    """Bring a timeline to the schema of this version.

    Args:
        text: The text of its file or files.
        path: The file.
        steps: What leads from each schema to the next.
        to: The schema to reach.

    Returns:
        The new text; the old one where there is nothing to do.

    Raises:
        TimelineFileError: The file says no schema that is a number, or one that is newer than this version knows, or
            one from which no step leads.
    """
    told: list[str] = []
    number, place = _schema(text, path)
    if number > to:
        what = f"the file is of schema {number}, and this version of Dateline knows schemas up to {to}"
        raise TimelineFileError(what, where=place, todo="install the version that the file is for; nothing was changed")
    while number < to:
        if number not in steps:
            what = f"nothing leads from schema {number} to {number + 1}"
            raise TimelineFileError(what, where=place, todo="write the schema that the file is of; nothing was changed")
        text = steps[number].apply(text)
        told.append(f"Schema {number} to {number + 1}: {steps[number].told}")
        reached, place = _schema(text, path)
        if reached != number + 1:
            raise TimelineFileError(f"the step from schema {number} left it as it is", where=place, todo="report this")
        number = reached
    return Migrated(text, tuple(told))


def _schema(text: str, path: Path) -> tuple[int, str]:
    """The schema that a text says it is of, 1 where it does not, and where it says so."""
    parts = parts_of(text)
    found = gather(text, parts)
    data: Any = found.data if isinstance(found.data, dict) else {}
    place = ":".join(map(str, where(parts, path, found.places.at(("schema",)).line)))
    said = data.get("schema") or "1"
    if not isinstance(said, str) or not said.isdecimal():
        raise TimelineFileError("the file says no schema that is a number", where=place, todo=f"write schema: {SCHEMA}")
    return int(said), place
