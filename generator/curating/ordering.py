"""`dateline check --fix`: events in the order of time, each moved whole, with the comments above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.curating.layout import Layout, Splice, spliced
from generator.curating.load import Loaded, load_text
from generator.curating.parts import part_at
from generator.curating.places import Node
from generator.dates import Edtf
from generator.model import Event

__all__ = ["Ordered", "in_order"]

_GAP = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*\Z")


@dataclass(frozen=True, slots=True)
class Ordered:
    """What was made of a file.

    Attributes:
        text: The new text; the old one where there was nothing to do.
        moved: How many events stand elsewhere than they did.
        left: Whether events are out of order and cannot be moved safely.
    """

    text: str
    moved: int = 0
    left: bool = False


def in_order(loaded: Loaded) -> Ordered:
    """Put the events of a file in the order of time, where one of them stands wholly after a later one.

    Each moves with the comments right above it and all that is in it; blank lines between events stay where they are.
    Events of one date keep their order, and one without a date stays behind the one that it follows. Of several files
    each is put in order by itself.

    Args:
        loaded: The file; it must be without errors.

    Returns:
        The new text, and what was done. What cannot be done without changing anything else is left.
    """
    if loaded.timeline is None:
        return Ordered(loaded.text)
    splices: list[Splice] = []
    order: list[int] = []
    left = False
    for indices in _by_part(loaded):
        dates = [loaded.timeline.events[index].date for index in indices]
        wanted = _sorted(indices, dates) if _is_mixed(dates) else list(indices)
        found = _moved(loaded, indices, wanted) if wanted != list(indices) else []
        left |= found is None
        order += indices if found is None else wanted
        splices += found or ()
    if not splices:
        return Ordered(loaded.text, left=left)
    text = spliced(loaded.text, splices)
    events = loaded.data["events"]
    expected = {**loaded.data, "events": [events[index] for index in order]}
    if load_text(text, loaded.path).data != expected:
        return Ordered(loaded.text, left=True)
    return Ordered(text, sum(index != new for index, new in enumerate(order)), left)


def _by_part(loaded: Loaded) -> Iterator[Sequence[int]]:
    """The indices of the events of each file."""
    events: Sequence[Event] = loaded.timeline.events if loaded.timeline else ()
    found: dict[str, list[int]] = {}
    for index in range(len(events)):
        at = loaded.places.at(("events", index)).index
        found.setdefault(part_at(loaded.parts, at).name if loaded.parts else "", []).append(index)
    yield from found.values()


def _is_mixed(dates: Sequence[Edtf | None]) -> bool:
    """Whether an event stands after one that is wholly later."""
    latest = None
    for date in dates:
        if date is None:
            continue
        if latest is not None and date.latest < latest:
            return True
        latest = date.earliest if latest is None else max(latest, date.earliest)
    return False


def _sorted(indices: Sequence[int], dates: Sequence[Edtf | None]) -> list[int]:
    """The indices by date; one without a date keeps to the date before it, or to the first."""
    last = next(date for date in dates if date)
    keys = [(last := date or last).sort_key for date in dates]
    return [index for _, index in sorted(zip(keys, indices, strict=True))]


def _moved(loaded: Loaded, indices: Sequence[int], wanted: Sequence[int]) -> list[Splice] | None:
    """The changes that put events in another order; None where one is written so that it cannot be moved."""
    layout = Layout(loaded.text, loaded.newline)
    nodes = [loaded.places.node(("events", index)) for index in indices]
    known: list[Node] = [node for node in nodes if node is not None and _is_item(layout, node)]
    if len(known) < len(nodes):
        return None
    starts = [layout.before(node.start) for node in known]
    end = layout.after(known[-1], layout.column(known[-1].start) - 1)
    blocks = [loaded.text[start:stop] for start, stop in zip(starts, [*starts[1:], end], strict=True)]
    gaps = [_GAP.search(block)[0] for block in blocks]  # type: ignore[index] # it matches nothing, too
    bodies = {index: block.removesuffix(gap) for index, block, gap in zip(indices, blocks, gaps, strict=True)}
    return [Splice(starts[0], end, "".join(bodies[index] + gap for index, gap in zip(wanted, gaps, strict=True)))]


def _is_item(layout: Layout, node: Node) -> bool:
    """Whether nothing but its dash stands before an event on its line."""
    return layout.text[layout.line_start(node.start) : node.start].strip() == "-"
