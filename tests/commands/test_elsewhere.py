"""A site is built in a timeline's folder; elsewhere it is said what is missing and how to begin."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Dateline = Callable[..., Result]

README = "the README says under “Your own timeline” how to begin one"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", ["build", "serve"])
def test_without_a_configuration_it_is_said_where_to_run_and_how_to_begin(dateline: Dateline, command: str) -> None:
    result = dateline(command)
    assert result.exit_code == 1
    assert result.stderr == (
        "dateline: mkdocs.yml: there is no such file — "
        f"run this in the timeline's folder, or name the file with --config-file; {README}\n"
    )


@pytest.mark.parametrize("command", ["build", "serve"])
@pytest.mark.parametrize(("line", "docs"), [("", "docs"), ("docs_dir: pages\n", "pages")])
def test_without_its_folder_of_pages_it_is_said_what_to_make(
    folder: Path, dateline: Dateline, command: str, line: str, docs: str
) -> None:
    (folder / "mkdocs.yml").write_text(f"site_name: A\nplugins: [dateline]\n{line}")
    result = dateline(command)
    assert result.exit_code == 1
    assert result.stderr == (
        f"dateline: mkdocs.yml: there is no folder {docs}, where its pages should be — "
        f"make it and put the site's pages there, or name another with docs_dir; {README}\n"
    )


@pytest.mark.parametrize("content", ["site_name: [\n", "- a\n", "INHERIT: none.yml\n", "docs_dir: [a]\n"])
def test_a_configuration_that_cannot_be_read_is_left_to_mkdocs(folder: Path, dateline: Dateline, content: str) -> None:
    (folder / "mkdocs.yml").write_text(content)
    result = dateline("build")
    assert result.exit_code == 1
    assert "dateline: mkdocs.yml: MkDocs stopped: " in result.stderr


def test_a_configuration_without_keys_is_named(folder: Path, dateline: Dateline) -> None:
    (folder / "mkdocs.yml").write_text("7\n")
    result = dateline("build")
    assert result.exit_code == 1
    assert result.stderr.startswith("dateline: mkdocs.yml: this is no configuration — write “site_name: …”")
