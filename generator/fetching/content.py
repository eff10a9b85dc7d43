"""What came: whether it is something that can be read, and its text in one encoding."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from enum import Enum

from generator.errors import ArticleError, FetchError
from generator.fetching.web_address import shown
from generator.reading.address_lists import is_address_list
from generator.reading.decoding import OF_PAGES, decode
from generator.reading.sniffing import FEEDS, SITEMAPS, root_of
from generator.reading.source import Source

__all__ = ["Form", "Kind", "form_of", "is_list", "text_of"]


class Kind(Enum):
    """What an answer holds; the value is the ending of a file that is made of it."""

    PAGE = ".html"
    TEXT = ".txt"
    PDF = ".pdf"
    XML = ".xml"
    JSON = ".json"
    PACKED = ".xml.gz"


KINDS: Mapping[str, Kind] = {
    "text/html": Kind.PAGE,
    "application/xhtml+xml": Kind.PAGE,
    "text/plain": Kind.TEXT,
    "text/markdown": Kind.TEXT,
    "application/pdf": Kind.PDF,
    "application/x-pdf": Kind.PDF,
    "application/rss+xml": Kind.XML,
    "application/atom+xml": Kind.XML,
    "application/rdf+xml": Kind.XML,
    "application/xml": Kind.XML,
    "text/xml": Kind.XML,
    "application/feed+json": Kind.JSON,
    "application/json": Kind.JSON,
    "application/gzip": Kind.PACKED,
    "application/x-gzip": Kind.PACKED,
}
"""What can be read, by its media type."""

HEAD = 8192
JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org')
GZIP_MARK = b"\x1f\x8b"
PDF_MARK = b"%PDF-"

CODECS = {"iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}
"""Pages that declare these mean Windows-1252 (WHATWG Encoding, section 4.2)."""

SAVE_BY_HAND = "open it in a browser, and save the article from there"


@dataclass(frozen=True, slots=True)
class Form:
    """What an answer says that it holds.

    Attributes:
        kind: What it is.
        charset: The encoding that the host names, in lower case; empty where it names none.
    """

    kind: Kind
    charset: str = ""


def form_of(headers: Mapping[str, str], where: str) -> Form:
    """Read what an answer says that it holds.

    Args:
        headers: The fields of the answer.
        where: The address, for messages.

    Returns:
        Its form.

    Raises:
        FetchError: It is nothing that can be read, or it does not say.
    """
    declared = headers.get("content-type", "")
    if not declared.strip():
        raise FetchError("the host does not say what this is", where=where, todo=SAVE_BY_HAND)
    message = Message()
    message["content-type"] = declared.replace("\n", " ").replace("\r", " ")
    kind = KINDS.get(message.get_content_type())
    if kind is None or "/" not in declared:  # get_content_type says text/plain of nonsense
        named = shown(declared.partition(";")[0])
        what = f"this is “{named}”, not a page, a text, a PDF file, a feed or a sitemap"
        raise FetchError(what, where=where, todo="leave it out, or give the address of the article")
    charset = message.get_content_charset("")
    return Form(kind, charset if OF_PAGES.fullmatch(charset) else "")


def is_list(form: Form, body: bytes) -> bool:
    """Whether an answer holds addresses and no article: a feed, a sitemap, or a text with an address a line.

    Args:
        form: What it says that it is.
        body: What it holds.
    """
    if form.kind is Kind.PDF:
        return False
    if form.kind is Kind.JSON:
        return JSON_FEED.search(body[:HEAD]) is not None
    if form.kind is Kind.PACKED or (form.kind is Kind.XML and body.startswith(GZIP_MARK)):
        return True
    if form.kind is Kind.TEXT and is_address_list(io.BufferedReader(io.BytesIO(body))):
        return True
    # Whatever its media type says: many hosts send feeds as HTML or as text.
    return root_of(Source("", "", io.BufferedReader(io.BytesIO(body)))) in FEEDS | SITEMAPS


def text_of(form: Form, body: bytes, where: str) -> bytes:
    """Bring an article into the encoding in which it is saved.

    A PDF file stays as it is. For the rest what its bytes allow comes first (a byte order mark, UTF-8), then what the
    host names, then what the page declares, then what can be recognised: a host names one encoding for all its pages,
    and is often wrong about some.

    Args:
        form: What the answer says that it holds.
        body: What it holds.
        where: The address, for messages.

    Returns:
        UTF-8 without a byte order mark; or a PDF file.

    Raises:
        FetchError: It is empty, binary, or not what it says.
    """
    if form.kind is Kind.PDF:
        if PDF_MARK not in body[:1024]:
            raise FetchError("this says that it is a PDF file, and is none", where=where, todo=SAVE_BY_HAND)
        return body
    if form.kind not in {Kind.PAGE, Kind.TEXT}:
        what = "this is neither an article, nor a feed or a sitemap"
        raise FetchError(what, where=where, todo="leave it out, or give the address of the article")
    try:
        return (_as_named(form.charset, body) or decode(body, where)).encode("utf-8")
    except ArticleError as error:
        what = "there is nothing on this page" if not body.strip() else f"the page's text cannot be read: {error.what}"
        raise FetchError(what, where=where, todo=SAVE_BY_HAND) from None


def _as_named(charset: str, body: bytes) -> str:
    """The text in the encoding that the host names; empty where it is UTF-8 instead, or not in that encoding."""
    if not charset or body.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        return ""
    is_wide = charset.startswith(("utf-16", "utf16"))
    if is_wide != (b"\0" in body):  # every page has ASCII in it, whose other half is zero in UTF-16
        return ""
    try:
        if not is_wide:
            body.decode("utf-8")
            return ""
    except UnicodeDecodeError:
        pass
    try:
        return body.decode(CODECS.get(charset, charset))
    except (UnicodeError, LookupError):
        return ""
