"""HTML of others as Markdown of summaries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.markup import has_markup, plain_of, to_markdown
from generator.publishing.markdown import render_markdown, strip_markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>One <b>bold </b>and <i>it</i>.</p><p>Two</p>", "One **bold** and *it*.\n\nTwo"),
        ('<a href="https://e.example/a(b)">link</a>', "[link](https://e.example/a%28b%29)"),
        ('<a href="javascript:alert(1)">link</a>', "link"),
        ('<a href="https://e.example"><img src=x></a>then', "then"),
        ("a<br>b<ul><li>x</li><li>y</li></ul>end", "a\n\nb\n\n- x\n- y\n\nend"),
        ("5 * 3 &lt;b&gt; _x_ [y] a_b", "5 \\* 3 \\<b> \\_x\\_ \\[y\\] a_b"),
        ("<p>1. first</p><p># no head</p><p>- no list</p>", "1\\. first\n\n\\# no head\n\n\\- no list"),
        ("<b><p>a</p><p>b</p></b>", "a\n\nb"),
        ("<!-- nothing -->", ""),
        ("", ""),
        ("<div>" * 3000 + "deep", "deep"),
        ("<span>" * 120 + "deep", "deep"),
        ("<p " + "a=1 " * 5000 + ">crowded</p>", "crowded"),
    ],
)
def test_what_is_seen_stays_and_what_marks_it_is_markdown(html, markdown):
    assert to_markdown(html)[0] == markdown


def test_what_nobody_reads_goes_and_is_named():
    text = "<script>x()</script>ok<iframe src=y></iframe><style>b{}</style><iframe></iframe>"
    assert to_markdown(text) == ("ok", ("script", "iframe", "style"))


@pytest.mark.parametrize(("text", "is_html"), [("a < b & c", False), ("<b>", True), ("&amp;", True), ("<3", False)])
def test_html_is_known_by_a_tag_or_a_reference(text, is_html):
    assert has_markup(text) is is_html


@pytest.mark.parametrize(
    ("html", "plain"), [("<i>The</i> A&amp;B", "The A&B"), ("a  <  b", "a < b"), ("<p>x</p>y", "x y")]
)
def test_a_title_is_words_on_one_line(html, plain):
    assert plain_of(html) == plain


@given(st.text(alphabet="ab1 *_`[]()<>#+-.!\\&;~|\n", max_size=40))
def test_plain_words_come_through_as_they_are(words):
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    markdown, _ = to_markdown(f"<p>{escaped}</p>")
    assert strip_markdown(markdown).split() == words.split()


@given(
    st.lists(
        st.sampled_from(
            ["<b>", "</b>", "<a href='https://e.example'>", "<a href='data:x'>", "<p>", "x", " ", "<script>", "&lt;"]
        )
    )
)
def test_no_html_gets_through_to_the_page(parts):
    page = render_markdown(to_markdown("".join(parts))[0], "")
    assert "<script" not in page
    assert "data:" not in page
