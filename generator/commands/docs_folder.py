"""The folder of a site's pages, in which the pictures of its events lie."""

from __future__ import annotations

import re
from pathlib import Path

__all__ = ["find_docs"]

_DOCS_DIR = re.compile(r"^docs_dir:\s*[\"']?([^\"'#\n]+?)[\"']?\s*(?:#.*)?$", re.MULTILINE)


def find_docs(events: Path) -> Path | None:
    """The folder of pages of the site that a timeline belongs to.

    The configuration is looked at as text: reading it as MkDocs does would load MkDocs.

    Args:
        events: The timeline's file. The site's `mkdocs.yml` lies in its folder, or in the one above.

    Returns:
        The folder; None where there is no such configuration, or no such folder.
    """
    above = events.parent.parent if events.parent.name else events.absolute().parent.parent
    for folder in (events.parent, above):
        configuration = folder / "mkdocs.yml"
        if not configuration.is_file():
            continue
        named = _DOCS_DIR.search(configuration.read_text(encoding="utf-8", errors="replace"))
        docs = folder / (named[1].strip() if named else "docs")
        return docs if docs.is_dir() else None
    return None
