"""From nothing to a reader: a timeline that `dateline init` began, empty and with what was accepted in a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.curating.load import load_timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

ARTICLE = """\
---
title: Storm closes the harbour of Port Elm
publisher: Coast Daily
published: 2024-03-15
---

A storm flooded the harbour of Port Elm on Thursday, the harbour master Jane Hill said.

Jane Hill will reopen the harbour on 22 March 2024, she said on Friday.
"""


def dateline(folder: Path, *arguments: str) -> None:
    """Run a command in a folder, on a day that does not change."""
    # Without its address, since it is served at another one.
    environment = os.environ | {"SITE_URL": "", "SOURCE_DATE_EPOCH": "1795219200", "DISABLE_MKDOCS_2_WARNING": "true"}
    command = [sys.executable, "-m", "generator", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stdout + done.stderr


def accept_the_first(folder: Path) -> None:
    """Review in a terminal: accept one candidate, and quit."""
    pexpect = pytest.importorskip("pexpect", reason="terminals are driven by pexpect", exc_type=ImportError)
    environment = os.environ | {"TERM": "xterm", "SOURCE_DATE_EPOCH": "1795219200"}
    review = pexpect.spawn(
        sys.executable, ["-m", "generator", "review"], encoding="utf-8", cwd=str(folder), env=environment, timeout=120
    )
    for key in "aq":
        review.expect(r"\? help\S*\s*\r\n")
        while review.getecho():  # it does not wait for a key yet
            time.sleep(0.01)
        review.send(key)
    review.expect("1 accepted")
    review.expect(pexpect.EOF)


@pytest.fixture(scope="module")
def begun(once: Callable[..., Path]) -> Path:
    """A folder with the site of a timeline just begun, and with the timeline after one candidate was accepted."""

    def begin(folder: Path) -> None:
        dateline(folder, "init", "port-elm", "--repository", "owner/port-elm", "--dateline", "dateline")
        timeline = folder / "port-elm"
        dateline(timeline, "build", "--site-dir", "../empty")
        (timeline / "data" / "articles" / "storm.md").write_text(ARTICLE, encoding="utf-8")
        dateline(timeline, "extract", "data/articles")
        accept_the_first(timeline)
        dateline(timeline, "build")

    return once("begun", begin)


@pytest.fixture(scope="module")
def empty(begun: Path, serve: Open) -> Iterator[str]:
    """Its site before anything is in it."""
    with serve(begun / "empty") as address:
        yield address


@pytest.fixture(scope="module")
def reviewed(begun: Path) -> Path:
    """The folder of its site after an article was read and one of its candidates accepted."""
    return begun / "port-elm" / "site"


@pytest.mark.parametrize("path", ["", "contribute/", "editorial/", "method/", "about/"])
def test_the_pages_of_an_empty_timeline_are_fit_to_be_read(empty: str, open_page: Open, path: str) -> None:
    page = open_page(f"{empty}{path}")
    base = pytest.importorskip("axe_playwright_python.base")
    page.evaluate(base.AXE_SCRIPT)
    assert page.evaluate("() => axe.run(document).then(found => found.violations)") == []
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        # The theme's drawer is on its way for a moment after the window got another width.
        page.until("width => document.documentElement.scrollWidth <= width", arg=width)
    assert [address for address in page.requests if not address.startswith((empty, "data:"))] == []


def test_the_empty_timeline_says_so_and_how_to_go_on(empty: str, open_page: Open) -> None:
    page = open_page(empty)
    assert page.locator("h1").inner_text() == "Port elm"
    assert page.get_by_text("No event has been published yet.").is_visible()
    assert page.get_by_text("Every date here is explained").is_visible()


def test_what_was_accepted_in_the_terminal_is_what_a_reader_finds(reviewed: Path, serve: Open, open_page: Open) -> None:
    (event,) = load_timeline(reviewed.parent / "data" / "events.yaml").events
    with serve(reviewed) as address:
        page = open_page(address)
        page.get_by_role("link", name=event.title).first.click()
        page.wait_for_url(f"{address}events/{event.id}/")
        assert page.get_by_text("14 March 2024").first.is_visible()
        assert page.get_by_text("Coast Daily").first.is_visible()


def test_what_nobody_has_judged_stands_in_no_file_of_the_site(reviewed: Path) -> None:
    said = [path for path in reviewed.rglob("*") if path.is_file() and b"reopen the harbour" in path.read_bytes()]
    assert said == []
    assert b"reopen the harbour" in (reviewed.parent / "data" / "inbox.yaml").read_bytes()
