"""What a run tells: its summary, its diff, and its candidates as JSON."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Dateline = Callable[..., Result]
State = Callable[[], dict[str, tuple[bytes, int]]]
Edit = Callable[..., None]

STORM_ID = "2024-03-14-storm-flooded-the-harbour-of-port-elm"


def test_the_summary_names_what_cannot_be_dated_and_what_to_do(extract: Dateline, edit: Edit) -> None:
    result = extract("articles")
    assert "“Tuesday” in articles/undated.md cannot be counted from anything" in result.stdout
    assert "Fill in published under towncrier-undated" in result.stdout
    edit(("    date: null\n", "    date: 2024-04-09\n"))
    assert "cannot be counted" not in extract("articles").stdout


def test_a_dry_run_prints_a_diff_that_applies_and_writes_nothing(work: Path, extract: Dateline, state: State) -> None:
    extract("articles")
    before = state()
    diff = extract("echo.md", "--dry-run")
    assert state() == before
    assert "Would add 1 citation" in diff.stderr
    (work / "change.patch").write_text(diff.stdout, encoding="utf-8")
    subprocess.run(["patch", "-p0", "-i", "change.patch"], check=True, capture_output=True)  # noqa: S607
    patched = (work / "t.yaml").read_bytes()
    (work / "t.yaml").write_bytes(before["t.yaml"][0])
    extract("echo.md")
    assert (work / "t.yaml").read_bytes() == patched


def test_a_dry_run_without_a_file_shows_the_file_that_would_be_made(work: Path, extract: Dateline) -> None:
    diff = extract("articles", "--dry-run").stdout
    assert diff.startswith("--- /dev/null\n+++ t.yaml\n@@ -0,0 +1,")
    assert not (work / "t.yaml").exists()
    extract("articles")
    assert extract("articles", "--dry-run").stdout == ""


@pytest.mark.usefixtures("work")
def test_json_stands_alone_on_standard_output(extract: Dateline) -> None:
    extract("articles/storm.md")
    result = extract("articles", "echo.md", "--json", "--dry-run")
    entries = json.loads(result.stdout)
    assert "Read 3 articles:" in result.stderr
    assert [(entry["date"], entry["status"], entry["known"], entry["event"]) for entry in entries] == [
        ("2024-03-14", "happened", True, STORM_ID),
        ("2024-03-22", "planned", True, "2024-03-22-jane-hill-will-reopen-the-harbour"),
        (None, "happened", False, "ann-lee-resigned-after-a-vote-in-port-elm"),
    ]
    assert entries[0]["citations"] == [
        {
            "source": "coastdaily-2024-03-15",
            "quote": "A storm flooded the harbour of Port Elm on Thursday, the harbour master Jane Hill said.",
            "when": "Thursday",
            "date": "2024-03-14",
            "conflicting": False,
        },
        {
            "source": "northernecho-2024-03-16",
            "quote": "A storm flooded Port Elm harbour on Thursday, its harbour master said.",
            "when": "Thursday",
            "date": "2024-03-14",
            "conflicting": False,
        },
    ]
    assert set(entries[0]) >= {"title", "summary", "actors", "score", "places"}


def test_json_lists_what_was_rejected_as_known_and_without_an_event(work: Path, extract: Dateline) -> None:
    extract("articles/undated.md")
    (work / "t.yaml").write_text("schema: 1\n")
    (entry,) = json.loads(extract("articles/undated.md", "--json").stdout)
    assert (entry["known"], entry["event"]) == (True, None)


def test_the_summary_counts_furniture_and_verbose_lists_it(work: Path, extract: Dateline) -> None:
    (work / "page.txt").write_text(
        "Storm hits town\n\nBy Jo Doe\nPublished on March 15, 2024\n\n"
        "A storm flooded the harbour of Port Elm on Thursday, the harbour master Jane Hill said.\n\n"
        "Read more: Ten tips against floods\n\nShe closed the harbour for a week and sent all ships to other towns.\n\n"
        "Sign up to our newsletter\n"
    )
    assert re.search(r"left out \d+ lines of furniture \(.*newsletter 1", extract("page.txt").stdout)
    assert "newsletter: Sign up to our newsletter" in extract("page.txt", "--verbose").stdout


def test_an_article_in_another_language_is_named_and_does_not_stop_the_others(work: Path, extract: Dateline) -> None:
    russian = "В среду министр прибыл в порт, где его встретили рабочие и жители города. " * 3
    (work / "articles" / "port.txt").write_text(russian, encoding="utf-8")
    result = extract("articles")
    assert result.exit_code == 0
    assert "in a language without rules yet (ru): no event can be extracted from it" in result.output
    assert "Added" in result.output


def test_what_a_ranking_left_out_is_told_with_the_option_that_took_it(extract: Dateline) -> None:
    asked = ("--query", "harbour", "--min-sources", "3", "--dry-run")
    told = extract("articles", "echo.md", *asked).stderr
    assert "Left out of the ranking:\n  --query: 1 of 3 articles say nothing of “harbour”\n  --min-sources 3: " in told
    assert "Nothing to add" in told


@pytest.mark.parametrize("options", [(), ("--top", "3")])
def test_copies_of_an_article_count_once(work: Path, extract: Dateline, options: tuple[str, ...]) -> None:
    for name in ("a.md", "b.md"):
        (work / "articles" / name).write_bytes((work / "echo.md").read_bytes())
    result = extract("articles", "echo.md", "--json", "--dry-run", *options)
    assert "Read 5 articles, 2 of them copies of others" in result.stderr
    storm = next(entry for entry in json.loads(result.stdout) if entry["date"] == "2024-03-14")
    assert len(storm["citations"]) == 2
    assert not options or "named by 2 articles of 2 independent sources" in storm["why"]
