"""Everything that is to be published, rendered but not yet in its shells."""

from __future__ import annotations

import datetime as dt
import marshal
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path, PurePosixPath

from generator.curating.load import load, load_timeline
from generator.curating.nodes import collector_at_rest
from generator.errors import SiteError
from generator.model import Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.depot import Depot
from generator.publishing.editions import Edition, editions, placed
from generator.publishing.page import Page, SearchEntry
from generator.publishing.pages import files as all_files
from generator.publishing.pages import home, pages
from generator.publishing.pictures import PictureFile
from generator.publishing.share_pages import ShareImage, share_images
from generator.publishing.site_info import SiteInfo
from generator.publishing.slots import kind_of

__all__ = ["Address", "Publication", "Read", "check_free", "prepare", "read"]


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
        share_images: Which pages have a share image of their own: `auto`, `all`, `site` or `none`.
        methods: The editions' folders in which that page stands too.
    """

    url: str
    name: str
    edit_base: str = ""
    issues_url: str = ""
    events_path: str = "data/events.yaml"
    method_path: str = ""
    share_images: str = "auto"
    methods: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Publication:
    """The rendered site.

    Attributes:
        home: The home page.
        pages: Every other page; those of which there are many of a kind without what they hold.
        files: Every file that is no page: its path under the site's root, and its content.
        events: How many events it shows.
        editions: The timeline in each of its languages, the first of them its own.
        share_images: The share images that the pages name, not yet drawn.
        held: What the pages hold that are without it, by their paths.
    """

    home: Page
    pages: tuple[Page, ...]
    files: Mapping[str, bytes]
    events: int
    editions: tuple[Edition, ...] = ()
    share_images: tuple[ShareImage, ...] = ()
    held: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    @property
    def all_pages(self) -> Iterable[Page]:
        """The home page and every other."""
        return chain([self.home], self.pages)

    def rendered(self) -> Iterator[Page]:
        """Every page of which there are many of a kind, whole, one at a time."""
        for page in self.pages:
            if page.path in self.held:
                content, head = marshal.loads(self.held[page.path])  # noqa: S302 written by this process
                yield replace(page, content=content, head=head)
            elif not kind_of(page).single:
                yield page

    def search(self, folder: str = "") -> Iterable[SearchEntry]:
        """What readers of an edition can search for, its addresses counted from the edition's folder."""
        return chain.from_iterable(page.search for page in self.all_pages if page.folder == folder)

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders of the editions in other languages than the timeline's own."""
        return tuple(edition.folder for edition in self.editions if edition.folder)


@dataclass(frozen=True, slots=True)
class Read:
    """A timeline's file, read.

    Attributes:
        path: The file.
        timeline: What is in it.
        lines: The line at which each event begins in its file, by its id, from 1.
        files: The file of each event, from the timeline's folder; empty where there is but one.
        pictures: Those of events that can be shown, by what the timeline calls them; None where nobody has looked.
    """

    path: Path
    timeline: Timeline
    lines: Mapping[str, int]
    files: Mapping[str, str]
    pictures: Mapping[str, PictureFile] | None = None

    @property
    def language(self) -> str:
        """The timeline's own language."""
        return self.timeline.timeline.language


def read(events: Path) -> Read:
    """Read a timeline's file.

    Args:
        events: The file.

    Raises:
        TimelineFileError: The file cannot be read, or has errors.
    """
    with collector_at_rest():
        loaded = load(events)
        return Read(events, loaded.timeline or load_timeline(events), loaded.event_lines, loaded.event_files)


def prepare(
    found: Read, address: Address, *, today: dt.date, candidates: bool = False, languages: Iterable[str] = ()
) -> Publication:
    """Render all pages of a timeline.

    Args:
        found: The timeline.
        address: The site around it.
        today: The day of the build.
        candidates: Whether candidates are shown, marked as such.
        languages: The languages in which it is published beside its own.

    Returns:
        The publication.

    Raises:
        SiteError: Two pages would stand at one address.
    """
    with collector_at_rest():
        site = SiteInfo(
            url=address.url,
            name=address.name,
            today=today,
            edit_base=address.edit_base,
            issues_url=address.issues_url,
            candidates=candidates,
            events_path=address.events_path,
            lines=found.lines,
            files=found.files,
            method_path=address.method_path,
            share_images=address.share_images,
            pictures=found.pictures,
        )
        every = editions(found.timeline, site, languages, methods=address.methods)
        files, held = Depot(), Depot()
        parts = [_render(edition, every, address.url, files, held) for edition in every]
    publication = replace(
        parts[0],
        pages=tuple(chain(parts[0].pages, *(part.all_pages for part in parts[1:]))),
        editions=every,
        share_images=tuple(chain.from_iterable(part.share_images for part in parts)),
    )
    _check_paths(publication, found.path)
    return publication


def _render(edition: Edition, every: tuple[Edition, ...], url: str, files: Depot, held: Depot) -> Publication:
    """One edition, each page and file at its place under the site's root."""
    atlas = Atlas(edition.timeline, edition.site)
    first = placed(home(atlas), edition, every, url)
    others = tuple(_without_content(placed(page, edition, every, url), held) for page in pages(atlas))
    for path, content in all_files(atlas):
        files.put(edition.path(path), content)
    images = tuple(replace(image, path=edition.path(image.path)) for image in share_images(atlas))
    return Publication(first, others, files, len(atlas.shown), share_images=images, held=held)


def _without_content(page: Page, held: Depot) -> Page:
    """A page without what it holds, which is put away, unless there is but one of its kind."""
    if kind_of(page).single:
        return page
    held.put(page.path, marshal.dumps((page.content, page.head)))
    return replace(page, content="", head="")


def _check_paths(publication: Publication, events: Path) -> None:
    """Refuse to publish two pages at one address, of which only the last would be seen, or a file at a page's."""
    taken = Counter(page.path for page in publication.pages)
    if twice := [path for path, count in taken.items() if count > 1]:
        raise SiteError(
            f"two pages would stand at {twice[0]}",
            where=str(events),
            todo="give each event an id and aliases that no other has: dateline check finds them",
        )
    if there := next((path for path in publication.files if f"{path}/" in taken), None):
        raise SiteError(
            f"a page and a file of data would both stand at {there}",
            where=str(events),
            todo="give what the page is of an id that does not end in .json",
        )


def check_free(publication: Publication, taken: Mapping[str, str], docs: str) -> None:
    """Refuse to write over what people wrote, or to need a folder where they have a file.

    Args:
        publication: What is to be published.
        taken: The files of the docs folder, by where they stand under the site's root.
        docs: The docs folder, for the message.

    Raises:
        SiteError: One stands where a page or a file of the timeline goes.
    """
    # A page of which there is only one of its kind is held against the docs folder with its shell.
    pages = (f"{page.path}index.html" for page in publication.pages if not kind_of(page).single)
    others = chain(publication.files, (image.path for image in publication.share_images))
    for path in chain(pages, others):
        for place in (path, *map(str, PurePosixPath(path).parents)):
            if place in taken:
                raise SiteError(
                    f"this file stands where the timeline's own goes: {path}",
                    where=f"{docs}/{taken[place]}",
                    todo="give it another name",
                )
