"""The road from the five real articles to a timeline. Their sentences are not ours, so none is quoted here."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.curating.load import load_timeline
from generator.model import Timeline

Dateline = Callable[..., Result]

ARTICLES = Path(__file__).parents[2].parent / "shared" / "articles"
TODAY = ("--today", "2026-11-21")

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not ARTICLES.is_dir(), reason="the five articles are not beside the checkout (../shared)"),
]


@pytest.fixture
def run(dateline: Dateline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dateline:
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: dateline("extract", *arguments, "--events", "t.yaml", *TODAY)


@pytest.fixture
def timeline(run: Dateline) -> Timeline:
    assert run(str(ARTICLES)).exit_code == 0
    return load_timeline(Path("t.yaml"))


def dates(timeline: Timeline) -> set[tuple[str | None, str]]:
    return {(event.date.text if event.date else None, event.status) for event in timeline.events}


def test_each_article_is_dated_or_said_to_be_without_a_date(timeline: Timeline) -> None:
    published = {
        source.published and source.published.isoformat() for source in timeline.sources.values() if source.title
    }
    assert published == {"2023-10-18", "2024-02-08", "2022-12-30", "2026-02-04", None}


def test_the_events_that_they_report_are_found(timeline: Timeline) -> None:
    assert dates(timeline) >= {
        ("2022-02-24", "happened"),
        ("2022-09", "happened"),
        ("2022-12-30", "happened"),
        ("2023-21", "planned"),
        ("2023-10-18", "happened"),
        ("2024-02-08", "happened"),
        ("2026-01-31/2026-02-01", "happened"),
        ("2026-02", "planned"),
        ("2026-02-04", "happened"),
    }
    assert len(timeline.events) <= 45


def test_an_inferred_year_is_written_down_with_its_reason(timeline: Timeline) -> None:
    (source,) = (source for source in timeline.sources.values() if source.published and source.published.year == 2026)
    assert source.published_basis
    assert source.published_basis.confidence == "low"
    assert "Wednesday" in (source.published_basis.reason or "")


def test_an_article_without_a_date_waits_and_is_resolved_by_hand(run: Dateline, timeline: Timeline) -> None:
    assert {citation.when for event in timeline.events for citation in event.citations if not event.date} >= {
        "Tuesday",
        "this June",
    }
    file = Path("t.yaml")
    file.write_text(file.read_text().replace("    published: null\n", "    published: 2024-04-10\n"))
    run(str(ARTICLES))
    resolved = dates(load_timeline(file)) - dates(timeline)
    assert {date for date, _ in resolved} == {"2024-04-09", "2024-06"}


def test_an_article_without_a_date_is_resolved_by_an_option(run: Dateline) -> None:
    run(str(ARTICLES / "article-004.txt"), "--published", "2024-04-10")
    assert {date for date, _ in dates(load_timeline(Path("t.yaml")))} == {"2024-04-09", "2024-06"}


def test_a_second_run_changes_no_byte(run: Dateline, timeline: Timeline) -> None:
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path().iterdir()}
    run(str(ARTICLES))
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path().iterdir()} == before
    assert timeline.events


def test_one_article_after_another_gives_the_same_events(run: Dateline, timeline: Timeline) -> None:
    Path("t.yaml").unlink()
    Path("t.seen.txt").unlink()
    for article in sorted(ARTICLES.glob("*.txt")):
        run(str(article))
    assert dates(load_timeline(Path("t.yaml"))) == dates(timeline)


def test_what_was_extracted_has_no_faults_and_can_be_accepted(dateline: Dateline, timeline: Timeline) -> None:
    assert dateline("check", "t.yaml", *TODAY).exit_code == 0
    dated = [event.id or "" for event in timeline.events if event.date]
    assert dateline("accept", *dated, "--events", "t.yaml").exit_code == 0
    assert {event.review for event in load_timeline(Path("t.yaml")).events if event.date} == {"accepted"}
    assert dateline("check", "t.yaml", *TODAY).exit_code == 0


def test_each_quote_is_verbatim_in_its_article(run: Dateline) -> None:
    entries = json.loads(run(str(ARTICLES), "--json", "--dry-run").stdout)
    whole = " ".join(" ".join(path.read_text(encoding="utf-8").split()) for path in sorted(ARTICLES.glob("*.txt")))
    quotes = [citation["quote"] for entry in entries for citation in entry["citations"]]
    assert quotes
    assert [quote for quote in quotes if " ".join(quote.split()) not in whole] == []
    assert not Path("t.yaml").exists()
