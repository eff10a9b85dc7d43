"""What a run says of sources that disagree or repeat one another, as text and as data."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from generator.curating.listing import listing
from generator.curating.load import load_text
from generator.curating.propose import Outcome, Run
from generator.curating.summary import summary
from generator.reading.article import Article, PublishedDate

FILE = Path("events.yaml")
TODAY = dt.date(2026, 11, 21)


def article(paper: str, when: str, **fields: object) -> Article:
    storm = Article(
        f"{paper}.txt",
        f"A storm flooded the harbour of Port Elm {when}, the harbour master said.",
        (1,),
        title=f"{paper} on the storm",
        publisher=paper,
        published=PublishedDate(dt.date(2024, 3, 20), "metadata", reason="the feed's field pubDate says 2024-03-20"),
    )
    return dataclasses.replace(storm, **fields)


def run(*articles: Article, text: str | None = None) -> Outcome:
    return Run(FILE, None if text is None else load_text(text, FILE), frozenset(), TODAY).propose(articles)


def dates(outcome: Outcome) -> list[tuple[str, bool]]:
    (entry,) = listing(outcome)
    return [(each["date"], each["conflicting"]) for each in entry["citations"]]


LATER = (article("Coast", "on 14 March 2024"), article("Echo", "on 14 March 2024"), article("Town", "on 15 March 2024"))


def test_sources_whose_dates_cannot_both_be_true_are_told_each_with_its_own() -> None:
    outcome = run(*LATER)
    assert dates(outcome) == [("2024-03-14", False), ("2024-03-14", False), ("2024-03-15", True)]
    told = "\n".join(summary(outcome))
    assert "its sources disagree about the date; it is also given as 2024-03-15 by town-2024-03-20" in told
    (event,) = load_text(outcome.new_text or "", FILE).data["events"]
    assert [event["date"], *(each["date"] for each in event["citations"])] == [
        "2024-03-14",
        *(d for d, _ in dates(outcome)),
    ]


def test_a_date_that_is_only_vaguer_is_in_no_conflict() -> None:
    outcome = run(article("Coast", "in March 2024"), article("Echo", "on 14 March 2024"))
    assert dates(outcome) == [("2024-03", False), ("2024-03-14", False)]
    assert "disagree" not in "\n".join(summary(outcome))


def test_a_citation_that_joins_an_event_of_another_date_says_so() -> None:
    outcome = run(LATER[2], text=run(*LATER[:2]).new_text)
    assert "100 of 100 alike); it says 2024-03-15" in "\n".join(summary(outcome))
    assert dates(outcome) == [("2024-03-15", True)]


def test_reprints_are_told_apart_from_independent_sources() -> None:
    outcome = run(*(article(paper, "on 14 March 2024", agency="Reuters") for paper in ("Coast", "Echo", "Town")))
    (entry,) = listing(outcome)
    assert (len(entry["sources"]), entry["independent"]) == (3, 1)
    assert "3 sources, 1 independent]" in "\n".join(summary(outcome))


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("the feed's field pubDate says 2024-03-20", "from the feed's field pubDate"),
        ("the record's field date says 2024-03-20", "from the record's field date"),
        ("the page's JSON-LD datePublished says 2024-03-20", "from the page's JSON-LD datePublished"),
        ("", "from the metadata"),
    ],
)
def test_it_is_said_which_field_gave_the_day_of_publication(reason: str, said: str) -> None:
    published = PublishedDate(dt.date(2024, 3, 20), "metadata", reason=reason)
    one = article("Coast", "on 14 March 2024", published=published)
    assert f"    published 2024-03-20, {said}" in summary(run(one))
    assert f"  30 published {said}" in summary(run(*(dataclasses.replace(one, publisher=f"P{n}") for n in range(30))))
