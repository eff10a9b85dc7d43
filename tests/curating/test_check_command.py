"""`dateline check`, as it is called from a shell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.commands.check import command
from generator.commands.fault_formats import as_warnings
from generator.curating.faults import Fault
from generator.errors import TimelineFileError

SOUND = """\
schema: 1
sources:
  ap: {title: A call, published: 2026-02-04}
events:
  - id: a-call
    date: 2026-02-04
    title: Envoy calls the king
    source: ap
    attributed_to: the court
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data").mkdir()
    path = Path("data/events.yaml")
    path.write_text(SOUND)
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["--today", "2026-11-21", *arguments])


@pytest.mark.parametrize("more", [["d.yaml"], []])
def test_a_file_of_the_folder_that_is_not_read_for_its_name_is_told(file: Path, more: list[str]) -> None:
    folder = file.with_suffix("")
    folder.mkdir()
    for name in ("my call", "b.YAML", "c.txt", "README", ".hidden", "notes.md", *more):
        (folder / name).write_text("events: []\n")
    result = run()
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        "data/events/b.YAML:1:1: warning: this file is not read, for its name — call it data/events/b.yaml",
        "data/events/c.txt:1:1: warning: this file is not read, for its name — call it data/events/c.yaml",
        "data/events/my call:1:1: warning: this file is not read, for its name — call it data/events/my call.yaml",
        "3 warnings in data/events.yaml: 1 event, 1 source",
    ]


@pytest.mark.usefixtures("file")
def test_a_sound_file_ends_with_its_counts_and_0() -> None:
    result = run()
    assert result.output == "No faults in data/events.yaml: 1 event, 1 source\n"
    assert result.exit_code == 0


def test_errors_end_with_1(file: Path) -> None:
    file.write_text(SOUND + "  - tilte: x\n  - date: 2026-02-05\n    title: King replies\n    source: ap\n")
    result = run(str(file))
    assert result.output.splitlines() == [
        (
            "data/events.yaml:10:5: error: an accepted event without a date — "
            "write one, such as date: 2022-12, or write review: candidate"
        ),
        "  10 |   - tilte: x",
        "     |     ^",
        (
            "data/events.yaml:10:5: error: an accepted event without a source — "
            "write source: https://… or citations, or write review: candidate"
        ),
        "  10 |   - tilte: x",
        "     |     ^",
        (
            "data/events.yaml:10:5: error: an accepted event without a title — "
            "say in “title:” what happened, or write review: candidate"
        ),
        "  10 |   - tilte: x",
        "     |     ^",
        "data/events.yaml:10:5: error: unknown key “tilte” in an event — did you mean “title”?",
        "  10 |   - tilte: x",
        "     |     ^",
        "data/events.yaml:10:5: warning: the event has no id — write id: event, or let dateline check --fix write it",
        "  10 |   - tilte: x",
        "     |     ^",
        (
            "data/events.yaml:11:5: warning: the event has no id — "
            "write id: 2026-02-05-king-replies, or let dateline check --fix write it"
        ),
        "  11 |   - date: 2026-02-05",
        "     |     ^",
        (
            "data/events.yaml:11:11: warning: it “happened” on 2026-02-05, a day after its last source, of 2026-02-04 "
            "— correct the date, unless time zones explain it"
        ),
        "  11 |   - date: 2026-02-05",
        "     |           ^",
        (
            "data/events.yaml:13:5: warning: only one source tells of this event — "
            "cite another that does not repeat it, or say in “attributed_to:” whose account it is"
        ),
        "  13 |     source: ap",
        "     |     ^",
        "4 errors, 4 warnings in data/events.yaml: 3 events, 1 source",
    ]
    assert result.exit_code == 1


def test_a_warning_that_many_events_have_is_shown_once_with_the_lines_of_the_others(file: Path) -> None:
    one = "  - id: call-{0}\n    date: 2026-02-04\n    title: Envoy {0} calls the king\n    source: ap\n"
    many = SOUND.partition("events:\n")[0] + "events:\n" + "".join(one.format(f"n{n}") for n in range(30))
    file.write_text(many)
    lines = run().output.splitlines()
    shown = [place for place, line in enumerate(lines) if "only one source tells" in line]
    assert len(shown) == 1
    told = lines[shown[0] + 3]
    assert told.startswith("  likewise in 29 more lines: 12, 16, 20, ")
    assert told.endswith(" …")


