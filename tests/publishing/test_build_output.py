"""What is written into the site's folder."""

from __future__ import annotations

from pathlib import Path

from generator.publishing.output import complete, write_files
from generator.publishing.page import Page


def test_files_keep_their_bytes(tmp_path: Path):
    write_files([("api/v1/events.json", b"{}\r\n")], tmp_path)

    assert (tmp_path / "api/v1/events.json").read_bytes() == b"{}\r\n"


def test_a_site_without_search_and_sitemap_gets_neither(tmp_path: Path):
    call = Page("event", "events/call/", "A call", "They spoke", "<p>They spoke</p>")

    complete([call.listed], [], tmp_path, "https://example.org/")

    assert list(tmp_path.iterdir()) == []
