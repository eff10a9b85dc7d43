"""Everything that is to be published: all paths, and what makes the page or file at each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from generator.curating.load import Loaded, load, load_timeline
from generator.curating.nodes import collector_at_rest
from generator.errors import SiteError
from generator.model import Timeline
from generator.publishing.atlas import Atlas
from generator.publishing.drafts import FileDraft, PageDraft
from generator.publishing.editions import Edition, editions, placed
from generator.publishing.pages import files as all_files
from generator.publishing.pages import home
from generator.publishing.pages import pages as all_pages
from generator.publishing.pictures import PictureFile
from generator.publishing.share_pages import ShareImage, share_images
from generator.publishing.site_info import SiteInfo
from generator.publishing.slots import is_single

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
    """The whole site: every path, and what makes the page or file there, at any time.

    Attributes:
        pages: Every page by its path, the home page (whose path is empty) first.
        files: Every file that is no page, by its path under the site's root.
        events: How many events it shows.
        editions: The timeline in each of its languages, the first of them its own.
        share_images: The share images that the pages name, not yet drawn.
        atlases: What the pages of each edition are made of.
    """

    pages: Mapping[str, PageDraft]
    files: Mapping[str, FileDraft]
    events: int
    editions: tuple[Edition, ...] = ()
    share_images: tuple[ShareImage, ...] = ()
    atlases: tuple[Atlas, ...] = ()

    def let_go(self) -> None:
        """Forget what was kept to be used again; it is made anew where it is asked for."""
        for atlas in self.atlases:
            atlas.let_go()

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


def read(events: Path, load: Callable[[Path], Loaded] = load) -> Read:
    """Read a timeline's file.

    Args:
        events: The file.
        load: Loads it: `Reloader.load` where it is read again after each change.

    Raises:
        TimelineFileError: The file cannot be read, or has errors.
    """
    with collector_at_rest():
        loaded = load(events)
        return Read(events, loaded.timeline or load_timeline(events), loaded.event_lines, loaded.event_files)


def prepare(
    found: Read, address: Address, *, today: dt.date, candidates: bool = False, languages: Iterable[str] = ()
) -> Publication:
    """Plan all pages and files of a timeline; none is rendered yet.

    Args:
        found: The timeline.
        address: The site around it.
        today: The day of the build.
        candidates: Whether candidates are shown, marked as such.
        languages: The languages in which it is published beside its own.

    Returns:
        The publication.

    Raises:
        SiteError: Two pages would stand at one address, or a file at a page's.
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
        return _planned(every, address.url, found.path)


def _planned(every: tuple[Edition, ...], url: str, events: Path) -> Publication:
    """All editions, each page and file at its place under the site's root."""
    pages: dict[str, PageDraft] = {}
    files: dict[str, FileDraft] = {}
    images: list[ShareImage] = []
    atlases = tuple(Atlas(edition.timeline, edition.site) for edition in every)
    for edition, atlas in zip(every, atlases, strict=True):
        for draft in (home(atlas), *all_pages(atlas)):
            page = placed(draft, edition, every, url)
            if page.path in pages:
                raise SiteError(
                    f"two pages would stand at {page.path}",
                    where=str(events),
                    todo="give each event an id and aliases that no other has: dateline check finds them",
                )
            pages[page.path] = page
        for file in all_files(atlas):
            path = edition.path(file.path)
            files[path] = _placed_file(file, path, edition.folder) if edition.folder else file
        images += (replace(image, path=edition.path(image.path)) for image in share_images(atlas))
    if there := next((path for path in files if f"{path}/" in pages), None):
        raise SiteError(
            f"a page and a file of data would both stand at {there}",
            where=str(events),
            todo="give what the page is of an id that does not end in .json",
        )
    return Publication(pages, files, len(atlases[0].shown), every, tuple(images), atlases)


def _placed_file(file: FileDraft, path: str, folder: str) -> FileDraft:
    return replace(file, path=path, kin=f"{folder}/{file.kin}", folder=folder)


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
    pages = (f"{page.path}index.html" for page in publication.pages.values() if not is_single(page))
    free: set[str] = set()
    for path in chain(pages, publication.files, (image.path for image in publication.share_images)):
        place, folder = path, path.rpartition("/")[0]
        # Where a folder was looked at, those above it were too.
        while place:
            if place in taken:
                raise SiteError(
                    f"this file stands where the timeline's own goes: {path}",
                    where=f"{docs}/{taken[place]}",
                    todo="give it another name",
                )
            if folder in free:
                break
            free.add(folder)
            place, folder = folder, folder.rpartition("/")[0]
