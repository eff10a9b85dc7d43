"""Changes that a person asks for while going through candidates: another title or date, an entry that goes elsewhere.

As all edits of the timeline's file they are splices of its text, and what they are not about keeps every byte.
"""

from __future__ import annotations

from collections.abc import Collection

from generator.curating.edit import Revision
from generator.curating.ids import event_id, is_made_of
from generator.curating.judge import refuse_unready
from generator.curating.load import Loaded
from generator.curating.patch import Patch
from generator.curating.places import Key
from generator.curating.strike import strike_event
from generator.curating.yaml_text import scalar
from generator.dates import parse
from generator.model import Timeline

__all__ = ["accepted", "rejected", "related_to", "retouched", "without"]


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


def retouched(
    loaded: Loaded,
    index: int,
    *,
    title: str | None = None,
    date: str | None = None,
    taken: Collection[str] | None = None,
) -> Loaded:
    """Write another title or date of an event.

    Args:
        loaded: The file.
        index: The index of the event in it.
        title: The title; None to leave it.
        date: The date, as EDTF; None to leave it.
        taken: The ids and aliases that other events have, here and elsewhere; None where its id is to stay.

    Returns:
        The file as it is to be. A candidate whose id was made of its title and date gets the id that is made of the new
        ones, and what is related to it in this file names it by that: nothing was published under the old one.

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
    event = (loaded.timeline or Timeline()).events[index]
    made = event.id is not None and is_made_of(event.id, event.date, event.title or "")
    if taken is not None and event.id and made and event.review == "candidate":
        day = parse(date) if date else event.date
        new = event_id(day, event.title or "" if title is None else title, taken)
        patch.put(("events", index, "id"), new)
        _relate(patch, event.id, new)
    return patch.result()


def related_to(loaded: Loaded, old: str, new: str) -> Loaded | None:
    """Name an event of another file by the id that it has now.

    Args:
        loaded: The file whose events may be related to it.
        old: The id that it had.
        new: The id that it has.

    Returns:
        The file as it is to be; None where no event is related to that one.

    Raises:
        EditError: It is written so that this cannot be done safely.
    """
    patch = Patch(loaded)
    return patch.result() if _relate(patch, old, new) else None


def _relate(patch: Patch, old: str, new: str) -> bool:
    """Let relations to an event name it by another id; whether there are any."""
    relations = [
        ("events", at, "related", number, "id")
        for at, event in enumerate((patch.loaded.timeline or Timeline()).events)
        for number, relation in enumerate(event.related)
        if relation.id == old != new
    ]
    for path in relations:
        patch.put(path, new)
    return bool(relations)


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
