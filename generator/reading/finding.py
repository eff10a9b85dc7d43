"""Find files in folders, in an order that no file system decides."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from generator.errors import ArticleError, NoArticlesError
from generator.reading.source import ending_of

__all__ = ["ENDINGS", "covered_by", "find_articles", "find_files"]

ENDINGS = (".txt", ".md", ".markdown", ".html", ".htm", ".pdf")
"""The endings of a file that is one article, compared without regard to case."""

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


def find_files(paths: Sequence[Path]) -> Iterator[Path | ArticleError]:
    """Walk through files and folders, one file at a time.

    It remembers the paths that were named and nothing of what it found, so that a million files need no more memory
    than the largest folder's list of names.

    Args:
        paths: Files and folders.

    Yields:
        Each file once, whatever its ending, in the order of `find_articles`; for a path that does not exist, a folder
        that cannot be listed or that holds no file, the error in its place. A link to a file that is found anyway is
        passed over.
    """
    before: list[Path] = []
    for path in paths:
        target = _target(path)
        if not _is_covered(target, before):
            yield from _files_at(path, [*before, target])
        before.append(target)


def covered_by(paths: Sequence[Path]) -> Callable[[Path], bool]:
    """Make a test that tells of a file whether a walk through some files and folders comes upon it."""
    roots = [_target(path) for path in paths]
    return lambda file: _is_covered(_target(file), roots)


def _files_at(path: Path, roots: Sequence[Path]) -> Iterator[Path | ArticleError]:
    """The files that one path names; the last of the roots is what it leads to, the others were walked before it."""
    if not _exists(path) and not os.path.lexists(path):
        yield ArticleError("no such file or folder", where=str(path), todo="check the path")
        return
    if not path.is_dir():
        yield path
        return
    found = False
    for file in _below(path):
        found = True
        if isinstance(file, ArticleError) or not _is_found_anyway(file, roots):
            yield file
    if not found:
        yield ArticleError("no file in this folder", where=str(path), todo="name a folder with articles")


def _is_found_anyway(file: Path, roots: Sequence[Path]) -> bool:
    """Whether a file below the last root was come upon before, or is a link to one that will be."""
    if not file.is_symlink():
        return len(roots) > 1 and _is_covered(_target(file), roots[:-1])
    return _exists(file) and _is_covered(_target(file), roots)


def _is_covered(target: Path, roots: Sequence[Path]) -> bool:
    """Whether a walk through some roots comes upon a file: it lies there, and nothing on the way hides it."""
    for root in roots:
        if target == root:
            return True
        if target.is_relative_to(root) and not any(part.startswith(".") for part in target.relative_to(root).parts):
            return True
    return False


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
        articles = []
        for file in _below(path):
            if isinstance(file, ArticleError):
                raise file
            if ending_of(file.name) in ENDINGS:
                articles.append(file)
        if not articles:
            raise NoArticlesError("no article in this folder", where=str(path), todo=KNOWN)
        return articles
    if not _exists(path):
        raise ArticleError("no such file or folder", where=str(path), todo="check the path")
    if ending_of(path.name) not in ENDINGS:
        ending = f"“{path.suffix}”" if path.suffix else "without an ending"
        raise ArticleError(f"no reader knows a file {ending}", where=str(path), todo=KNOWN)
    return [path]


def _below(folder: Path) -> Iterator[Path | ArticleError]:
    """Every file below a folder, by the parts of its path; for a folder that cannot be listed, the error.

    Hidden files and folders are passed over, and links to folders not followed, since they may lead in a circle.
    """
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        what = f"this folder cannot be read ({error.strerror})"
        yield ArticleError(what, where=str(folder), todo="check its permissions")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if not entry.is_dir():
            yield entry
        elif not entry.is_symlink():
            yield from _below(entry)
