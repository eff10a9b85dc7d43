"""The theme's own words, direction and navigation, in the language of each page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.utils.templates import TemplateContext

from generator.messages import Tongue, gettext_noop, tongue

__all__ = ["follow", "in_edition", "in_language", "navigation_of", "theme_language"]

_DEFAULT = "en"
"""What the theme speaks where nobody chooses."""

TITLES = (gettext_noop("About"), gettext_noop("How we work"))
"""What navigations often say that no page of ours says elsewhere."""


def theme_language(language: str, theme: Mapping[str, Any], folders: list[str]) -> str:
    """The language in which the theme speaks around a timeline.

    Args:
        language: The timeline's language: `es`, `pt-BR`.
        theme: The theme's settings; its own language is the last resort.
        folders: Where the theme looks for templates.

    Returns:
        The code of a language that the theme speaks, the nearest that there is.
    """
    for code in (language, language.partition("-")[0].lower()):
        if any((Path(folder) / "partials" / "languages" / f"{code}.html").is_file() for folder in folders):
            return code
    return str(theme["language"])


def follow(config: MkDocsConfig, language: str) -> str:
    """Have the theme speak a timeline's language, unless `mkdocs.yml` chose one.

    MkDocs does not tell what was chosen from what is so by default; the theme's default is English.

    Args:
        config: MkDocs' configuration.
        language: The timeline's language.

    Returns:
        The language that the theme speaks.
    """
    if config.theme.get("language") == _DEFAULT:
        config.theme["language"] = theme_language(language, config.theme, config.theme.dirs)
    return str(config.theme.get("language", _DEFAULT))


def navigation_of(nav: Navigation, folder: str, files: Files) -> Navigation:
    """A site's navigation as an edition has it.

    Each page has the page of the same path in the edition's folder in its stead, where there is one; a title that is
    a message of ours is said in the edition's language.

    Args:
        nav: The navigation of the site.
        folder: The edition's folder, which is its language's code.
        files: MkDocs' files.
    """
    words = tongue(folder)
    items = [_in_edition(item, folder, files, words) for item in nav.items]
    found = Navigation(items, [])
    found.pages = [_page_of(page, folder, files) or page for page in nav.pages]
    found.homepage = (_page_of(nav.homepage, folder, files) if nav.homepage else None) or nav.homepage
    return found


def _in_edition(item: StructureItem, folder: str, files: Files, words: Tongue) -> StructureItem:
    if isinstance(item, Section):
        section = Section(
            words.gettext(item.title), [_in_edition(each, folder, files, words) for each in item.children]
        )
        for child in section.children:
            if isinstance(child, Section) or (isinstance(child, ThemePage) and _is_in(child, folder)):
                child.parent = section
        return section
    page = _page_of(item, folder, files) if isinstance(item, ThemePage) else None
    if page is None:
        return item
    given = vars(item).get("title")
    if given and (title := words.gettext(given)) != given:
        page.title = title
    return page


def _page_of(page: ThemePage, folder: str, files: Files) -> ThemePage | None:
    file = files.src_uris.get(f"{folder}/{page.file.src_uri}")
    return file.page if file else None


def _is_in(page: ThemePage, folder: str) -> bool:
    return page.file.src_uri.startswith(f"{folder}/")


def in_language(context: TemplateContext, language: str) -> TemplateContext:
    """What the theme is told, with `_`, by which our versions of its parts say messages in a language."""
    # MkDocs' type knows only of its own variables.
    return cast("TemplateContext", {**context, "_": tongue(language).gettext})


def in_edition(context: TemplateContext, folder: str, nav: Navigation) -> TemplateContext:
    """What the theme is told of a page of an edition.

    Args:
        context: What it would be told of the page at the root.
        folder: The edition's folder.
        nav: The edition's navigation.
    """
    return cast("TemplateContext", {**context, "nav": nav, "dateline_folder": f"{folder}/"})
