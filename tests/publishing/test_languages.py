"""A timeline published in several languages: each edition a tree of pages of its own, in its language throughout."""

from __future__ import annotations

import datetime as dt
import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.publishing.engine import Options, build_site

EVENTS = """\
schema: 1
timeline: {title: Two rivers, text: A made-up timeline.}
actors: {mole: {name: Ada Mole, text: A ferrywoman.}}
sources:
  gazette: {title: A bridge, publisher: Gazette, url: https://gazette.example/1, published: 2022-12-31, language: en}
views: [{id: ferries, title: Ferries, tags: [ferry]}]
events:
  - id: 2022-12-30-opening
    date: 2022-12-30
    title: The ferry opens
    summary: It took *an hour*. See [the visit](events/2023-02-visit/).
    actors: [mole]
    tags: [ferry]
    media: {file: pictures/ferry.png, alt: A ferry}
    aliases: [old-opening]
    translations: {es: {title: Se abre el transbordador, summary: Tardó una hora.}}
    citations: [{source: gazette, quote: It opened, when: on Friday, date: 2022-12-30}]
  - id: 2023-02-visit
    date: 2023-02~
    title: A visit
    summary: Nobody has translated this one.
    status: planned
    places: [Dover]
    citations: [{source: gazette}]
"""

CONFIGURATION = """\
site_name: Two rivers
site_url: https://example.org/t/
theme: {name: material, font: false, features: [navigation.tabs]}
nav: [Timeline: index.md, About: [Years: years/index.md, How we work: method.md, plain.md]]
plugins: [search, dateline: {languages: [es, ar, es, en]}]
"""

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def build(folder: Path, *, events: str = EVENTS, configuration: str = CONFIGURATION) -> Path:
    docs = folder / "docs"
    (docs / "es").mkdir(parents=True)
    (docs / "pictures").mkdir()
    (docs / "pictures" / "ferry.png").write_bytes(PIXEL)
    (docs / "method.md").write_text("# How we work\n\nBy hand.\n")
    (docs / "plain.md").write_text("# Plain\n\nOnly in English.\n")
    (docs / "es" / "method.md").write_text("# Cómo trabajamos\n\nA mano.\n", encoding="utf-8")
    (folder / "data").mkdir()
    (folder / "data" / "events.yaml").write_text(events, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    return build_site(Options(folder / "mkdocs.yml", dt.date(2022, 12, 31), site_dir=folder / "site")).folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("rivers"))


def read(site: Path, path: str) -> str:
    return (site / path / "index.html").read_text(encoding="utf-8")


def paths(site: Path, folder: str = "") -> set[str]:
    root = site / folder
    return {str(path.parent.relative_to(root)) for path in root.rglob("index.html")}


def test_every_page_of_the_timeline_stands_in_each_language_at_the_same_path(site: Path) -> None:
    own = {path for path in paths(site) if path.partition("/")[0] not in {"es", "ar"}} - {"method", "plain"}

    assert paths(site, "es") - {"method"} == own
    assert paths(site, "ar") == own


def test_a_page_is_in_its_language_throughout(site: Path) -> None:
    html = read(site, "es/events/2022-12-30-opening")

    assert '<html lang="es"' in html
    assert "<title>Se abre el transbordador - Two rivers</title>" in html
    assert "30 de diciembre de 2022" in html
    assert "Tardó una hora." in html
    assert "Cómo sabemos la fecha" in html
    assert "Saltar a contenido" in html
    assert "«<bdi>on Friday</bdi>»" in html


def test_the_page_in_the_timelines_own_language_stays_in_it(site: Path) -> None:
    html = read(site, "events/2022-12-30-opening")

    assert '<html lang="en"' in html
    assert "Skip to content" in html
    assert ' lang="en">The ferry opens' not in html


def test_a_language_that_runs_from_right_to_left_says_so(site: Path) -> None:
    assert '<body dir="rtl"' in read(site, "ar")
    assert '<html lang="ar"' in read(site, "ar/years/2022")


def test_what_nobody_translated_is_marked_with_its_language(site: Path) -> None:
    html = read(site, "es/events/2023-02-visit")

    assert '<h1 class="dl-head__title" dir="auto" lang="en">A visit</h1>' in html
    assert '<div class="dl-summary" dir="auto" lang="en"><p>Nobody has translated' in html
    assert '<bdi lang="en">A visit</bdi>' in read(site, "es")
    assert "<bdi>Se abre el transbordador</bdi>" in read(site, "es")
    assert '<bdi lang="en">Ada Mole</bdi>' in read(site, "es/events/2022-12-30-opening")


def test_a_page_leads_to_itself_in_each_other_language(site: Path) -> None:
    html = read(site, "es/events/2023-02-visit")

    assert '<nav class="dl-languages" aria-label="Idiomas">' in html
    assert '<a href="../../../events/2023-02-visit/" lang="en" hreflang="en" dir="auto">English</a>' in html
    assert '<span lang="es" aria-current="true">Español</span>' in html
    assert '<a href="../../../ar/events/2023-02-visit/" lang="ar" hreflang="ar" dir="auto">العربية</a>' in html


