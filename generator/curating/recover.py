"""Past a mistake in the writing: the entry that holds it is left out, so that the faults of the others are found."""

from __future__ import annotations

import re

from generator.curating.places import Lines

__all__ = ["without_entry"]


def without_entry(text: str, index: int) -> str | None:
    """Blank the entry of the file in which a mistake stands.

    An entry is an item of `events`, a source with its key, or whatever else begins at the least indentation below one
    of the file's own keys.

    Args:
        text: A text that does not parse.
        index: Where the mistake is.

    Returns:
        The text with spaces in place of that entry, so that all else keeps its place; None where the mistake is in no
        entry.
    """
    lines = Lines(text)
    number = lines.position(index).line
    top = _section(lines, number)
    if top is None:
        return None
    first, last = top
    indents = {at: _indent(lines.line(at)) for at in range(first + 1, last + 1)}
    least = min((indent for indent in indents.values() if indent is not None), default=None)
    if least is None or number == first:
        return None
    begins = [at for at, indent in indents.items() if indent == least]
    begin = max((at for at in begins if at <= number), default=first + 1)
    end = min((at for at in begins if at > number), default=last + 1)
    return _blank(text, lines.starts[begin - 1], lines.starts[end - 1] if end <= len(lines.starts) else len(text))


def _section(lines: Lines, number: int) -> tuple[int, int] | None:
    """The first and last line of what one of the file's own keys holds."""
    keys = [at for at in range(1, len(lines.starts) + 1) if re.match(r"[A-Za-z_][\w-]*:", lines.line(at))]
    first = max((at for at in keys if at <= number), default=None)
    if first is None:
        return None
    return first, min((at for at in keys if at > number), default=len(lines.starts) + 1) - 1


def _indent(line: str) -> int | None:
    """How far a line is indented; None for one without content, and for one with a tab: who knows how far that is."""
    words = re.match(r" *(?=[^ #\t])", line)
    return words.end() if words else None


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub(r"[^\r\n]", " ", text[start:end]) + text[end:]
