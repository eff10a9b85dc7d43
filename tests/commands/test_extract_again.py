"""A further run loses nothing that a person decided, and repeats nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.curating.load import load

Dateline = Callable[..., Result]
State = Callable[[], dict[str, tuple[bytes, int]]]
Edit = Callable[..., None]


def test_a_second_run_writes_nothing(extract: Dateline, state: State) -> None:
    extract("articles")
    before = state()
    result = extract("articles")
    assert state() == before
    assert "Nothing to add: t.yaml stays as it is." in result.stdout
    assert "3 cited by an event already" in result.stdout


@pytest.mark.parametrize(
    "change",
    [
        ('title: "Storm flooded the harbour of Port Elm"', "title: The great flood"),
        ("    date: 2024-03-14\n    title", "    date: 2023-03-14\n    title"),
        ("    review: candidate\n", ""),
        ("    review: candidate\n", "    review: accepted # by me\n"),
        ("  - id: 2024-03-14", "  # Is this the right day?\n  - id: 2024-03-14"),
        ('        quote: "A storm flooded the harbour', '        quote: "… flooded the harbour'),
        ("    published: 2024-03-15\n", "    published: 2023-03-15\n"),
        ("    published: 2024-03-15\n", "    published: null\n"),
        ('    title: "Storm closes', '    title: "A storm closes'),
    ],
)
def test_a_second_run_leaves_what_a_person_changed(
    extract: Dateline, change: tuple[str, str], state: State, edit: Edit
) -> None:
    extract("articles")
    edit(change)
    before = state()
    extract("articles")
    assert state() == before


def test_what_a_person_deleted_stays_deleted(work: Path, extract: Dateline, state: State) -> None:
    extract("articles")
    text = (work / "t.yaml").read_text()
    start = text.index("  - id: 2024-03-14")
    (work / "t.yaml").write_text(text[:start] + text[text.index("  - id: 2024-03-22") :])
    before = state()
    result = extract("articles")
    assert state() == before
    assert "1 proposed, or joined to an event, by an earlier run" in result.stdout


def test_where_the_file_is_gone_a_run_begins_anew_and_forgets_nothing(work: Path, extract: Dateline) -> None:
    extract("articles")
    timeline = (work / "t.yaml").read_text()
    remembered = (work / "t.seen.txt").read_text()
    (work / "t.yaml").unlink()
    told = "There was no t.yaml: what t.seen.txt remembers of it (3 sentences) was kept and set aside."
    assert told in extract("articles", "--dry-run").stderr
    assert told in extract("articles/storm.md").stdout
    assert (work / "t.seen.txt").read_text() == remembered
    assert told not in extract("articles/storm.md").stdout
    (work / "t.yaml").unlink()
    extract("articles")
    assert (work / "t.yaml").read_text() == timeline


def test_what_a_person_rejected_by_hand_stays_rejected(work: Path, extract: Dateline, state: State) -> None:
    extract("articles")
    text = (work / "t.yaml").read_text()
    start = text.index("    date: 2024-03-14")
    end = text.index("\n  - id: 2024-03-22")
    (work / "t.yaml").write_text(f"{text[:start]}    review: rejected\n    reason: Not ours\n{text[end:]}")
    before = state()
    extract("articles")
    assert state() == before


def test_a_line_that_a_person_left_out_is_not_written_by_a_run(work: Path, extract: Dateline) -> None:
    (work / "t.yaml").write_text("sources:\n  daily: {url: https://coast.example/storm}\n")
    extract("articles/storm.md")
    loaded = load(work / "t.yaml")
    assert loaded.data["sources"] == {"daily": {"url": "https://coast.example/storm"}}
    assert [event["date"] for event in loaded.data["events"]] == ["2024-03-14", "2024-03-22"]


def test_an_interrupted_run_is_made_good_by_the_next(
    work: Path, extract: Dateline, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("generator.commands.writing.add_seen", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        assert extract("articles").exit_code == 1
    text = (work / "t.yaml").read_bytes()
    assert not (work / "t.seen.txt").exists()
    extract("articles")
    assert (work / "t.yaml").read_bytes() == text
    assert len((work / "t.seen.txt").read_text().split()) == 3
