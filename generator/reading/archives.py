"""Archives: ZIP, WACZ and tar, whose members are read one after another, and never written to a disk by their names."""

from __future__ import annotations

import tarfile
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from typing import IO, cast

from generator.errors import ArticleError
from generator.reading.item import Unread
from generator.reading.source import Source, ending_of, member_name
from generator.reading.unpacking import DAMAGE, gunzip, is_broken, measured, say_damage

__all__ = ["Archive", "read_tar", "read_tar_gz", "read_wacz", "read_zip"]

Archive = Callable[[Source], Iterator[Source | Unread]]
"""An archive is read one member at a time; `ArticleError` ends it, and is reported as what is wrong with it."""

IN_MEMORY = 20_000_000
MAX_NESTED = 1_000_000_000
"""A ZIP file within an archive is copied before it is read, since its directory stands at its end: up to 20 MB to
memory, up to 1 GB to an unnamed temporary file."""

CHUNK = 1 << 20
ENCRYPTED = 0x1
"""The flag of a member that is encrypted (APPNOTE.TXT 4.4.4, bit 0)."""


class _Origins:
    """What the members of an archive are called: each by its own name, and the second of one name `a.html#2`.

    A tar file to which a file was added anew holds it twice. A number is kept of each name, some 60 bytes.

    Args:
        archive: What the archive is called.
    """

    def __init__(self, archive: str) -> None:
        self._archive = archive
        self._names: set[int] = set()
        self._again: Counter[int] = Counter()

    def of(self, name: str) -> str:
        """What the next member of a name is called."""
        origin = f"{self._archive}!{member_name(name)}"
        key = hash(origin)
        if key in self._names:
            self._again[key] += 1
            return f"{origin}#{self._again[key] + 1}"
        self._names.add(key)
        return origin


def read_zip(source: Source) -> Iterator[Source | Unread]:
    """The members of a ZIP file that are files and not hidden.

    Args:
        source: The file.

    Yields:
        Each member, in the order of the directory; for one that cannot be read, why.

    Raises:
        ArticleError: It is no ZIP file, or damaged.
    """
    origins = _Origins(source.origin)
    with _seekable(source) as file, _opened(file, source.origin) as archive:
        for member in archive.infolist():
            # A name may be empty: what follows a NUL in it is cut off.
            if not member.filename or member.is_dir() or _is_hidden(member.filename):
                continue
            origin = origins.of(member.filename)
            try:
                yield from _zip_member(archive, member, origin, source.depth + 1)
            except DAMAGE as error:
                fault = say_damage(error, origin)
                yield Unread(origin, f"{fault.what} — {fault.todo}")


def read_wacz(source: Source) -> Iterator[Source | Unread]:
    """The web archives in a WACZ file: a ZIP file of them, with indexes that are not needed here.

    Its layout is that of the specification of WACZ 1.1.1: all of the data is in `archive/*.warc` and `.warc.gz`.
    """
    for member in read_zip(source):
        if isinstance(member, Unread) or ending_of(member.name) in {".warc", ".warc.gz"}:
            yield member


def read_tar(source: Source) -> Iterator[Source | Unread]:
    """The members of a tar file that are files and not hidden, as `read_zip` gives them.

    Links, devices and sparse files are passed over: they hold no bytes of their own.
    """
    origins = _Origins(source.origin)
    try:
        with tarfile.open(fileobj=source.stream, mode="r|") as archive:
            while (member := archive.next()) is not None:
                archive.members.clear()  # type: ignore[attr-defined]  # it remembers all of them, for random access
                if not member.isreg() or member.issparse() or _is_hidden(member.name):
                    continue
                origin = origins.of(member.name)
                stream = measured(cast("IO[bytes]", archive.extractfile(member)), origin)
                yield Source(origin, member.name, stream, member.size, source.depth + 1)
                if is_broken(stream):
                    return  # what follows in the same stream is lost too, which has been said
    except DAMAGE as error:
        raise say_damage(error, source.origin) from None


def read_tar_gz(source: Source) -> Iterator[Source | Unread]:
    """The members of a tar file that was packed by gzip."""
    return read_tar(Source(source.origin, source.name, gunzip(source.stream, source.origin), depth=source.depth))


def _is_hidden(name: str) -> bool:
    """Whether a member is hidden, or in a hidden folder, or what macOS adds to archives."""
    parts = name.replace("\\", "/").split("/")
    return any(part.startswith(".") and part not in {".", ".."} for part in parts) or parts[0] == "__MACOSX"


def _opened(file: IO[bytes], where: str) -> zipfile.ZipFile:
    """A ZIP file, its directory read."""
    try:
        return zipfile.ZipFile(file)
    except DAMAGE as error:
        raise say_damage(error, where) from None


def _zip_member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, origin: str, depth: int
) -> Iterator[Source | Unread]:
    """One member of a ZIP file, open to be read."""
    if member.flag_bits & ENCRYPTED:
        yield Unread(origin, "it is encrypted — unpack it with its password, and give what was in it")
        return
    with archive.open(member) as raw:
        stream = measured(raw, origin, lambda: member.compress_size)
        yield Source(origin, member.filename, stream, member.file_size, depth)


def _seekable(source: Source) -> IO[bytes]:
    """A stream that can be read from its end: a file's own, or a copy of an archive's member."""
    if source.depth == 0:
        return source.stream
    copy = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 the caller closes it
    while chunk := source.stream.read(CHUNK):
        if copy.tell() + len(chunk) > MAX_NESTED:
            copy.close()
            todo = "unpack the outer archive, and give the inner one by itself"
            raise ArticleError(f"it has more than {MAX_NESTED // 1_000_000_000} GB", where=source.origin, todo=todo)
        copy.write(chunk)
    copy.seek(0)
    return cast("IO[bytes]", copy)
