"""The MkDocs plugin: with it, `mkdocs build` and `mkdocs serve` give the whole site.

Each hook hands over to plain code. What it keeps between hooks is the publication, and the shells that the theme
rendered for it.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import cast

from jinja2 import Environment
from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.utils import get_build_datetime
from mkdocs.utils.templates import TemplateContext

from generator.errors import DatelineError, FaultyTimelineError
from generator.messages import LANGUAGES, tongue
from generator.publishing import slots
from generator.publishing.assets import ASSETS, find_assets
from generator.publishing.csp import with_policy
from generator.publishing.output import check_folder, complete, write_files, write_pages
from generator.publishing.overviews import SECTIONS
from generator.publishing.page import Page
from generator.publishing.pictures import PictureFile, look_at, thumbnails
from generator.publishing.publication import Address, Publication, Read, prepare, read
from generator.publishing.search_engine import CHOICES as SEARCHES
from generator.publishing.search_engine import Engine, choose
from generator.publishing.share_cache import drawn
from generator.publishing.share_pages import CHOICES as SHARE_IMAGES
from generator.publishing.shells import Shell, cut
from generator.publishing.slots import Kind, kind_of
from generator.publishing.theme_language import follow, in_edition, navigation_of, search_settings, theme_language
from generator.publishing.theming import (
    SHELLS,
    add_shell,
    check_templates,
    dress,
    place_in_navigation,
    search_theme_itself_too,
    show_toc,
    without_absent,
)
from generator.publishing.typeface import Typeface

__all__ = ["CANDIDATES_VARIABLE", "DatelineConfig", "DatelinePlugin"]

CANDIDATES_VARIABLE = "DATELINE_CANDIDATES"
"""Set to 1, it shows candidates whatever the configuration says: how `dateline serve --candidates` asks for them."""


SEARCH = "material/search"
"""The theme's plugin that makes its search index, as it is called wherever `search` is named under Material."""


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


