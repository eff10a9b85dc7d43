"""A timeline as it stood on an earlier day, from the history that git keeps of its file.

When an event came to be published stands nowhere in the file: `added` is the day on which it came in, and a candidate
may wait for weeks. The history knows, since what is published is what is committed on the branch that is deployed.
"""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from generator.curating.parts import home
from generator.curating.revisions import timeline_at
from generator.errors import TimelineFileError
from generator.model import Timeline

__all__ = ["Past", "as_of"]

SECONDS = 60
"""How long one question to git may take."""


@dataclass(frozen=True, slots=True)
class Past:
    """A timeline as it stood.

    Attributes:
        timeline: What it held; an empty one for before its file was there. None where that cannot be told.
        why: Why it cannot be told, as a clause; else empty.
    """

    timeline: Timeline | None
    why: str = ""


class _UnknownError(Exception):
    """What git cannot tell, and why."""


def as_of(path: Path, day: dt.date) -> Past:
    """Read a timeline as it stood when a day began, in UTC.

    Args:
        path: The timeline's file, or the folder of its files.
        day: The day.

    Returns:
        The timeline as it was last committed before, on the first line of the branch that is checked out: what was
        merged later counts from when it was merged.
    """
    file = home(path).resolve()
    try:
        commit = _commit(file.parent, day)
        return Past(timeline_at(_as_then(file, commit), commit) if commit else Timeline())
    except _UnknownError as unknown:
        return Past(None, str(unknown))
    except TimelineFileError as error:
        return Past(None, f"as it stood then it cannot be read: {error.what}")


def _commit(folder: Path, day: dt.date) -> str:
    """The last commit before a day; empty where the history begins later."""
    if _git(folder, "rev-parse", "--is-inside-work-tree", why="it stands in no git repository") != b"true\n":
        raise _UnknownError("it stands in no git repository")
    before = f"--before={day.isoformat()}T00:00:00Z"
    why = "its git repository has no commit yet"
    found = _git(folder, "rev-list", "-1", "--first-parent", before, "HEAD", "--", why=why).decode().strip()
    if not found and _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise _UnknownError("the git history is cut off before that day (fetch all of it: fetch-depth: 0)")
    return found


def _as_then(file: Path, commit: str) -> Path:
    """What the file was called in a commit: git tells by its text that it was renamed since.

    A timeline that was moved is the same one: all its events would else be new.
    """
    if _holds(file, commit):
        return file
    asked = ("-z", "--format=", "--name-status", "--diff-filter=R", "-M", f"{commit}..HEAD", "--", file.name)
    said = os.fsdecode(_git(file.parent, "log", "--follow", *asked)).replace("\n", "").split("\0")
    top = Path(os.fsdecode(_git(file.parent, "rev-parse", "--show-toplevel")).rstrip("\n"))
    older = (top / name for name in said[1::3])  # R095, the older name, the newer one; the newest renaming first
    return next((each for each in older if each.parent.is_dir() and _holds(each, commit)), file)


def _holds(file: Path, commit: str) -> bool:
    """Whether a commit has a file, or the folder of files that stands for it."""
    return bool(_git(file.parent, "ls-tree", "--name-only", commit, "--", file.name, f"{file.stem}/"))


def _git(folder: Path, *arguments: str, why: str = "git cannot read its history") -> bytes:
    """What git answers; what it is asked stands in arguments, and no shell reads them."""
    command = ["git", "-C", str(folder), *arguments]
    try:
        ran = subprocess.run(command, capture_output=True, check=True, timeout=SECONDS)  # noqa: S603 see above
    except FileNotFoundError as error:
        raise _UnknownError("git is not installed") from error
    except (OSError, subprocess.SubprocessError) as error:
        raise _UnknownError(why) from error
    return ran.stdout
