"""The rules: each with the file that breaks it, and files that nearly do."""

from __future__ import annotations

import datetime as dt
import textwrap
from pathlib import Path

import pytest

from generator.curating.check import check, check_loaded
from generator.curating.load import load_text
from generator.curating.rules import RULES

TODAY = dt.date(2026, 11, 21)

SOURCES = """\
sources:
  ap: {title: A call, url: https://example.org/ap, published: 2026-02-04}
  digest: {title: Our words, kind: digest, original: ap}
  undated: {title: No date}
"""


ADVICE = ("no event cites", "only one source tells", "the title “")
"""How that begins which is said of most of these files, being so short, and is not what they are about."""


def said(events: str, sources: str = SOURCES, *, today: dt.date = TODAY) -> list[str]:
    """What is said of a file, `ADVICE` aside: severity, line, what."""
    text = f"{sources}events:\n{textwrap.indent(textwrap.dedent(events), '  ')}"
    first = text.index("events:\n")
    above = text[:first].count("\n") + 1
    faults = check_loaded(load_text(text, Path("events.yaml")), today=today)
    return [
        f"{fault.severity} {fault.line - above}: {fault.what} — {fault.todo}"
        for fault in faults
        if not fault.what.startswith(ADVICE)
    ]


def of_sources(sources: str) -> list[str]:
    """What is said of a file of sources alone, that they are not cited aside."""
    text = f"sources:\n{textwrap.indent(textwrap.dedent(sources), '  ')}"
    faults = check_loaded(load_text(text, Path("events.yaml")), today=TODAY)
    return [
        f"{fault.severity} {fault.line - 1}: {fault.what} — {fault.todo}"
        for fault in faults
        if not fault.what.startswith("no event cites")
    ]


CALL = "- {id: call, date: 2026-02-04, title: A call, source: ap}\n"


def test_a_sound_event_has_no_faults() -> None:
    assert said(CALL) == []


def test_where_things_stand_within_an_entry_is_not_kept() -> None:
    text = f"{SOURCES}events:\n  - id: call\n    date: 2027-02-04\n    title: A call\n"
    loaded = load_text(text, Path("events.yaml"))
    faults = check_loaded(loaded, today=TODAY)
    assert [fault.line for fault in faults if "2027" in fault.what]
    node = loaded.places.node(("events", 0))
    assert node is not None
    assert not node.is_read


def test_every_rule_says_what_it_is_about() -> None:
    assert all(rule.__doc__ for rule in RULES)


class TestIds:
    def test_a_missing_id_is_a_warning_with_the_id_that_fix_would_write(self) -> None:
        assert said("- {date: 2026-02-04, title: A call, source: ap}\n") == [
            "warning 1: the event has no id — write id: 2026-02-04-a-call, or let dateline check --fix write it"
        ]

    def test_an_id_that_stands_twice_names_the_line_of_the_first(self) -> None:
        assert said(CALL + CALL) == [
            (
                "error 2: the id “call” stands here again, first in line 6 — give one of the two another id; "
                "if both are the same event, keep one and move the citations there"
            )
        ]

    def test_an_alias_that_is_a_live_id(self) -> None:
        events = CALL + "- {id: b, date: 2026-02, title: B, source: ap, aliases: [call]}\n"
        assert said(events) == [
            (
                "error 2: the alias “call” is the id of the event in line 6 — delete it here, or give that event "
                "another id and list both ids in one event's aliases"
            )
        ]

    def test_an_alias_that_is_the_events_own_id(self) -> None:
        assert said(CALL.replace("}", ", aliases: [call]}")) == [
            "error 1: the alias “call” is the event's own id — delete it from aliases"
        ]

    def test_what_feeds_know_another_event_by(self) -> None:
        assert said(CALL.replace("}", ", aliases: [old], uid: old}")) == []
        events = CALL + "- {id: b, date: 2026-02, title: B, source: ap, uid: call}\n"
        what, todo = "what the event in line 6 is known by", "write an id here that this event used to have"
        assert said(events) == [f"error 2: “call” is {what} — {todo}, or delete the line"]

    def test_an_alias_that_two_events_claim(self) -> None:
        events = "- {id: a, date: 2026-01, title: A, source: ap, aliases: [old]}\n"
        assert said(events + events.replace("id: a", "id: b")) == [
            "error 2: the alias “old” is claimed in line 6 too — keep it in one event"
        ]

    def test_two_views_with_the_same_id(self) -> None:
        text = "views:\n  - {id: a, title: A}\n  - {id: a, title: B}\n"
        (fault,) = check_loaded(load_text(text, Path("e")), today=TODAY)
        assert fault.say("e") == (
            "e:3:10: error: the view “a” stands here again, first in line 2 — give one of the two another id"
        )

    def test_a_name_that_two_actors_share(self) -> None:
        text = "actors:\n  xi: {name: Xi Jinping, aliases: [Xi]}\n  other: {name: Xi Other, aliases: [xi]}\n"
        (fault,) = check_loaded(load_text(text, Path("e")), today=TODAY)
        assert fault.say("e") == (
            "e:3:3: warning: the name “xi” belongs to the actor “xi” too — keep it with one of them"
        )


