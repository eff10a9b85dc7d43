from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.curating.load import load, load_timeline
from generator.curating.write import locked

Dateline = Callable[..., Result]

TODAY = ("--today", "2026-11-21")
STORM_ID = "2024-03-14-storm-flooded-the-harbour-of-port-elm"


@pytest.fixture
def extract(dateline: Dateline) -> Dateline:
    return lambda *arguments: dateline("extract", *arguments, "--events", "t.yaml", *TODAY)


def state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir() if path.is_file()}


def edit(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


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


def test_a_second_run_writes_nothing(work: Path, extract: Dateline) -> None:
    extract("articles")
    before = state(work)
    result = extract("articles")
    assert state(work) == before
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
def test_a_second_run_leaves_what_a_person_changed(work: Path, extract: Dateline, change: tuple[str, str]) -> None:
    extract("articles")
    edit(work / "t.yaml", change)
    before = state(work)
    extract("articles")
    assert state(work) == before


def test_what_a_person_deleted_stays_deleted(work: Path, extract: Dateline) -> None:
    extract("articles")
    text = (work / "t.yaml").read_text()
    start = text.index("  - id: 2024-03-14")
    (work / "t.yaml").write_text(text[:start] + text[text.index("  - id: 2024-03-22") :])
    before = state(work)
    result = extract("articles")
    assert state(work) == before
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


def test_what_a_person_rejected_by_hand_stays_rejected(work: Path, extract: Dateline) -> None:
    extract("articles")
    text = (work / "t.yaml").read_text()
    start = text.index("    date: 2024-03-14")
    end = text.index("\n  - id: 2024-03-22")
    (work / "t.yaml").write_text(f"{text[:start]}    review: rejected\n    reason: Not ours\n{text[end:]}")
    before = state(work)
    extract("articles")
    assert state(work) == before


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


def test_a_date_filled_in_by_hand_resolves_what_waited_for_it(work: Path, extract: Dateline) -> None:
    extract("articles")
    edit(work / "t.yaml", ("    published: null\n", "    published: 2024-04-10\n"))
    filled = (work / "t.yaml").read_text()
    assert "Would fill in the date of ann-lee-" in extract("articles", "--dry-run").stderr
    result = extract("articles")
    text = (work / "t.yaml").read_text()
    expected = filled.replace("    date: null", "    date: 2024-04-09", 1)
    expected = expected.replace("from: null", "from: 2024-04-10").replace("date: null", "date: 2024-04-09")
    assert text == expected
    assert "Filled in the date of ann-lee-resigned-after-a-vote-in-port-elm" in result.stdout


def test_a_date_given_as_an_option_resolves_too_and_is_written_down(work: Path, extract: Dateline) -> None:
    extract("articles")
    extract("articles/undated.md", "--published", "2024-04-10")
    loaded = load(work / "t.yaml")
    assert loaded.data["sources"]["towncrier-undated"]["published"] == "2024-04-10"
    assert loaded.data["sources"]["towncrier-undated"]["published_basis"]["method"] == "given"
    assert loaded.data["events"][-1]["date"] == "2024-04-09"
    before = state(work)
    result = extract("articles/undated.md", "--published", "2025-04-10")
    assert state(work) == before
    assert "--published was not used: t.yaml says 2024-04-10 of towncrier-undated" in result.stderr


def test_a_date_filled_in_by_hand_dates_the_citation_of_an_event_that_was_dated_by_hand(
    work: Path, extract: Dateline
) -> None:
    extract("articles")
    edit(
        work / "t.yaml",
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


def test_a_line_that_a_person_left_out_is_not_written_by_a_run(work: Path, extract: Dateline) -> None:
    (work / "t.yaml").write_text("sources:\n  daily: {url: https://coast.example/storm}\n")
    extract("articles/storm.md")
    loaded = load(work / "t.yaml")
    assert loaded.data["sources"] == {"daily": {"url": "https://coast.example/storm"}}
    assert [event["date"] for event in loaded.data["events"]] == ["2024-03-14", "2024-03-22"]


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


def test_a_year_is_never_guessed_twice(work: Path, dateline: Dateline) -> None:
    (work / "call.txt").write_text(
        "Lee, Li Settle Port Dispute in Call 02/04 06:20\n"
        "PORT ELM (AP) -- Governor Ann Lee called Mayor Bo Li of Klow on Wednesday\n"
        "and settled a dispute over the port.\n"
    )
    dateline("extract", "call.txt", "--events", "t.yaml", "--today", "2026-11-21")
    assert "published: 2026-02-04\n" in (work / "t.yaml").read_text()
    before = state(work)
    dateline("extract", "call.txt", "--events", "t.yaml", "--today", "2037-11-21")
    assert state(work) == before


def test_a_low_confidence_date_asks_for_confirmation_with_the_reason(work: Path, extract: Dateline) -> None:
    extract("articles/storm.md")
    edit(
        work / "t.yaml", ('      confidence: high\n      reason: "', '      confidence: low\n      reason: "a guess: ')
    )
    result = extract("articles/storm.md")
    assert "low confidence: a guess: " in result.stdout
    assert "PLEASE CONFIRM: correct published under coastdaily-2024-03-15" in result.stdout


def test_the_summary_names_what_cannot_be_dated_and_what_to_do(work: Path, extract: Dateline) -> None:
    result = extract("articles")
    assert "“Tuesday” in articles/undated.md cannot be counted from anything" in result.stdout
    assert "Fill in published under towncrier-undated" in result.stdout
    edit(work / "t.yaml", ("    date: null\n", "    date: 2024-04-09\n"))
    assert "cannot be counted" not in extract("articles").stdout


def test_a_dry_run_prints_a_diff_that_applies_and_writes_nothing(work: Path, extract: Dateline) -> None:
    extract("articles")
    before = state(work)
    diff = extract("echo.md", "--dry-run")
    assert state(work) == before
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
        },
        {
            "source": "northernecho-2024-03-16",
            "quote": "A storm flooded Port Elm harbour on Thursday, its harbour master said.",
            "when": "Thursday",
            "date": "2024-03-14",
        },
    ]
    assert set(entries[0]) >= {"title", "summary", "actors", "score", "places"}


