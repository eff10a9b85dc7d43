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
    [("Oil & Gas", "oil-gas"), ("Énergie", "énergie"), ("能源", "能源"), ("a/../b", "a-b"), ("!?", "21-3f")],
)
def test_a_tag_becomes_a_folders_name(text: str, name: str) -> None:
    assert slug(text) == name
