"""Every fault of a timeline's file at once: of its writing, of its form, and of its sense."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator.curating.faults import Fault
from generator.curating.load import Loaded, conflict_marks, load_text, read_text
from generator.curating.nodes import collector_at_rest
from generator.curating.parts import home, parts_of, placed
from generator.curating.places import Key, Places
from generator.curating.rules import RULES, Finding, Subject
from generator.model import Timeline

__all__ = ["check", "check_loaded"]

KeyPath = tuple[Key, ...]


def check(path: Path, *, today: dt.date, docs: Path | None = None) -> list[Fault]:
    """Find everything that is wrong in a timeline's file.

    Args:
        path: The file.
        today: The day that counts as today.
        docs: The folder of the site's pages, in which pictures lie; None where it is not known.

    Returns:
        Its faults, errors and warnings, in the order of the file. While a merge is unfinished, only its marks.

    Raises:
        TimelineFileError: The file is missing, a folder, not readable, too large, not UTF-8, or binary.
    """
    read = read_text(path)
    marks = conflict_marks(read.text)
    if marks:
        return placed(marks, parts_of(read.text), home(path))
    return check_loaded(load_text(read.text, path, bom=read.bom), today=today, docs=docs)


def check_loaded(
    loaded: Loaded, *, today: dt.date, docs: Path | None = None, elsewhere: frozenset[str] = frozenset()
) -> list[Fault]:
    """Find everything that is wrong in a timeline's file that has been read.

    Args:
        loaded: The file.
        today: The day that counts as today.
        docs: The folder of the site's pages, in which pictures lie; None where it is not known.
        elsewhere: Where the file is an inbox: the ids of the events of the timeline for which it waits.

    Returns:
        Its faults in the order of the file. Where some of it is no YAML, only those of writing and form: what else
        there is to say may depend on what could not be read.
    """
    if not (loaded.parsed and isinstance(loaded.data, dict)):
        return loaded.told(loaded.faults)
    with collector_at_rest():
        written, faulty = (loaded.written, set[KeyPath]()) if loaded.written else as_written(loaded.data)
        subject = Subject(written, loaded.data, loaded.places, today, frozenset(faulty), docs, loaded.parts, elsewhere)
        found = _faults((finding for rule in RULES for finding in rule(subject)), loaded.places)
        return loaded.told(sorted([*loaded.faults, *found]))


def _faults(findings: Iterable[Finding], places: Places) -> Iterator[Fault]:
    """What was found, with its place in the file; where things stand in an entry is known for one at a time."""
    by_entry: dict[KeyPath, list[Finding]] = {}
    for finding in findings:
        by_entry.setdefault(tuple(finding.path[:2]), []).append(finding)
    for entry, found in by_entry.items():
        yield from (_fault(finding, places) for finding in found)
        if node := places.node(entry):
            node.let_go()


def _fault(finding: Finding, places: Places) -> Fault:
    key = places.key(finding.path) if finding.at_key else None
    position = key.start if key else places.at(finding.path)
    return Fault(position.line, position.column, finding.what, finding.todo, finding.severity)


def as_written(data: dict[str, Any]) -> tuple[Timeline, set[KeyPath]]:
    """The timeline that plain data hold, without the values whose form is wrong.

    An event or source loses the key that holds a fault, and stays in its place; of the other parts of the file the
    whole of a faulty entry or list is left out.

    Args:
        data: The data of a file.

    Returns:
        What can be judged of it, events in their places, and the paths of what was left out.
    """
    try:
        return Timeline.model_validate(data, by_alias=True, by_name=False), set()
    except ValidationError as error:
        faulty = {tuple(details["loc"][:3]) for details in error.errors(include_url=False)}
        return Timeline.model_validate(_without(data, faulty), by_alias=True, by_name=False), faulty


def _without(data: dict[str, Any], paths: set[KeyPath]) -> dict[str, Any]:
    """The data without what stands at the paths."""
    sound: dict[str, Any] = {key: value for key, value in data.items() if (key,) not in paths}
    for path in sorted(paths, key=str):
        if len(path) < 2 or path[0] not in sound:
            continue
        top = str(path[0])
        if top == "events":
            sound[top] = _without_event(sound[top], path)
        elif top in {"sources", "actors"}:
            sound[top] = _without_entry(sound[top], path)
        else:
            del sound[top]
    return sound


def _without_event(events: list[Any], path: KeyPath) -> list[Any]:
    """The events, one of them without a key, or empty where it is no mapping: the others keep their indices."""
    index = int(path[1])
    event = events[index]
    rest = {key: value for key, value in event.items() if key != path[2]} if len(path) > 2 else {}
    return [*events[:index], rest, *events[index + 1 :]]


def _without_entry(entries: dict[str, Any], path: KeyPath) -> dict[str, Any]:
    """The sources or actors, one of them without a key; without the whole of it where its own key is at fault."""
    key = str(path[1])
    entry = entries.get(key)
    rest = {name: value for name, value in entries.items() if name != key}
    if path[0] == "sources" and len(path) > 2 and path[2] != "[key]" and isinstance(entry, dict):
        rest[key] = {name: value for name, value in entry.items() if name != path[2]}
    return rest
