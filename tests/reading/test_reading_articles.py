"""Reading an article whole: the reader for its ending, its text, its date."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ArticleError, UsageError
from generator.reading import read
from generator.reading.draft import Draft
from generator.reading.txt import read_txt

TODAY = dt.date(2026, 11, 21)
TEXT = """\
Ferries run again in the north – Harbour Times
Published on Mar 05, 2021

The northern ferries ran again on Friday, after a strike that had stopped them for three weeks.
The union said it would watch the company, which has promised shorter shifts to its sailors.
Copyright 2021 Harbour Times
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_each_line_of_the_text_knows_its_line_in_the_file(path: Path) -> None:
    article = read(path, today=TODAY)
    assert article.lines == (4, 5)
    assert len(article.text.split("\n")) == len(article.lines)
    assert article.line_at(article.text.index("The union")) == 5


def test_an_article_says_where_it_was_read_and_what_was_left_out(path: Path) -> None:
    article = read(path, today=TODAY)
    assert article.origin == str(path)
    assert [(piece.line, piece.reason) for piece in article.removed] == [
        (1, "headline"),
        (2, "byline"),
        (6, "copyright"),
    ]
    assert (article.title, article.publisher) == ("Ferries run again in the north", "Harbour Times")


def test_a_date_that_an_editor_gives_wins(path: Path) -> None:
    article = read(path, today=TODAY, published=dt.date(2021, 3, 6))
    assert article.published is not None
    assert (article.published.method, article.dct) == ("given", dt.date(2021, 3, 6))


def test_a_given_date_after_today_is_refused(path: Path) -> None:
    with pytest.raises(UsageError, match="after today"):
        read(path, today=TODAY, published=dt.date(2026, 11, 22))


def test_an_ending_that_no_reader_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no reader knows"):
        read(tmp_path / "a.docx", today=TODAY)


def test_a_file_of_furniture_only_is_refused(path: Path) -> None:
    path.write_text("Read more\nHome\n", encoding="utf-8")
    with pytest.raises(ArticleError, match="only the furniture"):
        read(path, today=TODAY)


PIECES = st.sampled_from(
    [
        "Read more",
        "Similar News:",
        "|",
        "05/03 06:15",
        "Published on Mar 05, 2021",
        "\u2028",
        "\f",
        "\r",
        "Leave a Reply",
        "é",
    ]
)


@given(st.lists(st.one_of(PIECES, st.sampled_from(TEXT.splitlines()), st.text(max_size=30)), max_size=12))
def test_every_line_of_any_text_is_kept_once_or_counted_as_removed(pieces: list[str]) -> None:
    text = "\n".join(pieces)
    try:
        draft = read_txt(text, "a.txt", TODAY)
    except ArticleError:
        draft = Draft(page=(), body=())
    kept = [paragraph.line for paragraph in draft.body] + [piece.line for piece in draft.removed]
    assert sorted(kept) == sorted(paragraph.line for paragraph in draft.page)
    assert not any("\n" in paragraph.text for paragraph in draft.body)
