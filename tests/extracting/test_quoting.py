from __future__ import annotations

import datetime as dt

import pytest

from generator.extracting import Candidate, extract
from generator.extracting.quoting import LONGEST_QUOTE, LONGEST_SUMMARY
from generator.reading.article import Article, PublishedDate

LONG_HEAD = "The council of the old harbour town, " * 9
LONG_TAIL = ", and the members of the council of the old harbour town" * 9
NO_JOINT = " of the council of the old harbour town" * 12


def candidate(text: str) -> Candidate:
    return extract(Article("a.txt", text, (1,), published=PublishedDate(dt.date(2021, 6, 18), "byline"))).candidates[0]


def test_a_short_sentence_is_quoted_whole_without_its_dateline() -> None:
    found = candidate("OSLO (AP) -- Okafor met  Lind on 3 May 2021.")
    assert found.quote == "Okafor met  Lind on 3 May 2021."
    assert found.summary == "Okafor met Lind on 3 May 2021."


@pytest.mark.parametrize(
    "text",
    [
        f"Okafor met Lind on 3 May 2021{LONG_TAIL}.",
        f"Okafor met the head of the fishing fleet at Lagos on 3 May 2021{NO_JOINT}.",
        f"{LONG_HEAD}Okafor, met Lind on 3 May 2021.",
        f"Okafor met the head of the fishing fleet at Lagos{NO_JOINT} on 3 May 2021.",
    ],
)
def test_a_long_sentence_is_cut_between_words_around_its_date(text: str) -> None:
    found = candidate(text)
    assert found.quote in text
    assert len(found.quote) <= LONGEST_QUOTE
    assert "3 May 2021" in found.quote
    before, after = text.split(found.quote)
    assert not before[-1:].isalnum()
    assert not after[:1].isalnum()
    assert len(found.summary) <= LONGEST_SUMMARY + 2
