"""What a site will consist of before any of it is made: the path of each page and file, and what makes it.

So all paths are known, and checked, before anything is rendered; and any page can be rendered alone, at any time and
in any process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.publishing.page import Page

__all__ = ["FileDraft", "PageDraft", "made"]


@dataclass(frozen=True, slots=True)
class FileDraft:
    """A file of the site that is no page, and can be made.

    Attributes:
        path: Where it stands, relative to the site's root.
        make: Makes its content; the same each time.
    """

    path: str
    make: Callable[[], bytes]


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
    """

    path: str
    make: Callable[[], Page]
    shell: str
    has_toc: bool = False
    has_edit: bool = False
    folder: str = ""


def made(drafts: Iterable[FileDraft]) -> Iterator[tuple[str, bytes]]:
    """The content of each of some files, one at a time, with its path."""
    for draft in drafts:
        yield draft.path, draft.make()