class TestSources:
    @pytest.mark.parametrize("short", [True, False])
    def test_an_unknown_source_is_pointed_at_with_the_one_that_was_meant(self, *, short: bool) -> None:
        cited = "source: digets" if short else "citations: [{source: digets}]"
        assert said(f"- {{id: a, date: 2026-02-04, title: A, {cited}}}\n") == [
            "error 1: there is no source “digets” — did you mean “digest”?"
        ]

    def test_an_unknown_source_that_is_like_none(self) -> None:
        assert said("- {id: a, date: 2026-02-04, title: A, source: reuters}\n") == [
            "error 1: there is no source “reuters” — add “reuters:” under sources, or write the key of one there"
        ]

    def test_an_original_that_is_not_there(self) -> None:
        assert of_sources("a: {title: A, original: b-2022}\n") == [
            (
                "error 1: there is no source “b-2022” that this one could reprint — "
                "add “b-2022:” under sources, or write the key of one there"
            )
        ]

    def test_a_source_that_reprints_itself(self) -> None:
        assert of_sources("a: {title: A, original: a}\n") == [
            "error 1: the source reprints itself — delete “original:” from the one that was first"
        ]

    def test_sources_that_reprint_each_other(self) -> None:
        assert of_sources("a: {title: A, original: b}\nb: {title: B, original: a}\nc: {title: C, original: a}\n") == [
            "error 1: the sources a, b reprint each other — delete “original:” from the one that was first",
            "error 2: the sources b, a reprint each other — delete “original:” from the one that was first",
        ]

    def test_a_quote_from_a_digest(self) -> None:
        events = "- {id: a, date: 2026-02-04, title: A, citations: [{source: digest, quote: We said}]}\n"
        assert said(events) == [
            (
                "error 1: a quote from “digest”, which is a digest: its words are our own — "
                "delete the quote, or cite the article itself"
            )
        ]

    def test_a_source_that_nothing_cites(self) -> None:
        text = f"{SOURCES}events:\n  {CALL}"
        faults = check_loaded(load_text(text, Path("e")), today=TODAY)
        assert [fault.say("e") for fault in faults if fault.what.startswith("no event")] == [
            "e:3:3: warning: no event cites the source “digest” — cite it, or delete it",
            "e:4:3: warning: no event cites the source “undated” — cite it, or delete it",
        ]

    def test_a_source_that_nobody_could_find(self) -> None:
        assert said(CALL, "sources:\n  ap: {publisher: The Herald}\n") == [
            "warning -1: the source “ap” has neither a title nor an address — add “title:” and, if it is online, “url:”"
        ]

    @pytest.mark.parametrize(
        ("events", "expected"),
        [
            ("", ["e:2:3: warning: no event cites the source “a” — cite it, or delete it"]),
            ("events: [{id: a-call, review: rejected, reason: Not ours}]\n", []),
        ],
    )
    def test_of_a_source_that_nothing_cites_one_thing_is_said_or_none_where_its_event_was_rejected(
        self, events: str, expected: list[str]
    ) -> None:
        text = f"sources:\n  a: {{publisher: The Herald}}\n{events}"
        faults = check_loaded(load_text(text, Path("e")), today=TODAY)
        assert [fault.say("e") for fault in faults] == expected

    def test_an_agency_known_from_its_reprint_needs_neither(self) -> None:
        assert of_sources("a: {publisher: The Herald, title: A, original: b}\nb: {publisher: Reuters}\n") == []

    def test_a_source_from_the_future(self) -> None:
        assert of_sources("a: {title: A, published: 2026-11-23}\nb: {title: B, published: 2026-11-22}\n") == [
            "warning 1: published 2026-11-23, which is after today (2026-11-21) — correct the date"
        ]


