"""Markdown: front matter is the publication data, the body is plain paragraphs."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.errors import ArticleError
from generator.reading import read as read_article
from generator.reading.draft import Draft
from generator.reading.md import read_md

TODAY = dt.date(2026, 11, 21)

DIGEST = """\
---
title: Ferries run again
publisher: Harbour Herald
agency: Reuters
url: https://example.org/ferries
published: 2021-03-05
language: en-GB
kind: digest
extra: 1
---

# A heading

The *crews* went [back to work](https://example.org/x) on
**Friday**, says `the union`. ![A ship](ship.png)

## What next

- Read more
- The first ship sails on Monday

> A quotation with a line\\
> of its own.

| a | b |
|---|---|
| 1 | 2 |
"""


def read(text: str) -> Draft:
    return read_md(text, "a.md", TODAY)


def front(lines: str) -> str:
    return f"---\n{lines}\n---\nThe crews went back to work on Friday.\n"


def test_front_matter_gives_the_publication_data() -> None:
    draft = read(DIGEST)
    assert (draft.title, draft.publisher, draft.agency) == ("Ferries run again", "Harbour Herald", "Reuters")
    assert (draft.url, draft.language, draft.kind) == ("https://example.org/ferries", "en", "digest")
    assert draft.published is not None
    assert (draft.published.value, draft.published.method) == (dt.date(2021, 3, 5), "metadata")
    assert draft.published.reason == "the file's front matter says so in `published`"


def test_the_body_is_plain_paragraphs_with_their_lines() -> None:
    assert [(paragraph.line, paragraph.text) for paragraph in read(DIGEST).body] == [
        (14, "The crews went back to work on Friday, says the union."),
        (19, "Read more"),
        (20, "The first ship sails on Monday"),
        (22, "A quotation with a line of its own."),
    ]


def test_line_numbers_hold_with_windows_line_ends() -> None:
    draft = read(DIGEST.replace("\n", "\r\n"))
    assert [paragraph.line for paragraph in draft.body] == [14, 19, 20, 22]


def test_headings_are_counted_as_removed() -> None:
    assert [(piece.line, piece.reason) for piece in read(DIGEST).removed] == [(12, "subheading"), (17, "subheading")]


def test_the_first_heading_is_the_headline_where_no_title_is_given() -> None:
    draft = read("# Ferries run again\n\nThe crews went back to work on Friday.\n")
    assert draft.title == "Ferries run again"
    assert [(piece.line, piece.reason) for piece in draft.removed] == [(1, "headline")]


def test_furniture_of_a_clipped_article_goes_but_not_of_a_digest() -> None:
    text = "The crews of the northern ferries went back to work on Friday.\n\nRead more\n"
    assert len(read(text).body) == 1
    assert len(read(f"---\nkind: digest\n---\n{text}").body) == 2


def test_an_article_of_nothing_but_labels_is_kept_as_it_is() -> None:
    assert [paragraph.text for paragraph in read("Read more\n").body] == ["Read more"]


@pytest.mark.parametrize("value", ["2021-03-05", "2021-03-05 10:00:00", "5 March 2021", '"Mar 5, 2021"', "5 mars 2021"])
def test_a_date_is_read_as_yaml_or_as_words(value: str) -> None:
    published = read(front(f"published: {value}")).published
    assert published is not None
    assert published.value == dt.date(2021, 3, 5)


def test_original_names_the_agency_too() -> None:
    assert read(front("original: AFP")).agency == "AFP"


def test_an_address_that_is_not_of_the_web_is_dropped() -> None:
    assert read(front("url: javascript:alert(1)")).url == ""


def test_empty_front_matter_and_null_values_are_allowed() -> None:
    assert read("---\n---\nText.\n").title == ""
    assert read(front("title:\npublished:")).published is None


@pytest.mark.parametrize(
    ("text", "where", "message"),
    [
        ("---\ntitle: x\n\nText.\n", "a.md:1", "not closed"),
        (front("title: x\nbad: [a"), "a.md:4", "not YAML"),
        (front("published: 2021-02-31"), "a.md:2", "no full date"),
        (front("- a"), "a.md:2", "no keys"),
        (front("title: x\npublished: soon"), "a.md:3", "“soon” is no full date"),
        (front("published: 05/03/2021"), "a.md:2", "no full date"),
        (front("title: x\npublished: 2027-01-01"), "a.md:3", "after today"),
        (front("kind: blog"), "a.md:2", "“blog” is no kind"),
        ("---\ntitle: x\n---\n\n# Only a heading\n", "a.md", "no text"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(text: str, where: str, message: str) -> None:
    with pytest.raises(ArticleError, match=message) as caught:
        read(text)
    assert caught.value.where == where
    assert caught.value.todo


@pytest.mark.parametrize(
    ("published", "publisher", "day"),
    [
        ("02/04 06:20", "AP", dt.date(2026, 2, 4)),
        ("04/02", "Le Quotidien", dt.date(2026, 2, 4)),
        ("31/12", "AP", dt.date(2025, 12, 31)),
    ],
)
def test_a_day_without_a_year_is_completed_by_a_weekday_of_the_text(tmp_path, published, publisher, day):
    path = tmp_path / "a.md"
    path.write_text(
        f"---\npublisher: {publisher}\npublished: {published}\nkind: digest\n---\n\nThe harbour opened on Wednesday.\n",
        encoding="utf-8",
    )
    found = read_article(path, today=dt.date(2026, 11, 21)).published
    assert found is not None
    assert (found.value, found.method, found.confidence) == (day, "weekday", "low")
    assert f"{day.year} is the latest year, not after 21 November 2026," in found.reason


def test_a_day_without_a_year_stays_unknown_where_no_weekday_tells_the_year(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("---\npublished: 02/04\n---\n\nThe harbour opened for all ships.\n", encoding="utf-8")
    assert read_article(path, today=dt.date(2026, 11, 21)).published is None
