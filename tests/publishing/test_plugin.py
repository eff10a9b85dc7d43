"""The plugin inside MkDocs, with pages of the tests' own making: what it leaves in the site's folder."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as ThemePage

from generator.model import Timeline
from generator.publishing import plugin as plugin_module
from generator.publishing.csp import with_policy
from generator.publishing.drafts import FileDraft, PageDraft
from generator.publishing.page import Page, SearchEntry, TocEntry
from generator.publishing.plugin import DatelinePlugin
from generator.publishing.publication import Publication, Read
from generator.publishing.slots import kind_of, toc_values, tokens, values
from generator.publishing.theming import dress, place_in_navigation, show_toc

SITE = "https://example.org/timeline/"

CONFIGURATION = """
site_name: A timeline
site_url: https://example.org/timeline/
strict: true
nav:
  - Timeline: index.md
  - Sources: sources/index.md
  - Actors: actors/index.md
  - About: [method.md]
theme:
  name: material
  font: false
  features: [navigation.tabs, content.action.edit]
plugins:
  - search
  - dateline
validation: {nav: {not_found: warn, omitted_files: warn}}
"""

TOC = (TocEntry("dates", "How we know the date"), TocEntry("sources", "“Sources” & quotes"), TocEntry("more", "More"))

HOME = Page(
    "home",
    "",
    "Relations of two countries",
    "Every event with its sources",
    "<h1>Relations</h1><ol><li>A call</li></ol>",
    head='<link rel="alternate" type="application/atom+xml" href="feed.xml">',
    toc=(TocEntry("2022", "2022"),),
    updated=dt.date(2026, 2, 5),
)
PAGES = (
    Page("event", "events/plain/", "Plain", "A plain page", "<h1>Plain</h1>", updated=dt.date(2026, 2, 4)),
    Page(
        "event",
        "events/2022-12-30-звонок/",
        'A <b>“hostile”</b> title & "quotes" dateline-slot-title',
        "Also <hostile> & 'quoted'",
        "<h1>Shown</h1>\n<pre>  kept\n    as it is</pre>",
        head='<script type="application/ld+json">{"a": "b"}</script>',
        toc=TOC,
        edit_url="https://example.org/edit?line=3&plain=1",
        updated=dt.date(2026, 2, 5),
        search=(SearchEntry("events/2022-12-30-звонок/", "A hostile title", "They spoke."),),
    ),
    Page("event", "events/short/", "Short", "With one heading", "<h1>Short</h1>", toc=TOC[:1]),
    Page("listing", "sources/agency-2022/", "Agency", "One source", "<h1>Agency</h1>", toc=TOC[1:]),
    Page(
        "redirect",
        "events/old-name/",
        "Moved",
        "Moved",
        '<a href="../plain/">On</a>',
        indexed=False,
        canonical="events/plain/",
    ),
    Page("overview", "sources/", "All sources", "Every source", "<h1>Sources</h1>", toc=TOC),
)
FILES = {"feed.xml": b"<feed/>", "api/events.json": b"{}"}


def published(*pages: Page, files: Mapping[str, bytes] | None = None) -> Publication:
    """What is published where these are the pages and files."""
    drafts = {path: FileDraft(path, partial(bytes, content), "data") for path, content in (files or {}).items()}
    return Publication({page.path: draft_of(page) for page in pages}, drafts, events=3)


def draft_of(page: Page) -> PageDraft:
    return PageDraft(page.path, lambda: page, page.shell, "pages", page.has_toc, page.has_edit, title=page.title)


@pytest.fixture(autouse=True, scope="module")
def _fixed_day() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1795132800")  # 2026-11-20
        publication = published(HOME, *PAGES, files=FILES)
        patch.setattr(plugin_module, "read", lambda path: Read(path, Timeline(), {}, {}))
        patch.setattr(plugin_module, "prepare", lambda *_args, **_rest: publication)
        yield


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a site's configuration and docs, whose timeline is `HOME`, `PAGES` and `FILES`."""
    return write_project(tmp_path)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that such a project gives, built once."""
    return built(write_project(tmp_path_factory.mktemp("project")))


def write_project(folder: Path) -> Path:
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    docs = folder / "docs"
    docs.mkdir()
    (docs / "index.md").write_text("---\ntitle: Written\n---\n\n## Afterword\n\nPeople wrote this.\n", encoding="utf-8")
    (docs / "method.md").write_text("# Method\n\nSee [home](index.md) and [sources](sources/index.md).\n")
    return folder


def configured(project: Path) -> MkDocsConfig:
    config = load_config(str(project / "mkdocs.yml"), config_file_path=str(project / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    return config


def built(project: Path) -> Path:
    config = configured(project)
    build(config)
    return Path(config.site_dir)


def change(project: Path, old: str, new: str) -> None:
    path = project / "mkdocs.yml"
    path.write_text(path.read_text().replace(old, new))


class Direct(DatelinePlugin):
    """Has the theme render each page by itself, in the same template, with the page's own values."""

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        files = super().on_files(files, config=config)
        for source in self.shells.kinds:
            if source != "index.md":
                files.remove(files.src_uris[source])
        self.by_source = {self._source(page): page for page in (HOME, *PAGES)}
        for source in self.by_source:
            if source != "index.md":
                files.append(File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV))
        return files

    @staticmethod
    def _source(page: Page) -> str:
        path = page.path.rstrip("/")
        return f"{path}.md" if "/" in path else f"{path}/index.md".lstrip("/")

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:  # noqa: ARG002
        place_in_navigation(nav, [files.src_uris[source].page for source in self.by_source])
        return nav

    def on_page_markdown(self, markdown: str, /, *, page: ThemePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        if ours := self.by_source.get(page.file.src_uri):
            address = page.canonical_url
            dress(page, kind_of(ours), values(ours, SITE), name=ours.title)
            if not ours.canonical:
                page.canonical_url = address
        return markdown

    def on_page_content(self, html: str, /, *, page: ThemePage, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        if ours := self.by_source.get(page.file.src_uri):
            entries = [TocEntry(**entry) for entry in toc_values(ours)]
            show_toc(page, values(ours, SITE)["title"], entries)
            page.edit_url = values(ours, SITE)["edit"] or None
        return html

    def on_post_page(self, output: str, /, *, page: ThemePage, config: MkDocsConfig) -> str:  # noqa: ARG002
        return with_policy(output)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        pass


def rendered_directly(project: Path) -> Path:
    config = configured(project)
    for hooks in config.plugins.events.values():
        hooks[:] = [hook for hook in hooks if not isinstance(getattr(hook, "__self__", None), DatelinePlugin)]
    direct = Direct()
    direct.load_config({}, str(project / "mkdocs.yml"))
    config.plugins["direct"] = direct
    config.site_dir = str(project / "direct")
    build(config)
    return project / "direct"


def test_a_filled_page_is_byte_for_byte_what_the_theme_renders_for_it(site: Path, project: Path):
    direct = rendered_directly(project)

    for page in (HOME, *PAGES):
        filled = (site / page.path / "index.html").read_bytes()
        rendered = (direct / page.path / "index.html").read_bytes()
        assert filled.decode() == rendered.decode(), page.path
        assert filled == rendered, page.path


def test_the_test_site_has_a_page_of_each_shape():
    kinds = [kind_of(page) for page in (HOME, *PAGES)]

    assert {kind.template for kind in kinds} == {"home", "event", "listing", "redirect", "overview"}
    assert {(kind.toc, kind.edit) for kind in kinds if kind.template == "event"} == {
        (False, False),
        (True, False),
        (True, True),
    }


def test_no_shell_and_no_token_is_left_in_the_site(site: Path):
    known = {token for page in (HOME, *PAGES) for token in tokens(kind_of(page)).values()} - {"dateline-slot-title"}

    assert not [path for path in site.rglob("*") if "dateline-slot" in path.name]
    for path in site.rglob("*"):
        if path.suffix in {".html", ".xml", ".json"}:
            assert not [token for token in known if token in path.read_text()], path


def test_what_people_wrote_on_the_home_page_stays_below_the_timeline(site: Path):
    home = (site / "index.html").read_text()

    assert home.index("<li>A call</li>") < home.index("People wrote this.")
    assert "<title>Relations of two countries</title>" in home
    assert home.index('href="#2022"') < home.index('href="#afterword"')


def test_a_site_without_a_home_page_of_its_own_gets_the_timeline(project: Path):
    (project / "docs" / "index.md").unlink()

    assert "<li>A call</li>" in (built(project) / "index.html").read_text()


def test_the_navigation_calls_pages_by_names_and_leaves_out_what_the_timeline_has_none_of(project: Path):
    change(project, "- Sources: sources/index.md", "- sources/index.md")
    change(project, "- Timeline: index.md", "- index.md")

    method = (built(project) / "method" / "index.html").read_text()

    assert ">All sources" in " ".join(method.split()).replace("> ", ">")
    assert ">Written" in " ".join(method.split()).replace("> ", ">")
    assert "actors" not in method


def test_events_belong_under_the_timeline_and_listings_under_their_overview(site: Path):
    def current_tab(path: str) -> str:
        html = (site / path / "index.html").read_text()
        found = re.search(r'md-tabs__item--active">\s*<a[^>]*>\s*(.*?)\s*</a>', html)
        assert found, path
        return found[1]

    assert current_tab("events/plain") == "Timeline"
    assert current_tab("sources/agency-2022") == "Sources"
    assert current_tab("sources") == "Sources"


def test_the_sitemap_lists_every_page_once_but_no_redirect_and_no_shell(site: Path):
    sitemap = (site / "sitemap.xml").read_text()

    assert sorted(re.findall("<loc>https://example.org/timeline/(.*?)</loc>", sitemap)) == [
        "",
        "events/2022-12-30-%D0%B7%D0%B2%D0%BE%D0%BD%D0%BE%D0%BA/",
        "events/plain/",
        "events/short/",
        "method/",
        "sources/",
        "sources/agency-2022/",
    ]
    assert "plain/</loc><lastmod>2026-02-04</lastmod>" in sitemap


def test_a_redirects_canonical_address_is_where_it_leads(site: Path):
    html = (site / "events" / "old-name" / "index.html").read_text()

    assert '<link rel="canonical" href="https://example.org/timeline/events/plain/">' in html


def test_the_compressed_sitemap_holds_the_same(site: Path):

    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()) == (site / "sitemap.xml").read_bytes()


def test_the_search_index_holds_events_and_what_people_wrote_and_no_shell(site: Path):
    index = json.loads((site / "search" / "search_index.json").read_text())

    locations = [document["location"] for document in index["docs"]]
    assert "events/2022-12-30-звонок/" in locations
    assert any(document["text"] == "<p>People wrote this.</p>" for document in index["docs"])
    assert len([location for location in locations if location.startswith(("events/", "sources/"))]) == 1


def test_files_stand_in_the_site_as_they_are(site: Path):

    assert {path: (site / path).read_bytes() for path in FILES} == FILES


def test_our_style_sheets_and_scripts_come_from_the_site_itself(site: Path):
    html = (site / "events" / "plain" / "index.html").read_text()

    addresses = re.findall(r'<(?:link[^>]*stylesheet[^>]*href|script[^>]*src)="([^"]+)"', html)
    assert addresses
    assert not [address for address in addresses if "//" in address]


def test_the_search_dialog_has_a_name(site: Path):
    html = (site / "events" / "plain" / "index.html").read_text()

    assert re.search(r'role="dialog" aria-label="[^"]+"', html)


def test_a_template_of_the_sites_own_replaces_ours(project: Path):
    change(project, "  name: material", "  name: material\n  custom_dir: overrides")
    (project / "overrides").mkdir()
    own = '{% extends "shell.html" %}{% block footer %}<footer>Our own</footer>{% endblock %}'
    (project / "overrides" / "event.html").write_text(own)

    assert "<footer>Our own</footer>" in (built(project) / "events" / "plain" / "index.html").read_text()


def replace_pages(monkeypatch: pytest.MonkeyPatch, *pages: Page) -> None:
    monkeypatch.setattr(plugin_module, "prepare", lambda *_args, **_rest: published(HOME, *pages))


def break_template(project: Path, monkeypatch: pytest.MonkeyPatch) -> str:  # noqa: ARG001 called with the others
    change(project, "  name: material", "  name: material\n  custom_dir: overrides")
    (project / "overrides").mkdir()
    (project / "overrides" / "event.html").write_text('{% extends "main.html" %}{% block content %}{% endblock %}')
    return r"event\.html: the slot “.*” stands nowhere in the shell.* — see that the template"


def ask_for_unknown_kind(project: Path, monkeypatch: pytest.MonkeyPatch) -> str:  # noqa: ARG001 called with the others
    replace_pages(monkeypatch, Page("place", "places/moscow/", "Moscow", "", ""))
    return r"place\.html: there is no such template.* — write one that begins with"


def write_page_in_the_way(project: Path, monkeypatch: pytest.MonkeyPatch) -> str:  # noqa: ARG001 called with the others
    (project / "docs" / "sources").mkdir()
    (project / "docs" / "sources" / "index.md").write_text("# Mine\n")
    return r"docs/sources/index\.md: this page stands where the timeline's own page goes — give it another name"


def leave_shell_out(project: Path, monkeypatch: pytest.MonkeyPatch) -> str:  # noqa: ARG001 called with the others
    monkeypatch.setattr(plugin_module.DatelinePlugin, "on_post_page", lambda *_args, output="", **_rest: output)
    return r"event\.html: the theme rendered no shell for the page “events/plain/”"


def turn_directories_off(project: Path, monkeypatch: pytest.MonkeyPatch) -> str:  # noqa: ARG001 called with the others
    change(project, "strict: true", "use_directory_urls: false")
    return "the timeline's addresses end in a slash: remove “use_directory_urls: false”"


def choose_another_theme(project: Path, monkeypatch: pytest.MonkeyPatch) -> str:  # noqa: ARG001 called with the others
    change(project, "name: material\n  font: false\n  features: [navigation.tabs, content.action.edit]", "name: mkdocs")
    return "it is not Material for MkDocs — write “name: material” under theme"


def test_a_page_that_is_not_there_leads_to_the_timeline(site: Path):
    assert '<a href="/timeline/.">Go to the timeline</a>' in (site / "404.html").read_text()


@pytest.mark.parametrize(
    "spoil",
    [
        choose_another_theme,
        break_template,
        ask_for_unknown_kind,
        write_page_in_the_way,
        leave_shell_out,
        turn_directories_off,
    ],
)
def test_what_stands_in_the_way_ends_the_build_with_a_message(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    spoil: Callable[[Path, pytest.MonkeyPatch], str],
):
    message = spoil(project, monkeypatch)

    with pytest.raises(MkDocsException) as caught:
        built(project)

    assert re.search(message, f"{caplog.text}\n{caught.value}")


def test_a_dirty_build_is_refused(project: Path):
    config = load_config(str(project / "mkdocs.yml"), config_file_path=str(project / "mkdocs.yml"))

    with pytest.raises(MkDocsException, match="a dirty build leaves pages of the timeline out"):
        config.plugins.on_startup(command="build", dirty=True)