class TestCompleteness:
    @pytest.mark.parametrize(
        ("without", "expected"),
        [
            ("date: 2026-02-04, ", "an accepted event without a date — write one, such as date: 2022-12"),
            ("title: A call, ", "an accepted event without a title — say in “title:” what happened"),
            (", source: ap", "an accepted event without a source — write source: https://… or citations"),
        ],
    )
    def test_an_accepted_event_has_date_title_and_source(self, without: str, expected: str) -> None:
        assert said(CALL.replace(without, "")) == [f"error 1: {expected}, or write review: candidate"]

    def test_a_null_is_pointed_at(self) -> None:
        text = "events:\n  - id: a\n    title: A\n    date: null\n    source: https://example.org/\n"
        (fault,) = (each for each in check_loaded(load_text(text, Path("e")), today=TODAY) if each.severity == "error")
        assert (fault.line, fault.column) == (4, 5)

    def test_a_candidate_may_lack_all_of_them(self) -> None:
        assert said("- {id: a, review: candidate}\n") == []

    @pytest.mark.parametrize("review", ["rejected", "withdrawn"])
    def test_a_decision_against_an_event_has_a_reason(self, review: str) -> None:
        assert said(f"- {{id: a, review: {review}}}\n") == [
            f"error 1: the event was {review} without a reason — say why in “reason:”"
        ]

    def test_a_rejected_event_keeps_no_text(self) -> None:
        events = "- {id: a, review: rejected, reason: Not ours, aliases: [b], x-a: 1, title: A, date: 2022}\n"
        assert said(events) == [
            "error 1: a rejected event keeps only its id, review and reason — delete title and date"
        ]
        assert said(events.replace(", date: 2022", ""))[0].endswith("delete title")


class TestRelations:
    def test_a_relation_to_an_event_that_is_not_there(self) -> None:
        assert said(CALL.replace("}", ", related: [{id: cal, as: follows}]}")) == [
            "error 1: there is no event “cal” — did you mean “call”?"
        ]
        assert said(CALL.replace("}", ", related: [{id: elsewhere, as: follows}]}")) == [
            "error 1: there is no event “elsewhere” — write the id of an event, or delete it"
        ]

    def test_a_relation_to_itself(self) -> None:
        assert said(CALL.replace("}", ", related: [{id: call, as: follows}]}")) == [
            "error 1: the event is related to itself — write the id of another event"
        ]

    def test_a_relation_by_an_id_that_an_event_used_to_have(self) -> None:
        events = (
            "- {id: b, date: 2026-01, title: B, source: ap, aliases: [old]}\n"
            "- {id: a, date: 2026-02, title: A, source: ap, related: [{id: old, as: follows}, {id: b, as: part-of}]}\n"
        )
        assert said(events) == ["warning 2: “old” is an id that an event used to have — write b"]


