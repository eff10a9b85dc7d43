"""A job comes to the same whoever does the work, and however often it was stopped."""

from __future__ import annotations

import datetime as dt
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.curating.load import load
from generator.curating.propose import Outcome, Run
from generator.curating.ranking import Wanted
from generator.errors import StoppedError, UsageError, WorkersError
from generator.running import job as module
from generator.running import processes
from generator.running.counting import Counting
from generator.running.job import Job, Options
from generator.running.progress import Silent
from generator.running.spool import spool_path

TODAY = dt.date(2026, 11, 22)
Archive = Callable[[int], Path]


class Stopping(Silent):
    """Somebody presses Ctrl-C after so many articles."""

    def __init__(self, after: int) -> None:
        self.left = after

    def advance(self, number: int, *, known: bool = False) -> None:
        self.left -= 0 if known else number
        if self.left <= 0:
            raise KeyboardInterrupt


class Counted(Silent):
    """Counts what was done now, and what an earlier run had done."""

    def __init__(self) -> None:
        self.done = {True: 0, False: 0}

    def advance(self, number: int, *, known: bool = False) -> None:
        self.done[known] += number


def outcome(folder: Path, events: Path, progress: Silent | None = None, **options) -> Outcome:
    with Job([folder], events, Options(TODAY, **options)) as job:
        job.gather(progress or Silent())
        found = job.propose(Run(events, load(events) if events.exists() else None, frozenset(), TODAY))
        job.done = True
    return found


@pytest.fixture
def events(tmp_path: Path) -> Path:
    return tmp_path / "events.yaml"


@pytest.mark.parametrize("wanted", [None, Wanted(top=10)])
def test_the_number_of_workers_makes_no_difference(
    archive: Archive, events: Path, monkeypatch: pytest.MonkeyPatch, wanted: Wanted | None
) -> None:
    folder = archive(70)
    (folder / "0033.md").write_text("", encoding="utf-8")
    apart = [outcome(folder, events, workers=workers, wanted=wanted).new_text for workers in (1, 2)]
    monkeypatch.setattr(module, "SMALL", 1000)
    here = outcome(folder, events, wanted=wanted).new_text
    assert apart == [here, here]
    assert here
    assert here.count("\n  - id: ") == (10 if wanted else 35)


def test_a_small_job_starts_no_process_and_writes_nothing(
    archive: Archive, events: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processes, "Processes", None)
    assert outcome(archive(29), events, workers=2).new_text
    assert list(events.parent.iterdir()) == [events.parent / "articles"]


def test_a_job_that_is_stopped_goes_on_where_it_was(archive: Archive, events: Path) -> None:
    folder = archive(200)
    whole = outcome(folder, events, workers=2).new_text
    with (
        Job([folder], events, Options(TODAY, workers=2)) as job,
        pytest.raises(
            StoppedError, match=r"stopped after [\d,]+ articles.*run the same command again.*--today 2026-11-22"
        ),
    ):
        job.gather(Stopping(60))
    assert spool_path(events).exists()
    counted = Counted()
    assert outcome(folder, events, counted, workers=2).new_text == whole
    assert counted.done[True] >= 60 - 16
    assert sum(counted.done.values()) == 200
    assert not spool_path(events).parent.exists()


def test_an_article_that_was_changed_meanwhile_is_read_again(archive: Archive, events: Path) -> None:
    folder = archive(40)
    with Job([folder], events, Options(TODAY, workers=1)) as job:
        job.gather(Silent())
    changed = folder / "0007.md"
    changed.write_text(changed.read_text().replace("council", "mayor"), encoding="utf-8")
    (folder / "0008.md").unlink()
    counted = Counted()
    again = outcome(folder, events, counted, workers=1)
    assert counted.done == {True: 38, False: 1}
    assert "the mayor said" in (again.new_text or "")


@pytest.mark.parametrize("wanted", [None, Wanted(top=100)])
def test_what_the_timeline_dates_otherwise_is_read_again_as_it_is_dated(
    archive: Archive, events: Path, wanted: Wanted | None
) -> None:
    folder = archive(40)
    first = outcome(folder, events, workers=1, wanted=wanted).new_text or ""
    events.write_text(first, encoding="utf-8")
    assert outcome(folder, events, workers=1, wanted=wanted).new_text is None
    key = next(line.strip(" :") for line in first.splitlines() if line.startswith("  paper"))
    assert first.count(f"  {key}:\n") == 1
    head, _, tail = first.partition(f"  {key}:\n")
    events.write_text(head + f"  {key}:\n" + tail.replace("published: 2024-0", "published: 2023-0", 1))
    again = outcome(folder, events, workers=1, wanted=wanted)
    (read,) = [read for read in again.reads if read.source == key]
    assert read.article.dct
    assert read.article.dct.year == 2023


