"""Unpack what strangers packed: streams that are never trusted with more than their bytes can honestly hold.

A hundred kilobytes of gzip can unfold to a hundred megabytes, and a ZIP file's directory may declare any size. So what
comes out of a decompressor is counted against what went in, and whatever is wrong with it ends in an `ArticleError`
that names the container, however deep in a library it was noticed.
"""

from __future__ import annotations

import gzip
import io
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from typing import IO, BinaryIO, cast

from generator.errors import ArticleError
from generator.reading.decoding import MAX_BYTES

__all__ = [
    "DAMAGE",
    "FREE_BYTES",
    "MAX_RATIO",
    "Measured",
    "gunzip",
    "is_broken",
    "measured",
    "read_article",
    "say_damage",
]

MAX_RATIO = 200
"""What is unpacked may have so many times the bytes of what was packed. News packs 3 to 10 times, lists and tables 30;
deflate can reach 1032."""

FREE_BYTES = 32_000_000
"""So much may be unpacked at any ratio: it fits into every memory."""

DAMAGE: tuple[type[Exception], ...] = (
    EOFError,
    OSError,
    RecursionError,
    NotImplementedError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    tarfile.TarError,
    zipfile.BadZipFile,
    zlib.error,
)
"""What the standard library raises at a packed file that is cut short, damaged, or packed in a way it does not know.

`NotImplementedError` is a method of compression that it lacks, `ValueError` a number in a header that is none,
`RecursionError` a header that leads to a header a thousand times.
"""

BUFFER = 1 << 16
PACK_AGAIN = "pack it again, or leave it out"


def say_damage(error: Exception, where: str) -> ArticleError:
    """The error to report for an error of `DAMAGE`.

    Args:
        error: What a library raised.
        where: What was being read, as in `Item.origin`.

    Returns:
        An error that says what is wrong in plain words.
    """
    if isinstance(error, EOFError | tarfile.ReadError):
        return ArticleError("it ends too early, or is damaged", where=where, todo="get it again")
    if isinstance(error, NotImplementedError):
        return ArticleError(f"it is packed in a way that is not known ({error})", where=where, todo=PACK_AGAIN)
    if isinstance(error, OSError) and error.strerror:
        return ArticleError(f"it cannot be read ({error.strerror})", where=where, todo="check the path")
    said = str(error).strip().rstrip(".")
    return ArticleError(f"it is damaged ({said or type(error).__name__})", where=where, todo=PACK_AGAIN)


class Measured(io.RawIOBase):
    """A stream of unpacked bytes, measured against the packed ones.

    Args:
        raw: What unpacks.
        where: What is being unpacked, for messages.
        packed: Tells how many packed bytes were taken in so far; None where nothing is unpacked.

    Attributes:
        broken: Whether reading failed; what lies behind it in the same stream cannot be read either.
    """

    def __init__(self, raw: IO[bytes], where: str, packed: Callable[[], int] | None = None) -> None:
        super().__init__()
        # Not `read`, which loses what it has where the next piece turns out damaged.
        self._read: Callable[[int], bytes] = getattr(raw, "read1", raw.read)
        self._where = where
        self._packed = packed
        self._count = 0
        self.broken = False

    def readable(self) -> bool:
        """It can be read, and nothing else."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # any buffer, in the standard library's stub
        """Fill a buffer with the next bytes.

        Raises:
            ArticleError: They are damaged, or too many for what was packed.
        """
        try:
            data = self._read(len(buffer))
        except DAMAGE as error:
            self.broken = True
            raise say_damage(error, self._where) from None
        except ArticleError:
            self.broken = True
            raise
        self._count += len(data)
        if self._packed and self._count > FREE_BYTES and self._count > MAX_RATIO * self._packed():
            self.broken = True
            raise ArticleError(
                f"it unpacks to more than {MAX_RATIO} times its size, as no collection of articles does",
                where=self._where,
                todo="unpack it yourself if you trust it",
            )
        buffer[: len(data)] = data
        return len(data)


class _Counted:
    """A stream that counts what is read from it; gzip asks no more of a file than `read`."""

    def __init__(self, raw: IO[bytes]) -> None:
        self._raw = raw
        self.count = 0

    def read(self, size: int = -1) -> bytes:
        """Read as the stream does."""
        data = self._raw.read(size)
        self.count += len(data)
        return data


def measured(raw: IO[bytes], where: str, packed: Callable[[], int] | None = None) -> io.BufferedReader:
    """A stream as `Measured` reads it, buffered: with `peek` and `readline`, and `raw` for what it knows of itself."""
    return io.BufferedReader(Measured(raw, where, packed), BUFFER)


def is_broken(stream: io.BufferedReader) -> bool:
    """Whether reading a stream failed before, so that what follows in it cannot be read either."""
    return isinstance(stream.raw, Measured) and stream.raw.broken


def gunzip(stream: IO[bytes], where: str) -> io.BufferedReader:
    """Unpack gzip, of one part or of many one after another, as web archives have them.

    Args:
        stream: The packed bytes.
        where: What is being unpacked, for messages.

    Returns:
        The unpacked bytes; reading them raises `ArticleError` where they are damaged, cut short or a bomb.
    """
    counted = _Counted(stream)
    return measured(
        cast("IO[bytes]", gzip.GzipFile(fileobj=cast("BinaryIO", counted), mode="rb")), where, lambda: counted.count
    )


def read_article(stream: IO[bytes], where: str, declared: int = 0) -> bytes:
    """Read a stream that holds one article.

    Args:
        stream: Its bytes.
        where: What it is, for messages.
        declared: How many bytes a directory says there are, if one does; they are not read where that is too many.

    Returns:
        All of its bytes.

    Raises:
        ArticleError: It has more than `MAX_BYTES`.
    """
    size, parts = declared, list[bytes]()
    # By pieces: to read up to a limit at once takes memory for the limit.
    while size <= MAX_BYTES and (part := stream.read(BUFFER)):
        parts.append(part)
        size = max(declared, sum(map(len, parts)))
    if size > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        raise ArticleError(f"it has more than {limit} MB", where=where, todo="give one article a file")
    return b"".join(parts)
