"""When an article was published: given, filled in by hand, and never guessed twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.curating.load import load

Dateline = Callable[..., Result]
State = Callable[[], dict[str, tuple[bytes, int]]]
Edit = Callable[..., None]


def test_a_date_filled_in_by_hand_resolves_what_waited_for_it(work: Path, extract: Dateline, edit: Edit) -> None:
    extract("articles")
    edit(("    published: null\n", "    published: 2024-04-10\n"))
    filled = (work / "t.yaml").read_text()
    assert "Would fill in the date of ann-lee-" in extract("articles", "--dry-run").stderr
    result = extract("articles")
    text = (work / "t.yaml").read_text()
    expected = filled.replace("    date: null", "    date: 2024-04-09", 1)
    expected = expected.replace("from: null", "from: 2024-04-10").replace("date: null", "date: 2024-04-09")
    assert text == expected
    assert "Filled in the date of ann-lee-resigned-after-a-vote-in-port-elm" in result.stdout


def test_a_date_given_as_an_option_resolves_too_and_is_written_down(
    work: Path, extract: Dateline, state: State
) -> None:
    extract("articles")
    extract("articles/undated.md", "--published", "2024-04-10")
    loaded = load(work / "t.yaml")
    assert loaded.data["sources"]["towncrier-undated"]["published"] == "2024-04-10"
    assert loaded.data["sources"]["towncrier-undated"]["published_basis"]["method"] == "given"
    assert loaded.data["events"][-1]["date"] == "2024-04-09"
    before = state()
    result = extract("articles/undated.md", "--published", "2025-04-10")
    assert state() == before
    assert "--published was not used: t.yaml says 2024-04-10 of towncrier-undated" in result.stderr


def test_a_date_filled_in_by_hand_dates_the_citation_of_an_event_that_was_dated_by_hand(
    work: Path, extract: Dateline, edit: Edit
) -> None:
    extract("articles")
    edit(
        ("    published: null\n", "    published: 2024-04-10\n"),
        ("    date: null\n", "    date: 2024-04\n"),
    )
    extract("articles")
    event = load(work / "t.yaml").data["events"][-1]
    assert (event["date"], event["citations"][0]["date"]) == ("2024-04", "2024-04-09")


def test_an_accepted_event_is_not_dated(work: Path, extract: Dateline) -> None:
    extract("articles")
    text = (
        (work / "t.yaml")
        .read_text()
        .replace("    review: candidate\n", "")
        .replace("published: null", "published: 2024-04-10")
    )
    (work / "t.yaml").write_text(text)
    extract("articles")
    assert (work / "t.yaml").read_text() == text


def test_the_publication_date_goes_to_the_one_article_without(work: Path, extract: Dateline) -> None:
    assert extract("articles", "--published", "2024-04-10").exit_code == 0
    assert load(work / "t.yaml").data["sources"]["towncrier-2024-04-10"]["published"] == "2024-04-10"


@pytest.mark.parametrize(("names", "what"), [(("b.md", "c.md"), "2 articles"), ((), "no article lacks a date")])
def test_a_publication_date_for_nobody_in_particular_is_refused(
    work: Path, extract: Dateline, names: tuple[str, ...], what: str
) -> None:
    (work / "articles" / "undated.md").rename(work / "b.md")
    (work / "c.md").write_text((work / "b.md").read_text().replace("Mayor", "Governor"))
    result = extract("articles", "echo.md", *names, "--published", "2024-04-10")
    assert result.exit_code == 1
    assert what in result.stderr
    assert not (work / "t.yaml").exists()


def test_where_nothing_can_be_read_a_publication_date_does_not_hide_why(work: Path, extract: Dateline) -> None:
    for name in ("b.txt", "c.txt"):
        (work / name).touch()
    result = extract("b.txt", "c.txt", "--published", "2024-04-10")
    assert result.exit_code == 1
    assert result.stderr.count("the file is empty") == 2


def test_a_year_is_never_guessed_twice(work: Path, dateline: Dateline, state: State) -> None:
    (work / "call.txt").write_text(
        "Lee, Li Settle Port Dispute in Call 02/04 06:20\n"
        "PORT ELM (AP) -- Governor Ann Lee called Mayor Bo Li of Klow on Wednesday\n"
        "and settled a dispute over the port.\n"
    )
    dateline("extract", "call.txt", "--events", "t.yaml", "--today", "2026-11-21")
    assert "published: 2026-02-04\n" in (work / "t.yaml").read_text()
    before = state()
    dateline("extract", "call.txt", "--events", "t.yaml", "--today", "2037-11-21")
    assert state() == before


def test_a_low_confidence_date_asks_for_confirmation_with_the_reason(extract: Dateline, edit: Edit) -> None:
    extract("articles/storm.md")
    edit(('      confidence: high\n      reason: "', '      confidence: low\n      reason: "a guess: '))
    result = extract("articles/storm.md")
    assert "low confidence: a guess: " in result.stdout
    assert "PLEASE CONFIRM: correct published under coastdaily-2024-03-15" in result.stdout
