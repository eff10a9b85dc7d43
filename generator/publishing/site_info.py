"""What the pages need to know of the site that they will stand in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from generator.publishing.pictures import PictureFile

__all__ = ["SiteInfo"]


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """The site around the timeline: where it is, and where its readers can turn to.

    Attributes:
        url: The site's root with a trailing slash, or empty where it is not known; pages link relatively anyway.
        name: The site's name.
        today: The day of the build. Nothing here reads the clock.
        edit_base: The address under which the repository's files are edited, with a trailing slash, such as
            `https://github.com/owner/name/edit/main/`, or empty.
        issues_url: Where a new issue is opened, such as `https://github.com/owner/name/issues/new`, or empty.
        candidates: Whether candidates are shown, marked as such.
        events_path: The timeline's file within the repository.
        lines: The line at which each event begins in its file, by its id, from 1.
        files: The file of each event, from the folder of that file, where the timeline stands in several.
        method_path: The page that says how the timeline is made, relative to the site's root, or empty.
        shared: What leads from the root to the files that no language has of its own: `../` within the folder of an
            edition, which is then the root; else nothing.
        languages: The language of each edition and the folder that it stands in, where there is more than one.
        share_images: Which pages have a share image of their own: `auto`, `all`, `site` or `none`.
        pictures: The pictures that can be shown, by what the timeline calls them; None where nobody has looked.
    """

    url: str
    name: str
    today: dt.date
    edit_base: str = ""
    issues_url: str = ""
    candidates: bool = False
    events_path: str = "data/events.yaml"
    lines: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    files: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    method_path: str = "method/"
    shared: str = ""
    languages: tuple[tuple[str, str], ...] = ()
    share_images: str = "auto"
    pictures: Mapping[str, PictureFile] | None = None
