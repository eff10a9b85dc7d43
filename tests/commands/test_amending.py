"""`dateline merge`, `rename`, `resolve` and `withdraw`, as a person types them."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.curating.load import load_timeline

Dateline = Callable[..., Result]

TIMELINE = """\
# Our timeline
sources:
  echo: {title: Echo, published: 2020-05-02}
  paper: {title: Paper, published: null}
events:
  # The first
  - id: fair
    date: 2020-05-01  # a Friday
    title: Fair opens in Port Elm
    tags: [fairs]
    citations:
      - source: echo
        quote: The fair opened
        mention: aaaaaaaaaa
  # The second

  - id: opening
    date: 2020-05-01
    title: Mayor opens the fair
    summary: She cut a ribbon.
    actors: [Ann Lee]
    tags: [fairs, mayors]
    aliases: [ribbon]
    citations:
      - source: paper
        when: on Friday
        date: null
        mention: bbbbbbbbbb
      - {source: echo, mention: aaaaaaaaaa}
    related:
      - {id: storm, as: follows}

  # The third
  - id: storm
    date: 2019
    title: Storm hits Port Elm
    source: https://storm.example/a
    related: [{id: ribbon, as: outcome}]
  - id: visit
    date: null
    title: Envoy visits the fair
    review: candidate
    citations: [{source: paper, quote: "The envoy came on Friday.", when: on Friday, date: null}]