def test_a_publication_date_goes_to_the_one_article_of_many_without(archive: Archive, events: Path) -> None:
    folder = archive(40)
    undated = folder / "0005.md"
    undated.write_text("---\ntitle: Vote\n---\n\nAnn Lee resigned as mayor of Klow on Tuesday.\n", encoding="utf-8")
    given = outcome(folder, events, workers=1, published=dt.date(2024, 4, 10))
    (read,) = [read for read in given.reads if read.article.origin == str(undated)]
    assert [each.date.text for each in read.extraction.candidates if each.date] == ["2024-04-09"]
    shutil.copy(undated, folder / "0006.md")
    with pytest.raises(UsageError, match="2 articles have no publication date"):
        outcome(folder, events, workers=1, published=dt.date(2024, 4, 10))


def test_where_the_timelines_folder_is_missing_the_spool_is_thrown_away(archive: Archive, tmp_path: Path) -> None:
    events = tmp_path / "no" / "where" / "events.yaml"
    assert outcome(archive(31), events, workers=1).new_text
    assert not (tmp_path / "no").exists()


@pytest.mark.parametrize("wanted", [None, Wanted(top=5)])
def test_a_reprint_names_the_article_that_it_reprints(tmp_path: Path, events: Path, wanted: Wanted | None) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    story = (
        "A storm flooded the harbour of Port Elm on Thursday, the harbour master Jane Hill said.\n\n"
        "Forty boats sank at their moorings, and the market hall behind the quay lost its roof to the wind. Nobody was "
        "hurt, because the fishermen had been told to stay at home the evening before, when the barometer fell.\n"
    )
    for paper, day in (("Coast Daily", 15), ("Northern Echo", 16)):
        (folder / f"{paper}.md").write_text(
            f"---\ntitle: Storm, says {paper}\npublisher: {paper}\npublished: 2024-03-{day}\n---\n\n{story}"
        )
    events.write_text(outcome(folder, events, wanted=wanted).new_text or "", encoding="utf-8")
    sources = load(events).data["sources"]
    assert {key: fields.get("original") for key, fields in sources.items()} == {
        "coastdaily-2024-03-15": None,
        "northernecho-2024-03-16": "coastdaily-2024-03-15",
    }


def test_the_pages_that_a_list_names_are_read_and_counted_by_other_processes(
    archive: Archive, events: Path, tmp_path: Path
) -> None:
    pages = {f"https://example.org/{file.stem}": file for file in archive(40).iterdir()}
    addresses = tmp_path / "addresses.urls"
    addresses.write_text("\n".join([*sorted(pages), "https://example.org/not-fetched"]), encoding="utf-8")
    with Job([addresses], events, Options(TODAY, workers=1, page_of=pages.get)) as job:
        job.gather(Silent())
        assert job.spool.count() == 40
        [failure] = job.spool.failures()
        assert "1 article is named here by address only" in failure
    counting = Counting([addresses], TODAY, pages.get)
    deadline = time.monotonic() + 120
    while (total := counting.total()) is None and time.monotonic() < deadline:
        time.sleep(0.05)
    counting.stop()
    assert total == 41


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_among_many_articles_is_named_and_not_waited_for(archive: Archive, events: Path) -> None:
    folder = archive(32)
    os.mkfifo(folder / "0000.html")
    with (folder / "0001.html").open("wb") as huge:
        huge.truncate(10**12)
    with Job([folder], events, Options(TODAY, workers=1)) as job:
        job.gather(Silent())
        assert [failure.partition(".html: ")[2][:16] for failure in job.spool.failures()] == [
            "this is a device",
            "the file has 100",
        ]
        assert job.spool.count() == 32


def test_an_article_that_could_not_be_read_is_read_once_it_can_be(archive: Archive, events: Path) -> None:
    folder = archive(32)
    (folder / "0000.html").symlink_to(folder / "later")
    for failed in (1, 0):
        with Job([folder], events, Options(TODAY, workers=1)) as job:
            job.gather(Silent())
            assert len(list(job.spool.failures())) == failed
        shutil.copy(folder / "0001.md", folder / "later")
        (folder / "0000.html").unlink()
        (folder / "0000.html").write_text(
            "<article><h1>A storm</h1>" + "<p>A storm flooded Klow on 3 May 2024.</p>" * 3
        )


@pytest.mark.parametrize(
    "change",
    ["UPDATE result SET head = x'00'", "DROP TABLE result", "ALTER TABLE place RENAME TO elsewhere"],
)
def test_a_spool_that_somebody_spoilt_is_named(archive: Archive, events: Path, change: str) -> None:
    def spoilt() -> None:
        with Job([archive(32)], events, Options(TODAY, workers=1)) as job:
            job.gather(Silent())
            job.spool._base.execute(change)
            job.propose(Run(events, None, frozenset(), TODAY))

    with pytest.raises(WorkersError, match="delete the file"):
        spoilt()


def test_a_disk_that_is_full_ends_a_run_in_words(archive: Archive, events: Path) -> None:
    def full() -> None:
        with Job([archive(32)], events, Options(TODAY, workers=1)) as job:
            job.spool._base.execute("PRAGMA max_page_count = 1")
            job.gather(Silent())

    with pytest.raises(WorkersError, match=r"is full.*make room"):
        full()