class DatelinePlugin(BasePlugin[DatelineConfig]):  # type: ignore[no-untyped-call]  # the same
    """Renders the timeline into shells that the theme makes.

    Attributes:
        found: The timeline as its file has it.
        language: The language that the theme speaks at the site's root.
        publication: What is published, from the moment that a build begins.
        navigations: The navigation of each edition in another language, by its folder.
        search_settings: How the theme searches in each of them, by its folder.
        kinds: The kind of each shell, by the Markdown file that MkDocs takes it for.
        samples: A page of each kind: of those of which there is only one, that one.
        shells: The shells that the theme has rendered so far.
        engine: Whose search the site has.
        typeface: What share images are set in.
        pictures: The pictures of events that can be shown.
    """

    found: Read
    language: str
    publication: Publication
    navigations: dict[str, Navigation]
    search_settings: dict[str, dict[str, object]]
    kinds: dict[str, Kind]
    samples: dict[Kind, Page]
    shells: dict[Kind, Shell]
    engine: Engine
    typeface: Typeface
    pictures: dict[str, PictureFile]

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002 MkDocs' signature
        """Refuse what cannot give a whole site."""
        if dirty:
            raise PluginError("a dirty build leaves pages of the timeline out: run MkDocs without --dirty")

    # First, so that other plugins find the theme speaking the timeline's language.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add our templates, style sheets and scripts, watch what the timeline is made of, and speak its language."""
        if not config.use_directory_urls:
            raise PluginError("the timeline's addresses end in a slash: remove “use_directory_urls: false”")
        logging.getLogger("mkdocs.commands.build").addFilter(IN_SILENCE)
        # After the site's own templates, which may replace ours, and before the theme's.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(SHELLS))
        assets = find_assets()
        config.extra_css.extend(assets.styles)
        config.extra_javascript.extend(assets.scripts)
        config.watch.extend(str(path) for path in (self.events_file(config), SHELLS, ASSETS) if path.exists())
        with _said_by_mkdocs():
            self.found = read(self.events_file(config))
        self.navigations = {}
        self.language = follow(config, self.found.timeline.timeline.language)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Render the timeline's pages: MkDocs empties the site's folder next, and what is wrong must be said before."""
        with _said_by_mkdocs():
            check_folder(Path(config.site_dir), self.events_file(config))
            self.pictures = self._look_at_pictures(config)
            self.publication = self._prepare(config)
            searched = config.plugins.get(SEARCH)
            self.engine = choose(self.config.search, self.publication.events, asked_for=searched is not None)
            if searched and self.engine == "none":
                searched.config["enabled"] = False
            self.typeface = Typeface(self._font(config))
            self.typeface.check()

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Have the theme render a shell for each kind of page."""
        with _said_by_mkdocs():
            self.shells = {}
            self.samples = {kind_of(page): page for page in self.publication.all_pages}
            self.kinds = {kind.source: kind for kind in self.samples}
            check_templates(self.kinds.values(), config.theme.dirs)
            for kind in self.kinds.values():
                add_shell(files, kind, config)
        for address, content in find_assets().files.items():
            files.append(File.generated(config, address, content=content))
        absent = [f"{section}/index.md" for section in SECTIONS]
        config.nav = without_absent(config.nav, (source for source in absent if source not in files.src_uris))
        return files

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        """Give each shell its place in the navigation of its edition."""
        self.navigations = {folder: navigation_of(nav, folder, files) for folder in self.publication.folders}
        for folder, own in {"": nav, **self.navigations}.items():
            sources = [source for source, kind in self.kinds.items() if kind.edition == folder]
            place_in_navigation(own, [page for source in sources if (page := files.src_uris[source].page)], folder)
        return nav

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Let our versions of the theme's parts include theirs, and know whose search it is."""
        search_theme_itself_too(env, config.theme.dirs)
        spoken = {each: theme_language(each, config.theme, config.theme.dirs) for each in self.publication.folders}
        self.search_settings = {folder: search_settings(env, code) for folder, code in spoken.items()}
        env.globals["dateline_search"] = self.engine
        return env

    def on_page_markdown(self, markdown: str, /, *, page: ThemePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put tokens where the theme takes a page's title and description from."""
        if kind := self.kinds.get(page.file.src_uri):
            dress(page, kind, slots.tokens(kind), name=self.samples[kind].title)
        return markdown

    def on_page_content(self, html: str, /, *, page: ThemePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put tokens where the theme takes the table of contents and the edit link from."""
        if kind := self.kinds.get(page.file.src_uri):
            tokens = slots.tokens(kind)
            show_toc(page, tokens["title"], slots.toc_tokens() if kind.toc else ())
            page.edit_url = tokens.get("edit")
        return html

    def on_page_context(
        self,
        context: TemplateContext,
        /,
        *,
        page: ThemePage,
        config: MkDocsConfig,
        nav: Navigation,  # noqa: ARG002
    ) -> TemplateContext:
        """Have the theme, and our versions of its parts, speak the language of the page's edition."""
        folder = page.file.src_uri.partition("/")[0]
        language = folder if folder in self.navigations else self.found.timeline.timeline.language
        # MkDocs' type knows only of its own variables.
        cast("dict[str, object]", context)["_"] = tongue(language).gettext
        if folder not in self.navigations:
            config.theme["language"] = self.language
            return context
        config.theme["language"] = theme_language(folder, config.theme, config.theme.dirs)
        return in_edition(context, page, folder, self.navigations[folder])

    def on_template_context(
        self,
        context: TemplateContext,
        /,
        *,
        template_name: str,
        config: MkDocsConfig,  # noqa: ARG002
    ) -> TemplateContext:
        """Keep shells out of the sitemap, and say what the page for what is not found says in the site's language."""
        say = tongue(self.found.timeline.timeline.language).gettext
        # MkDocs' type knows only of its own variables.
        cast("dict[str, object]", context)["_"] = say
        if template_name == "sitemap.xml":
            context["pages"] = [file for file in context["pages"] if file.src_uri not in self.kinds]
        return context

    # Last, so that a shell holds what other plugins do to a page.
    @event_priority(-100)
    def on_post_page(self, output: str, /, *, page: ThemePage, config: MkDocsConfig) -> str:
        """Cut a shell; the page of which there is only one is filled at once, the others have no page of their own."""
        html = self._with_policy(output)
        kind = self.kinds.get(page.file.src_uri)
        if not kind:
            return html
        with _said_by_mkdocs():
            demands = slots.demands(kind, addressed=bool(config.site_url))
            shell = self.shells[kind] = cut(html, demands, template=f"{kind.template}.html")
        return slots.fill(shell, self.samples[kind], _site_url(config)) if kind.single else ""

    @event_priority(-100)
    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Give the page for what is not found its policy, like any other."""
        return self._with_policy(output_content) if template_name.endswith(".html") else output_content

    # Last, so that the search index is already there.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the timeline's pages and files, and complete what MkDocs wrote."""
        site = Path(config.site_dir)
        pages = (page for page in self.publication.pages if not kind_of(page).single)
        with _said_by_mkdocs():
            write_pages(pages, self.shells, site, _site_url(config))
            write_files(self.publication.files, site)
            write_files(drawn(self.publication.share_images, self.typeface, self._cache(config) / "share"), site)
            write_files(thumbnails(self.pictures.values(), self._cache(config) / "pictures"), site)
            complete(
                self.publication,
                site,
                _site_url(config),
                pagefind=self.engine == "pagefind",
                settings=self.search_settings,
            )

    def events_file(self, config: MkDocsConfig) -> Path:
        """The timeline's file, by the shortest name that it has from here."""
        path = _root(config) / self.config.events
        return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path

    def _with_policy(self, html: str) -> str:
        return with_policy(html, wasm=self.engine == "pagefind") if self.config.csp else html

    def _font(self, config: MkDocsConfig) -> str:
        """The font that the configuration names, by its path where it is a file of the site's own."""
        path = _root(config) / self.config.share_font
        return str(path) if self.config.share_font and path.is_file() else self.config.share_font

    def _cache(self, config: MkDocsConfig) -> Path:
        return _root(config) / ".cache" / "dateline"

    def _prepare(self, config: MkDocsConfig) -> Publication:
        docs = Path(config.docs_dir)
        address = Address(
            url=_site_url(config),
            name=config.site_name,
            edit_base=self.config.edit_base,
            issues_url=self.config.issues_url,
            events_path=Path(self.config.events).as_posix(),
            share_images=self.config.share_images,
            method_path="method/" if (docs / "method.md").is_file() else "",
            methods=frozenset(code for code in self.config.languages if (docs / code / "method.md").is_file()),
        )
        candidates = self.config.candidates or os.environ.get(CANDIDATES_VARIABLE) == "1"
        # MkDocs' clock, which SOURCE_DATE_EPOCH sets, so that all of the site is of one day.
        today = get_build_datetime().date()
        found = replace(self.found, pictures=self.pictures)
        return prepare(found, address, today=today, candidates=candidates, languages=self.config.languages)

    def _look_at_pictures(self, config: MkDocsConfig) -> dict[str, PictureFile]:
        events = self.found.timeline.events
        return look_at(events, Path(config.docs_dir), self.found.lines, self.events_file(config))


def _root(config: MkDocsConfig) -> Path:
    """The folder of `mkdocs.yml`."""
    return Path(config.config_file_path or "mkdocs.yml").absolute().parent


def _site_url(config: MkDocsConfig) -> str:
    return f"{config.site_url.rstrip('/')}/" if config.site_url else ""


class _ShellsInSilence(logging.Filter):
    """Keeps MkDocs from telling that a shell gave no page, which is as it should be."""

    def filter(self, record: logging.LogRecord) -> bool:
        return not (record.levelno == logging.INFO and f"/{slots.PREFIX}" in record.getMessage())


IN_SILENCE = _ShellsInSilence()


@contextmanager
def _said_by_mkdocs() -> Iterator[None]:
    """Let MkDocs end with our message, without a traceback."""
    try:
        yield
    except DatelineError as error:
        faults = error.faults if isinstance(error, FaultyTimelineError) else ()
        raise PluginError("\n".join([*faults, str(error)])) from error
