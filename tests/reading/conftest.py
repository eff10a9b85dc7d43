"""Builders of files for the tests of containers: the smallest that libraries take for the real thing."""

from __future__ import annotations

import io
import tracemalloc
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager

import pytest

PdfBuilder = Callable[..., bytes]
WarcBuilder = Callable[..., bytes]
ESCAPED = {ord("("): "\\(", ord(")"): "\\)"}


def build_pdf(pages: Sequence[Sequence[str]], *, info: str = "", trailer: str = "") -> bytes:
    """A PDF of pages of lines, with the entries of its properties and of its trailer as they stand in the file."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line.translate(ESCAPED)}) Tj T*" if line else "T*" for line in lines)
        stream = f"BT /F1 10 Tf 12 TL 50 780 Td {shown} ET"
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] {font} /Contents {5 + 2 * number} 0 R >>",
            f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream",
        ]
    objects.append(f"<< {info} >>")
    out, offsets = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{offset:010} 00000 n \n" for offset in offsets).encode())
    size = f"/Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R {trailer}"
    out.write(f"trailer\n<< {size} >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def build_warc(  # noqa: PLR0913 one parameter a part of a record
    url: str,
    body: bytes,
    *,
    kind: str = "response",
    status: str = "200 OK",
    headers: Sequence[str] = ("Content-Type: text/html",),
    length: int | None = None,
) -> bytes:
    """One record of a WARC file; `resource` and `conversion` take the first header for their own."""
    lines = [f"WARC-Type: {kind}", f"WARC-Target-URI: {url}", "WARC-Date: 2024-03-05T10:00:00Z"]
    if kind in {"response", "revisit"}:
        block = "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode() + body
        lines.append("Content-Type: application/http; msgtype=response")
    else:
        block = body
        lines.append(headers[0])
    lines.append(f"Content-Length: {len(block) if length is None else length}")
    return "\r\n".join(["WARC/1.1", *lines, "", ""]).encode() + block + b"\r\n\r\n"


@contextmanager
def peak_below(limit: int) -> Iterator[None]:
    """Fails where a block holds more bytes of memory at once than the limit."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < limit
    finally:
        tracemalloc.stop()


@pytest.fixture
def peak() -> Callable[[int], AbstractContextManager[None]]:
    """Bounds the memory of a block."""
    return peak_below


@pytest.fixture
def pdf() -> PdfBuilder:
    """Builds a PDF."""
    return build_pdf


@pytest.fixture
def warc() -> WarcBuilder:
    """Builds a record of a web archive."""
    return build_warc
