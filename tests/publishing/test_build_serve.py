"""A served site that follows the timeline's file."""

from __future__ import annotations

import datetime as dt
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from generator.errors import SiteError
from generator.publishing.engine import Options, serve_site

PATIENCE = 120.0
"""Seconds that a slow machine is given."""

# A shell that starts the tests in the background has them ignore interrupts; the server is stopped by one.
SERVE = """
import datetime, pathlib, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from generator.publishing.engine import Options, serve_site
serve_site(Options(pathlib.Path("mkdocs.yml"), datetime.date(2026, 11, 21)), sys.argv[1])
"""


def free_address() -> str:
    """An address that the system gives to nobody else for a minute, as a connection there has just been ended."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        host, port = server.getsockname()
        with socket.create_connection((host, port)):
            server.accept()[0].close()
    return f"{host}:{port}"


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """Where the project is served meanwhile; what the server says goes to `said.txt`."""
    address = free_address()
    with (project / "said.txt").open("w") as said:
        server = subprocess.Popen([sys.executable, "-c", SERVE, address], cwd=project, stderr=said)
        try:
            yield address
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(PATIENCE)


def wait_for(address: str, text: str) -> str:
    """The event's page, as soon as it holds a text."""
    deadline = time.monotonic() + PATIENCE
    html = ""
    while time.monotonic() < deadline:
        with suppress(urllib.error.URLError, ConnectionError):
            with urllib.request.urlopen(f"http://{address}/events/2026-02-04-call/") as answer:
                html = answer.read().decode()
            if text in html:
                return html
        time.sleep(0.1)
    pytest.fail(f"“{text}” is not on the page: {html[:200]}")


def save(path: Path, text: str) -> None:
    """Save as Dateline and most editors do: a new file takes the old one's place."""
    path.with_suffix(".new").write_text(text)
    path.with_suffix(".new").replace(path)


def test_a_change_of_the_timeline_is_shown_and_a_fault_is_told_without_a_traceback(project: Path, address: str):
    events = project / "data" / "events.yaml"
    text = events.read_text()
    wait_for(address, "Leaders speak by video link")

    save(events, text.replace("Leaders speak", "Presidents speak"))
    wait_for(address, "Presidents speak by video link")

    save(events, text.replace("date: 2026-02-04", "date: 2026-02-34"))
    deadline = time.monotonic() + PATIENCE
    while "data/events.yaml:5:" not in (project / "said.txt").read_text() and time.monotonic() < deadline:
        time.sleep(0.1)
    save(events, text.replace("Leaders speak", "They speak"))
    wait_for(address, "They speak by video link")

    said = (project / "said.txt").read_text()
    assert f"Serving on http://{address}/" in said
    assert "data/events.yaml:5:" in said
    assert "Traceback" not in said


@pytest.mark.usefixtures("project")
def test_an_address_that_is_taken_is_named():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(SiteError, match=f"{address}: the site cannot be served there: Address already in use"):
            serve_site(Options(Path("mkdocs.yml"), dt.date(2026, 11, 21)), address)
