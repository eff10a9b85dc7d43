from __future__ import annotations

import datetime as dt

from generator.extracting import extract
from generator.reading import Article, PublishedDate


def test_an_article_in_another_language_gives_no_candidate_and_says_why() -> None:
    article = Article(
        origin="a.txt",
        text="Le maire Jean Dupont a ouvert le port le 3 mars 2024. Il est parti mardi.",
        lines=(1,),
        language="fr",
        published=PublishedDate(dt.date(2024, 3, 6), "metadata"),
    )
    extraction = extract(article)
    assert extraction.candidates == ()
    assert len(extraction.passed) == 2
    assert {passed.reason for passed in extraction.passed} == {"no rules for this language yet"}
