"""The sentences from which a day's summary is chosen: what each counts."""

from __future__ import annotations

import pytest

from generator.curating.ranking import Report, Told, Wanted, rank
from generator.curating.ranking.days import CHRONOLOGY
from generator.curating.ranking.pools import collect
from generator.curating.ranking.report import PAST
from generator.curating.ranking.terms import terms
from generator.curating.ranking.topic import Topic
from generator.curating.ranking.weights import Weights

DAY = 741_000
SENTENCE = "The river Alder flooded the old harbour of Port Elm."
WEIGHTS = Weights()


def told(sentence: str = SENTENCE, basis: str = "passed", **given: object) -> Told:
    return Told(DAY, DAY, sentence, tuple(terms(sentence)), 0, basis, **given)  # type: ignore[arg-type]


def report(name: str, published: int | None, *said: Told, chronicle: int = 0) -> Report:
    words = tuple(dict.fromkeys(word for each in said for word in each.terms))
    return Report(name, f"{name}.txt", f"Report {name}", name, published, said, words, chronicle=chronicle)


def weight(published: int | None, chronicle: int, **given: object) -> float:
    one = report("a", published, told(**given), chronicle=chronicle)  # type: ignore[arg-type]
    ((saying,),) = (list(pool) for pool in collect([one], [DAY], Topic([one], ""), WEIGHTS).values())
    return saying.weight


@pytest.mark.parametrize(
    ("published", "chronicle", "expected"),
    [
        (None, 99, 1.0),
        (DAY - 1, 99, WEIGHTS.foretold),
        (DAY, CHRONOLOGY[0], 1.0),
        (DAY + PAST - 1, CHRONOLOGY[0], 1.0),
        (DAY + PAST, CHRONOLOGY[0] - 1, 1.0),
        (DAY + PAST, CHRONOLOGY[0], WEIGHTS.chronicled),
    ],
)
def test_what_a_chronology_says_of_the_past_counts_more_and_what_was_foretold_less(
    published: int | None, chronicle: int, expected: float
) -> None:
    assert weight(published, chronicle) == pytest.approx(expected * weight(None, 0))


def test_a_sentence_that_can_be_cited_counts_more() -> None:
    assert weight(DAY, 0, mention="0123456789") == pytest.approx(WEIGHTS.candidate * weight(DAY, 0))


def test_a_summary_is_of_one_event_alone() -> None:
    flood = "The river Alder flooded the harbour of Port Elm, and the ferries stayed in."
    reports = [
        report("a", DAY + 1, told("The river Alder flooded the harbour of Port Elm.", "candidate")),
        report("b", DAY + 1, told(flood, "candidate")),
        report("c", DAY + 1, told("Three bakers opened shops beside the station.", "candidate")),
    ]
    (best, *_) = rank(reports, Wanted())
    assert "Alder" in best.summary
    assert "bakers" not in best.summary


def test_what_an_article_says_twice_is_one_saying() -> None:
    one = report("a", DAY, told(), told())
    (pool,) = collect([one], [DAY], Topic([one], ""), WEIGHTS).values()
    assert [saying.told.sentence for saying in pool] == [SENTENCE]
