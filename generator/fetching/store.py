"""The folder of fetched pages: one file a page, found again by the page's address."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import unquote

from generator.errors import FetchError
from generator.fetching.content import Kind
from generator.fetching.redirects import Redirects
from generator.fetching.web_address import WebAddress, parse
from generator.reading.saved import HEAD_BYTES, LISTED, beside, head_length, part_head, write_head

__all__ = ["SavedPage", "Store", "file_stem", "page_finder"]

SAVED = (Kind.PAGE, Kind.TEXT, Kind.PDF)
OWN_KEYS = ("url", "requested", "fetched", "etag", "last_modified", *LISTED)
"""What this program writes into a head; what else stands there a person added, and stays."""

HOST_LENGTH, SLUG_LENGTH = 60, 60
"""With the digest far below 255 bytes, the longest name on any common system, also with an ending."""

SHORT_DIGEST, LONG_DIGEST = 4, 16
"""Bytes of the digest in a name; the long one is for a page whose short name another page has."""

UNSAFE = re.compile(r"[^a-z0-9]+")
UNSAFE_IN_HOST = re.compile(r"[^a-z0-9.]+")
PAGE_ENDING = re.compile(r"\.(?:html?|xhtml|php|aspx?|jsp|pdf|txt)$")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page that is there.

    Attributes:
        path: Its file.
        head: What its head says.
    """

    path: Path
    head: Mapping[str, str]

    @property
    def known_as(self) -> str:
        """The address that its file is named after: where it was at first."""
        return self.head.get("requested") or self.head.get("url", "")


class Store:
    """A folder of fetched pages.

    Args:
        folder: The folder; it is made when the first page is saved.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._redirects = Redirects(folder)

    def find(self, address: WebAddress) -> SavedPage | None:
        """The saved page of an address, or None.

        Args:
            address: The address that was, or will be, asked for; or one to which it led.
        """
        found = self._named_after(address)
        target = "" if found else self._redirects.target(address.url)
        if not target:
            return found
        try:
            return self._named_after(parse(target))
        except FetchError:  # a person may have edited the file
            return None

    def redirect(self, asked: WebAddress, place: WebAddress) -> None:
        """Remember that an address led to another, whose page is saved under its own.

        Raises:
            OSError: It cannot be written.
        """
        self._redirects.add(asked.url, place.url)

    def _named_after(self, address: WebAddress) -> SavedPage | None:
        for stem in _stems(address):
            for path in self._paths(stem):
                saved = SavedPage(path, _head(path))
                if saved.known_as == address.url:
                    return saved
        return None

    def save(self, address: WebAddress, kind: Kind, data: bytes, head: Mapping[str, str]) -> tuple[Path, bool]:
        """Save a page, so that at any time its file is whole: the old one or the new one.

        Args:
            address: The address after which it is named, or one that led to it.
            kind: Whether it is a page, a text or a PDF file.
            data: The page; UTF-8 but for a PDF file.
            head: What is known of it, with the keys `OWN_KEYS`; empty values are left out, but what a list said of
                the page before is kept.

        Returns:
            Its file, and whether that was written: a page that is there with the same text is left as it is.

        Raises:
            OSError: It cannot be written.
        """
        old = self.find(address)
        if old and old.path.suffix == kind.value and _page(old.path) == data:
            return old.path, False
        before = old.head if old else {}
        kept = {key: value for key, value in before.items() if key not in OWN_KEYS or key in LISTED}
        front = {key: head[key] for key in OWN_KEYS if head.get(key)}
        front = front | {key: value for key, value in kept.items() if key not in front}
        path = old.path.with_suffix(kind.value) if old else self._free_path(address, kind)
        self._folder.mkdir(parents=True, exist_ok=True)
        if kind is Kind.PDF:
            _write(beside(path), write_head(front, is_html=False))
            _write(path, data)
        else:
            _write(path, write_head(front, is_html=kind is Kind.PAGE) + data)
        if old and old.path != path:
            old.path.unlink(missing_ok=True)
            beside(old.path).unlink(missing_ok=True)
        return path, True

    def _free_path(self, address: WebAddress, kind: Kind) -> Path:
        """The file for a page that is not there: one whose name no other page has."""
        short, long = _stems(address)
        taken = any(path.exists() for path in self._paths(short))
        return self._folder / f"{long if taken else short}{kind.value}"

    def _paths(self, stem: str) -> Iterator[Path]:
        return (self._folder / f"{stem}{kind.value}" for kind in SAVED)


def page_finder(folder: Path) -> Callable[[str], Path | None]:
    """Make a function that finds the page of an address in a folder.

    Args:
        folder: The folder of fetched pages; it need not be there.

    Returns:
        The function, which can be sent to another process. It gives the file of an address's page, or None: also for
        what is no address.
    """
    return partial(_page_in, Store(folder))


def _page_in(store: Store, url: str) -> Path | None:
    try:
        saved = store.find(parse(url))
    except FetchError:
        return None
    return saved.path if saved else None


def file_stem(address: WebAddress, digest_bytes: int = SHORT_DIGEST) -> str:
    """The name of an address's file, without its ending.

    Host and path are there for people, the digest of the whole address tells pages apart. All is in lower case, of
    letters, digits, full stops and hyphens, and so a name on every system and none that leads out of the folder.

    Args:
        address: The canonical address.
        digest_bytes: How many bytes of the digest stand in it.

    Returns:
        For example `example.org-a-treaty-is-signed-0f31c9aa`.
    """
    host = UNSAFE_IN_HOST.sub("-", address.host.removeprefix("www.")).strip("-.")[:HOST_LENGTH]
    path = unquote(address.target.partition("?")[0]).rstrip("/").lower()
    plain = unicodedata.normalize("NFKD", PAGE_ENDING.sub("", path)).encode("ascii", "ignore").decode()
    parts = [UNSAFE.sub("-", part).strip("-") for part in plain.split("/")]
    slug = next((part for part in reversed(parts) if re.search("[a-z]", part)), parts[-1])[:SLUG_LENGTH].strip("-")
    digest = hashlib.blake2b(address.url.encode(), digest_size=digest_bytes).hexdigest()
    return "-".join(part for part in (host, slug, digest) if part)


def _stems(address: WebAddress) -> tuple[str, str]:
    return file_stem(address), file_stem(address, LONG_DIGEST)


def _head(path: Path) -> Mapping[str, str]:
    """What the head of a file says; empty where there is no such file, or it was not fetched."""
    source = beside(path) if path.suffix == Kind.PDF.value else path
    try:
        with source.open("rb") as file:
            start = file.read(HEAD_BYTES)
    except OSError:
        return {}
    return part_head(start)[0] if path.is_file() else {}


def _page(path: Path) -> bytes:
    """A saved page without its head."""
    data = path.read_bytes()
    return data if path.suffix == Kind.PDF.value else data[head_length(data) :]


def _write(path: Path, data: bytes) -> None:
    """Write a file so that it holds either its old bytes or the new ones, whenever this is interrupted."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        Path(temporary).chmod(0o666 & ~mask)
        Path(temporary).replace(path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        if isinstance(error, OSError):  # a disk that is full names no file
            error.filename = str(path)
        raise
