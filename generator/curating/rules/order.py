"""The order of the file: oldest first, so that a person finds an entry, and two changes rarely meet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.curating.rules.subject import Finding, Subject
from generator.dates import Edtf

__all__ = ["out_of_order"]


def out_of_order(subject: Subject) -> Iterator[Finding]:
    """The first event of a file that is wholly before one above it; there may be more, and `--fix` orders them all."""
    latest: dict[str, Edtf] = {}
    told: set[str] = set()
    for path, event in subject.events():
        if event.date is None:
            continue
        part = subject.part(path[1])
        above = latest.get(part, event.date)
        if event.date.latest < above.earliest and part not in told:
            told.add(part)
            what = f"this event of {event.date} stands after one of {above}"
            yield Finding((*path, "date"), what, "move it up, or let dateline check --fix put all in order", "warning")
        if event.date.earliest >= above.earliest:
            latest[part] = event.date