def test_json_lists_what_was_rejected_as_known_and_without_an_event(work: Path, extract: Dateline) -> None:
    extract("articles/undated.md")
    (work / "t.yaml").write_text("schema: 1\n")
    (entry,) = json.loads(extract("articles/undated.md", "--json").stdout)
    assert (entry["known"], entry["event"]) == (True, None)


def test_a_digest_is_never_quoted(work: Path, extract: Dateline) -> None:
    edit(work / "articles" / "storm.md", ("---\ntitle", "---\nkind: digest\ntitle"))
    extract("articles/storm.md")
    timeline = load_timeline(work / "t.yaml")
    assert timeline.sources["coastdaily-2024-03-15"].kind == "digest"
    assert {citation.quote for event in timeline.events for citation in event.citations} == {None}


def test_a_three_line_entry_with_the_articles_address_gets_its_citation(work: Path, extract: Dateline) -> None:
    (work / "t.yaml").write_text(
        "events:\n  - date: 2024-03-14\n    title: Storm floods Port Elm harbour\n    source: https://coast.example/storm\n"
    )
    result = extract("articles/storm.md")
    assert result.exit_code == 0
    timeline = load_timeline(work / "t.yaml")
    assert [event.review for event in timeline.events] == ["accepted", "candidate"]
    assert [source.title for source in timeline.sources.values()] == ["Storm closes the harbour of Port Elm"]
    before = state(work)
    extract("articles/storm.md")
    assert state(work) == before


