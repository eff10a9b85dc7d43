"""`dateline check --fix`: write the ids that are missing, and touch nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.curating.layout import Layout
from generator.curating.load import Loaded, faulty, load_text
from generator.curating.normalise import missing_ids
from generator.curating.patch import Patch
from generator.curating.places import Node
from generator.curating.yaml_text import scalar
from generator.errors import EditError

__all__ = ["Fixed", "add_id", "fix"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """What became of a file's missing ids.

    Attributes:
        text: The text with the ids that could be written.
        written: These ids, in the order of the file.
        left: The lines of the events that were left without one, since they are written in braces.
    """

    text: str
    written: tuple[str, ...]
    left: tuple[int, ...]


def fix(loaded: Loaded) -> Fixed:
    """Give an id to each event without one, as its first key.

    Indentation, the way in which dashes stand, comments and line ends stay as they are. An event in braces
    (`- {date: 2022, title: …}`) is left alone: there is no line to insert.

    Args:
        loaded: The file; it must be without errors of form.

    Returns:
        The new text, and what was done.

    Raises:
        FaultyTimelineError: The file has errors of form: an id made from a wrong date would be wrong for ever.
        EditError: The new text would not hold what the old one does. This should never be seen.
    """
    if loaded.written is None or loaded.timeline is None:
        raise faulty(loaded)
    written: list[str] = []
    left: list[int] = []
    edits: list[tuple[int, int, str]] = []
    for index, new in missing_ids(loaded.written.events).items():
        node = loaded.places.node(("events", index))
        edit = _edit(loaded, node, new) if node else None
        if edit:
            edits.append(edit)
            written.append(new)
        else:
            left.append(loaded.places.at(("events", index)).line)
    text = loaded.text
    if not edits:
        return Fixed(text, (), tuple(left))
    for start, end, insertion in reversed(edits):
        text = text[:start] + insertion + text[end:]
    _verify(loaded, text, len(written))
    return Fixed(text, tuple(written), tuple(left))


def add_id(patch: Patch, index: int, new: str) -> None:
    """Give an id to an event without one, as its first key.

    Args:
        patch: The changes of the file.
        index: The event's index in it.
        new: The id.

    Raises:
        EditError: The event is written in braces; nothing was noted.
    """
    node = patch.node(("events", index))
    edit = _edit(patch.loaded, node, new)
    if edit is None:
        raise patch.refuse("an id cannot be put safely into what is written in braces", node)
    patch.replace(*edit)
    patch.own(("events", index))["id"] = new


def _edit(loaded: Loaded, event: Node, new: str) -> tuple[int, int, str] | None:
    """Where to put an id: start and end of what it replaces, and the text; None where it cannot be put safely."""
    if event.style != "block" or event.start == event.end:
        return None
    empty = event.part("id")
    if empty is not None:
        # `id:` is there, with nothing or null after it.
        space = " " if empty.start == empty.end else ""
        return empty.start, empty.end, space + scalar(new)
    position = loaded.places.lines.position(event.start)
    indent = " " * (position.column - 1)
    newline = Layout(loaded.text, loaded.newline).newline_at(event.start)
    return event.start, event.start, f"id: {scalar(new)}{newline}{indent}"


def _verify(loaded: Loaded, text: str, count: int) -> None:
    """Make sure that the new text holds what the old one does, and so many ids more."""
    after = load_text(text, loaded.path, bom=loaded.bom)
    same = after.timeline == loaded.timeline and _without_ids(after.data) == _without_ids(loaded.data)
    if not same or _ids(after.data) != _ids(loaded.data) + count:
        raise EditError(
            "the ids cannot be written without changing something else",
            where=str(loaded.path),
            todo="write them by hand, as dateline check proposes; nothing was changed",
        )


def _without_ids(data: Any) -> Any:  # noqa: ANN401 whatever the file holds
    if not isinstance(data, dict):
        return data
    events = [{key: value for key, value in event.items() if key != "id"} for event in data.get("events") or ()]
    return {**data, "events": events}


def _ids(data: Any) -> int:  # noqa: ANN401 whatever the file holds
    events = (data or {}).get("events") or ()
    return sum(event.get("id") is not None for event in events)
