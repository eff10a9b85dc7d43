"""Zensical in the place of MkDocs: it renders the shells and the pages that people write, and we fill the rest.

The plugin prepares and completes the site as it does for MkDocs, hook by hook; only what MkDocs would do between its
hooks is done by Zensical, from a project that is written for it (`zensical_project`).
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as ThemePage
from mkdocs.utils import clean_directory

from generator import errors
from generator.errors import SiteError
from generator.messages import tongue
from generator.publishing import slots
from generator.publishing.configuration import site_url
from generator.publishing.plugin import SEARCH, DatelinePlugin
from generator.publishing.zensical_project import BEGIN, CONFIGURATION, END, SITE, Wanted, write_project

__all__ = ["build_with_zensical"]

_LOOKS = re.compile(r"\x1b\[[0-9;]*m")
"""What colours a terminal."""

_OURS = re.compile(r"Python error: (\w+): (.*?)\nTraceback \(most recent call last\):\n", re.DOTALL)
"""How it tells of an error of Python's: the class and the message, between tracebacks of itself."""

_FOUND = re.compile(r"(\d+) issues? found")
"""How Zensical ends when it warns."""

_INDEX = "search.json"
"""Its index of words."""

_URL = re.compile(r"\s*<url>\s*<loc>(.*?)</loc>.*?</url>", re.DOTALL)
"""An address in its sitemap."""


def build_with_zensical(config: MkDocsConfig, plugin: DatelinePlugin, *, strict: bool) -> None:
    """Build the whole site.

    Args:
        config: MkDocs' configuration, as it was loaded.
        plugin: The plugin that it names.
        strict: Whether a warning of Zensical's ends the build.

    Raises:
        SiteError: Zensical is not installed, cannot make such a site, or failed; the site's folder is as it was.
    """
    where = str(config.config_file_path)
    if importlib.util.find_spec("zensical") is None:
        raise SiteError("Zensical is not installed", where=where, todo="pip install 'dateline[zensical]'")
    if plugin.config.languages:
        what = "Zensical speaks one language on all pages, and this site is to be published in several"
        raise SiteError(what, where=where, todo="build with MkDocs, or remove “languages”")
    config = plugin.on_config(config)
    plugin.on_pre_build(config=config)
    files = plugin.on_files(get_files(config), config=config)
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        project = Path(folder)
        write_project(_wanted(config, plugin, files), project)
        _run(project, where, strict=strict)
        site = Path(config.site_dir)
        clean_directory(str(site))
        _copy(project / SITE, site)
    _finish(config, plugin, files)


def _wanted(config: MkDocsConfig, plugin: DatelinePlugin, files: Files) -> Wanted:
    nav = get_navigation(files, config)
    for page in nav.pages:
        page.read_source(config)  # its title may stand there
        if kind := plugin.shells.kinds.get(page.file.src_uri):
            name = plugin.shells.name_of(kind)
            page.title = vars(page).get("title") or page.meta.get("title") or name
    return Wanted(
        config,
        files,
        nav,
        plugin.shells.kinds,
        name_of=plugin.shells.name_of,
        events=plugin.found.path,
        translate=tongue(plugin.found.language).gettext,
        search=plugin.engine,
        language=plugin.language,
    )


def _run(project: Path, where: str, *, strict: bool) -> None:
    """Have Zensical build the project; what it warns of is said on the standard error.

    Raises:
        SiteError: It failed, a page has a mistake, or it warned where a warning ends the build.
    """
    # From where we were started, as extensions of Markdown look there for what a page includes; but for no module.
    command = [sys.executable, "-P", "-m", "zensical", "build", "--config-file", str(project / CONFIGURATION)]
    environment = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)  # noqa: S603 our own interpreter
    said = _LOOKS.sub("", (done.stdout + done.stderr).decode("utf-8", "replace")).strip()
    if (error := _OURS.search(said)) and error[1] in errors.__all__:
        sys.stderr.write(f"{error[2]}\n")
        raise SiteError("Zensical stopped: a page has a mistake", where=where, todo="correct what it says above")
    failed = done.returncode != 0 or not (project / SITE / "index.html").is_file()
    warned = _FOUND.search(said)
    if failed or warned:
        sys.stderr.write(said.replace(f"{project}{os.sep}", "") + "\n")
    if failed or (warned and strict):
        last = said.splitlines()[-1] if said else "it ended"
        raise SiteError(f"Zensical stopped: {last}", where=where, todo="correct what it says above")


def _copy(folder: Path, into: Path) -> None:
    """Copy what is in a folder, up to the first file that cannot be; `copytree` would tell of them all, but not why."""
    for path in sorted([folder, *folder.rglob("*")]):
        there = into / path.relative_to(folder)
        if path.is_dir():
            there.mkdir(parents=True, exist_ok=True)
        else:
            shutil.copyfile(path, there)


