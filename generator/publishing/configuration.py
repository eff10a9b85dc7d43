"""What `mkdocs.yml` says of a timeline's site: the plugin's options, and the files and addresses that follow."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from generator.messages import LANGUAGES
from generator.publishing.publication import Address
from generator.publishing.search_engine import CHOICES as SEARCHES
from generator.publishing.share_pages import CHOICES as SHARE_IMAGES

__all__ = [
    "CANDIDATES_VARIABLE",
    "DatelineConfig",
    "address_of",
    "cache_of",
    "events_file",
    "font_of",
    "shows_candidates",
    "site_url",
]

CANDIDATES_VARIABLE = "DATELINE_CANDIDATES"
"""Set to 1, it shows candidates whatever the configuration says: how `dateline serve --candidates` asks for them."""

_METHOD = "method"
"""The name of the page on which a site says how its timeline is made."""


class DatelineConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """What `mkdocs.yml` may say under `plugins: - dateline:`."""

    events = options.Type(str, default="data/events.yaml")
    """The timeline's file, relative to `mkdocs.yml`."""

    candidates = options.Type(bool, default=False)
    """Whether candidates, which no person has judged yet, are shown, marked as such."""

    edit_base = options.Type(str, default="")
    """Where the repository's files are edited: `https://github.com/owner/name/edit/main/`. Empty: no edit links."""

    csp = options.Type(bool, default=True)
    """Whether each page says what it may load and run; a site that embeds something of another site needs its own."""

    languages = options.ListOfItems(options.Choice(LANGUAGES), default=[])
    """The languages in which the timeline is published beside its own, each under a folder of its own: `[es, zh]`."""

    issues_url = options.Type(str, default="")
    """Where a reader reports a mistake: `https://github.com/owner/name/issues/new`. Empty: no such link."""

    search = options.Choice(SEARCHES, default="auto")
    """Whose search the site has: the theme's own, Pagefind's, none; or that which its size asks for."""

    share_images = options.Choice(SHARE_IMAGES, default="auto")
    """Which pages have an image of their own for where they are shared: each event's, as long as there are few."""

    share_font = options.Type(str, default="")
    """What these are set in: a font's file, relative to `mkdocs.yml`, or the name of a font of the system."""


def site_url(config: MkDocsConfig) -> str:
    """The site's address with a trailing slash, or empty."""
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""


def events_file(config: MkDocsConfig, said: DatelineConfig) -> Path:
    """The timeline's file, by the shortest name that it has from here."""
    path = _root(config) / said.events
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def font_of(config: MkDocsConfig, said: DatelineConfig) -> str:
    """The font of share images, by its path where it is a file of the site's own; empty where none is named."""
    path = _root(config) / said.share_font
    return str(path) if said.share_font and path.is_file() else said.share_font


def cache_of(config: MkDocsConfig) -> Path:
    """The folder of what is kept from one build to the next."""
    return _root(config) / ".cache" / "dateline"


def shows_candidates(said: DatelineConfig) -> bool:
    """Whether candidates are shown: because the configuration says so, or whoever builds the site."""
    return said.candidates or os.environ.get(CANDIDATES_VARIABLE) == "1"


def address_of(config: MkDocsConfig, said: DatelineConfig) -> Address:
    """Where the site is, and where its readers can turn to."""
    docs = Path(config.docs_dir)
    return Address(
        url=site_url(config),
        name=config.site_name,
        edit_base=said.edit_base,
        issues_url=said.issues_url,
        events_path=Path(said.events).as_posix(),
        share_images=said.share_images,
        method_path=f"{_METHOD}/" if (docs / f"{_METHOD}.md").is_file() else "",
        methods=frozenset(code for code in said.languages if (docs / code / f"{_METHOD}.md").is_file()),
    )


def _root(config: MkDocsConfig) -> Path:
    """The folder of `mkdocs.yml`."""
    return Path(config.config_file_path or "mkdocs.yml").absolute().parent
