from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.scaffold import requirement as room
from generator.scaffold.answers import (
    Answers,
    pages_address,
    repository_address,
    site_address,
    title_of,
    title_text,
)
from generator.scaffold.requirement import installed, is_local, requirement


@pytest.mark.parametrize(
    ("folder", "title"), [("bay-bridges", "Bay bridges"), ("EU_aid", "EU aid"), ("---", "Timeline"), ("1989", "1989")]
)
def test_a_title_is_made_of_the_folders_name(tmp_path, folder, title):
    assert title_of(tmp_path / folder) == title


@pytest.mark.parametrize("title", ["", "  ", "a\x1bb", "a\u202eb"])
def test_a_title_that_cannot_be_seen_is_refused(title):
    with pytest.raises(UsageError, match="is no title"):
        title_text(title)


def test_a_title_stands_on_one_line():
    assert title_text(" Bay\n bridges ") == "Bay bridges"


@pytest.mark.parametrize(
    ("said", "address"),
    [
        ("owner/bay", "https://github.com/owner/bay"),
        ("https://github.com/owner/bay.git", "https://github.com/owner/bay"),
        ("https://code.example/owner/bay/", "https://code.example/owner/bay"),
        ("", ""),
    ],
)
def test_a_repository_is_named_shortly_or_by_its_address(said, address):
    assert repository_address(said) == address


@pytest.mark.parametrize("said", ["bay", "owner/bay/more", "git@github.com:owner/bay", "javascript:alert(1)"])
def test_what_is_no_repository_is_refused(said):
    with pytest.raises(UsageError, match="is no repository"):
        repository_address(said)


def test_a_sites_address_ends_with_a_slash_and_is_of_the_web():
    assert site_address("https://a.example/x") == "https://a.example/x/"
    assert site_address(" ") == ""
    with pytest.raises(UsageError, match="is no web address"):
        site_address("a.example")


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        ("https://github.com/Owner/bay", "https://owner.github.io/bay/"),
        ("https://github.com/owner/owner.github.io", "https://owner.github.io/"),
        ("https://code.example/owner/bay", ""),
        ("", ""),
    ],
)
def test_github_shows_a_repositorys_site_under_its_owners_name(repository, address):
    assert pages_address(repository) == address


def test_only_of_github_it_is_known_where_files_are_edited():
    there = Answers("T", "", "https://github.com/o/n", "en", "CC-BY-4.0", "dateline")
    elsewhere = Answers("T", "", "https://code.example/o/n", "en", "CC-BY-4.0", "dateline")
    assert there.edit_base == "https://github.com/o/n/edit/main/"
    assert there.issues_url == "https://github.com/o/n/issues/new"
    assert (elsewhere.edit_base, elsewhere.issues_url) == ("", "")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("dateline", "dateline"),
        ("dateline==0.1.0", "dateline==0.1.0"),
        ("dateline[search] >=0.1, <1", "dateline[search] >=0.1, <1"),
        ("git+https://code.example/dateline@v1", "dateline @ git+https://code.example/dateline@v1"),
        ("dateline @ git+https://code.example/dateline", "dateline @ git+https://code.example/dateline"),
        ("file:///srv/dateline", "dateline @ file:///srv/dateline"),
    ],
)
def test_a_requirement_is_written_as_pip_reads_it(said, line):
    assert requirement(said) == line


def test_a_folder_with_the_program_is_a_requirement(tmp_path):
    (tmp_path / "pyproject.toml").write_text("")
    assert requirement(str(tmp_path)) == f"dateline @ {tmp_path.as_uri()}"


@pytest.mark.parametrize("said", ["", "datelime", "dateline; rm -rf", "dateline==1\nevil", "nowhere/at/all"])
def test_what_pip_could_not_install_is_refused(said):
    with pytest.raises(UsageError, match="nothing that pip could install"):
        requirement(said)


class Distribution:
    version = "0.1.0"

    def __init__(self, text: str | None) -> None:
        self.text = text

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return self.text


@pytest.mark.parametrize(
    ("direct", "line"),
    [
        (None, "dateline==0.1.0"),
        ('{"url": "file:///srv/dateline", "dir_info": {"editable": true}}', "dateline @ file:///srv/dateline"),
        (
            '{"url": "https://code.example/dateline", "vcs_info": {"vcs": "git", "commit_id": "abc1"}}',
            "dateline @ git+https://code.example/dateline@abc1",
        ),
    ],
)
def test_what_runs_now_is_what_the_new_timeline_gets(monkeypatch, direct, line):
    monkeypatch.setattr(room, "distribution", lambda _name: Distribution(direct))
    assert installed() == line
    assert is_local(line) == ("file:" in line)


def test_a_program_that_was_not_installed_is_asked_for_by_name(monkeypatch):
    def missing(name):
        raise room.PackageNotFoundError(name)

    monkeypatch.setattr(room, "distribution", missing)
    assert installed() == "dateline"
    assert not is_local("dateline")


def test_a_folders_name_is_found_from_where_one_stands(tmp_path, monkeypatch):
    (tmp_path / "old-town").mkdir()
    monkeypatch.chdir(tmp_path / "old-town")
    assert title_of(Path()) == "Old town"
