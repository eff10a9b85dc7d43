"""A timeline read once, for its check and for its site."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.curating.check import check, check_loaded
from generator.curating.faults import Fault
from generator.curating.load import load
from generator.curating.parts import timeline_files
from generator.errors import ConflictError
from generator.publishing.forking import aside
from generator.publishing.lean import lean
from generator.publishing.publication import Read

__all__ = ["Checked", "read_checked"]

ASIDE_FROM = 2**20
"""Bytes of YAML from which a process of its own is worth it: some thousand events."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A timeline's file, read and checked.

    Attributes:
        faults: All that is wrong, in the order of the file.
        found: The timeline, or None where its form has errors.
    """

    faults: Sequence[Fault]
    found: Read | None


def read_checked(events: Path, *, today: dt.date, docs: Path) -> Checked:
    """Read and check a timeline's file.

    Args:
        events: The file.
        today: The day that counts as today.
        docs: The folder of the site's pages, in which pictures lie.

    Raises:
        TimelineFileError: It cannot be read.
    """
    large = sum(file.stat().st_size for file in timeline_files(events) or (events,) if file.is_file()) >= ASIDE_FROM
    return aside(_read_checked, events, today, docs) if large else _read_checked(events, today, docs)


def _read_checked(events: Path, today: dt.date, docs: Path) -> Checked:
    try:
        loaded = load(events)
    except ConflictError:
        return Checked(check(events, today=today, docs=docs), None)
    if loaded.timeline is None:
        return Checked(check_loaded(loaded, today=today, docs=docs), None)
    # First, so that the check finds room in what is given back.
    lean(loaded.timeline)
    faults = check_loaded(loaded, today=today, docs=docs)
    return Checked(faults, Read(events, loaded.timeline, loaded.event_lines, loaded.event_files))
