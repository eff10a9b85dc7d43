"""The slots of a shell: what each is called, what stands for it, and what a page puts into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from generator.publishing.drafts import PageDraft
from generator.publishing.links import absolute
from generator.publishing.page import Page, TocEntry
from generator.publishing.shells import Demand, Shell

__all__ = [
    "CONTENT_ANCHOR",
    "HOME",
    "Kind",
    "demands",
    "fill",
    "is_single",
    "kind_of",
    "toc_tokens",
    "toc_values",
    "tokens",
    "values",
]

PREFIX = "dateline-slot-"
"""Begins each token: plain ASCII, so that the theme carries it unchanged into titles, addresses and attributes."""

CONTENT_ANCHOR = "content_"
"""The id of the element around a page's content: what “Skip to content” leads to. No event's id has an underscore,
while one may well be “content”."""

HOME = "home"
"""The kind of the home page, whose shell is `docs/index.md`: a page that people write too."""

NO_INDEX = '<meta name="robots" content="noindex">'


@dataclass(frozen=True, slots=True, order=True)
class Kind:
    """What decides which shell a page goes into: pages of one kind share everything that the theme makes.

    Attributes:
        template: The kind of page, which names the template: `event`, `listing`, …
        folder: The folder that the page's own stands in: `events`; for the overview at the top of a section that
            section, and empty for the home page.
        single: Whether only one page can be of this kind: the home page and the overviews.
        toc: Whether it has a table of contents.
        edit: Whether it has a link to where it can be edited.
        edition: The folder of the edition that it is in, or empty.
    """

    template: str
    folder: str
    single: bool
    toc: bool
    edit: bool
    edition: str = ""

    @property
    def source(self) -> str:
        """The Markdown file that the theme is to believe the shell comes from, relative to the docs folder."""
        name = f"{PREFIX}{self.template}" + "-toc" * self.toc + "-edit" * self.edit
        return "/".join([*filter(None, [self.folder]), "index.md" if self.single else f"{name}.md"])


def kind_of(page: Page | PageDraft) -> Kind:
    """The kind of shell that a page goes into, or will go into."""
    path = page.path.rstrip("/")
    single = is_single(page)
    folder = path if single else path.rpartition("/")[0]
    return _kind(page.shell, folder, single, page.has_toc, page.has_edit, page.folder)


def is_single(page: Page | PageDraft) -> bool:
    """Whether only one page can be of a page's kind."""
    return "/" not in page.path.rstrip("/").removeprefix(f"{page.folder}/")


_kind = lru_cache(maxsize=1 << 10)(Kind)
"""The same few for all pages of a site."""


def tokens(kind: Kind) -> dict[str, str]:
    """For each slot of a kind's shell the token that stands for it."""
    names = ["title", "description", "canonical", "head", "content", *["edit"] * kind.edit]
    return {name: PREFIX + name for name in names}


def toc_tokens() -> tuple[TocEntry, TocEntry]:
    """Two headings that stand for however many a page has."""
    first, second = (TocEntry(f"{PREFIX}toc-anchor-{n}", f"{PREFIX}toc-title-{n}") for n in (1, 2))
    return first, second


def demands(kind: Kind, *, addressed: bool) -> dict[str, Demand]:
    """How often each slot must stand in a kind's shell.

    Args:
        kind: The kind.
        addressed: Whether the site's address is known, so that pages have a canonical one.

    Returns:
        For each slot its token and its numbers.
    """
    once = {"content", "head"}
    # Without the feature `content.action.edit` the theme shows no edit link.
    optional = {"edit"} if addressed else {"edit", "canonical"}
    wanted = {
        name: Demand(token, at_least=0 if name in optional else 1, at_most=1 if name in once else None)
        for name, token in tokens(kind).items()
    }
    if kind.toc:
        for number, entry in enumerate(toc_tokens(), start=1):
            wanted[f"anchor-{number}"] = Demand(entry.anchor)
            wanted[f"title-{number}"] = Demand(entry.title)
    return wanted


def values(page: Page, site_url: str) -> dict[str, str]:
    """For each slot what a page puts there, escaped: the theme escapes nothing.

    Plain text is escaped for attributes too, as the theme shows the same text in both.

    Args:
        page: The page.
        site_url: The site's address with a trailing slash, or empty where shells have no canonical address.

    Returns:
        The values by the names of their slots.
    """
    return {
        "title": escape(page.title),
        "description": escape(page.description),
        # What leads on to another address is for that address to be listed.
        "head": page.head if page.indexed or page.canonical else NO_INDEX + page.head,
        "content": page.content,
        "edit": escape(page.edit_url),
        "canonical": escape(absolute(site_url, page.canonical or page.path)),
    }


def toc_values(page: Page) -> list[Mapping[str, str]]:
    """For each heading of a page its anchor and its title, escaped."""
    return [{"anchor": escape(entry.anchor), "title": escape(entry.title)} for entry in page.toc]


def fill(shell: Shell, page: Page, site_url: str) -> str:
    """A page in its shell."""
    return shell.fill(values(page, site_url), toc_values(page))
