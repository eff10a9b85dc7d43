"""Edits of single fields of an event that stands in the file: the value changes, and every other byte stays."""

from __future__ import annotations

from collections.abc import Sequence

from generator.curating.patch import Patch
from generator.curating.places import Key
from generator.curating.yaml_text import DATE_KEYS, scalar

__all__ = ["add_names", "write_value"]


def write_value(patch: Patch, path: Sequence[Key], value: str, *, after: str = "") -> None:
    """Write the value of a field, in the place of the one that it has, or as a new field.

    Args:
        patch: The changes of the file.
        path: Where the field stands, or is to stand.
        value: Its new value.
        after: The field behind which a new one is put; behind the last one where that is missing.

    Raises:
        EditError: It cannot be written safely; nothing was noted.
    """
    *holder, key = path
    node = patch.loaded.places.node(path)
    if node is None:
        patch.add_field(holder, str(key), value, after=after)
        return
    if node.parts is not None:
        raise patch.refuse("this is no single value, and is not replaced by one", node)
    text = scalar(value, date=key in DATE_KEYS)
    patch.replace(node.start, node.end, f" {text}" if node.start == node.end else text)
    patch.own(holder)[key] = value


def add_names(patch: Patch, path: Sequence[Key], names: Sequence[str]) -> None:
    """Put names at the end of a list of them, or begin one.

    Args:
        patch: The changes of the file.
        path: Where the list stands, or is to stand.
        names: The names, which it does not hold.

    Raises:
        EditError: The list is written so that nothing can be put in safely; nothing was noted.
    """
    *holder, key = path
    node = patch.loaded.places.node(path)
    if node is None:
        patch.add_field(holder, str(key), list(names))
        return
    written = patch.loaded.text[node.start : node.end]
    if not node.parts:
        if written and written not in {"[]", "null", "~"}:
            raise patch.refuse("nothing can be put in safely as this is written", node)
        patch.replace(node.start, node.end, f"{'' if written else ' '}{_bracketed(names)}")
        patch.own(holder)[key] = list(names)
        return
    if not isinstance(node.parts, list):
        raise patch.refuse("this is no list", node)
    last = node.parts[-1]
    if node.style == "flow":
        patch.replace(last.end, last.end, "".join(f", {scalar(name)}" for name in names))
    else:
        layout = patch.layout
        column = layout.column(node.start)
        lines = [f"{' ' * column}- {scalar(name)}" for name in names]
        new = layout.insertion(layout.after(last, column), lines)
        patch.replace(new.start, new.end, new.text)
    patch.own(path).extend(names)


def _bracketed(names: Sequence[str]) -> str:
    return f"[{', '.join(map(scalar, names))}]"
