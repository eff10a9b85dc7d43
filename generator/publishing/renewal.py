"""A new site put in the place of an earlier one, file by file: what has not changed stays as it was, with its time.

So a deployment that goes by times or by changes uploads what changed, and readers' caches stay good. The earlier site
stands until the new one is whole.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

__all__ = ["renew"]


def renew(made: Path, site: Path, kept: Iterable[str] = ()) -> None:
    """Bring a site up to date.

    What is not in the new site is removed, but for hidden files and folders at the top, such as `.git`, which are not
    of the site. A link is removed and not followed.

    Args:
        made: The new site; what was moved out of it is in it no more.
        site: The folder of the earlier one.
        kept: The paths of files of the earlier site that are of the new one too, and that this does not hold.
    """
    _renew(str(made), str(site), "", _with_folders(kept))


def _renew(made: str | None, site: str, path: str, kept: Collection[str]) -> None:
    """Bring a folder up to date.

    Args:
        made: The new one, or None where the new site has none but for what is kept.
        site: The earlier one.
        path: Its path under the site's root with a trailing slash; empty for the root.
        kept: The paths of what is kept, and of the folders that this stands in.
    """
    new = {}
    if made is not None:
        with os.scandir(made) as found:
            new = {entry.name: entry for entry in found}
    with os.scandir(site) as found:
        earlier = list(found)
    for entry in earlier:
        fresh = new.get(entry.name)
        if fresh is None:
            _let_stay(entry, path, kept)
        elif entry.is_dir(follow_symlinks=False) and fresh.is_dir():
            _renew(fresh.path, entry.path, f"{path}{entry.name}/", kept)
            del new[entry.name]
        elif entry.is_file(follow_symlinks=False) and fresh.is_file():
            if _same(entry, fresh):
                del new[entry.name]
        else:
            _remove(entry)
    for fresh in new.values():
        shutil.move(fresh.path, os.path.join(site, fresh.name))  # noqa: PTH118 paths of thousands of files


def _let_stay(entry: os.DirEntry[str], path: str, kept: Collection[str]) -> None:
    """Leave alone what is kept of something that the new site does not hold, and remove the rest of it."""
    here = f"{path}{entry.name}"
    if here in kept:
        if entry.is_dir(follow_symlinks=False):
            _renew(None, entry.path, f"{here}/", kept)
    elif path or not entry.name.startswith("."):
        _remove(entry)


def _with_folders(paths: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for path in paths:
        place = path
        # Where a folder is known, those above it are too.
        while place and place not in found:
            found.add(place)
            place = place.rpartition("/")[0]
    return found


def _same(one: os.DirEntry[str], other: os.DirEntry[str]) -> bool:
    if one.stat().st_size != other.stat().st_size:
        return False
    with open(one.path, "rb") as first, open(other.path, "rb") as second:  # noqa: PTH123 thousands of files
        return first.read() == second.read()


def _remove(entry: os.DirEntry[str]) -> None:
    if entry.is_dir(follow_symlinks=False):
        shutil.rmtree(entry.path)
    else:
        os.unlink(entry.path)  # noqa: PTH108 a link is not followed
