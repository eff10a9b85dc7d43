"""Saving: a page is one file, known by its address, readable, whole, and fetched once."""

from __future__ import annotations

import datetime as dt
import pickle
import re

import pytest

from generator.extracting.fingerprint import mention
from generator.fetching import State
from generator.fetching.store import Store, file_stem, page_finder
from generator.fetching.web_address import parse
from generator.reading import read

TODAY = dt.date(2026, 11, 21)


@pytest.fixture
def page(host, reply):
    """A host with one page."""
    host.pages["/news/storm.html"] = reply(headers={"ETag": '"v1"', "Last-Modified": "Fri, 20 Nov 2026 08:00:00 GMT"})
    return f"{host.url}/news/storm.html"


def test_a_saved_page_is_an_article_with_its_address(get, page):
    [outcome] = get(page)
    article = read(outcome.path, today=TODAY)
    assert article.url == page
    assert article.title == "Storm closes harbour"
    assert article.text.startswith("A storm closed the harbour of Port Elm")


def test_a_saved_page_says_when_it_was_fetched_and_how_to_ask_again(get, page):
    [outcome] = get(page)
    lines = outcome.path.read_text(encoding="utf-8-sig").splitlines()
    assert lines[:7] == [
        "<!--",
        "---",
        f'url: "{page}"',
        'fetched: "2026-11-21T12:00:00Z"',
        r'etag: "\"v1\""',
        'last_modified: "Fri, 20 Nov 2026 08:00:00 GMT"',
        "---",
    ]


def test_a_page_that_is_there_is_not_asked_for_again(get, page, host):
    [first] = get(page)
    asked = list(host.asked)
    [second] = get(f"{page}?utm_source=mail#part")
    assert (second.state, second.path) == (State.THERE, first.path)
    assert host.asked == asked, "not even for robots.txt"


def test_an_address_that_comes_twice_has_one_outcome(get, page):
    assert len(get(page, page, f"{page}#part")) == 1


def test_a_page_that_did_not_change_is_left_as_it_is(get, page, host, reply):
    [first] = get(page)
    before = first.path.stat().st_mtime_ns
    host.pages["/news/storm.html"] = reply(b"", 304)
    [second] = get(page, refresh=True)
    assert (second.state, second.path, second.path.stat().st_mtime_ns) == (State.UNCHANGED, first.path, before)
    asked = host.requests[-1]
    assert asked["if-none-match"] == '"v1"'
    assert asked["if-modified-since"] == "Fri, 20 Nov 2026 08:00:00 GMT"


def test_a_host_that_sends_the_same_again_changes_nothing_either(get, page):
    [first] = get(page)
    before = first.path.read_bytes()
    [second] = get(page, refresh=True)
    assert (second.state, second.path.read_bytes()) == (State.UNCHANGED, before)


def test_a_page_that_changed_takes_the_place_of_the_old_one_and_keeps_what_a_person_added(
    get, page, host, reply, story
):
    [first] = get(page)
    text = first.path.read_text(encoding="utf-8")
    first.path.write_text(text.replace("fetched:", "publisher: Coast Daily\nfetched:", 1), encoding="utf-8")
    host.pages["/news/storm.html"] = reply(story.replace("two days", "three days").encode())
    [second] = get(page, refresh=True)
    assert (second.state, second.path) == (State.FETCHED, first.path)
    article = read(second.path, today=TODAY)
    assert "three days" in article.text
    assert article.publisher == "Coast Daily"
    assert "etag" not in second.path.read_text(encoding="utf-8"), "that of the old page"


def test_the_same_address_gives_the_same_fingerprint_however_the_page_around_it_changes(get, page, host, reply, story):
    sentence = "A storm closed the harbour of Port Elm on 4 May 2021, the harbour master Jane Hill said on the pier."
    before = mention(read(get(page)[0].path, today=TODAY), sentence)
    host.pages["/news/storm.html"] = reply(story.replace("<title>", "<title>Updated: ").encode())
    assert mention(read(get(page, refresh=True)[0].path, today=TODAY), sentence) == before


