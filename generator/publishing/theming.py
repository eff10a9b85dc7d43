"""Where shells meet MkDocs: the pages that it is to render, what they say, and the navigation around them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.errors import ShellError
from generator.publishing.page import TocEntry
from generator.publishing.slots import CONTENT_ANCHOR, HOME, Kind

__all__ = [
    "SHELLS",
    "add_shell",
    "check_templates",
    "dress",
    "metadata",
    "place_in_navigation",
    "show_toc",
    "without_absent",
]

SHELLS = Path(__file__).parent.parent / "templates" / "shells"
"""The templates of the shells, and our own versions of the theme's parts."""

_PART = "partials/actions.html"
"""A part of the theme that every shell includes."""


def check_templates(kinds: Iterable[Kind], folders: Sequence[str]) -> None:
    """Make sure that each kind of page has a template, and the theme those parts that ours include.

    Args:
        kinds: The kinds.
        folders: Where the theme looks for templates.

    Raises:
        ShellError: There is none of that name, or the theme is another.
    """
    if not any((Path(folder) / _PART).is_file() for folder in folders):
        raise ShellError(
            f"the theme has no {_PART}: it is not Material for MkDocs",
            where="mkdocs.yml",
            todo="write “name: material” under theme",
        )
    for name in sorted({f"{kind.template}.html" for kind in kinds}):
        if not any((Path(folder) / name).is_file() for folder in folders):
            raise ShellError(
                "there is no such template among the theme's",
                where=name,
                todo='write one that begins with {% extends "shell.html" %}',
            )


def add_shell(files: Files, kind: Kind, config: MkDocsConfig) -> None:
    """Have MkDocs render a shell, as a page that is in no navigation unless the configuration names it.

    Args:
        files: MkDocs' files.
        kind: The kind of shell. The home page's is `docs/index.md` itself, where there is one.
        config: MkDocs' configuration.

    Raises:
        ShellError: A page of the docs folder stands where the timeline's own page goes.
    """
    if kind.source in files.src_uris:
        if kind.template == HOME:
            return
        raise ShellError(
            "this page stands where the timeline's own page goes",
            where=f"{config.docs_dir}/{kind.source}",
            todo="give it another name",
        )
    files.append(File.generated(config, kind.source, content="", inclusion=InclusionLevel.NOT_IN_NAV))


def dress(page: ThemePage, kind: Kind, values: Mapping[str, str], *, name: str) -> None:
    """Give a page the metadata with which the theme renders it as a shell.

    Args:
        page: The page, after its source was read and before its Markdown is rendered.
        kind: The kind of shell.
        values: For each slot its token, or a page's own value.
        name: What the navigation calls the page, where neither the configuration nor the page's author says it.
    """
    if kind.single and "title" not in vars(page):
        page.title = page.meta.get("title") or escape(name)
    if page.canonical_url:
        page.canonical_url = values["canonical"]
    page.meta = metadata(kind, values, page.meta)


def metadata(kind: Kind, values: Mapping[str, str], given: Mapping[str, Any]) -> dict[str, Any]:
    """The metadata with which the theme renders a page as a shell.

    Args:
        kind: The kind of shell.
        values: For each slot its token, or a page's own value.
        given: The page's own metadata.
    """
    ours = {
        "title": values["title"],
        "description": values["description"],
        "slots": {"head": values["head"], "content": values["content"], "anchor": CONTENT_ANCHOR},
    }
    defaults = {"template": f"{kind.template}.html", "hide": ["navigation", *["toc"] * (not kind.toc)]}
    # What people write on the home page can be searched for; a shell cannot.
    unsearched = {} if kind.template == HOME else {"search": {"exclude": True}}
    return {**defaults, **given, **ours, **unsearched}


def show_toc(page: ThemePage, title: str, entries: Sequence[TocEntry]) -> None:
    """Give a page its table of contents, under a heading that “Skip to content” leads to.

    Args:
        page: The page, after its Markdown was rendered; headings that were written in it follow ours.
        title: The page's title, escaped.
        entries: Its headings; titles and anchors escaped.
    """
    top = AnchorLink(title, CONTENT_ANCHOR, 1)
    top.children = [*(AnchorLink(entry.title, entry.anchor, 2) for entry in entries), *page.toc]
    page.toc = TableOfContents([top])


def without_absent(nav: Any, absent: Iterable[str]) -> Any:  # noqa: ANN401 the configuration's tree, as YAML holds it
    """A configured navigation without the overviews that this timeline does not have.

    Args:
        nav: The value of `nav` in `mkdocs.yml`: lists, mappings and paths, or None.
        absent: The Markdown files of the overviews to leave out.

    Returns:
        The navigation without them, and without sections that are empty because of it.
    """
    gone = frozenset(absent)
    if isinstance(nav, list):
        return [kept for item in nav if (kept := without_absent(item, gone))]
    if isinstance(nav, dict):
        return {title: kept for title, item in nav.items() if (kept := without_absent(item, gone))}
    return None if nav in gone else nav


def place_in_navigation(nav: Navigation, pages: Iterable[ThemePage], folder: str = "") -> None:
    """Say under which page of the navigation each page belongs, so that the theme marks it as the current one.

    What stands in a folder belongs under that folder's overview, and events, which have none, under the timeline.

    Args:
        nav: MkDocs' navigation.
        pages: The shells.
        folder: The folder of the edition whose navigation and shells these are, or empty.
    """
    begin = f"{folder}/" if folder else ""
    tops = {page.file.src_uri: page for page in nav.pages}
    for page in pages:
        section = page.file.src_uri.removeprefix(begin).partition("/")[0]
        top = tops.get(f"{begin}{section}/index.md", nav.homepage)
        if page is not top:
            # MkDocs types a parent as a section; whatever can be marked as active serves.
            page.parent = top  # type: ignore[assignment]
