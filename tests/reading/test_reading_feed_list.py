"""A list of feeds in YAML gives their addresses, and says of each entry that has none what is wrong."""

from __future__ import annotations

import pytest

from generator.errors import ArticleError
from generator.reading.address_lists import Address
from generator.reading.feed_list import feed_addresses
from generator.reading.listed import addresses


def listed(text: str) -> list:
    return list(feed_addresses(text.encode(), "feeds.yaml"))


def test_feeds_have_an_address_and_a_name():
    text = "feeds:\n  - url: https://a.example/feed.xml\n    name: The Gazette\n  - https://b.example/rss\n"
    assert listed(text) == [
        Address("https://a.example/feed.xml", publisher="The Gazette"),
        Address("https://b.example/rss"),
    ]


def test_an_entry_without_an_address_is_named_and_the_others_are_read():
    first, second, third, fourth = listed("feeds: [{name: A}, javascript:x, 12, {url: https://b.example/, name: [x]}]")
    assert [each.why.split(" — ")[0] for each in (first, second, third)] == [
        f"feed {number} has no address of the web" for number in (1, 2, 3)
    ]
    assert fourth == Address("https://b.example/")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "lists no feeds"),
        ("feeds:", "lists no feeds"),
        ("- https://a.example/", "lists no feeds"),
        ("feeds: [", "no YAML"),
        ("a: &x [1]\nfeeds: [*x, *x]", "uses anchors"),
        ("feeds: " + "[" * 5000, "no YAML"),
        ("feeds: !!python/object:os.system x", "no YAML"),
    ],
)
def test_what_is_no_list_of_feeds_is_refused(text, what):
    with pytest.raises(ArticleError, match=what):
        listed(text)


def test_a_file_is_known_by_its_ending(tmp_path):
    file = tmp_path / "feeds.yaml"
    file.write_text("feeds: [https://a.example/feed.xml]")
    assert list(addresses(file)) == [Address("https://a.example/feed.xml")]