class TestDates:
    def test_an_event_cannot_have_happened_more_than_a_day_after_it_was_reported(self) -> None:
        assert said(CALL.replace("2026-02-04", "2026-02-05")) == [
            (
                "warning 1: it “happened” on 2026-02-05, a day after its last source, of 2026-02-04 — "
                "correct the date, unless time zones explain it"
            )
        ]
        assert said(CALL.replace("2026-02-04", "2026-02-06")) == [
            (
                "error 1: it “happened” on 2026-02-06, but its source was published 2026-02-04 — "
                "correct the date, or write status: planned"
            )
        ]

    def test_the_last_of_several_sources_counts(self) -> None:
        sources = SOURCES + "  later: {title: L, published: 2026-02-06}\n"
        event = "- {id: a, date: 2026-02-07, title: A, citations: [{source: ap}, {source: later}]}\n"
        assert said(event.replace("02-07", "02-06"), sources) == []
        assert "its last source is of 2026-02-06" in said(event.replace("02-07", "02-08"), sources)[0]

    def test_each_event_is_looked_at_whatever_stands_before_it(self) -> None:
        planned = "- {id: plan, date: 2027, title: A plan, status: planned, source: ap}\n"
        for day, told in (("2026-02-05", "warning 2: it “happened”"), ("2026-02-06", "error 2: it “happened”")):
            assert [each for each in said(planned + CALL.replace("2026-02-04", day)) if each.startswith(told)]

    def test_a_source_of_unknown_date_may_have_reported_it(self) -> None:
        assert said("- {id: a, date: 2026-02-08, title: A, citations: [{source: ap}, {source: undated}]}\n") == []

    def test_a_vague_date_counts_by_its_earliest_day(self) -> None:
        assert said(CALL.replace("2026-02-04", "2026-02")) == []

    def test_of_a_candidate_it_is_a_warning_and_of_a_planned_event_no_fault(self) -> None:
        late = CALL.replace("2026-02-04", "2026-02-09")
        assert said(late.replace("}", ", review: candidate}"))[0].startswith("warning 1: it “happened” on 2026-02-09")
        assert said(late.replace("}", ", status: planned}"), today=dt.date(2026, 2, 4)) == []

    def test_an_event_of_the_future_has_not_happened(self) -> None:
        event = "- {id: a, date: 2026-11-23, title: A, source: undated}\n"
        assert said(event) == [
            (
                "warning 1: it “happened” on 2026-11-23, which is after today (2026-11-21) — "
                "correct the date, or write status: planned"
            )
        ]
        assert said(event, today=dt.date(2026, 11, 22)) == []

    PLANNED = "- {id: plan, date: 2026-03, title: A visit, source: ap, status: planned}\n"

    def test_a_plan_that_has_passed_asks_for_its_outcome(self) -> None:
        (line,) = said(self.PLANNED)
        assert line.startswith("warning 1: it is still planned for 2026-03, which has passed — write status: happened")
        assert said(self.PLANNED, today=dt.date(2026, 3, 31)) == []

    def test_a_plan_with_an_outcome_may_have_passed(self) -> None:
        visit = "- {id: visit, date: 2026-03-04, title: Envoy came, source: undated}\n"
        assert said(self.PLANNED.replace("}", ", related: [{id: visit, as: outcome}]}") + visit) == []
        follows = visit.replace("}", ", related: [{id: plan, as: follows}]}")
        assert said(self.PLANNED + follows) == []

    def test_a_source_that_gives_another_date(self) -> None:
        event = "- {id: a, date: 2026-02-03, title: A, citations: [{source: ap, date: 2026-02-04}]}\n"
        assert said(event) == [
            (
                "warning 1: this source says 2026-02-04, the event 2026-02-03 — "
                "correct one of them, or say in “disputed:” what is contested"
            )
        ]
        assert said(event.replace("}]}", "}], disputed: Which day}")) == []
        assert said(event.replace("date: 2026-02-04", "date: 2026-02")) == []

    def test_a_time_of_day_needs_a_day(self) -> None:
        assert said(CALL.replace("2026-02-04", '2026-02, time: "13:00"')) == [
            "warning 1: a time of day for 2026-02, which is not one day — delete the time, or write the day in “date:”"
        ]
        assert said(CALL.replace("2026-02-04", '2026-02-04, time: "13:00"')) == []

    def test_a_view_that_ends_before_it_begins(self) -> None:
        text = "views:\n  - {id: a, title: A, from: 2022-05, to: 2022-04}\n  - {id: b, title: B, from: 2022}\n"
        (fault,) = check_loaded(load_text(text, Path("e")), today=TODAY)
        assert fault.what == "it ends (2022-04) before it begins (2022-05)"


class TestOneSource:
    @pytest.mark.parametrize("cited", ["source: ap", "citations: [{source: ap}, {source: ap, quote: Words}]"])
    def test_an_event_of_one_source_is_weak(self, cited: str) -> None:
        assert self.weak(f"- {{id: a, date: 2026-02-04, title: Envoy came, {cited}}}\n")

    def test_a_reprint_is_no_second_source(self) -> None:
        assert self.weak(
            "- {id: a, date: 2026-02-04, title: Envoy came, citations: [{source: ap}, {source: digest}]}\n"
        )

    @pytest.mark.parametrize(
        "event",
        [
            "- {id: a, date: 2026-02-04, title: Envoy came, citations: [{source: ap}, {source: undated}]}\n",
            "- {id: a, date: 2026-02-04, title: Envoy came, source: ap, attributed_to: the court}\n",
            "- {id: a, date: 2026-02-04, title: Envoy came, source: ap, review: candidate}\n",
            "- {id: a, date: 2026-02-04, title: Envoy came, source: treaty}\n",
        ],
    )
    def test_two_sources_a_document_or_a_named_account_are_enough(self, event: str) -> None:
        assert not self.weak(event)

    @staticmethod
    def weak(events: str) -> bool:
        text = f"{SOURCES}  treaty: {{title: Treaty, kind: document}}\nevents:\n  {events}"
        faults = check_loaded(load_text(text, Path("e")), today=TODAY)
        return any(
            fault.say("e").split(": ", 2)[1:2] == ["warning"] and "only one source" in fault.what for fault in faults
        )


