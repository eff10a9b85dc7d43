from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from generator.curating.exchange import exchange
from generator.curating.write import locked, replace_file, write_atomically
from generator.errors import EditError, LockedError, TimelineFileError


@pytest.fixture
def events(tmp_path: Path) -> Path:
    path = tmp_path / "events.yaml"
    path.write_bytes(b"old\n")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_and_nothing_else_is_left(events: Path) -> None:
    with locked(events):
        replace_file(events, "old\n", "new\r\n")
    assert events.read_bytes() == b"new\r\n"
    assert names(events.parent) == ["events.yaml"]


def test_a_byte_order_mark_stays(events: Path) -> None:
    events.write_bytes(b"\xef\xbb\xbfold\n")
    replace_file(events, "old\n", "new\n")
    assert events.read_bytes() == b"\xef\xbb\xbfnew\n"


def test_permissions_stay(events: Path) -> None:
    events.chmod(0o640)
    replace_file(events, "old\n", "new\n")
    assert stat.S_IMODE(events.stat().st_mode) == 0o640


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    replace_file(tmp_path / "events.yaml", None, "new\n")
    assert (tmp_path / "events.yaml").stat().st_mode == plain.stat().st_mode


def test_what_an_editor_saved_meanwhile_is_not_overwritten(events: Path) -> None:
    events.write_bytes(b"saved by hand\n")
    with pytest.raises(EditError, match="changed by somebody else"):
        replace_file(events, "old\n", "new\n")
    assert events.read_bytes() == b"saved by hand\n"


def test_a_file_that_came_up_meanwhile_is_not_overwritten(events: Path) -> None:
    with pytest.raises(EditError, match="changed by somebody else"):
        replace_file(events, None, "new\n")
    assert events.read_bytes() == b"old\n"


def test_a_symbolic_link_stays_one_and_its_target_is_written(events: Path) -> None:
    folder = events.parent / "elsewhere"
    folder.mkdir()
    link = folder / "link.yaml"
    link.symlink_to(events)
    with locked(link):
        replace_file(link, "old\n", "new\n")
    assert link.is_symlink()
    assert events.read_bytes() == b"new\n"


def test_a_link_that_goes_round_in_a_circle_is_named(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(link)
    with pytest.raises(TimelineFileError), locked(link):
        replace_file(link, None, "new\n")


def test_a_read_only_file_is_not_changed(events: Path) -> None:
    events.chmod(0o444)
    with pytest.raises(TimelineFileError, match="read-only"):
        replace_file(events, "old\n", "new\n")
    assert events.read_bytes() == b"old\n"
    assert names(events.parent) == ["events.yaml"]


@pytest.fixture
def no_swap(monkeypatch: pytest.MonkeyPatch) -> None:
    """The disk does not let two files change places."""
    monkeypatch.setattr("generator.curating.write.exchange", lambda *_: False)


@pytest.mark.parametrize("call", ["os.fsync", "generator.curating.write.exchange"])
def test_a_full_disk_changes_nothing_and_leaves_nothing(
    events: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(call, fail)
    with pytest.raises(TimelineFileError, match="no space left"):
        replace_file(events, "old\n", "new\n")
    assert events.read_bytes() == b"old\n"
    assert names(events.parent) == ["events.yaml"]


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "events.yaml"
    with pytest.raises(TimelineFileError, match="its folder does not exist"), locked(path):
        pass
    with pytest.raises(TimelineFileError, match="its folder does not exist"):
        write_atomically(path, b"new\n")


def test_a_folder_that_cannot_be_written_to_is_named(events: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root may write anywhere, so the refusal of the system is acted.
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with pytest.raises(TimelineFileError, match="permission denied"):
        replace_file(events, "old\n", "new\n")
    assert events.read_bytes() == b"old\n"


def test_a_second_run_waits_briefly_and_says_why_it_stops(events: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from generator.curating.write import locked\n"
        "with locked(Path(sys.argv[1])):\n    print('held', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(events)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(LockedError, match="another run is writing"), locked(events, timeout=0.1):
            pass
        other.communicate("")
    with locked(events):
        replace_file(events, "old\n", "new\n")
    assert names(events.parent) == ["events.yaml"]


def test_many_writers_at_once_lose_no_line(events: Path) -> None:
    def append(number: int) -> None:
        with locked(events, timeout=120):
            old = events.read_text()
            replace_file(events, old, f"{old}{number}\n")

    threads = [threading.Thread(target=append, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(events.read_text().split()) == sorted(["old", *map(str, range(8))])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_file_is_neither_waited_for_nor_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "events.yaml"
    os.mkfifo(pipe)
    with pytest.raises(TimelineFileError, match="a device or a pipe"):
        replace_file(pipe, "", "new\n")
    with pytest.raises(TimelineFileError, match="a device, a pipe or a folder"):
        write_atomically(pipe, b"new\n")
    assert pipe.is_fifo()
    assert names(tmp_path) == ["events.yaml"]


@pytest.mark.usefixtures("no_swap")
def test_a_disk_that_swaps_no_files_gets_the_new_one_too(events: Path) -> None:
    replace_file(events, "old\n", "new\n")
    assert events.read_bytes() == b"new\n"
    assert names(events.parent) == ["events.yaml"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets two files change places")
def test_two_files_change_places(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("1")
    other.write_text("2")
    if not exchange(one, other):
        pytest.skip("this disk does not let two files change places")
    assert (one.read_text(), other.read_text()) == ("2", "1")
    with pytest.raises(FileNotFoundError):
        exchange(one, tmp_path / "missing")


@pytest.mark.usefixtures("no_swap")
def test_a_folder_that_lets_no_file_go_is_named_too(events: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "replace", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(TimelineFileError, match="not permitted; it was left as it is"):
        replace_file(events, "old\n", "new\n")
    assert events.read_bytes() == b"old\n"
