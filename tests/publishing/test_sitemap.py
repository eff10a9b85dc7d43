"""The site's map, completed."""

from __future__ import annotations

import datetime as dt
import gzip
import xml.etree.ElementTree as ET

from generator.publishing.page import Page
from generator.publishing.sitemap import complete_sitemap, compress

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
SITEMAP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "<url><loc>https://example.org/about/</loc></url>\n</urlset>"
)
CALL = Page("event", "events/call/", "A call", "", "", updated=dt.date(2026, 2, 5))


def locations(sitemap: str) -> dict[str | None, str | None]:
    root = ET.fromstring(sitemap)  # noqa: S314 our own text
    return {url.findtext(f"{NAMESPACE}loc"): url.findtext(f"{NAMESPACE}lastmod") for url in root}


def test_pages_follow_those_that_are_there_with_the_day_of_their_last_change():
    completed = complete_sitemap(SITEMAP, [CALL.listed], "https://example.org/")

    assert locations(completed) == {
        "https://example.org/about/": None,
        "https://example.org/events/call/": "2026-02-05",
    }


def test_a_page_that_search_engines_are_not_to_list_is_left_out():
    redirect = Page("redirect", "events/old/", "Moved", "", "", indexed=False)

    assert complete_sitemap(SITEMAP, [redirect.listed], "https://example.org/") == SITEMAP


def test_addresses_are_percent_encoded_and_escaped():
    page = Page("listing", "tags/мир/", "Peace", "", "")

    completed = complete_sitemap(SITEMAP, [page.listed], "https://example.org/a&b/")

    assert "https://example.org/a&b/tags/%D0%BC%D0%B8%D1%80/" in locations(completed)


def test_a_site_without_an_address_has_nothing_to_map():
    assert complete_sitemap(SITEMAP, [CALL.listed], "") == SITEMAP


def test_the_same_map_compresses_to_the_same_bytes_at_any_time():
    compressed = compress(SITEMAP)

    assert gzip.decompress(compressed).decode() == SITEMAP
    assert compressed[4:8] == bytes(4), "the header holds a time"
