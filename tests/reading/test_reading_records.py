"""JSON Lines: one line one article; a broken line is told of by its number and stops nothing."""

from __future__ import annotations

import datetime as dt
import gzip
import json

import pytest

from generator.reading import Item, Unread, items, read_item
from generator.reading.decoding import MAX_BYTES
from generator.reading.fields import day_of, language_code

TODAY = dt.date(2026, 11, 21)
RECORD = {
    "id": 7,
    "text": "Ferries run again\nFerries run again on the bay.\nThey had stood still since 2 May 2023.",
    "published": "2024-03-01T23:30:00-05:00",
    "date": "2024-03-03",
    "url": "https://example.org/ferries",
    "title": "Ferries run again",
    "publisher": "Port Elm Courier",
    "language": "en-GB",
}


def go_through(path, *lines):
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    packed = gzip.compress(text.encode()) if path.name.endswith(".gz") else text.encode()
    path.write_bytes(packed)
    return list(items([path], today=TODAY))


def only(found):
    [item] = found
    assert isinstance(item, Item), item
    return item


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.jsonl.gz", "a.ndjson.gz", "a.JSONL", "a.json", "a.json.gz"])
def test_a_record_is_an_article_with_its_fields(tmp_path, name):
    article = read_item(only(go_through(tmp_path / name, RECORD)), today=TODAY)
    assert article.text == "Ferries run again on the bay.\nThey had stood still since 2 May 2023."
    assert (article.title, article.publisher) == ("Ferries run again", "Port Elm Courier")
    assert (article.url, article.language) == ("https://example.org/ferries", "en")
    assert article.published is not None
    assert (article.published.value, article.published.method) == (dt.date(2024, 3, 1), "metadata")
    assert article.published.reason == "the record's field published says 2024-03-01"


def test_the_lines_of_a_record_are_those_of_its_text_and_its_headline_is_furniture(tmp_path):
    article = read_item(only(go_through(tmp_path / "a.jsonl", RECORD)), today=TODAY)
    assert [article.line_at(0), article.line_at(len(article.text) - 1)] == [2, 3]
    assert [(piece.line, piece.reason) for piece in article.removed] == [(1, "headline")]


def test_the_second_field_for_the_date_counts_where_the_first_says_nothing(tmp_path):
    item = only(go_through(tmp_path / "a.jsonl", RECORD | {"published": "recently"}))
    assert (item.published, item.basis) == (dt.date(2024, 3, 3), "the record's field date")


@pytest.mark.parametrize("said", ["2050-01-01", None, 1709251200, "", ["2024-03-01"]])
def test_a_record_without_a_day_that_can_be_believed_is_dated_by_its_text(tmp_path, said):
    text = "Published on March 8, 2024\nFerries run again on the bay, the harbour master said on Friday."
    item = only(go_through(tmp_path / "a.jsonl", {"text": text, "published": said}))
    assert (item.published, item.basis) == (None, "")
    published = read_item(item, today=TODAY).published
    assert published is not None
    assert (published.value, published.method) == (dt.date(2024, 3, 8), "byline")


def test_a_future_day_of_an_item_that_somebody_made_is_not_believed():
    item = Item("x", ".body", data=b"Ferries run again.", published=dt.date(2050, 1, 1))
    assert read_item(item, today=TODAY).published is None


def test_paragraphs_stand_as_they_are_also_where_they_look_like_furniture(tmp_path):
    item = only(go_through(tmp_path / "a.jsonl", {"text": "Subscribe\nFerries run.\nShare"}))
    assert read_item(item, today=TODAY).text == "Subscribe\nFerries run.\nShare"


def test_a_broken_line_is_told_of_by_its_number_and_the_others_are_read(tmp_path):
    found = go_through(
        tmp_path / "a.jsonl", RECORD, "{broken", "", "[1]", {"text": " "}, {"text": 5}, "[" * 99_999, "9" * 5000, RECORD
    )
    told = [(one.origin.rpartition("!")[2], type(one).__name__) for one in found]
    unread = "Unread"
    assert told == [("1", "Item"), *((n, unread) for n in "245678"), ("9", "Item")]
    whys = [one.why for one in found if isinstance(one, Unread)]
    assert [why.partition(" — ")[0] for why in whys] == [
        "it is not JSON (Expecting property name enclosed in double quotes, column 2)",
        "it is no object",
        "it has no `text`",
        "it has no `text`",
        "its JSON is nested too deep",
        "its JSON holds a number that is none",
    ]


def test_a_line_that_is_not_utf8_is_told_of(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"text": "With a mark."}\n{"text": "caf\xe9"}\n')
    first, second = items([path], today=TODAY)
    assert isinstance(first, Item)
    assert isinstance(second, Unread)
    assert "is not UTF-8" in second.why


def test_a_line_without_an_end_is_passed_over_in_pieces(tmp_path):
    path = tmp_path / "a.jsonl.gz"
    long = b'{"text": "' + b"a" * (MAX_BYTES + 5) + b'"}\n'
    path.write_bytes(gzip.compress(long + b'{"text": "Short."}\n', compresslevel=1))
    first, second = items([path], today=TODAY)
    assert isinstance(first, Unread)
    assert first.why == "the line has more than 20 MB — give one article a line"
    assert isinstance(second, Item)
    assert second.origin.endswith("!2")


def test_a_list_of_records_is_gone_through_like_lines(tmp_path):
    first, second = go_through(tmp_path / "a.json", [RECORD, 5])
    assert isinstance(first, Item)
    assert (first.origin, first.title) == (f"{tmp_path / 'a.json'}!1", "Ferries run again")
    assert second == Unread(f"{tmp_path / 'a.json'}!2", second.why)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2024-03-05", dt.date(2024, 3, 5)),
        ("2024-03-05T23:59:59-11:00", dt.date(2024, 3, 5)),
        ("20240305T101500Z", dt.date(2024, 3, 5)),
        ("20240305", dt.date(2024, 3, 5)),
        ("Tue, 05 Mar 2024 10:00:00 GMT", dt.date(2024, 3, 5)),
        ("Tuesday, March 5, 2024 at 10 am", dt.date(2024, 3, 5)),
        ("5 de marzo de 2024", dt.date(2024, 3, 5)),
        ("3/5/2024", None),
        ("2024-13-40", None),
        ("20241340", None),
        ("2024", None),
        ("soon", None),
        ("", None),
    ],
)
def test_the_day_of_a_field_is_that_of_its_own_time_zone(said, day):
    assert day_of(said) == day


@pytest.mark.parametrize(
    ("said", "code"), [("en-GB", "en"), ("DE", "de"), ("pt_BR", "pt"), ("English", ""), ("", ""), ("zh-Hant", "zh")]
)
def test_a_language_is_its_code_without_the_region(said, code):
    assert language_code(said) == code


def test_what_no_encoding_can_write_and_no_terminal_should_see_is_left_out_of_a_field(tmp_path):
    file = tmp_path / "a.jsonl"
    file.write_text(
        '{"text": "A storm flooded Klow.", "title": "A \\ud800storm\\u001b[31m\\u0000 comes", "url": "\\udfff"}\n'
    )
    [item] = items([file], today=TODAY)
    assert read_item(item, today=TODAY).title == "A storm [31m comes"
