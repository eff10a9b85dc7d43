"""The demo: its timeline is curated, and extracting its articles once more changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner

from generator import load_timeline
from generator.cli import dateline

ROOT = Path(__file__).parents[2]


def test_extracting_the_demos_articles_once_more_changes_no_byte(tmp_path: Path) -> None:
    for name in ("events.yaml", "seen.txt", "events.schema.json"):
        shutil.copy(ROOT / "data" / name, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    arguments = ["extract", str(ROOT / "data" / "articles"), "--events", str(tmp_path / "events.yaml")]
    result = CliRunner().invoke(dateline, [*arguments, "--today", "2026-11-21"])
    assert result.exit_code == 0, result.output
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_each_accepted_event_of_the_demo_goes_back_to_a_sentence_of_a_digest() -> None:
    timeline = load_timeline(ROOT / "data" / "events.yaml")
    published = [event for event in timeline.events if event.published]
    assert len(published) >= 10
    for event in published:
        assert event.citations, event.id
        assert all(citation.mention for citation in event.citations), event.id
        assert all(timeline.sources[citation.source].kind == "digest" for citation in event.citations), event.id
