from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from generator.extracting import article_key, mention
from generator.reading.article import Article, PublishedDate

ARTICLE = Article("a.txt", "The bridge fell. It rained.", (1,), title="Bridge falls", publisher="The Daily Ferry")


def test_a_mention_is_ten_hexadecimal_digits() -> None:
    assert re.fullmatch(r"[0-9a-f]{10}", mention(ARTICLE, "The bridge fell."))


def test_a_mention_depends_on_neither_path_nor_date() -> None:
    moved = replace(ARTICLE, origin="b/c.txt", published=PublishedDate(dt.date(2020, 1, 2), "given"))
    assert mention(moved, "The bridge fell.") == mention(ARTICLE, "The bridge fell.")


def test_case_white_space_and_style_of_quotes_make_no_difference() -> None:
    assert mention(ARTICLE, "The “old”  bridge\tfell.") == mention(ARTICLE, 'the "old" bridge fell.')


def test_other_sentences_articles_and_dates_of_one_sentence_differ() -> None:
    one = mention(ARTICLE, "The bridge fell.")
    other_article = replace(ARTICLE, title="Another")
    assert len({one, mention(ARTICLE, "It rained."), mention(other_article, "The bridge fell.")}) == 3
    assert mention(ARTICLE, "The bridge fell.", when="in May") != one


def test_an_article_is_known_by_its_address_before_its_title_before_its_first_sentence() -> None:
    addressed = replace(ARTICLE, url="https://www.ferry.example/bridge/?utm_source=feed&fbclid=1#top")
    assert article_key(addressed) == "url:ferry.example/bridge"
    assert article_key(ARTICLE) == "title:bridge falls|the daily ferry"
    assert article_key(replace(ARTICLE, title="")) == "text:the bridge fell."
    assert article_key(replace(ARTICLE, title="", text="")) == "text:"


def test_articles_that_differ_by_the_query_of_their_address_are_two_and_tracking_makes_none() -> None:
    addresses = ("?id=7", "?id=8", "?id=7&page=2", "?page=2&utm_medium=rss&id=7", "?id=7&gclid=x")
    keys = [article_key(replace(ARTICLE, url=f"https://ferry.example/story{query}")) for query in addresses]
    assert len(set(keys)) == 3
    assert (keys[0], keys[2]) == (keys[4], keys[3])
