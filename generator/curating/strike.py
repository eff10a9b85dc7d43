"""Taking something out of the file: an event, a field, an item of a list. What stands around it keeps every byte."""

from __future__ import annotations

from collections.abc import Sequence

from generator.curating.patch import Patch
from generator.curating.places import Key, Node

__all__ = ["strike_event", "strike_field", "strike_item"]


def strike_event(patch: Patch, index: int) -> None:
    """Take an event out, with the comments that stand deeper than its dash and the blank lines behind it.

    Call it after all other changes of events: those that stand below it go by their old index until then.

    Args:
        patch: The changes of the file.
        index: The event's index in it.

    Raises:
        EditError: The event is written in brackets; nothing was noted.
    """
    node, layout = patch.node(("events", index)), patch.layout
    start = layout.line_start(node.start)
    if layout.text[start : node.start].strip() != "-":
        raise patch.refuse("an event cannot be taken out safely of what is written in brackets", node)
    end = layout.after(node, layout.column(start + layout.text[start : node.start].index("-")))
    beyond = layout.past_blank_lines(end)
    patch.replace(start, end if beyond == layout.end_of_file(end) else beyond, "")
    events = patch.own(("events",))
    del events[index]


def strike_field(patch: Patch, path: Sequence[Key]) -> None:
    """Take a field out of a mapping.

    Args:
        patch: The changes of the file.
        path: Where the field stands.

    Raises:
        EditError: It shares its line with what is to stay; nothing was noted.
    """
    node, layout = patch.node(path), patch.layout
    start, end = layout.line_start(node.key_start), layout.next_line(node.end)
    rest = layout.text[node.end : end].strip()
    if layout.text[start : node.key_start].strip() or (rest and not rest.startswith("#")):
        raise patch.refuse("this shares its line with what is to stay", node)
    patch.replace(start, end, "")
    del patch.own(path[:-1])[path[-1]]


def strike_item(patch: Patch, path: Sequence[Key]) -> None:
    """Take an item out of a list; with the last one goes the list's field.

    Args:
        patch: The changes of the file.
        path: Where the item stands; its list must not be changed otherwise.

    Raises:
        EditError: The list is written so that this cannot be done safely; nothing was noted.
    """
    *holder, index = path
    items: list[Node] = patch.node(holder).parts  # type: ignore[assignment] # a list's parts are a list
    if len(items) == 1:
        strike_field(patch, holder)
        return
    node, layout, number = patch.node(path), patch.layout, int(index)
    if patch.node(holder).style == "flow":
        first = number == 0
        patch.replace(node.start if first else items[number - 1].end, items[1].start if first else node.end, "")
    else:
        start = layout.line_start(node.start)
        if layout.text[start : node.start].strip() != "-":
            raise patch.refuse("an item cannot be taken out safely of a list that is written like this", node)
        patch.replace(start, layout.next_line(node.end), "")
    del patch.own(holder)[number]
