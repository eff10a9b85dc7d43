"""The timeline as it stands in a revision of its git repository: read from git's store, without checking anything out.

So the words of a stranger's branch can be read by the program of one's own, and nothing of that branch is run.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

from generator.curating.load import MAX_BYTES, faulty, load_text
from generator.errors import TimelineFileError
from generator.model import Timeline

__all__ = ["timeline_at"]

SECONDS = 60
"""Longer than git needs for any file that can be read; a hook or a pager that waits is not waited for."""


def timeline_at(path: Path, revision: str) -> Timeline:
    """Read the timeline of a revision.

    Args:
        path: The timeline's file, or the folder of its files, as it stands in the working tree.
        revision: Whatever git takes for a commit: `HEAD~1`, `main`, `v1.0`, a hash.

    Returns:
        The timeline, normalised. A file that the revision does not have holds an empty one.

    Raises:
        FaultyTimelineError: The file of that revision has errors.
        TimelineFileError: There is no git, no repository or no such revision; or the file is too large or not UTF-8.
    """
    folder = path if path.is_dir() else path.parent
    commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if commit is None:
        todo = "name a commit, a branch or a tag that this copy of the repository has"
        raise TimelineFileError(f"git knows no revision “{revision}” here", where=str(folder), todo=todo)
    name = commit.decode().strip()
    listed = _git(folder, "ls-tree", "-r", "-z", "--name-only", name, "--", "." if path.is_dir() else path.name) or b""
    files = sorted(each for each in listed.decode("utf-8", "replace").split("\0") if _is_data(each, path))
    return _together([_read(folder, name, file, revision) for file in files])


def _is_data(name: str, path: Path) -> bool:
    return name == path.name if not path.is_dir() else name.endswith((".yaml", ".yml"))


def _read(folder: Path, commit: str, name: str, revision: str) -> Timeline:
    where = f"{revision}:{name}"
    size = _git(folder, "cat-file", "-s", f"{commit}:./{name}") or b"0"
    if int(size) > MAX_BYTES:
        raise TimelineFileError("the file is larger than 256 MiB", where=where, todo="name a timeline's file")
    data = _git(folder, "cat-file", "blob", f"{commit}:./{name}") or b""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TimelineFileError("the file is not UTF-8", where=where, todo="compare other revisions") from error
    loaded = load_text(text, Path(where))
    if loaded.timeline is None:
        raise faulty(loaded)
    return loaded.timeline


def _together(timelines: list[Timeline]) -> Timeline:
    """The timelines of several files as one; what stands once in the whole is taken from the first that has it."""
    if len(timelines) == 1:
        return timelines[0]
    heads = [each.timeline for each in timelines if "timeline" in each.model_fields_set]
    return Timeline(
        timeline=heads[0] if heads else Timeline().timeline,
        actors={key: actor for each in timelines for key, actor in each.actors.items()},
        sources={key: source for each in timelines for key, source in each.sources.items()},
        events=tuple(event for each in timelines for event in each.events),
        periods=tuple(period for each in timelines for period in each.periods),
        views=tuple(view for each in timelines for view in each.views),
    )


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
