"""A timeline in several files: read as one, edited in the right one, split and joined."""

from __future__ import annotations

import datetime as dt
import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.curating.check import check
from generator.curating.edit import Revision
from generator.curating.load import load, load_timeline
from generator.curating.parts import is_there, timeline_files
from generator.curating.seen import seen_path
from generator.curating.spread import year_file
from generator.curating.write import replace_file
from generator.errors import ConflictError, EditError, TimelineFileError

TODAY = dt.date(2026, 11, 21)

SETTINGS = "schema: 1\ntimeline: {title: Harbour}\nsources:\n  herald: {title: News, published: 2024-03-23}\n"
STORM = "  - id: storm\n    date: 2023-11-02  # at night\n    title: Storm hits Port Elm\n    source: herald\n"
OLD = f"# The old year\nevents:\n{STORM}"
NEW = "events:\r\n- id: bridge\r\n  date: 2024-03-01\r\n  title: Bridge opens\r\n  source: herald\r\n"

FILES = {"timeline.yaml": SETTINGS, "events/2023.yaml": OLD, "events/2024.yaml": NEW}


def write(folder: Path, files: dict[str, str]) -> Path:
    (folder / "data" / "events").mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / "data" / name).write_bytes(text.encode())
    return folder / "data" / "events"


def files_of(folder: Path) -> dict[str, str]:
    data = folder / "data"
    return {path.relative_to(data).as_posix(): path.read_bytes().decode() for path in data.rglob("*.yaml")}


@pytest.fixture
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, FILES)
    return Path("data/events")


@pytest.fixture
def dateline(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    def run(*arguments: str) -> tuple[int, str, str]:
        code = 0
        try:
            main(list(arguments))
        except SystemExit as end:
            code = int(end.code or 0)
        return (code, *capsys.readouterr())

    return run


Dateline = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("name", ["data/events", "data/events.yaml"])
def test_whichever_is_named_all_are_read(events: Path, name: str) -> None:
    assert events.is_dir()
    loaded = load(Path(name))
    assert loaded.timeline is not None
    assert [event.id for event in loaded.timeline.events] == ["storm", "bridge"]
    assert loaded.timeline.timeline.title == "Harbour"
    assert loaded.event_lines == {"storm": 3, "bridge": 2}
    assert loaded.event_files == {"storm": "events/2023.yaml", "bridge": "events/2024.yaml"}
    assert (seen_path(Path(name)).name, is_there(Path(name))) == ("seen.txt", True)


def test_one_file_is_one_file(tmp_path: Path) -> None:
    path = tmp_path / "events.yaml"
    path.write_text(SETTINGS + OLD)
    (tmp_path / "events").mkdir()
    assert timeline_files(path) == ()
    assert load(path).event_files == {}


def test_a_folder_without_files_is_no_timeline(tmp_path: Path) -> None:
    with pytest.raises(TimelineFileError, match="this is a folder without a timeline"):
        load(tmp_path)
    assert is_there(tmp_path)  # so it is read and refused, and not taken for a file that is still to be made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NEW.replace("2024-03-01", "2024-02-30"), "3:9: error: “2024-02-30” is no day"),
        (NEW.replace("bridge", "storm"), "2:7: error: the id “storm” stands here again, first in line 3 of 2023.yaml"),
        (NEW + "  title: Twice\r\n", "6:3: error: the key “title” stands here again, first in line 4"),
        ("- id: a\n", "1:1: error: the file must be keys and values"),
        ("sources:\n  herald: {title: X}\n", "2:3: error: the key “herald” stands in timeline.yaml too"),
        ("timeline: {title: Y}\n", "1:1: error: “timeline” stands in timeline.yaml too"),
        ("events:\n  - title: a: b\n", "2:13: error: a colon and a space stand in unquoted text"),
        ("events:\n<<<<<<< a\n=======\n>>>>>>> b\n", "2:1: error: an unfinished merge: <<<<<<<"),
    ],
)
def test_a_fault_names_its_file_and_line(events: Path, text: str, expected: str) -> None:
    (events / "2024.yaml").write_bytes(text.encode())
    said = [fault.say("data/events") for fault in check(events, today=TODAY)]
    assert any(line.startswith(f"data/events/2024.yaml:{expected}") for line in said), said


