from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Dateline = Callable[..., Result]

STORM_ID = "2024-03-14-storm-flooded-the-harbour-of-port-elm"


@pytest.fixture
def explain(dateline: Dateline, work: Path) -> Dateline:
    assert work.is_dir()
    return lambda subject: dateline("explain", subject, "--events", "t.yaml", "--today", "2026-11-21")


@pytest.fixture
def timeline(dateline: Dateline, work: Path) -> Path:
    dateline("extract", "articles", "--events", "t.yaml", "--today", "2026-11-21")
    return work / "t.yaml"


def test_an_event_is_told_from_the_words_to_the_date(timeline: Path, explain: Dateline) -> None:
    result = explain(STORM_ID)
    assert result.exit_code == 0
    line = timeline.read_text().split("\n").index(f"  - id: {STORM_ID}") + 1
    assert result.stdout.startswith(f"t.yaml:{line}:\n{STORM_ID} (candidate, happened)\n")
    for told in (
        "Date: 14 March 2024 (2024-03-14)",
        "Citation 1 of 1: coastdaily-2024-03-15",
        "Source: “Storm closes the harbour of Port Elm”, Coast Daily, https://coast.example/storm",
        "Published: 2024-03-15, known by metadata, high confidence",
        "Sentence: “A storm flooded the harbour of Port Elm on Thursday, the harbour master Jane Hill said.”",
        "Words: “Thursday”, read by the rule weekday, counted from 2024-03-15",
        "Which gives: 14 March 2024 (2024-03-14), high confidence",
        "Likeness of sentence and event: 100 of 100",
        "Known again by: ",
    ):
        assert told in result.stdout


def test_an_event_without_a_date_tells_what_is_missing(timeline: Path, explain: Dateline) -> None:
    assert timeline.exists()
    told = explain("ann-lee-resigned-after-a-vote-in-port-elm").stdout
    assert "Date: none yet" in told
    assert "Published: not known" in told
    assert "Which gives no date: the publication date is not known" in told


def test_an_event_written_by_hand_tells_what_there_is(work: Path, explain: Dateline) -> None:
    (work / "t.yaml").write_text(
        "sources:\n"
        "  daily: {title: The fair, published: 2020-05-03, original: agency}\n"
        "  agency: {publisher: Agency}\n"
        "  echo: {published: 2020-05-04, published_basis: {method: weekday, words: 05/04, confidence: low, "
        "reason: it was a Monday}}\n"
        "events:\n"
        "  - id: fair\n    date: 2020-05-02\n    title: The fair\n    citations:\n      - source: daily\n"
        "      - {source: echo, quote: The fair was held, when: two days ago, reason: it could be read otherwise}\n"
        "  - {id: none, date: null, review: candidate}\n"
    )
    told = explain("fair").stdout
    assert "Published: 2020-05-03, as an editor wrote it" in told
    assert "A reprint of agency" in told
    assert "known by weekday (“05/04”), low confidence\n    since it was a Monday" in told
    assert "Which gives no date: it is not known\n  Because it could be read otherwise" in told
    assert explain("none").stdout.endswith("none (candidate, happened)\n  Date: none yet\n\nIt cites no source.\n")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("review: rejected, reason: Not ours", "fair (rejected)\n  Reason: Not ours\n"),
        ("review: rejected", "fair (rejected)\n  Reason: none is given\n"),
        (
            "review: withdrawn, reason: Never held, title: The fair, date: 2020",
            "fair (withdrawn)\n  Reason: Never held\n  The fair\n  Date: 2020 (2020)\n",
        ),
    ],
)
def test_of_what_was_rejected_or_withdrawn_the_reason_is_told(
    work: Path, explain: Dateline, fields: str, told: str
) -> None:
    (work / "t.yaml").write_text(f"events:\n  - {{id: fair, {fields}}}\n")
    assert explain("fair").stdout == f"t.yaml:2:\n{told}"


def test_of_an_article_without_a_line_every_sentence_is_told(timeline: Path, explain: Dateline) -> None:
    assert timeline.exists()
    result = explain("articles/storm.md")
    assert result.exit_code == 0
    whole = result.stdout
    lines = {line.partition(":")[0].removeprefix("Line ") for line in whole.splitlines() if line.startswith("Line ")}
    assert len(lines) > 1
    for number in lines:
        told = explain(f"articles/storm.md:{number}").stdout.partition("\n\n")[2]
        assert told.strip() in whole


def test_an_unknown_event_is_answered_with_the_nearest(timeline: Path, explain: Dateline) -> None:
    result = explain(STORM_ID.replace("flooded", "floods"))
    assert timeline.exists()
    assert result.exit_code == 1
    assert f"did you mean {STORM_ID}?" in result.stderr


def test_a_faulty_timeline_is_not_explained(work: Path, explain: Dateline) -> None:
    (work / "t.yaml").write_text("events: 7\n")
    assert "the timeline has 1 error" in explain("fair").stderr


def test_a_line_tells_what_was_found_and_what_became_of_it(timeline: Path, explain: Dateline) -> None:
    told = explain("articles/storm.md:8").stdout
    assert "articles/storm.md: published 2024-03-15, " in told
    assert "A candidate: 14 March 2024 (2024-03-14), happened: Storm flooded the harbour of Port Elm" in told
    assert "“Thursday” is 2024-03-14, by the rule weekday, counted from 2024-03-15" in told
    assert f"In the timeline: its fingerprint is cited by {STORM_ID}" in told
    assert timeline.exists()


