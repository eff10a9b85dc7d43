"""The Markdown of summaries: what it gives, and what it refuses."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.publishing.markdown import is_safe_link, render_markdown, strip_markdown

PLAIN = st.text(alphabet=st.sampled_from("ab 1.2)-+#=~|:/'\"{}()?;,\u2013\u00a0"), max_size=40).filter(str.strip)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("It *rained*.", "<p>It <em>rained</em>.</p>\n"),
        ("5 < 6 & 7", "<p>5 &lt; 6 &amp; 7</p>\n"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n"),
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>\n"),
        ("[there](https://a.example/)", '<p><a href="https://a.example/">there</a></p>\n'),
        ("[method](method/)", '<p><a href="../../method/">method</a></p>\n'),
        ("[method](/method/)", '<p><a href="../../method/">method</a></p>\n'),
        ("[here](#section_date)", '<p><a href="#section_date">here</a></p>\n'),
        ("# no heading", "<p># no heading</p>\n"),
        ("", ""),
        (" \n ", ""),
    ],
)
def test_a_summary_becomes_html(text: str, html: str) -> None:
    assert render_markdown(text, "../../") == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java\tscript:alert(1))",
        "[x](&#106;avascript:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](vbscript:x)",
        "<javascript:alert(1)>",
        "[x](//evil.example/)",
        "[x][y]\n\n[y]: javascript:alert(1)",
        '[x](https://a.example/"onmouseover="alert(1))',
        "![x](https://evil.example/pixel.png)",
    ],
)
def test_nothing_harmful_comes_out_of_a_summary(text: str) -> None:
    html = render_markdown(text, "").lower()
    assert "<script" not in html
    assert "<img" not in html
    assert 'href="javascript' not in html
    assert 'href="data' not in html
    assert 'href="//' not in html
    assert '"onmouseover' not in html


def test_what_is_refused_is_shown_as_text() -> None:
    assert "[x](javascript:alert(1))" in render_markdown("[x](javascript:alert(1))", "")


@given(PLAIN)
def test_a_plain_text_is_what_the_parser_would_make_of_it(text: str) -> None:
    off = ["html_block", "html_inline", "image", "heading", "lheading", "reference", "hr", "code", "fence"]
    parser = MarkdownIt("commonmark", {"html": False}).disable(off)
    assert unescape(render_markdown(text, "")).split() == unescape(parser.render(text)).split()


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("It **rained**,\nthen [stopped](https://a.example/).", "It rained, then stopped."),
        ("- one\n- two", "one two"),
        ("`code`  \nnext", "code next"),
        ("no  marks", "no marks"),
        ("\u202eevil", "evil"),
    ],
)
def test_marks_are_taken_out_of_a_plain_text(text: str, plain: str) -> None:
    assert strip_markdown(text) == plain


@pytest.mark.parametrize("address", ["https://a.example/x", "http://a.example", "method/", "../x/", "#part", "a/b?c=d"])
def test_an_address_on_the_web_or_in_the_site_is_safe(address: str) -> None:
    assert is_safe_link(address)


@pytest.mark.parametrize(
    "address", ["javascript:x", "//a.example", "mailto:a@b.example", "a b", "x\\y", "ftp://a.example"]
)
def test_any_other_address_is_not(address: str) -> None:
    assert not is_safe_link(address)
