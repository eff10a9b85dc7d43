from __future__ import annotations

import datetime as dt

import pytest

from generator.curating.sources import Sources, dated_by
from generator.model import Timeline
from generator.reading.article import Article, PublishedDate

DAY = dt.date(2024, 3, 15)
TIMELINE = Timeline.model_validate(
    {
        "sources": {
            "daily": {"title": "Storm!", "publisher": "Daily", "url": "https://www.daily.example/storm/"},
            "echo": {"title": "Harbour flooded", "publisher": "Echo"},
            "reuters-2024-03-15": {"publisher": "Reuters"},
            "afp-2024-03-15": {"publisher": "Somebody else"},
        },
        "events": [
            {"id": "a", "citations": [{"source": "echo", "mention": "m1", "when": "today", "date": "2024"}]},
            {"id": "b", "citations": [{"source": "daily", "mention": "m2", "when": "on Tuesday"}]},
        ],
    }
)


def article(title: str = "", publisher: str = "", url: str = "", published: PublishedDate | None = None) -> Article:
    return Article("x.txt", "text", (1,), title=title, publisher=publisher, url=url, published=published)


@pytest.mark.parametrize(
    ("read", "mentions", "expected"),
    [
        (article("Retitled since"), ["m0", "m1"], "echo"),
        (article(url="http://daily.example/storm"), [], "daily"),
        (article("HARBOUR  flooded", "Echo"), [], "echo"),
        (article("Harbour flooded", "Echo", "https://echo.example/1"), [], "echo"),
        (article("Harbour flooded", "Another paper"), [], None),
        (article(), [], None),
    ],
)
def test_a_source_is_known_by_a_sentence_its_address_or_its_headline(
    read: Article, mentions: list[str], expected: str | None
) -> None:
    assert Sources(TIMELINE).find(read, mentions) == expected


def test_two_files_of_one_article_are_one_source() -> None:
    sources = Sources(TIMELINE)
    assert sources.add(article("New", "Daily")) == "daily-undated"
    assert sources.find(article("New", "Daily"), []) == "daily-undated"
    assert sources.add(article("Newer", "Daily")) == "daily-undated-2"


def test_reprints_of_one_agency_and_day_share_their_original() -> None:
    sources = Sources(TIMELINE)
    assert sources.original("Reuters", DAY) == ("reuters-2024-03-15", False)
    assert sources.original("AP", DAY) == ("ap-2024-03-15", True)
    assert sources.original("AP", DAY) == ("ap-2024-03-15", False)
    assert sources.original("AFP", DAY) == ("afp-2024-03-15-2", True)
    assert [sources.original("AP", None) for _ in range(2)] == [("ap-undated", True), ("ap-undated-2", True)]


def test_a_date_was_taken_away_where_the_citations_still_have_theirs() -> None:
    sources = Sources(TIMELINE, nulled=["daily", "echo"])
    assert [sources.lost_its_date(key) for key in ("daily", "echo", "reuters-2024-03-15")] == [False, True, False]


def test_what_the_file_says_of_the_publication_wins() -> None:
    guess = PublishedDate(DAY, "weekday", "03/15", "low", "the latest year")
    timeline = Timeline.model_validate(
        {
            "sources": {
                "hand": {"published": "2023-03-15"},
                "basis": {"published": "2023-03-15", "published_basis": {"method": "byline", "words": "15 March"}},
                "none": {"publisher": "x"},
            }
        }
    )
    read = article(published=guess)
    by_hand = dated_by(read, timeline.sources["hand"], taken_away=False)
    assert by_hand.published == PublishedDate(dt.date(2023, 3, 15), "editor")
    by_basis = dated_by(read, timeline.sources["basis"], taken_away=False)
    assert by_basis.published == PublishedDate(dt.date(2023, 3, 15), "byline", "15 March")
    assert dated_by(read, timeline.sources["none"], taken_away=True).published is None
    assert dated_by(read, timeline.sources["none"], taken_away=False).published == guess
    given = article(published=PublishedDate(DAY, "given"))
    assert dated_by(given, timeline.sources["none"], taken_away=True).dct == DAY
