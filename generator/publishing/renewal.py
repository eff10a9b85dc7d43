"""A new site put in the place of an earlier one, file by file: what has not changed stays as it was, with its time.

So a deployment that goes by times or by changes uploads what changed, and readers' caches stay good. The earlier site
stands until the new one is whole.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

__all__ = ["renew"]


def renew(made: Path, site: Path) -> None:
    """Bring a site up to date.

    What is not in the new site is removed, but for hidden files and folders at the top, such as `.git`, which are not
    of the site. A link is removed and not followed.

    Args:
        made: The new site; what was moved out of it is in it no more.
        site: The folder of the earlier one.
    """
    _renew(str(made), str(site), top=True)


def _renew(made: str, site: str, *, top: bool = False) -> None:
    with os.scandir(made) as found:
        new = {entry.name: entry for entry in found}
    with os.scandir(site) as found:
        earlier = list(found)
    for entry in earlier:
        fresh = new.get(entry.name)
        if fresh is None:
            if not (top and entry.name.startswith(".")):
                _remove(entry)
        elif entry.is_dir(follow_symlinks=False) and fresh.is_dir():
            _renew(fresh.path, entry.path)
            del new[entry.name]
        elif entry.is_file(follow_symlinks=False) and fresh.is_file():
            if _same(entry, fresh):
                del new[entry.name]
        else:
            _remove(entry)
    for fresh in new.values():
        shutil.move(fresh.path, os.path.join(site, fresh.name))  # noqa: PTH118 paths of thousands of files


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
