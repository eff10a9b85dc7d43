from __future__ import annotations

import dataclasses
import pickle
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import LockedError, WorkersError
from generator.reading.item import Item
from generator.running.spool import FAULTS, Spool, spool_path
from generator.running.work import Numbered, Row, Task, make_row


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return spool_path(tmp_path / "events.yaml")


@pytest.fixture
def rows(archive: Callable[[int], Path], task: Task) -> list[Row]:
    files = sorted(archive(4).iterdir())
    return [make_row(Numbered(n, bytes([n]), Item(file.name, ".md", path=file)), task) for n, file in enumerate(files)]


def filled(path: Path | None, rows: list[Row], program: str = "1") -> Spool:
    spool = Spool(path, program)
    spool.place((number, row.key) for number, row in enumerate(rows))
    spool.add(rows)
    return spool


def test_results_come_back_in_the_order_of_the_run_whatever_order_they_came_in(rows: list[Row]) -> None:
    spool = Spool(None, "")
    spool.place((number, row.key) for number, row in enumerate(rows))
    spool.add(reversed(rows))
    assert [head.article.origin for head in spool.heads()] == ["0000.md", "0001.md", "0002.md", "0003.md"]
    assert [number for number, _ in spool.extracted()] == [0, 1, 2, 3]
    assert [report.origin for _, report in spool.reports()] == ["0000.md", "0001.md", "0002.md", "0003.md"]
    assert [extracted.article.origin for _, extracted in spool.extracted([1, 3])] == ["0001.md", "0003.md"]
    spool.close()


def test_the_first_article_that_holds_a_mention_is_found(rows: list[Row]) -> None:
    spool = filled(None, rows)
    mention = rows[2].mentions.split()[0]
    assert spool.holding(frozenset({mention, "0000000000"})) == {mention: 2}
    spool.close()


def test_what_failed_is_told_and_not_counted(rows: list[Row]) -> None:
    spool = filled(None, [*rows, Row(b"x", "x.txt: the file is empty")])
    assert spool.count() == 4
    assert list(spool.failures()) == ["x.txt: the file is empty"]
    assert len(list(spool.heads())) == 4
    spool.close()


def test_a_later_run_finds_what_an_earlier_one_stored(path: Path, rows: list[Row]) -> None:
    filled(path, rows).close()
    again = Spool(path, "1")
    assert again.count() == 0
    assert again.known([rows[0].key, b"new"]) == {rows[0].key}
    again.place([(0, rows[0].key)])
    assert [head.article.origin for head in again.heads()] == ["0000.md"]
    again.close()


def test_what_another_program_found_is_thrown_away(path: Path, rows: list[Row]) -> None:
    filled(path, rows).close()
    again = Spool(path, "2")
    assert again.known([row.key for row in rows]) == set()
    again.close()


def test_what_is_not_of_this_run_is_pruned(path: Path, rows: list[Row]) -> None:
    filled(path, rows).close()
    again = Spool(path, "1")
    again.place([(0, rows[0].key)])
    again.prune()
    assert again.known([row.key for row in rows]) == {rows[0].key}
    again.close()


def test_what_was_committed_outlives_a_process_that_is_killed(path: Path, rows: list[Row]) -> None:
    spool = filled(path, rows[:2])
    spool.commit()
    spool.add(rows[2:])
    spool._base.close()  # without the end of its transaction
    again = Spool(path, "1")
    assert again.known([row.key for row in rows]) == {row.key for row in rows[:2]}
    again.close()


def test_two_runs_do_not_share_a_spool(path: Path, rows: list[Row]) -> None:
    spool = filled(path, rows)
    with pytest.raises(LockedError, match="another run over many articles"):
        Spool(path, "1")
    spool.close()


def test_git_leaves_it_alone_and_nothing_stays_of_it(path: Path, rows: list[Row]) -> None:
    spool = filled(path, rows)
    assert (path.parent / ".gitignore").read_text() == "*\n"
    spool.remove()
    assert not path.parent.exists()


def test_what_others_keep_in_the_folder_stays(path: Path, rows: list[Row]) -> None:
    spool = filled(path, rows)
    (path.parent / "other").touch()
    spool.remove()
    assert sorted(each.name for each in path.parent.iterdir()) == [".gitignore", "other"]


def test_a_file_that_is_no_database_is_named(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("This is no database. " * 100)
    with pytest.raises(WorkersError, match=r"events\.run\.sqlite.*delete the file"):
        Spool(path, "1")


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / ".cache").touch()
    with pytest.raises(WorkersError, match="cannot be kept there"):
        Spool(spool_path(tmp_path / "events.yaml"), "1")


@pytest.mark.parametrize(
    "name", [".cache", ".cache/.gitignore", ".cache/events.run.sqlite", ".cache/events.run.sqlite-wal"]
)
def test_nothing_is_kept_behind_a_link_that_somebody_put_there(tmp_path: Path, path: Path, name: str) -> None:
    target = tmp_path / "mine"
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).symlink_to(target)
    with pytest.raises(WorkersError, match="not kept behind a link — delete the link"):
        Spool(path, "1")
    assert not target.exists()


@pytest.mark.parametrize("value", ["nonsense", ("a", "b"), (1, 2, 3), None])
def test_what_a_run_does_not_find_is_not_taken_from_a_spool(rows: list[Row], value: object) -> None:
    packed = pickle.dumps(value)
    row = dataclasses.replace(rows[0], head=packed, body=zlib.compress(packed), report=zlib.compress(packed))
    spool = filled(None, [row])
    for found in (spool.heads(), spool.extracted(), spool.reports()):
        with pytest.raises(FAULTS, match="something else"):
            list(found)
    assert "delete the file" in str(spool.fault(pickle.UnpicklingError("damaged")))
    spool.close()
