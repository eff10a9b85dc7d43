"""What is written into the site's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ShellError
from generator.publishing.drafts import PageDraft
from generator.publishing.output import complete, write_files, write_pages
from generator.publishing.page import Page
from generator.publishing.shells import Shell
from generator.publishing.slots import kind_of

CALL = Page("event", "events/call/", "A call", "They spoke", "<p>They spoke</p>")
SHELLS = {kind_of(CALL): Shell(("<title>", "</title>", ""), ("title", "content"))}


def draft_of(page: Page) -> PageDraft:
    return PageDraft(page.path, lambda: page, page.shell)


def test_a_page_stands_in_a_folder_of_its_own(tmp_path: Path):
    write_pages([draft_of(CALL)], SHELLS, tmp_path, "")

    assert (tmp_path / "events/call/index.html").read_text() == "<title>A call</title><p>They spoke</p>"


def test_what_utf_8_cannot_say_becomes_a_character_reference(tmp_path: Path):
    odd = Page("event", "events/odd/", "Odd \ud800", "", "")

    write_pages([draft_of(odd)], SHELLS, tmp_path, "")

    assert "&#55296;" in (tmp_path / "events/odd/index.html").read_text()


def test_a_page_without_a_shell_is_named(tmp_path: Path):
    with pytest.raises(ShellError, match="no shell for the page “events/call/”"):
        write_pages([draft_of(CALL)], {}, tmp_path, "")


def test_files_keep_their_bytes(tmp_path: Path):
    write_files([("api/v1/events.json", b"{}\r\n")], tmp_path)

    assert (tmp_path / "api/v1/events.json").read_bytes() == b"{}\r\n"


def test_a_site_without_search_and_sitemap_gets_neither(tmp_path: Path):
    complete([CALL.listed], [], tmp_path, "https://example.org/")

    assert list(tmp_path.iterdir()) == []
