"""A small site built as every site is, served on this machine, and a browser to read it with."""

from __future__ import annotations

import functools
import http.server
import importlib.util
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

import pytest

Once = Callable[[str, Callable[[Path], object]], Path]

ROOT = Path(__file__).parents[2]
FEATURES_OF_WINDOWS = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "SpareRendererForSitePerProcess",
]
"""Pages of the browser's own that it opens behind each window: they take as long as a page of the site does."""

FEATURES_THAT_PLAYWRIGHT_DISABLES = [
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
]
"""They are named again because of several such lists Chromium heeds the last alone."""

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join([*FEATURES_OF_WINDOWS, *FEATURES_THAT_PLAYWRIGHT_DISABLES])}",
]
PATIENCE = 60_000
"""Milliseconds that a machine which does other work too is given for each step, where nothing is wrong."""

NEWSPAPER = "http://newspaper.example/"
"""Where the browser finds the newspaper: a name, as its port is another one in each process that runs tests."""

CONFIGURATION = """\
INHERIT: {root}/mkdocs.yml
site_name: {name}
site_url: ""
docs_dir: docs
site_dir: site
nav:
  - Timeline: index.md
  - Sources: sources/index.md
  - Years: years/index.md
  - Actors: actors/index.md
  - Places: places/index.md
  - Tags: tags/index.md
  - Views: views/index.md
  - How we work: method.md
  - About the data: data/index.md
plugins:
  - search
  - dateline:
      events: events.yaml
      edit_base: https://code.example/archive/edit/main/
      issues_url: https://code.example/archive/issues/new
      languages: {languages}
      search: {search}
"""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Try a test once more where the browser itself gave up, and name it in the summary.

    A machine that does much else may take a minute for what it does in a moment, or lose a page. Where an assertion
    failed, nothing is tried again.
    """
    ours = [item for item in items if item.get_closest_marker("browser")]
    if (
        not ours
        or not config.pluginmanager.hasplugin("rerunfailures")
        or importlib.util.find_spec("playwright") is None
    ):
        return
    from playwright.sync_api import Error

    for item in ours:
        item.add_marker(pytest.mark.flaky(reruns=1, only_rerun=[Error]))


class Server(http.server.ThreadingHTTPServer):
    """A server that keeps whoever comes at once: a browser whose call is dropped tries again a second later."""

    request_queue_size = 128


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as hosts of static sites do: where nothing is, what the site says there."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 the library's name
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != http.HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.read_bytes())


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine."""
    handler = functools.partial(QuietHandler, directory=str(folder))
    with Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def run_mkdocs(*options: str) -> None:
    """Build a site in a process of its own, on a day that does not change."""
    command = [sys.executable, "-m", "mkdocs", "build", "-q", *options]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1795219200", "DISABLE_MKDOCS_2_WARNING": "true"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr


def build_site(  # noqa: PLR0913 each is something else of a site
    folder: Path,
    events: str,
    *,
    name: str,
    languages: Sequence[str] = (),
    search: str = "auto",
    files: Mapping[str, str] = MappingProxyType({}),
) -> Path:
    """Build a site from the text of an events file, with the repository's own configuration of the theme.

    Further files, such as pictures, stand in it by their names.
    """
    docs = folder / "docs"
    docs.mkdir(parents=True)
    shutil.copy(ROOT / "docs" / "index.md", docs)
    # What the methods page says is not tested here, and its links lead to pages that this small site leaves out.
    (docs / "method.md").write_text("# How we work\n\nBy hand, on [a timeline](index.md).\n", encoding="utf-8")
    for path, text in files.items():
        (docs / path).write_text(text, encoding="utf-8")
    (folder / "events.yaml").write_text(events, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(
        CONFIGURATION.format(root=ROOT, name=name, languages=[*languages], search=search), encoding="utf-8"
    )
    run_mkdocs("-f", str(folder / "mkdocs.yml"))
    return folder / "site"


@pytest.fixture(scope="session")
def make_site() -> Callable[..., Path]:
    return build_site


@pytest.fixture(scope="session")
def make_site_once(once: Once) -> Callable[..., Path]:
    """Builds a site under a name that is its own, as `build_site` does, but once for all processes: it is read only."""
    return lambda key, events, **options: once(key, lambda folder: build_site(folder, events, **options)) / "site"


@pytest.fixture(scope="session")
def serve() -> Callable[..., Any]:
    return serving


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the browser is; a test without one is skipped, or fails where one is required."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if found and Path(found).exists():
        return found
    reason = "no Chromium was found: install it, or name it in CHROMIUM"
    if os.environ.get("REQUIRE_BROWSER") == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser(chromium: str, newspaper_server: str) -> Iterator[Any]:
    api = pytest.importorskip("playwright.sync_api")
    names = f"--host-resolver-rules=MAP {urlsplit(NEWSPAPER).netloc} {urlsplit(newspaper_server).netloc}"
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=[*FLAGS, names], timeout=2 * PATIENCE)
        yield browser
        browser.close()