def test_an_unfinished_merge_stops_what_reads(events: Path) -> None:
    (events / "2023.yaml").write_text("<<<<<<< a\n>>>>>>> b\n")
    with pytest.raises(ConflictError, match=r"data/events/2023\.yaml:1: an unfinished merge"):
        load(events)


def test_what_is_new_goes_to_the_file_of_its_year(events: Path, tmp_path: Path) -> None:
    loaded = load(events)
    revision = Revision(loaded)
    for number, date in enumerate(["2023-01-01", "2024-06-01", "2025-02", None]):
        revision.add_event({"id": f"new-{number}", "date": date, "review": "candidate"})
    revision.add_source("gazette", {"title": "Gazette"})
    replace_file(events, loaded.text, revision.text())
    head = "# yaml-language-server: $schema=../events.schema.json\nevents:\n"
    assert files_of(tmp_path) == {
        "timeline.yaml": SETTINGS.replace("  herald", '  gazette:\n    title: "Gazette"\n\n  herald'),
        "events/2023.yaml": OLD.replace(
            "  - id: storm", "  - id: new-0\n    date: 2023-01-01\n    review: candidate\n\n  - id: storm"
        ),
        "events/2024.yaml": NEW + "\r\n- id: new-1\r\n  date: 2024-06-01\r\n  review: candidate\r\n",
        "events/2025.yaml": f"{head}  - id: new-2\n    date: 2025-02\n    review: candidate\n",
        "events/undated.yaml": f"{head}  - id: new-3\n    date: null\n    review: candidate\n",
    }


def test_where_the_one_file_stays_new_events_go_there(events: Path, tmp_path: Path) -> None:
    write(tmp_path, {"events.yaml": "events:\n  - id: fair\n    date: 2022\n    review: candidate\n"})
    loaded = load(events)
    revision = Revision(loaded)
    revision.add_event({"id": "new", "date": "2024-06-01", "review": "candidate"})
    replace_file(events, loaded.text, revision.text())
    assert "id: new" in files_of(tmp_path)["events.yaml"]
    assert {name: files_of(tmp_path)[name] for name in FILES} == FILES


def test_a_command_changes_the_file_of_its_event(events: Path, tmp_path: Path, dateline: Dateline) -> None:
    assert dateline("withdraw", "bridge", "--why", "No", "--today", "2026-01-01")[0] == 0
    changed = files_of(tmp_path)
    assert {name for name in FILES if changed[name] != FILES[name]} == {"events/2024.yaml"}
    assert "\n" not in changed["events/2024.yaml"].replace("\r\n", "")
    assert dateline("merge", "storm", "bridge", "--note", "x")[2].startswith("dateline: data/events/2024.yaml:2: ")
    assert dateline("rename", "storm", "flood", "--events", str(events))[0] == 0
    assert load_timeline(events).by_id["storm"].id == "flood"


def test_an_event_moves_into_one_of_another_file(events: Path, tmp_path: Path, dateline: Dateline) -> None:
    assert dateline("merge", "storm", "bridge", "--note", "One", "--events", "data/events")[0] == 0
    assert files_of(tmp_path)["events/2024.yaml"] == "events:\r\n"
    assert load_timeline(events).by_id["bridge"].id == "storm"


def test_what_somebody_saves_meanwhile_is_kept(events: Path) -> None:
    loaded = load(events)
    (events / "2024.yaml").write_text("events: []\n")
    with pytest.raises(EditError, match="changed by somebody else"):
        replace_file(events, loaded.text, loaded.text.replace("Storm", "Gale"))
    assert (events / "2023.yaml").read_text() == OLD


def test_where_one_file_is_read_only_none_is_written(events: Path, tmp_path: Path) -> None:
    (events / "2024.yaml").chmod(0o444)
    loaded, before = load(events), files_of(tmp_path)
    text = loaded.text.replace("Storm", "Gale").replace("Bridge", "Ferry")
    with pytest.raises(TimelineFileError, match=r"2024\.yaml: .*read-only; it was left as it is"):
        replace_file(events, loaded.text, text)
    assert files_of(tmp_path) == before
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_file_that_is_to_go_and_is_read_only_stays_with_all_others(events: Path, tmp_path: Path) -> None:
    (events / "2024.yaml").chmod(0o444)
    before = files_of(tmp_path)
    with pytest.raises(TimelineFileError, match=r"2024\.yaml: .*read-only"):
        replace_file(events, load(events).text, "events: []\n")
    assert files_of(tmp_path) == before


