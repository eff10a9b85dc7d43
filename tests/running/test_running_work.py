from __future__ import annotations

import dataclasses
import time
from pathlib import Path

import pytest

from generator.errors import ArticleError
from generator.extracting import article_key
from generator.reading import read_item
from generator.reading.item import Item
from generator.running import work as module
from generator.running.pickles import unpacked
from generator.running.work import Numbered, Task, make_row, record, work

DATED = "---\ntitle: Storm\npublished: 2024-03-15\n---\n\n"
STORY = "A storm flooded the harbour of Port Elm on Thursday.\n"


def item(folder: Path, text: str, name: str = "a.md") -> Item:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return Item(str(file), file.suffix, path=file)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Storm\nurl: https://coast.example/a\n---\n\n" + STORY,
        DATED + STORY,
        "---\npublished: 2024-03-15\n---\n\n" + STORY + "It was the worst in years.\n\nHelp came.\n",
        "---\npublished: 2024-03-15\n---\n\nMr. J. Hill of St. Mary's spoke. " + STORY,
    ],
)
def test_an_article_is_known_by_the_same_key_without_its_body(tmp_path: Path, task: Task, text: str) -> None:
    story = item(tmp_path, text)
    whole = read_item(story, today=task.today)
    kept = record(story, task).extracted.article
    assert article_key(kept) == article_key(whole)
    assert len(kept.text) < len(whole.text)


def test_no_sentence_that_was_passed_over_is_kept_but_their_number_is(tmp_path: Path, task: Task) -> None:
    kept = record(item(tmp_path, DATED + STORY + "\nThe town has 12,000 inhabitants.\n"), task).extracted
    assert (kept.extraction.passed, kept.passed) == ((), 1)
    assert [candidate.date.text for candidate in kept.extraction.candidates if candidate.date] == ["2024-03-14"]


def test_an_article_is_read_as_the_timeline_dates_it(tmp_path: Path, task: Task) -> None:
    story = item(tmp_path, DATED + STORY)
    undated = dataclasses.replace(record(story, task).extracted.article, published=None)
    (candidate,) = record(story, task, dated=undated).extracted.extraction.candidates
    assert candidate.date is None


def test_an_article_that_takes_too_long_is_given_up(
    tmp_path: Path, task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "extract", lambda _: time.sleep(10))
    story = item(tmp_path, DATED + STORY)
    with pytest.raises(ArticleError, match=r"a\.md: reading this article took longer than 0\.05 seconds"):
        record(story, dataclasses.replace(task, limit=0.05))


def test_a_fault_of_the_program_costs_one_article(tmp_path: Path, task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    def extract(_: object) -> object:
        raise RecursionError("too deep")

    monkeypatch.setattr(module, "extract", extract)
    row = make_row(Numbered(0, b"k", item(tmp_path, DATED + STORY)), task)
    assert "a.md: the program failed on this article (RecursionError: too deep)" in row.failed


def test_an_article_that_cannot_be_read_says_why(tmp_path: Path, task: Task) -> None:
    row = make_row(Numbered(0, b"k", item(tmp_path, "", "empty.txt")), task)
    assert "empty.txt: the file is empty" in row.failed


def test_a_chunk_ends_when_its_time_is_up(tmp_path: Path, task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK_SECONDS", 0.0)
    chunk = [Numbered(number, bytes([number]), item(tmp_path, DATED + STORY)) for number in range(3)]
    (row,) = work(chunk, task)
    assert row.key == b"\x00"
    assert unpacked(row.head)[0].title == "Storm"


def test_furniture_is_kept_only_where_it_is_asked_for(tmp_path: Path, task: Task) -> None:
    story = item(tmp_path, f"Storm hits town\n\nMarch 15, 2024\n\n{STORY}\nSign up to our newsletter\n", "a.txt")
    assert record(story, task).extracted.article.removed == ()
    assert record(story, dataclasses.replace(task, furniture=True)).extracted.article.removed