def test_a_page_is_known_by_where_it_was_in_the_end_and_found_by_what_was_asked_for(get, page, host, reply):
    host.pages["/s"] = reply(status=301, headers={"Location": "/news/storm.html?utm_source=short"})
    host.pages["/news/storm.html?utm_source=short"] = reply()
    [first] = get(f"{host.url}/s")
    assert read(first.path, today=TODAY).url == page
    assert get(f"{host.url}/s")[0].state is State.THERE


@pytest.mark.parametrize(
    ("charset", "meta"),
    [
        ("utf-8", "utf-8"),
        ("windows-1251", ""),
        ("windows-1251", "windows-1251"),
        ("iso-8859-5", "utf-8"),
        ("utf-16", ""),
        ("koi8-r", "koi8-r"),
    ],
)
def test_a_page_is_saved_as_utf_8_whatever_its_host_calls_it(host, get, reply, charset, meta):
    text = f"<html><head><meta charset='{meta}'></head><body><p>Шторм закрыл гавань города Порт-Элм.</p></body></html>"
    host.pages["/a"] = reply(text.encode(charset), kind=f"text/html; charset={charset}")
    [outcome] = get(f"{host.url}/a")
    data = outcome.path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf<!--\n---\n"), "browsers believe the mark before the page"
    assert data.decode("utf-8-sig").endswith(text)


@pytest.mark.parametrize("declared", ["windows-1251", "koi8-r", "utf-16", "nonsense", "rot13", "us-ascii", "utf-8"])
def test_a_host_that_names_the_wrong_encoding_is_not_believed(host, get, reply, declared):
    text = "<html><body><p>“Наводнение” — the harbour of Порт-Элм was shut, said the café's owner.</p></body></html>"
    host.pages["/a"] = reply(text.encode(), kind=f"text/html; charset={declared}")
    assert get(f"{host.url}/a")[0].path.read_text(encoding="utf-8-sig").endswith(text)


def test_bytes_that_are_not_what_host_and_page_say_are_recognised(host, get, reply):
    text = "<html><head><meta charset='utf-8'></head><p>The café “Quay” closed, its owner said on the pier.</p></html>"
    host.pages["/a"] = reply(text.encode("cp1252"), kind="text/html; charset=utf-8")
    assert get(f"{host.url}/a")[0].path.read_text(encoding="utf-8-sig").endswith(text)


def test_latin_1_means_windows_1252_as_it_does_to_browsers(host, get, reply):
    text = "<html><p>“Storm”, the café's owner said – and left.</p></html>"
    host.pages["/a"] = reply(text.encode("cp1252"), kind="text/html; charset=ISO-8859-1")
    assert "“Storm”" in get(f"{host.url}/a")[0].path.read_text(encoding="utf-8-sig")


def test_a_text_is_saved_as_text_and_read_with_its_address(host, get, reply):
    host.pages["/a.txt"] = reply(
        b"Storm closes harbour\n\nA storm closed the harbour of Port Elm on 4 May 2021, Jane Hill said.\n",
        kind="text/plain",
    )
    [outcome] = get(f"{host.url}/a.txt")
    assert outcome.path.suffix == ".txt"
    assert read(outcome.path, today=TODAY).url == f"{host.url}/a.txt"


def test_a_pdf_file_is_saved_as_it_came_with_its_head_beside_it(host, get, reply, into):
    body = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n%%EOF\n"
    host.pages["/report.pdf"] = reply(body, kind="application/pdf", headers={"ETag": '"p"'})
    [outcome] = get(f"{host.url}/report.pdf")
    assert outcome.path.read_bytes() == body
    assert sorted(path.name for path in into.iterdir()) == [outcome.path.name, f"{outcome.path.name}.yaml"]
    assert get(f"{host.url}/report.pdf")[0].state is State.THERE
    assert get(f"{host.url}/report.pdf", refresh=True)[0].state is State.UNCHANGED
    assert host.requests[-1]["if-none-match"] == '"p"'


