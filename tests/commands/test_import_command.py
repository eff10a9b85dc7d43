"""`dateline import`: what comes in, what stays, and what a person is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.curating.load import load_timeline

SHEET = """\
id,Date,Headline,Text,URL,Tags,Who,Level
2022-bridge,2022-05,Harbour bridge opens,The mayor cut the ribbon.,https://news.example/a,"bridges, port",Ada Okafor,key
2023-cranes,spring 2023,Cranes return to the harbour,,,,,
,someday,Ferry line closes,,https://news.example/a,,,
"""

TIMELINE = """\
schema: 1
actors:
  okafor: {name: Ada Okafor}
sources:
  gazette: {title: The opening, url: "https://gazette.example/1"}
events:
  # The one that everybody asks about.
  - id: 2022-bridge
    title: Bridge opens  # too short
    date: 2022
    summary: |
      The mayor was there.

      So was the band.
    level: background
    tags:
      - bridges   # plural
    citations:
      - source: gazette

  - id: old-talks
    review: rejected
    reason: Not ours
"""


@pytest.fixture
def bring(dateline: Callable[..., object], work: Path) -> Callable[..., object]:
    """Run `dateline import` for `t.yaml`, on a fixed day, over a file that holds this."""

    def run(content: str, *options: str, name: str = "a.csv") -> object:
        (work / name).write_text(content, encoding="utf-8")
        return dateline("import", name, "--events", "t.yaml", "--today", "2026-11-21", *options)

    return run


@pytest.fixture
def events(work: Path) -> Callable[[], dict]:
    """The events of `t.yaml` by id."""
    return lambda: {event.id: event for event in load_timeline(work / "t.yaml").events}


def test_rows_come_in_as_candidates_with_their_sources(bring, events):
    ran = bring(SHEET)
    assert ran.exit_code == 0
    assert {name: event.review for name, event in events().items()} == {
        "2022-bridge": "candidate",
        "2023-cranes": "candidate",
        "ferry-line-closes": "candidate",
    }
    assert [citation.source for citation in events()["2022-bridge"].citations] == ["news-example-undated"]
    assert "Added 3 candidates to t.yaml:" in ran.stdout
    assert "  date: “Date”" in ran.stdout
    assert "a.csv:4: “someday” is no date that can be read" in ran.stdout


def test_a_second_import_changes_nothing(bring, state):
    bring(SHEET)
    before = state()
    ran = bring(SHEET)
    assert "Nothing to write: t.yaml stays as it is." in ran.stdout
    assert {**state(), "a.csv": None} == {**before, "a.csv": None}


def test_what_a_person_deleted_or_retitled_does_not_come_again(bring, edit, work):
    bring("Date,Title\n2022-05-03,Bridge opens\n2023,Cranes return\n")
    edit(("Bridge opens", "The bridge is open"))
    text = (work / "t.yaml").read_text()
    start = text.index("  - id: 2023-cranes-return")
    (work / "t.yaml").write_text(text[:start])
    ran = bring("Date,Title\n2022-05-03,Bridge opens\n2023,Cranes return\n")
    assert "2 imported before" in ran.stdout
    assert (work / "t.yaml").read_text() == text[:start]


def test_a_row_with_the_title_and_date_of_an_event_is_that_event(bring, work):
    (work / "t.yaml").write_text(TIMELINE)
    ran = bring("Date,Title\n2022,“bridge  opens”\n2022,Bridge Opens\n2024,Cranes return\n2024,Cranes return\n")
    assert "1 with the title and date of an event" in ran.stdout
    assert "1 twice in this file" in ran.stdout
    assert "a.csv:5: an earlier row has its id, or its title and date, and counts" in ran.stdout


def test_accept_publishes_what_has_a_date_and_a_source(bring, events):
    ran = bring(SHEET, "--accept")
    assert {name: event.review for name, event in events().items()} == {
        "2022-bridge": "accepted",
        "2023-cranes": "candidate",
        "ferry-line-closes": "candidate",
    }
    assert "Added 1 accepted event and 2 candidates to t.yaml:" in ran.stdout
    assert "a.csv:3: without a source it cannot be accepted, and waits as a candidate" in ran.stdout
    assert "a.csv:4: without a date it cannot be accepted, and waits as a candidate" in ran.stdout


def test_without_update_differences_are_only_told(bring, work):
    (work / "t.yaml").write_text(TIMELINE)
    ran = bring(SHEET.split("2023-cranes", maxsplit=1)[0])
    assert (work / "t.yaml").read_text() == TIMELINE
    assert "1 event (--update takes what this file says):" in ran.stdout
    assert "  2022-bridge: date: “2022” → “2022-05”" in ran.stdout


def test_update_changes_the_fields_that_differ_and_no_other_byte(bring, work):
    (work / "t.yaml").write_text(TIMELINE)
    ran = bring(SHEET.split("2023-cranes", maxsplit=1)[0], "--update")
    expected = TIMELINE
    for old, new in (
        ("title: Bridge opens  #", 'title: "Harbour bridge opens"  #'),
        ("date: 2022\n", "date: 2022-05\n"),
        ("|\n      The mayor was there.\n\n      So was the band.\n", '"The mayor cut the ribbon."\n'),
        ("level: background", "level: key"),
        ("- bridges   # plural\n", "- bridges   # plural\n      - port\n"),
        (
            "      - source: gazette\n",
            "      - source: gazette\n      - source: news-example-undated\n    actors: [okafor]\n",
        ),
        ("events:\n", '\n  news-example-undated:\n    url: "https://news.example/a"\nevents:\n'),
    ):
        assert old in expected
        expected = expected.replace(old, new, 1)
    assert (work / "t.yaml").read_text() == expected
    assert "Changed 1 event:" in ran.stdout
    assert "  2022-bridge: tags: “port” added" in ran.stdout
    again = bring(SHEET.split("2023-cranes", maxsplit=1)[0], "--update")
    assert "Nothing to write" in again.stdout


def test_an_update_of_what_is_written_in_brackets_is_left_to_a_person(bring, work):
    flow = TIMELINE.replace("citations:\n      - source: gazette\n", "citations: [{source: gazette}]\n")
    (work / "t.yaml").write_text(flow)
    ran = bring("id,Date,Title,URL\n2022-bridge,2022,Bridge opens,https://news.example/a\n", "--update")
    assert (ran.exit_code, (work / "t.yaml").read_text()) == (0, flow)
    assert "Could not be changed, for you to do by hand:\n  2022-bridge: citations: nothing can be put" in ran.stdout


@pytest.mark.parametrize(
    ("written", "row", "expected"),
    [
        ("tags: [a, b]", "Tags,c", "tags: [a, b, c]"),
        ("tags: []", "Tags,c", "tags: [c]"),
        ("tags:", "Tags,c", "tags: [c]"),
        ("level: key", "Tags,c", "level: key\n    tags: [c]"),
        ("summary: >-\n      One\n      two.", "Summary,Three.", 'summary: "Three."'),
        ("summary: One\n      two.", "Summary,Three.", 'summary: "Three."'),
        ("summary:", "Summary,Three.", 'summary: "Three."'),
        ("status: planned  # for now", "Status,happened", "status: happened  # for now"),
        ("summary: One  two.", "Summary,One two.", "summary: One  two."),
    ],
)
def test_a_field_is_changed_in_whatever_style_it_is_written(bring, work, written, row, expected):
    text = "events:\n  - id: a-b\n    title: Bridge opens today\n    date: 2022\n    {}\n# the end\n"
    (work / "t.yaml").write_text(text.format(written))
    field, value = row.split(",")
    ran = bring(f"id,Title,Date,{field}\na-b,Bridge opens today,2022,{value}\n", "--update")
    assert (ran.exit_code, (work / "t.yaml").read_text()) == (0, text.format(expected)), ran.output


def test_an_event_in_braces_is_changed_where_a_value_stands(bring, work):
    text = "events:\n  - {{id: a-b, title: {}, date: 2022}}\n"
    (work / "t.yaml").write_text(text.format("Bridge opens"))
    ran = bring("id,Title,Date,Tags\na-b,It is open,2022,c\n", "--update")
    assert (work / "t.yaml").read_text() == text.format('"It is open"')
    assert "a-b: tags:" in ran.stdout


def test_a_rejected_event_stays_as_it_is(bring, work):
    (work / "t.yaml").write_text(TIMELINE)
    ran = bring("id,Date,Title\nold-talks,2019,Talks begin anew\n", "--update")
    assert (work / "t.yaml").read_text() == TIMELINE
    assert "a.csv:2: old-talks was rejected, and stays as it is" in ran.stdout


def test_a_dry_run_prints_the_change_and_makes_none(bring, state):
    bring("Title\nx\n")
    before = state()
    ran = bring("Date,Title\n2022-05-03,Bridge opens today\n", "--dry-run", name="b.csv")
    assert {**state(), "b.csv": None} == {**before, "b.csv": None}
    assert ran.stdout.startswith("--- t.yaml\n+++ t.yaml\n")
    assert '+    title: "Bridge opens today"' in ran.stdout
    assert "Would add 1 candidate to t.yaml:" in ran.stderr


def test_a_timeline_that_begins_with_an_import_has_its_title_and_periods(bring, work):
    sheet = "Year,End Year,Headline,Type\n,,Harbour,title\n1914,1918,War,era\n1915,,Docks are closed,\n"
    ran = bring(sheet)
    timeline = load_timeline(work / "t.yaml")
    assert timeline.timeline.title == "Harbour"
    assert [(each.title, each.from_.text, each.to.text) for each in timeline.periods] == [("War", "1914", "1918")]
    assert "Added the period “War”, 1914 to 1918" in ran.stdout
    assert "Nothing to write" in bring(sheet).stdout


def test_a_file_that_cannot_be_read_ends_with_1_and_the_others_are_read(bring, dateline, work):
    (work / "bad.json").write_text("{")
    ran = bring("Date,Title\n2022,Bridge opens\n", "bad.json")
    assert ran.exit_code == 0
    assert "dateline: bad.json:1: this is not JSON" in ran.stderr
    alone = dateline("import", "bad.json", "--events", "t.yaml")
    assert (alone.exit_code, alone.stdout) == (1, "")
    assert dateline("import", "bad.json", "bad.json", "--events", "t.yaml").exit_code == 1


def test_a_timeline_with_errors_is_not_written_to(bring, work):
    (work / "t.yaml").write_text("events: [5]\n")
    ran = bring("Date,Title\n2022,Bridge opens\n")
    assert (ran.exit_code, (work / "t.yaml").read_text()) == (1, "events: [5]\n")


def test_an_import_of_nothing_makes_no_file(bring, work):
    ran = bring("Date,Title\n2022,\n")
    assert "Nothing to write: t.yaml was not made." in ran.stdout
    assert not (work / "t.yaml").exists()
    assert not (work / "t.seen.txt").exists()


def test_a_long_list_is_cut_unless_all_is_asked_for(bring):
    sheet = "Date,Title\n" + "".join(f"2022,Event {number} happens\n" for number in range(60))
    assert "  … and 10 more (--verbose lists them)" in bring(sheet, "--dry-run").stderr
    assert "more (--verbose" not in bring(sheet, "--dry-run", "--verbose").stderr


def test_what_a_strangers_file_says_steers_no_terminal_and_fills_none(bring):
    slides = '{"events": [{"text": {"headline": "A\\u009b[2Jb\\u202e c"}}, {"text": {"headline": "%s"}}]}'
    ran = bring(slides % ("x" * 50_000), name="a.json")
    assert "A\N{REPLACEMENT CHARACTER}[2Jb" in ran.output
    assert not any(mark in ran.output for mark in "\x1b\x07\u202e")
    assert max(map(len, ran.output.splitlines())) <= 1000


def test_half_a_pair_of_surrogates_is_named_as_a_character_that_nobody_knows(bring, events):
    bring('{"events": [{"unique_id": "a", "text": {"headline": "A\\ud800b"}}]}', name="a.json")
    assert events()["a"].title == "A\N{REPLACEMENT CHARACTER}b"
