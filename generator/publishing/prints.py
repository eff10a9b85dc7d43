"""Prints: what tells whether a page or a file can have become another since an earlier build.

Most of a site's files tell of one event, or of one selection, and a print is a digest of all that such a file is made
of. It takes in too much rather than too little: a neighbour's whole entry where a page names its title, so that what a
page shows can change without a change here. What all files are made of is in `common`: where that is another, all are
made anew.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, replace
from functools import cache, cached_property
from hashlib import blake2b
from pathlib import Path

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.drafts import FileDraft, PageDraft
from generator.publishing.publication import Publication
from generator.publishing.report_links import edit_url
from generator.publishing.selection import Selection
from generator.publishing.share_pages import has_images_of_events
from generator.publishing.shells import Shell
from generator.publishing.slots import Kind, kind_of

__all__ = ["Prints", "common"]

_PACKAGE = Path(__file__).parent.parent


class Prints:
    """The prints of what tells of a part of a timeline.

    Args:
        publication: The site as it is planned.
        shells: A shell for each kind among its pages.
    """

    def __init__(self, publication: Publication, shells: Mapping[Kind, Shell]) -> None:
        folders = (edition.folder for edition in publication.editions)
        self._editions = {folder: _Edition(atlas) for folder, atlas in zip(folders, publication.atlases, strict=True)}
        self._shells = {kind: _digest([repr(shell)]) for kind, shell in shells.items()}

    def of(self, draft: PageDraft | FileDraft) -> str:
        """The print of a page or a file; empty where it tells of the whole timeline, or has no shell."""
        if draft.of is None:
            return ""
        edition = self._editions[draft.folder]
        print_ = edition.print_of(draft.of)
        if isinstance(draft, FileDraft):
            return print_
        # Of all that tells of an event only its page says at which line the event stands.
        edit = edit_url(draft.of, edition.site) if isinstance(draft.of, Event) else ""
        shell = self._shells.get(kind_of(draft), "")
        return _digest([print_, shell, edit]) if shell else ""


def common(publication: Publication, *, searched: bool) -> str:
    """A digest of what all pages and files are made of: this program, the site, and the timeline but for its events.

    Args:
        publication: The site as it is planned.
        searched: Whether readers can search, so that what they find is listed.
    """
    return _digest([sys.version, *_libraries(), _program(), str(searched), *_around(publication.atlases)])


def _around(atlases: Iterable[Atlas]) -> Iterator[str]:
    """What is around the events of each edition; of the site all but what is of one event."""
    for atlas in atlases:
        yield atlas.timeline.model_dump_json(exclude={"events", "sources"})
        yield repr(replace(atlas.site, lines={}, files={}, pictures=None))
        yield repr((atlas.site.pictures is None, has_images_of_events(atlas)))


def _libraries() -> list[str]:
    """What is installed, and in which version: by the names of the folders that say so."""
    found: list[str] = []
    for folder in sys.path:
        with suppress(OSError):  # an archive, or nothing at all
            found += (name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))  # noqa: PTH208 only their names matter
    return sorted(found)


@cache
def _program() -> str:
    """A digest of the package's own files: code, templates and messages."""
    digest = blake2b()
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(_PACKAGE).as_posix().encode())
            digest.update(blake2b(path.read_bytes()).digest())
    return digest.hexdigest()


class _Edition:
    """The prints of the events and selections of one edition."""

    def __init__(self, atlas: Atlas) -> None:
        self.site = atlas.site
        self._atlas = atlas
        self._entries: dict[str, str] = {}
        self._in_lists: dict[str, str] = {}
        self._sources: dict[str, str] = {}
        self._prints: dict[int, str] = {}

    def print_of(self, subject: Event | Selection) -> str:
        """The print of all that tells of an event or a selection."""
        # An event cannot be hashed; both live as long as the atlas.
        key = id(subject)
        if key not in self._prints:
            parts = self._of_event(subject) if isinstance(subject, Event) else self._of_selection(subject)
            self._prints[key] = _digest(parts)
        return self._prints[key]

    def _of_event(self, event: Event) -> Iterator[str]:
        """An event, what it stands between, and what is related to it."""
        yield self._in_list(event)
        if event.id not in self._atlas.positions:
            return
        for other in self._atlas.neighbours(event):
            yield self._entry(other) if other else ""
        # What they are to each other stands in one of their entries.
        yield from (self._entry(relation.event) for relation in self._atlas.relations(event))

    def _of_selection(self, selection: Selection) -> Iterator[str]:
        """A selection and its events, of which each takes in its sources; and the years beside a year."""
        yield from (repr(getattr(selection, each.name)) for each in fields(selection) if each.name != "events")
        yield from map(self._in_list, selection.events)
        if selection.kind == "year":
            yield repr(self._beside[selection.key])

    @cached_property
    def _beside(self) -> dict[str, tuple[str, str]]:
        """For each year that before it and that after it, of those in which something happens; empty at the ends."""
        keys = ["", *(year.key for year in self._atlas.selections["year"]), ""]
        return {key: (before, after) for before, key, after in zip(keys, keys[1:], keys[2:], strict=False)}

    def _in_list(self, event: Event) -> str:
        """What an event is in any list: its entry, its sources, which related events are shown, what begins with it."""
        key = event.id or ""
        if key not in self._in_lists:
            cited = dict.fromkeys(citation.source for citation in event.citations)
            self._in_lists[key] = _digest(
                [
                    self._entry(event),
                    *map(self._source, cited),
                    repr([related.id in self._atlas.shown_ids for related in event.related]),
                    *self._begun.get(key, ()),
                ]
            )
        return self._in_lists[key]

    @cached_property
    def _begun(self) -> dict[str, list[str]]:
        """The named stretches of time that begin with each event."""
        found: dict[str, list[str]] = {}
        for period, first in self._atlas.first_of_period:
            found.setdefault(first.id or "", []).append(period.model_dump_json())
        return found

    def _entry(self, event: Event) -> str:
        """An event's own entry, and its picture."""
        key = event.id or ""
        if key not in self._entries:
            picture = (self.site.pictures or {}).get(event.media.file) if event.media else None
            self._entries[key] = _digest([event.model_dump_json(), repr(picture)])
        return self._entries[key]

    def _source(self, key: str) -> str:
        """A source, and those that it goes back to."""
        if key not in self._sources:
            self._sources[key] = _digest(self._traced(key))
        return self._sources[key]

    def _traced(self, key: str) -> Iterator[str]:
        seen: set[str] = set()
        following: str | None = key
        while following and following not in seen:
            seen.add(following)
            source = self._atlas.timeline.sources.get(following)
            yield following
            yield source.model_dump_json() if source else ""
            following = source.original if source else None


def _digest(parts: Iterable[str]) -> str:
    digest = blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        # With its length, so that no two lists of parts read alike.
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()
