"""The MkDocs plugin: with it, `mkdocs build` and `mkdocs serve` give the whole site.

Each hook hands over to plain code. What it keeps between hooks is the publication, and the shells that the theme
rendered for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.utils import get_build_datetime
from mkdocs.utils.templates import TemplateContext

from generator.curating.parts import places_of
from generator.publishing import slots
from generator.publishing.assets import ASSETS, find_assets
from generator.publishing.configuration import (
    DatelineConfig,
    address_of,
    cache_of,
    events_file,
    font_of,
    shows_candidates,
    site_url,
)
from generator.publishing.csp import with_policy
from generator.publishing.embedding.guide import give_way
from generator.publishing.embedding.markdown_extension import NAME, DatelineExtension
from generator.publishing.embedding.shelf import SiteShelf
from generator.publishing.keeping import Keeping
from generator.publishing.making import make_site
from generator.publishing.mkdocs_voice import keep_shells_silent, said_by_mkdocs
from generator.publishing.output import check_folder, complete, write_files
from generator.publishing.overviews import SECTIONS
from generator.publishing.pictures import look_at, thumbnails
from generator.publishing.preview import Preview, makers, on_demand, room_in
from generator.publishing.publication import Publication, Read, check_free, prepare, read
from generator.publishing.search_engine import Engine, choose
from generator.publishing.share_cache import drawn
from generator.publishing.shell_set import ShellSet
from generator.publishing.site_writer import SiteWriter
from generator.publishing.theme_language import (
    follow,
    in_edition,
    in_language,
    navigation_of,
    theme_language,
)
from generator.publishing.theming import (
    SHELLS,
    add_shell,
    check_templates,
    dress,
    place_in_navigation,
    show_toc,
    without_absent,
)
from generator.publishing.typeface import Typeface
from generator.publishing.watching import watch_closely

__all__ = ["DatelineConfig", "DatelinePlugin"]

SEARCH = "material/search"
"""The theme's plugin that makes its search index, as it is called wherever `search` is named under Material."""


