"""A reader can add an event without looking for a line: a form for a new file opens, with an entry in it."""

from __future__ import annotations

import dataclasses
from urllib.parse import parse_qs, urlsplit

import pytest

from generator.messages import tongue
from generator.publishing.add_link import add_url, suggest_url
from generator.publishing.atlas import Atlas
from generator.publishing.pages import home
from generator.publishing.site_info import SiteInfo


def test_a_new_file_opens_in_the_folder_of_events_with_a_commented_entry(site: SiteInfo) -> None:
    parts = urlsplit(add_url(site, tongue("en")))
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == "https://code.example/archive/bridge/new/main/data/events"
    fields = {name: value for name, [value] in parse_qs(parts.query).items()}
    assert fields["filename"] == "when-and-what.yaml"
    *comments, last = fields["value"].partition("events:\n")
    assert last == "  - date: \n    title: \n    source: \n"
    assert all(line.startswith("# ") for line in comments[0].splitlines())


def test_the_comments_are_in_the_readers_language(site: SiteInfo) -> None:
    assert "Ereignis" in parse_qs(urlsplit(add_url(site, tongue("de"))).query)["value"][0]


@pytest.mark.parametrize(
    "edit_base",
    ["", "javascript:/edit/", "https://code.example/a/-/edit/main/", "https://code.example/a/blob/main/"],
)
def test_where_there_is_no_such_form_there_is_no_link(site: SiteInfo, edit_base: str) -> None:
    assert add_url(dataclasses.replace(site, edit_base=edit_base), tongue("en")) == ""


@pytest.mark.parametrize(
    ("issues_url", "address"),
    [
        ("https://code.example/a/issues/new", "https://code.example/a/issues/new?template=event.yml"),
        ("https://code.example/new?a=1", "https://code.example/new?a=1&template=event.yml"),
        ("", ""),
        ("javascript:x", ""),
    ],
)
def test_an_event_can_be_suggested_in_a_form(site: SiteInfo, issues_url: str, address: str) -> None:
    assert suggest_url(dataclasses.replace(site, issues_url=issues_url)) == address


def test_the_home_page_leads_to_both_where_they_are_known(atlas: Atlas, bare_site: SiteInfo) -> None:
    content = home(atlas).make().content
    assert ">Add an event</a>" in content
    assert ">Suggest an event</a>" in content
    assert "dl-add" not in home(Atlas(atlas.timeline, bare_site)).make().content
