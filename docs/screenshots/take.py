"""Take the README's picture from the demo's site: the timeline on a desk, an event on a phone.

Run `make site` first, then `make screenshots`. Needs Chromium; CHROMIUM names it where it is not found.
"""

from __future__ import annotations

import base64
import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

HERE = Path(__file__).parent
SITE = HERE.parents[1] / "site"
EVENT = "events/2026-02-04-putin-xi-video-call/"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
BOARD = """
<body style="margin:0;padding:24px;display:flex;gap:24px;align-items:start;background:#dfe4ea">
<style>img {{ border-radius: 8px; box-shadow: 0 2px 12px #0004 }}</style>
<img src="data:image/png;base64,{desk}" width="880"><img src="data:image/png;base64,{phone}" width="300">
"""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine: opened from a disk, the theme has no search."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def picture(browser: Browser, address: str, width: int, height: int) -> str:
    """A page of the site as it stands on the first screen, as PNG in base 64."""
    window = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    window.goto(address, wait_until="networkidle")
    return base64.b64encode(window.screenshot()).decode()


def main() -> None:
    """Write home.png beside this file."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    with serving(SITE) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        board = browser.new_page(viewport={"width": 1252, "height": 715})
        board.set_content(
            BOARD.format(desk=picture(browser, site, 1280, 970), phone=picture(browser, site + EVENT, 360, 800)),
            wait_until="load",
        )
        board.screenshot(path=HERE / "home.png")
        browser.close()


if __name__ == "__main__":
    main()
