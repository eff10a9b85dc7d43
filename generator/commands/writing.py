"""Writing what a run adds to a timeline: the schema for editors, the file, and what was ever proposed."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator.curating.schema import SCHEMA_FILE, schema_text
from generator.curating.seen import add_seen, seen_path
from generator.curating.write import refuse_unwritable, replace_file, write_atomically
from generator.errors import TimelineFileError

__all__ = ["write_change"]


def write_change(path: Path, old_text: str | None, new_text: str | None, mentions: Collection[str]) -> None:
    """Write what a run adds. Call it while holding the lock of the timeline's file.

    The schema, without which the file would do, comes before a first file: later runs do not look for it. What was
    proposed comes last: what the file cites is known even if this is interrupted after it.

    Args:
        path: The timeline's file.
        old_text: The text that was read; None for a file that did not exist.
        new_text: The text to write, or None where nothing is added.
        mentions: The fingerprints of what was proposed.

    Raises:
        EditError: Somebody saved the file meanwhile.
        TimelineFileError: Something cannot be written; what was written before that is named.
    """
    refuse_unwritable([seen_path(path)] if mentions else [])
    if new_text is not None:
        schema = path.resolve().with_name(SCHEMA_FILE)
        if old_text is None and not schema.exists():
            write_atomically(schema, schema_text().encode())
        replace_file(path, old_text, new_text)
    if not mentions:
        return
    try:
        add_seen(path, mentions)
    except TimelineFileError as error:
        if new_text is None:
            raise
        what = f"{error.what}; written before that: {path}"
        raise TimelineFileError(what, where=error.where, todo=error.todo) from error