"""


@pytest.fixture
def events(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    path = tmp_path / "t.yaml"
    path.write_text(TIMELINE)
    return path


def run(dateline: Dateline, *arguments: str) -> Result:
    return dateline(*arguments, "--events", "t.yaml")


class TestMerge:
    def test_one_event_remains_and_every_other_byte(self, events: Path, dateline: Dateline) -> None:
        result = run(dateline, "merge", "fair", "opening", "--note", " Two reports of one fair ")
        assert (result.exit_code, result.stdout.splitlines()) == (
            0,
            [
                "Merged opening into fair",
                "  citations: paper",
                "  actors: Ann Lee",
                "  tags: mayors",
                "  storm: related to fair now",
                "  left out: title “Mayor opens the fair”",
                "  left out: summary “She cut a ribbon.”",
            ],
        )
        start, end = TIMELINE.index("  - id: opening"), TIMELINE.index("  # The third")
        expected = (
            (TIMELINE[:start] + TIMELINE[end:])
            .replace("tags: [fairs]", "tags: [fairs, mayors]")
            .replace("{id: ribbon, as", "{id: fair, as")
            .replace(
                "        mention: aaaaaaaaaa\n",
                "        mention: aaaaaaaaaa\n"
                "      - source: paper\n"
                '        when: "on Friday"\n'
                "        date: null\n"
                "        mention: bbbbbbbbbb\n"
                "    corrections:\n"
                "      - date: 2026-09-21\n"
                '        text: "Two reports of one fair"\n'
                '    actors: ["Ann Lee"]\n'
                "    aliases: [opening, ribbon]\n"
                "    related:\n"
                "      - id: storm\n"
                "        as: follows\n",
                1,
            )
        )
        assert events.read_text() == expected

    def test_a_change_of_what_was_published_wants_a_note(self, events: Path, dateline: Dateline) -> None:
        result = run(dateline, "merge", "fair", "opening")
        assert result.exit_code == 1
        assert result.stderr == (
            "dateline: this changes what was published: fair: sources. Readers are told of that; nothing was changed — "
            'say what was wrong and what is right with --note "…"\n'
        )
        assert events.read_text() == TIMELINE

    def test_at_a_terminal_it_is_asked_for(
        self, events: Path, dateline: Dateline, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        terminal = io.StringIO("\n It was one fair \n")
        monkeypatch.setattr(terminal, "isatty", lambda: True)
        monkeypatch.setattr("sys.stdin", terminal)
        result = run(dateline, "merge", "fair", "opening")
        assert result.exit_code == 0
        assert "This changes what was published: fair: sources" in result.stderr
        assert [each.text for each in load_timeline(events).by_id["fair"].corrections] == ["It was one fair"]

    def test_an_address_alone_becomes_a_source(self, events: Path, dateline: Dateline) -> None:
        assert run(dateline, "merge", "fair", "storm", "--note", "One day").exit_code == 0
        timeline = load_timeline(events)
        assert [citation.source for citation in timeline.by_id["storm"].citations] == ["echo", "storm-example-undated"]
        assert timeline.sources["storm-example-undated"].url == "https://storm.example/a"

    def test_a_relation_of_the_two_goes(self, events: Path, dateline: Dateline) -> None:
        assert run(dateline, "merge", "storm", "fair", "--note", "One").exit_code == 0
        assert run(dateline, "merge", "storm", "opening", "--note", "One").exit_code == 0
        assert load_timeline(events).by_id["ribbon"].related == ()
        assert "related: [" not in events.read_text()

    def test_of_candidates_nobody_is_told(self, events: Path, dateline: Dateline) -> None:
        events.write_text(TIMELINE.replace("    tags", "    review: candidate\n    tags"))
        assert run(dateline, "merge", "fair", "opening").exit_code == 0
        assert load_timeline(events).by_id["opening"].corrections == ()

    @pytest.mark.parametrize(
        ("keep", "gone", "message"),
        [
            ("fair", "fair", "“fair” is the same event; nothing was changed — name two events"),
            ("opening", "ribbon", "“opening” is the same event"),
            ("fai", "opening", "no event has the id “fai” — did you mean fair?"),
            (
                "visit",
                "fair",
                "“fair” is published, and “visit” a candidate; nothing was changed — merge them the other",
            ),
        ],
    )
    def test_what_makes_no_sense_is_refused(
        self, events: Path, dateline: Dateline, keep: str, gone: str, message: str
    ) -> None:
        result = run(dateline, "merge", keep, gone, "--note", "x")
        assert result.exit_code == 1
        assert message in result.stderr
        assert events.read_text() == TIMELINE

    @pytest.mark.usefixtures("events")
    def test_what_was_withdrawn_stays_so(self, dateline: Dateline) -> None:
        run(dateline, "withdraw", "opening", "--why", "Wrong")
        result = run(dateline, "merge", "fair", "opening", "--note", "x")
        assert "“opening” is withdrawn; nothing was changed" in result.stderr


class TestRename:
    def test_the_old_id_leads_on_and_relations_follow(self, events: Path, dateline: Dateline) -> None:
        result = run(dateline, "rename", "storm", "2019-storm")
        assert result.stdout.splitlines() == [
            "Renamed storm to 2019-storm; its old address leads to the new one",
            "  opening: related to 2019-storm now",
        ]
        text = TIMELINE.replace("- id: storm", "- id: 2019-storm").replace("{id: storm", "{id: 2019-storm")
        text = text.replace("as: outcome}]\n", "as: outcome}]\n    aliases: [storm]\n    uid: storm\n")
        assert events.read_text() == text

    def test_back_and_forth_keeps_both_ids_once(self, events: Path, dateline: Dateline) -> None:
        for old, new in (("fair", "may-fair"), ("may-fair", "fair"), ("may-fair", "fun-fair")):
            assert run(dateline, "rename", old, new).exit_code == 0
        event = load_timeline(events).by_id["fair"]
        assert (event.id, set(event.aliases)) == ("fun-fair", {"fair", "may-fair"})

    def test_feeds_go_on_knowing_it_by_the_first_id_under_which_it_was_published(
        self, events: Path, dateline: Dateline
    ) -> None:
        uids = []
        for old, new in (("fair", "may-fair"), ("may-fair", "fete"), ("fete", "fair"), ("visit", "envoy")):
            assert run(dateline, "rename", old, new).exit_code == 0
            uids.append(load_timeline(events).by_id[new].uid)
        assert uids == ["fair", "fair", None, None]

    def test_an_event_without_an_id_gets_one(self, events: Path, dateline: Dateline) -> None:
        events.write_text(TIMELINE.replace("- id: fair\n    date", "- date"))
        assert run(dateline, "rename", "2020-05-01-fair-opens-in-port-elm", "fair").exit_code == 0
        assert load_timeline(events).by_id["fair"].aliases == ("2020-05-01-fair-opens-in-port-elm",)

    @pytest.mark.parametrize(
        ("new", "message"),
        [
            ("Fair 1", "“Fair 1” is not an id; nothing was changed — write lower-case letters"),
            ("opening", "t.yaml:17: “opening” is, or was, the id of another event; nothing was changed"),
            ("ribbon", "“ribbon” is, or was, the id of another event"),
        ],
    )
    def test_an_id_that_cannot_be_is_refused(self, events: Path, dateline: Dateline, new: str, message: str) -> None:
        result = run(dateline, "rename", "fair", new)
        assert result.exit_code == 1
        assert message in result.stderr
        assert events.read_text() == TIMELINE

    def test_the_id_that_it_has_changes_nothing(self, events: Path, dateline: Dateline) -> None:
        assert run(dateline, "rename", "fair", "fair").stdout == "Nothing was to be changed\n"
        assert events.read_text() == TIMELINE


class TestResolve:
    def test_what_waited_for_the_source_gets_its_date(self, events: Path, dateline: Dateline) -> None:
        result = run(dateline, "resolve", "paper", "--published", "2020-05-02")
        assert (result.exit_code, result.stdout.splitlines()) == (
            0,
            ["paper: published 2020-05-02", "  visit: 2020-05-01"],
        )
        timeline = load_timeline(events)
        assert str(timeline.sources["paper"].published) == "2020-05-02"
        assert str(timeline.by_id["visit"].date) == "2020-05-01"
        assert [str(timeline.by_id[name].citations[0].date) for name in ("opening", "visit")] == ["2020-05-01"] * 2
        again = run(dateline, "resolve", "paper", "--published", "2020-05-02")
        assert again.stdout == "Nothing was to be changed\n"

    def test_words_that_name_no_day_stay_as_they_are(self, events: Path, dateline: Dateline) -> None:
        events.write_text(TIMELINE.replace("when: on Friday\n", "when: when the leaves fell\n"))
        result = run(dateline, "resolve", "paper", "--published", "2020-05-02")
        assert "  opening: “when the leaves fell” still has no date" in result.stdout

    @pytest.mark.parametrize(
        ("source", "message"),
        [
            ("papers", "no source has the key “papers” — did you mean paper?"),
            ("echo", "t.yaml:3: “echo” was published 2020-05-02, the file says; nothing was changed"),
        ],
    )
    def test_another_source_or_date_is_refused(
        self, events: Path, dateline: Dateline, source: str, message: str
    ) -> None:
        result = run(dateline, "resolve", source, "--published", "2021-01-01")
        assert result.exit_code == 1
        assert message in result.stderr
        assert events.read_text() == TIMELINE


class TestWithdraw:
    def test_the_page_stays_and_readers_are_told(self, events: Path, dateline: Dateline) -> None:
        result = run(dateline, "withdraw", "fair", "--why", "It rained")
        assert result.stdout == "Withdrew fair; its page stays, and says why\n"
        event = load_timeline(events).by_id["fair"]
        assert (event.review, event.reason) == ("withdrawn", "It rained")
        assert [(str(each.date), each.text) for each in event.corrections] == [("2026-09-21", "It rained")]
        start = TIMELINE.index("    tags: [fairs]\n")
        new = '    review: withdrawn\n    reason: "It rained"\n'
        assert events.read_text().startswith(TIMELINE[:start] + new + TIMELINE[start : start + 20])
        assert run(dateline, "withdraw", "fair", "--why", "Again").stdout == "Nothing was to be changed\n"

    def test_without_a_reason_nothing_is_withdrawn(self, events: Path, dateline: Dateline) -> None:
        result = run(dateline, "withdraw", "fair")
        assert result.stderr == 'dateline: a withdrawal needs a reason; nothing was changed — say why with --why "…"\n'
        assert events.read_text() == TIMELINE

    def test_a_candidate_is_rejected_instead(self, events: Path, dateline: Dateline) -> None:
        result = run(dateline, "withdraw", "visit", "--why", "No")
        said = "“visit” is a candidate, and was never published; nothing was changed — reject it with dateline reject"
        assert said in result.stderr
        assert events.read_text() == TIMELINE


@pytest.mark.usefixtures("events")
def test_another_date_of_what_is_merged_is_told(dateline: Dateline) -> None:
    result = run(dateline, "merge", "fair", "storm", "--note", "One")
    assert "  left out: date “2019”" in result.stdout.splitlines()


@pytest.mark.parametrize(
    "arguments",
    [
        ("rename", "fair", "fete"),
        ("withdraw", "fair", "--why", "No"),
        ("merge", "storm", "fair", "--note", "One"),
        ("resolve", "paper", "--published", "2020-05-02"),
        ("accept", "fair"),
        ("reject", "fair", "--reason", "No"),
    ],
)
def test_an_id_that_two_events_have_is_nobodys_to_change(
    events: Path, dateline: Dateline, arguments: tuple[str, ...]
) -> None:
    text = TIMELINE.replace("- id: visit", "- id: fair")
    events.write_text(text)
    result = run(dateline, *arguments)
    assert result.exit_code == 1
    assert "“fair” is the id of the event at t.yaml:7 too; nothing was changed — give one" in result.stderr
    assert events.read_text() == text


def test_what_was_related_to_both_is_so_once(events: Path, dateline: Dateline) -> None:
    both = "related: [{id: fair, as: outcome}, {id: ribbon, as: outcome}]"
    events.write_text(TIMELINE.replace("related: [{id: ribbon, as: outcome}]", both))
    result = run(dateline, "merge", "fair", "opening", "--note", "One")
    assert "  storm: related to fair already" in result.stdout.splitlines()
    assert "related: [{id: fair, as: outcome}]\n" in events.read_text()
