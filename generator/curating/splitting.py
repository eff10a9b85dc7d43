"""`dateline split` and `dateline join`: a timeline's one file becomes several, a year each, and one again.

Events are moved as they are written, with their comments, and what is not an event stays as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from generator.curating.layout import Layout
from generator.curating.load import Loaded, faulty, load_text
from generator.curating.parts import SETTINGS, joined, reading_order
from generator.curating.places import Node
from generator.curating.schema import SCHEMA_FILE
from generator.curating.spread import year_file
from generator.errors import EditError

__all__ = ["join", "split"]

_HEAD = (f"# yaml-language-server: $schema=../{SCHEMA_FILE}", "events:", "")
_END = re.compile(r"(?<=[\r\n])\.\.\.\s*\Z")
"""The mark of YAML for the end of a document, behind which nothing can be put."""


def split(loaded: Loaded) -> str:
    """Put each event into the file of its year, and all else into the settings.

    Args:
        loaded: The timeline in one file.

    Returns:
        The text of the several files.

    Raises:
        FaultyTimelineError: The timeline has errors.
        EditError: It stands in several files already, or its events are written so that they cannot be moved safely.
    """
    _refuse_faulty(loaded)
    if loaded.parts:
        raise _refused(loaded, "the timeline stands in several files already", "join them first: dateline join")
    node = loaded.places.node(("events",))
    if node is None or not node.parts:
        raise _refused(loaded, "there are no events to put into files", "add one")
    rest, blocks = _taken_out(loaded, node)
    years: defaultdict[str, list[str]] = defaultdict(list)
    wanted: defaultdict[str, list[Any]] = defaultdict(list)
    events = loaded.timeline.events if loaded.timeline else ()
    for block, fields, event in zip(blocks, loaded.data["events"], events, strict=True):
        file = year_file(event.date.text if event.date else None, loaded.path.stem, event.id or "")
        years[file].append(block)
        wanted[file].append(fields)
    files = sorted(years)
    head = loaded.newline.join(_HEAD)
    text = joined([(SETTINGS, rest), *((file, head + loaded.newline.join(years[file])) for file in files)])
    return _proved(loaded, text, [fields for file in files for fields in wanted[file]])


def join(loaded: Loaded) -> str:
    """Put the events of all files into one, with all else that stands in one of them.

    Args:
        loaded: The timeline in several files.

    Returns:
        The text of the one file.

    Raises:
        FaultyTimelineError: The timeline has errors.
        EditError: It stands in one file already, or more than events stands in several of them.
    """
    _refuse_faulty(loaded)
    if not loaded.parts:
        raise _refused(loaded, "the timeline stands in one file already", "leave it as it is")
    rests, blocks = [], []
    newline = ""
    for part in sorted(loaded.parts, key=lambda part: reading_order(part.name)):
        own = load_text(loaded.text[part.start : part.end], loaded.path)
        newline = newline or own.newline
        node = own.places.node(("events",))
        rest, found = _taken_out(own, node) if node is not None and node.parts else (own.text, [])
        blocks += [_indented(block) for block in found]
        if set(own.data or ()) - {"events", "schema"} or part.name == SETTINGS:
            rests.append((part.name, rest))
    if len(rests) > 1:
        todo = f"move it to {rests[0][0]}, and run this again"
        raise _refused(loaded, f"more than events stands in {' and '.join(name for name, _ in rests)}", todo)
    begun = f"# yaml-language-server: $schema={SCHEMA_FILE}{newline}schema: 1{newline}"
    head = _END.sub("", rests[0][1]) if rests else begun
    # A comment above the events is about them; all else is set apart.
    gap = newline if head.rstrip().rpartition("\n")[2].startswith("#") else newline * 2
    head = f"{head.rstrip()}{gap}" if head.strip() else ""
    return _proved(loaded, f"{head}events:{newline}{newline.join(blocks)}", loaded.data["events"])


def _taken_out(loaded: Loaded, node: Node) -> tuple[str, list[str]]:
    """The text without its events, and the lines of each, its comments with it and no blank line behind it."""
    layout = Layout(loaded.text, loaded.newline)
    items: list[Node] = node.parts  # type: ignore[assignment] # a list's parts are a list
    for item in items:
        if layout.text[layout.line_start(item.start) : item.start].strip() != "-":
            place = loaded.place(loaded.places.lines.position(item.start).line)
            what = "events in brackets, or two on a line, cannot be moved safely; nothing was changed"
            raise EditError(what, where=place, todo="begin each on a line of its own, with “- ”")
    starts = [layout.before(item.start) for item in items]
    end = layout.after(items[-1], layout.column(items[-1].start) - 1)
    blocks = [loaded.text[start:stop] for start, stop in zip(starts, [*starts[1:], end], strict=True)]
    rest = loaded.text[: layout.line_start(node.key_start)] + loaded.text[end:].lstrip("\r\n")
    return rest, [f"{block.rstrip()}{layout.newline}" if _is_plain(block) else block for block in blocks]


def _is_plain(block: str) -> bool:
    """Whether the blank lines behind a block are no part of a text that keeps them."""
    return re.search(r": [|>][0-9]?\+", block) is None


def _indented(block: str) -> str:
    """A block with its dash in the third column, so that all stand in line."""
    first = next(line for line in block.splitlines() if line.lstrip().startswith("- ") or line.strip() == "-")
    shift = 2 - (len(first) - len(first.lstrip()))
    if not shift:
        return block
    lines = block.splitlines(keepends=True)
    return "".join(line if not line.strip() else " " * shift + line if shift > 0 else line[-shift:] for line in lines)


def _proved(loaded: Loaded, text: str, events: list[Any]) -> str:
    """The text, where it holds what the old one does.

    Raises:
        EditError: It does not.
    """
    again = load_text(text, loaded.path)
    if again.timeline is None or {**again.data, "schema": ""} != {**loaded.data, "schema": "", "events": events}:
        what = "the events cannot be moved without changing something else; nothing was changed"
        raise _refused(loaded, what, "write them in one style, a field a line, and run this again")
    return text


def _refuse_faulty(loaded: Loaded) -> None:
    if loaded.timeline is None:
        raise faulty(loaded)


def _refused(loaded: Loaded, what: str, todo: str) -> EditError:
    return EditError(what, where=str(loaded.path), todo=todo)
