"""Changes that a person asks for while going through candidates: another title or date, an entry that goes elsewhere.

As all edits of the timeline's file they are splices of its text, and what they are not about keeps every byte.
"""

from __future__ import annotations

from generator.curating.edit import Revision
from generator.curating.judge import refuse_unready
from generator.curating.load import Loaded
from generator.curating.patch import Patch
from generator.curating.places import Key
from generator.curating.strike import strike_event
from generator.curating.yaml_text import scalar
from generator.model import Timeline

__all__ = ["accepted", "rejected", "retouched", "without"]


def accepted(loaded: Loaded, index: int) -> Loaded:
    """Make a candidate an event that is published, in the file in which it waits.

    Args:
        loaded: The file.
        index: The index of the candidate in it.

    Returns:
        The file as it is to be.

    Raises:
        EditError: It has no date or no citation, or is written so that this cannot be done safely.
        FaultyTimelineError: The file has errors.
    """
    revision = Revision(loaded)
    refuse_unready(loaded, index, (loaded.timeline or Timeline()).events[index])
    revision.accept(index)
    return revision.result()


def rejected(loaded: Loaded, index: int, reason: str) -> Loaded:
    """Reject a candidate: of it stay its id and the reason.

    Args:
        loaded: The file.
        index: The index of the candidate in it.
        reason: Why.

    Returns:
        The file as it is to be.

    Raises:
        EditError: It is written so that this cannot be done safely.
        FaultyTimelineError: The file has errors.
    """
    revision = Revision(loaded)
    revision.reject(index, reason)
    return revision.result()


def retouched(loaded: Loaded, index: int, *, title: str | None = None, date: str | None = None) -> Loaded:
    """Write another title or date of an event.

    Args:
        loaded: The file.
        index: The index of the event in it.
        title: The title; None to leave it.
        date: The date, as EDTF; None to leave it.

    Returns:
        The file as it is to be.

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
    return patch.result()


def without(loaded: Loaded, index: int) -> Loaded:
    """Take an event out of a file.

    Args:
        loaded: The file.
        index: The index of the event in it.

    Returns:
        The file as it is to be: without the lines of the event and the comments that stand deeper than its dash.

    Raises:
        EditError: The list of events is written so that this cannot be done safely.
        FaultyTimelineError: The file has errors.
    """
    patch = Patch(loaded)
    strike_event(patch, index)
    if not patch.own(("events",)):
        colon = loaded.text.index(":", patch.node(("events",)).key_end) + 1
        patch.replace(colon, colon, " []")
    return patch.result()
