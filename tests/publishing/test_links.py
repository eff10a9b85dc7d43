"""Addresses within the site."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from generator.publishing.links import absolute, relative, slug


@pytest.mark.parametrize(
    ("here", "there", "href"),
    [
        ("", "events/a/", "events/a/"),
        ("events/a/", "", "../../"),
        ("", "", "./"),
        ("events/a/", "sources/b/", "../../sources/b/"),
        ("sources/", "years/2022/", "../years/2022/"),
        ("", "#2022-a", "./#2022-a"),
        ("events/a/", "events/é-北/", "../../events/%C3%A9-%E5%8C%97/"),
    ],
)
def test_a_page_links_to_another_from_where_it_stands(here: str, there: str, href: str) -> None:
    assert relative(here, there) == href
    root = "https://a.example/sub/folder/"
    assert urljoin(root + here, href) == absolute(root, there.partition("#")[0]) + there[there.find("#") :] * (
        "#" in there
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("LGBTQ+ rights", "lgbtq-plus-rights"),
        ("#strike", "strike"),
        ("A + B, a+b", "a-b-a-b"),
        ("Oil & Gas", "oil-gas"),
        ("Énergie", "énergie"),
        ("能源", "能源"),
        ("a/../b", "a-b"),
        ("!?", "21-3f"),
    ],
)
def test_a_tag_becomes_a_folders_name(text: str, name: str) -> None:
    assert slug(text) == name


@pytest.mark.parametrize(
    ("one", "other"), [("की", "का"), ("ที่", "ที"), ("a" * 300, "a" * 301), ("!" * 9, "!" * 10), ("C++", "C#")]
)
def test_tags_that_differ_in_a_mark_or_far_along_have_names_of_their_own(one: str, other: str) -> None:
    assert slug(one) != slug(other)


@pytest.mark.parametrize(("one", "other"), [("Trade", "TRADE!"), ("é", "e\u0301"), ("A" * 300, "a" * 300)])
def test_tags_that_differ_in_case_or_in_how_they_are_encoded_have_one_name(one: str, other: str) -> None:
    assert slug(one) == slug(other)


@pytest.mark.parametrize("char", ["a", "\U00020000", "日", "!", "\N{THUMBS UP SIGN}", "\ufe0f"])
def test_a_file_system_can_hold_the_name_of_any_tag(char: str) -> None:
    assert 0 < len(slug(char * 300).encode()) < 200
    assert slug(slug(char * 300)) == slug(char * 300)
    assert slug(char * 300).strip("\ufe0f-")
