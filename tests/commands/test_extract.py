"""A run over articles: what it writes into the timeline's file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.curating.load import load_timeline

Dateline = Callable[..., Result]
State = Callable[[], dict[str, tuple[bytes, int]]]

STORM_ID = "2024-03-14-storm-flooded-the-harbour-of-port-elm"


def test_a_first_run_makes_the_file_its_schema_and_its_memory(work: Path, extract: Dateline) -> None:
    result = extract("articles")
    assert result.exit_code == 0
    assert sorted(path.name for path in work.iterdir() if path.is_file()) == [
        "echo.md",
        "events.schema.json",
        "t.seen.txt",
        "t.yaml",
    ]
    timeline = load_timeline(work / "t.yaml")
    assert [(event.id, event.date and event.date.text, event.status, event.review) for event in timeline.events] == [
        (STORM_ID, "2024-03-14", "happened", "candidate"),
        ("2024-03-22-jane-hill-will-reopen-the-harbour", "2024-03-22", "planned", "candidate"),
        ("ann-lee-resigned-after-a-vote-in-port-elm", None, "happened", "candidate"),
    ]
    assert (work / "t.yaml").read_text().startswith("# yaml-language-server: $schema=events.schema.json\nschema: 1\n")


def test_a_citation_tells_how_the_date_was_found(work: Path, extract: Dateline) -> None:
    extract("articles/storm.md")
    text = (work / "t.yaml").read_text()
    assert (
        """\
    citations:
      - source: coastdaily-2024-03-15
        quote: "A storm flooded the harbour of Port Elm on Thursday, the harbour master Jane Hill said."
        when: "Thursday"
        from: 2024-03-15
        rule: weekday
        date: 2024-03-14
        confidence: high
        mention: """
        in text
    )
    assert "    added: 2026-11-21\n" in text


def test_a_new_article_about_a_known_event_adds_a_citation_and_no_event(work: Path, extract: Dateline) -> None:
    extract("articles")
    old = load_timeline(work / "t.yaml")
    old_lines = (work / "t.yaml").read_text().splitlines()
    result = extract("echo.md")
    new = load_timeline(work / "t.yaml")
    assert [event.id for event in new.events] == [event.id for event in old.events]
    assert [citation.source for citation in new.events[0].citations] == [
        "coastdaily-2024-03-15",
        "northernecho-2024-03-16",
    ]
    rest = iter((work / "t.yaml").read_text().splitlines())
    assert all(line in rest for line in old_lines)
    assert f"Added 1 citation to known events:\n  {STORM_ID}: northernecho-2024-03-16" in result.stdout


def test_two_articles_of_one_run_about_one_event_make_one_event(work: Path, extract: Dateline) -> None:
    extract("articles/storm.md", "echo.md")
    (storm, _) = load_timeline(work / "t.yaml").events
    assert {citation.source for citation in storm.citations} == {"coastdaily-2024-03-15", "northernecho-2024-03-16"}


def test_a_digest_is_never_quoted(work: Path, extract: Dateline) -> None:
    storm = work / "articles" / "storm.md"
    storm.write_text(storm.read_text().replace("---\ntitle", "---\nkind: digest\ntitle"))
    extract("articles/storm.md")
    timeline = load_timeline(work / "t.yaml")
    assert timeline.sources["coastdaily-2024-03-15"].kind == "digest"
    assert {citation.quote for event in timeline.events for citation in event.citations} == {None}


def test_a_three_line_entry_with_the_articles_address_gets_its_citation(
    work: Path, extract: Dateline, state: State
) -> None:
    (work / "t.yaml").write_text(
        "events:\n  - date: 2024-03-14\n    title: Storm floods Port Elm harbour\n    source: https://coast.example/storm\n"
    )
    result = extract("articles/storm.md")
    assert result.exit_code == 0
    timeline = load_timeline(work / "t.yaml")
    assert [event.review for event in timeline.events] == ["accepted", "candidate"]
    assert [source.title for source in timeline.sources.values()] == ["Storm closes the harbour of Port Elm"]
    before = state()
    extract("articles/storm.md")
    assert state() == before


def test_an_article_without_events_makes_no_file(work: Path, extract: Dateline) -> None:
    (work / "dull.md").write_text("---\ntitle: Dull\npublished: 2024-03-15\n---\n\nThe town has 12,000 inhabitants.\n")
    result = extract("dull.md")
    assert result.exit_code == 0
    assert "Nothing to add: t.yaml was not made." in result.stdout
    assert not (work / "t.yaml").exists()
    assert not (work / "t.seen.txt").exists()


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"])
def test_byte_order_mark_and_line_ends_stay(work: Path, extract: Dateline, prefix: bytes) -> None:
    (work / "t.yaml").write_bytes(prefix + b"schema: 1\r\nevents:\r\n  - id: a\r\n    date: 2020\r\n    title: x\r\n")
    extract("articles")
    data = (work / "t.yaml").read_bytes()
    assert data.startswith(prefix + b"schema: 1\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") > 40
    assert data.count(b"\xef\xbb\xbf") == bool(prefix)
