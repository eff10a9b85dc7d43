"""The body of a page as a server sent it: in chunks, packed, in the encoding that the header names."""

from __future__ import annotations

import codecs
import io
import re
import zlib
from collections.abc import Callable, Mapping

from generator.errors import ArticleError
from generator.reading.decoding import MAX_BYTES, OF_PAGES

__all__ = ["decode_body", "media_type", "unify_charset"]

CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{3,20})", re.IGNORECASE)


def media_type(content_type: str) -> str:
    """The media type that a header names, without its parameters: `text/html`."""
    return content_type.partition(";")[0].strip().lower()


def decode_body(body: bytes, transfer: str, encodings: str, where: str) -> bytes:
    """Undo what a server did to a body before it sent it.

    Some archives keep the headers and undo this themselves, so that a body which is not what they say is taken as it
    stands.

    Args:
        body: What was sent.
        transfer: The header `Transfer-Encoding`.
        encodings: The header `Content-Encoding`, as RFC 9110 has it: in the order in which they were applied.
        where: What it is called, for messages.

    Returns:
        The page.

    Raises:
        ArticleError: It unpacks to more than `MAX_BYTES`, or is packed in a way that is not known.
    """
    if "chunked" in transfer.lower():
        body = _joined(body)
    for encoding in reversed([name.strip().lower() for name in encodings.split(",") if name.strip()]):
        if encoding == "identity":
            continue
        if encoding not in UNPACKERS:
            what = f"the page is packed by “{encoding[:20]}”, which is not known"
            raise ArticleError(what, where=where, todo="archive it again without")
        body = UNPACKERS[encoding](body)
        if len(body) > MAX_BYTES:
            what = f"the page unpacks to more than {MAX_BYTES // 1_000_000} MB"
            raise ArticleError(what, where=where, todo="save the article by itself")
    return body


def unify_charset(body: bytes, content_type: str) -> bytes:
    """A body in UTF-8 with its mark, where the header names the encoding that it is in; else the body as it stands.

    What the header says comes before what the page says of itself (HTML Living Standard, 13.2.3.2), and the page has no
    other place to keep it.
    """
    match = CHARSET.search(content_type)
    if match is None or not OF_PAGES.fullmatch(match[1]) or body.startswith(codecs.BOM_UTF8):
        return body
    try:
        return codecs.BOM_UTF8 + body.decode(match[1]).encode("utf-8")
    except (UnicodeError, LookupError):
        return body


def _joined(body: bytes) -> bytes:
    """A body whose chunks are put together; one without chunks, or cut short, as far as it goes."""
    from warcio.bufferedreaders import ChunkedDataReader  # type: ignore[import-untyped]

    reader, parts = ChunkedDataReader(io.BytesIO(body)), []
    while part := reader.read():
        parts.append(part)
    return b"".join(parts)


def _inflated(wbits: int) -> Callable[[bytes], bytes]:
    """What unpacks a format of zlib; a body that is not in it is left as it is."""

    def unpack(body: bytes) -> bytes:
        try:
            return zlib.decompressobj(wbits).decompress(body, MAX_BYTES + 1)
        except zlib.error:
            return body

    return unpack


def _deflated(body: bytes) -> bytes:
    """Unpack `deflate`, which some servers send with the header of zlib, as is right, and others without."""
    unpacked = _inflated(zlib.MAX_WBITS)(body)
    return _inflated(-zlib.MAX_WBITS)(body) if unpacked is body else unpacked


def _brotli(body: bytes) -> bytes:
    """Unpack Brotli (RFC 7932), never to more than the limit."""
    import brotli  # type: ignore[import-untyped]

    decompressor, parts, size = brotli.Decompressor(), [], 0
    data = body
    try:
        while size <= MAX_BYTES and not decompressor.is_finished():
            part = decompressor.process(data, output_buffer_limit=MAX_BYTES)
            if not part and not data:
                break  # it was cut short
            parts.append(part)
            size += len(part)
            data = b""
    except brotli.error:
        return body if not parts else b"".join(parts)
    return b"".join(parts)


UNPACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "gzip": _inflated(zlib.MAX_WBITS | 32),
    "x-gzip": _inflated(zlib.MAX_WBITS | 32),
    "deflate": _deflated,
    "br": _brotli,
}
"""What undoes each encoding of content; each stops soon after `MAX_BYTES`."""