def test_search_engines_are_told_of_each_language_and_of_the_one_for_all_others(site: Path) -> None:
    links = re.findall(r'hreflang="([^"]+)" href="(https:[^"]+)"', read(site, "ar/years/2022"))

    assert links == [
        ("en", "https://example.org/t/years/2022/"),
        ("es", "https://example.org/t/es/years/2022/"),
        ("ar", "https://example.org/t/ar/years/2022/"),
        ("x-default", "https://example.org/t/years/2022/"),
    ]
    assert '<link rel="canonical" href="https://example.org/t/ar/years/2022/">' in read(site, "ar/years/2022")
    assert "<loc>https://example.org/t/es/years/2022/</loc>" in (site / "sitemap.xml").read_text()


def test_an_address_that_an_event_used_to_have_leads_on_in_the_same_language(site: Path) -> None:
    html = read(site, "es/events/old-opening")

    assert 'content="0; url=../../events/2022-12-30-opening/"' in html
    assert '<link rel="canonical" href="https://example.org/t/es/events/2022-12-30-opening/">' in html


def test_every_link_within_the_site_leads_somewhere(site: Path) -> None:
    broken = set()
    for page in site.rglob("index.html"):
        for address in re.findall(r'(?:href|src)="([^"]*)"', page.read_text(encoding="utf-8")):
            path = unquote(unescape(address).partition("#")[0].partition("?")[0])
            target = page.parent / path
            if not re.match(r"[a-z]+:", address) and not (target / "index.html").is_file() and not target.is_file():
                broken.add((str(page.relative_to(site)), address))
    assert broken == set()


def test_the_navigation_stays_within_the_language_where_it_can(site: Path) -> None:
    html = read(site, "es/years/2022")
    tabs = re.findall(r'<a href="([^"]*)" class="md-tabs__link">\s*(.*?)\s*</a>', html, re.DOTALL)

    assert [(href.rstrip("/"), title) for href, title in tabs] == [("../..", "Cronología"), ("..", "Acerca de")]
    assert re.search(r'href="\.\./\.\./method/"[^>]*>\s*<span class="md-ellipsis">\s*Cómo trabajamos', html)
    assert 'href="../../../plain/"' in html


def test_what_people_wrote_in_a_language_is_around_its_pages(site: Path) -> None:
    assert '<html lang="es"' in read(site, "es/method")
    assert 'href="../../method/"' in read(site, "es/events/2022-12-30-opening")
    assert 'href="../../../method/"' in read(site, "ar/events/2022-12-30-opening")


def test_each_language_has_its_own_search_feed_and_data(site: Path) -> None:
    index = json.loads((site / "es/search/search_index.json").read_text())
    titles = {entry["location"]: entry["title"] for entry in index["docs"]}

    assert index["config"]["lang"] == ["es"]
    assert titles["events/2022-12-30-opening/"] == "Se abre el transbordador"
    assert titles["method/"] == "Cómo trabajamos"
    assert 'data-dl-search="../../search/search_index.json"' in read(site, "es/events/2023-02-visit")
    assert 'data-dl-search="../../search/search_index.json"' in read(site, "events/2023-02-visit")
    assert "Se abre el transbordador" in (site / "es/feed.xml").read_text()
    assert json.loads((site / "es/events.json").read_text())["events"][0]["date_text"] == "30 de diciembre de 2022"


def test_the_search_at_the_root_finds_no_other_language(site: Path) -> None:
    index = json.loads((site / "search/search_index.json").read_text())

    assert not [entry for entry in index["docs"] if entry["location"].startswith(("es/", "ar/"))]


def test_the_choice_of_colours_is_kept_for_all_languages(site: Path) -> None:
    assert '__md_scope=new URL("../../..",location)' in read(site, "es/events/2023-02-visit")


def test_a_site_in_one_language_has_no_switch(tmp_path: Path) -> None:
    site = build(tmp_path, configuration=CONFIGURATION.replace("es, ar, es, en", ""))

    assert "dl-languages" not in read(site, "")
    assert "x-default" not in read(site, "")


def test_the_theme_speaks_the_language_of_the_timeline(tmp_path: Path) -> None:
    french = EVENTS.replace("{title: Two rivers,", "{title: Deux rivières, language: fr,")
    site = build(tmp_path, events=french, configuration=CONFIGURATION.replace(": {languages: [es, ar, es, en]}", ""))

    assert '<html lang="fr"' in read(site, "")
    assert "Il n’y a rien ici" in (site / "404.html").read_text(encoding="utf-8")
    assert json.loads((site / "search/search_index.json").read_text())["config"]["lang"] == ["fr"]


@pytest.mark.parametrize(
    ("language", "theme", "lang"),
    [("pt-BR", "", "pt"), ("it", "", "it"), ("zh-Hans", "", "zh"), ("xx", "", "en"), ("es", ", language: ca", "ca")],
)
def test_the_theme_speaks_the_nearest_language_unless_the_configuration_names_one(tmp_path, language, theme, lang):
    events = EVENTS.replace("{title: Two rivers,", f"{{title: Two rivers, language: {language},")
    own = CONFIGURATION.replace(": {languages: [es, ar, es, en]}", "").replace("font: false", f"font: false{theme}")

    assert f'<html lang="{lang}"' in read(build(tmp_path, events=events, configuration=own), "")
