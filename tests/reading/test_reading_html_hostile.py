"""Hostile pages: of any size and shape they end in an article or in a line that says what to do, and soon."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from generator.errors import ArticleError
from generator.reading.html import read_html
from generator.reading.html_tree import MAX_ELEMENTS, MAX_MARKUP

TODAY = dt.date(2026, 11, 21)
TEXT = "<p>The northern ferries ran again on Friday, after a strike that had stopped them for three weeks.</p>" * 3
CROWDS = (" ", "/", "=1 ", "='>' ", '="<"', "< ")
"""What may stand between the names of attributes."""


@pytest.mark.parametrize(
    "page",
    [
        TEXT + "<!--" * 30_000,
        TEXT + "<" * 200_000,
        TEXT + "&#" * 100_000,
        TEXT + "<b>" * 30_000 + "2021-03-05",
        f"<div class='{'related ' * 60_000}'>{TEXT}</div>",
        "<script>for(i=0;i<n;i++){" + "var a = b; " * 3000 + "}</script>" + TEXT,
        "<script>" * 100_000 + "</script>" + TEXT,
        f"<img src='data:image/png;base64,{'A' * MAX_MARKUP}'>{TEXT}",
        "<h1>Ferries run</h1>" + "<div><span>5 March 2021</span></div>" * 2000 + TEXT,
        "".join(f"<h1>Ferries</h1><p>{number % 28 + 1} März {1950 + number % 70}</p>" for number in range(1500)) + TEXT,
        '<script type="application/ld+json">' + '{"@graph":[' * 20_000 + "</script>" + TEXT,
        "<title>" + " - A" * 50_000 + "</title>" + TEXT,
        "<meta name='og:url' content='http://[::" + "/2021" * 900 + "'>" + TEXT,
        "\0\ufffe\u202e" + TEXT,
    ],
)
def test_a_page_of_any_shape_is_read_in_little_time(page: str) -> None:
    begun = time.process_time()
    draft = read_html(f"<html><body>{page}</body></html>", "a.html", TODAY)
    assert any(paragraph.text.startswith("The northern ferries") for paragraph in draft.body)
    assert time.process_time() - begun < 10


@pytest.mark.parametrize(
    ("page", "message"),
    [
        ("<script " * 20_000 + ">" + "</script>" + TEXT, "more than 250 attributes"),
        ("x " * MAX_MARKUP, "8.0 MB of markup"),
        (TEXT + "<i>x</i>" * MAX_ELEMENTS, "more elements"),
        *(
            (f"<p {between.join(f'a{n}' for n in range(100_000))}>{TEXT}", "more than 250 attributes")
            for between in CROWDS
        ),
        ("<div>" * 100_000 + TEXT, "no article in this page|more elements"),
    ],
)
def test_more_than_any_page_holds_is_refused_with_what_to_do(page: str, message: str) -> None:
    with pytest.raises(ArticleError, match=message) as caught:
        read_html(f"<html><body>{page}</body></html>", "a.html", TODAY)
    assert (caught.value.where, bool(caught.value.todo)) == ("a.html", True)


@pytest.mark.parametrize("root", ["svg", "math"])
def test_a_page_within_a_drawing_is_read_as_a_page(root: str) -> None:
    dated = "<time datetime='2021-02-03'>3 February</time><p>The northern ferries ran again.</p>"
    page = f"<{root}><!doctype html><html lang=en><head></head><body><h1>Ferries run</h1>{dated}</body></html>"
    assert read_html(page, "a.html", TODAY).title == "Ferries run"
