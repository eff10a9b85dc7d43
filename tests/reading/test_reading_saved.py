"""Saved pages: a reader knows from its head where a page came from, and sees the page as it was."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.reading import read
from generator.reading.saved import beside, head_length, part_head, write_head

TODAY = dt.date(2026, 11, 21)
KNOWN = {"url": "https://coast.example/storm", "fetched": "2026-11-21T08:00:00Z"}
PAGE = """<html lang="en"><head><title>Storm closes harbour</title></head><body><article>
<h1>Storm closes harbour</h1>
<p>A storm closed the harbour of Port Elm on 4 May 2021, the harbour master said.</p>
<p>The boats stayed in for two days, and the fish market was shut until the weekend.</p>
</article></body></html>
"""
TEXT = """Storm closes harbour

A storm closed the harbour of Port Elm on 4 May 2021, the harbour master said.
"""


@pytest.fixture
def saved(tmp_path):
    """Write a page with a head, and read it."""

    def write(name, page, **head):
        path = tmp_path / name
        path.write_bytes(write_head(KNOWN | head, is_html=name.endswith("html")) + page.encode())
        return read(path, today=TODAY)

    return write


@pytest.mark.parametrize(("name", "page"), [("a.html", PAGE), ("a.txt", TEXT)])
def test_a_reader_knows_the_address_of_a_saved_page_from_its_head(saved, name, page):
    assert saved(name, page).url == "https://coast.example/storm"


@pytest.mark.parametrize(("name", "page"), [("a.html", PAGE), ("a.txt", TEXT)])
def test_a_head_is_no_part_of_the_article_and_its_lines_keep_their_numbers(saved, tmp_path, name, page):
    article = saved(name, page)
    assert article.text.startswith("A storm closed the harbour")
    assert "fetched" not in "".join(piece.text for piece in article.removed)
    line = (tmp_path / name).read_text(encoding="utf-8-sig").splitlines()[article.line_at(0) - 1]
    assert "A storm closed the harbour" in line


def test_what_a_person_adds_to_a_head_counts(tmp_path):
    path = tmp_path / "a.html"
    head = write_head(KNOWN, is_html=True).replace(b"fetched:", b"publisher: Coast Daily\nlanguage: en-GB\nfetched:")
    path.write_bytes(head + PAGE.encode())
    article = read(path, today=TODAY)
    assert (article.publisher, article.language) == ("Coast Daily", "en")


def test_the_head_of_a_pdf_file_lies_beside_it(tmp_path):
    from generator.reading.item import Item
    from generator.reading.saved import unwrap

    path = tmp_path / "a.pdf"
    beside(path).write_bytes(write_head(KNOWN, is_html=False))
    item, data, _ = unwrap(Item(str(path), ".pdf", path=path), b"%PDF-1.7")
    assert (item.url, data) == ("https://coast.example/storm", b"%PDF-1.7")
    assert unwrap(Item("b.pdf", ".pdf", path=tmp_path / "b.pdf"), b"%PDF-1.7")[0].url == ""


def test_what_a_container_says_wins_over_the_head():
    from generator.reading.item import Item
    from generator.reading.saved import unwrap

    item = Item("a.zip!a.txt", ".txt", url="https://other.example/")
    assert unwrap(item, write_head(KNOWN, is_html=False))[0].url == "https://other.example/"


@pytest.mark.parametrize("value", ["--> <script>", 'a "b" \\ c', "W/“é”\u2028", "--!>", "two\nlines"])
def test_no_value_can_end_the_comment_and_each_is_read_as_it_was(value):
    head = write_head(KNOWN | {"etag": value}, is_html=True)
    assert head.count(b">") == 1
    assert part_head(head)[0]["etag"] == " ".join(value.split())


def test_front_matter_that_a_text_has_of_its_own_is_left_alone():
    data = b"---\ntitle: A storm\n---\nText.\n"
    assert part_head(data) == ({}, data)
    assert head_length(data) == 0


def test_the_line_ends_of_another_system_do_no_harm():
    head = write_head(KNOWN, is_html=True).replace(b"\n", b"\r\n")
    values, page = part_head(head + b"<p>")
    assert values == KNOWN
    assert page == b"\xef\xbb\xbf" + b"\n" * 6 + b"<p>"
    assert head_length(head + b"<p>") == len(head)


def test_a_quotation_that_is_not_closed_is_taken_as_it_stands():
    assert part_head(b'---\nfetched: "now\n---\n')[0] == {"fetched": '"now'}