def test_the_files_that_were_written_are_named_where_one_cannot_be(
    events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load(events)
    text = loaded.text.replace("Storm", "Gale").replace("Bridge", "Ferry")

    def refuse(_: Path, target: Path) -> bool:
        if target.name == "2024.yaml":
            raise OSError(errno.EIO, "Input/output error")
        return False

    monkeypatch.setattr("generator.curating.write.exchange", refuse)
    with pytest.raises(TimelineFileError, match=r"output error.*; written before that: data/events/2023\.yaml"):
        replace_file(events, loaded.text, text)
    assert not list(events.rglob("*.tmp"))


def test_undoing_gives_each_file_its_bytes_back(events: Path, tmp_path: Path) -> None:
    old = load(events).text
    revision = Revision(load(events))
    revision.add_event({"id": "new", "date": "2025", "review": "candidate"})
    new = revision.text()
    replace_file(events, old, new)
    assert len(files_of(tmp_path)) == 4
    replace_file(events, new, old)
    assert files_of(tmp_path) == FILES


ONE = (
    f"{SETTINGS}\n# Oldest first\nevents:\n{STORM}\n  # A bridge\n"
    "  - id: bridge\n    date: 2024-03-01\n    title: Bridge opens\n    source: herald\n"
)


class TestSplitAndJoin:
    def test_split_moves_events_as_they_are(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dateline: Dateline
    ) -> None:
        monkeypatch.chdir(tmp_path)
        write(tmp_path, {"events.yaml": ONE})
        assert dateline("split") == (
            0,
            "Wrote 3 files: data/timeline.yaml, data/events/2023.yaml, data/events/2024.yaml\n",
            "",
        )
        head = "# yaml-language-server: $schema=../events.schema.json\nevents:\n"
        assert files_of(tmp_path) == {
            "timeline.yaml": f"{SETTINGS}\n# Oldest first\n",
            "events/2023.yaml": head + ONE[ONE.index("  - id: storm") : ONE.index("\n  # A bridge")],
            "events/2024.yaml": head + ONE[ONE.index("  # A bridge") :],
        }
        assert dateline("split")[2].startswith(
            "dateline: data/events.yaml: the timeline stands in several files already"
        )
        assert dateline("join") == (0, "Wrote data/events.yaml: 2 events\n", "")
        assert files_of(tmp_path) == {"events.yaml": ONE}
        assert not (tmp_path / "data" / "events").exists()
        assert dateline("join")[2].startswith("dateline: data/events.yaml: the timeline stands in one file already")

    def test_a_rejected_event_goes_to_the_year_that_its_id_names(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dateline: Dateline
    ) -> None:
        monkeypatch.chdir(tmp_path)
        rejected = "".join(f"  - {{id: {each}, review: rejected, reason: No}}\n" for each in ("2022-05-fair", "talks"))
        write(tmp_path, {"events.yaml": f"events:\n{rejected}"})
        assert dateline("split")[0] == 0
        assert set(files_of(tmp_path)) == {"timeline.yaml", "events/2022.yaml", "events/undated.yaml"}

    def test_files_of_several_styles_become_one(self, events: Path, tmp_path: Path, dateline: Dateline) -> None:
        assert dateline("join", "--events", str(events))[0] == 0
        assert set(files_of(tmp_path)) == {"events.yaml"}
        assert [event.id for event in load_timeline(Path("data/events.yaml")).events] == ["storm", "bridge"]

    def test_more_than_events_in_two_files_is_for_a_person(
        self, events: Path, tmp_path: Path, dateline: Dateline
    ) -> None:
        (events / "2023.yaml").write_text(OLD + "sources:\n  gazette: {title: G}\n")
        before = files_of(tmp_path)
        message = dateline("join", "--events", "data/events")[2]
        assert "more than events stands in timeline.yaml and events/2023.yaml — move it to timeline.yaml" in message
        assert files_of(tmp_path) == before

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("events: [{id: a, review: candidate}]\n", "events in brackets, or two on a line, cannot be moved safely"),
            ("events: []\n", "there are no events to put into files"),
            ("events: 7\n", "the timeline has 1 error"),
        ],
    )
    def test_what_cannot_be_split_is_left(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dateline: Dateline, text: str, message: str
    ) -> None:
        monkeypatch.chdir(tmp_path)
        write(tmp_path, {"events.yaml": text})
        assert message in dateline("split")[2]
        assert files_of(tmp_path) == {"events.yaml": text}


