"""`dateline diff` tells what changed since a revision, and checks nothing out."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import dateline
from generator.errors import FaultyTimelineError, TimelineFileError

OLD = """\
schema: 1
events:
  - id: vote
    date: 2021-03-04
    title: Council approves the bridge
    source: https://gazette.example/bridge
"""
STRIKE = """\
  - id: strike
    date: 2023-05-01
    title: "Strike @mayor <b>"
    source: https://gazette.example/strike
"""


def git(folder: Path, *arguments: str) -> None:
    person = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *person, *arguments], check=True, capture_output=True)  # noqa: S607 the machine's


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose timeline has gained an event since its last commit."""
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q", "-b", "main")
    Path("data").mkdir()
    Path("data/events.yaml").write_text(OLD)
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "One")
    Path("data/events.yaml").write_text(OLD + STRIKE)
    return tmp_path


def diff(*arguments: str) -> Result:
    return CliRunner().invoke(dateline, ["diff", *arguments])


@pytest.mark.usefixtures("repository")
def test_the_file_as_it_stands_is_compared_with_a_revision() -> None:
    assert diff("HEAD").output.splitlines() == [
        "New: 1 May 2023, “Strike @mayor <b>”",
        "  - cites “gazette.example”",
        "Beside the events:",
        "  - new source: “gazette-example-2023-05-01”, “gazette.example”",
        "A person should look at:",
        "  - “Strike @mayor <b>” rests on one source: is there a second?",
        "1 event added; 1 change beside them; 2 events published, 1 before",
    ]


def test_two_revisions_are_compared(repository: Path) -> None:
    git(repository, "commit", "-qam", "Two")
    Path("data/events.yaml").write_text("broken: [")
    assert diff("HEAD~1", "HEAD").output.startswith("New: 1 May 2023")
    assert diff("HEAD", "HEAD~1").output.startswith("Removed: 1 May 2023")


@pytest.mark.usefixtures("repository")
def test_a_revision_before_the_file_holds_an_empty_timeline() -> None:
    Path("data/more.yaml").write_text(OLD)
    assert diff("HEAD", "--events", "data/more.yaml").output.startswith("New: 4 March 2021")


def test_a_folder_of_files_is_compared_as_one_timeline(repository: Path) -> None:
    Path("data/events").mkdir()
    Path("data/events/2021.yaml").write_text(OLD)
    Path("data/events/2023.yaml").write_text("events:\n" + STRIKE)
    Path("data/events/notes.txt").write_text("none")
    Path("data/events.yaml").write_text("schema: 1\n")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "Two")
    git(repository, "rm", "-q", "data/events/2023.yaml")
    git(repository, "commit", "-qm", "Three")
    for named in ("data/events", "data/events.yaml"):
        assert diff("HEAD~1", "HEAD", "--events", named).output.startswith("Removed: 1 May 2023")
        assert diff("HEAD~1", "--events", named).output.startswith("Removed: 1 May 2023")


def test_a_timeline_that_is_all_in_files_of_a_folder_is_read_from_a_revision(repository: Path) -> None:
    Path("data/events").mkdir()
    Path("data/events/2021.yaml").write_text(OLD.replace("schema: 1\n", ""))
    Path("data/events/2023.yaml").write_text("events:\n" + STRIKE)
    Path("data/timeline.yaml").write_text("schema: 1\n")
    Path("data/events.yaml").unlink()
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "Two")
    Path("data/events/2023.yaml").unlink()
    assert diff("HEAD", "--events", "data/events").output.startswith("Removed: 1 May 2023")


@pytest.mark.usefixtures("repository")
def test_markdown_is_a_comment_in_which_strangers_words_stay_words() -> None:
    said = diff("HEAD", "--format", "markdown").output
    assert said.startswith("### What changes in the timeline\n\n1 event added")
    assert "- [ ] “Strike @\u2060mayor \\<b\\>” rests on one source" in said
    assert "@mayor" not in said


@pytest.mark.usefixtures("repository")
def test_a_comment_that_is_too_long_is_cut_at_a_line_and_says_so() -> None:
    events = "".join(STRIKE.replace("strike", f"strike-{number}") for number in range(400))
    Path("data/events.yaml").write_text(OLD + events)
    said = diff("HEAD", "--format", "markdown").output
    assert len(said) < 65_536
    assert "more: `dateline diff` prints them all." in said.splitlines()[-1]


@pytest.mark.usefixtures("repository")
def test_json_is_for_programs() -> None:
    [event] = json.loads(diff("HEAD", "--format", "json").output)["events"]
    assert (event["id"], event["kind"], len(event["needs"])) == ("strike", "added", 1)


def test_nothing_changed_is_said(repository: Path) -> None:
    git(repository, "commit", "-qam", "Two")
    assert diff("HEAD").output == "No event changed; 2 events published, 2 before\n"


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", "HEAD:data", "-h\x00", "@{99}"])
def test_what_is_no_revision_is_refused(repository: Path, revision: str) -> None:
    result = diff("--", revision)
    assert isinstance(result.exception, TimelineFileError)
    assert sorted(path.name for path in repository.iterdir()) == [".git", "data"]


def test_a_folder_without_a_repository_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    Path("events.yaml").write_text(OLD)
    result = diff("HEAD", "--events", "events.yaml")
    assert str(result.exception).startswith(".: this is in no git repository")


def test_a_machine_without_git_is_told_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert "git cannot be run here" in str(diff("HEAD").exception)


@pytest.mark.parametrize(("data", "what"), [(b"events: [", FaultyTimelineError), (b"\xff\xfe", TimelineFileError)])
def test_a_version_that_cannot_be_read_is_named(repository: Path, data: bytes, what: type[Exception]) -> None:
    Path("data/events.yaml").write_bytes(data)
    git(repository, "commit", "-qam", "Two")
    result = diff("HEAD~1", "HEAD")
    assert isinstance(result.exception, what)
    assert "HEAD:events.yaml" in str(result.exception)


@pytest.mark.parametrize("name", [b"\xff.yaml", b"a\nb.yaml", b"\xe2\x80\xae.yml"])
def test_no_name_of_a_file_hides_its_events(repository: Path, name: bytes) -> None:
    Path("data/events.yaml").write_text(OLD)
    (repository / "data" / "events").mkdir()
    (repository / "data" / "events" / os.fsdecode(name)).write_text(f"events:\n{STRIKE}")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "Two")
    assert diff("HEAD~1", "HEAD").output.startswith("New: 1 May 2023")


def test_a_fault_in_a_file_of_an_odd_name_can_be_printed(repository: Path) -> None:
    (repository / "data" / "events").mkdir()
    (repository / "data" / "events" / os.fsdecode(b"\xff.yaml")).write_bytes(b"\xfe")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "Two")
    assert "HEAD:events/\N{REPLACEMENT CHARACTER}.yaml: the file is not UTF-8" in str(diff("HEAD~1", "HEAD").exception)
