"""Lists of addresses: what they name is to be fetched; those who fetch get each with what is known of it."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import time

import pytest

from generator.reading import Item, Unread, items
from generator.reading.address_lists import Address
from generator.reading.listed import addresses

TODAY = dt.date(2026, 11, 21)
XMLNS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
NEWS = f"""<?xml version="1.0" encoding="UTF-8"?>
<urlset {XMLNS} xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
 xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc> https://example.org/ferries </loc><lastmod>2024-03-09T10:00:00+00:00</lastmod>
<image:image><image:loc>https://example.org/a.png</image:loc><image:title>A ferry</image:title></image:image>
<news:news><news:publication><news:name>Port Elm Courier</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2024-03-05</news:publication_date><news:title>Ferries run again</news:title></news:news></url>
<url><loc>javascript:alert(1)</loc></url>
<url><loc>https://example.org/mayor</loc></url>
</urlset>"""
INDEX = f"""<sitemapindex {XMLNS}><sitemap><loc>https://example.org/1.xml.gz</loc><lastmod>2024-03-01</lastmod></sitemap>
</sitemapindex>"""
FEED = {"version": "https://jsonfeed.org/version/1", "items": [{"id": "https://example.org/a", "content_text": "A."}]}


def listed(path, text):
    path.write_bytes(gzip.compress(text.encode()) if path.name.endswith(".gz") else text.encode())
    return list(addresses(path))


@pytest.mark.parametrize("name", ["sitemap.xml", "sitemap.xml.gz", "sitemap"])
def test_a_sitemap_for_news_gives_date_title_and_publisher(tmp_path, name):
    assert listed(tmp_path / name, NEWS) == [
        Address(
            "https://example.org/ferries",
            title="Ferries run again",
            publisher="Port Elm Courier",
            language="en",
            published=dt.date(2024, 3, 5),
            modified=dt.date(2024, 3, 9),
            basis="the sitemap's field publication_date",
        ),
        Address("https://example.org/mayor"),
    ]


def test_an_index_leads_to_sitemaps(tmp_path):
    [address] = listed(tmp_path / "index.xml", INDEX)
    assert address == Address("https://example.org/1.xml.gz", modified=dt.date(2024, 3, 1), is_sitemap=True)


def test_a_list_has_an_address_a_line_and_comments(tmp_path):
    text = "# two stories\nhttps://example.org/a\n\n  https://example.org/b\r\nnot one\nftp://example.org/c\n"
    path = tmp_path / "a.urls"
    assert listed(path, text) == [
        Address("https://example.org/a"),
        Address("https://example.org/b"),
        Unread(str(path), "line 5 is no address of the web"),
        Unread(str(path), "line 6 is no address of the web"),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.rss", "<rss version='2.0'><channel><item><link>https://example.org/a</link></item></channel></rss>"),
        ("a.json", json.dumps(FEED)),
    ],
)
def test_the_entries_of_a_feed_are_addresses_too(tmp_path, name, text):
    assert listed(tmp_path / name, text) == [Address("https://example.org/a")]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.xml", "<urlset><url><loc>https://example.org/a</loc></url>", "it is not XML"),
        ("a.xml", "<html><body/></html>", "it lists no addresses"),
        ("a.xml", "", "it lists no addresses"),
        ("a.json", '{"a": 1}', "it lists no addresses"),
        ("a.json", "{", "it is not JSON"),
    ],
)
def test_a_file_that_lists_nothing_is_told_of_last(tmp_path, name, text, message):
    *found, last = listed(tmp_path / name, text)
    assert all(isinstance(one, Address) for one in found)
    assert isinstance(last, Unread)
    assert message in last.why


def test_a_file_that_is_missing_or_cut_short_is_told_of(tmp_path):
    assert [one.why for one in addresses(tmp_path / "gone.urls")] == ["no such file — check the path"]
    path = tmp_path / "a.xml.gz"
    path.write_bytes(gzip.compress(NEWS.encode())[:200])
    assert [one.why for one in addresses(path) if isinstance(one, Unread)] == [
        "it ends too early, or is damaged — get it again"
    ]


def test_a_long_sitemap_is_given_one_address_at_a_time(tmp_path):
    path = tmp_path / "a.xml"
    entries = "".join(f"<url><loc>https://example.org/{number}</loc></url>" for number in range(20_000))
    path.write_text(f"<urlset {XMLNS}>{entries}<broken")
    stream = addresses(path)
    assert next(stream) == Address("https://example.org/0")
    assert sum(isinstance(one, Address) for one in stream) == 19_999


def test_a_bomb_of_entities_in_a_sitemap_does_not_unfold(tmp_path):
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE urlset [<!ENTITY e0 "https://example.org/">{entities}]>'
    begun = time.process_time()
    found = listed(tmp_path / "a.xml", f"{bomb}<urlset><url><loc>&e11;</loc></url></urlset>")
    assert time.process_time() - begun < 5
    assert not any(isinstance(one, Address) for one in found)


def test_an_entity_of_a_sitemap_does_not_read_a_file(tmp_path):
    (tmp_path / "secret.txt").write_text("https://example.org/secret")
    evil = f'<!DOCTYPE urlset [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
    assert "secret" not in repr(
        [one.url for one in listed(tmp_path / "a.xml", f"{evil}<urlset><url><loc>&x;</loc></url></urlset>")
         if isinstance(one, Address)]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "number"),
    [
        ("sitemap.xml", NEWS, "2 articles are"),
        ("a.urls", "https://example.org/a\n", "1 article is"),
        ("a.txt", "\ufeffhttps://example.org/a\nhttps://example.org/b\n", "2 articles are"),
    ],
)
def test_what_a_list_names_is_to_be_fetched(tmp_path, name, text, number):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert list(items([path], today=TODAY)) == [
        Unread(str(path), f"{number} named here by address only — run `dateline fetch {path}`")
    ]


@pytest.mark.parametrize(("name", "text"), [("sitemap.xml", NEWS), ("a.urls", "https://example.org/ferries\n")])
def test_a_page_that_a_list_names_and_that_was_fetched_is_read(tmp_path, name, text):
    path, page = tmp_path / name, tmp_path / "pages" / "a.html"
    path.write_text(text, encoding="utf-8")
    found = list(items([path], today=TODAY, page_of={"https://example.org/ferries": page}.get))
    assert found[0] == Item(str(page), ".html", path=page)
    assert [type(one) for one in found[1:]] == [Unread] * (name == "sitemap.xml")


def test_a_page_that_is_read_anyway_is_not_read_again_for_a_list_that_names_it(tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.html").write_text("<p>Ferries.</p>")
    (tmp_path / "a.urls").write_text("https://example.org/a\n")
    page_of = {"https://example.org/a": pages / "a.html"}.get
    for paths in ([pages, tmp_path / "a.urls"], [tmp_path / "a.urls", pages], [tmp_path]):
        assert [one.origin for one in items(paths, today=TODAY, page_of=page_of)] == [str(pages / "a.html")]


def test_a_page_that_several_lists_and_addresses_name_is_read_once(tmp_path):
    page = tmp_path / ".pages" / "a.html"
    (tmp_path / "a.urls").write_text("https://example.org/a\nhttps://example.org/a?from=home\n")
    (tmp_path / "b.xml").write_text(NEWS)
    addresses = ("https://example.org/a", "https://example.org/a?from=home", "https://example.org/ferries")
    found = list(items([tmp_path], today=TODAY, page_of=dict.fromkeys(addresses, page).get))
    assert [one.origin for one in found if isinstance(one, Item)] == [str(page)]


def test_an_index_of_sitemaps_names_no_article(tmp_path):
    (tmp_path / "index.xml").write_text(INDEX)
    [unread] = items([tmp_path], today=TODAY, page_of=lambda _: tmp_path / "a.html")
    assert "an index of sitemaps" in unread.why


def test_a_long_list_in_a_text_file_is_known_by_its_beginning(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("".join(f"https://example.org/{number}\n" for number in range(5000)))
    [unread] = items([path], today=TODAY)
    assert isinstance(unread, Unread)
    assert unread.why.startswith("5,000 articles")


@pytest.mark.parametrize(
    "text", ["https://example.org/a\nFerries run again.\n", "Ferries.\nhttps://example.org/a\n", ""]
)
def test_an_article_that_holds_an_address_is_an_article(tmp_path, text):
    path = tmp_path / "a.txt"
    path.write_text(text)
    assert list(items([path], today=TODAY)) == [Item(str(path), ".txt", path=path)]


def test_only_the_first_lines_that_are_no_address_are_told_of(tmp_path):
    path = tmp_path / "a.urls"
    path.write_text("no address\n" * 50)
    assert len(list(items([path], today=TODAY))) == 20
