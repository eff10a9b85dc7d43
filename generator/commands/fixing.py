"""What `dateline check --fix` does: one safe thing after another, each proved to change nothing else."""

from __future__ import annotations

from pathlib import Path

from generator.curating.counted import counted
from generator.curating.fix import fix
from generator.curating.load import Loaded, conflict_marks, load_text, read_text
from generator.curating.ordering import in_order
from generator.curating.tidy import tidy
from generator.curating.write import locked, replace_file

__all__ = ["fix_file"]


def fix_file(file: Path) -> list[str]:
    """Mend what is safe to mend in a timeline's file.

    Args:
        file: The file.

    Returns:
        A line for each thing that was done, or could not be.

    Raises:
        TimelineFileError: The file cannot be read or written.
    """
    with locked(file):
        read = read_text(file)
        if conflict_marks(read.text):
            return [f"{file}: nothing was fixed — finish the merge first"]
        loaded = load_text(read.text, file, bom=read.bom)
        text, told = _mended(loaded)
        if text != loaded.text:
            replace_file(file, loaded.text, text)
    return told


def _mended(loaded: Loaded) -> tuple[str, list[str]]:
    """The text after all that can be done, and what that was."""
    tidied = tidy(loaded)
    told = [f"{loaded.place(line)}: wrote {new} for {old}" for line, old, new in tidied.dates]
    if tidied.blanks:
        told.append(f"{loaded.path}: took away the blanks at the end of {counted(tidied.blanks, 'line')}")
    now = _again(loaded, tidied.text)
    if now.timeline is None:
        return now.text, [
            *told,
            f"{loaded.path}: {'nothing else' if told else 'nothing'} was fixed — correct the errors first",
        ]
    fixed = fix(now)
    told += (f"{loaded.path}: wrote id: {new}" for new in fixed.written)
    told += (
        f"{now.place(line)}: not fixed: this event is written in braces — write its id by hand" for line in fixed.left
    )
    return _ordered(_again(now, fixed.text), told)


def _again(loaded: Loaded, text: str) -> Loaded:
    """The file with another text, read anew only where it is another: a large file takes seconds."""
    return loaded if text == loaded.text else load_text(text, loaded.path, bom=loaded.bom)


def _ordered(now: Loaded, told: list[str]) -> tuple[str, list[str]]:
    ordered = in_order(now)
    if ordered.moved:
        told.append(f"{now.path}: put the events in order: {counted(ordered.moved, 'event')} moved")
    if ordered.left:
        told.append(f"{now.path}: not fixed: events out of order are written in a way that cannot be moved safely")
    return ordered.text, told
