"""How we know the date: the sentences."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.messages import tongue
from generator.publishing.atlas import Atlas
from generator.publishing.provenance import explain_date, explain_publication

AP: dict[str, Any] = {
    "title": "Two presidents talk",
    "publisher": "AP",
    "published": "2026-02-04",
    "published_basis": {
        "method": "weekday",
        "words": "02/04 06:20",
        "confidence": "low",
        "reason": "the latest year not after today in which it fits",
    },
}


def said(atlas: Atlas) -> list[str]:
    """The paragraphs on the date of a timeline's only event, as a reader sees them."""
    return [html.unescape(re.sub("<[^>]+>", "", line)) for line in explain_date(atlas.timeline.events[0], atlas)]


@pytest.fixture
def explain(atlas_of: Callable[..., Atlas]) -> Callable[..., list[str]]:
    """The paragraphs for an event with one citation of one source."""

    def make(citation: Mapping[str, Any], source: Mapping[str, Any] = AP, **event: Any) -> list[str]:
        fields = {"date": citation.get("date"), **event}
        return said(atlas_of(sources={"ap": source}, citations=[{"source": "ap", **citation}], **fields))

    return make


def test_a_year_that_nobody_wrote_is_explained_by_its_weekday(explain: Callable[..., list[str]]) -> None:
    citation = {"when": "on Wednesday", "from": "2026-02-04", "date": "2026-02-04", "confidence": "low"}
    (paragraph,) = explain(citation)
    assert paragraph == (
        "AP says “on Wednesday”. It is dated “02/04 06:20”, without a year; 4 February 2026 was a Wednesday. "
        "In detail: the latest year not after today in which it fits. Our confidence in that is low. "
        "So the day is Wednesday, 4 February 2026."
    )


def test_words_are_counted_from_the_day_of_publication(explain: Callable[..., list[str]]) -> None:
    source = AP | {"published_basis": {"method": "byline", "words": "Feb. 4, 2026"}}
    citation = {"when": "last weekend", "from": "2026-02-04", "date": "2026-01-31/2026-02-01", "confidence": "medium"}
    (paragraph,) = explain(citation, source)
    assert paragraph == (
        "AP says “last weekend”. It was published on Wednesday, 4 February 2026, as its byline says: “Feb. 4, 2026”. "
        "Counted from that day, the date is 31 January – 1 February 2026. We read it so with medium confidence."
    )


def test_words_may_be_counted_from_another_date_in_the_text(explain: Callable[..., list[str]]) -> None:
    citation = {
        "when": "the next day",
        "from": "2022-02-24",
        "date": "2022-02-25",
        "reason": "it follows that sentence",
    }
    (paragraph,) = explain(citation)
    assert paragraph == (
        "AP says “the next day”. Counted from Thursday, 24 February 2022, the date is Friday, 25 February 2022. "
        "Read so because: it follows that sentence."
    )


def test_a_date_that_is_written_out_needs_no_counting(explain: Callable[..., list[str]]) -> None:
    citation = {"when": "Feb. 24, 2022", "date": "2022-02-24"}
    assert explain(citation) == ["AP says “Feb. 24, 2022”: Thursday, 24 February 2022."]
    assert explain({"date": "2022-02-24"}) == ["AP gives the date: Thursday, 24 February 2022."]


def test_words_without_a_date_say_why(explain: Callable[..., list[str]]) -> None:
    undated = {"publisher": "The Wire"}
    assert explain({"when": "on Tuesday"}, undated) == [
        "The Wire says “on Tuesday”; no date follows from that, since it is not known when it was published.",
        "The date is not known yet.",
    ]
    assert explain({"when": "someday"})[0] == "AP says “someday”; no date follows from that."
    assert explain({"when": "someday", "from": "2022"})[0] == "AP says “someday”. No date follows from that."


def test_a_date_that_an_editor_entered_says_so(explain: Callable[..., list[str]]) -> None:
    assert explain({"quote": "It happened"}, date="2022-02-24") == [
        "The words that gave this date are not recorded: an editor entered it."
    ]


def test_a_source_that_says_another_date_is_named(explain: Callable[..., list[str]]) -> None:
    paragraphs = explain({"when": "Feb. 25", "date": "2022-02-25"}, date="2022-02-24")
    assert paragraphs[-1] == "By AP it would be 25 February 2022; our editors settled on 24 February 2022."


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("2022-02", "Only the month is known, not the day."),
        ("2023-21", "Only the season is known, not the day."),
        ("199X", "Only the decade is known."),
        ("2022-02-24~", "The date is approximate: near it, but not exactly known."),
        ("2022-02-24?", "The date is uncertain."),
        ("[2022-02,2023-02]", "It is one of these dates; which one is not known."),
    ],
)
def test_what_a_date_leaves_open_is_said(explain: Callable[..., list[str]], date: str, words: str) -> None:
    assert explain({"date": date})[-1] == words


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        (None, "It was published on Wednesday, 4 February 2026."),
        ({"method": "metadata"}, "The page’s own data say that it was published on Wednesday, 4 February 2026."),
        ({"method": "dateline"}, "Its dateline says that it was published on Wednesday, 4 February 2026."),
        (
            {"method": "caption", "words": "4 Feb"},
            "It was published on Wednesday, 4 February 2026, as its caption says: “4 Feb”.",
        ),
        (
            {"method": "weekday"},
            "It gives the day of its publication without a year; 4 February 2026 was a Wednesday.",
        ),
        (
            {"method": "editor"},
            "It does not say when it was published; an editor supplied the day, Wednesday, 4 February 2026.",
        ),
        (
            {"method": "given"},
            "It does not say when it was published; an editor supplied the day, Wednesday, 4 February 2026.",
        ),
        ({"method": "a letter"}, "It was published on Wednesday, 4 February 2026, known by: a letter."),
    ],
)
def test_each_way_of_knowing_a_day_of_publication_has_its_words(
    atlas_of: Callable[..., Atlas], basis: Any, words: str
) -> None:
    source = atlas_of(sources={"ap": AP | {"published_basis": basis}}).timeline.sources["ap"]
    text = explain_publication(source, tongue("en"))
    assert html.unescape(re.sub("<[^>]+>", "", str(text))) == words


def test_a_source_without_a_day_has_nothing_to_explain(atlas_of: Callable[..., Atlas]) -> None:
    assert (
        explain_publication(atlas_of(sources={"ap": {"publisher": "AP"}}).timeline.sources["ap"], tongue("en")) is None
    )


def test_what_a_source_says_is_escaped_and_isolated(atlas_of: Callable[..., Atlas]) -> None:
    source = {"publisher": "<b>AP</b>", "published": "2026-02-04"}
    atlas = atlas_of(sources={"ap": source}, citations=[{"source": "ap", "when": "<i>\u202enow", "date": "2026-02-04"}])
    assert explain_date(atlas.timeline.events[0], atlas)[0].startswith(
        "<bdi>&lt;b&gt;AP&lt;/b&gt;</bdi> says “<bdi>&lt;i&gt;now</bdi>”"
    )
