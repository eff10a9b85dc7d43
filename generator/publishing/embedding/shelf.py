"""Where a page's timeline comes from, and how the page links to what belongs to it."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from mkdocs.utils import get_build_datetime

from generator.errors import SiteError
from generator.model import Event, Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.editions import Edition
from generator.publishing.embedding.origin import Origin
from generator.publishing.links import absolute, event_path, relative
from generator.publishing.publication import read
from generator.publishing.site_info import SiteInfo
from generator.scalars import is_web_address

__all__ = ["OWN", "Bearings", "FileShelf", "Shelf", "SiteShelf"]

OWN = "."
"""In the place of a site's address: the page stands in the timeline's own site."""


@dataclass(frozen=True, slots=True)
class Bearings:
    """A timeline as a page sees it.

    Attributes:
        atlas: The timeline.
        here: The path of the page under the root of the timeline's site, where it is a page of that site; else None.
    """

    atlas: Atlas
    here: str | None

    def href(self, path: str) -> str:
        """How the page links to a page of the timeline's site; empty where there is no such site."""
        if self.here is not None:
            return relative(self.here, path)
        return absolute(self.atlas.site.url, path) if self.atlas.site.url else ""

    def href_of(self, event: Event) -> str:
        """How the page links to an event: to its page, or where there is none to its first source that is online."""
        if href := self.href(event_path(event.id or "")):
            return href
        return next((source.url for _, source in self.atlas.cited(event) if source.url), "")


class Shelf(Protocol):
    """Gives a page its timeline."""

    def bearings(self, origin: Origin) -> Bearings:
        """The timeline that a page speaks of."""


class SiteShelf:
    """The timeline of the page's own site, which the plugin has read; in each language for the pages of its edition."""

    def __init__(self) -> None:
        self._editions: dict[str, Edition] = {}
        self._atlases: dict[str, Atlas] = {}

    def stock(self, editions: Iterable[Edition]) -> None:
        """Take what a build publishes; what an earlier one published is gone."""
        self._editions = {edition.folder: edition for edition in editions}
        self._atlases = {}

    def bearings(self, origin: Origin) -> Bearings:
        """The timeline of a page's edition."""
        first, _, rest = origin.path.partition("/")
        folder = first if first in self._editions else ""
        if folder not in self._atlases:
            # Its own, so that what the site's pages had made is not kept until the last written page is rendered.
            edition = self._editions[folder]
            self._atlases[folder] = Atlas(edition.timeline, edition.site)
        return Bearings(self._atlases[folder], rest if folder else origin.path)


@dataclass(frozen=True, slots=True)
class FileShelf:
    """The timeline of a file, for a site that is not the timeline's own, or in which no plugin tells of it.

    Attributes:
        events: The file, relative to the site's configuration.
        url: The address of the timeline's own site, or empty where it has none; `OWN` where it is the page's own.
    """

    events: str
    url: str = ""

    def bearings(self, origin: Origin) -> Bearings:
        """The timeline of the file, read anew where the file has changed.

        Raises:
            SiteError: No file is named, or the address is none.
            TimelineFileError: The file cannot be read, or has errors.
        """
        if not self.events:
            raise SiteError(
                "the extension “dateline” does not know which timeline to show",
                where="markdown_extensions",
                todo="name its file: “- dateline: {events: data/events.yaml}”",
            )
        own = self.url == OWN
        if self.url and not own and not is_web_address(self.url):
            raise SiteError(
                f"“{self.url}” is not the address of a site",
                where="markdown_extensions: dateline: url",
                todo="write one that begins with https://",
            )
        path = origin.root / self.events
        path = path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
        changed = path.stat().st_mtime_ns if path.is_file() else 0
        url = f"{self.url.rstrip('/')}/" if self.url and not own else ""
        return Bearings(_atlas(path, changed, url), origin.path if own else None)


@functools.lru_cache(maxsize=8)
def _atlas(path: Path, changed: int, url: str) -> Atlas:  # noqa: ARG001 a file that has changed is another
    """A file's timeline: each page has an extension of its own, but there is one timeline for all."""
    timeline: Timeline = read(path).timeline
    return Atlas(timeline, SiteInfo(url=url, name=timeline.timeline.title, today=get_build_datetime().date()))
