"""Sites built as a reader gets them, with the theme as the demo has it, and served compressed on this machine."""

from __future__ import annotations

import functools
import gzip
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from timelines import invent

from sites.makers import write_ours

ROOT = Path(__file__).parents[2]
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking")
"""What Chromium is started with."""

EPOCH = "1795219200"
COMPRESSED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg+xml")
CONFIGURATION = """\
INHERIT: {root}/mkdocs.yml
site_name: Towns and ports
site_url: https://example.org/
docs_dir: docs
site_dir: site
nav: [index.md, sources/index.md, years/index.md, actors/index.md, places/index.md, tags/index.md, data/index.md]
plugins: [search, dateline]
"""


def find_chromium() -> str:
    """Where the browser is; the program ends where there is none."""
    found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    return found or sys.exit("This needs Chromium: install it, or name it in CHROMIUM.")


class Compressing(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as a static host does: compressed, and kept for an hour."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file, or the site's page for what is not found."""
        path = Path(self.translate_path(urlsplit(self.path).path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        path = path if found else Path(self.directory) / "404.html"
        content, kind = path.read_bytes() if path.is_file() else b"", self.guess_type(path)
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        if kind.startswith(COMPRESSED):
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=3600")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 the library's names
        """Keep quiet."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine."""
    handler = functools.partial(Compressing, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def build(configuration: Path, target: Path) -> Path:
    """Build a site."""
    environment = os.environ | {
        "SOURCE_DATE_EPOCH": EPOCH,
        "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": "https://example.org/",
        "EDIT_BASE": "https://code.example/edit/main/",
        "ISSUES_URL": "https://code.example/issues/new",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(configuration), "-d", str(target)]
    subprocess.run(command, check=True, env=environment)
    return target


def build_invented(folder: Path, events: int) -> Path:
    """Build the site of an invented timeline, with the theme as the demo's site has it."""
    folder.mkdir()
    write_ours(folder, invent(events))
    (folder / "mkdocs.yml").write_text(CONFIGURATION.format(root=ROOT), encoding="utf-8")
    return build(folder / "mkdocs.yml", folder / "site")