class TestWords:
    @pytest.mark.parametrize(
        ("title", "what"),
        [
            ("A call", "the title “A call” could be that of any event"),
            ("Latest news on the talks", "the title “Latest news on the talks” could be that of any event"),
            ("He resigned", "the title begins with “He”, and nothing before it says who or what that is"),
            ("2024", "the title “2024” has no words"),
            ("???", "the title “???” has no words"),
        ],
    )
    def test_a_title_that_says_nothing_is_a_warning(self, title: str, what: str) -> None:
        assert self.titled(title) == [what]

    @pytest.mark.parametrize(
        "title",
        ["Envoy resigns", "WHO meets in Port Elm", "IT ministry opens", "习近平访问莫斯科", "A visit by the king"],
    )
    def test_a_title_that_can_stand_alone_is_none(self, title: str) -> None:
        assert self.titled(title) == []

    def test_the_words_of_another_language_are_not_judged_by_english_ones(self) -> None:
        assert self.titled("Conference", "timeline: {language: fr}\n") == []

    def test_a_rejected_event_has_no_title_to_judge(self) -> None:
        text = "events:\n  - {id: a, date: 2026, title: A call, review: withdrawn, reason: Wrong}\n"
        faults = check_loaded(load_text(text, Path("e")), today=TODAY)
        assert not [fault for fault in faults if "title" in fault.what]

    def test_a_quote_is_short(self) -> None:
        event = "- {id: a, date: 2026-02-04, title: Envoy came, citations: [{source: ap, quote: X}]}\n"
        assert said(event.replace("X", "x" * 300)) == []
        assert said(event.replace("X", "x" * 301)) == [
            (
                "warning 1: the quote is of 301 characters; more than 300 is a copy — "
                "keep the sentence that says what happened"
            )
        ]

    @pytest.mark.parametrize(("day", "late"), [("2026-03-01", True), ("2026-03-02", False)])
    def test_a_translation_keeps_up_with_corrections(self, day: str, *, late: bool) -> None:
        event = CALL.replace(
            "}",
            f", corrections: [{{date: 2026-03-02, text: The day}}], translations: {{es: {{title: X, date: {day}}}}}}}",
        )
        assert (
            said(event)
            == [
                (
                    "warning 1: this translation is of 2026-03-01, and the event was corrected on 2026-03-02 — "
                    "bring it up to date, and write the day on which you did in “date:”"
                )
            ]
            * late
        )

    @staticmethod
    def titled(title: str, head: str = "") -> list[str]:
        text = f'{head}events:\n  - {{id: a, date: 2026, title: "{title}", source: "https://example.org/"}}\n'
        faults = check_loaded(load_text(text, Path("e")), today=TODAY)
        return [fault.what for fault in faults if "title" in fault.what]


class TestAddresses:
    def test_http_is_no_choice_where_the_host_has_https(self) -> None:
        sources = (
            "sources:\n  a: {title: A, url: http://www.port.example/a}\n  b: {title: B, url: https://port.example/b}\n"
        )
        assert of_sources(sources.replace("sources:\n", "").replace("  a:", "a:").replace("  b:", "b:")) == [
            (
                "warning 1: port.example can be read with https — "
                "write https://www.port.example/a, and see that it leads there"
            )
        ]

    @pytest.mark.parametrize(("host", "known"), [("en.wikipedia.org", True), ("notwikipedia.org", False)])
    def test_some_hosts_are_known_to_have_it(self, host: str, *, known: bool) -> None:
        event = f"- {{id: a, date: 2026-02-04, title: Envoy came, source: 'http://{host}/x'}}\n"
        assert bool(said(event)) == known


