"""Hostile files: read in little time or refused with a line to mend, and never a crash."""

from __future__ import annotations

import datetime as dt
import os
import time
from pathlib import Path

import pytest

from generator.errors import ArticleError
from generator.reading import find_articles, read
from generator.reading.decoding import decode, load
from generator.reading.languages import language_of
from generator.reading.md import read_md

TODAY = dt.date(2026, 11, 21)
BOMB = "\n".join(["a0: &a0 [x, x]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))])


def front(lines: str) -> str:
    return f"---\n{lines}\n---\nThe crews went back to work on Friday.\n"


@pytest.mark.parametrize(
    "lines",
    [
        BOMB,
        "x: !!timestamp soon\ny: !!int ''\nz: !!python/object/apply:os.getcwd []",
        "x: 1" + "0" * 6000,
        "? [a, b]\n: c",
        "x: 2024-13-40",
    ],
)
def test_what_stands_in_foreign_keys_of_front_matter_does_not_matter(lines: str) -> None:
    begun = time.process_time()
    assert read_md(front(f"{lines}\ntitle: Ferries run again"), "a.md", TODAY).title == "Ferries run again"
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    ("lines", "line", "message"),
    [
        (f"{BOMB}\ntitle: *a11", 14, "title is not text"),
        ("title: &a [*a]", 2, "title is not text"),
        ("x: 1\npublished: [2024-03-01]", 3, "published is not text"),
        ("title: a\ntitle: b", 3, "title stands here twice"),
        ("published: 0000-00-00", 2, "no full date"),
        ("published: 2024-13-40", 2, "no full date"),
        ("x: 1\nlanguage: ../../x", 3, "“../../x” is no code of a language"),
        ("language: English", 2, "no code of a language"),
        ("title: a\nx: " + "[" * 50_000, 3, "nested more than 32 deep"),
        ("just words", 2, "holds no keys"),
    ],
)
def test_what_is_wrong_in_front_matter_is_told_with_its_line(lines: str, line: int, message: str) -> None:
    with pytest.raises(ArticleError, match=message) as caught:
        read_md(front(lines), "a.md", TODAY)
    assert caught.value.where == f"a.md:{line}"
    assert caught.value.todo


def test_front_matter_is_text_as_it_was_written() -> None:
    draft = read_md(front("title: 014\npublisher: no\npublished: 2021-03-05T10:00:00Z"), "a.md", TODAY)
    assert (draft.title, draft.publisher) == ("014", "no")
    assert draft.published is not None
    assert draft.published.value == dt.date(2021, 3, 5)


@pytest.mark.parametrize("name", ["undefined", "unicode_escape", "punycode", "idna", "rot13", "utf-7"])
def test_a_codec_that_is_no_encoding_of_pages_is_passed_over(name: str) -> None:
    page = f'<meta charset="{name}"> a café, \\ud800 and some more words in plain letters'
    assert decode(page.encode("cp1252"), "a.html") == page


def test_a_line_of_many_dates_takes_time_by_its_length_and_not_by_its_square(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("On 3 March 2024 the mayor Jane Hill met the council of Port Elm. " * 4000, encoding="utf-8")
    begun = time.process_time()
    read(path, today=TODAY)
    assert time.process_time() - begun < 8


def test_a_language_that_is_not_sure_is_taken_for_english() -> None:
    assert language_of(["Jane Hill, Port Elm, Orlando Bloom, Ana Maria, Kim Lee, Tor Berg, Ivo Klein"]) == "en"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    with pytest.raises(ArticleError, match="a device or a pipe"):
        load(tmp_path / "a.txt")


def test_a_link_in_a_circle_is_listed_and_refused_when_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("The mayor resigned.\n", encoding="utf-8")
    (tmp_path / "round.txt").symlink_to(tmp_path / "round.txt")
    assert [path.name for path in find_articles([tmp_path])] == ["good.txt", "round.txt"]
    with pytest.raises(ArticleError, match="cannot be read"):
        load(tmp_path / "round.txt")


def test_a_name_too_long_for_a_file_is_no_file() -> None:
    with pytest.raises(ArticleError, match="no such file or folder"):
        find_articles([Path("y" * 5000 + ".txt")])
