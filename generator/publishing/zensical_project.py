"""The site as a project of Zensical: what MkDocs would render, in a folder of its own.

Zensical reads `mkdocs.yml` and Material's templates, but runs no plugin of ours. So all that the plugin would add while
MkDocs renders stands in the project as files: the shells as Markdown, the assets, our versions of the theme's parts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import yaml
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.utils.meta import get_data

from generator.errors import SiteError
from generator.publishing import slots
from generator.publishing.embedding.markdown_extension import NAME, DatelineExtension
from generator.publishing.embedding.shelf import OWN
from generator.publishing.slots import HOME, Kind
from generator.publishing.theming import SHELLS, metadata

__all__ = ["BEGIN", "CONFIGURATION", "END", "OVERRIDES", "SITE", "Wanted", "write_project"]

CONFIGURATION = "mkdocs.yml"
SITE = "site"
DOCS = "docs"
OVERRIDES = "overrides"

BEGIN, END = (f"<!-- {slots.PREFIX}{name} -->" for name in ("begin", "end"))
"""Around what a shell's page holds for the table of contents alone."""

_STYLE = Path(__file__).parent.parent / "templates" / "zensical" / "search.css"
"""How our search box looks where the theme does not say it."""

_STYLE_ADDRESS = "assets/dateline/zensical.css"

_MESSAGE = re.compile(r"""\b_\((?P<quote>["'])(?P<text>.*?)(?P=quote)\)""")
"""A message in a template of ours. Zensical's templates know no functions of ours."""

_ENGINES_OWN = frozenset({"locale", "static_templates"})
"""What MkDocs adds to a theme's settings for itself."""

_NEEDED = ("attr_list", "toc")
"""The extensions of Markdown by which a shell's headings get their anchors."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the project is made of.

    Attributes:
        config: MkDocs' configuration, as the plugin left it.
        files: MkDocs' files, those of the plugin among them.
        nav: MkDocs' navigation.
        kinds: The kind of each shell, by its Markdown file.
        name_of: What the navigation calls the page of a kind of which there is only one.
        events: The timeline's file.
        translate: A message in the site's language.
        search: Whether there is a search, and whose: `built-in`, `pagefind` or `none`.
        language: The language that the theme speaks.
    """

    config: MkDocsConfig
    files: Files
    nav: Navigation
    kinds: Mapping[str, Kind]
    name_of: Callable[[Kind], str]
    events: Path
    translate: Callable[[str], str]
    search: str
    language: str


def write_project(wanted: Wanted, folder: Path) -> None:
    """Write the project.

    Args:
        wanted: What it is made of.
        folder: An empty folder.

    Raises:
        SiteError: The configuration holds what cannot be written down for Zensical.
    """
    for file in wanted.files:
        if file.inclusion.is_included():  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
            _write(folder / DOCS / file.src_uri, _source_of(file, wanted))
    _write(folder / DOCS / _STYLE_ADDRESS, _STYLE.read_bytes())
    _write_overrides(wanted, folder / OVERRIDES)
    try:
        text = yaml.dump(_configuration(wanted), allow_unicode=True, sort_keys=False)
    except yaml.YAMLError as error:
        what = f"Zensical cannot be told of what the configuration holds: {error}"
        raise SiteError(what, where=str(wanted.config.config_file_path), todo="build with MkDocs") from error
    (folder / CONFIGURATION).write_text(text, encoding="utf-8")


def _source_of(file: File, wanted: Wanted) -> bytes:
    """The content of a file; of a shell the page that Zensical is to render as one."""
    kind = wanted.kinds.get(file.src_uri)
    if kind is None:
        return file.content_bytes
    written, meta = get_data(file.content_string)
    tokens = slots.tokens(kind)
    title = meta.get("title") or escape(wanted.name_of(kind)) if kind.single else tokens["title"]
    meta = metadata(kind, tokens, meta)
    head = yaml.dump(meta, allow_unicode=True, sort_keys=False)
    headings = [f"# {title} {{#{slots.CONTENT_ANCHOR}}}"]
    if kind.toc:
        headings += [f"## {entry.title} {{#{entry.anchor}}}" for entry in slots.toc_tokens()]
    parts = [f"---\n{head}---", BEGIN, *headings, END, *([written] if kind.template == HOME else [])]
    return "\n\n".join(parts).encode()


