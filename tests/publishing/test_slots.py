"""What goes into which slot, and how it is escaped."""

from __future__ import annotations

import pytest

from generator.publishing.page import Page, TocEntry
from generator.publishing.slots import demands, kind_of, toc_values, tokens, values


def page(path: str = "events/call/", kind: str = "event", **rest: object) -> Page:
    return Page(kind, path, **{"title": "A call", "description": "They spoke", "content": "<p></p>", **rest})


def test_plain_text_is_escaped_for_attributes_too():
    hostile = page(title='<script>"x"</script>', description="a & 'b'")

    assert values(hostile, "")["title"] == "&lt;script&gt;&quot;x&quot;&lt;/script&gt;"
    assert values(hostile, "")["description"] == "a &amp; &#x27;b&#x27;"


def test_html_that_is_already_escaped_is_not_escaped_again():
    ready = page(content="<p>a &amp; b</p>", head='<link rel="alternate">')

    assert values(ready, "")["content"] == "<p>a &amp; b</p>"
    assert values(ready, "")["head"] == '<link rel="alternate">'


def test_a_heading_is_escaped():
    with_toc = page(toc=(TocEntry('a"b', "R&D"),))

    assert toc_values(with_toc) == [{"anchor": "a&quot;b", "title": "R&amp;D"}]


def test_the_canonical_address_is_whole_and_percent_encoded():
    assert values(page("actors/ё/"), "https://example.org/a&b/")["canonical"] == (
        "https://example.org/a&amp;b/actors/%D1%91/"
    )


def test_the_canonical_address_of_a_redirect_is_where_it_leads():
    redirect = page("events/old/", "redirect", canonical="events/new/", indexed=False)

    assert values(redirect, "https://example.org/")["canonical"] == "https://example.org/events/new/"
    assert "noindex" not in values(redirect, "")["head"]


def test_a_page_that_is_not_to_be_listed_says_so_in_its_head():
    assert values(page(indexed=False), "")["head"] == '<meta name="robots" content="noindex">'


@pytest.mark.parametrize(
    ("path", "shell", "source"),
    [
        ("", "home", "index.md"),
        ("sources/", "overview", "sources/index.md"),
        ("events/call/", "event", "events/dateline-slot-event.md"),
        ("es/events/call/", "event", "es/events/dateline-slot-event.md"),
    ],
)
def test_a_shell_stands_as_deep_as_its_pages(path: str, shell: str, source: str):
    assert kind_of(page(path, shell)).source == source


def test_pages_that_differ_in_content_alone_share_a_shell():
    assert kind_of(page("events/a/", title="One")) == kind_of(page("events/b/", content="<p>other</p>"))


@pytest.mark.parametrize(
    "other",
    [
        page("sources/call/"),
        page(kind="redirect"),
        page(toc=(TocEntry("a", "A"),)),
        page(edit_url="https://example.org/edit"),
        page("events/"),
    ],
)
def test_pages_that_the_theme_renders_differently_do_not_share_a_shell(other: Page):
    assert kind_of(page()) != kind_of(other)
    assert kind_of(page()).source != kind_of(other).source


def test_every_token_is_demanded():
    kind = kind_of(page(toc=(TocEntry("a", "A"),), edit_url="https://example.org/edit"))

    assert set(tokens(kind)) <= set(demands(kind, addressed=True))


def test_without_an_address_of_the_site_no_canonical_one_is_demanded():
    kind = kind_of(page())

    assert demands(kind, addressed=True)["canonical"].at_least == 1
    assert demands(kind, addressed=False)["canonical"].at_least == 0
