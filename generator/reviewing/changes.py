"""Changes that a person asks for while going through candidates: another title or date, an entry that goes elsewhere.

As all edits of the timeline's file they are splices of its text, and what they are not about keeps every byte.
"""

from __future__ import annotations

from generator.curating.load import Loaded
from generator.curating.patch import Patch
from generator.curating.places import Key
from generator.curating.strike import strike_event
from generator.curating.yaml_text import scalar

__all__ = ["retouched", "without"]


def retouched(loaded: Loaded, index: int, *, title: str | None = None, date: str | None = None) -> str:
    """Write another title or date of an event.

    Args:
        loaded: The file.
        index: The index of the event in it.
        title: The title; None to leave it.
        date: The date, as EDTF; None to leave it.

    Returns:
        The new text of the file.

    Raises:
        EditError: The event is written so that this cannot be done safely.
        FaultyTimelineError: The file has errors.
    """
    patch = Patch(loaded)
    for key, value, after in (("date", date, "id"), ("title", title, "date")):
        if value is None:
            continue
        path: tuple[Key, ...] = ("events", index, key)
        node = loaded.places.node(path)
        if node is not None and node.parts is not None and node.style == "flow":  # date: [2022-02,2023-02]
            patch.replace(node.start, node.end, scalar(value, date=True))
            patch.own(path[:-1])[key] = value
        else:
            patch.put(path, value, after=after)
    return patch.text()


def without(loaded: Loaded, index: int) -> str:
    """Take an event out of a file.

    Args:
        loaded: The file.
        index: The index of the event in it.

    Returns:
        The new text: without the lines of the event and the comments that stand deeper than its dash.

    Raises:
        EditError: The list of events is written so that this cannot be done safely.
        FaultyTimelineError: The file has errors.
    """
    patch = Patch(loaded)
    strike_event(patch, index)
    if not patch.own(("events",)):
        colon = loaded.text.index(":", patch.node(("events",)).key_end) + 1
        patch.replace(colon, colon, " []")
    return patch.text()