def _write_overrides(wanted: Wanted, folder: Path) -> None:
    """Our versions of the theme's parts, and the site's own, which may replace them."""
    own = wanted.config.theme.custom_dir
    for source in (SHELLS, *([Path(own)] if own else [])):
        for path in sorted(source.rglob("*")):
            if path.is_file():
                content = path.read_bytes()
                if path.suffix == ".html":
                    content = _template(content.decode(), wanted).encode()
                _write(folder / path.relative_to(source), content)


def _template(text: str, wanted: Wanted) -> str:
    """A template with its messages said, and with what it asks of the plugin at its head."""
    said = _MESSAGE.sub(lambda match: repr(wanted.translate(match["text"])), text)
    known = {"dateline_search": wanted.search, "dateline_folder": ""}
    return "".join(f"{{% set {name} = {value!r} %}}" for name, value in known.items() if name in said) + said


def _configuration(wanted: Wanted) -> dict[str, Any]:
    """What the project's `mkdocs.yml` says."""
    config = wanted.config
    theme = {
        **{key: value for key, value in config.theme.items() if key not in _ENGINES_OWN},
        "name": config.theme.name,
        # “Classic” is what Zensical calls Material's own look, whose templates ours extend.
        "variant": "classic",
        "language": wanted.language,
        "custom_dir": OVERRIDES,
    }
    said = {
        "site_name": config.site_name,
        "site_url": config.site_url or None,
        "site_description": config.site_description,
        "site_author": config.site_author,
        "repo_url": config.repo_url,
        "repo_name": config.repo_name,
        # The theme's button to edit a page would lead from an event to a shell, which is in no repository.
        "edit_uri": "",
        "copyright": config.copyright,
        "docs_dir": DOCS,
        "site_dir": SITE,
        "theme": theme,
        "nav": _nav(wanted.nav.items),
        "plugins": [{"search": {"enabled": wanted.search != "none"}}],
        "markdown_extensions": _extensions(config, wanted.events),
        "extra_css": [_STYLE_ADDRESS, *(str(each) for each in config.extra_css)],
        "extra_javascript": [_script(each) for each in config.extra_javascript],
        "extra": dict(config.extra),
    }
    return {key: value for key, value in said.items() if value is not None}


def _script(each: ExtraScriptValue | str) -> str | dict[str, Any]:
    """A script as the configuration names one."""
    if isinstance(each, str):
        return each
    said = {"path": each.path, "type": each.type or None, "async": each.async_, "defer": each.defer}
    return {key: value for key, value in said.items() if value is not None}


def _extensions(config: MkDocsConfig, events: Path) -> list[dict[str, Any]]:
    """The extensions of Markdown, ours reading the timeline from its file."""
    names = [each for each in config.markdown_extensions if isinstance(each, str)]
    ours = [each for each in config.markdown_extensions if isinstance(each, DatelineExtension)]
    links = ours[0].getConfig("links") if ours else True
    known = [{name: config.mdx_configs.get(name, {})} for name in dict.fromkeys([*names, *_NEEDED])]
    docs = str(Path(config.docs_dir).absolute())
    return [*known, {NAME: {"events": str(events.absolute()), "url": OWN, "links": links, "docs": docs}}]


def _nav(items: Iterable[Any]) -> list[Any]:
    """The navigation as the configuration writes one; with titles, so that none is taken from a shell."""
    return [_nav_item(item) for item in items]


def _nav_item(item: Section | Link | ThemePage) -> dict[str, Any]:
    if isinstance(item, Section):
        return {item.title: _nav(item.children)}
    if isinstance(item, Link):
        return {str(item.title): item.url}
    return {str(item.title): item.file.src_uri}


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
