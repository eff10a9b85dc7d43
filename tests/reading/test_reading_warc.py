"""Web archives: pages with status 200, unpacked and decoded as their server said; damage ends one file, and is told."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import zipfile
import zlib
from random import Random

import brotli
import pytest

from generator.errors import ArticleError
from generator.reading import Item, Unread, items, read_item
from generator.reading.decoding import MAX_BYTES
from generator.reading.http_body import decode_body, unify_charset

TODAY = dt.date(2026, 11, 21)
STORY = (
    "<html lang=en><head><title>Ferries run again</title></head><body><article><h1>Ferries run again</h1>"
    "<p>The ferries between the islands run again since Friday, the harbour master of Port Elm said.</p>"
    "<p>They had stood still for a month, since a storm had damaged the pier of the café “Möwe”.</p></article></body>"
)
URL = "https://example.org/ferries"


def go_through(path, data):
    path.write_bytes(data)
    return list(items([path], today=TODAY))


def chunked(data, size=50):
    parts = [data[start : start + size] for start in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_page_is_an_article_with_its_address(tmp_path, warc, name):
    record = warc(URL, STORY.encode())
    [item] = go_through(tmp_path / name, gzip.compress(record) if name.endswith("gz") else record)
    assert isinstance(item, Item)
    assert (item.origin, item.form, item.url) == (f"{tmp_path / name}!1", ".html", URL)
    article = read_item(item, today=TODAY)
    assert "harbour master of Port Elm" in article.text
    assert (article.url, article.title, article.published) == (URL, "Ferries run again", None)


def test_each_record_of_a_packed_file_is_packed_by_itself_or_all_together(tmp_path, warc):
    records = [warc(f"{URL}/{number}", STORY.encode()) for number in range(3)]
    apart = go_through(tmp_path / "a.warc.gz", b"".join(map(gzip.compress, records)))
    together = go_through(tmp_path / "b.warc.gz", gzip.compress(b"".join(records)))
    assert [item.url for item in apart] == [item.url for item in together] == [f"{URL}/{n}" for n in range(3)]


def test_only_pages_that_were_fetched_and_are_text_are_articles(tmp_path, warc):
    page = STORY.encode()
    records = [
        b"WARC/1.1\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
        warc(URL, page, status="404 Not Found"),
        warc(URL, page, status="301 Moved"),
        warc(URL, b"", kind="revisit"),
        warc(URL, b"\x89PNG", headers=["Content-Type: image/png"]),
        warc(URL, page, headers=[]),
        warc("urn:pageinfo:x", b"{}", kind="resource", headers=["Content-Type: application/json"]),
        warc(URL, page, headers=["Content-Type: Text/HTML;charset=utf-8"]),
        warc(URL, b"Ferries run.", kind="conversion", headers=["Content-Type: text/plain"]),
        warc(URL, page, kind="resource", headers=["Content-Type: application/xhtml+xml"]),
        warc(URL, b"%PDF-1.4", headers=["Content-Type: application/pdf"]),
    ]
    found = go_through(tmp_path / "a.warc", b"".join(records))
    assert [(one.origin.rpartition("!")[2], one.form) for one in found] == [
        ("8", ".html"),
        ("9", ".txt"),
        ("10", ".html"),
        ("11", ".pdf"),
    ]


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda data: zlib.compress(data)[2:-4]),
        ("br", brotli.compress),
        ("identity", bytes),
        ("deflate, gzip", lambda data: gzip.compress(zlib.compress(data))),
        ("gzip", bytes),
        ("br", bytes),
        ("deflate", bytes),
    ],
)
def test_what_a_server_packed_is_unpacked_and_what_the_archive_unpacked_is_left(encoding, pack):
    page = STORY.encode()
    assert decode_body(pack(page), "", encoding, "a") == page
    assert decode_body(chunked(pack(page)), "chunked", encoding, "a") == page


def test_chunks_that_are_none_or_cut_short_are_read_as_far_as_they_go():
    assert decode_body(b"no chunks at all", "chunked", "", "a") == b"no chunks at all"
    assert decode_body(chunked(b"a" * 90)[:80], "chunked", "", "a").startswith(b"a" * 50)


def test_brotli_that_is_cut_short_is_read_as_far_as_it_goes():
    packed = brotli.compress(bytes(range(256)) * 40)
    assert len(decode_body(packed[:-3], "", "br", "a")) <= 256 * 40


@pytest.mark.parametrize(
    ("encoding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", lambda data: brotli.compress(data, quality=1))],
)
def test_a_bomb_in_a_page_is_refused_before_it_unfolds(peak, encoding, pack):
    bomb = pack(bytes(MAX_BYTES * 4))
    with peak(MAX_BYTES * 3), pytest.raises(ArticleError, match="unpacks to more than 20 MB"):
        decode_body(bomb, "", encoding, "a")


def test_an_encoding_that_is_not_known_is_told_of(tmp_path, warc):
    headers = ["Content-Type: text/html", "Content-Encoding: zstd"]
    first, second = go_through(tmp_path / "a.warc", warc(URL, b"x", headers=headers) + warc(URL, STORY.encode()))
    assert first == Unread(
        f"{tmp_path / 'a.warc'}!1", "the page is packed by “zstd”, which is not known — archive it again without"
    )
    assert isinstance(second, Item)


@pytest.mark.parametrize("charset", ["iso-8859-1", '"windows-1252"', "utf-16le"])
def test_the_encoding_that_the_server_named_comes_first(tmp_path, warc, charset):
    page = STORY.replace("“Möwe”", "Möwe").encode(charset.strip('"'))
    headers = [f"Content-Type: text/html; charset={charset}"]
    [item] = go_through(tmp_path / "a.warc", warc(URL, page, headers=headers))
    assert "café Möwe" in read_item(item, today=TODAY).text


@pytest.mark.parametrize("charset", ["utf-8", "rot13", "none-such", "ascii"])
def test_an_encoding_that_a_page_is_not_in_changes_nothing(charset):
    page = "café".encode("latin-1")
    assert unify_charset(page, f"text/html; charset={charset}") == page


def test_a_page_that_is_too_large_is_told_of_and_the_next_is_read(tmp_path, warc):
    first, second = go_through(tmp_path / "a.warc", warc(URL, bytes(MAX_BYTES + 1)) + warc(URL, STORY.encode()))
    assert isinstance(first, Unread)
    assert "the page has more than 20 MB" in first.why
    assert isinstance(second, Item)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is no web archive"),
        (b"no archive", "it is no web archive"),
        (b"WARC/1.1\r\n" + b"a" * 100_000, "it has a header without an end"),
        (b"WARC/1.1\r\n" + b"a: b\r\n" * 5000, "it has a header without an end"),
        (b"WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nno header\r\n\r\n", "it is damaged"),
    ],
)
def test_what_is_no_web_archive_is_told_of_once(tmp_path, data, why):
    [unread] = go_through(tmp_path / "a.warc", data)
    assert isinstance(unread, Unread)
    assert unread.origin == str(tmp_path / "a.warc")
    assert why in unread.why


def test_a_record_that_does_not_say_how_long_it_is_is_told_of(tmp_path, warc):
    record = warc(URL, STORY.encode())
    start, end = record.index(b"Content-Length"), record.index(b"\r\n", record.index(b"Content-Length")) + 2
    first, *_ = go_through(tmp_path / "a.warc", record[:start] + record[end:])
    assert isinstance(first, Unread)
    assert "does not say how long it is" in first.why


def test_what_libraries_log_of_hostile_files_is_not_shown(tmp_path, warc, capfd):
    go_through(tmp_path / "a.warc", warc("https://example.org/a b", STORY.encode()))
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 broken")
    with pytest.raises(ArticleError):
        read_item(Item("a.pdf", ".pdf", path=tmp_path / "a.pdf"), today=TODAY)
    assert capfd.readouterr() == ("", "")


def test_damage_ends_a_file_after_what_stood_before_it_and_nothing_is_printed(tmp_path, warc, capsys):
    good = warc(URL, STORY.encode())
    first, *_, last = go_through(tmp_path / "a.warc", good + warc(URL, STORY.encode(), length=7) + b"junk\r\n")
    assert isinstance(first, Item)
    assert isinstance(last, Unread)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_a_file_that_was_cut_short_is_told_of_once(tmp_path, warc, name):
    record = warc(URL, STORY.encode())
    data = (gzip.compress(record) if name.endswith(".gz") else record) * 2
    first, last = go_through(tmp_path / name, data[: len(data) - 60])
    assert isinstance(first, Item)
    assert isinstance(last, Unread)
    assert last.origin == f"{tmp_path / name}!2"
    assert last.why.startswith("it ends too early")


def test_wacz_is_read_for_its_archives_alone(tmp_path, warc):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("pages/pages.jsonl", '{"id": "pages", "text": "no article"}\n')
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/data.warc.gz", gzip.compress(warc(URL, STORY.encode())))
    [item] = go_through(tmp_path / "a.wacz", out.getvalue())
    assert isinstance(item, Item)
    assert item.origin == f"{tmp_path / 'a.wacz'}!archive/data.warc.gz!1"


def test_a_long_archive_is_held_one_page_at_a_time(tmp_path, peak, warc):
    noise = Random(7).randbytes(50_000).hex().encode()  # noqa: S311 what is nearly empty is taken for a bomb
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(warc(URL, STORY.encode() + noise)) * 200)
    next(items([path], today=TODAY))  # libraries are loaded
    with peak(5_000_000):
        assert sum(isinstance(one, Item) for one in items([path], today=TODAY)) == 200
