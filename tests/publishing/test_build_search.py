"""A built site's search, in step with its engine; its robots.txt; its share images."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.publishing.search_pagefind import find_program

installed = pytest.mark.skipif(find_program() is None, reason="Pagefind is an extra")


def site_of(project: Path, options: str) -> Path:
    """Build a site with options of the plugin, as YAML in braces."""
    configuration = project / "mkdocs.yml"
    text = configuration.read_text().replace("[search, dateline]", f"[search, {{dateline: {options}}}]")
    configuration.write_text(text)
    config = load_config(str(configuration), config_file_path=str(configuration))
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return Path(config.site_dir)


@installed
def test_pagefind_takes_the_place_of_the_index_of_words_in_each_language(project: Path) -> None:
    site = site_of(project, "{search: pagefind, languages: [es]}")
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text())
    assert set(entry["languages"]) == {"en", "es"}
    assert not (site / "search").exists()
    page = (site / "es" / "events" / "2026-02-04-call" / "index.html").read_text()
    assert 'data-dl-search="../../../pagefind/pagefind.js"' in page
    assert 'data-failed="No se ha podido' in page
    assert "'wasm-unsafe-eval'" in page
    assert "search/pagefind.js ../../../assets/dateline/search/ui.js" in page
    assert 'data-md-component="search"' not in page


@installed
def test_a_page_that_people_wrote_at_the_place_of_the_index_of_words_stays(project: Path) -> None:
    (project / "docs" / "search.md").write_text("# How to search\n")
    site = site_of(project, "{search: pagefind}")
    assert "How to search" in (site / "search" / "index.html").read_text()
    assert [path.name for path in (site / "search").iterdir()] == ["index.html"]


def test_a_small_site_searches_words_in_the_index_of_the_language_and_runs_no_webassembly(project: Path) -> None:
    site = site_of(project, "{search: built-in, languages: [es]}")
    page = (site / "es" / "events" / "2026-02-04-call" / "index.html").read_text()
    assert "wasm" not in page
    assert 'data-dl-search="../../search/search_index.json"' in page
    assert "search/words.js ../../../assets/dateline/search/ui.js" in page
    assert 'data-md-component="search"' not in page
    assert 'data-dl-search="/search/search_index.json"' in (site / "404.html").read_text()


def test_a_page_loads_the_box_alone_and_nothing_that_searches(project: Path) -> None:
    page = (site_of(project, "{search: built-in}") / "index.html").read_text()
    scripts = re.findall(r'<script[^>]* src="[^"]*/search/([^"]+)"', page)
    assert scripts == ["start.js"]


@pytest.mark.parametrize("folder", ["", "es"])
def test_the_index_of_words_is_there_for_browsers_that_open_a_disk(project: Path, folder: str) -> None:
    search = site_of(project, "{search: built-in, languages: [es]}") / folder / "search"
    assert json.loads((search / "search_index.json").read_text())["docs"]
    script = (search / "search_index.js").read_text()
    assert script == f"window.datelineIndex={(search / 'search_index.json').read_text()};\n"


def test_a_site_that_names_no_search_plugin_shows_no_box(project: Path) -> None:
    configuration = project / "mkdocs.yml"
    configuration.write_text(configuration.read_text().replace("[search, dateline]", "[dateline]"))
    site = site_of(project, "{}")
    assert "data-dl-search" not in (site / "index.html").read_text()
    assert not (site / "search").exists()


def test_a_site_without_search_shows_no_box(project: Path) -> None:
    site = site_of(project, "{search: none}")
    assert 'role="search"' not in (site / "index.html").read_text()
    assert not (site / "search").exists()


def test_robots_are_told_of_the_sitemap_unless_the_author_tells_them_something(project: Path) -> None:
    site = site_of(project, "{}")
    assert "Sitemap: https://example.org/sitemap.xml\n" in (site / "robots.txt").read_text()
    (project / "docs" / "robots.txt").write_text("User-agent: *\nDisallow: /\n")
    assert (site_of(project, "{}") / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"


def test_every_share_image_that_a_page_names_is_in_the_site_and_in_the_cache(project: Path) -> None:
    site = site_of(project, "{languages: [es]}")
    paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("share.png"))
    own = ["events/2026-02-04-call/share.png", "share.png"]
    assert paths == sorted([*own, *(f"es/{path}" for path in own)])
    page = (site / "es" / "events" / "2026-02-04-call" / "index.html").read_text()
    assert 'content="https://example.org/es/events/2026-02-04-call/share.png"' in page
    assert len(list((project / ".cache" / "dateline" / "share").glob("*.png"))) >= 3


def test_a_font_that_is_not_there_ends_the_build_before_the_site_is_touched(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(Abort):
        site_of(project, "{share_font: none.ttf}")
    assert not (project / "site").exists()
    assert "none.ttf: the font for share images cannot be read" in caplog.text
