"""Saved pages: body, metadata, the field that gave the date, and lines of the source."""

from __future__ import annotations

import datetime as dt
import logging

import pytest

from generator.errors import ArticleError
from generator.reading.addresses import web_address
from generator.reading.article import PublishedDate
from generator.reading.draft import Draft
from generator.reading.html import read_html
from generator.reading.html_lines import LineFinder
from generator.reading.publication import find_published
from generator.reading.quiet import quiet

TODAY = dt.date(2026, 11, 21)
META = '<meta property="article:published_time" content="2021-03-05T10:00:00+01:00">'
SITE = '<meta property="og:site_name" content="Harbour Herald">'
PAGE = f"""\
<!DOCTYPE html>
<html lang="en-GB"><head><title>Ferries run again in the north - Harbour Herald</title>
<link rel="canonical" href="https://example.org/ferries">{SITE}
{META}
<script>var lead = "The northern ferries ran again on Friday";</script></head>
<body><nav>Home | North</nav><article><h1>Ferries run again in the north</h1>
<p>The northern <b>ferries</b> ran again on Friday, after a strike that had stopped them for three weeks.</p>
<p>Read more: Why the sailors were angry</p>
<p>The union said it wouldn&#39;t rest &amp; would watch the company, which has promised shorter shifts.</p>
</article><footer>Copyright</footer></body></html>
"""


def read(text: str) -> Draft:
    return read_html(text, "a.html", TODAY)


def published(text: str) -> PublishedDate | None:
    return find_published(read(text), TODAY)


def test_a_page_gives_its_body_without_furniture() -> None:
    draft = read(PAGE)
    assert [paragraph.text[:30] for paragraph in draft.body] == [
        "The northern ferries ran again",
        "The union said it wouldn't res",
    ]
    assert [piece.reason for piece in draft.removed] == ["headline", "read more"]


def test_paragraphs_have_the_lines_of_the_source() -> None:
    assert [paragraph.line for paragraph in read(PAGE).body] == [7, 9]


def test_a_page_gives_its_publication_data() -> None:
    draft = read(PAGE)
    assert (draft.title, draft.publisher) == ("Ferries run again in the north", "Harbour Herald")
    assert (draft.url, draft.language) == ("https://example.org/ferries", "en")


def test_the_publisher_may_stand_in_the_title_alone() -> None:
    draft = read(PAGE.replace(SITE, ""))
    assert (draft.title, draft.publisher) == ("Ferries run again in the north", "Harbour Herald")


@pytest.mark.parametrize(
    ("field", "reason"),
    [
        (META, "the page's meta field article:published_time says 2021-03-05T10:00:00+01:00"),
        ('<meta name="DC.Date.Issued" content="20210305">', "the page's meta field dc.date.issued says 20210305"),
        (
            '<script type="application/ld+json">{"datePublished": "2021-03-05"}</script>',
            "the page's JSON-LD field datePublished says 2021-03-05",
        ),
        (
            '</head><body><h1>Ferries run again in the north</h1><time pubdate datetime="2021-03-05">5 March</time>',
            "the page's field datePublished says 2021-03-05",
        ),
    ],
)
def test_the_date_is_that_of_the_field_made_for_it(field: str, reason: str) -> None:
    assert published(PAGE.replace(META, field)) == PublishedDate(dt.date(2021, 3, 5), "metadata", reason=reason)


@pytest.mark.parametrize("value", ["2027-03-05", "20219999", "soon"])
def test_a_field_that_gives_no_day_before_today_is_passed_over(value: str) -> None:
    assert published(PAGE.replace("2021-03-05T10:00:00+01:00", value)) is None


def test_what_htmldate_finds_elsewhere_is_of_less_worth_than_a_byline_that_the_weekdays_confirm() -> None:
    picture = '<div data-time="2021-03-04T10:00:00"></div>\n<p>The northern'
    byline = "<p>Published on March 5, 2021</p>\n<p>The northern"
    page = PAGE.replace(META, "")
    only = published(page.replace("<p>The northern", picture).replace("on Friday", "on Thursday"))
    assert only is not None
    assert (only.value, only.method, only.confidence) == (dt.date(2021, 3, 4), "metadata", "medium")
    assert "htmldate found it in the page's markup" in only.reason
    better = published(page.replace("<p>The northern", byline))
    assert better is not None
    assert (better.value, better.method) == (dt.date(2021, 3, 5), "byline")


def test_an_address_that_is_not_of_the_web_is_dropped() -> None:
    assert read(PAGE.replace("https://example.org/ferries", "javascript:alert(1)")).url == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("ftp://example.org", ""),
        ("http://", ""),
        ("http://[", ""),
        ("https://example.org/a b", ""),
        ('https://example.org/"a', ""),
        (None, ""),
    ],
)
def test_only_http_and_https_are_addresses(text: str | None, expected: str) -> None:
    assert web_address(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "<html><body></body></html>",
        "<<<>>>",
        "plain words",
        "<html>" + "<div>" * 20_000 + "x",
        "<html><body><article><p>Read more</p></article></body></html>",
        "<!-- nothing -->",
    ],
)
def test_a_page_without_an_article_is_refused(text: str) -> None:
    with pytest.raises(ArticleError, match="no article in this page") as caught:
        read(text)
    assert caught.value.where == "a.html"


def test_control_characters_and_an_xml_declaration_do_no_harm() -> None:
    assert len(read('<?xml version="1.0" encoding="UTF-8"?>\x01' + PAGE).body) == 2


def test_without_a_language_the_text_tells_it() -> None:
    assert read(PAGE.replace(' lang="en-GB"', "")).language == "en"


def test_a_paragraph_that_is_not_in_the_source_has_line_one() -> None:
    finder = LineFinder("<p>one two three</p>\n<p>four five six</p>")
    assert [finder.find(words) for words in ("four five six", "one two three", "seven", "…")] == [2, 1, 1, 1]


def test_places_are_not_lost_where_capitals_change_their_length() -> None:
    assert LineFinder("İ<script>no</script>\n<p>one two three</p>").find("one two three") == 2


def test_an_unclosed_script_hides_nothing() -> None:
    assert LineFinder("<script>\n<p>one two three</p>").find("one two three") == 2


def test_what_libraries_log_does_not_reach_the_user(caplog: pytest.LogCaptureFixture) -> None:
    with quiet():
        logging.getLogger("trafilatura.core").error("empty tree")
    logging.getLogger("trafilatura.core").error("heard again")
    assert [record.message for record in caplog.records] == ["heard again"]
