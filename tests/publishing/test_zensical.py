"""The site as Zensical renders it: the same pages, with the same in them, as with MkDocs."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest
from lxml import html

from generator.errors import SiteError
from generator.publishing.engine import Options, build_site

pytest.importorskip("zensical", reason="Zensical is an extra")

ROOT = Path(__file__).parents[2]
TODAY = dt.date(2026, 11, 21)


def build(config_file: Path, folder: Path, engine: str, *, strict: bool = False) -> Path:
    return build_site(Options(config_file, TODAY, site_dir=folder, engine=engine, strict=strict)).folder


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The demo, built by MkDocs and by Zensical."""
    folder = tmp_path_factory.mktemp("engines")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://example.org/archive/")
        patch.chdir(ROOT)
        return build(ROOT / "mkdocs.yml", folder / "mkdocs", "mkdocs"), build(
            ROOT / "mkdocs.yml", folder / "zensical", "zensical"
        )


def names(site: Path) -> set[str]:
    """The files of a site, but for those that are a theme's own."""
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {name for name in found if not re.match(r"assets/(?!dateline/)", name)} - {"assets/dateline/zensical.css"}


def content(page: Path) -> str:
    """What a page says, as HTML in which no space that nobody sees differs."""
    article = html.parse(page).getroot().xpath("//article")[0]
    for anchor in article.xpath(".//a[@id='__skip']"):  # Zensical's own
        anchor.drop_tree()
    text = re.sub(r"\s+", " ", html.tostring(article, encoding="unicode", with_tail=False)).replace("> <", "><")
    return text.replace('/."', '/"')  # two ways to write the address of a folder


def head(page: Path, query: str) -> list[str]:
    return list(html.parse(page).getroot().xpath(f"//head/{query}"))


def test_the_demo_has_the_same_pages_and_files(sites: tuple[Path, Path]) -> None:
    by_mkdocs, by_zensical = map(names, sites)
    assert by_zensical == by_mkdocs


def test_each_page_of_the_demo_says_the_same(sites: tuple[Path, Path]) -> None:
    by_mkdocs, by_zensical = sites
    pages = sorted(name for name in names(by_mkdocs) if name.endswith(".html") and not name.startswith("embed/"))
    assert len(pages) > 60
    for name in pages:
        if html.parse(by_mkdocs / name).getroot().xpath("//article"):
            assert content(by_zensical / name) == content(by_mkdocs / name), name


def test_each_page_of_the_demo_has_the_same_head_but_for_the_themes_own(sites: tuple[Path, Path]) -> None:
    by_mkdocs, by_zensical = sites
    for name in ("index.html", "method/index.html", "embedding/index.html", "years/2022/index.html"):
        for query in (
            "title/text()",
            "link[@rel='canonical']/@href",
            "meta[@name='description']/@content",
            "meta[starts-with(@property, 'og:')]/@content",
            "link[@rel='alternate']/@href",
            "script[@type='application/ld+json']/text()",
        ):
            assert head(by_zensical / name, query) == head(by_mkdocs / name, query), (name, query)


def test_files_of_the_timelines_own_are_the_same_to_the_byte(sites: tuple[Path, Path]) -> None:
    by_mkdocs, by_zensical = sites
    for name in sorted(names(by_mkdocs)):
        if not name.startswith(("search/", "sitemap")) and not name.endswith(".html"):
            assert (by_zensical / name).read_bytes() == (by_mkdocs / name).read_bytes(), name


def test_each_page_has_a_policy_and_no_token_of_ours_is_left(sites: tuple[Path, Path]) -> None:
    for path in sites[1].rglob("*.html"):
        text = path.read_text()
        assert "dateline-slot" not in text, path
        assert "Content-Security-Policy" in text or "http-equiv=" in text or "<html" not in text, path
    assert "dateline-slot" not in (sites[1] / "search" / "search_index.json").read_text()


def test_the_sitemap_and_the_search_lead_to_the_same_pages(sites: tuple[Path, Path]) -> None:
    listed = [set(re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text())) for site in sites]
    assert listed[0] == listed[1]
    found = [json.loads((site / "search" / "search_index.json").read_text())["docs"] for site in sites]
    places = [{document["location"].partition("#")[0] for document in documents} for documents in found]
    assert places[0] == places[1]


def test_a_pages_own_timeline_and_links_to_events_are_made_in_the_markdown(project: Path) -> None:
    (project / "docs" / "talk.md").write_text("# Talk\n\n[[2026-02-04-call]]\n\n```timeline\nlimit: 1\n```\n")
    by_mkdocs, by_zensical = (build(project / "mkdocs.yml", project / name, name) for name in ("mkdocs", "zensical"))
    page = content(by_zensical / "talk" / "index.html")
    assert page == content(by_mkdocs / "talk" / "index.html")
    assert 'href="../events/2026-02-04-call/"' in page


SAID = """
repo_url: https://code.example/owner/name
markdown_extensions: [pymdownx.snippets]
extra_javascript: [a.js, {path: b.js, defer: true}, {path: c.js, type: module, async: true}]
"""


