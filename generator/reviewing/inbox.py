"""The inbox: a file of the timeline's format, which git ignores, where candidates wait until somebody has judged them.

So nothing that nobody has judged enters a public history. What is judged leaves it; of what was rejected stay the id
and the reason, here and nowhere else.
"""

from __future__ import annotations

from pathlib import Path

from generator.curating.load import Loaded, load, load_text
from generator.curating.seen import read_seen, seen_path
from generator.curating.write import locked, replace_file
from generator.errors import UsageError
from generator.model import Event, Timeline

__all__ = ["NEW_INBOX", "apart", "begin_inbox", "cited", "judged", "known", "read_inbox"]

NEW_INBOX = """\
# yaml-language-server: $schema=events.schema.json
schema: 1

# Candidates that wait for your judgement: `dateline review` shows one after another, and moves what you accept to the
# timeline's file. This file is yours alone: git ignores it. Delete it, and all that waits is proposed anew.
sources: {}

events: []
"""
"""An inbox before anything is in it."""


def begin_inbox(inbox: Path) -> None:
    """Make an empty inbox where there is none; what was proposed to one that was deleted is forgotten.

    Raises:
        TimelineFileError: It cannot be written.
    """
    if not inbox.exists():
        with locked(inbox):
            seen_path(inbox).unlink(missing_ok=True)
            replace_file(inbox, None, NEW_INBOX)


def read_inbox(inbox: Path) -> Loaded:
    """Read an inbox; one that does not exist is empty."""
    return load(inbox) if inbox.exists() else load_text(NEW_INBOX, inbox)


def apart(events: Path, inbox: Path) -> None:
    """See to it that an inbox is not the timeline's file itself.

    Raises:
        UsageError: The two are one file.
    """
    if inbox.resolve() == events.resolve():
        raise UsageError(f"{inbox} cannot be both the timeline and its inbox", todo="name another file with --inbox")


def known(events: Path, inbox: Path, timeline: Timeline) -> frozenset[str]:
    """The fingerprints of what a run must not propose to an inbox again.

    Args:
        events: The timeline's file.
        inbox: The inbox.
        timeline: What the timeline's file holds.

    Returns:
        What the timeline cites, what was ever judged, and what was ever proposed to this inbox, if there is one.

    Raises:
        UsageError: The two are one file.
        TimelineFileError: What is remembered cannot be read.
    """
    apart(events, inbox)
    proposed = read_seen(inbox) if inbox.exists() else frozenset[str]()
    return read_seen(events) | proposed | cited(timeline)


def judged(event: Event, known_elsewhere: frozenset[str]) -> bool:
    """Whether a candidate of an inbox is judged already: all of its sentences are known to the timeline.

    So it is after a crash between two writes, or where somebody else has judged the same candidate.
    """
    mentions = {citation.mention for citation in event.citations if citation.mention}
    return bool(mentions) and mentions <= known_elsewhere


def cited(timeline: Timeline) -> frozenset[str]:
    """The fingerprints that the events of a timeline cite."""
    return frozenset(citation.mention for event in timeline.events for citation in event.citations if citation.mention)
