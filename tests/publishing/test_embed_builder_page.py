"""The page on which an embed is put together, and the guide to what it puts together."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lxml import html as lxml_html

from generator.publishing.assets import ASSETS
from generator.publishing.atlas import Atlas
from generator.publishing.embedding.block_syntax import _KEYS
from generator.publishing.embedding.builder_page import BUILDER_PATH, builder_page
from generator.publishing.page import Page

GUIDE = Path(__file__).parents[2] / "docs" / "embed.md"


def page_of(atlas: Atlas) -> Page:
    (draft,) = builder_page(atlas)
    return draft.make()


def options(atlas: Atlas) -> dict[str, list[str]]:
    """What can be chosen, by the name of its group."""
    tree = lxml_html.fromstring(page_of(atlas).content)
    return {str(group.get("label")): group.xpath("option/text()") for group in tree.xpath("//optgroup")}


def snippet(atlas: Atlas, kind: str) -> str:
    tree = lxml_html.fromstring(page_of(atlas).content)
    return str(tree.xpath(f"//code[@id='builder_{kind}_code']")[0].text)


def test_it_names_the_address_of_the_site(atlas: Atlas) -> None:
    assert 'src="https://bridge.example/timeline/embed/"' in snippet(atlas, "frame")
    assert 'src="https://bridge.example/timeline/embed.js"' in snippet(atlas, "script")
    assert "dl-notice" not in page_of(atlas).content


def test_where_the_address_is_not_known_it_says_what_to_put_there(atlas: Atlas) -> None:
    bare = Atlas(atlas.timeline, replace(atlas.site, url=""))
    assert 'src="https://example.org/embed/"' in snippet(bare, "frame")
    assert "Put the address of this site in place of https://example.org/." in page_of(bare).content


def test_every_kind_of_part_that_has_events_can_be_chosen(atlas: Atlas) -> None:
    assert options(atlas) == {
        "Tags": ["building", "decision", "money", "opening"],
        "Actors": ["Ada Okafor", "Fernhaven Council"],
        "Places": ["Fernhaven"],
        "Years": ["2027", "2025", "2024", "2023", "2021", "2020"],
    }


def test_of_very_many_those_with_most_events_can_be_chosen(atlas_of: Callable[..., Atlas]) -> None:
    events = [{"id": f"e{n}", "date": "2021", "title": "E", "tags": [f"t{n}", f"t{n % 7}"]} for n in range(120)]
    tags = options(atlas_of(events=events))["Tags"]
    assert len(tags) == 100
    assert {f"t{n}" for n in range(7)} < {*tags}


def test_a_timeline_without_events_has_none(atlas_of: Callable[..., Atlas]) -> None:
    assert [*builder_page(atlas_of(events=[]))] == []


def test_its_own_assets_are_there_and_only_it_loads_them(atlas: Atlas, built: dict[str, Page]) -> None:
    named = re.findall(r'assets/dateline/(embed/[\w.]+)"', page_of(atlas).head)
    assert named == ["embed/builder.css", "embed/builder.js"]
    assert all((ASSETS / path).is_file() for path in named)
    assert [path for path, page in built.items() if "builder.js" in page.head] == [BUILDER_PATH]


def test_a_title_stays_a_text_in_what_is_copied(atlas_of: Callable[..., Atlas]) -> None:
    atlas = atlas_of(date="2021", timeline={"title": '"><script>alert(1)</script>'})
    (frame,) = lxml_html.fragments_fromstring(snippet(atlas, "frame"))
    assert frame.get("title") == '"><script>alert(1)</script>'
    assert len(lxml_html.fromstring(f"<div>{snippet(atlas, 'script')}</div>").xpath("//script")) == 1


def section(title: str) -> str:
    return GUIDE.read_text(encoding="utf-8").split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_the_guide_explains_each_key_of_a_block() -> None:
    explained = re.findall(r"^\| ([^|]*) \|", section("In pages of the same site"), re.MULTILINE)
    assert {key for cell in explained for key in re.findall(r"`(\w+)`", cell)} == {*_KEYS}


def test_the_guide_explains_each_attribute_of_the_script() -> None:
    source = (ASSETS / "embed" / "embed.js").read_text(encoding="utf-8")
    (facets,), (others,) = re.findall(r"FACETS = \[(.*?)\];", source), re.findall(r"ATTRIBUTES = \[(.*?)\];", source)
    known = {*re.findall(r'"(\w+)"', facets + others), "title"} - {"src"}
    explained = re.findall(r"^\| ([^|]*) \|", section("A script"), re.MULTILINE)
    assert {key for cell in explained for key in re.findall(r"`data-(\w+)`", cell)} == known
    assert "`src`" in section("A script")


def test_the_guide_names_each_part_and_variable_of_the_script() -> None:
    source = (ASSETS / "embed" / "embed.js").read_text(encoding="utf-8")
    guide = section("A script")
    for name in {*re.findall(r'make\("\w+", "(\w+)"', source)} - {"words"}:
        assert f"`{name}`" in guide, name
    for name in {*re.findall(r"var\((--dateline-\w+)", source)}:
        assert name in guide, name