def test_a_build_names_the_lines_of_a_warning_that_comes_often_and_each_other_warning():
    often = [Fault(line, 5, "only one source", "cite another", "warning") for line in (3, 7, 9, 12)]
    others = [Fault(line, 1, "no id", "write it", "warning") for line in (4, 8, 10)]
    assert as_warnings(sorted([*often, *others]), "t.yaml") == [
        "t.yaml:3:5: warning: only one source — cite another\n  likewise in 3 more lines: 7, 9, 12",
        *(f"t.yaml:{line}:1: warning: no id — write it" for line in (4, 8, 10)),
    ]


def test_warnings_alone_end_with_0(file: Path) -> None:
    file.write_text(SOUND.replace("  - id: a-call\n    date", "  - date"))
    result = run()
    assert result.output.splitlines()[-1] == "1 warning in data/events.yaml: 1 event, 1 source"
    assert result.exit_code == 0


def test_an_empty_file_has_no_faults(file: Path) -> None:
    file.write_text("")
    assert run().output == "No faults in data/events.yaml: 0 events, 0 sources\n"


def test_an_unfinished_merge_shows_each_of_its_marks(file: Path) -> None:
    file.write_text("events:\n<<<<<<< a\n  - id: a\n=======\n  - id: b\n>>>>>>> b\n")
    result = run()
    assert [line.split(" — ")[0] for line in result.output.splitlines() if " | " not in line] == [
        "data/events.yaml:2:1: error: an unfinished merge: <<<<<<<",
        "data/events.yaml:4:1: error: an unfinished merge: =======",
        "data/events.yaml:6:1: error: an unfinished merge: >>>>>>>",
        "3 errors in data/events.yaml",
    ]
    assert result.exit_code == 1


@pytest.mark.usefixtures("file")
def test_a_file_that_cannot_be_read_is_a_reason_and_no_traceback() -> None:
    assert isinstance(run("none.yaml").exception, TimelineFileError)


class TestAnnotations:
    def test_a_fault_is_shown_beside_its_line(self, file: Path) -> None:
        file.write_text(SOUND.replace("source: ap", "source: app"))
        lines = run("--format", "github").output.splitlines()
        assert lines[0].startswith("::warning file=data/events.yaml,line=3,col=3::no event cites the source “ap”")
        assert lines[1] == (
            "::error file=data/events.yaml,line=8,col=13::there is no source “app” — did you mean “ap”?"
        )

    def test_what_means_something_to_the_runner_is_escaped(self, file: Path) -> None:
        odd = file.with_name("a,b:c%.yaml")
        odd.write_text('events:\n  - id: "100%\\r\\n::error::x"\n    review: candidate\n')
        assert (
            run("--format", "github", str(odd))
            .output.splitlines()[0]
            .startswith("::error file=data/a%2Cb%3Ac%25.yaml,line=2,col=9::“100%25 ::error::x” is not an id")
        )

    def test_a_file_that_cannot_be_read_is_shown_too(self, file: Path) -> None:
        file.write_bytes(b"a\0b")
        result = run("--format", "github")
        assert result.output.startswith("::error file=data/events.yaml::data/events.yaml:1: the file holds a NUL byte")
        assert isinstance(result.exception, TimelineFileError)


