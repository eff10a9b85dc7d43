"""Feeds: each entry of RSS, Atom and JSON Feed is an article, with what the feed knows of it."""

from __future__ import annotations

import datetime as dt
import json
import time

import pytest

from generator.reading import Item, Unread, items, read_item
from generator.reading.fragments import paragraphs_of

TODAY = dt.date(2026, 11, 21)

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Port Elm Courier</title><link>https://example.org/</link><language>en-gb</language>
<item><title>Ferries run &amp; run</title><link>https://example.org/ferries</link>
<pubDate>Fri, 01 Mar 2024 23:30:00 -0500</pubDate>
<description>Ferries run again.</description>
<content:encoded><![CDATA[<p>Ferries between the islands <b>run</b> again since Friday.</p>
<script>alert(1)</script><figure>A ferry</figure><p>They had stood still<br>for a month.</p>
<p>The post Ferries run appeared first on Port Elm Courier.</p>]]></content:encoded></item>
<item><title>Mayor resigns</title><link>https://example.org/mayor</link>
<pubDate>Sat, 01 Jan 2050 10:00:00 GMT</pubDate>
<description>&lt;p&gt;The mayor resigned on 4 March 2024.&lt;/p&gt;</description>
<source url="https://wire.example/feed">The Wire</source></item>
<item><title>Headline alone</title>
<link>https://example.org/alone</link><description>Headline alone</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafenbote</title>
<entry><title type="html">Die &lt;i&gt;Fähren&lt;/i&gt; fahren</title><link href="https://example.org/de/1"/>
<updated>2024-03-09T10:00:00Z</updated><published>2024-03-05T00:30:00+02:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Die Fähren fahren wieder.</p><p>Seit Freitag.</p>
</div></content></entry>
<entry><title>Nur geändert</title><link href="https://example.org/de/2"/><updated>2024-03-09T10:00:00Z</updated>
<summary>Der Rat hat beschlossen, den Turm zu bauen.</summary></entry></feed>"""

JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Port Elm Courier",
    "language": "en-US",
    "items": [
        {
            "id": "https://example.org/1",
            "title": "One",
            "content_html": "<p>Ferries run.</p><p>Again.</p>",
            "date_published": "2024-03-01T10:00:00Z",
        },
        {"id": "2", "url": "https://example.org/2", "content_text": "First line.\n\nSecond  line.", "language": "fr"},
        {"id": "3", "url": "javascript:alert(1)", "title": "Three"},
        "no object",
    ],
}


def go_through(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return list(items([path], today=TODAY))


def read(item):
    assert isinstance(item, Item), item
    return read_item(item, today=TODAY)


@pytest.mark.parametrize("name", ["feed.xml", "feed.rss", "feed.rdf", "feed.atom"])
def test_an_entry_of_rss_is_an_article_with_what_the_feed_knows(tmp_path, name):
    first, *_ = go_through(tmp_path, name, RSS)
    article = read(first)
    assert article.text == "Ferries between the islands run again since Friday.\nThey had stood still\nfor a month."
    assert article.origin == f"{tmp_path / name}!1"
    assert (article.title, article.publisher) == ("Ferries run & run", "Port Elm Courier")
    assert (article.url, article.language) == ("https://example.org/ferries", "en")


def test_the_day_of_an_entry_is_that_of_its_own_time_zone_and_names_its_field(tmp_path):
    published = read(go_through(tmp_path, "feed.xml", RSS)[0]).published
    assert published is not None
    assert (published.value, published.method, published.confidence) == (dt.date(2024, 3, 1), "metadata", "high")
    assert published.reason == "the feed's RSS field pubDate says 2024-03-01"


def test_a_day_in_the_future_is_not_believed_and_an_entry_names_the_paper_that_it_was_taken_from(tmp_path):
    item = go_through(tmp_path, "feed.xml", RSS)[1]
    assert isinstance(item, Item)
    assert (item.published, item.basis, item.publisher) == (None, "", "The Wire")


def test_an_entry_without_text_is_to_be_fetched(tmp_path):
    path = tmp_path / "feed.xml"
    assert go_through(tmp_path, "feed.xml", RSS)[2:] == [
        Unread(str(path), f"1 article is named here by address only — run `dateline fetch {path}`")
    ]


def test_an_entry_without_text_that_was_fetched_is_not_told_of(tmp_path):
    (tmp_path / "feed.xml").write_text(RSS, encoding="utf-8")
    found = list(items([tmp_path], today=TODAY, page_of={"https://example.org/alone": tmp_path / "alone.html"}.get))
    assert [type(one) for one in found] == [Item, Item]


def test_atom_is_read_with_its_own_fields_and_a_change_is_no_publication(tmp_path):
    first, second = go_through(tmp_path, "feed.atom", ATOM)
    article = read(first)
    assert article.text == "Die Fähren fahren wieder.\nSeit Freitag."
    assert (article.title, article.publisher, article.language) == ("Die Fähren fahren", "Hafenbote", "de")
    assert article.published is not None
    assert article.published.reason == "the feed's Atom field published says 2024-03-05"
    assert read(second).published is None


def test_json_feed_is_read_by_its_fields(tmp_path):
    first, second, third = go_through(tmp_path, "feed.json", json.dumps(JSON))
    one, two = read(first), read(second)
    assert (one.text, one.title, one.url) == ("Ferries run.\nAgain.", "One", "https://example.org/1")
    assert (one.publisher, one.language, one.dct) == ("Port Elm Courier", "en", dt.date(2024, 3, 1))
    assert one.published is not None
    assert one.published.reason == "the feed's field date_published says 2024-03-01"
    assert (two.text, two.language, two.published) == ("First line.\nSecond line.", "fr", None)
    assert isinstance(third, Unread)
    assert third.why.startswith("1 entry has neither a text nor an address — ")


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.xml", "<nitf><body/></nitf>", "it is XML of an unknown kind, “nitf” — known are RSS, Atom and sitemaps"),
        ("a.xml", "no mark-up", "it is not XML"),
        ("a.xml", "", "it is not XML"),
        ("a.rss", "<rss></rss", "there is no article in it"),
        ("a.rss", "<rss><item " + 'a="b" ' * 20_000 + "></item></rss>", "the feed has a tag of a thousand attributes"),
        ("a.json", '{"a": 1}', "it is JSON of an unknown kind — known are JSON Feed, and records with `text`"),
        ("a.json", "[1, 2]", "it is JSON of an unknown kind"),
        ("a.json", "{", "it is not JSON"),
        ("a.json", "", "it is not JSON"),
        ("a.json", "[" * 100_000, "its JSON is nested too deep"),
        ("a.json", "[" + "9" * 5000 + "]", "a number that is none"),
        ("a.json", '{"version": "https://jsonfeed.org/version/1", "items": {}}', "no list of `items`"),
        ("a.json", '{"version": "https://jsonfeed.org/version/1", "items": []}', "there is no article in it"),
    ],
)
def test_what_is_no_feed_is_told_of_once_in_clear_words(tmp_path, name, text, message):
    [unread] = go_through(tmp_path, name, text)
    assert isinstance(unread, Unread)
    assert unread.origin == str(tmp_path / name)
    assert message in unread.why


@pytest.mark.parametrize("mark", ["<item>", "<entry>", "<!-- -->", "\n<!ENTITY", "<!DOCTYPE "])
def test_a_feed_that_is_larger_than_feeds_are_is_refused_at_once(tmp_path, mark):
    begun = time.process_time()
    [unread] = go_through(tmp_path, "a.rss", "<rss version='2.0'>" + mark * 150_000)
    assert time.process_time() - begun < 5
    assert isinstance(unread, Unread)
    assert "the feed has more than" in unread.why


def test_a_feed_that_its_library_stumbles_over_is_told_of(tmp_path, monkeypatch):
    def stumble(*_, **__):
        raise KeyError("title")

    monkeypatch.setattr("feedparser.parse", stumble)
    [unread] = go_through(tmp_path, "a.rss", RSS)
    assert isinstance(unread, Unread)
    assert unread.why == "the feed cannot be parsed (KeyError) — get it again"


def test_text_nested_a_hundred_thousand_deep_is_read_or_told_of_in_little_time(tmp_path):
    begun = time.process_time()
    go_through(tmp_path, "a.rss", RSS.replace("Ferries between", "<div>" * 100_000))
    assert time.process_time() - begun < 10


def test_a_page_of_xhtml_is_read_as_a_page(tmp_path):
    [item] = go_through(tmp_path, "a.xml", '<?xml version="1.0"?><!-- <rss> --><html><body><p>Text.</p></body></html>')
    assert isinstance(item, Item)
    assert item.form == ".html"


def test_a_bomb_of_entities_does_not_unfold(tmp_path):
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">\n' for n in range(1, 12))
    bomb = f'<!DOCTYPE rss [\n<!ENTITY e0 "lol">\n{entities}]>\n' + RSS.replace('<?xml version="1.0"?>', "").replace(
        "Ferries run again.", "&e11;"
    )
    begun = time.process_time()
    found = go_through(tmp_path, "feed.xml", bomb)
    assert time.process_time() - begun < 5
    assert sum(len(item.data or b"") for item in found if isinstance(item, Item)) < 10_000


def test_an_entity_does_not_read_a_file(tmp_path):
    (tmp_path / "secret.txt").write_text("the secret word")
    evil = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>' + RSS.replace(
        '<?xml version="1.0"?>', ""
    ).replace("Mayor resigns", "&x;")
    assert "secret word" not in repr(go_through(tmp_path, "feed.xml", evil))


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        ("plain  text\nof two lines", ["plain text", "of two lines"]),
        ("<p>One</p>two<div>three <em>and</em> four</div>five", ["One", "two", "three and four", "five"]),
        ("<!-- nothing -->", []),
        ("", []),
        ("a &lt; b &amp; c", ["a < b & c"]),
        ("<p>wrapped\nat a width</p>", ["wrapped at a width"]),
        ("<p>a\0b</p>", ["ab"]),
    ],
)
def test_a_fragment_of_html_is_what_a_reader_sees_of_it(html, paragraphs):
    assert paragraphs_of(html) == paragraphs
