"""The served site: what is asked for is made then, and is what a build would have made."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from pathlib import Path
from wsgiref.util import setup_testing_defaults

import pytest
from jinja2 import Environment
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer

from generator.errors import SiteError
from generator.publishing import output
from generator.publishing import plugin as plugin_module
from generator.publishing.preview import Preview, on_demand
from generator.publishing.site_writer import SiteWriter

EVENT = "events/2026-02-04-call/index.html"
ADDRESS = "/timeline/events/2026-02-04-call/"

Ask = Callable[[str], tuple[str, bytes]]


@pytest.fixture
def build(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Builds the project into `served`, as `mkdocs serve` does: at first, and after each change."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")
    (project / "mkdocs.yml").write_text(
        (project / "mkdocs.yml").read_text().replace("https://example.org/", "http://127.0.0.1:8000/timeline/")
    )

    def again() -> None:
        mkdocs_build.build(load_config(str(project / "mkdocs.yml"), site_dir=str(project / "served")))

    plugins = load_config(str(project / "mkdocs.yml")).plugins
    plugins.on_startup(command="serve", dirty=False)
    again()
    yield again
    plugins.on_shutdown()


@pytest.fixture
def ask(project: Path, build: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> Iterator[Ask]:
    """Asks the server for an address, without a network: the status and what it answers."""
    monkeypatch.setattr(plugin_module, "watch_closely", lambda *_: None)
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "served"))
    server = LiveReloadServer(build, "127.0.0.1", 8000, config.site_dir, "/timeline/")
    app = config.plugins.on_serve(server, config=config, builder=build).get_app()

    def answer(path: str) -> tuple[str, bytes]:
        environ = {"PATH_INFO": path}
        setup_testing_defaults(environ)
        said: list[str] = []
        body = app(environ, lambda status, _headers: said.append(status))
        with closing(body) if hasattr(body, "close") else nullcontext():
            return said[-1], b"".join(body)

    yield answer
    server.server_close()


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_page_is_made_when_it_is_asked_for_and_no_other(project: Path, ask: Ask):
    assert not (project / "served" / EVENT).exists()

    status, page = ask(ADDRESS)

    assert status == "200 OK"
    assert b"Leaders speak by video link" in page
    assert (project / "served" / EVENT).is_file()
    assert not (project / "served" / "events.json").exists()


def test_the_home_page_and_the_overviews_are_made_when_they_are_asked_for_too(
    project: Path, build: Callable[[], None], ask: Ask, caplog: pytest.LogCaptureFixture
):
    with caplog.at_level(logging.INFO):
        build()
    assert not (project / "served" / "index.html").exists()
    assert not (project / "served" / "sources").exists()
    assert not [message for message in caplog.messages if "skipped" in message]

    assert b"Two countries" in ask("/timeline/")[1]
    assert b"example.org" in ask("/timeline/sources/")[1]


def test_a_served_page_has_no_policy_that_would_keep_it_from_reloading_itself(ask: Ask):
    assert b"Content-Security-Policy" not in ask(ADDRESS)[1]


def test_all_that_a_build_writes_is_answered_with_the_same_bytes_but_for_the_policy(
    project: Path, build: Callable[[], None], ask: Ask
):
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace("[search, dateline]", "[search, dateline: {csp: false}]"))
    plugin = load_config(str(project / "mkdocs.yml")).plugins["dateline"]
    plugin.on_startup(command="build", dirty=False)
    mkdocs_build.build(load_config(str(project / "mkdocs.yml"), site_dir=str(project / "whole")))
    plugin.on_startup(command="serve", dirty=False)
    build()
    shown, wanted = files_of(project / "served"), files_of(project / "whole")

    assert {path: ask(f"/timeline/{path}") for path in wanted} == {path: ("200 OK", wanted[path]) for path in wanted}
    assert not {"events.json", EVENT, "embed/index.html", "search/search_index.json"} & set(shown)


def test_a_folder_without_its_slash_leads_to_the_page(ask: Ask):
    assert ask(ADDRESS.rstrip("/"))[0] == "302 Found"


def test_what_the_site_has_not_is_not_found(ask: Ask):
    nowhere = ["/timeline/events/never/", "/elsewhere/", "/timeline/events.xyz", "/timeline/../data/events.yaml"]

    assert [ask(path)[0] for path in nowhere] == ["404 Not Found"] * 4


def test_after_a_change_pages_are_made_of_what_the_file_says_now(project: Path, build: Callable[[], None], ask: Ask):
    events = project / "data" / "events.yaml"
    ask(ADDRESS)

    events.write_text(events.read_text().replace("Leaders speak", "Presidents speak"))
    build()

    assert b"Presidents speak by video link" in ask(ADDRESS)[1]


def test_templates_of_the_theme_are_compiled_once_and_again_when_they_change(
    project: Path, build: Callable[[], None], ask: Ask, monkeypatch: pytest.MonkeyPatch
):
    compiled: list[str] = []
    compile_template = Environment.compile

    def watched(self: Environment, source: str, name: str, filename: str) -> object:
        compiled.append(name)
        return compile_template(self, source, name, filename)

    theme = "theme: {name: material, font: false"
    config = project / "mkdocs.yml"
    config.write_text(config.read_text().replace(theme, f"{theme}, custom_dir: own"))
    own = project / "own" / "event.html"
    own.parent.mkdir()
    own.write_text('{% extends "shell.html" %}')
    build()
    monkeypatch.setattr(Environment, "compile", watched)

    build()
    assert not {"base.html", "event.html", "home.html"} & set(compiled)

    own.write_text('{% extends "shell.html" %}{% block content %}Ours. {{ super() }}{% endblock %}')
    build()
    assert {"base.html", "event.html", "home.html"} & set(compiled) == {"event.html"}
    assert b"Ours." in ask(ADDRESS)[1]


def test_nobody_finds_the_half_of_what_is_being_made(project: Path, ask: Ask, monkeypatch: pytest.MonkeyPatch):
    served, found = project / "served", []

    def seen(path: str, do: Callable[..., object]) -> Callable[..., object]:
        def watched(*args: object, **options: object) -> object:
            done = do(*args, **options)
            found.append((path, (served / path).exists()))
            return done

        return watched

    monkeypatch.setattr(SiteWriter, "write", seen(EVENT, SiteWriter.write))
    monkeypatch.setattr(output, "complete_sitemap", seen("sitemap.xml", output.complete_sitemap))
    monkeypatch.setattr(output, "complete_index", seen("search/search_index.json", output.complete_index))

    assert {ask(path)[0] for path in (ADDRESS, "/timeline/sitemap.xml", "/timeline/search/search_index.json")} == {
        "200 OK"
    }
    assert found == [(EVENT, False), ("sitemap.xml", False), ("search/search_index.json", False)]


def test_what_lists_all_pages_and_cannot_be_finished_is_not_there_and_is_tried_again(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
):
    def fail(*_: object) -> str:
        raise SiteError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(output, "complete_index", fail)
        assert ask("/timeline/sitemap.xml")[0] == "404 Not Found"

    assert b"2026-02-04-call" in ask("/timeline/sitemap.xml")[1]


def test_what_people_tell_crawlers_stays(project: Path, build: Callable[[], None], ask: Ask):
    (project / "docs" / "robots.txt").write_text("User-agent: *\n")
    build()
    ask("/timeline/sitemap.xml")

    assert ask("/timeline/robots.txt")[1] == b"User-agent: *\n"


def test_what_the_lists_of_all_pages_are_made_of_is_let_go_of(project: Path, ask: Ask):
    assert b"2026-02-04-call" in ask("/timeline/sitemap.xml")[1]

    publication = load_config(str(project / "mkdocs.yml")).plugins["dateline"].publication
    assert not [key for atlas in publication.atlases for key in atlas.made if key[1]]


def test_a_page_that_cannot_be_made_is_told_of_without_a_traceback(caplog: pytest.LogCaptureFixture):
    def fail(path: str) -> bool:
        raise SiteError(f"{path} is beyond us", todo="try another")

    preview = Preview()
    preview.open([fail])
    with caplog.at_level(logging.ERROR):
        assert not preview.make("page")

    assert [record.getMessage() for record in caplog.records] == [
        "This cannot be shown: page: page is beyond us — try another"
    ]
    assert not caplog.records[0].exc_info


def test_who_asks_while_a_build_begins_is_answered_from_the_next():
    made: list[str] = []
    preview = Preview()

    def app(_environ: object, start_response: Callable[..., object]) -> list[bytes]:
        # The server waits here for a build to end.
        start_response("200 OK" if made else "404 Not Found", [])
        preview.open([lambda path: not made.append(path)])
        return [b""]

    said: list[str] = []
    environ = {"PATH_INFO": "/events/call/"}
    on_demand(app, "/", preview)(environ, lambda status, _headers: said.append(status))

    assert said == ["200 OK"]
    assert made == ["events/call/index.html"]
