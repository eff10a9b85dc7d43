from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from generator.curating.by_date import FEW
from generator.curating.load import load_text
from generator.curating.match import Decisions, Found, Matcher, decide
from generator.curating.proposal import MOST_REPRINTS
from generator.dates import parse
from generator.extracting.candidate import Candidate
from generator.extracting.timex import Timex
from generator.model import Timeline

STORM = "Storm floods the harbour of Port Elm"


def found(  # noqa: PLR0913 what sets candidates apart
    mention: str,
    title: str = STORM,
    date: str | None = "2024-03-14",
    *,
    source: str = "paper",
    status: str = "happened",
    score: float = 0.5,
    confidence: str = "high",
    when: str = "on Thursday",
) -> Found:
    candidate = Candidate(
        sentence=f"{title}, the mayor said.",
        line=1,
        timex=Timex(0, len(when), when, "DATE", date or "XXXX-WXX-4", date, "weekday"),
        date=parse(date) if date else None,
        title=title,
        summary=title,
        status=status,  # type: ignore[arg-type]
        actors=(),
        places=(),
        attributed_to="",
        quote=title,
        score=score,
        confidence=confidence,  # type: ignore[arg-type]
        reason="",
        mention=mention,
    )
    return Found(candidate, source)


def timeline(events: str) -> Timeline:
    loaded = load_text(f"events:\n{events}", Path("x")).timeline
    assert loaded is not None
    return loaded


def proposed(decisions: Decisions) -> list[list[str]]:
    return [[each.candidate.mention for each in proposal.citing] for proposal in decisions.proposals]


def known(decisions: Decisions) -> list[tuple[str, str, int | None]]:
    return [(each.found.candidate.mention, each.why, each.event) for each in decisions.known]


def test_a_sentence_that_an_event_cites_is_known_whatever_the_event_says_now() -> None:
    old = timeline(
        "  - {id: a, date: 1999, title: Renamed and redated, review: rejected, citations: [{source: s, mention: m1}]}\n"
    )
    decisions = decide(old, frozenset(), [found("m1")])
    assert (proposed(decisions), known(decisions)) == ([], [("m1", "cited", 0)])


def test_what_was_proposed_once_and_is_gone_is_not_proposed_again() -> None:
    decisions = decide(Timeline(), frozenset({"m1"}), [found("m1"), found("m2", "Court jails two reporters")])
    assert (proposed(decisions), known(decisions)) == ([["m2"]], [("m1", "seen", None)])


def test_a_new_article_about_a_known_event_adds_a_citation() -> None:
    old = timeline(
        "  - {id: b, date: 2020, title: Other}\n  - {id: a, date: 2024-03-14, title: Storm floods harbour}\n"
    )
    decisions = decide(old, frozenset(), [found("m1")])
    assert [(join.event, join.found.candidate.mention) for join in decisions.joins] == [(1, "m1")]
    assert not decisions.proposals


def test_a_source_is_cited_once_for_an_event() -> None:
    old = timeline(f"  - {{id: a, date: 2024-03-14, title: {STORM}, citations: [{{source: paper}}]}}\n")
    decisions = decide(old, frozenset(), [found("m1"), found("m2", source="other"), found("m3", source="other")])
    assert [join.found.candidate.mention for join in decisions.joins] == ["m2"]
    assert known(decisions) == [("m1", "same source", 0), ("m3", "same source", 0)]


def test_nothing_is_matched_with_a_rejected_event_and_nothing_added_to_a_withdrawn_one() -> None:
    rejected = timeline(f"  - {{id: a, date: 2024-03-14, title: {STORM}, review: rejected}}\n")
    assert proposed(decide(rejected, frozenset(), [found("m1")])) == [["m1"]]
    withdrawn = timeline(f"  - {{id: a, date: 2024-03-14, title: {STORM}, review: withdrawn}}\n")
    assert known(decide(withdrawn, frozenset(), [found("m1")])) == [("m1", "withdrawn", 0)]


def test_an_actors_other_names_are_known() -> None:
    text = (
        "  - {id: a, date: 2024-03-14, title: Lee opens the harbour fair, actors: [ann]}\n"
        "actors:\n  ann: {name: Ann Lee, aliases: [the mayor]}\n"
    )
    each = found("m1", "Ann Lee opens harbour fair")
    assert len(decide(timeline(text), frozenset(), [each]).joins) == 1


