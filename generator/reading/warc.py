"""Web archives: the pages in a WARC file (ISO 28500), one record at a time, by warcio."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from generator.errors import ArticleError
from generator.reading.addresses import web_address
from generator.reading.decoding import MAX_BYTES
from generator.reading.http_body import decode_body, media_type, unify_charset
from generator.reading.item import Item, Unread
from generator.reading.quiet import quiet
from generator.reading.source import Context, Source
from generator.reading.unpacking import is_broken

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord  # type: ignore[import-untyped]

__all__ = ["read_warc"]

FORMS: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}
"""The reader for each media type of a page; all other types are passed over: pictures, styles, scripts."""

RECORDS = frozenset({"response", "resource", "conversion"})
"""The types of records that hold a page. A `revisit` says that a page was the same as before, so that it was read."""

OK = "200"
MAX_LINE = 1 << 16
MAX_LINES = 2000
"""No header is longer, nor any record's headers more; servers refuse those of more than 16 kB."""


class _Reader(io.RawIOBase):
    """What warcio reads from: it never returns an endless line, nor endlessly many.

    warcio's own reader collects a line until it ends, be it the rest of the file. gzip is undone before it, which also
    notices what that one does not: a file that was cut short.
    """

    decompressor = None

    def __init__(self, stream: io.BufferedReader, where: str) -> None:
        super().__init__()
        self._stream = stream
        self._where = where
        self._lines = 0

    def read(self, size: int | None = -1) -> bytes:
        self._lines = 0
        return self._stream.read(size)

    def readline(self, size: int | None = -1) -> bytes:
        limit = MAX_LINE if size is None or size < 0 else min(size, MAX_LINE)
        line = self._stream.readline(limit)
        self._lines += 1
        if len(line) == MAX_LINE or self._lines > MAX_LINES:
            raise ArticleError("it has a header without an end", where=self._where, todo="make it again")
        return line

    def tell(self) -> int:
        return 0

    def rem_length(self) -> int:
        """How much was read ahead, for offsets, which nobody asks for."""
        return 0

    def close_decompressor(self) -> None:
        """There is none."""


def read_warc(source: Source, context: Context) -> Iterator[Item | Unread]:  # noqa: ARG001 one shape for collections
    """Read the pages of a web archive.

    Args:
        source: The file, unpacked.
        context: Not needed: when a page was archived says nothing of when it was published.

    Yields:
        An item for each page that was fetched successfully (status 200) and is HTML, text or PDF, called
        `crawl.warc!12` after the number of its record, with its address; for one that cannot be decoded, why.

    Raises:
        ArticleError: It is no web archive, or damaged.
    """
    if not source.stream.peek(5).startswith(b"WARC/"):
        raise ArticleError("it is no web archive", where=source.origin, todo="check that it is what its name says")
    for number, record in enumerate(_records(source), start=1):
        form = _form(record)
        if form:
            origin = f"{source.origin}!{number}"
            try:
                yield _item(record, form, origin)
            except ArticleError as error:
                yield Unread(origin, f"{error.what} — {error.todo}")
            if is_broken(source.stream):
                return  # what follows is lost too, which has been said


def _records(source: Source) -> Iterator[ArcWarcRecord]:
    """The records of a file, one at a time; the one before cannot be read any more."""
    from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]
    from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]

    class Records(ArchiveIterator):  # type: ignore[misc]
        INC_RECORD = ""  # what it would write to standard error

    records = Records(io.BytesIO())
    records.reader = _Reader(source.stream, source.origin)
    while True:
        try:
            with quiet():
                record = next(records, None)
        except ArticleError:
            raise
        except Exception as error:  # noqa: BLE001 on hostile files it raises whatever its code stumbles over
            said = f" ({str(error).strip()[:80]})" if isinstance(error, ArchiveLoadFailed) else ""
            what = f"a record of it is damaged{said}"
            raise ArticleError(what, where=source.origin, todo="make it again") from None
        if record is None:
            return
        yield record


def _form(record: ArcWarcRecord) -> str:
    """The reader for a record; empty where it holds no page."""
    if record.rec_type not in RECORDS:
        return ""
    if record.rec_type == "response" and (record.http_headers is None or record.http_headers.get_statuscode() != OK):
        return ""
    return FORMS.get(media_type(_header(record, "Content-Type")), "")


def _header(record: ArcWarcRecord, name: str) -> str:
    """A header of the page as it was served, or where there was no server, of its record."""
    headers: Any = record.http_headers or record.rec_headers
    return str(headers.get_header(name) or "")


def _item(record: ArcWarcRecord, form: str, origin: str) -> Item:
    """The item of a record that holds a page."""
    if record.length is None:
        raise ArticleError("the record does not say how long it is", where=origin, todo="make the archive again")
    body = record.raw_stream.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        what = f"the page has more than {MAX_BYTES // 1_000_000} MB"
        raise ArticleError(what, where=origin, todo="save the article by itself")
    if record.raw_stream.limit > 0:
        raise ArticleError("it ends too early", where=origin, todo="get it again")
    if record.rec_type == "response":
        body = decode_body(body, _header(record, "Transfer-Encoding"), _header(record, "Content-Encoding"), origin)
    if form != ".pdf":
        body = unify_charset(body, _header(record, "Content-Type"))
    return Item(origin, form, data=body, url=web_address(record.rec_headers.get_header("WARC-Target-URI")))