class TestHalfway:
    ONE = "schema: 1\nsources:\n  herald: {title: News, published: 2024-03-23}\nevents:\n"
    EVENTS = STORM + STORM.replace("storm", "flood").replace("2023-11", "2024-02")
    FAULT = (
        "error: events.yaml holds all that the files of the folder events and timeline.yaml do: a split or a join was "
        "stopped, or taken back in part — delete the files of the folder events and timeline.yaml; nothing is lost"
    )

    @pytest.fixture
    def halfway(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dateline: Callable[..., object]) -> Path:
        monkeypatch.chdir(tmp_path)
        data = tmp_path / "data"
        data.mkdir()
        (data / "events.yaml").write_text(self.ONE + self.EVENTS)
        dateline("split")
        (data / "events.yaml").write_text(self.ONE + self.EVENTS)
        return data

    @pytest.mark.parametrize("gone", [(), ("events/2023.yaml",)])
    def test_a_split_that_was_stopped_is_said_in_one_line(
        self, halfway: Path, dateline: Callable[..., tuple[int, str, str]], gone: tuple[str, ...]
    ) -> None:
        for name in gone:
            (halfway / name).unlink()
        code, out, _ = dateline("check", "data/events.yaml")
        assert code == 1
        assert [line for line in out.splitlines() if "error" in line] == [
            f"data/timeline.yaml:1:1: {self.FAULT}",
            "1 error, 2 warnings in data/events.yaml: 2 events, 1 source",
        ]
        for command in ("split", "join"):
            assert self.FAULT in dateline(command)[2]

    def test_what_it_says_mends_it(self, halfway: Path, dateline: Callable[..., tuple[int, str, str]]) -> None:
        (halfway / "timeline.yaml").unlink()
        for file in (halfway / "events").iterdir():
            file.unlink()
        assert dateline("check", "data/events.yaml")[0] == 0
        assert (halfway / "events.yaml").read_text() == self.ONE + self.EVENTS

    def test_an_empty_file_of_the_folder_is_no_copy(
        self, halfway: Path, dateline: Callable[..., tuple[int, str, str]]
    ) -> None:
        (halfway / "timeline.yaml").unlink()
        for file in (halfway / "events").iterdir():
            file.write_text("events:\n" if "2023" in file.name else "# later\n")
        assert dateline("check", "data/events.yaml")[0] == 0

    def test_nothing_is_called_a_copy_that_differs(
        self, halfway: Path, dateline: Callable[..., tuple[int, str, str]]
    ) -> None:
        file = halfway / "events" / "2023.yaml"
        file.write_text(file.read_text().replace("Port Elm", "Port Oak"))
        out = dateline("check", "data/events.yaml")[1]
        assert "was stopped" not in out
        assert "data/events.yaml:3:3: error: the key “herald” stands in timeline.yaml too" in out


@pytest.mark.parametrize(
    ("date", "file"),
    [
        ("-0050", "events/-0050.yaml"),
        ("-0501", "events/-0501.yaml"),
        ("0033", "events/0033.yaml"),
        ("../2021", "events/2021.yaml"),
        ("2021/..", "events/2021.yaml"),
        (None, "events/undated.yaml"),
    ],
)
def test_the_file_of_a_date_is_that_of_a_year_that_it_has(date: str | None, file: str) -> None:
    assert year_file(date, "events") == file


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_split_and_join_keep_the_ends_of_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, dateline: Callable[..., tuple[int, str, str]], end: str
) -> None:
    monkeypatch.chdir(tmp_path)
    text = f"---\n{SETTINGS}\n# About\nevents:\n{STORM}\n{STORM.replace('storm', 'flood')}...\n"
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "events.yaml"
    path.write_bytes(text.replace("\n", end).encode())
    assert dateline("split")[0] == 0
    for file in (tmp_path / "data").rglob("*.yaml"):
        lines = file.read_bytes().count(b"\n")
        assert file.read_bytes().count(b"\r\n") == (0 if end == "\n" else lines)
    assert dateline("join") == (0, "Wrote data/events.yaml: 2 events\n", "")
    assert path.read_bytes().decode() == text.removesuffix("...\n").replace("\n", end)