def test_a_line_tells_why_its_sentence_was_not_proposed(explain: Dateline) -> None:
    assert "Not proposed: " in explain("articles/storm.md:12").stdout


def test_a_line_tells_what_it_would_be_matched_with(timeline: Path, explain: Dateline) -> None:
    assert f"100 of 100 like {STORM_ID}, to which a run adds it" in explain("echo.md:7").stdout
    timeline.write_text(
        timeline.read_text().replace("Storm flooded", "Fire burned").replace("A storm flooded", "Fire burned")
    )
    told = explain("echo.md:7").stdout
    assert "Not in the timeline: a run would add it as 2024-03-14-storm-flooded-port-elm-harbour" in told
    assert f"Most like it of about that date: {STORM_ID}, " in told


def test_a_line_tells_that_a_person_took_its_event_away(timeline: Path, explain: Dateline) -> None:
    timeline.write_text("schema: 1\n")
    told = explain("articles/storm.md:8").stdout
    assert "Known already: an earlier run proposed it, or joined it to an event; it is not proposed again" in told


def test_a_second_sentence_of_an_event_is_not_said_to_be_taken_away(
    work: Path, dateline: Dateline, explain: Dateline
) -> None:
    again = "The harbour master Jane Hill said that a storm flooded the harbour of Port Elm on Thursday."
    with (work / "articles" / "storm.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{again}\n")
    extract = ("extract", "articles/storm.md", "--events", "t.yaml", "--today", "2026-11-21")
    assert "another sentence" in explain("articles/storm.md:14").stdout
    dateline(*extract)
    assert "1 proposed, or joined to an event, by an earlier run" in dateline(*extract).stdout
    assert "an earlier run proposed it, or joined it to an event" in explain("articles/storm.md:14").stdout


def test_a_line_of_furniture_tells_why_it_was_left_out(work: Path, explain: Dateline) -> None:
    (work / "page.txt").write_text(
        "Storm hits town\n\nPublished on March 15, 2024\n\nA storm flooded the harbour of Port Elm on Thursday.\n\n"
        "Sign up to our newsletter\n"
    )
    assert explain("page.txt:7").stdout == (
        "Line 7 is furniture and was left out (newsletter): Sign up to our newsletter\n"
    )


def test_a_line_without_text_is_said_to_be_so(explain: Dateline) -> None:
    assert "Line 99 is not part of the article's text" in explain("articles/storm.md:99").stdout


@pytest.mark.parametrize(
    ("subject", "message"),
    [
        ("articles/storm.md:0", "lines are counted from 1"),
        ("missing.txt:3", "missing.txt"),
        ("x", "there is no such file"),
    ],
)
def test_what_is_not_there_is_named(explain: Dateline, subject: str, message: str) -> None:
    result = explain(subject)
    assert result.exit_code == 1
    assert message in result.stderr


@pytest.fixture
def collections(work: Path) -> None:
    def record(name: str, text: str) -> str:
        return json.dumps({"url": f"https://coast.example:8080/{name}", "published": "2024-03-15", "text": text})

    flood = record("flood", "A storm flooded the harbour of Port Elm on Thursday.\nThe town has 12,000 inhabitants.")
    (work / "news.jsonl").write_text(f"{flood}\n{record('fair', 'The fair opened on Thursday.')}\n{{\n")
    with zipfile.ZipFile(work / "news.zip", "w") as archive:
        archive.write(work / "news.jsonl", "march/news.jsonl")
        archive.write(work / "echo.md", "echo.md")


@pytest.mark.usefixtures("collections")
@pytest.mark.parametrize(
    ("subject", "told", "left_out"),
    [
        (
            "news.jsonl!1",
            ["Line 1: “A storm", "  A candidate: 14 March", "Line 2: “The town", "  Not proposed"],
            "fair",
        ),
        ("news.jsonl!1:1", ["“A storm flooded", "A candidate: 14 March 2024"], "The town"),
        ("news.jsonl!https://coast.example:8080/fair", ["news.jsonl!2: ", "Line 1: “The fair opened"], "storm"),
        ("news.jsonl!https://coast.example:8080/flood:2", ["The town has"], "storm"),
        ("news.zip!echo.md:7", ["“A storm flooded Port Elm harbour", "A candidate"], "Line 7"),
        ("news.zip!march/news.jsonl!2", ["news.zip!march/news.jsonl!2: ", "The fair opened"], "storm"),
    ],
)
def test_an_article_of_a_collection_is_told_of(explain: Dateline, subject: str, told: list[str], left_out: str) -> None:
    result = explain(subject)
    assert result.exit_code == 0
    assert [words for words in told if words not in result.stdout] == []
    assert left_out not in result.stdout


@pytest.mark.usefixtures("collections")
@pytest.mark.parametrize(
    ("subject", "message"),
    [
        ("news.jsonl:1", "“news.jsonl” holds many articles — name one of them as news.jsonl!1, or as its address"),
        ("news.jsonl", "“news.jsonl” holds many articles"),
        (
            "news.jsonl!9",
            "news.jsonl: there is no article “9” in it — write it as the run does; the first are news.jsonl!1",
        ),
        ("news.jsonl!3", "news.jsonl!3: "),
        ("news.jsonl!1:0", "lines are counted from 1"),
    ],
)
def test_a_collection_without_an_article_is_answered_with_how_to_name_one(
    explain: Dateline, subject: str, message: str
) -> None:
    result = explain(subject)
    assert result.exit_code == 1
    assert message in result.stderr
