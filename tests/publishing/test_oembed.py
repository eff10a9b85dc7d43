"""oEmbed: each page that can be framed names its answer, and the answer holds what a consumer needs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from lxml import html as lxml_html

from generator.publishing.atlas import Atlas
from generator.publishing.drafts import made
from generator.publishing.embedding.embed_files import embed_files
from generator.publishing.embedding.oembed import SANDBOX, iframe, oembed_link
from generator.publishing.page import Page
from generator.publishing.site_info import SiteInfo

ROOT = "https://bridge.example/timeline/"
VOTE = "2021-03-04-council-approves-bridge"
DISCOVERY = "//link[@type='application/json+oembed']/@href"


@pytest.fixture(scope="module")
def answers(atlas: Atlas) -> dict[str, dict[str, Any]]:
    """Every answer, by its path."""
    return {path: json.loads(content) for path, content in made(embed_files(atlas)) if path.endswith("oembed.json")}


def test_each_page_that_can_be_framed_names_its_own_answer_by_a_whole_address(
    built: dict[str, Page], answers: dict[str, object]
) -> None:
    named = set()
    for path, page in built.items():
        for address in lxml_html.fromstring(f"<div>{page.head}</div>").xpath(DISCOVERY):
            assert address == f"{ROOT}embed/{page.canonical or path}oembed.json"
            named.add(address.removeprefix(ROOT))
    assert named == set(answers)


def test_an_id_of_old_names_the_answer_of_the_event_that_it_leads_to(built: dict[str, Page]) -> None:
    assert f'href="{ROOT}embed/events/{VOTE}/oembed.json"' in built["events/2021-03-bridge-vote/"].head


def test_the_link_to_the_answer_comes_before_all_else_that_we_add_to_the_head(built: dict[str, Page]) -> None:
    for path in ("", "tags/money/", "events/2021-03-04-council-approves-bridge/"):
        assert built[path].head.startswith('<link rel="alternate" type="application/json+oembed"')


def test_programs_that_look_for_the_very_word_find_the_answer_too(built: dict[str, Page]) -> None:
    exact = "//link[@rel='alternate'][@type='application/json+oembed']"
    for page in built.values():
        tree = lxml_html.fromstring(f"<div>{page.head}</div>")
        assert len(tree.xpath(exact)) == len(tree.xpath("//link[contains(@type, 'oembed')]"))
        assert tree.xpath("//link[starts-with(@rel, 'alternate') and @rel != 'alternate']") == []


def test_a_source_cannot_be_framed_and_names_no_answer(built: dict[str, Page]) -> None:
    assert "oembed" not in built["sources/gazette-2021-03-05/"].head


def test_an_answer_has_all_that_the_standard_asks_of_a_rich_one(answers: dict[str, dict[str, Any]]) -> None:
    for path, answer in answers.items():
        assert (answer["version"], answer["type"]) == ("1.0", "rich")
        assert isinstance(answer["width"], int)
        assert isinstance(answer["height"], int)
        assert answer["title"]
        frame = lxml_html.fromstring(answer["html"]).attrib
        assert frame["src"] == ROOT + path.removesuffix("oembed.json")
        assert frame["sandbox"] == SANDBOX
        assert (frame["title"], frame["loading"], frame["height"]) == (answer["title"], "lazy", str(answer["height"]))


def test_what_wordpress_leaves_of_an_answer_is_a_frame_of_the_right_page(answers: dict[str, dict[str, Any]]) -> None:
    html = answers["embed/tags/money/oembed.json"]["html"]
    kept = re.search(r"<iframe.*?></iframe>", html)
    assert kept
    assert kept[0] == html
    assert re.search(r' src=(["\'])(.*?)\1', html)[2] == f"{ROOT}embed/tags/money/"


def test_no_title_breaks_out_of_the_frame_or_of_the_link(atlas_of: Callable[..., Atlas]) -> None:
    title = '"><script>alert(1)</script>\u202e'
    for html in (iframe(f"{ROOT}embed/", title, 600), oembed_link(atlas_of(), "", title)):
        assert lxml_html.fragment_fromstring(html).get("title") == title.rstrip("\u202e")
        assert "<script>" not in html


def test_without_the_sites_address_there_is_no_answer_and_no_link(atlas: Atlas, bare_site: SiteInfo) -> None:
    unaddressed = Atlas(atlas.timeline, bare_site)
    assert oembed_link(unaddressed, "", "The harbour bridge") == ""
    assert not [path for path, _ in made(embed_files(unaddressed)) if path.endswith("oembed.json")]
