"""Archives: their members are gone through as streams; bombs, damage and names that lead elsewhere harm nothing."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import struct
import tarfile
import time
import zipfile
from random import Random

import pytest

from generator.reading import Item, Unread, archives, items, read_item
from generator.reading.archives import read_zip
from generator.reading.decoding import MAX_BYTES
from generator.reading.source import Source

TODAY = dt.date(2026, 11, 21)
STORY = b"The mayor of Port Elm resigned on Friday, her office said in a statement.\n"
LINE = b'{"text": "Ferries run again.", "published": "2024-03-01"}\n'


def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members, mode="w"):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def tarred_gz(members):
    return tarred(members, "w:gz")


PACKERS = {"a.zip": zipped, "a.tar": tarred, "a.tar.gz": tarred_gz, "a.tgz": tarred_gz}


def go_through(path, data):
    path.write_bytes(data)
    return list(items([path], today=TODAY))


def only(found):
    [unread] = found
    assert isinstance(unread, Unread), unread
    return unread


def noise(size):
    return Random(7).randbytes(size)  # noqa: S311 what does not pack


@pytest.mark.parametrize("name", PACKERS)
def test_members_are_articles_and_collections_and_hidden_and_foreign_ones_are_passed_over(tmp_path, name):
    members = {
        "b/story.txt": STORY,
        "a.html": b"<p>x</p>",
        ".hidden/x.txt": STORY,
        "__MACOSX/a.html": b"x",
        "picture.png": b"x",
        "feed.jsonl.gz": gzip.compress(LINE),
        "note.txt.gz": gzip.compress(STORY),
    }
    found = go_through(tmp_path / name, PACKERS[name](members))
    origin = str(tmp_path / name)
    assert [(one.origin.removeprefix(origin), one.form) for one in found] == [
        ("!b/story.txt", ".txt"),
        ("!a.html", ".html"),
        ("!feed.jsonl.gz!1", ".body"),
        ("!note.txt.gz", ".txt"),
    ]
    assert read_item(found[0], today=TODAY).text == STORY.decode().strip()


@pytest.mark.parametrize("outer", PACKERS)
@pytest.mark.parametrize("inner", PACKERS)
def test_an_archive_in_an_archive_is_gone_through_and_one_deeper_is_told_of(tmp_path, outer, inner):
    deep = PACKERS[inner]({"x.txt": STORY})
    middle = PACKERS[inner]({"deep.zip": zipped({"x.txt": STORY}), "y.txt": STORY})
    first, second, third = go_through(tmp_path / outer, PACKERS[outer]({f"1{inner}": deep, f"2{inner}": middle}))
    origin = tmp_path / outer
    assert first == Item(f"{origin}!1{inner}!x.txt", ".txt", data=STORY)
    assert second == Unread(f"{origin}!2{inner}!deep.zip", second.why)
    assert second.why == "it is an archive in an archive in an archive — unpack the outer one"
    assert third == Item(f"{origin}!2{inner}!y.txt", ".txt", data=STORY)


@pytest.mark.parametrize("name", PACKERS)
def test_a_name_that_leads_out_of_the_archive_writes_nothing(tmp_path, name):
    folder = tmp_path / "in"
    folder.mkdir()
    [item] = go_through(folder / name, PACKERS[name]({"../../evil\n\x1b[31m.txt": STORY}))
    assert item.origin == f"{folder / name}!../../evil\ufffd\ufffd[31m.txt"
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [name]


def test_a_member_without_a_name_is_passed_over_and_the_next_is_read(tmp_path):
    data = zipped({"?.txt": STORY, "x.txt": STORY}).replace(b"?.txt", b"\0.txt")
    assert [found.origin for found in go_through(tmp_path / "a.zip", data)] == [f"{tmp_path / 'a.zip'}!x.txt"]


@pytest.mark.parametrize("name", PACKERS)
def test_a_member_that_is_too_large_for_an_article_is_told_of_and_the_next_is_read(tmp_path, name):
    big = noise(MAX_BYTES + 1)
    first, second = go_through(tmp_path / name, PACKERS[name]({"big.txt": big, "x.txt": STORY}))
    assert first == Unread(f"{tmp_path / name}!big.txt", "it has more than 20 MB — give one article a file")
    assert isinstance(second, Item)


def test_a_bomb_in_a_zip_file_is_told_of_before_it_unfolds(tmp_path, peak):
    bomb = zipped({"bomb.jsonl": bytes(100_000_000), "x.txt": STORY})
    with peak(70_000_000):
        first, second = go_through(tmp_path / "a.zip", bomb)
    assert isinstance(first, Unread)
    assert first.origin == f"{tmp_path / 'a.zip'}!bomb.jsonl"
    assert isinstance(second, Item)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.jsonl.gz", lambda: gzip.compress(bytes(100_000_000))),
        ("a.tar.gz", lambda: tarred_gz({"x.png": bytes(100_000_000)})),
        ("a.warc.gz", lambda: gzip.compress(b"WARC/1.1\r\nContent-Length: 100000000\r\n\r\n" + bytes(100_000_000))),
        ("a.zip", lambda: zipped({"a.jsonl.gz": gzip.compress(bytes(100_000_000))}, zipfile.ZIP_STORED)),
    ],
)
def test_a_bomb_of_gzip_is_told_of_once(tmp_path, name, data):
    begun = time.process_time()
    unread = only(go_through(tmp_path / name, data()))
    assert time.process_time() - begun < 10
    assert unread.origin.startswith(str(tmp_path / name))
    assert unread.why == (
        "it unpacks to more than 200 times its size, as no collection of articles does"
        " — unpack it yourself if you trust it"
    )


def test_a_declared_gigabyte_is_not_believed(tmp_path):
    data = bytearray(zipped({"x.txt": STORY, "y.txt": STORY}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = struct.pack("<I", 1_000_000_000)
    first, second = go_through(tmp_path / "a.zip", bytes(data))
    assert first == Unread(f"{tmp_path / 'a.zip'}!x.txt", "it has more than 20 MB — give one article a file")
    assert isinstance(second, Item)


def test_an_encrypted_member_is_told_of_and_the_next_is_read(tmp_path):
    data = bytearray(zipped({"x.txt": STORY, "y.txt": STORY}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 8] |= 1
    first, second = go_through(tmp_path / "a.zip", bytes(data))
    assert isinstance(first, Unread)
    assert "it is encrypted" in first.why
    assert isinstance(second, Item)


def test_a_method_of_packing_that_is_not_known_is_told_of(tmp_path):
    data = bytearray(zipped({"x.txt": STORY}))
    entry = data.index(b"PK\x01\x02")
    data[8:10] = data[entry + 10 : entry + 12] = struct.pack("<H", 9)
    assert "packed in a way that is not known" in only(go_through(tmp_path / "a.zip", bytes(data))).why


def test_damage_within_a_member_of_a_zip_file_does_not_stop_the_next(tmp_path):
    data = bytearray(zipped({"x.txt": STORY, "y.txt": STORY}, zipfile.ZIP_STORED))
    data[data.index(b"mayor")] ^= 1
    first, second = go_through(tmp_path / "a.zip", bytes(data))
    assert isinstance(first, Unread)
    assert "it is damaged (Bad CRC-32" in first.why
    assert isinstance(second, Item)


@pytest.mark.parametrize("name", PACKERS)
@pytest.mark.parametrize("data", [b"", b"junk" * 500, bytes(range(256)) * 20])
def test_what_is_no_archive_is_told_of_once(tmp_path, name, data):
    unread = only(go_through(tmp_path / name, data))
    assert unread.origin == str(tmp_path / name)
    assert unread.why


@pytest.mark.parametrize("name", ["a.tar", "a.tar.gz"])
@pytest.mark.parametrize("member", ["x.txt", "x.png"])
def test_an_archive_that_was_cut_short_is_told_of_once_after_what_came_before(tmp_path, name, member):
    whole = PACKERS[name]({"1.txt": STORY, member: noise(500_000), "3.txt": STORY})
    *found, last = go_through(tmp_path / name, whole[: len(whole) // 2])
    assert [type(one) for one in found] == [Item]
    assert isinstance(last, Unread)
    assert last.why == "it ends too early, or is damaged — get it again"


@pytest.mark.parametrize("name", PACKERS)
def test_an_archive_without_articles_says_so(tmp_path, name):
    assert "there is no article in it" in only(go_through(tmp_path / name, PACKERS[name]({"x.png": b"x"}))).why


def test_links_devices_and_sparse_files_in_a_tar_file_are_passed_over(tmp_path):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE):
            info = tarfile.TarInfo("link.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    assert "there is no article in it" in only(go_through(tmp_path / "a.tar", out.getvalue())).why


def test_an_inner_zip_file_that_is_too_large_is_told_of(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MAX_NESTED", 1000)
    unread = only(go_through(tmp_path / "a.tar", tarred({"a.zip": zipped({"x.txt": noise(2000)})})))
    assert unread.origin == f"{tmp_path / 'a.tar'}!a.zip"
    assert "unpack the outer archive" in unread.why


def test_a_member_is_read_only_when_it_is_asked_for():
    data = zipped({f"{number}.txt": STORY for number in range(3)})
    stream = io.BufferedReader(io.BytesIO(data))
    members = read_zip(Source("a.zip", "a.zip", stream))
    first = next(members)
    assert isinstance(first, Source)
    assert (first.origin, first.size, first.depth) == ("a.zip!0.txt", len(STORY), 1)
    assert first.stream.read() == STORY
    members.close()


@pytest.mark.parametrize("name", PACKERS)
def test_a_long_archive_is_held_one_member_at_a_time(tmp_path, peak, name):
    path = tmp_path / name
    path.write_bytes(PACKERS[name]({f"{number}.txt": noise(100_000) for number in range(150)}))
    next(items([path], today=TODAY))
    with peak(3_000_000):
        assert sum(isinstance(one, Item) for one in items([path], today=TODAY)) == 150


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["a.zip", "a.tar"])
def test_members_of_one_name_are_told_apart(tmp_path, name):
    out = io.BytesIO()
    if name == "a.zip":
        with zipfile.ZipFile(out, "w") as archive:
            for text in ("one", "two", "three"):
                archive.writestr("a.txt", text)
    else:
        with tarfile.open(fileobj=out, mode="w") as archive:
            for text in ("one", "two", "three"):
                info = tarfile.TarInfo("a.txt")
                info.size = len(text)
                archive.addfile(info, io.BytesIO(text.encode()))
    path = tmp_path / name
    found = go_through(path, out.getvalue())
    assert [item.origin for item in found] == [f"{path}!a.txt", f"{path}!a.txt#2", f"{path}!a.txt#3"]
    assert [item.data for item in found] == [b"one", b"two", b"three"]
    assert {item.form for item in found} == {".txt"}