def test_a_mistake_in_a_page_is_told_without_a_traceback_and_by_the_pages_own_file(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (project / "docs").rename(project / "written")
    configuration = project / "mkdocs.yml"
    configuration.write_text(f"{configuration.read_text()}\ndocs_dir: written\n")
    home = project / "written" / "index.md"
    home.write_text("---\ntitle: Home\n---\n\n```timeline\ntags: [nothing]\nlimit: few\n```\n")
    with pytest.raises(SiteError, match="Zensical stopped: a page has a mistake"):
        build(configuration, project / "site", "zensical")
    said = [line.partition(": ") for line in capfd.readouterr().err.splitlines()]
    assert [(where.removeprefix(f"{project}/"), what.split(" — ")[0]) for where, _, what in said] == [
        ("written/index.md:6", "the timeline has no tag “nothing”"),
        ("written/index.md:7", "“few” is no number of events"),
        ("written/index.md:5", "this timeline block has 2 mistakes"),
    ]
    assert not (project / "site").exists()


def test_what_pages_include_and_the_scripts_and_the_repository_are_as_with_mkdocs(project: Path) -> None:
    (project / "mkdocs.yml").write_text((project / "mkdocs.yml").read_text() + SAID)
    (project / "shared.md").write_text("Said on several pages.\n")
    (project / "docs" / "talk.md").write_text('# Talk\n\n--8<-- "shared.md"\n')
    sites = [build(project / "mkdocs.yml", project / name, name) for name in ("mkdocs", "zensical")]
    for name in ("talk", "events/2026-02-04-call"):
        by_mkdocs, by_zensical = (site / name / "index.html" for site in sites)
        assert content(by_zensical) == content(by_mkdocs)
        scripts, repository = (
            [set(re.findall(pattern, page.read_text())) for page in (by_mkdocs, by_zensical)]
            for pattern in (r'<script[^>]* src="[./]*([abc]\.js"[^>]*)>', r'href="(https://code\.example/[^"]*)"')
        )
        assert len(scripts[0]) == 3
        assert scripts[1] == scripts[0]
        assert repository == [{"https://code.example/owner/name"}] * 2
    assert "Said on several pages." in content(sites[1] / "talk" / "index.html")


def test_pages_that_people_wrote_stand_where_they_were_put(project: Path) -> None:
    old = "<title>Мост</title>\r\n".encode("cp1251")
    (project / "docs" / "old.html").write_bytes(old)
    (project / "docs" / "search.md").write_text("# How to search\n")
    site = build(project / "mkdocs.yml", project / "site", "zensical")
    assert (site / "old.html").read_bytes() == old
    assert "How to search" in content(site / "search" / "index.html")
    assert (site / "search" / "search_index.json").is_file()


def test_a_page_whose_name_is_not_ascii_is_completed_like_any_other(project: Path) -> None:
    (project / "docs" / "über uns.md").write_text("# Über uns\n\n[there](embed.md)\n")
    (project / "docs" / "embed.md").write_text("# In a page of yours\n")
    site = build(project / "mkdocs.yml", project / "site", "zensical")
    page = (site / "über uns" / "index.html").read_text()
    assert "Content-Security-Policy" in page
    assert 'href="../embedding/"' in page


def test_no_link_of_the_navigation_leads_to_a_page_that_gave_way(sites: tuple[Path, Path]) -> None:
    for name in ("index.html", "404.html", "embedding/index.html", "start/index.html"):
        places = (set(html.parse(site / name).getroot().xpath("//nav//a/@href")) for site in sites)
        by_mkdocs, by_zensical = ({re.sub(r"^(\./)+(?=.)", "", place) for place in each} for each in places)
        moved = [{place for place in each if "embed" in place} for each in (by_mkdocs, by_zensical)]
        assert moved[0] == moved[1] != set(), name


def test_several_languages_are_refused_before_anything_is_written(project: Path) -> None:
    configuration = project / "mkdocs.yml"
    configuration.write_text(configuration.read_text().replace("dateline]", "{dateline: {languages: [es]}}]"))
    with pytest.raises(SiteError, match="one language on all pages") as caught:
        build(configuration, project / "site", "zensical")
    assert "build with MkDocs" in str(caught.value)
    assert not (project / "site").exists()


def test_a_warning_ends_a_strict_build_and_leaves_the_earlier_site(
    project: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    site = build(project / "mkdocs.yml", project / "site", "zensical")
    before = (site / "index.html").read_bytes()
    (project / "docs" / "talk.md").write_text("# Talk\n\n[there](nowhere.md)\n")
    build(project / "mkdocs.yml", project / "lax", "zensical")
    assert "page does not exist" in capfd.readouterr().err
    with pytest.raises(SiteError, match="Zensical stopped: 1 issue found"):
        build(project / "mkdocs.yml", site, "zensical", strict=True)
    assert (site / "index.html").read_bytes() == before
    assert not (site / "talk").exists()


def test_a_template_that_zensical_cannot_render_is_named(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (project / "own").mkdir()
    (project / "own" / "event.html").write_text('{% extends "shell.html" %}{{ nothing.there.at.all }}{% block x %}')
    configuration = project / "mkdocs.yml"
    configuration.write_text(f"{configuration.read_text()}\ntheme: {{name: material, custom_dir: own}}\n")
    with pytest.raises(SiteError, match="Zensical stopped"):
        build(configuration, project / "site", "zensical")
    assert "event.html" in capfd.readouterr().err


def test_without_zensical_it_is_said_how_to_get_it(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    with pytest.raises(SiteError, match="Zensical is not installed"):
        build(project / "mkdocs.yml", project / "site", "zensical")


@pytest.mark.parametrize(("search", "there"), [("none", False), ("built-in", True)])
def test_the_search_is_there_if_it_is_wanted(project: Path, search: str, *, there: bool) -> None:
    configuration = project / "mkdocs.yml"
    configuration.write_text(configuration.read_text().replace("dateline]", f"{{dateline: {{search: {search}}}}}]"))
    site = build(configuration, project / "site", "zensical")
    assert ("data-dl-search" in (site / "index.html").read_text()) == there
    assert (site / "search").exists() == there
    assert not (site / "search.json").exists()
