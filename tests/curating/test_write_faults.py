"""No edit is ever lost: whatever call of the system fails during a write, and wherever the program dies."""

from __future__ import annotations

import json
import platform
import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from generator.curating.write import locked, replace_file
from generator.errors import EditError, TimelineFileError

DRIVER = Path(__file__).with_name("write_faults.py")
MEMORY = Path("/dev/shm")  # noqa: S108 a folder of its own is made in it
TRACED = pytest.mark.skipif(
    (sys.platform, platform.machine()) != ("linux", "x86_64"), reason="calls are told apart on Linux on x86-64 alone"
)


@pytest.fixture(scope="module", params=["one file", "link", "network disk", "several files", "split", "join"])
def scene(request: pytest.FixtureRequest) -> dict[str, Any]:
    """What became of a timeline for each call that went wrong."""
    # In memory, where there is such a folder: thousands of writes are made to last.
    with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        command = [sys.executable, DRIVER, request.param, folder]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if "nothing was traced" in ran.stderr:
        pytest.skip("this system lets no program trace another")
    assert ran.returncode == 0, ran.stderr
    return {**json.loads(ran.stdout), "name": request.param}


def wrong(scene: dict[str, Any], holds: Any) -> list[str]:
    return [f"{one['step']} {one['call']} {one['fault']}: {one}" for one in scene["outcomes"] if not holds(one)]


@TRACED
def test_each_file_is_whole_the_old_or_the_new_and_the_message_says_which(scene: dict[str, Any]) -> None:
    old, new = scene["old"], scene["new"]

    def whole(one: dict[str, Any]) -> bool:
        return all(text in (old.get(name), new.get(name)) for name, text in one["files"].items())

    def as_told(one: dict[str, Any]) -> bool:
        said, files = one["said"], one["files"]
        if not said:
            return files == new
        if said == "killed":
            return True
        written = {name for name in old | new if f"/{name}" in said.partition("written before that: ")[2]}
        left = all(files.get(name) == (new if name in written else old).get(name) for name in old | new)
        return left and not said.startswith("Traceback")

    assert len(scene["outcomes"]) > 100
    assert wrong(scene, whole) == []
    assert wrong(scene, as_told) == []


@TRACED
def test_every_event_stands_somewhere_at_any_time(scene: dict[str, Any]) -> None:
    kept = set("".join(scene["old"].values()).splitlines()) & set("".join(scene["new"].values()).splitlines())
    assert wrong(scene, lambda one: kept <= set("".join(one["files"].values()).splitlines())) == []


@TRACED
def test_the_next_run_works_and_tidies_up(scene: dict[str, Any]) -> None:
    assert wrong(scene, lambda one: not one["next_run"] and not [name for name in one["left"] if ".lock" in name]) == []
    # What is replaced once more has its litter taken away; what was deleted, or is up to date, may keep it.
    if scene["name"] in {"one file", "link", "network disk"}:
        assert wrong(scene, lambda one: not one["left"]) == []


@TRACED
def test_a_link_stays_a_link(scene: dict[str, Any]) -> None:
    assert wrong(scene, lambda one: one["link"] is (scene["name"] == "link")) == []


@TRACED
def test_what_an_editor_saves_before_any_call_stays_and_the_run_says_so(scene: dict[str, Any]) -> None:
    saves = scene["saves"]
    if not saves:
        pytest.skip("no file of this timeline is changed, they are only made and deleted")
    lost = {one["call"] for one in saves if not one["kept"]}
    if scene["name"] == "network disk":
        # It cannot swap files, so that there is a moment after the last look, but not a long one.
        assert not lost & {"openat", "write", "chmod", "fsync"}
    else:
        assert not lost
    told = [one["said"] for one in saves if one["said"]]
    assert len(told) > len(saves) // 2
    assert [said for said in told if "the file was changed by somebody else" not in said] == []


def _within_limit(path: Path) -> subprocess.CompletedProcess[str]:
    """Write in a process that may write no file of more than 1,000 bytes."""
    code = (
        "import sys; from pathlib import Path; from generator.curating.write import replace_file\n"
        "replace_file(Path(sys.argv[1]), 'old\\n', 'new\\n' * 5000)"
    )

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    command = [sys.executable, "-B", "-c", code, str(path)]
    return subprocess.run(command, preexec_fn=limit, capture_output=True, text=True, check=False)


def test_a_hard_limit_of_the_system_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("old\n")
    assert "file too large; it was left as it is" in _within_limit(path).stderr
    assert {each.name: each.read_text() for each in tmp_path.iterdir()} == {"events.yaml": "old\n"}


def test_what_an_editor_saves_while_the_lock_is_held_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("old\n")
    with locked(path):
        path.write_text("saved by hand\n")
        with pytest.raises(EditError, match="changed by somebody else"):
            replace_file(path, "old\n", "new\n")
    assert path.read_text() == "saved by hand\n"


def test_two_programs_that_write_at_once_lose_no_line(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("")
    code = (
        "import sys; from pathlib import Path; from generator.curating.write import locked, replace_file\n"
        "path = Path(sys.argv[1])\n"
        "for number in range(20):\n"
        "    with locked(path, timeout=120):\n"
        "        old = path.read_text(); replace_file(path, old, f'{old}{sys.argv[2]}{number}\\n')\n"
    )
    both = [subprocess.Popen([sys.executable, "-c", code, str(path), name]) for name in "ab"]
    assert [one.wait() for one in both] == [0, 0]
    assert sorted(path.read_text().split()) == sorted(f"{name}{number}" for name in "ab" for number in range(20))


def test_a_clock_that_goes_backwards_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("old\n")
    monkeypatch.setattr("time.time", lambda: 0.0)
    with locked(path):
        replace_file(path, "old\n", "new\n")
    assert path.read_text() == "new\n"


def test_litter_of_a_run_that_died_is_taken_away_and_an_editors_files_are_not(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text("old\n")
    for name in (".events.yaml.abcd_123.tmp", ".events.yaml.swp", "events.yaml~", ".other.yaml.abcd_123.tmp"):
        (tmp_path / name).touch()
    replace_file(path, "old\n", "new\n")
    assert {each.name for each in tmp_path.iterdir()} == {
        *("events.yaml", ".events.yaml.swp", "events.yaml~", ".other.yaml.abcd_123.tmp")
    }


def test_a_part_that_cannot_be_deleted_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.curating.load import read_text

    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "2022.yaml").write_text("a: 1\n")
    path = tmp_path / "events.yaml"
    old = read_text(path).text

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(TimelineFileError, match=r"2022\.yaml: .*not permitted.*; written before that: .*events\.yaml"):
        replace_file(path, old, "a: 1\n")
    assert (tmp_path / "events" / "2022.yaml").exists()
