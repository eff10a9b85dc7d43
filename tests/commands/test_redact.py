"""`dateline redact`: a name goes from everywhere, each place is told, and nothing else changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.curating.load import load_timeline

Dateline = Callable[..., Result]

TIMELINE = """\
# Ann Lee asked for this
sources:
  lee-2020: {title: "Ann Lee resigns", url: https://example.org/ann-lee-resigns, published: 2020-05-02}
  other: {title: Other, url: https://example.org/other, original: lee-2020}
actors:
  ann-lee: {name: Ann Lee, aliases: [Lee, mayor]}
events:
  - id: 2020-05-01-ann-lee-resigns
    date: 2020-05-01  # as ann  lee said
    title: Ann Lee resigns
    summary: >-
      The council thanked Ann
      Lee for her work; Leeds did not.
    actors: [ann-lee, the council]
    aliases: [lee-resigns]
    citations:
      - source: lee-2020
        quote: 'ANN LEE said: "enough"'
  - id: vote
    date: 2020-06
    title: Port Elm votes
    related: [{id: 2020-05-01-ann-lee-resigns, as: follows}]
    citations: [{source: other}]
"""


@pytest.fixture
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "t.yaml"
    path.write_text(TIMELINE)
    return path


def test_the_name_goes_from_every_field_id_and_comment(events: Path, dateline: Dateline) -> None:
    result = dateline("redact", "Ann Lee", "Lee", "--events", "t.yaml", "--with", "[a person]")
    assert result.exit_code == 0, result.stderr
    text = events.read_text()
    assert text == (
        """\
# [a person] asked for this
sources:
  "2020": {title: "[a person] resigns", url: null, published: 2020-05-02}
  other: {title: Other, url: https://example.org/other, original: "2020"}
actors:
  redacted: {name: "[a person]", aliases: ["[a person]", mayor]}
events:
  - id: 2020-05-01-resigns
    date: 2020-05-01  # as [a person] said
    title: "[a person] resigns"
    summary: >-
      The council thanked [a person] for her work; Leeds did not.
    actors: [redacted, the council]
    aliases: [resigns]
    citations:
      - source: "2020"
        quote: "[a person] said: \\"enough\\""
  - id: vote
    date: 2020-06
    title: Port Elm votes
    related: [{id: 2020-05-01-resigns, as: follows}]
    citations: [{source: other}]
"""
    )
    lines = result.stdout.splitlines()
    assert "t.yaml:1: a comment was changed" in lines
    assert "t.yaml:3: url was taken out" in lines
    assert "t.yaml:8: id was changed" in lines
    assert lines[-1] == "0 places left for you to see to; git keeps what was ever committed"
    assert load_timeline(events).by_id["resigns"].id == "2020-05-01-resigns"


def test_what_still_has_the_name_is_told(events: Path, dateline: Dateline) -> None:
    events.write_text("events:\n  - {id: a, date: 2020, title: A, source: 'https://example.org/Ann_Lee'}\n")
    articles = events.parent / "articles"
    articles.mkdir()
    (articles / "a.md").write_text("Mayor Ann\nLee resigned.")
    (articles / "b.md").write_text("Leeds voted.")
    cache = events.parent / ".cache"
    cache.mkdir()
    (cache / "t.run.sqlite").write_text("Ann Lee")
    result = dateline("redact", "Ann Lee", "--events", "t.yaml", "--articles", "articles")
    assert result.stdout.splitlines() == [
        f"{cache / 't.run.sqlite'}: deleted, as it may hold the name",
        "STILL THERE t.yaml:2: - {id: a, date: 2020, title: A, source: 'https://example.org/Ann_Lee'}",
        "STILL THERE articles/a.md: an article",
        "2 places left for you to see to; git keeps what was ever committed",
    ]


def test_the_inbox_is_redacted_too(events: Path, dateline: Dateline) -> None:
    inbox = events.parent / "inbox.yaml"
    inbox.write_text("events:\n  - {id: ann-lee, review: candidate}\n")
    assert dateline("redact", "Ann Lee", "--events", "t.yaml", "--inbox", "inbox.yaml").exit_code == 0
    assert inbox.read_text() == "events:\n  - {id: redacted, review: candidate}\n"


def test_where_the_inbox_cannot_be_written_the_timeline_keeps_the_name_too(events: Path, dateline: Dateline) -> None:
    inbox = events.parent / "inbox.yaml"
    inbox.write_text("events:\n  - {id: ann-lee, review: candidate}\n")
    inbox.chmod(0o444)
    events.write_text("events:\n  - {id: ann-lee-votes, review: candidate}\n")
    ran = dateline("redact", "Ann Lee", "--events", "t.yaml", "--inbox", "inbox.yaml")
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert "inbox.yaml: the file cannot be written: the file is read-only" in ran.stderr
    assert "ann-lee" in events.read_text()


def test_an_id_stays_one_of_its_own(events: Path, dateline: Dateline) -> None:
    ids = ("lee-vote", "vote-lee", "vote")
    events.write_text("events:\n" + "".join(f"  - {{id: {each}, review: candidate}}\n" for each in ids))
    assert dateline("redact", "Lee", "--events", "t.yaml").exit_code == 0
    assert [event.id for event in load_timeline(events).events] == ["vote-2", "vote-3", "vote"]


@pytest.mark.parametrize(
    ("name", "title", "expected"),
    [
        ("李明", "总统李明访问北京", "总统[x]访问北京"),
        ("Ann Lee", "总统Ann Lee说", "总统[x]说"),
        ("김철수", "김철수는 떠났다", "[x]는 떠났다"),
        ("田中", "首相田中さんは話した", "首相[x]さんは話した"),
        ("Ann", "Anniversary of Annex, Joann", "Anniversary of Annex, Joann"),
        ("Ann.*", "Ann spoke of Ann.*", "Ann spoke of [x]"),
    ],
)
def test_a_name_ends_where_its_script_ends_a_word(
    events: Path, dateline: Dateline, name: str, title: str, expected: str
) -> None:
    events.write_text(f"events:\n  - {{id: a, date: 2020, title: '{title}', source: https://example.org/a}}\n")
    assert dateline("redact", name, "--events", "t.yaml", "--with", "[x]").exit_code == 0
    assert load_timeline(events).events[0].title == expected


def test_a_single_sign_goes_alone_only_and_is_told_within_words(events: Path, dateline: Dateline) -> None:
    events.write_text("events:\n  - {id: a, date: 2020, title: '行李 of 李', source: https://example.org/a}\n")
    result = dateline("redact", "李", "--events", "t.yaml", "--with", "[x]")
    assert load_timeline(events).events[0].title == "行李 of [x]"
    assert 'STILL THERE t.yaml:2: - {id: a, date: 2020, title: "行李 of [x]"' in result.stdout


def test_an_id_of_another_script_loses_the_name(events: Path, dateline: Dateline) -> None:
    events.write_text("events:\n  - {id: 2020-李明访问, date: 2020, title: A, source: https://example.org/a}\n")
    assert dateline("redact", "李明", "--events", "t.yaml").exit_code == 0
    assert load_timeline(events).events[0].id == "2020-访问"


def test_a_key_of_ones_own_stays_one_and_a_picture_keeps_its_name(events: Path, dateline: Dateline) -> None:
    picture = "{file: ann-lee.jpg, alt: Ann Lee, credit: B}"
    entry = f"{{id: a, date: 2020, title: A, source: https://example.org/a, x-ann-lee: '1', media: {picture}}}"
    events.write_text(f"events:\n  - {entry}\n")
    result = dateline("redact", "Ann Lee", "--events", "t.yaml", "--with", "N.")
    assert "x-redacted: '1', media: {file: ann-lee.jpg, alt: \"N.\", credit: B}" in events.read_text()
    assert "STILL THERE t.yaml:2" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("…",), "a name needs letters — write the name as it stands in the file"),
        (("Lee", "--with", "Ms Lee"), "“Ms Lee” has the name in it — give other words with --with"),
    ],
)
def test_what_makes_no_sense_is_refused(
    events: Path, dateline: Dateline, arguments: tuple[str, ...], message: str
) -> None:
    result = dateline("redact", *arguments, "--events", "t.yaml")
    assert message in result.stderr
    assert events.read_text() == TIMELINE