def test_a_page_that_became_a_pdf_file_is_one_file_still(host, get, reply, into):
    host.pages["/a"] = [reply(), reply(b"%PDF-1.7", kind="application/pdf"), reply()]
    get(f"{host.url}/a")
    get(f"{host.url}/a", refresh=True)
    assert sorted(path.suffix for path in into.iterdir()) == [".pdf", ".yaml"]
    get(f"{host.url}/a", refresh=True)
    assert [path.suffix for path in into.iterdir()] == [".html"]


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_a_packed_page_is_unpacked(host, get, reply, story, packing):
    import gzip
    import zlib

    pack = {"gzip": gzip.compress, "deflate": zlib.compress}[packing]
    host.pages["/a"] = reply(pack(story.encode()), headers={"Content-Encoding": packing})
    assert get(f"{host.url}/a")[0].path.read_text(encoding="utf-8-sig").endswith(story)


SAFE = re.compile(r"[a-z0-9][a-z0-9.-]{0,140}-[0-9a-f]{8}")


@pytest.mark.parametrize(
    ("address", "begins"),
    [
        ("https://www.example.org/news/2026/a-treaty-is-signed.html", "example.org-a-treaty-is-signed-"),
        ("https://example.org/", "example.org-"),
        ("https://example.org/2026/11/21/", "example.org-21-"),
        ("https://example.org/news/story/123456", "example.org-story-"),
        ("https://example.org/../../etc/passwd", "example.org-passwd-"),
        ("https://example.org/%2e%2e%2f%2e%2e%2fpasswd", "example.org-passwd-"),
        ("https://example.org/a%00b/CON", "example.org-con-"),
        ("https://example.org/Straße-nach-Kön", "example.org-strae-nach-kon-"),
        ("https://example.org/новости", "example.org-"),
        ("http://[2606:4700::1111]/a", "2606-4700-1111-a-"),
        ("https://con.example/nul", "con.example-nul-"),
        (f"https://example.org/{'long-' * 100}", "example.org-long-long-"),
        (f"https://{'a' * 60}.{'b' * 60}.example/a", "a" * 60),
    ],
)
def test_a_name_is_safe_on_every_system_and_says_what_it_is(address, begins):
    stem = file_stem(parse(address))
    assert stem.startswith(begins)
    assert SAFE.fullmatch(stem)


def test_names_differ_where_addresses_do():
    addresses = [f"https://example.org/story?id={number}" for number in range(500)]
    assert len({file_stem(parse(address)) for address in addresses}) == 500


def test_a_page_never_takes_the_place_of_another(host, get, reply, into, monkeypatch):
    monkeypatch.setattr("generator.fetching.store.SHORT_DIGEST", 1)
    monkeypatch.setattr("generator.fetching.store._stems", lambda address: ("same", file_stem(address, 16)))
    host.pages |= {"/a": reply(), "/b": reply(b"<p>Another page, with another text.</p>")}
    into.mkdir()
    (into / "same.html").write_text("<p>Saved by a person.</p>")
    paths = {outcome.path for outcome in get(f"{host.url}/a", f"{host.url}/b")}
    assert len(paths) == 2
    assert (into / "same.html").read_text() == "<p>Saved by a person.</p>"
    assert {outcome.state for outcome in get(f"{host.url}/a", f"{host.url}/b")} == {State.THERE}


def test_a_write_that_fails_leaves_the_old_page_and_nothing_else(get, page, host, reply, monkeypatch):
    [first] = get(page)
    before = first.path.read_bytes()
    host.pages["/news/storm.html"] = reply(b"<p>A new text of this page.</p>")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        get(page, refresh=True)
    assert [path.name for path in first.path.parent.iterdir()] == [first.path.name]
    assert first.path.read_bytes() == before


def test_what_a_person_saved_by_hand_was_not_fetched(into):
    into.mkdir()
    address = parse("https://example.org/a")
    (into / f"{file_stem(address)}.html").write_text("<!-- --><p>Saved by a person.</p>")
    assert Store(into).find(address) is None


def test_a_reader_of_lists_finds_what_was_fetched_also_in_another_process(get, page, into):
    find = pickle.loads(pickle.dumps(page_finder(into)))  # noqa: S301 it is ours
    assert find(page) is None
    [outcome] = get(page)
    assert find(f"{page}#part") == outcome.path
    assert find("no address") is None
