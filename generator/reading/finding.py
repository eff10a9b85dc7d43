"""Find the articles in files and folders, in an order that no file system decides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.errors import ArticleError, NoArticlesError

__all__ = ["ENDINGS", "find_articles"]

ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm")
"""The endings that readers know, compared without regard to case."""

KNOWN = "give a file that ends in " + ", ".join(ENDINGS[:-1]) + f" or {ENDINGS[-1]}"


def find_articles(paths: Sequence[Path]) -> list[Path]:
    """List the articles that are named, and those in the folders that are named.

    Folders are read with all that is below them; hidden files and folders, and files of other kinds, are passed
    over. A file that is named twice, or named and in a folder too, is listed once.

    Args:
        paths: Files and folders.

    Returns:
        The files: in the order in which they were named, each folder's by the parts of their paths.

    Raises:
        ArticleError: A path does not exist, or a file was named whose ending no reader knows.
        NoArticlesError: A folder holds no article, or nothing was named.
    """
    if not paths:
        raise NoArticlesError("no file or folder was named", todo="name the articles to read")
    found: dict[Path, Path] = {}
    for path in paths:
        for article in _articles_at(path):
            found.setdefault(_target(article), article)
    return list(found.values())


def _target(path: Path) -> Path:
    """What a path leads to; itself where that is nothing, which its reader will say."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # a link in a circle
        return path


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name too long for any file
        return False


def _articles_at(path: Path) -> list[Path]:
    """The articles that one path names."""
    if _exists(path) and path.is_dir():
        articles = sorted(_below(path), key=lambda article: article.relative_to(path).parts)
        if not articles:
            raise NoArticlesError("no article in this folder", where=str(path), todo=KNOWN)
        return articles
    if not _exists(path):
        raise ArticleError("no such file or folder", where=str(path), todo="check the path")
    if path.suffix.lower() not in ENDINGS:
        ending = f"“{path.suffix}”" if path.suffix else "without an ending"
        raise ArticleError(f"no reader knows a file {ending}", where=str(path), todo=KNOWN)
    return [path]


def _below(folder: Path) -> Iterator[Path]:
    """Every article below a folder; links to folders are not followed, since they may lead in a circle."""
    try:
        entries = list(folder.iterdir())
    except OSError as error:
        raise ArticleError(
            f"this folder cannot be read ({error.strerror})", where=str(folder), todo="check its permissions"
        ) from None
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _below(entry)
        elif entry.suffix.lower() in ENDINGS:
            yield entry
