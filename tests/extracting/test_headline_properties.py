from __future__ import annotations

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st

from generator.extracting import extract
from generator.extracting.quoting import LONGEST_QUOTE
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


@given(st.text(alphabet="ab “”‘’(),.-:; the of", max_size=200))
def test_any_words_become_a_title_that_fits_or_none(text: str) -> None:
    title = finished(text)
    assert len(title) <= LONGEST_TITLE
    assert title == "" or len(title.split()) > 1
