"""What of an earlier site stays as it is: files that would come out the same are not made again.

A build leaves a memory of the site that it put in place: of each page and file that tells of a part of the timeline
its print, and the size and time of its file; of a page also what lists it elsewhere. In the next build what has the
same print, and a file that is as it was left, is not made. The memory goes before a site is put in place, and a new one
is written when that is whole. One that is of another version, of another folder or damaged is worth nothing: all is
made.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Any

from filelock import FileLock

from generator.errors import SiteError
from generator.publishing.drafts import FileDraft, PageDraft
from generator.publishing.page import Listed, SearchEntry
from generator.publishing.prints import Prints, common
from generator.publishing.publication import Publication
from generator.publishing.renewal import renew
from generator.publishing.shells import Shell
from generator.publishing.slots import Kind

__all__ = ["Keeping"]

_VERSION = 1
"""Of the memory's form: one more whenever it is another."""

_NAME = "site.jsonl"

Draft = PageDraft | FileDraft


class Keeping:
    """What one build keeps of an earlier site, and remembers of its own.

    The memory is JSON, a value a line: whose it is; for each file `[path of the page or file, print, size, time]`,
    behind which a page has `[listed by search engines, day of its last change, entries of the search]`; and last a
    digest of all lines before.

    Args:
        cache: The folder in which the memory lies.
        site: The folder of the site.
    """

    def __init__(self, cache: Path, site: Path) -> None:
        self._memory = cache / _NAME
        self._site = str(site)
        self._named = os.path.relpath(site, cache)
        self._header = b""
        self._found: object = None
        self._prints: dict[str, str] = {}
        self._kept: dict[str, bytes] = {}
        self._drafts: dict[str, Draft] = {}
        self._listed: Mapping[str, Listed] = {}

    def find(
        self, publication: Publication, shells: Mapping[Kind, Shell], *, searched: bool
    ) -> dict[str, Listed | None]:
        """Find what of the earlier site can stay.

        Args:
            publication: The site as it is planned.
            shells: A shell for each kind among its pages.
            searched: Whether readers can search.

        Returns:
            The paths of the pages and files that need not be made; for each page what lists it elsewhere.
        """
        prints = Prints(publication, shells)
        self._drafts = {**publication.pages, **publication.files}
        self._prints = {path: found for path, draft in self._drafts.items() if (found := prints.of(draft))}
        self._header = _line([_VERSION, self._named, common(publication, searched=searched)])
        self._found = self._state()
        try:
            return dict(self._stays())
        except (OSError, ValueError, TypeError):  # there is none, or it is damaged
            self._kept.clear()
            return {}

    def _stays(self) -> Iterator[tuple[str, Listed | None]]:
        left = _Left(self._site)
        for line in _lines(self._memory, self._header):
            path, print_, size, time, *listed = json.loads(line)
            if self._prints.get(path) == print_ and left.is_left(_file_of(self._drafts[path]), size, time):
                self._kept[path] = line
                yield path, _listed(self._drafts[path], *listed) if listed else None

    def note(self, pages: Iterable[Listed]) -> None:
        """Take down what lists each page of the new site elsewhere."""
        self._listed = {page.path: page for page in pages}

    def put_in_place(self, made: Path) -> None:
        """Put a new site in the place of the earlier one, of which stays what was found, and remember it.

        Args:
            made: The folder of the new site, without what stays.

        Raises:
            SiteError: Another build has put its site there since.
        """
        with self._alone():
            if self._kept and self._state() != self._found:
                what = "another build has put its site there meanwhile"
                raise SiteError(what, where=self._site, todo="build again")
            with suppress(OSError):  # nobody remembers, or nobody can
                self._memory.unlink()
            renew(made, Path(self._site), [_file_of(self._drafts[path]) for path in self._kept])
            if self._header:
                self._remember()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Wait until no other build puts a site in place; without a cache nobody remembers one either."""
        lock = FileLock(self._memory.with_suffix(".lock"))
        if self._memory.parent.is_dir():  # the lock would make it
            with suppress(OSError, NotImplementedError):  # the disk is read-only, or knows of no locks
                lock.acquire()
        try:
            yield
        finally:
            if lock.is_locked:  # as for a timeline's file: whoever waited finds it gone
                with suppress(OSError):
                    Path(lock.lock_file).unlink()
            with suppress(OSError):  # the site is in its place, and a lock ends with its process
                lock.release()

    def _state(self) -> object:
        """What tells one memory from another."""
        try:
            found = self._memory.stat()
        except OSError:
            return None
        return (found.st_ino, found.st_size, found.st_mtime_ns)

    def _remember(self) -> None:
        """Write the memory at once, so that nobody finds half of it; where it cannot be, the next build makes all."""
        unfinished = self._memory.with_suffix(".tmp")
        try:
            with unfinished.open("wb") as file:
                digest = blake2b()
                for line in chain([self._header], self._kept.values(), self._new()):
                    digest.update(line)
                    file.write(line)
                file.write(_line(digest.hexdigest()))
            unfinished.replace(self._memory)
        except OSError:
            with suppress(OSError):
                unfinished.unlink()

    def _new(self) -> Iterator[bytes]:
        """A line for each file that was made and has a print."""
        for path, print_ in self._prints.items():
            if path not in self._kept:
                found = os.lstat(f"{self._site}/{_file_of(self._drafts[path])}")
                listed = self._listed.get(path)
                yield _line([path, print_, found.st_size, found.st_mtime_ns, *(_told(listed) if listed else ())])


class _Left:
    """Tells whether files of a site are as they were left."""

    def __init__(self, site: str) -> None:
        self._site = site
        self._folders = {"": True}

    def is_left(self, path: str, size: int, time: int) -> bool:
        """Whether a file is there, in no folder that a link leads to, with a size and a time of its last change."""
        try:
            found = os.lstat(f"{self._site}/{path}")
        except OSError:
            return False
        same = (found.st_size, found.st_mtime_ns) == (size, time)
        return same and stat.S_ISREG(found.st_mode) and self._is_folder(path.rpartition("/")[0])

    def _is_folder(self, path: str) -> bool:
        if path not in self._folders:
            is_folder = stat.S_ISDIR(os.lstat(f"{self._site}/{path}").st_mode)
            self._folders[path] = is_folder and self._is_folder(path.rpartition("/")[0])
        return self._folders[path]


def _file_of(draft: Draft) -> str:
    """The path of the file that holds a page, or of a file."""
    return f"{draft.path}index.html" if isinstance(draft, PageDraft) else draft.path


def _lines(memory: Path, header: bytes) -> Iterator[bytes]:
    """The lines of a memory between the header and the digest; none where the header is another.

    Raises:
        ValueError: It is damaged.
    """
    digest = blake2b(header)
    with memory.open("rb") as file:
        if file.readline() != header:
            return
        last = file.readline()
        for line in file:
            digest.update(last)
            yield last
            last = line
    if last != _line(digest.hexdigest()):
        raise ValueError("the memory of the earlier site is damaged")


def _line(value: object) -> bytes:
    return f"{json.dumps(value, separators=(',', ':'))}\n".encode()


def _told(page: Listed) -> tuple[Any, ...]:
    """What lists a page elsewhere, as a memory has it."""
    search = [(entry.location, entry.title, entry.text, entry.tags) for entry in page.search]
    return (page.indexed, page.updated.isoformat() if page.updated else None, search)


def _listed(draft: Draft, indexed: bool, updated: str | None, search: Any) -> Listed:  # noqa: ANN401, FBT001 as JSON has it
    entries = tuple(SearchEntry(location, title, text, tuple(tags)) for location, title, text, tags in search)
    return Listed(draft.path, indexed, dt.date.fromisoformat(updated) if updated else None, entries, draft.folder)
