"""What cannot be read or written is named, and nothing is harmed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.curating.load import load_timeline
from generator.curating.write import locked

Dateline = Callable[..., Result]
State = Callable[[], dict[str, tuple[bytes, int]]]

TODAY = ("--today", "2026-11-21")


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(work: Path, extract: Dateline) -> None:
    (work / "articles" / "empty.txt").write_bytes(b"")
    (work / "articles" / "binary.txt").write_bytes(bytes(range(256)) * 40)
    result = extract("articles")
    assert result.exit_code == 0
    assert "Not read, 2 in all, with what to do:" in result.stdout
    assert "articles/empty.txt" in result.stdout
    assert len(load_timeline(work / "t.yaml").events) == 3


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 100, b" \n\t\n"])
def test_where_nothing_could_be_read_the_exit_code_says_so(work: Path, extract: Dateline, content: bytes) -> None:
    (work / "bad.txt").write_bytes(content)
    result = extract("bad.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("dateline: bad.txt")
    assert not (work / "t.yaml").exists()


@pytest.mark.parametrize("path", ["missing.txt", "empty"])
def test_a_path_without_articles_is_named(work: Path, extract: Dateline, path: str) -> None:
    (work / "empty").mkdir()
    result = extract(path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"dateline: {path}: ")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"events:\n<<<<<<< ours\n  - id: a\n=======\n  - id: b\n>>>>>>> theirs\n", "unfinished merge"),
        (b"events:\n  - id: a\n    titel: x\n", "the timeline has 1 error"),
        (b"events: [\n", "the timeline has 1 error"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"events: [{id: a, date: 2020, title: x}]\n", "nothing can be put safely"),
    ],
)
def test_a_file_that_cannot_be_edited_safely_is_left_as_it_is(
    work: Path, extract: Dateline, content: bytes, message: str, state: State
) -> None:
    (work / "t.yaml").write_bytes(content)
    before = state()
    result = extract("articles")
    assert result.exit_code == 1
    assert message in result.stderr
    assert state() == before


def test_an_events_file_that_is_a_folder_or_has_none_is_named(work: Path, dateline: Dateline) -> None:
    for path, message in (("articles", "this is a folder"), ("no/where/t.yaml", "its folder does not exist")):
        result = dateline("extract", "echo.md", "--events", path, *TODAY)
        assert result.exit_code == 1
        assert message in result.stderr
    assert not (work / "no").exists()


def test_a_memory_that_is_damaged_stops_the_run_before_it_writes(work: Path, extract: Dateline) -> None:
    (work / "t.seen.txt").write_text("what is this\n")
    result = extract("articles")
    assert result.exit_code == 1
    assert "t.seen.txt:1: “what is this” is not a fingerprint" in result.stderr
    assert not (work / "t.yaml").exists()


def test_two_runs_at_once_do_not_meet(work: Path, extract: Dateline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.commands.extract.locked", lambda path: locked(path, timeout=0.1))
    with locked(work / "t.yaml"):
        result = extract("articles")
    assert result.exit_code == 1
    assert "another run is writing this timeline" in result.stderr
    assert not (work / "t.yaml").exists()