class TestOrder:
    EVENTS = (
        "- {id: a, date: 2026-02-04, title: Envoy came, source: undated}\n"
        "- {id: b, date: 2026-01-04, title: Envoy left, source: undated}\n"
        "- {id: c, date: 2025-01-04, title: Envoy spoke, source: undated}\n"
    )

    def test_the_first_event_out_of_order_is_told(self) -> None:
        assert said(self.EVENTS) == [
            (
                "warning 2: this event of 2026-01-04 stands after one of 2026-02-04 — "
                "move it up, or let dateline check --fix put all in order"
            )
        ]

    def test_a_vaguer_date_may_stand_among_its_days(self) -> None:
        assert said(self.EVENTS.replace("2026-01-04", "2026-02").replace("2025-01-04", "2026")) == []


class TestLikeness:
    ONE = "- {id: a, date: 2026-02-04, title: Storm floods the harbour of Port Elm, source: undated}\n"
    TWO = "- {id: b, date: 2026-02-04, title: Storm floods harbour in Port Elm, source: undated}\n"

    def test_what_is_told_twice_is_told_of(self) -> None:
        assert said(self.ONE + self.TWO) == [
            (
                "warning 2: this may be the event of line 6 too: “Storm floods the harbour of Port Elm” — "
                "make one of them with dateline merge a b, or let the titles say what sets them apart"
            )
        ]

    @pytest.mark.parametrize(
        "other",
        [
            TWO.replace("2026-02-04", "2026-04-04"),
            TWO.replace("}", ", related: [{id: a, as: follows}]}"),
            TWO.replace("}", ", status: cancelled}"),
            TWO.replace("}", ", review: withdrawn, reason: Twice}"),
            TWO.replace("Storm floods harbour in Port Elm", "Mayor of Port Elm resigns"),
        ],
    )
    def test_what_is_another_event_or_stands_to_it_in_a_relation_is_not(self, other: str) -> None:
        assert said(self.ONE + other) == []


class TestTogether:
    def test_faults_of_writing_form_and_sense_come_at_once_in_the_order_of_the_file(self, tmp_path: Path) -> None:
        path = tmp_path / "events.yaml"
        path.write_text(
            "sources:\n"
            "  a: {title: A, kind: digst}\n"
            "  B c: {title: B}\n"
            "actors:\n"
            "  x: {nme: X}\n"
            "views: none\n"
            "events:\n"
            "  - {id: e1, date: 2022-13, title: T, source: a}\n"
            "  - plain\n"
            "  - {id: e1, date: 2022, title: T, source: b, id: e3}\n"
        )
        assert [
            (fault.line, fault.what) for fault in check(path, today=TODAY) if not fault.what.startswith(ADVICE)
        ] == [
            (2, "“digst” is no value for “kind”"),
            (3, "“B c” is not an id"),
            (5, "an actor has no “name”"),
            (5, "unknown key “nme” in an actor"),
            (6, "“views” must be a list"),
            (8, "“2022-13” has no month 13"),
            (9, "an event must be keys and values, not text"),
            (10, "the id “e1” stands here again, first in line 8"),
            (10, "there is no source “b”"),
            (10, "the key “id” stands here again, first in line 10"),
        ]

    def test_what_could_not_be_parsed_hides_no_fault_of_form_elsewhere(self, tmp_path: Path) -> None:
        path = tmp_path / "events.yaml"
        path.write_text(
            "sources:\n  a: {title: A\n  b: {titel: B}\n"
            "events:\n  - title: x: y\n  - status: planed\n  - id: [1\n    title: x\n"
        )
        assert [(fault.line, fault.column) for fault in check(path, today=TODAY)] == [
            (2, 6),
            (3, 7),
            (5, 13),
            (6, 13),
            (7, 9),
        ]

    def test_a_mistake_in_no_entry_is_the_last_word(self, tmp_path: Path) -> None:
        path = tmp_path / "events.yaml"
        path.write_text('"title: 1\nevents:\n  - tilte: x\n')
        assert len(check(path, today=TODAY)) == 1

    def test_a_file_of_unknown_ids_is_checked_quickly(self) -> None:
        events = "".join(
            f"- {{id: e{n}, date: 2026-02-04, title: T, source: ap, related: [{{id: f{n}, as: follows}}]}}\n"
            for n in range(1000)
        )
        assert len(said(events)) == 1000