def _finish(config: MkDocsConfig, plugin: DatelinePlugin, files: Files) -> None:
    """Cut the shells, take what is theirs out of the sitemap and the search, and have the plugin complete the site."""
    site, address = Path(config.site_dir), site_url(config)
    defaults = {_default_of(file, config): file for file in files.documentation_pages()}
    moved = {before: _url(file) for before, file in defaults.items() if before != _url(file)}
    rendered = {unquote(before): file for before, file in defaults.items()}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        before = name.removesuffix("index.html")
        file = rendered.get(before)
        if file is None and name != "404.html":
            continue  # a page of somebody's own, in any encoding
        html = path.read_text(encoding="utf-8")
        if file is not None:
            html = _mend_links(html, moved, depth=_url(file).count("/"))
            if address and before in moved:
                html = html.replace(f'"{urljoin(address, before)}"', f'"{urljoin(address, _url(file))}"')
            output = _page(html, file, config, plugin)
            path.unlink()
            path = site / file.dest_uri  # noqa: PLW2901 the page may have given way to another
        else:
            html = _mend_links(html, moved, root=urlsplit(address).path or "/")
            output = plugin.on_post_template(html, template_name=name, config=config)
        if output:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(output, encoding="utf-8", errors="xmlcharrefreplace")
    _remove_empty(site)
    ours = {_url(file) for file in defaults.values() if file.src_uri in plugin.shells.kinds}
    _amend_sitemap(site / "sitemap.xml", address, ours, moved)
    if plugin.engine == "none":
        (site / _INDEX).unlink(missing_ok=True)
    else:
        _translate_index(site, ours, moved, config)
    plugin.on_post_build(config=config)


def _default_of(file: File, config: MkDocsConfig) -> str:
    """Where a page's source would make it stand by itself: `embed/` for `embed.md`."""
    return _url(File(file.src_uri, config.docs_dir, config.site_dir, use_directory_urls=True))


def _url(file: File) -> str:
    """Where a page stands under the site's root: empty for the home page, which MkDocs calls `./`."""
    return file.url.removeprefix("./")


def _page(html: str, file: File, config: MkDocsConfig, plugin: DatelinePlugin) -> str:
    """A page as it is to stand in the site; nothing for a shell whose pages are written by themselves."""
    page = file.page or ThemePage(None, file, config)
    if file.src_uri in plugin.shells.kinds:
        html = _as_shell(html, page.canonical_url or "")
    return plugin.on_post_page(html, page=page, config=config)


def _mend_links(html: str, moved: Mapping[str, str], *, depth: int = 0, root: str = "") -> str:
    """The links of a page that people wrote, and of the navigation, as MkDocs makes them.

    Args:
        html: What Zensical rendered; nothing of the timeline's own is in it yet.
        moved: The addresses of the pages that give way to others, and where they stand instead.
        depth: How many folders deep the page stands.
        root: How the addresses of a page begin that may stand anywhere.
    """
    start = re.escape(root) or r"(?:\.\.?/)*"
    for before, after in moved.items():
        html = re.sub(rf'(href="{start}){re.escape(before)}(?=["#])', rf"\g<1>{after}", html)
    # Zensical takes a link to what is no page for one within the docs folder, and leads out of the site with it.
    return re.sub(rf'((?:href|src)="(?:\.\./){{{depth}}})(?:\.\./)+', r"\1", html)


def _as_shell(html: str, canonical: str) -> str:
    """What Zensical rendered, with the token of the address in its place.

    What stands there for the table of contents alone is taken out.
    """
    begin, end = html.find(BEGIN), html.find(END)
    if 0 <= begin < end:
        html = html[:begin] + html[end + len(END) :]
    return html.replace(f'"{canonical}"', f'"{slots.PREFIX}canonical"') if canonical else html


def _remove_empty(site: Path) -> None:
    """Remove the folders in which only shells stood."""
    for folder in sorted((path for path in site.rglob("*") if path.is_dir()), reverse=True):
        with suppress(OSError):  # it holds something
            folder.rmdir()


def _amend_sitemap(sitemap: Path, address: str, ours: set[str], moved: Mapping[str, str]) -> None:
    """Take what the plugin lists itself out of the sitemap, and list pages where they stand."""
    if not sitemap.is_file():
        return
    text = sitemap.read_text(encoding="utf-8")
    gone = {urljoin(address, url) for url in ours}
    text = _URL.sub(lambda match: "" if match[1] in gone else match[0], text)
    for before, after in moved.items():
        text = text.replace(f"<loc>{urljoin(address, before)}</loc>", f"<loc>{urljoin(address, after)}</loc>")
    sitemap.write_text(text, encoding="utf-8")


def _translate_index(site: Path, ours: set[str], moved: Mapping[str, str], config: MkDocsConfig) -> None:
    """Zensical's index of words in the form of MkDocs', which everything else is made for."""
    index = site / _INDEX
    known = json.loads(index.read_text(encoding="utf-8"))
    documents = []
    for item in known["items"]:
        url, mark, anchor = item["location"].partition("#")
        # Of a shell only what people write on the home page can be found, and none of the headings that we put there.
        if (url in ours and (url or not anchor)) or anchor == slots.CONTENT_ANCHOR or anchor.startswith(slots.PREFIX):
            continue
        location = f"{moved.get(url, url)}{mark}{anchor}"
        documents.append({"location": location, "title": item["title"], "text": item["text"]})
    said = config.plugins[SEARCH].config
    settings = {
        "lang": said["lang"] or [config.theme["language"]],
        "separator": said["separator"] or known["config"]["separator"],
    }
    target = site / "search" / "search_index.json"
    target.parent.mkdir(exist_ok=True)  # a page that people wrote may stand there
    target.write_text(json.dumps({"config": settings, "docs": documents}), encoding="utf-8")
    index.unlink()
