from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.curating.load import load_timeline
from generator.curating.seen import read_seen

Dateline = Callable[..., Result]

TIMELINE = """\
# Our timeline
sources:
  paper: {publisher: Paper}
events:
  # The first
  - id: 2020-fair
    date: 2020 # a year
    title: The fair
    review: candidate
    aliases: [fair]
    citations:
      - {source: paper, mention: 0123456789, quote: The fair was held}
  - id: 2021-flood
    date: 2021
    title: The flood
    review: candidate
    citations: [{source: paper, mention: aaaaaaaaaa}]
  - {id: 2022-vote, date: 2022, title: The vote, citations: [{source: paper}]}
  - id: talks
    date: null
    review: candidate
    citations: [{source: paper, when: on Tuesday, mention: bbbbbbbbbb}]
  - id: rumour
    date: 2019
    review: candidate
  - {id: bare, review: candidate, date: null}
  - {id: gone, review: rejected}
  - {id: 2018-old, date: 2018, review: withdrawn, reason: Wrong}
"""


@pytest.fixture
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "t.yaml"
    path.write_text(TIMELINE)
    return path


def test_accepting_takes_away_the_line_and_nothing_else(events: Path, dateline: Dateline) -> None:
    result = dateline("accept", "2020-fair", "2021-flood", "--events", "t.yaml")
    assert (result.exit_code, result.stdout) == (0, "Accepted 2020-fair\nAccepted 2021-flood\n")
    assert events.read_text() == TIMELINE.replace("    review: candidate\n", "", 2)


def test_an_event_is_found_by_the_id_that_it_used_to_have(events: Path, dateline: Dateline) -> None:
    assert dateline("accept", "fair", "--events", "t.yaml").stdout == "Accepted 2020-fair\n"
    assert events.read_text() == TIMELINE.replace("    review: candidate\n", "", 1)


def test_accepting_twice_changes_nothing(events: Path, dateline: Dateline) -> None:
    before = events.stat().st_mtime_ns
    result = dateline("accept", "2022-vote", "--events", "t.yaml")
    assert (result.exit_code, result.stdout) == (0, "Accepted already: nothing was changed\n")
    assert (events.read_text(), events.stat().st_mtime_ns) == (TIMELINE, before)


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("2021-flod", "no event has the id “2021-flod” — did you mean 2021-flood?"),
        ("nothing-like-it", "no event has the id “nothing-like-it” — ids are under events, at the key id"),
        (
            "talks",
            (
                "t.yaml:19: “talks” has no date, and so no place on the timeline; nothing was changed — write its "
                "date; or fill in published under sources, paper, and run dateline extract again"
            ),
        ),
        (
            "bare",
            "t.yaml:26: “bare” has no date, and so no place on the timeline; nothing was changed — write its date",
        ),
        ("rumour", "t.yaml:23: “rumour” cites no source; nothing was changed — add a citation"),
        ("gone", "“gone” was rejected; nothing was changed — write its fields anew, with review: accepted"),
        ("2018-old", "“2018-old” was withdrawn; nothing was changed — change review by hand"),
    ],
)
def test_where_one_cannot_be_accepted_none_is(events: Path, dateline: Dateline, wanted: str, message: str) -> None:
    result = dateline("accept", "2020-fair", wanted, "--events", "t.yaml")
    assert result.exit_code == 1
    assert result.stderr.startswith("dateline: t.yaml")
    assert message in result.stderr
    assert events.read_text() == TIMELINE


def test_a_rejected_event_leaves_id_reason_and_fingerprint_and_not_its_text(events: Path, dateline: Dateline) -> None:
    result = dateline("reject", "2020-fair", "--reason", " Not ours: a fair ", "--events", "t.yaml")
    assert (result.exit_code, result.stdout) == (0, "Rejected 2020-fair\n")
    start, end = TIMELINE.index("    date: 2020"), TIMELINE.index("  - id: 2021-flood")
    block = '    review: rejected\n    reason: "Not ours: a fair"\n    aliases: [fair]\n'
    assert events.read_text() == TIMELINE[:start] + block + TIMELINE[end:]
    assert read_seen(events) == {"0123456789"}


def test_several_share_a_reason_and_undated_candidates_can_be_rejected(events: Path, dateline: Dateline) -> None:
    assert dateline("reject", "talks", "bare", "--reason", "Not ours", "--events", "t.yaml").exit_code == 0
    by_id = load_timeline(events).by_id
    assert [by_id[name].model_dump(exclude_defaults=True) for name in ("talks", "bare")] == [
        {"id": "talks", "review": "rejected", "reason": "Not ours"},
        {"id": "bare", "review": "rejected", "reason": "Not ours"},
    ]


@pytest.mark.parametrize("reason", [(), ("--reason", " ")])
def test_without_a_reason_nothing_is_rejected(events: Path, dateline: Dateline, reason: tuple[str, ...]) -> None:
    result = dateline("reject", "2020-fair", *reason, "--events", "t.yaml")
    assert result.exit_code == 1
    assert result.stderr == ('dateline: a rejection needs a reason; nothing was changed — say why with --reason "…"\n')
    assert events.read_text() == TIMELINE


def test_at_a_terminal_the_reason_is_asked_for_until_there_is_one(
    events: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = io.StringIO("\n  \nNot ours \n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)
    assert dateline("reject", "2020-fair", "2021-flood", "--events", "t.yaml").exit_code == 0
    by_id = load_timeline(events).by_id
    assert [by_id[name].reason for name in ("2020-fair", "2021-flood")] == ["Not ours", "Not ours"]


def test_rejecting_twice_changes_nothing(events: Path, dateline: Dateline) -> None:
    result = dateline("reject", "gone", "--events", "t.yaml")
    assert (result.exit_code, result.stdout) == (0, "Rejected already: nothing was changed\n")
    assert events.read_text() == TIMELINE
    assert not (events.parent / "t.seen.txt").exists()


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (
            "2022-vote",
            "“2022-vote” is accepted, and no candidate; nothing was changed — its id is public: withdraw it with",
        ),
        ("2018-old", "is withdrawn"),
        ("x", "no event has"),
    ],
)
def test_what_is_published_is_not_rejected_any_more(
    events: Path, dateline: Dateline, wanted: str, message: str
) -> None:
    result = dateline("reject", "2020-fair", wanted, "--events", "t.yaml")
    assert result.exit_code == 1
    assert message in result.stderr
    assert events.read_text() == TIMELINE


@pytest.mark.parametrize("command", ["accept", "reject"])
@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "there is no such file"),
        ("events:\n<<<<<<< a\n=======\n>>>>>>> b\n", "unfinished merge"),
        ("events: 7\n", "the timeline has 1 error"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    events: Path, dateline: Dateline, command: str, content: str | None, message: str
) -> None:
    events.unlink()
    if content is not None:
        events.write_text(content)
    result = dateline(command, "2020-fair", "--events", "t.yaml")
    assert result.exit_code == 1
    assert message in result.stderr
    assert (events.read_text() if events.exists() else None) == content
