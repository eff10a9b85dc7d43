from __future__ import annotations

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st

from generator.extracting import extract
from generator.extracting.quoting import LONGEST_QUOTE
from generator.extracting.title_rules import title_faults
from generator.extracting.trimming import DANGLING, LONGEST_TITLE, finished
from generator.reading.article import Article, PublishedDate

WHO = [
    "Norwegian President Ingrid Halvorsen",
    "The council",
    "“Harbour” workers",
    "Ministers from nine neighbouring countries and the heads of their central banks",
]
DID = [
    "opened the bridge",
    "met Okafor in Lagos",
    "is expected to visit the old “salt” mine",
    "said the talks had ended",
]
WHEN = ["on Friday", "last month", "in spring 2022", "on 3 May 2021", "yesterday", "this week", "tomorrow"]
THEN = [
    "",
    ", in what would be the first such visit since the war",
    " and the two sides signed a treaty on fishing in the northern waters of the bay",
    ", during which they spoke of the harbour",
    " amid doubts about the cost of the new terminal and the roads that lead to it from the north",
    ", according to the ministry",
]
RELATIVE_WORDS = re.compile(
    r"\b(?:yesterday|today|tomorrow|(?:last|next|this) (?:week|month|year|spring|friday)|(?:mon|fri|sun)day)\b",
    re.IGNORECASE,
)

sentences = st.builds(
    lambda who, did, when, then: f"{who} {did} {when}{then}.",
    *map(st.sampled_from, (WHO, DID, WHEN, THEN)),
)


@given(st.lists(sentences, min_size=1, max_size=4).map(" ".join))
def test_titles_are_short_whole_and_free_of_relative_dates_and_quotes_verbatim(text: str) -> None:
    published = PublishedDate(dt.date(2021, 6, 18), "byline")
    extraction = extract(Article("a.txt", text, (1,), published=published))
    assert len(extraction.candidates) + len(extraction.passed) > 0
    for candidate in extraction.candidates:
        title = candidate.title
        assert 0 < len(title) <= LONGEST_TITLE
        assert title[0] == "“" or title[0].isupper()
        assert title.split()[-1].casefold() not in DANGLING
        assert not title.endswith((".", ",", "“", ";", ":"))
        assert title.count("“") == title.count("”")
        assert not RELATIVE_WORDS.search(title)
        assert candidate.quote in text
        assert len(candidate.quote) <= LONGEST_QUOTE


@given(
    st.lists(
        st.sampled_from(
            [
                "Ruth Lind",
                "He",
                "They",
                "and",
                "met",
                "said",
                "that",
                "“",
                "”",
                "(",
                ")",
                ",",
                "on Friday",
                "last week",
                "in May",
                "was",
                "arrested",
                "by",
                "the council",
                "which",
                "has",
                "opened",
                "the bridge",
                "\n",
                ".",
                "did n't",
                "`` no ''",
                "had been",
                "told",
                "expected to",
                "Lagos",
                "of",
                "after",
                "2019",
                "yesterday",
                "’s",
                "who",
                "death",
                "-",
                "two leaders",
            ]
        ),
        min_size=3,
        max_size=25,
    ).map(" ".join)
)
def test_a_title_of_arbitrary_words_breaks_no_rule(text: str) -> None:
    published = PublishedDate(dt.date(2021, 6, 18), "byline")
    lines = tuple(range(1, text.count("\n") + 2))
    for candidate in extract(Article("a.txt", text, lines, published=published)).candidates:
        assert title_faults(candidate.title) == ()
        assert candidate.quote in text


@given(st.text(alphabet="ab “”‘’(),.-:; the of", max_size=200))
def test_any_words_become_a_title_that_fits_or_none(text: str) -> None:
    title = finished(text)
    assert len(title) <= LONGEST_TITLE
    assert title == "" or len(title.split()) > 1
