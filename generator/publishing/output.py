"""Pages and files, written into the site's folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import chain
from pathlib import Path

from generator.errors import SiteError
from generator.publishing.editions import Edition
from generator.publishing.page import Listed, SearchEntry
from generator.publishing.search import as_script, complete_index, index_of, index_without
from generator.publishing.search_pagefind import record_of, write_index, written_by_people
from generator.publishing.sitemap import complete_sitemap, compress

__all__ = ["check_folder", "complete", "write_files"]


def check_folder(folder: Path, events: Path) -> None:
    """Make sure that nothing is lost when a site's folder is emptied.

    Args:
        folder: The site's folder, which need not be there.
        events: The timeline's file.

    Raises:
        SiteError: The timeline's file is in it, or other files and no earlier site are.
    """
    # MkDocs leaves hidden files alone.
    visible = [path for path in folder.iterdir() if not path.name.startswith(".")] if folder.is_dir() else []
    if events.resolve().is_relative_to(folder.resolve()):
        what = f"the site's folder holds {events}"
    elif visible and not (folder / "index.html").is_file():
        what = "the site's folder holds files that are no site"
    else:
        return
    raise SiteError(
        f"{what}, and a build empties it",
        where=str(folder),
        todo="name a folder that is empty or holds an earlier site",
    )


def complete(
    pages: Sequence[Listed],
    editions: Sequence[Edition],
    folder: Path,
    site_url: str,
    *,
    pagefind: bool = False,
) -> None:
    """Add pages to the sitemap and the search index that MkDocs wrote, where it wrote one.

    Args:
        pages: What is listed of every page of the timeline.
        editions: The timeline in each of its languages, the first of them its own.
        folder: The site's folder.
        site_url: The site's address with a trailing slash, or empty.
        pagefind: Whether Pagefind's index takes the place of that of words.

    Raises:
        SiteError: Pagefind made no index.
    """
    sitemap = folder / "sitemap.xml"
    if sitemap.is_file():
        text = complete_sitemap(sitemap.read_text(encoding="utf-8"), pages, site_url)
        sitemap.write_text(text, encoding="utf-8")
        sitemap.with_name("sitemap.xml.gz").write_bytes(compress(text))
        _point_robots_to(sitemap, site_url)
    index = folder / "search" / "search_index.json"
    if index.is_file():
        if pagefind:
            _replace_index(pages, editions, index, folder)
        else:
            _complete_index(pages, editions, index, folder)


def _point_robots_to(sitemap: Path, site_url: str) -> None:
    """Tell crawlers where the sitemap is, unless the site's author wrote what they are to be told (RFC 9309)."""
    robots = sitemap.with_name("robots.txt")
    if site_url and not robots.exists():
        _write(robots, f"User-agent: *\nAllow: /\n\nSitemap: {site_url}{sitemap.name}\n".encode())


def _complete_index(pages: Sequence[Listed], editions: Sequence[Edition], index: Path, folder: Path) -> None:
    """Add our entries to the theme's index; each edition has its own, so that readers search in their language."""
    written = index.read_text(encoding="utf-8")
    for edition in _folders(editions):
        content = complete_index(index_of(written, edition), _search(pages, edition))
        _write_index(folder / edition / "search" / index.name, content)
    _write_index(index, complete_index(index_without(written, _folders(editions)), _search(pages)))


def _folders(editions: Sequence[Edition]) -> list[str]:
    """The folders of the editions in other languages than the timeline's own."""
    return [edition.folder for edition in editions if edition.folder]


def _search(pages: Iterable[Listed], folder: str = "") -> Iterator[SearchEntry]:
    """What readers of an edition can search for, its addresses counted from the edition's folder."""
    return chain.from_iterable(page.search for page in pages if page.folder == folder)


def _write_index(path: Path, content: str) -> None:
    """Write an index of words, also as a script: a browser that opens the site from a disk reads no data from there."""
    _write(path, content.encode())
    _write(path.with_suffix(".js"), as_script(content).encode())


def _replace_index(pages: Sequence[Listed], editions: Sequence[Edition], index: Path, folder: Path) -> None:
    """Put Pagefind's index in the place of the theme's; a reader's browser chooses by the page's language."""
    written = index.read_text(encoding="utf-8")
    ours = (
        record_of(entry, edition.folder, edition.language)
        for edition in editions
        for entry in _search(pages, edition.folder)
    )
    theirs = written_by_people(written, editions[0].language, _folders(editions))
    write_index(chain(theirs, ours), folder)
    index.unlink()
    with suppress(OSError):  # a page that people wrote stands there
        index.parent.rmdir()


def write_files(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Write files, each at its path under the site's folder."""
    for path, content in files:
        _write(folder / path, content)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
