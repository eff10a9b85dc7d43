"""Pagefind's index: for each page that can be found a lean one of our making, which Pagefind's program reads.

The pages of the site themselves would take it many times as long, and their navigation would be found with them.
"""

from __future__ import annotations

import base64
import importlib.util
import json
import shutil
import subprocess
import threading
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from html import escape
from importlib import import_module
from io import BufferedReader
from itertools import chain
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import IO, Any, cast

from generator.errors import SiteError
from generator.publishing.page import SearchEntry
from generator.publishing.plain_text import clean

__all__ = ["FOLDER", "Record", "find_program", "record_of", "write_index", "written_by_people"]

FOLDER = "pagefind"
"""Where the index goes, under the site's root."""

_PACKAGES = ("pagefind_bin_extended", "pagefind_bin")
"""The packages that bring the program, the better first: it can tell words apart in Chinese and Japanese."""

_NOT_NEEDED = ("pagefind-*ui.*", "pagefind-highlight.js")
"""The interfaces that it brings: we have one of our own."""


@dataclass(frozen=True, slots=True)
class Record:
    """What can be found.

    Attributes:
        path: The page's path under the site's root.
        language: The code of its language: each has an index of its own.
        title: Plain text.
        html: What is in it, escaped.
    """

    path: str
    language: str
    title: str
    html: str


def find_program() -> Path | None:
    """Where Pagefind's program is; None where it is not installed."""
    for package in _PACKAGES:
        if importlib.util.find_spec(package):
            return Path(import_module(package).get_executable())
    found = shutil.which("pagefind_extended") or shutil.which("pagefind")
    return Path(found) if found else None


def record_of(entry: SearchEntry, folder: str, language: str) -> Record:
    """An entry of ours as a record.

    Args:
        entry: The entry, its address counted from the edition's folder.
        folder: The edition's folder, or empty.
        language: The edition's language.
    """
    path = f"{folder}/{entry.location}" if folder else entry.location
    html = f"<p>{escape(entry.text)}</p>" + (f"<p>{escape(', '.join(entry.tags))}</p>" if entry.tags else "")
    return Record(path, language, entry.title, html)


def written_by_people(index: str, language: str, folders: Iterable[str]) -> Iterator[Record]:
    """What people wrote in the site's docs, from the index that MkDocs' search plugin made of it.

    Args:
        index: The content of `search/search_index.json`. Its texts are HTML.
        language: The language at the site's root.
        folders: The folders of the editions, each named for its language.

    Yields:
        A record for each page.
    """
    pages: dict[str, list[dict[str, str]]] = {}
    for document in json.loads(index)["docs"]:
        pages.setdefault(document["location"].partition("#")[0], []).append(document)
    for path, parts in pages.items():
        folder = path.partition("/")[0]
        html = "".join(f"<p>{part['title']}</p>{part['text']}" for part in parts)
        yield Record(path, folder if folder in frozenset(folders) else language, parts[0]["title"], html)


def write_index(records: Iterable[Record], site: Path) -> None:
    """Have Pagefind make its index.

    Its program is told of each page as its own packages for Node and Python tell it, since many files for it to find
    take several times as long: a request is JSON in base64 with a comma behind it, and so is an answer.

    Args:
        records: What is to be found.
        site: The site's folder, in which `FOLDER` is made anew.

    Raises:
        SiteError: Pagefind is not there, or ended with an error.
    """
    folder = site / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    requests: Iterable[dict[str, object]] = chain(
        [{"type": "NewIndex", "config": {"keep_index_url": False}}],
        (_request(record) for record in records),
        [{"type": "GetFiles", "index_id": _INDEX}],
    )
    try:
        with subprocess.Popen([str(find_program()), "--service"], stdin=PIPE, stdout=PIPE, stderr=DEVNULL) as service:  # noqa: S603 a program of ours
            files = _converse(service, requests)
        for file in files:
            path = folder / file["path"]
            if not any(path.match(pattern) for pattern in _NOT_NEEDED):
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(base64.b64decode(file["content"]))
    except (OSError, ValueError) as error:  # an answer may be none
        raise _failed(str(error)) from error


_INDEX = 0
"""The number that the service gives to the first index that it is asked for."""


def _converse(service: subprocess.Popen[bytes], requests: Iterable[dict[str, object]]) -> list[dict[str, str]]:
    """Send requests, and hear their answers meanwhile, so that neither side waits for the other.

    The files are asked for, not left to it to write: it says that it wrote them before they are whole, and ends without
    waiting for that (1.5.2).

    Returns:
        The files of the index: of each its `path` under the index's folder, and its `content` in base64.

    Raises:
        SiteError: An answer is an error, or the last is missing.
        Exception: A request could not be made, with what was wrong.
    """
    unmade: list[Exception] = []
    told = threading.Thread(target=_tell, args=(service, requests, unmade))
    told.start()
    answer: dict[str, Any] = {}
    try:
        for answer in _answers(service):
            if answer["type"] in {"Error", "GetFiles"}:
                break
    finally:
        service.kill()
        told.join()
        with suppress(OSError):  # what it was not told any more
            cast("IO[bytes]", service.stdin).close()
    if unmade:
        raise unmade[0]
    if answer.get("type") != "GetFiles":
        raise _failed(answer.get("message", "it ended"))
    files: list[dict[str, str]] = answer["files"]
    return files


def _tell(service: subprocess.Popen[bytes], requests: Iterable[dict[str, object]], unmade: list[Exception]) -> None:
    """Send requests; where one cannot be made, the service is ended, which would wait for it for ever."""
    with suppress(OSError):  # it has ended, and what it said last tells why
        for number, request in enumerate(_until_unmade(requests, unmade), start=1):
            message = json.dumps({"message_id": number, "payload": request})
            cast("IO[bytes]", service.stdin).write(base64.b64encode(message.encode()) + b",")
        cast("IO[bytes]", service.stdin).flush()
    if unmade:
        service.kill()


def _until_unmade(requests: Iterable[dict[str, object]], unmade: list[Exception]) -> Iterator[dict[str, object]]:
    try:
        yield from requests
    except Exception as error:  # noqa: BLE001 it is raised where the answers are heard
        unmade.append(error)


_AT_ONCE = 1 << 16
"""Bytes."""


def _answers(service: subprocess.Popen[bytes]) -> Iterator[dict[str, Any]]:
    """The answers, as they come, until the service ends."""
    begun = bytearray()
    while part := cast("BufferedReader", service.stdout).read1(_AT_ONCE):
        *whole, rest = part.split(b",")
        for each in whole:
            yield json.loads(base64.b64decode(begun + each))["payload"]
            begun.clear()
        begun += rest


def _request(record: Record) -> dict[str, object]:
    return {
        "type": "AddFile",
        "index_id": _INDEX,
        "url": f"/{record.path}",
        "file_contents": clean(_page(record)),
    }


def _failed(why: str) -> SiteError:
    return SiteError(f"Pagefind made no search index: {why}", where=FOLDER, todo="or write “search: built-in”")


def _page(record: Record) -> str:
    title = escape(record.title)
    # The title last, so that what Pagefind quotes beneath a title seldom begins by repeating it.
    return (
        f'<!doctype html><html lang="{escape(record.language)}"><title>{title}</title>'
        f"<body data-pagefind-body>{record.html}<h1>{title}</h1></body></html>"
    )
