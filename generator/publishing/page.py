"""A page of the site before it is put into its shell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

__all__ = ["Listed", "Page", "SearchEntry", "TocEntry"]


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading in a page's table of contents."""

    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """What a reader can search for: plain text, and the place that it leads to."""

    location: str
    title: str
    text: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """What the sitemap and the search list of a page; each is said at `Page`."""

    path: str
    indexed: bool
    updated: dt.date | None
    search: tuple[SearchEntry, ...]
    folder: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page that the generator rendered, to be put into a shell.

    Attributes:
        shell: The kind of shell: `event`, `listing`, …
        path: Where it stands, relative to the site's root: `events/2022-12-30-call/`.
        title: Plain text.
        description: Plain text for `<meta name=description>`, at most 160 characters.
        content: The article's HTML, already escaped.
        head: More HTML for `<head>`, already escaped: feed links, structured data.
        toc: The headings of the page.
        edit_url: Where the page's content can be edited, or empty.
        updated: The day of its last change, for the sitemap.
        search: Its entries in the search index.
        indexed: Whether search engines may list it; redirects and withdrawn events are not.
        canonical: The path of the page that stands for this one, for a redirect; empty where it stands for itself.
        folder: The folder of its edition, which its path begins with: `es`; empty for the timeline's own language.
    """

    shell: str
    path: str
    title: str
    description: str
    content: str
    head: str = ""
    toc: tuple[TocEntry, ...] = ()
    edit_url: str = ""
    updated: dt.date | None = None
    search: tuple[SearchEntry, ...] = field(default=())
    indexed: bool = True
    canonical: str = ""
    folder: str = ""

    @property
    def has_toc(self) -> bool:
        """Whether it has a table of contents."""
        return bool(self.toc)

    @property
    def has_edit(self) -> bool:
        """Whether it has a link to where it can be edited."""
        return bool(self.edit_url)

    @property
    def listed(self) -> Listed:
        """What the sitemap and the search list of it."""
        return Listed(self.path, self.indexed, self.updated, self.search, self.folder)