class TestFix:
    BARE = SOUND.replace("  - id: a-call\n    date", "  - date")

    def test_missing_ids_are_written_and_the_rest_keeps_every_byte(self, file: Path) -> None:
        file.write_bytes(b"\xef\xbb\xbf" + self.BARE.replace("\n", "\r\n").encode())
        result = run("--fix")
        assert result.output.splitlines() == [
            "data/events.yaml: wrote id: 2026-02-04-envoy-calls-the-king",
            "No faults in data/events.yaml: 1 event, 1 source",
        ]
        expected = self.BARE.replace("  - date", "  - id: 2026-02-04-envoy-calls-the-king\n    date").replace(
            "\n", "\r\n"
        )
        assert file.read_bytes() == b"\xef\xbb\xbf" + expected.encode()

    def test_a_sound_file_is_not_written(self, file: Path) -> None:
        file.chmod(0o444)
        before = file.stat()
        assert run("--fix").exit_code == 0
        assert (file.stat().st_ino, file.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    def test_errors_come_first(self, file: Path) -> None:
        text = self.BARE.replace("2026-02-04\n    title", "2026-02-30\n    title")
        file.write_text(text)
        result = run("--fix")
        assert result.output.startswith("data/events.yaml: nothing was fixed — correct the errors first\n")
        assert "February 2026 has 28 days" in result.output
        assert result.exit_code == 1
        assert file.read_text() == text

    def test_an_event_in_braces_is_left_to_the_editor(self, file: Path) -> None:
        file.write_text(SOUND + "  - {date: 2026-02-04, title: B, source: ap}\n")
        assert run("--fix").output.splitlines()[0] == (
            "data/events.yaml:10: not fixed: this event is written in braces — write its id by hand"
        )

    def test_an_unfinished_merge_is_not_touched(self, file: Path) -> None:
        text = "events:\n<<<<<<< a\n  - date: 2022\n=======\n  - date: 2023\n>>>>>>> b\n"
        file.write_text(text)
        assert run("--fix").exit_code == 1
        assert file.read_text() == text

    def test_all_that_is_safe_is_mended_at_once_and_told(self, file: Path) -> None:
        late = (
            "  # about the envoy\n  - id: b\n    date: 2026-02- 5  # when\n    title: Envoy leaves  \n    source: ap\n"
        )
        early = "\n  - id: c\n    date: 2025–1\n    title: >-\n      King  \n      rests\n    source: ap\n"
        file.write_text(SOUND + late + early)
        lines = run("--fix").output.splitlines()
        assert lines[:4] == [
            "data/events.yaml:12: wrote 2026-02-05 for 2026-02- 5",
            "data/events.yaml:17: wrote 2025-01 for 2025–1",
            "data/events.yaml: took away the blanks at the end of 1 line",
            "data/events.yaml: put the events in order: 3 events moved",
        ]
        head, event = SOUND[: SOUND.index("  - id: a-call")], SOUND[SOUND.index("  - id: a-call") :]
        assert file.read_text() == (
            head
            + early.removeprefix("\n").replace("2025–1", "2025-01")
            + event
            + "\n"
            + late.replace("02- 5", "02-05").replace("leaves  ", "leaves")
        )

    def test_a_date_that_is_only_spelt_wrongly_is_mended_where_other_errors_are(self, file: Path) -> None:
        file.write_text(SOUND.replace("2026-02-04\n    title", "2026-2-4\n    tilte"))
        assert run("--fix").output.splitlines()[:2] == [
            "data/events.yaml:6: wrote 2026-02-04 for 2026-2-4",
            "data/events.yaml: nothing else was fixed — correct the errors first",
        ]
        assert file.read_text() == SOUND.replace("title: Envoy", "tilte: Envoy")


class TestJson:
    def test_every_fault_is_an_entry_with_its_line(self, file: Path) -> None:
        file.write_text(SOUND.replace("source: ap", "source: app"))
        result = run("--format", "json")
        said = json.loads(result.output)
        assert (said["errors"], said["warnings"]) == (1, 1)
        assert said["faults"][1] == {
            "file": "data/events.yaml",
            "line": 8,
            "column": 13,
            "severity": "error",
            "what": "there is no source “app”",
            "todo": "did you mean “ap”?",
            "text": "    source: app",
        }
        assert result.exit_code == 1

    @pytest.mark.usefixtures("file")
    def test_without_faults_it_is_json_too(self) -> None:
        assert json.loads(run("--format", "json").output) == {"errors": 0, "warnings": 0, "faults": []}


def test_the_schema_is_printed(file: Path) -> None:
    file.unlink()
    result = run("--schema")
    assert json.loads(result.output)["$schema"].endswith("2020-12/schema")
    assert result.exit_code == 0


@pytest.mark.usefixtures("file")
def test_a_day_that_is_none_is_refused() -> None:
    result = CliRunner().invoke(command, ["--today", "tomorrow"])
    assert result.exit_code == 2
    assert "write it as 2026-11-21" in result.output