def test_candidates_that_say_the_same_become_one_event_with_several_citations() -> None:
    same = [found("m1", source="a"), found("m2", "A storm flooded Port Elm harbour", source="b")]
    apart = [found("m3", "Court jails two reporters", source="a"), found("m4", date="2024-03-20", source="c")]
    assert proposed(decide(Timeline(), frozenset(), [*same, *apart])) == [["m1", "m2"], ["m3"], ["m4"]]


def test_the_event_is_told_by_its_surest_date_and_then_by_its_best_sentence() -> None:
    each = [
        found("m1", source="a", confidence="low", score=0.9),
        found("m2", source="b", score=0.4),
        found("m3", source="c", score=0.6),
    ]
    (proposal,) = decide(Timeline(), frozenset(), each).proposals
    assert proposal.best.candidate.mention == "m3"


def test_of_one_article_the_better_sentence_is_cited() -> None:
    each = [found("m1", score=0.4), found("m2", score=0.8), found("m3", score=0.6)]
    decisions = decide(Timeline(), frozenset(), each)
    assert proposed(decisions) == [["m2"]]
    assert known(decisions) == [("m1", "same source", None), ("m3", "same source", None)]


@pytest.mark.parametrize("status", ["happened", "cancelled", "postponed"])
def test_what_was_announced_and_came_about_or_did_not_is_one_event_told_by_its_outcome(status: str) -> None:
    each = [found("m1", source="a", status="planned", score=0.9), found("m2", source="b", status=status, score=0.1)]
    (proposal,) = decide(Timeline(), frozenset(), each).proposals
    assert [one.candidate.mention for one in proposal.citing] == ["m1", "m2"]
    assert proposal.best.candidate.status == status


def test_what_was_called_off_is_not_what_happened() -> None:
    each = [found("m1", source="a"), found("m2", source="b", status="cancelled")]
    assert proposed(decide(Timeline(), frozenset(), each)) == [["m1"], ["m2"]]


def test_what_came_of_a_planned_event_of_the_file_is_an_event_of_its_own_that_follows_it() -> None:
    old = timeline(f"  - {{id: a, date: 2024-03-14, title: {STORM}, status: planned}}\n")
    decisions = decide(old, frozenset(), [found("m1"), found("m2", source="b", status="planned")])
    assert [(sorted(proposal.follows), len(proposal.citing)) for proposal in decisions.proposals] == [(["a"], 1)]
    assert [join.found.candidate.mention for join in decisions.joins] == ["m2"]


def test_without_dates_only_the_same_words_of_one_article_are_one_event() -> None:
    each = [
        found("m1", date=None),
        found("m2", date=None, score=0.1),
        found("m3", date=None, source="other"),
        found("m4", date=None, when="on Friday"),
        found("m5"),
    ]
    assert proposed(decide(Timeline(), frozenset(), each)) == [["m1"], ["m3"], ["m4"], ["m5"]]


def test_a_crowd_of_alike_sentences_is_one_event() -> None:
    each = [found(f"m{number}", source=f"s{number}") for number in range(20)]
    assert [len(citing) for citing in proposed(decide(Timeline(), frozenset(), each))] == [20]


def test_of_many_sentences_without_a_date_each_is_compared_with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = []
    rate = Matcher._rate
    monkeypatch.setattr(Matcher, "_rate", lambda *each: compared.append(1) or rate(*each))
    told = [found(f"m{number}", f"Storm wrecks house{number} and barn{number}", date=None) for number in range(200)]
    decide(Timeline(), frozenset(), told)
    assert len(compared) < 200 * 2 * FEW


def test_an_event_has_the_date_that_most_independent_stories_give() -> None:
    said = [
        found("m1", date="2024-03-13", source="a"),
        found("m2", source="b"),
        found("m3", source="c"),
    ]
    for order in (said, said[::-1]):
        (proposal,) = decide(Timeline(), frozenset(), order).proposals
        assert proposal.best.candidate.date == parse("2024-03-14")


def test_of_an_event_that_enough_reprints_of_a_story_support_another_one_is_known() -> None:
    cited = "".join(f"{{source: s{number}}}, " for number in range(MOST_REPRINTS))
    sources = "".join(f"  s{number}: {{original: agency}}\n" for number in range(MOST_REPRINTS))
    text = f"  - {{id: a, date: 2024-03-14, title: {STORM}, citations: [{cited}]}}\nsources:\n{sources}"
    reprint = dataclasses.replace(found("m1", source="other"), story="agency")
    decisions = decide(timeline(f"{text}  agency: {{title: Storm}}\n"), frozenset(), [reprint])
    assert (known(decisions), decisions.joins, decisions.proposals) == ([("m1", "reprint", 0)], (), ())
