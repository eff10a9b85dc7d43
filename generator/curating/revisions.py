"""The timeline as it stands in a revision of its git repository: read from git's store, without checking anything out.

So the words of a stranger's branch can be read by the program of one's own, and nothing of that branch is run.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from generator.curating.load import MAX_BYTES, faulty, load_text
from generator.curating.parts import SETTINGS, home, joined
from generator.errors import TimelineFileError
from generator.model import Timeline

__all__ = ["timeline_at"]

ENDINGS = (".yaml", ".yml")

SECONDS = 60
"""Longer than git needs for any file that can be read; a hook or a pager that waits is not waited for."""


def timeline_at(path: Path, revision: str) -> Timeline:
    """Read the timeline of a revision.

    Args:
        path: The timeline's file, or the folder of its files, as it is named in the working tree.
        revision: Whatever git takes for a commit: `HEAD~1`, `main`, `v1.0`, a hash.

    Returns:
        The timeline, normalised. A file that the revision does not have holds an empty one.

    Raises:
        FaultyTimelineError: The file of that revision has errors.
        TimelineFileError: There is no git, no repository or no such revision; or the file is too large or not UTF-8.
    """
    file = home(path)
    folder = file.parent
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        todo = "name a commit, a branch or a tag that this copy of the repository has"
        raise TimelineFileError(f"git knows no revision “{revision}” here", where=str(folder), todo=todo)
    name = commit.decode().strip()
    texts = [(_shown(each), _read(folder, name, each, revision)) for each in _files(folder, name, file)]
    where = Path(f"{revision}:{file.name}")
    is_one = all(each == file.name for each, _ in texts)
    text = "".join(text for _, text in texts) if is_one else joined(texts)
    loaded = load_text(text, where)
    if loaded.timeline is None:
        raise faulty(loaded)
    return loaded.timeline


def _files(folder: Path, commit: str, file: Path) -> list[str]:
    """The files of a timeline in a commit, in the order in which they are read; as `parts.timeline_files`.

    A name that is not UTF-8 stays what it is, as names of files do in Python: else a file would be passed over that the
    working tree has.
    """
    wanted = [SETTINGS, file.name, f"{file.stem}/"]
    listed = _git(folder, "ls-tree", "-z", "--name-only", commit, "--", *wanted) or b""
    names = os.fsdecode(listed).rstrip("\0").split("\0")
    parts = sorted(each for each in names if "/" in each and each.endswith(ENDINGS) and "/." not in each)
    if not parts:
        return [each for each in names if each == file.name]
    return [*(each for each in (SETTINGS, file.name) if each in names), *parts]


def _shown(name: str) -> str:
    """The name of a file in one line that can be printed."""
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in name)


def _read(folder: Path, commit: str, name: str, revision: str) -> str:
    where = f"{revision}:{_shown(name)}"
    size = _git(folder, "cat-file", "-s", f"{commit}:./{name}") or b"0"
    if int(size) > MAX_BYTES:
        raise TimelineFileError("the file is larger than 256 MiB", where=where, todo="name a timeline's file")
    data = _git(folder, "cat-file", "blob", f"{commit}:./{name}") or b""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TimelineFileError("the file is not UTF-8", where=where, todo="compare other revisions") from error
    if "\0" in text:
        raise TimelineFileError("the file holds a NUL byte", where=where, todo="compare other revisions")
    return text


def _git(folder: Path, *arguments: str) -> bytes | None:
    """What git prints, or None where it refuses.

    Raises:
        TimelineFileError: There is no git, or the folder is in no repository of its own.
    """
    try:
        done = subprocess.run(  # noqa: S603 the arguments are ours, and a revision is never taken for an option
            ["git", "-C", str(folder), *arguments],  # noqa: S607 whichever git the person uses
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired, ValueError) as error:
        raise TimelineFileError("git cannot be run here", where=str(folder), todo="install git, or mend it") from error
    if b"not a git repository" in done.stderr or b"cannot change to" in done.stderr:
        todo = "run this in the folder of the timeline's repository"
        raise TimelineFileError("this is in no git repository", where=str(folder), todo=todo)
    return done.stdout if done.returncode == 0 else None
