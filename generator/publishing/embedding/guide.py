"""A page that people write as `embed.md`: it would stand where the whole timeline's page for a frame does."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.structure.files import Files

__all__ = ["GUIDE_PATH", "give_way"]

GUIDE_PATH = "embedding/"
"""Where it stands instead. The address of a frame stands in other people's pages, and so is the one that stays."""


def give_way(files: Files, folders: Iterable[str]) -> None:
    """Have each page that was written as `embed.md` stand beside the pages for frames; links to it follow.

    Args:
        files: The files of the docs folder.
        folders: The folders of the editions in other languages, in each of which there may be one too.
    """
    for folder in ("", *(f"{name}/" for name in folders)):
        file = files.get_file_from_path(f"{folder}embed.md")
        if file is None:
            continue
        file.dest_uri = f"{folder}{GUIDE_PATH}index.html"
        # MkDocs keeps what it made of the old place.
        for derived in ("url", "abs_dest_path"):
            vars(file).pop(derived, None)
