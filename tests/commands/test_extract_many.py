"""A run over many articles, and a run that asks for some of the events only."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.curating.load import load_timeline

Dateline = Callable[..., Result]
State = Callable[[], dict[str, tuple[bytes, int]]]
Edit = Callable[..., None]

DEEDS = (
    "A storm flooded the harbour of Port Elm",
    "Voters in Klow elected Ann Lee as mayor",
    "A fire destroyed the old market of Ashby",
    "The union of Northam called a strike",
    "Police in Gillford arrested two bankers",
    "A bridge over the Wexley collapsed",
    "The court in Orrin sentenced Bo Li to prison",
    "Scientists at Saltby found a new fossil",
    "The airline Condora cancelled all flights",
    "The theatre of Elmside opened its doors",
    "Farmers blocked the road to Hillborough",
    "A train derailed near Dunmore",
)


SPEAKERS = ("the council", "witnesses", "a spokesman", "the police")


@pytest.fixture
def news(work: Path) -> Path:
    """A file of 48 articles: four papers tell of each of twelve events, a week apart."""
    file = work / "news.jsonl"
    with file.open("w", encoding="utf-8") as lines:
        for number in range(48):
            day = dt.date(2024, 3, 1) + dt.timedelta(days=number // 4 * 7)
            text = f"{DEEDS[number // 4]} on {day:%A}, {SPEAKERS[number % 4]} said.\nReport {number} was short."
            lines.write(json.dumps({"id": number, "published": day.isoformat(), "text": text}) + "\n")
    return file


def days(work: Path) -> list[str]:
    return sorted({event.date.text for event in load_timeline(work / "t.yaml").events if event.date})


def test_many_articles_are_told_of_in_sum_and_leave_nothing_behind(work: Path, extract: Dateline, news: Path) -> None:
    with news.open("a", encoding="utf-8") as lines:
        lines.write("{broken\n")
    result = extract("news.jsonl", "--workers", "2")
    assert result.exit_code == 0
    assert "Read 48 articles:\n  48 published from the record's field published\n" in result.stdout
    assert "Not read, 1 in all, with what to do:\n  news.jsonl!49: " in result.stdout
    assert "news.jsonl!7 —" not in result.stdout
    assert sorted(path.name for path in work.iterdir()) == [
        "articles",
        "echo.md",
        "events.schema.json",
        "news.jsonl",
        "t.seen.txt",
        "t.yaml",
    ]
    assert len(days(work)) == 12


def test_a_second_run_over_many_articles_writes_nothing(extract: Dateline, news: Path, state: State) -> None:
    extract(str(news))
    before = state()
    assert "Nothing to add" in extract(str(news)).stdout
    assert state() == before


@pytest.mark.usefixtures("news")
def test_only_the_events_for_which_most_speaks_are_proposed(work: Path, extract: Dateline) -> None:
    result = extract("news.jsonl", "--top", "5", "--json")
    entries = json.loads(result.stdout)
    assert len(entries) == 5
    assert sorted({entry["date"] for entry in entries}) == days(work)
    for entry in entries:
        assert set(entry) >= {"date", "title", "summary", "score", "why", "sources", "citations", "event"}
        assert entry["why"]
        assert entry["score"] > 0
        assert entry["sources"]
    assert "Read 48 articles; cited " in result.stderr
    assert "Added 5 candidates to t.yaml:" in result.stderr


@pytest.mark.usefixtures("news")
def test_a_second_run_for_the_same_events_changes_nothing(extract: Dateline, state: State) -> None:
    extract("news.jsonl", "--top", "5")
    before = state()
    again = json.loads(extract("news.jsonl", "--top", "5", "--json").stdout)
    assert state() == before
    assert [entry["known"] for entry in again] == [True] * 5
    assert all(entry["event"] for entry in again)


@pytest.mark.usefixtures("news")
def test_a_run_for_more_events_adds_the_others(work: Path, extract: Dateline) -> None:
    extract("news.jsonl", "--top", "5")
    first = days(work)
    extract("news.jsonl", "--top", "8")
    assert len(days(work)) == 8
    assert set(first) < set(days(work))


@pytest.mark.usefixtures("news")
def test_an_event_that_was_rejected_is_not_proposed_again(
    dateline: Dateline, work: Path, extract: Dateline, state: State
) -> None:
    (first, *_) = json.loads(extract("news.jsonl", "--top", "5", "--json").stdout)
    dateline("reject", first["event"], "--events", "t.yaml", "--reason", "Not ours")
    before = state()
    entries = json.loads(extract("news.jsonl", "--top", "5", "--json").stdout)
    assert state() == before
    assert len(load_timeline(work / "t.yaml").events) == 5
    assert [(entry["known"], entry["event"]) for entry in entries if entry["date"] == first["date"]] == [(True, None)]


@pytest.mark.usefixtures("news")
def test_an_event_of_the_file_gets_the_citations_of_the_ranked_one(work: Path, extract: Dateline) -> None:
    (work / "t.yaml").write_text(
        "events:\n  - date: 2024-03-01\n    title: A storm floods the harbour of Port Elm\n"
        "    summary: A storm flooded the harbour of Port Elm, the council said.\n"
    )
    (entry,) = json.loads(extract("news.jsonl", "--top", "1", "--until", "2024-03-01", "--json").stdout)
    (event,) = load_timeline(work / "t.yaml").events
    assert entry["known"]
    assert event.review == "accepted"
    assert len(event.citations) == len(entry["citations"]) >= 1


@pytest.mark.usefixtures("news")
def test_events_are_bounded_by_days(work: Path, extract: Dateline) -> None:
    extract("news.jsonl", "--since", "2024-03-08", "--until", "2024-03-22")
    assert {"2024-03-08", "2024-03-22"} <= set(days(work))
    assert all("2024-03-08" <= day <= "2024-03-22" for day in days(work))


@pytest.mark.usefixtures("news")
def test_a_few_articles_are_ranked_too(work: Path, extract: Dateline) -> None:
    result = extract("articles", "echo.md", "--top", "1", "--json", "--dry-run")
    (entry,) = json.loads(result.stdout)
    assert entry["date"] == "2024-03-14"
    assert not (work / "t.yaml").exists()
    assert not (work / ".cache").exists()


def test_a_look_at_many_articles_keeps_what_it_read_for_the_run_that_writes(
    work: Path, extract: Dateline, news: Path
) -> None:
    extract(str(news), "--top", "3", "--dry-run")
    assert not (work / "t.yaml").exists()
    assert (work / ".cache" / ".gitignore").read_text() == "*\n"
    extract(str(news), "--top", "4")
    assert len(days(work)) == 4
    assert not (work / ".cache").exists()


def test_a_fault_in_the_file_is_told_before_many_articles_are_read(
    work: Path, extract: Dateline, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (work / "t.yaml").write_text("events: 7\n")
    monkeypatch.setattr("generator.running.job.Job.gather", None)
    result = extract(str(news))
    assert result.exit_code == 1
    assert "t.yaml:1" in result.stderr


@pytest.mark.parametrize(
    ("options", "what"),
    [
        (("--since", "2024-03-02", "--until", "2024-03-01"), "--since 2024-03-02 is after --until 2024-03-01"),
        (("--workers", "2", "--cluster", "tcp://127.0.0.1:9"), "--workers and --cluster are two ways to do the work"),
    ],
)
def test_options_that_do_not_go_together_are_refused(extract: Dateline, options: tuple[str, ...], what: str) -> None:
    result = extract("articles", *options)
    assert result.exit_code == 1
    assert what in result.stderr


def test_a_run_that_is_stopped_says_how_to_go_on(
    work: Path, extract: Dateline, news: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("generator.running.gather.gather_apart", stop)
        result = extract(str(news))
    assert result.exit_code == 1
    assert "stopped after 0 articles — run the same command again to go on" in result.stderr
    assert not (work / "t.yaml").exists()
    assert extract(str(news)).exit_code == 0
