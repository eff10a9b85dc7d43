"""What `dateline check` prints, in each of its formats."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from generator.curating.faults import Fault, errors
from generator.curating.sight import Sights

__all__ = ["annotation", "as_annotations", "as_json", "as_text", "escaped_property"]


def as_text(faults: Sequence[Fault], path: str, text: str) -> Iterator[str]:
    """The lines for a person: each fault, the line in which it is, and a mark under the place; warnings come last.

    Args:
        faults: The faults, in the order of the file.
        path: The timeline's file.
        text: Its text.
    """
    sights = Sights(text)
    for fault in sorted(faults, key=lambda fault: fault.severity == "warning"):
        yield fault.say(path)
        seen = sights.of(fault)
        if seen:
            number = str(fault.line)
            yield f"  {number} | {seen[0]}"
            yield f"  {' ' * len(number)} | {seen[1]}"


def as_json(faults: Sequence[Fault], path: str, text: str) -> str:
    """The faults as JSON, for programs.

    Args:
        faults: The faults, in the order of the file.
        path: The timeline's file.
        text: Its text.

    Returns:
        An object with the numbers of `errors` and `warnings`, and `faults`: of each its `file`, `line` and `column`
        (from 1), `severity`, `what`, `todo`, and as `text` the line that it is in.
    """
    sights = Sights(text)
    wrong = len(errors(faults))
    found = [
        {
            "file": fault.file or path,
            "line": fault.line,
            "column": fault.column,
            "severity": fault.severity,
            "what": fault.what,
            "todo": fault.todo,
            "text": sights.line(fault),
        }
        for fault in faults
    ]
    said = {"errors": wrong, "warnings": len(faults) - wrong, "faults": found}
    return json.dumps(said, ensure_ascii=False, indent=2)


def as_annotations(faults: Sequence[Fault], path: str, _text: str) -> Iterator[str]:
    """The faults as commands of GitHub Actions, which shows each beside its line in a pull request."""
    for fault in faults:
        message = f"{fault.what} — {fault.todo}" if fault.todo else fault.what
        yield annotation(message, fault.file or path, fault.severity, f"line={fault.line},col={fault.column}")


def annotation(message: str, path: str, severity: str = "error", place: str = "") -> str:
    """One such command.

    Args:
        message: What it says.
        path: The file that it is about.
        severity: `error` or `warning`.
        place: The line and column, as the command has them, or empty.
    """
    return f"::{severity} file={escaped_property(path)}{',' if place else ''}{place}::{_escaped(message)}"


def escaped_property(text: str) -> str:
    """A property of such a command, escaped as GitHub's runner wants it (actions/toolkit, `escapeProperty`)."""
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    """A message, escaped likewise (`escapeData`)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
