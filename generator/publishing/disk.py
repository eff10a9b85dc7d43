"""A site that is opened from its folder, without a server: links name the page in a folder, not the folder.

A browser shows of a folder on a disk a list of its files. So a preview, unpacked from an archive, needs the whole name.
"""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["name_pages"]

_TAG = re.compile(r"<[a-z][^>]*>", re.IGNORECASE)
_LINK = re.compile(
    r"(?P<before>\s(?:href|src|action)=[\"']|\bcontent=[\"']0; ?url=)"
    r"(?P<folder>(?:\.{1,2}/)*(?:[^\"'#?:<>/]+/)*|(?:\.{1,2}/)*\.{1,2})"
    r"(?P<after>[#?][^\"']*)?(?=[\"'])",
    re.IGNORECASE,
)


def name_pages(folder: Path) -> int:
    """Let every link of a built site that leads to a folder lead to the page in it.

    Links to elsewhere, and to what stands on the same page, stay as they are.

    Args:
        folder: The site's folder.

    Returns:
        How many pages were changed.
    """
    changed = 0
    for file in folder.rglob("*.html"):
        # A page of somebody's own may be in any encoding, and keeps its bytes.
        text = file.read_bytes().decode("utf-8", "surrogateescape")
        named = _TAG.sub(lambda tag: _LINK.sub(_named, tag[0]), text)
        if named != text:
            file.write_bytes(named.encode("utf-8", "surrogateescape"))
            changed += 1
    return changed


def _named(link: re.Match[str]) -> str:
    folder, after = link["folder"], link["after"] or ""
    if not folder:  # the page itself, or a part of it
        return link[0]
    slash = "" if folder.endswith("/") else "/"
    return f"{link['before']}{folder}{slash}index.html{after}"
