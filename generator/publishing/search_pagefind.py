"""Pagefind's index: for each page that can be found a lean one of our making, which Pagefind's program reads.

The pages of the site themselves would take it many times as long, and their navigation would be found with them.
"""

from __future__ import annotations

import importlib.util
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from importlib import import_module
from pathlib import Path

from generator.errors import SiteError
from generator.publishing.page import SearchEntry

__all__ = ["FOLDER", "Record", "find_program", "record_of", "write_index", "written_by_people"]

FOLDER = "pagefind"
"""Where the index goes, under the site's root."""

_PACKAGES = ("pagefind_bin_extended", "pagefind_bin")
"""The packages that bring the program, the better first: it can tell words apart in Chinese and Japanese."""

_NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.*", "*.pf_meta", "index", "fragment")
"""What a search loads. The rest are interfaces: we have one of our own."""


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

    Args:
        records: What is to be found.
        site: The site's folder, in which `FOLDER` is made anew.

    Raises:
        SiteError: Pagefind is not there, or ended with an error.
    """
    program = find_program()
    with tempfile.TemporaryDirectory() as folder:
        lean, made = Path(folder) / "site", Path(folder) / "index"
        lean.mkdir()
        for record in records:
            page = lean / record.path / "index.html"
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(_page(record), encoding="utf-8", errors="xmlcharrefreplace")
        command = [str(program), "--site", str(lean), "--output-path", str(made), "--quiet"]
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 a program of ours
        except OSError as error:
            raise _failed(str(error)) from error
        if done.returncode:
            raise _failed(done.stderr.strip() or done.stdout.strip())
        shutil.rmtree(site / FOLDER, ignore_errors=True)
        (site / FOLDER).mkdir(parents=True)
        for pattern in _NEEDED:
            for path in made.glob(pattern):
                shutil.move(path, site / FOLDER / path.name)


def _failed(why: str) -> SiteError:
    return SiteError(f"Pagefind made no search index: {why}", where=FOLDER, todo="or write “search: built-in”")


def _page(record: Record) -> str:
    title = escape(record.title)
    # The title last, so that what Pagefind quotes beneath a title seldom begins by repeating it.
    return (
        f'<!doctype html><html lang="{escape(record.language)}"><title>{title}</title>'
        f"<body data-pagefind-body>{record.html}<h1>{title}</h1></body></html>"
    )