def test_the_summary_counts_furniture_and_verbose_lists_it(work: Path, extract: Dateline) -> None:
    (work / "page.txt").write_text(
        "Storm hits town\n\nBy Jo Doe\nPublished on March 15, 2024\n\n"
        "A storm flooded the harbour of Port Elm on Thursday, the harbour master Jane Hill said.\n\n"
        "Read more: Ten tips against floods\n\nShe closed the harbour for a week and sent all ships to other towns.\n\n"
        "Sign up to our newsletter\n"
    )
    assert re.search(r"left out \d+ lines of furniture \(.*newsletter 1", extract("page.txt").stdout)
    assert "newsletter: Sign up to our newsletter" in extract("page.txt", "--verbose").stdout


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(work: Path, extract: Dateline) -> None:
    (work / "articles" / "empty.txt").write_bytes(b"")
    (work / "articles" / "binary.txt").write_bytes(bytes(range(256)) * 40)
    result = extract("articles")
    assert result.exit_code == 0
    assert "Could not read 2 files:" in result.stdout
    assert "articles/empty.txt" in result.stdout
    assert len(load_timeline(work / "t.yaml").events) == 3


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 100, b" \n\t\n"])
def test_where_nothing_could_be_read_the_exit_code_says_so(work: Path, extract: Dateline, content: bytes) -> None:
    (work / "bad.txt").write_bytes(content)
    result = extract("bad.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("dateline: bad.txt")
    assert not (work / "t.yaml").exists()


@pytest.mark.parametrize("path", ["missing.txt", "empty"])
def test_a_path_without_articles_is_named(work: Path, extract: Dateline, path: str) -> None:
    (work / "empty").mkdir()
    result = extract(path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"dateline: {path}: ")


def test_an_article_without_events_makes_no_file(work: Path, extract: Dateline) -> None:
    (work / "dull.md").write_text("---\ntitle: Dull\npublished: 2024-03-15\n---\n\nThe town has 12,000 inhabitants.\n")
    result = extract("dull.md")
    assert result.exit_code == 0
    assert "Nothing to add: t.yaml was not made." in result.stdout
    assert not (work / "t.yaml").exists()
    assert not (work / "t.seen.txt").exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"events:\n<<<<<<< ours\n  - id: a\n=======\n  - id: b\n>>>>>>> theirs\n", "unfinished merge"),
        (b"events:\n  - id: a\n    titel: x\n", "the timeline has 1 error"),
        (b"events: [\n", "the timeline has 1 error"),
        (b"\xff\xfe\x00", "UTF-16"),
        (b"events: [{id: a, date: 2020, title: x}]\n", "nothing can be put safely"),
    ],
)
def test_a_file_that_cannot_be_edited_safely_is_left_as_it_is(
    work: Path, extract: Dateline, content: bytes, message: str
) -> None:
    (work / "t.yaml").write_bytes(content)
    before = state(work)
    result = extract("articles")
    assert result.exit_code == 1
    assert message in result.stderr
    assert state(work) == before


def test_an_events_file_that_is_a_folder_or_has_none_is_named(work: Path, dateline: Dateline) -> None:
    for path, message in (("articles", "this is a folder"), ("no/where/t.yaml", "its folder does not exist")):
        result = dateline("extract", "echo.md", "--events", path, *TODAY)
        assert result.exit_code == 1
        assert message in result.stderr
    assert not (work / "no").exists()


def test_a_memory_that_is_damaged_stops_the_run_before_it_writes(work: Path, extract: Dateline) -> None:
    (work / "t.seen.txt").write_text("what is this\n")
    result = extract("articles")
    assert result.exit_code == 1
    assert "t.seen.txt:1: “what is this” is not a fingerprint" in result.stderr
    assert not (work / "t.yaml").exists()


def test_two_runs_at_once_do_not_meet(work: Path, extract: Dateline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.commands.extract.locked", lambda path: locked(path, timeout=0.1))
    with locked(work / "t.yaml"):
        result = extract("articles")
    assert result.exit_code == 1
    assert "another run is writing this timeline" in result.stderr
    assert not (work / "t.yaml").exists()


def test_an_interrupted_run_is_made_good_by_the_next(
    work: Path, extract: Dateline, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("generator.commands.extract.add_seen", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        assert extract("articles").exit_code == 1
    text = (work / "t.yaml").read_bytes()
    assert not (work / "t.seen.txt").exists()
    extract("articles")
    assert (work / "t.yaml").read_bytes() == text
    assert len((work / "t.seen.txt").read_text().split()) == 3


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"])
def test_byte_order_mark_and_line_ends_stay(work: Path, extract: Dateline, prefix: bytes) -> None:
    (work / "t.yaml").write_bytes(prefix + b"schema: 1\r\nevents:\r\n  - id: a\r\n    date: 2020\r\n    title: x\r\n")
    extract("articles")
    data = (work / "t.yaml").read_bytes()
    assert data.startswith(prefix + b"schema: 1\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") > 40
    assert data.count(b"\xef\xbb\xbf") == bool(prefix)


def test_an_article_in_another_language_is_named_and_does_not_stop_the_others(work: Path, extract: Dateline) -> None:
    russian = "В среду министр прибыл в порт, где его встретили рабочие и жители города. " * 3
    (work / "articles" / "port.txt").write_text(russian, encoding="utf-8")
    result = extract("articles")
    assert result.exit_code == 0
    assert "in another language than English (ru): no event can be extracted from it yet" in result.output
    assert "Added" in result.output
