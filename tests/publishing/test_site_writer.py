"""How a page and a file get into the site's folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ShellError
from generator.publishing.drafts import FileDraft, PageDraft
from generator.publishing.page import Page, SearchEntry
from generator.publishing.shells import Shell
from generator.publishing.site_writer import SiteWriter
from generator.publishing.slots import kind_of

FOUND = SearchEntry("events/call/", "A call", "They spoke.")
CALL = Page("event", "events/call/", "A call", "They spoke", "<p>They spoke</p>", search=(FOUND,))
SHELLS = {kind_of(CALL): Shell(("<title>", "</title>", ""), ("title", "content"))}


def draft_of(page: Page) -> PageDraft:
    return PageDraft(page.path, lambda: page, page.shell, "events")


def test_a_page_stands_in_a_folder_of_its_own(tmp_path: Path):
    SiteWriter(tmp_path, SHELLS).page(draft_of(CALL))

    assert (tmp_path / "events/call/index.html").read_text() == "<title>A call</title><p>They spoke</p>"


def test_what_utf_8_cannot_say_becomes_a_character_reference(tmp_path: Path):
    odd = Page("event", "events/odd/", "Odd \ud800", "", "")

    SiteWriter(tmp_path, SHELLS).page(draft_of(odd))

    assert "&#55296;" in (tmp_path / "events/odd/index.html").read_text()


def test_a_page_without_a_shell_is_named(tmp_path: Path):
    with pytest.raises(ShellError, match="no shell for the page “events/call/”"):
        SiteWriter(tmp_path).page(draft_of(CALL))


def test_what_can_be_found_is_listed_only_where_readers_can_search(tmp_path: Path):
    page = SiteWriter(tmp_path, SHELLS).page(draft_of(CALL))
    unsearched = SiteWriter(tmp_path, SHELLS, searched=False).page(draft_of(CALL))

    assert (page.path, page.search) == (CALL.path, (FOUND,))
    assert (unsearched.path, unsearched.search) == (CALL.path, ())


def test_files_keep_their_bytes_and_share_their_folders(tmp_path: Path):
    writer = SiteWriter(tmp_path)
    for name in ("events", "sources"):
        writer.file(FileDraft(f"api/v1/{name}.json", lambda: b"{}\r\n", "api"))
    writer.file(FileDraft("events.json", lambda: b"[]", "api"))

    assert (
        (tmp_path / "api/v1/events.json").read_bytes() == (tmp_path / "api/v1/sources.json").read_bytes() == b"{}\r\n"
    )
    assert (tmp_path / "events.json").read_bytes() == b"[]"
