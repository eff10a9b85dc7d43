"""Into which of several files something new goes: an event into that of its year, a source where the sources are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from generator.curating.parts import SETTINGS, reading_order
from generator.dates import parse

if TYPE_CHECKING:
    from generator.curating.patch import Fields, Patch

__all__ = ["UNDATED", "settings_file", "spread_events", "year_file"]

UNDATED = "undated"
"""The name of the file for events without a date."""


_YEAR = re.compile(r"[0-9]{4}(?=-)")


def settings_file(patch: Patch) -> str:
    """The file for what is new under a key of the root that is no list: where there are sources, else the settings."""
    roots = patch.loaded.places.roots
    held = next((name for name, root in roots.items() if (node := root.part("sources")) and node.parts), "")
    named = (held, SETTINGS, patch.loaded.path.name)
    return next((name for name in named if name in patch.file_names), SETTINGS)


def year_file(date: str | None, folder: str, event_id: str = "") -> str:
    """The file for events of a date: `events/2022.yaml`.

    Args:
        date: The date, as EDTF, or None.
        folder: The name of the folder of files.
        event_id: The event's id: that of a rejected event, which keeps no date, may say the year that it had.
    """
    if date:
        edtf = parse(date)
        # Of what has no beginning, or none that is known, the end says where readers look for it.
        year = (edtf.latest if edtf.text.startswith(("..", "/")) else edtf.earliest)[0]
        return f"{folder}/{'-' if year < 0 else ''}{abs(year):04}.yaml"
    said = _YEAR.match(event_id)
    return f"{folder}/{said[0] if said else UNDATED}.yaml"


def spread_events(patch: Patch, items: Sequence[tuple[int, Fields]]) -> None:
    """Put events into the files that they belong to.

    That is the timeline's own file where there is one; else the one of the event's year, which is made if need be.

    Args:
        patch: The changes.
        items: The events, each with the index of the one before which it goes, of all events of all files.
    """
    own = patch.loaded.path.name
    folder = patch.loaded.path.stem
    by_file: defaultdict[str, list[tuple[int, Fields]]] = defaultdict(list)
    for index, fields in items:
        date = fields.get("date")
        file = own if own in patch.file_names else year_file(date if isinstance(date, str) else None, folder)
        by_file[file].append((index, fields))
    counts = _counts(patch)
    events = patch.own(()).get("events")
    patch.own(())["events"] = events = list(events or ())
    for file in sorted(by_file, key=reading_order, reverse=True):
        first = sum(count for name, count in counts.items() if reading_order(name) < reading_order(file))
        held = counts.get(file, 0)
        local = [(min(max(index - first, 0), held), fields) for index, fields in by_file[file]]
        for index, fields in sorted(local, key=lambda item: item[0])[::-1]:
            events.insert(first + index, fields)
        if file in counts:
            root = patch.loaded.places.roots.get(file)
            patch.put_items("events", root.part("events") if root else None, local, root, spaced=True)

    for file in sorted(by_file.keys() - counts.keys(), key=reading_order):
        patch.begin_file(file, patch.lines({"events": [fields for _, fields in by_file[file]]}))


def _counts(patch: Patch) -> dict[str, int]:
    """How many events each file holds."""
    counts = dict.fromkeys(patch.file_names, 0)
    for name, root in patch.loaded.places.roots.items():
        node = root.part("events")
        counts[name] = len(node.parts or ()) if node else 0
    return counts
