"""Everything that is to be published, rendered but not yet in its shells."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator.curating.load import load, load_timeline
from generator.curating.nodes import collector_at_rest
from generator.errors import SiteError
from generator.publishing.atlas import Atlas
from generator.publishing.page import Page, SearchEntry
from generator.publishing.pages import files, home, pages
from generator.publishing.site_info import SiteInfo

__all__ = ["Address", "Publication", "prepare"]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a site is, and where its readers can turn to: what a configuration says.

    Attributes:
        url: The site's root with a trailing slash, or empty.
        name: The site's name.
        edit_base: The address under which the repository's files are edited, with a trailing slash, or empty.
        issues_url: Where a new issue is opened, or empty.
        events_path: The timeline's file within the repository.
        method_path: The page that says how the timeline is made, relative to the root; empty where there is none.
    """

    url: str
    name: str
    edit_base: str = ""
    issues_url: str = ""
    events_path: str = "data/events.yaml"
    method_path: str = ""


@dataclass(frozen=True, slots=True)
class Publication:
    """The rendered site.

    Attributes:
        home: The home page.
        pages: Every other page.
        files: Every file that is no page: its path under the site's root, and its content.
        events: How many events it shows.
    """

    home: Page
    pages: tuple[Page, ...]
    files: tuple[tuple[str, bytes], ...]
    events: int

    @property
    def all_pages(self) -> Iterable[Page]:
        """The home page and every other."""
        return chain([self.home], self.pages)

    @property
    def search(self) -> Iterable[SearchEntry]:
        """What readers can search for."""
        return chain.from_iterable(page.search for page in self.all_pages)


def prepare(events: Path, address: Address, *, today: dt.date, candidates: bool = False) -> Publication:
    """Load a timeline and render all of its pages.

    Args:
        events: The timeline's file.
        address: The site around it.
        today: The day of the build.
        candidates: Whether candidates are shown, marked as such.

    Returns:
        The publication.

    Raises:
        TimelineFileError: The file cannot be read, or has errors.
        SiteError: Two pages would stand at one address.
    """
    with collector_at_rest():
        loaded = load(events)
        timeline = loaded.timeline or load_timeline(events)
        site = SiteInfo(
            url=address.url,
            name=address.name,
            today=today,
            edit_base=address.edit_base,
            issues_url=address.issues_url,
            candidates=candidates,
            events_path=address.events_path,
            lines=loaded.event_lines,
            method_path=address.method_path,
        )
        atlas = Atlas(timeline, site)
        publication = Publication(home(atlas), tuple(pages(atlas)), tuple(files(atlas)), len(atlas.shown))
    _check_paths(publication.pages, events)
    return publication


def _check_paths(pages: Iterable[Page], events: Path) -> None:
    """Refuse to publish two pages at one address, of which only the last would be seen."""
    taken = Counter(page.path for page in pages)
    if twice := [path for path, count in taken.items() if count > 1]:
        raise SiteError(
            f"two pages would stand at {twice[0]}",
            where=str(events),
            todo="give each event an id and aliases that no other has: dateline check finds them",
        )
