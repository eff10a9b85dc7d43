"""What a site will consist of before any of it is made: the path of each page and file, and what makes it.

So all paths are known, and checked, before anything is rendered; and any page can be rendered alone, at any time and
in any process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.publishing.page import Page

if TYPE_CHECKING:
    from generator.model import Event
    from generator.publishing.selection import Selection

__all__ = ["FileDraft", "PageDraft", "among", "made"]

_NEAR = 200
"""So many of a kind are made together: few enough that their parts take little memory, and that work can be shared."""


@dataclass(frozen=True, slots=True)
class FileDraft:
    """A file of the site that is no page, and can be made.

    Attributes:
        path: Where it stands, relative to the site's root.
        make: Makes its content; the same each time.
        kin: A name that it shares with what is best made together with it, of the same parts.
        of: What it tells of, and nothing else of the timeline but what `prints` says; None where it tells of the whole.
        folder: The folder of its edition, or empty.
    """

    path: str
    make: Callable[[], bytes]
    kin: str
    of: Event | Selection | None = None
    folder: str = ""


@dataclass(frozen=True, slots=True)
class PageDraft:
    """A page that can be rendered, and what decides which shell it goes into.

    Attributes:
        path: Where it stands, relative to the site's root.
        make: Renders it; the same each time.
        shell: The kind of shell: `event`, `listing`, …
        has_toc: Whether it will have a table of contents.
        has_edit: Whether it will have a link to where it can be edited.
        folder: The folder of its edition, or empty.
        kin: A name that it shares with what is best made together with it, of the same parts.
        title: Its title, of a page of which there is only one of its kind: the navigation names it on all pages.
        of: What it tells of, and nothing else of the timeline but what `prints` says; None where it tells of the whole.
    """

    path: str
    make: Callable[[], Page]
    shell: str
    kin: str
    has_toc: bool = False
    has_edit: bool = False
    folder: str = ""
    title: str = ""
    of: Event | Selection | None = None


def among(kin: str, number: int) -> str:
    """The kin of one of many, of which only those that stand near each other have much in common.

    Args:
        kin: What all of them are.
        number: Its place among them, from 0.
    """
    return f"{kin} {number // _NEAR}"


def made(drafts: Iterable[FileDraft]) -> Iterator[tuple[str, bytes]]:
    """The content of each of some files, one at a time, with its path."""
    for draft in drafts:
        yield draft.path, draft.make()