def until(page: Any, holds: str | Callable[[], Any], arg: Any = None) -> Any:
    """Wait until an expression is true in a page, or something else is true of it; returns what that came to.

    Playwright's `wait_for_function` looks by itself only once: from the second time on it has the page evaluate the
    text, which the policy of our pages forbids, so that it fails wherever there is something to wait for.
    """
    end = time.monotonic() + PATIENCE / 1000
    while not (found := page.evaluate(holds, arg) if isinstance(holds, str) else holds()):
        assert time.monotonic() < end, f"never became true: {holds}"
        page.wait_for_timeout(20)
    return found


@contextmanager
def opening(browser: Any) -> Iterator[Callable[..., Any]]:
    """Opens an address in a window of its own: by default as on a small phone."""
    contexts = []

    def open_it(address: str, *, width: int = 360, height: int = 800, **options: Any) -> Any:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.requests = []
        page.until = functools.partial(until, page)
        page.on("request", lambda request: page.requests.append(request.url))
        page.goto(address)
        return page

    yield open_it
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(browser: Any) -> Iterator[Callable[..., Any]]:
    with opening(browser) as open_it:
        yield open_it


@pytest.fixture(scope="module")
def open_page_for_all(browser: Any) -> Iterator[Callable[..., Any]]:
    """The same, for a page that several tests of a module look at, none of which leaves it otherwise than it was."""
    with opening(browser) as open_it:
        yield open_it


AGAIN = """
() => {
  const folds = [...document.querySelectorAll("details")];
  window.unfolded ||= new Set(folds.filter(each => each.open));
  for (const each of folds) each.open = window.unfolded.has(each);
}
"""


@pytest.fixture(scope="session")
def again() -> Callable[[Any], Any]:
    """Brings a page that several tests look at back to how it was opened: on a small phone, with what was folded."""

    def bring_back(page: Any) -> Any:
        page.set_viewport_size({"width": 360, "height": 800})
        page.emulate_media(color_scheme="light", reduced_motion="no-preference")
        page.evaluate(AGAIN)
        return page

    return bring_back


@pytest.fixture(scope="session")
def newspaper_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A newspaper on this machine, whose article says the quote far down."""
    folder = tmp_path_factory.mktemp("newspaper")
    shutil.copy(Path(__file__).parent / "newspaper.html", folder / "bridge.html")
    with serving(folder) as address:
        yield address


@pytest.fixture(scope="session")
def newspaper() -> str:
    """Its address in the browser."""
    return NEWSPAPER


@pytest.fixture(scope="session")
def site_folder(make_site_once: Callable[..., Path]) -> Path:
    """The made-up timeline of the publishing tests, citing that newspaper."""
    events = (ROOT / "tests" / "publishing" / "data" / "harbour.yaml").read_text(encoding="utf-8")
    cited = events.replace("https://gazette.example/2021/bridge", f"{NEWSPAPER}bridge.html")
    return make_site_once("harbour-bridge", cited, name="The harbour bridge")


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    with serving(site_folder) as address:
        yield address


def long_timeline(number: int) -> str:
    """Events of ten years with actors, places, tags, periods, views and each status there is."""
    lines = ["schema: 1", "timeline: {title: A long dispute, scope: What two ports say of each other.}"]
    lines += ["actors:", "  union: {name: Union of Ports, text: Speaks for both.}", "  mayor: {name: Ada Okafor}"]
    lines += ["periods: [{title: The strike, from: 2013, to: 2014, text: Nobody worked.}]"]
    lines += ["views: [{id: power, title: Power, text: Who pays for what is burnt., tags: [energy]}]", "events:"]
    for at in range(number):
        lines += [
            f"  - id: e{at}",
            f"    date: {2010 + at * 10 // number}-{at % 12 + 1:02}-{at % 28 + 1:02}",
            f"    title: {('Talks are held', 'A bridge opens', 'A vote is put off')[at % 3]} {at}",
            f"    summary: What was said on that day, the {at}th of all.",
            f"    tags: [{('energy', 'trade', 'transport')[at % 3]}]",
            f"    places: [{('Fernhaven', 'Old Quay')[at % 2]}]",
            f"    status: {('happened', 'planned', 'postponed', 'cancelled', 'happened')[at % 5]}",
            f"    level: {('normal', 'key', 'background', 'normal')[at % 4]}",
            f"    actors: [{('union', 'mayor', 'Somebody')[at % 3]}]",
            "    source: https://paper.example/story",
        ]
    return "\n".join([*lines, ""])


@pytest.fixture(scope="session")
def medium(make_site_once: Callable[..., Path]) -> Iterator[str]:
    """Sixty events: enough for a chart and for filters, all on the home page."""
    with serving(make_site_once("medium", long_timeline(60), name="A dispute")) as address:
        yield address


@pytest.fixture(scope="session")
def large_folder(make_site_once: Callable[..., Path]) -> Path:
    """Two hundred and forty events, of which the home page shows a digest."""
    return make_site_once("large", long_timeline(240), name="A long dispute")


@pytest.fixture(scope="session")
def large(large_folder: Path) -> Iterator[str]:
    with serving(large_folder) as address:
        yield address


@pytest.fixture(scope="session")
def demo_folder(once: Once) -> Path:
    """The demo's site with all of its written pages."""
    return once("demo", lambda folder: run_mkdocs("-f", str(ROOT / "mkdocs.yml"), "-d", str(folder)))


@pytest.fixture(scope="session")
def demo(demo_folder: Path) -> Iterator[str]:
    with serving(demo_folder) as address:
        yield address
