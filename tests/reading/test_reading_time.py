"""What a text costs grows as its length does, and no faster, whatever it is made of."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from generator.errors import ArticleError
from generator.reading import Item, read_item

TODAY = dt.date(2026, 11, 21)
WORDS = (
    *("harbour", "storm", "vessel", "mayor", "bridge", "market"),
    *("winter", "river", "quarry", "signal", "copper", "garden"),
)
MICROSECONDS = 40
"""A byte may take so many: eight times what the slowest of these takes on an idle core, since others use it too. What
grows with the square of the length takes seconds, minutes or hours."""


def line(number: int, words: int) -> str:
    return " ".join(f"{WORDS[(number * 7 + place * place) % 12]}{number * place % 97}" for place in range(words))


SHAPES = {
    "a paragraph of dates": "3 March 2024, 12/30/2022, 2022-12-30, 5 marzo 2021. " * 4000,
    "different paragraphs": "\n\n".join(f"{line(number, 40)}." for number in range(1500)),
    "short lines": "\n".join(line(number, 3) for number in range(12_000)),
    "links": "\n".join("Read more" if number % 2 else line(number, 3) for number in range(12_000)),
    "a headline over and over": "\n".join(f"Storm floods the harbour {number}" for number in range(6000)),
    "one long line": " ".join(f"{line(number, 20)}." for number in range(3000)),
    "a gap": f"word{' ' * 500_000}word",
    "dashes": "– - " * 60_000 + "ab",
    "full stops after capitals": "AA" + "." * 300_000 + "b",
    "brackets": "(file " * 50_000,
    "copyright": "© " * 100_000 + "x",
    "bars": "a | " * 60_000,
    "weekdays": "On Monday he said so. " * 10_000,
    "wrapped lines": "\n".join(f"{line(number, 9)[:60]} and" for number in range(4000)),
    "paragraphs that begin alike": "\n\n".join("The same beginning of them all. " * number for number in range(1, 150)),
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("form", [".txt", ".body"])
def test_a_text_of_any_shape_is_read_in_a_time_by_its_length(shape: str, form: str) -> None:
    data = SHAPES[shape].encode()
    begun = time.process_time()
    try:
        read_item(Item("a", form, data=data), today=TODAY)
    except ArticleError as error:
        assert "only the furniture" in error.what
    assert time.process_time() - begun < 1 + len(data) * MICROSECONDS / 1e6


def test_times_within_times_are_gone_through_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.reading import html_shown

    read: list[object] = []
    text_of = html_shown._text
    monkeypatch.setattr(html_shown, "_text", lambda element, limit: read.append(element) or text_of(element, limit))
    stamps = "<time datetime='2022-05-03'>" * 240
    story = "<p>The northern ferries ran again on Friday, after a strike that had stopped them for weeks.</p>" * 3
    read_item(Item("a", ".html", data=f"<body><h1>Ferries run</h1>{story}{stamps}x".encode()), today=TODAY)
    assert len(read) < 10 * 240


@pytest.mark.parametrize("nested", [200, 390])
def test_a_page_nested_deep_is_read_or_refused_with_what_to_do(nested: int) -> None:
    story = "<p>The northern ferries ran again on Friday, after a strike that had stopped them for weeks.</p>" * 3
    page = f"<html><body>{'<div>' * nested}{story}{'</div>' * nested}</body></html>"
    try:
        text = read_item(Item("a", ".html", data=page.encode()), today=TODAY).text
    except ArticleError as error:
        text = error.todo
    assert text.startswith(("The northern ferries", "save the page"))
