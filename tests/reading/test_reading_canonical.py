"""The address of an article: whole, of the page's own site, no home page, and without what tracks readers."""

from __future__ import annotations

import pytest

from generator.reading.canonical import canonical_url, same_site, without_tracking

PAGE = "https://www.herald.example/news/ferries"


@pytest.mark.parametrize(
    ("candidates", "bases", "expected"),
    [
        ([PAGE], [], PAGE),
        (["/news/ferries", "https://www.herald.example/x"], ["https://www.herald.example/x"], PAGE),
        (["ferries"], ["https://www.herald.example/news/"], PAGE),
        (["//www.herald.example/news/ferries"], [], PAGE),
        (["/news/ferries"], [], ""),
        (["https://www.herald.example/", PAGE], [], PAGE),
        (["https://www.herald.example/en", PAGE], [], PAGE),
        (["https://www.herald.example/index.html"], [], ""),
        (["https://www.herald.example/?p=17"], [], "https://www.herald.example/?p=17"),
        (["javascript:alert(1)", "ftp://herald.example/a", "http://[", PAGE], [], PAGE),
        (["#top", PAGE], [], PAGE),
        (["https://agency.example/story", PAGE], [PAGE], PAGE),
        (["https://agency.example/story", PAGE, PAGE], [], PAGE),
        (["https://amp.herald.example/a", PAGE], [PAGE], "https://amp.herald.example/a"),
        (["https://agency.example/story"], [], "https://agency.example/story"),
        ([], [], ""),
    ],
)
def test_the_surest_address_of_the_pages_own_site_is_taken(
    candidates: list[str], bases: list[str], expected: str
) -> None:
    assert canonical_url(candidates, bases) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"{PAGE}?utm_source=x&fbclid=1#top", PAGE),
        (f"{PAGE}?id=7&utm_medium=mail", f"{PAGE}?id=7"),
        (f"{PAGE}?q=a%20b&x=", f"{PAGE}?q=a%20b&x="),
        ("HTTPS://Www.Herald.Example:443/News", "https://www.herald.example/News"),
        ("https://user:word@herald.example/a", "https://herald.example/a"),
        ("http://herald.example:8080/a", "http://herald.example:8080/a"),
    ],
)
def test_an_address_loses_what_does_not_tell_the_article(url: str, expected: str) -> None:
    assert without_tracking(url) == expected


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        ("https://m.herald.example/", True),
        ("https://news.herald.example/", True),
        ("https://theherald.example/", False),
    ],
)
def test_a_site_is_the_same_on_any_device(other: str, expected: bool) -> None:  # noqa: FBT001 a column of the table
    assert same_site(PAGE, other) is expected
