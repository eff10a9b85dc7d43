from __future__ import annotations

from pathlib import Path

import pytest

from generator.curating.seen import add_seen, read_seen, seen_path
from generator.errors import TimelineFileError

A, B, C = "0a1b2c3d4e", "1111111111", "ffffffffff"


def test_nothing_was_seen_before_the_first_run(tmp_path: Path) -> None:
    assert read_seen(tmp_path / "events.yaml") == frozenset()


@pytest.mark.parametrize(
    ("events", "memory"),
    [("events.yaml", "seen.txt"), ("events.yml", "seen.txt"), ("t.yaml", "t.seen.txt"), ("a.b.yaml", "a.b.seen.txt")],
)
def test_each_timeline_of_a_folder_has_a_memory_of_its_own(tmp_path: Path, events: str, memory: str) -> None:
    add_seen(tmp_path / events, [A])
    assert [path.name for path in tmp_path.iterdir()] == [memory]


def test_fingerprints_stand_sorted_a_line_each(tmp_path: Path) -> None:
    events = tmp_path / "events.yaml"
    assert add_seen(events, [C, A])
    assert add_seen(events, [B, A])
    assert seen_path(events).read_text() == f"{A}\n{B}\n{C}\n"
    assert read_seen(events) == {A, B, C}


def test_what_is_known_is_not_written_again(tmp_path: Path) -> None:
    events = tmp_path / "events.yaml"
    seen_path(events).write_text(f"{C}\n{A}\n")
    assert not add_seen(events, [A])
    assert seen_path(events).read_text() == f"{C}\n{A}\n"


def test_both_sides_of_a_merge_hold(tmp_path: Path) -> None:
    events = tmp_path / "events.yaml"
    seen_path(events).write_bytes(
        f"# do not edit\r\n<<<<<<< ours\r\n{B}\r\n=======\r\n{C}\r\n>>>>>>> theirs\r\n\r\n".encode()
    )
    assert read_seen(events) == {B, C}
    add_seen(events, [A])
    assert seen_path(events).read_text() == f"# do not edit\n{A}\n{B}\n{C}\n"


@pytest.mark.parametrize("junk", [b"Putin and Xi\n", b"0A1B2C3D4E\n", b"\xff\xfe\n", b"123\n"])
def test_a_line_that_is_no_fingerprint_is_named_and_kept(tmp_path: Path, junk: bytes) -> None:
    events = tmp_path / "events.yaml"
    seen_path(events).write_bytes(junk)
    with pytest.raises(TimelineFileError, match=r"seen\.txt"):
        add_seen(events, [A])
    assert seen_path(events).read_bytes() == junk


def test_a_memory_that_is_no_text_or_no_file_says_what_to_do(tmp_path: Path) -> None:
    events = tmp_path / "events.yaml"
    seen_path(events).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TimelineFileError, match=r"not text in UTF-8 — restore it"):
        read_seen(events)
    seen_path(events).unlink()
    seen_path(events).mkdir()
    with pytest.raises(TimelineFileError, match=r"no file — restore it"):
        read_seen(events)


def test_a_memory_that_cannot_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    events = tmp_path / "events.yaml"
    seen_path(events).write_text(f"{A}\n")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)
    with pytest.raises(TimelineFileError, match="cannot be read: permission denied — check its permissions"):
        read_seen(events)
