"""The site while somebody works on it: a page is made when it is asked for, and not before.

Of a timeline of ten thousand events an editor who looks at a change sees a page or two; a build makes sixty thousand
files. What the served folder lacks is made there, by the same functions that write a whole site.
"""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from shutil import rmtree
from threading import Lock
from typing import TYPE_CHECKING, Any

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from generator.curating.nodes import collector_at_rest
from generator.curating.reloading import Reloader
from generator.errors import DatelineError
from generator.publishing.drafts import PageDraft, made
from generator.publishing.output import write_files
from generator.publishing.page import Listed
from generator.publishing.publication import Publication
from generator.publishing.search_pagefind import FOLDER
from generator.publishing.share_pages import ShareImage

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

__all__ = ["Preview", "makers", "on_demand", "room_in"]

log = logging.getLogger("mkdocs.plugins.dateline")

Write = Callable[[PageDraft], object]
Draw = Callable[[Iterable[ShareImage]], Iterable[tuple[str, bytes]]]
Finish = Callable[[Sequence[Listed]], None]

Maker = Callable[[str], bool]
"""Makes what is to stand at a path under the site's root; whether it knows of any such thing."""

_ROOM = ".making"
"""MkDocs empties the site's folder but for what is hidden."""

_TRIES = 3
"""How often a page is looked for: what was made just before a build begins is gone when that ends."""


class Preview:
    """What a served site may be asked for and does not hold yet.

    Builds and requests run in threads of their own: what was planned for one build is never written once the next has
    begun.

    Attributes:
        load: Loads the timeline's file, of which only what has changed is read again.
        compiled: The theme's templates, of which each build compiles only those that have changed.
    """

    def __init__(self) -> None:
        """Begin with a site that is not built yet."""
        self.load = Reloader().load
        self.compiled: BytecodeCache = _Compiled()
        self._makers: tuple[Maker, ...] = ()
        self._lock = Lock()

    def close(self) -> None:
        """Make nothing until the next build is done."""
        with self._lock:
            self._makers = ()

    def open(self, makers: Iterable[Maker]) -> None:
        """Make what is asked for from now on.

        Args:
            makers: What there may be; the first that knows of a path makes it.
        """
        with self._lock:
            self._makers = tuple(makers)

    def make(self, path: str) -> bool:
        """Make what stands at a path.

        Args:
            path: Relative to the site's root, `events/2022-12-30-call/index.html`.

        Returns:
            Whether it is worth looking there again: it was made, or a build is at work.
        """
        with self._lock, collector_at_rest():
            try:
                return not self._makers or any(make(path) for make in self._makers)
            except (DatelineError, OSError) as error:
                log.error("This cannot be shown: %s: %s", path, error)  # noqa: TRY400 what is wrong is said
                return False


class _Compiled(BytecodeCache):
    """Keeps what Jinja has compiled: MkDocs begins each build with an environment that knows of nothing."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled of a template, which Jinja holds against the template's text."""
        if bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled of a template."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


def room_in(folder: Path) -> Path:
    """An empty folder in which things are made before they are moved to their places in the site's folder."""
    room = folder / _ROOM
    rmtree(room, ignore_errors=True)
    room.mkdir(parents=True)
    return room


def makers(publication: Publication, folder: Path, write: Write, draw: Draw, finish: Finish) -> Iterator[Maker]:
    """What makes all that a site consists of beside what MkDocs wrote.

    All of it is made in the room of the folder, and moved when it is whole: another request looks for it meanwhile.

    Args:
        publication: The site as it is planned.
        folder: The site's folder.
        write: Writes a page into the room.
        draw: Draws share images.
        finish: Writes what lists all pages into the room: the sitemap, and what can be searched for.

    Yields:
        A maker of pages, of files, of share images, and of what lists all pages, which takes as long as all of them.
    """
    images = {image.path: image for image in publication.share_images}
    room = folder / _ROOM

    def page(path: str) -> bool:
        place, index, rest = path.rpartition("index.html")
        draft = publication.pages.get(place) if index and not rest else None
        if draft:
            write(draft)
            _move(path, room, folder)
        return draft is not None

    def file(path: str) -> bool:
        draft = publication.files.get(path)
        if draft:
            write_files(made([draft]), room)
            _move(path, room, folder)
        return draft is not None

    def image(path: str) -> bool:
        if path in images:
            write_files(draw([images[path]]), room)
            _move(path, room, folder)
        return path in images

    def lists() -> None:
        listed: list[Listed] = []
        for _, kin in groupby(publication.pages.values(), key=attrgetter("kin")):
            listed += [draft.make().listed for draft in kin]
            publication.let_go()
        finish(listed)

    yield from (page, file, image, _Lists(folder, publication.folders, lists))


def _move(path: str, room: Path, folder: Path) -> None:
    """Put what was made where it is looked for; what people wrote stays."""
    place = folder / path
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        (room / path).replace(place)


class _Lists:
    """The files that list all pages: they are finished when the first of them is asked for."""

    def __init__(self, folder: Path, editions: Iterable[str], finish: Callable[[], None]) -> None:
        """Put away what MkDocs wrote of them, so that they are missed."""
        indexes = [f"{edition}search/search_index" for edition in ("", *(f"{name}/" for name in editions))]
        self._files = {"sitemap.xml", "sitemap.xml.gz", "robots.txt"}
        self._files.update(f"{index}.{kind}" for index in indexes for kind in ("json", "js"))
        self._folder, self._finish = folder, finish
        written = ("sitemap.xml", "sitemap.xml.gz", "search/search_index.json")
        self._written = {path: (folder / path).read_bytes() for path in written if (folder / path).is_file()}
        for path in self._written:
            (folder / path).unlink()

    def __call__(self, path: str) -> bool:
        """Finish them all, if the path is of one of them and they are not finished yet."""
        if not self._written or not (path in self._files or path.startswith(f"{FOLDER}/")):
            return False
        room = self._folder / _ROOM
        write_files(self._written.items(), room)
        self._finish()
        for made_file in [each for each in room.rglob("*") if each.is_file()]:
            _move(made_file.relative_to(room).as_posix(), room, self._folder)
        self._written = {}
        return True


def on_demand(app: WSGIApplication, mount_path: str, preview: Preview) -> WSGIApplication:
    """A server's application, before which what it does not find is made.

    Args:
        app: What serves the folder; it answers while no build is at work.
        mount_path: The path of the site's root in addresses, with a slash at both ends.
        preview: Makes what is missing.
    """

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        begun: list[Any] = []

        def begin(*status_and_headers: Any) -> Callable[[bytes], object]:  # noqa: ANN401 handed on as it is
            begun[:] = status_and_headers
            return _write_nothing

        for _ in range(_TRIES):
            body = app(environ, begin)
            if not begun[0].startswith("404") or not any(map(preview.make, _places(environ, mount_path))):
                break
        start_response(*begun)
        return body

    return answer


def _write_nothing(content: bytes) -> object:
    raise NotImplementedError


def _places(environ: WSGIEnvironment, mount_path: str) -> list[str]:
    """Where what a request is for may stand below the site's root; nowhere where it is not of the site."""
    # As WSGI hands it over (PEP 3333).
    path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
    if not f"{path}/".startswith(mount_path):
        return []
    name = posixpath.normpath(f"/{path[len(mount_path) :]}").lstrip("/")
    page = posixpath.join(name, "index.html")
    return [page] if path.endswith("/") else [name, page]
