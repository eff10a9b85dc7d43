"""JSON-LD: the article's own node among those of the site and of other stories, whatever the block looks like."""

from __future__ import annotations

import json

import pytest
from lxml.html import fromstring

from generator.reading.json_ld import MAX_BLOCK, Linked, find_linked

TITLE = "Ferries run again in the north"
ARTICLE = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2021-03-05T10:00:00+01:00"}
OTHER = {"@type": "NewsArticle", "headline": "Sailors angry", "datePublished": "2020-01-01"}


def linked(*blocks: object, kind: str = "application/ld+json") -> Linked:
    scripts = "".join(
        f'<script type="{kind}">{block if isinstance(block, str) else json.dumps(block)}</script>' for block in blocks
    )
    return find_linked(fromstring(f"<html><head>{scripts}</head><body><p>x</p></body></html>"), TITLE)


@pytest.mark.parametrize(
    "block",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Harbour Herald"}, ARTICLE]},
        {"@type": "WebPage", "datePublished": "2019-01-01", "mainEntity": ARTICLE},
        {**ARTICLE, "@type": ["Article", "ReportageNewsArticle"]},
        {**ARTICLE, "@type": "https://schema.org/NewsArticle"},
        [OTHER, ARTICLE],
        {"@type": "ItemList", "itemListElement": [OTHER]} | {"@graph": [ARTICLE]},
        "<!--\n" + json.dumps(ARTICLE) + "\n-->",
        "//<![CDATA[\n" + json.dumps(ARTICLE) + "\n//]]>",
        json.dumps(ARTICLE) + ";",
        {name: value for name, value in ARTICLE.items() if name != "@type"},
        '{"@type": "NewsArticle", "headline": "A "broken" one", "datePublished": "2021-03-05T10:00:00+01:00"',
    ],
)
def test_the_article_is_found_in_any_shape(block: object) -> None:
    assert linked(block).published == "2021-03-05T10:00:00+01:00"


@pytest.mark.parametrize(
    "blocks",
    [
        ({"@type": "ItemList", "itemListElement": [OTHER]},),
        ({"@type": "VideoObject", "datePublished": "2020-01-01"},),
        (OTHER, {**OTHER, "headline": "Another one"}),
        ('{"@type": "NewsArticle", "datePublished": "2020-01-01", "x": {"datePublished": "2020-01-02"',),
        ("[" * 100_000,),
        ('{"@graph":' * 50_000,),
        ({"@type": "NewsArticle", "datePublished": "2020-01-01", "articleBody": "x" * MAX_BLOCK},),
        ({"@type": {"a": 1}, "datePublished": [["2020-01-01"]]}, "17", "null", '"text"'),
    ],
)
def test_what_is_not_the_article_or_cannot_be_read_gives_no_day(blocks: tuple[object, ...]) -> None:
    assert linked(*blocks).published == ""


def test_scripts_of_other_kinds_are_not_read() -> None:
    assert linked(ARTICLE, kind="text/javascript") == Linked()


def test_names_are_followed_through_references_and_lists() -> None:
    found = linked(
        {
            "@graph": [
                {**ARTICLE, "publisher": {"@id": "#us"}, "sourceOrganization": [{"name": "Reuters"}, {"x": 1}]},
                {"@type": "Organization", "@id": "#us", "name": "Harbour Herald"},
            ]
        }
    )
    assert (found.publisher, found.sources) == ("Harbour Herald", ("Reuters",))


def test_the_article_tells_language_and_addresses() -> None:
    page = {"@type": "WebPage", "@id": "https://example.org/a"}
    found = linked(
        {**ARTICLE, "inLanguage": {"@type": "Language", "name": "en"}, "mainEntityOfPage": page, "url": "/a"}
    )
    assert (found.language, found.urls) == ("en", ("/a", "https://example.org/a"))


def test_the_day_of_a_later_version_is_kept_apart() -> None:
    found = linked({**ARTICLE, "dateModified": "2022-01-01", "dateCreated": {"@value": "2021-03-04"}})
    assert (found.modified, found.created) == ("2022-01-01", "2021-03-04")
