"""`dateline check --fix`: dates that are only spelt wrongly, and blanks at the ends of lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from generator.curating.date_hints import respelt
from generator.curating.layout import Splice, spliced
from generator.curating.load import Loaded, load_text
from generator.curating.places import Node
from generator.curating.yaml_text import DATE_KEYS, scalar

__all__ = ["Tidied", "tidy"]

_BLANKS = re.compile(r"[ \t]+(?=\r?\n|\Z)")


@dataclass(frozen=True, slots=True)
class Tidied:
    """What was made of a file.

    Attributes:
        text: The new text; the old one where there was nothing to do.
        dates: The dates that were spelt anew: the line, what stood there, and what does now.
        blanks: How many lines ended in blanks.
    """

    text: str
    dates: tuple[tuple[int, str, str], ...]
    blanks: int


def tidy(loaded: Loaded) -> Tidied:
    """Spell dates as the format has them, and take blanks from the ends of lines.

    A date is spelt anew where nothing but white space, the kind of its dashes or a zero before a digit is wrong with
    it, so that it cannot mean anything else. Blanks inside a text of several lines stay.

    Args:
        loaded: The file; it may have errors, but must be YAML throughout.

    Returns:
        The new text and what was done. What cannot be done without changing anything else is left.
    """
    if not loaded.parsed:
        return Tidied(loaded.text, (), 0)
    dates = sorted(_dates(loaded), key=lambda found: found[0].start)
    text = spliced(loaded.text, (Splice(node.start, node.end, scalar(new, date=True)) for node, _, new in dates))
    told = tuple((loaded.places.lines.position(node.start).line, old, new) for node, old, new in dates)
    again = load_text(text, loaded.path) if dates else loaded
    if dates and (not again.parsed or again.data != _with_dates(loaded.data)):
        text, told, again = loaded.text, (), loaded
    blanks = list(_blanks(again))
    bare = spliced(text, (Splice(start, end, "") for start, end in blanks))
    if blanks and load_text(bare, loaded.path).data != again.data:
        return Tidied(text, told, 0)
    return Tidied(bare, told, len(blanks))


def _dates(loaded: Loaded) -> Iterator[tuple[Node, str, str]]:
    """Each date that is only spelt wrongly: its place, what stands there, and what should."""
    waiting = [(loaded.data, loaded.places.root)]
    while waiting:
        value, node = waiting.pop()
        if node is None or node.parts is None:
            continue
        parts = node.parts.items() if isinstance(node.parts, dict) else enumerate(node.parts)
        for key, part in parts:
            below = value[key]
            new = (
                respelt(below) if key in DATE_KEYS and isinstance(below, str) and part.style in {"", "'", '"'} else None
            )
            if new:
                yield part, below, new
            waiting.append((below, part))


def _with_dates(value: Any, key: str = "") -> Any:  # noqa: ANN401 whatever the file holds
    """The data as they are to be."""
    if isinstance(value, dict):
        return {name: _with_dates(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_with_dates(part) for part in value]
    return (respelt(value) or value) if key in DATE_KEYS and isinstance(value, str) else value


def _blanks(loaded: Loaded) -> Iterator[tuple[int, int]]:
    """The blanks at the ends of lines, those in texts of several lines left out."""
    found = [match.span() for match in _BLANKS.finditer(loaded.text)]
    spans = sorted(_texts(loaded)) if found else []
    starts = [start for start, _ in spans]
    for start, end in found:
        within = bisect_right(starts, start) - 1
        if within < 0 or start >= spans[within][1]:
            yield start, end


def _texts(loaded: Loaded) -> Iterator[tuple[int, int]]:
    """Where the texts of several lines stand."""
    waiting = [loaded.places.root]
    while waiting:
        node = waiting.pop()
        if node is None:
            continue
        if node.parts is None:
            if "\n" in loaded.text[node.start : node.end]:
                yield node.start, node.end
        else:
            waiting += node.parts.values() if isinstance(node.parts, dict) else node.parts
