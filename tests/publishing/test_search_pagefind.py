"""Pagefind's index: chosen by size, made of lean pages, in the place of the theme's."""

from __future__ import annotations

import json
import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import SiteError
from generator.publishing import search_engine, search_pagefind
from generator.publishing.page import SearchEntry
from generator.publishing.search_engine import choose
from generator.publishing.search_pagefind import Record, find_program, record_of, write_index, written_by_people

INDEX = json.dumps(
    {
        "config": {"lang": ["en"]},
        "docs": [
            {"location": "method/", "title": "Method", "text": "<p>By hand</p>"},
            {"location": "method/#dates", "title": "Dates", "text": "<p>With care</p>"},
            {"location": "es/method/", "title": "Método", "text": "<p>A mano</p>"},
        ],
    }
)

installed = pytest.mark.skipif(find_program() is None, reason="Pagefind is an extra")


@pytest.mark.parametrize(
    ("choice", "events", "there", "engine"),
    [
        ("auto", 300, True, "built-in"),
        ("auto", 301, True, "pagefind"),
        ("auto", 301, False, "built-in"),
        ("built-in", 9999, True, "built-in"),
        ("pagefind", 1, True, "pagefind"),
        ("none", 1, True, "none"),
    ],
)
def test_the_search_is_chosen_by_size_or_by_the_configuration(
    choice: search_engine.Choice, events: int, *, there: bool, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_engine, "find_program", lambda: Path("pagefind") if there else None)
    assert choose(choice, events, asked_for=True) == engine
    assert choose(choice, events, asked_for=False) == "none"


def test_a_large_site_without_pagefind_is_told_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(search_engine, "find_program", lambda: None)
    with caplog.at_level(logging.INFO):
        choose("auto", 5000, asked_for=True)
    assert "pip install 'dateline[search]'" in caplog.text
    with pytest.raises(SiteError, match="Pagefind is not installed"):
        choose("pagefind", 1, asked_for=True)


def test_an_event_is_found_by_its_text_and_tags_and_they_are_escaped() -> None:
    record = record_of(SearchEntry("events/x/", "R&D", "Tom & <b>", ("<i>", "gas")), "es", "es")
    assert record == Record("es/events/x/", "es", "R&D", "<p>Tom &amp; &lt;b&gt;</p><p>&lt;i&gt;, gas</p>")


def test_what_people_wrote_is_a_record_for_each_page_in_its_language() -> None:
    records = list(written_by_people(INDEX, "en", ["es"]))
    assert [(record.path, record.language, record.title) for record in records] == [
        ("method/", "en", "Method"),
        ("es/method/", "es", "Método"),
    ]
    assert "With care" in records[0].html


@installed
def test_the_index_has_a_fragment_for_each_record_and_no_interface(tmp_path: Path) -> None:
    (tmp_path / "pagefind").mkdir()
    (tmp_path / "pagefind" / "old.js").write_text("")
    records = [
        Record(f"events/{n}/", language, f"Event \x00{n}", "<p>A bridge</p>") for n, language in enumerate(["en", "es"])
    ]
    write_index(records, tmp_path)
    assert len(list((tmp_path / "pagefind" / "fragment").iterdir())) == 2
    names = {path.name.partition(".")[0] for path in (tmp_path / "pagefind").iterdir()}
    assert names == {"fragment", "index", "pagefind", "pagefind-entry", "pagefind-worker", "wasm"}
    entry = json.loads((tmp_path / "pagefind" / "pagefind-entry.json").read_text())
    assert {language: each["page_count"] for language, each in entry["languages"].items()} == {"en": 1, "es": 1}


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("echo", "it ended"),
        ("printf 'abc,'", "Pagefind made no search index: (?!it ended)"),
        ("printf '%s,' eyJwYXlsb2FkIjp7InR5cGUiOiJFcnJvciIsIm1lc3NhZ2UiOiJubyByb29tIn19", "no room"),
    ],
)
def test_a_program_that_fails_is_said_with_its_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, why: str
) -> None:
    program = tmp_path / "pagefind.sh"
    program.write_text(f"#!/bin/sh\n{script.replace('echo', 'exit 3')}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(search_pagefind, "find_program", lambda: program)
    with pytest.raises(SiteError, match=why):
        write_index([Record("a/", "en", "A", "")], tmp_path / "site")


@pytest.mark.parametrize("error", [OSError("no room"), KeyError("title")])
def test_a_record_that_cannot_be_made_ends_the_conversation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def records() -> Iterator[Record]:
        yield Record("a/", "en", "A", "")
        raise error

    program = tmp_path / "pagefind.sh"
    program.write_text("#!/bin/sh\nexec cat >/dev/null\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(search_pagefind, "find_program", lambda: program)
    with pytest.raises((SiteError, KeyError), match=r"no room|title"):
        write_index(records(), tmp_path / "site")


def test_a_program_that_cannot_be_run_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_pagefind, "find_program", lambda: tmp_path / "none")
    with pytest.raises(SiteError, match="Pagefind made no search index"):
        write_index([], tmp_path)


def test_without_a_package_the_programs_own_name_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_pagefind, "_PACKAGES", ())
    monkeypatch.setattr(search_pagefind.shutil, "which", lambda name: f"/bin/{name}" if name == "pagefind" else None)
    assert find_program() == Path("/bin/pagefind")
    monkeypatch.setattr(search_pagefind.shutil, "which", lambda _name: None)
    assert find_program() is None
