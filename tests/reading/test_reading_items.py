"""Going through inputs of every kind: in a fixed order, one at a time, and nothing that is broken stops the rest."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import itertools
import json
import os
import pickle
import re
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.errors import ArticleError, UsageError
from generator.reading import ENDINGS, Item, Unread, items, read, read_item
from generator.reading.items import ARCHIVES, COLLECTIONS
from generator.reading.source import ending_of

TODAY = dt.date(2026, 11, 21)
STORY = "The mayor of Port Elm resigned on Friday, her office said in a statement.\n"
PAGE = (
    f"<html><head><title>Mayor resigns</title></head><body><article><p>{STORY}</p><p>{STORY[4:]}</p></article></body>"
)
RECORD = json.dumps({"text": STORY, "published": "2024-03-01"})
FEED = (
    f"<rss version='2.0'><channel><title>Courier</title><item><description>{STORY}</description></item></channel></rss>"
)
SITEMAP = "<urlset><url><loc>https://example.org/a</loc></url></urlset>"
JSON_FEED = json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_text": STORY}]})


def through(*paths, **options):
    return list(items(paths, today=TODAY, **options))


def told(folder: Path, found: list[Item | Unread]) -> list[str]:
    """Each piece as a line: its place below the folder, and what can be made of it."""
    lines = []
    for one in found:
        place = Path(one.origin).relative_to(folder).as_posix()
        if isinstance(one, Unread):
            lines.append(f"{place}: {one.why.partition(' — ')[0]}")
            continue
        try:
            article = read_item(one, today=TODAY)
        except ArticleError as error:
            lines.append(f"{place}: {error.what}")
        else:
            assert "mayor of Port Elm" in article.text
            lines.append(f"{place}: read")
    return lines


def zipped(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def tarred(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, text in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return out.getvalue()


@pytest.fixture
def mixed(tmp_path, pdf, warc) -> Path:
    """A folder with one of each kind, and broken ones among them."""
    record = warc("https://example.org/a", PAGE.encode())
    files = {
        "00.txt": STORY,
        "01.md": f"---\ntitle: Mayor resigns\n---\n{STORY}",
        "02.html": PAGE,
        "03.pdf": pdf([[STORY.strip()]]),
        "04.xml": FEED,
        "05.json": JSON_FEED,
        "06.xml": SITEMAP,
        "07.urls": "https://example.org/a\nhttps://example.org/b\n",
        "08.warc": record,
        "09.warc.gz": gzip.compress(record),
        "10.wacz": zipped({"archive/a.warc": record.decode(), "pages/pages.jsonl": "{}"}),
        "11.jsonl": f"{RECORD}\n{{broken\n{RECORD}\n",
        "12.jsonl.gz": gzip.compress(RECORD.encode()),
        "13.zip": zipped({"a/story.txt": STORY, "b.jsonl": RECORD}),
        "14.tar.gz": tarred({"story.html": PAGE, "empty.txt": ""}),
        "50-empty.txt": "",
        "51-empty.zip": "",
        "52-empty.jsonl": "",
        "53-empty.xml": "",
        "54-binary.txt": bytes(range(256)) * 30,
        "55-binary.pdf": bytes(range(256)) * 30,
        "56-cut.tgz": tarred({"story.txt": STORY})[:60],
        "57-cut.jsonl.gz": gzip.compress(RECORD.encode())[:40],
        "58-no.warc": "no archive",
        "59-deep.json": "[" * 100_000,
        "60-unknown.xml": "<nitf/>",
        "61-unknown.json": "{}",
        "62-no.zip": STORY,
        "99.txt": STORY,
        "picture.png": "x",
        "README": "x",
        ".hidden.txt": STORY,
        ".git/story.txt": STORY,
    }
    for name, data in files.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data.encode() if isinstance(data, str) else data)
    return tmp_path


def test_a_folder_of_mixed_inputs_runs_to_the_end_with_a_clear_list(mixed):
    assert told(mixed, through(mixed)) == [
        "00.txt: read",
        "01.md: read",
        "02.html: read",
        "03.pdf: read",
        "04.xml!1: read",
        "05.json!1: read",
        "06.xml: 1 article is named here by address only",
        "07.urls: 2 articles are named here by address only",
        "08.warc!1: read",
        "09.warc.gz!1: read",
        "10.wacz!archive/a.warc!1: read",
        "11.jsonl!1: read",
        "11.jsonl!2: it is not JSON (Expecting property name enclosed in double quotes, column 2)",
        "11.jsonl!3: read",
        "12.jsonl.gz!1: read",
        "13.zip!a/story.txt: read",
        "13.zip!b.jsonl!1: read",
        "14.tar.gz!story.html: read",
        "14.tar.gz!empty.txt: the file is empty",
        "50-empty.txt: the file is empty",
        "51-empty.zip: it is damaged (File is not a zip file)",
        "52-empty.jsonl: there is no article in it",
        "53-empty.xml: it is not XML",
        "54-binary.txt: the file is binary, not text",
        "55-binary.pdf: the PDF is damaged (Stream has ended unexpectedly)",
        "56-cut.tgz: it ends too early, or is damaged",
        "57-cut.jsonl.gz: it ends too early, or is damaged",
        "58-no.warc: it is no web archive",
        "59-deep.json: its JSON is nested too deep",
        "60-unknown.xml: it is XML of an unknown kind, “nitf”",
        "61-unknown.json: it is JSON of an unknown kind",
        "62-no.zip: it is damaged (File is not a zip file)",
        "99.txt: read",
    ]


def test_every_complaint_says_what_to_do(mixed):
    for one in through(mixed):
        if isinstance(one, Unread):
            what, _, todo = one.why.partition(" — ")
            assert what, one
            assert todo, one


def test_every_kind_that_is_known_is_in_the_folder(mixed):
    kinds = {ending_of(path.name).removesuffix(".gz") for path in mixed.iterdir()}
    twins = {".ndjson", ".rss", ".atom", ".rdf", ".tar.gz"}
    assert {*COLLECTIONS, *ARCHIVES} - twins <= kinds


def test_an_item_can_be_sent_to_another_process(mixed):
    for one in through(mixed):
        assert pickle.loads(pickle.dumps(one)) == one  # noqa: S301 it is our own


def test_a_folder_is_gone_through_in_the_same_order_as_its_articles_are_found(tmp_path):
    for name in ["b.txt", "a/z.md", "a.txt", "a/b/c.html", "a-b/d.htm"]:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(STORY)
    found = [Path(one.origin).relative_to(tmp_path).as_posix() for one in through(tmp_path)]
    assert found == ["a/b/c.html", "a/z.md", "a-b/d.htm", "a.txt", "b.txt"]


def test_a_file_that_is_named_twice_or_linked_is_gone_through_once(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(STORY)
    (tmp_path / "in" / ".hidden.txt").write_text(STORY)
    (tmp_path / "in" / "b.txt").symlink_to(tmp_path / "in" / "a.txt")
    (tmp_path / "in" / "c.txt").symlink_to(tmp_path / "in" / ".hidden.txt")
    (tmp_path / "out.txt").symlink_to(tmp_path / "in" / "a.txt")
    named = [tmp_path / "in" / "a.txt", str(tmp_path / "in"), tmp_path / "out.txt", tmp_path / "in" / "a.txt"]
    assert [Path(one.origin).name for one in through(*named)] == ["a.txt", "c.txt"]


def test_a_file_that_was_named_before_its_folder_stands_where_it_was_named(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(STORY)
    assert [Path(one.origin).name for one in through(tmp_path / "c.txt", tmp_path)] == ["c.txt", "a.txt", "b.txt"]


def test_a_path_may_be_text_and_keeps_its_form(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text(STORY)
    monkeypatch.chdir(tmp_path)
    assert through("a.txt") == [Item("a.txt", ".txt", path=Path("a.txt"))]


def test_what_cannot_be_opened_is_told_of_and_the_others_are_gone_through(tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "notes.doc").write_text(STORY)
    (tmp_path / "Makefile").write_text(STORY)
    (tmp_path / "loop.zip").symlink_to(tmp_path / "loop.zip")
    names = ["gone", "empty", "notes.doc", "Makefile", "loop.zip", "y" * 5000, "a.txt"]
    *unread, last = through(*(tmp_path / name for name in names))
    assert [one.why.partition(" — ")[0] for one in unread if isinstance(one, Unread)] == [
        "no such file or folder",
        "no file in this folder",
        "no reader knows a file that ends in “.doc”",
        "no reader knows a file without an ending",
        "it is no file, but a device or a pipe, or leads nowhere",
        "no such file or folder",
    ]
    assert isinstance(last, Item)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
@pytest.mark.parametrize("name", ["a.zip", "a.txt", "a.jsonl"])
def test_a_pipe_is_told_of_and_not_waited_for(tmp_path, name):
    os.mkfifo(tmp_path / name)
    [line] = told(tmp_path, through(tmp_path))
    assert "a device or a pipe" in line


def test_a_folder_that_cannot_be_listed_is_told_of(tmp_path, monkeypatch):
    def denied(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", denied)
    [unread] = through(tmp_path)
    assert unread == Unread(str(tmp_path), "this folder cannot be read (Permission denied) — check its permissions")


def test_a_file_that_may_not_be_read_is_told_of(tmp_path, monkeypatch):
    (tmp_path / "a.zip").write_bytes(b"x")

    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    [unread] = through(tmp_path)
    assert unread == Unread(str(tmp_path / "a.zip"), "it cannot be read (Permission denied) — check the path")


def test_nothing_is_opened_before_it_is_asked_for(tmp_path):
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.jsonl").write_text(f"{RECORD}\n")
    stream = items([tmp_path], today=TODAY)
    assert isinstance(stream, Iterator)
    next(stream)
    (tmp_path / "b.jsonl").write_text(f"{RECORD}\n{RECORD}\n{RECORD}\n")
    assert len(list(stream)) == 3


@pytest.mark.parametrize("name", ["a.jsonl.gz", "a.jsonl"])
def test_a_hundred_thousand_records_are_held_one_at_a_time(tmp_path, peak, name):
    lines = "".join(
        f'{{"text": "{number} {STORY.strip()}", "url": "https://e.org/{number}"}}\n' for number in range(10)
    )
    data = lines.encode() * 10_000
    path = tmp_path / name
    path.write_bytes(gzip.compress(data, compresslevel=1) if name.endswith(".gz") else data)
    next(items([path], today=TODAY))
    with peak(1_000_000):
        assert sum(1 for _ in itertools.islice(items([path], today=TODAY), 10_000)) == 10_000
    assert sum(1 for _ in items([path], today=TODAY)) == 100_000


def test_a_path_and_an_item_of_it_are_read_alike(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(STORY)
    [item] = through(path)
    assert read_item(item, today=TODAY) == read(path, today=TODAY)


def test_what_somebody_knows_wins_over_what_the_container_says():
    item = Item("x", ".body", data=STORY.encode(), published=dt.date(2024, 3, 1), basis="the feed's RSS field pubDate")
    published = read_item(item, today=TODAY, published=dt.date(2024, 3, 2)).published
    assert published is not None
    assert (published.value, published.method) == (dt.date(2024, 3, 2), "given")
    with pytest.raises(UsageError, match="lies after today"):
        read_item(item, today=TODAY, published=dt.date(2050, 1, 1))


def test_what_the_container_says_wins_over_what_the_page_says():
    page = PAGE.replace("<head>", '<head><meta property="article:published_time" content="2020-01-01">')
    item = Item(
        "a.zip!a.html",
        ".html",
        data=page.encode(),
        url="https://example.org/b",
        title="A better title",
        publisher="Courier",
        language="de",
        published=dt.date(2024, 3, 1),
    )
    article = read_item(item, today=TODAY)
    assert (article.origin, article.url) == ("a.zip!a.html", "https://example.org/b")
    assert (article.title, article.publisher, article.language) == ("A better title", "Courier", "de")
    assert article.published is not None
    assert article.published.reason == "its container says 2024-03-01"


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (Item("x", ".doc", data=b"x"), "no reader knows"),
        (Item("x", ".txt"), "there is nothing to read"),
        (Item("x", ".body", data=b" \n"), "empty"),
        (Item("x", ".body", data="\u200b".encode()), "there is no text in it"),
    ],
)
def test_an_item_that_is_no_article_is_refused_by_its_origin(item, message):
    with pytest.raises(ArticleError, match=message) as caught:
        read_item(item, today=TODAY)
    assert caught.value.where == "x"


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a.HTML", ".html"),
        ("a.tar.gz", ".tar.gz"),
        ("a.b.txt", ".txt"),
        (".hidden", ""),
        ("README", ""),
        ("a.gz", ".gz"),
        ("2024.03.15.jsonl.gz", ".jsonl.gz"),
    ],
)
def test_the_ending_of_a_name_includes_what_was_packed(name, ending):
    assert ending_of(name) == ending


def test_the_manual_names_every_ending_and_no_other():
    manual = (Path(__file__).parents[2] / "docs" / "inputs.md").read_text(encoding="utf-8")
    table = manual.split("| --- | --- |\n", 1)[1].split("\n\n", 1)[0]
    named = {ending for row in table.splitlines() for ending in re.findall(r"`(\.[a-z.]+)`", row.split("|")[1])}
    assert named == {*ENDINGS, *COLLECTIONS, *ARCHIVES}
