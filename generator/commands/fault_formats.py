"""What `dateline check` prints, in each of its formats."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.curating.counted import counted
from generator.curating.faults import Fault, errors
from generator.curating.sight import Sights

__all__ = ["annotation", "as_annotations", "as_json", "as_text", "as_warnings", "escaped_property"]

_SHOWN_EACH = 3
"""How often a person is shown one and the same warning in full: what every second event has, such as a single source,
would otherwise hide what is new."""
_LINES_NAMED = 20
"""How many lines are named of a warning that comes more often than that."""


def as_text(faults: Sequence[Fault], path: str, text: str) -> Iterator[str]:
    """The lines for a person: each fault, the line in which it is, and a mark under the place; warnings come last.

    A warning that comes more than three times is shown once, with the lines of the others.

    Args:
        faults: The faults, in the order of the file.
        path: The timeline's file.
        text: Its text.
    """
    sights = Sights(text)
    for fault, others in _gathered(sorted(faults, key=lambda fault: fault.severity == "warning")):
        yield fault.say(path)
        seen = sights.of(fault)
        if seen:
            number = str(fault.line)
            yield f"  {number} | {seen[0]}"
            yield f"  {' ' * len(number)} | {seen[1]}"
        if others:
            yield _likewise(others)


def as_warnings(faults: Sequence[Fault], path: str) -> list[str]:
    """What is said of warnings where something else is done: each in a line, what comes often once.

    Args:
        faults: The warnings, in the order of the file.
        path: The timeline's file.
    """
    return [
        "\n".join([fault.say(path), *([_likewise(others)] if others else [])]) for fault, others in _gathered(faults)
    ]


def _gathered(faults: Sequence[Fault]) -> Iterator[tuple[Fault, Sequence[Fault]]]:
    """Each fault that is shown, and those that say the same elsewhere and are not."""
    alike: defaultdict[tuple[str, str, str], list[Fault]] = defaultdict(list)
    for fault in faults:
        if fault.severity == "warning":
            alike[_gist(fault)].append(fault)
    for fault in faults:
        same = alike[_gist(fault)] if fault.severity == "warning" else []
        if len(same) <= _SHOWN_EACH:
            yield fault, ()
        elif fault is same[0]:
            yield fault, same[1:]


def _likewise(others: Sequence[Fault]) -> str:
    return f"  likewise in {counted(len(others), 'more line')}: {_lines(others)}"


def _gist(fault: Fault) -> tuple[str, str, str]:
    """What warnings that say the same have in common."""
    return fault.file, fault.what, fault.todo


def _lines(faults: Sequence[Fault]) -> str:
    """In which lines some faults are, as many as a person wants to read."""
    named = ", ".join(str(fault.line) for fault in faults[:_LINES_NAMED])
    return f"{named} …" if len(faults) > _LINES_NAMED else named


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
