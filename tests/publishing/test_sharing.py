"""How an event is passed on: its address, a reference, a message."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from generator.publishing.atlas import Atlas
from generator.publishing.sharing import sharing


def test_a_reference_names_the_event_its_date_the_timeline_and_the_version(atlas_of):
    atlas = atlas_of(date="2022-02-04", added="2026-01-02", timeline={"title": "Two countries"})
    assert sharing(atlas.shown[0], atlas).reference == (
        "“Something happens” (4 February 2022). Two countries, version of 2 January 2026."
    )


def test_a_message_has_the_title_and_the_address(atlas_of):
    atlas = atlas_of(title="Tea & talks?")
    fields = parse_qs(urlsplit(sharing(atlas.shown[0], atlas).mail).query)
    assert fields == {"subject": ["Tea & talks?"], "body": ["https://bridge.example/timeline/events/test/"]}


def test_without_a_known_address_none_is_made_up(atlas_of, bare_site):
    atlas = Atlas(atlas_of(date="2022").timeline, bare_site)
    shared = sharing(atlas.shown[0], atlas)
    assert (shared.address, shared.mail) == ("", "")
    assert "http" not in shared.reference