class DatelinePlugin(BasePlugin[DatelineConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """Renders the timeline into shells that the theme makes.

    Attributes:
        known: The timeline where it was read before the build, else None.
        found: The timeline as its file has it, and the pictures of its events once they were looked at.
        language: The language that the theme speaks at the site's root.
        publication: What is published, from the moment that a build begins.
        navigations: The navigation of each edition in another language, by its folder.
        shells: What the theme renders our pages into.
        engine: Whose search the site has.
        typeface: What share images are set in.
        shelf: Where the pages that people write find the timeline.
        preview: Makes pages when they are asked for, where the site is served while it is edited; else None.
        keeping: What of an earlier site stays as it is, where the site is to take its place; else None.
    """

    known: Read | None = None
    found: Read
    language: str
    publication: Publication
    navigations: Mapping[str, Navigation]
    shells: ShellSet
    engine: Engine
    typeface: Typeface
    shelf: SiteShelf
    preview: Preview | None = None
    keeping: Keeping | None = None

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Refuse what cannot give a whole site, and prepare for one that is made while it is looked at."""
        self.preview = Preview() if command == "serve" else None
        if dirty:
            raise PluginError("a dirty build leaves pages of the timeline out: run MkDocs without --dirty")

    def on_shutdown(self) -> None:
        """Serve nothing any more: MkDocs keeps a plugin for what is built next in the process."""
        self.preview = None

    # First, so that other plugins find the theme speaking the timeline's language.
    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add our templates, style sheets and scripts, watch what the timeline is made of, and speak its language."""
        if not config.use_directory_urls:
            raise PluginError("the timeline's addresses end in a slash: remove “use_directory_urls: false”")
        keep_shells_silent()
        # After the site's own templates, which may replace ours, and before the theme's.
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(SHELLS))
        assets = find_assets()
        # Before the site's own, which may set our variables anew.
        config.extra_css[:0] = assets.styles
        config.extra_javascript.extend(assets.scripts)
        events = events_file(config, self.config)
        self.shelf = SiteShelf()
        # Where the configuration names the extension itself, its pages still speak of the timeline that is published.
        own = DatelineExtension(self.shelf, **config.mdx_configs.pop(NAME, {}))
        config.markdown_extensions[:] = [*(each for each in config.markdown_extensions if each != NAME), own]  # type: ignore[list-item]  # declared as names alone
        config.watch.extend(str(path) for path in (*places_of(events), SHELLS, ASSETS) if path.exists())
        with said_by_mkdocs():
            self.found = self.known or (read(events, self.preview.load) if self.preview else read(events))
        self.navigations = {}
        self.language = follow(config, self.found.language)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Plan the timeline's pages: MkDocs empties the site's folder next, and what is wrong must be said before."""
        if self.preview:
            self.preview.close()
        with said_by_mkdocs():
            if not self.preview:  # which MkDocs gives a folder of its own, and which writes no home page there
                check_folder(Path(config.site_dir), self.found.path)
            found = self.found
            pictures = look_at(found.timeline.events, Path(config.docs_dir), found.lines, found.path)
            self.found = replace(found, pictures=pictures)
            self.publication = prepare(
                self.found,
                address_of(config, self.config),
                # MkDocs' clock, which SOURCE_DATE_EPOCH sets, so that all of the site is of one day.
                today=get_build_datetime().date(),
                candidates=shows_candidates(self.config),
                languages=self.config.languages,
            )
            self.shells = ShellSet(self.publication.pages.values(), later=self.preview is not None)
            self.shelf.stock(self.publication.editions)
            searched = config.plugins.get(SEARCH)
            self.engine = choose(self.config.search, self.publication.events, asked_for=searched is not None)
            if searched and self.engine == "none":
                searched.config["enabled"] = False
            self.typeface = Typeface(font_of(config, self.config))
            self.typeface.check()

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Have the theme render a shell for each kind of page."""
        give_way(files, self.publication.folders)
        with said_by_mkdocs():
            included = (file for file in files if file.inclusion.is_included())  # type: ignore[no-untyped-call]
            taken = {file.dest_uri: file.src_uri for file in included}
            check_free(self.publication, taken, config.docs_dir)
            check_templates(self.shells.kinds.values(), config.theme.dirs)
            for kind in self.shells.kinds.values():
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
            sources = self.shells.in_edition(folder)
            place_in_navigation(own, [page for source in sources if (page := files.src_uris[source].page)], folder)
        return nav

    def on_env(self, env: Environment, /, *, config: MkDocsConfig, files: Files) -> Environment:  # noqa: ARG002
        """Let our version of the theme's search know whose it is, and the folder of its index outside of editions."""
        env.globals |= {"dateline_search": self.engine, "dateline_folder": ""}
        if self.preview:
            env.bytecode_cache = self.preview.compiled
        return env

    def on_page_markdown(self, markdown: str, /, *, page: ThemePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put tokens where the theme takes a page's title and description from."""
        if kind := self.shells.kinds.get(page.file.src_uri):
            dress(page, kind, slots.tokens(kind), name=self.shells.name_of(kind))
        return markdown

    def on_page_content(self, html: str, /, *, page: ThemePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put tokens where the theme takes the table of contents and the edit link from."""
        if kind := self.shells.kinds.get(page.file.src_uri):
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
        if folder not in self.navigations:
            config.theme["language"] = self.language
            return in_language(context, self.found.language)
        config.theme["language"] = theme_language(folder, config.theme, config.theme.dirs)
        return in_edition(in_language(context, folder), folder, self.navigations[folder])

    def on_template_context(
        self,
        context: TemplateContext,
        /,
        *,
        template_name: str,
        config: MkDocsConfig,  # noqa: ARG002
    ) -> TemplateContext:
        """Keep shells out of the sitemap, and say what the page for what is not found says in the site's language."""
        if template_name == "sitemap.xml":
            context["pages"] = [file for file in context["pages"] if file.src_uri not in self.shells.kinds]
        return in_language(context, self.found.language)

    # Last, so that a shell holds what other plugins do to a page.
    @event_priority(-100)
    def on_post_page(self, output: str, /, *, page: ThemePage, config: MkDocsConfig) -> str:
        """Cut a shell; a page of which there is only one is filled at once, but for a preview."""
        html = self._with_policy(output)
        kind = self.shells.kinds.get(page.file.src_uri)
        with said_by_mkdocs():
            return self.shells.take(html, kind, site_url(config)) if kind else html

    @event_priority(-100)
    def on_post_template(self, output_content: str, /, *, template_name: str, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Give the page for what is not found its policy, like any other."""
        return self._with_policy(output_content) if template_name.endswith(".html") else output_content

    # Last, so that the search index is already there.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the timeline's pages and files, and complete what MkDocs wrote; in a preview, when it is asked for."""
        site, cache, address = Path(config.site_dir), cache_of(config), site_url(config)
        found, searched = self.publication, self.engine != "none"
        folder = room_in(site) if self.preview else site
        writer = SiteWriter(folder, self.shells.rendered, address, searched=searched)
        draw = partial(drawn, typeface=self.typeface, cache=cache / "share")
        finish = partial(
            complete, editions=found.editions, folder=folder, site_url=address, pagefind=self.engine == "pagefind"
        )
        with said_by_mkdocs():
            write_files(thumbnails((self.found.pictures or {}).values(), cache / "pictures"), site)
            if self.preview:
                self.preview.open(makers(found, site, writer.page, draw, finish))
                return
            kept = self.keeping.find(found, self.shells.rendered, searched=searched) if self.keeping else {}
            listed = make_site(found, writer, self.shells.singles, kept)
            if self.keeping:
                self.keeping.note(listed)
            write_files(draw(found.share_images), site)
            finish(listed)

    def on_serve(
        self,
        server: LiveReloadServer,
        /,
        *,
        config: MkDocsConfig,  # noqa: ARG002
        builder: Callable[[], None],  # noqa: ARG002
    ) -> LiveReloadServer:
        """Have the server make what it does not find, and see at once what an editor saves."""
        if self.preview and (app := server.get_app()):
            watch_closely(server.observer, [self.found.path])
            server.set_app(on_demand(app, server.mount_path, self.preview))
        return server

    def _with_policy(self, html: str) -> str:
        # A served page reloads itself by a script that MkDocs puts into it afterwards, another one each time.
        wanted = self.config.csp and not self.preview
        return with_policy(html, wasm=self.engine == "pagefind") if wanted else html
