"""Changes that a person asks for while going through candidates: another title or date, an entry that goes elsewhere.

As all edits of the timeline's file they are splices of its text, and what they are not about keeps every byte.
"""

from __future__ import annotations

from generator.curating.load import Loaded
from generator.curating.patch import Patch
from generator.curating.places import Key, Node
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
    path: tuple[Key, ...] = ("events", index)
    for key, value, after in (("date", date, "id"), ("title", title, "date")):
        if value is not None:
            _write(patch, path, key, value, after)
    return patch.text()


def _write(patch: Patch, path: tuple[Key, ...], key: str, value: str, after: str) -> None:
    """Write a field's value in the place of the old one, or as a new line where there is none."""
    fields = patch.own(path)
    node = patch.loaded.places.node((*path, key))
    if node is None:
        patch.add_field(path, key, value, after=after)
    elif fields[key] is None:
        patch.fill((*path, key), value)
    else:
        written = patch.layout.text[node.start : node.end]
        # What stands in a block of text ends with a line break that is the file's.
        end = node.start + len(written.rstrip()) if node.style in {"|", ">"} else node.end
        patch.replace(node.start, end, scalar(value, date=key == "date"))
        fields[key] = value


def without(loaded: Loaded, index: int) -> str:
    """Take an event out of a file.

    Args:
        loaded: The file.
        index: The index of the event in it.

    Returns:
        The new text: without the lines of the event, the comments that stand deeper than its dash, and the blank line
        that set it apart.

    Raises:
        EditError: The list of events is written so that this cannot be done safely.
        FaultyTimelineError: The file has errors.
    """
    patch = Patch(loaded)
    holder, node = patch.node(("events",)), patch.node(("events", index))
    items: list[Node] = holder.parts  # type: ignore[assignment] # a list's parts are a list
    layout = patch.layout
    dash = layout.text.rfind("-", 0, node.start)
    alone = dash >= 0 and not layout.text[dash + 1 : node.start].strip() and layout.leads(dash)
    if holder.style == "flow" or not alone:
        raise patch.refuse("an event cannot be taken out of what is written in brackets", node)
    start, end = layout.line_start(dash), layout.after(node, layout.column(dash))
    patch.replace(*_with_blank_lines(patch, start, end, items[index - 1] if index else None), "")
    if len(items) == 1:
        colon = layout.text.index(":", holder.key_end)
        patch.replace(colon + 1, colon + 1, " []")
    patch.own(("events",)).pop(index)
    return patch.text()


def _with_blank_lines(patch: Patch, start: int, end: int, before: Node | None) -> tuple[int, int]:
    """The lines from `start` to `end` and the blank ones that follow; at the end of the file those before them."""
    layout = patch.layout
    while end < len(layout.text) and not layout.text[end : layout.line_end(end)].strip():
        end = layout.next_line(end)
    if end < len(layout.text) or (before and layout.keeps_blank_lines(before)):
        return start, end
    while start and not layout.text[layout.line_start(start - 1) : start].strip():
        start = layout.line_start(start - 1)
    return start, end
