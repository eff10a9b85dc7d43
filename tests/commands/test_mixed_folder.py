"""A folder such as people have: one of each kind of file, some broken, some hostile, is gone through to its end."""

from __future__ import annotations

import datetime as dt
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from generator.curating.load import load_timeline

Dateline = Callable[..., Result]
State = Callable[[], dict[str, tuple[bytes, int]]]

TOWNS = (
    *("Port Elm", "Klow", "Ashby", "Northam", "Gillford", "Wexley", "Orrin", "Saltby", "Elmside", "Dunmore"),
    *("Hillborough", "Condora", "Brackley", "Ferrow", "Marlow", "Tarn", "Quay End", "Redwater", "Stonefield", "Upton"),
)
DEEDS = ("A storm flooded the harbour of", "A fire destroyed the old market of", "Voters elected a new mayor of")


def story(number: int) -> tuple[str, str, str]:
    """Headline, text and day of publication of one article."""
    town, day = TOWNS[number], dt.date(2024, 1, 3) + dt.timedelta(days=9 * number)
    first = f"{DEEDS[number % 3]} {town} on {day:%A}, the council of {town} said."
    second = f"Report {number} from {town} was written by hand, and nobody there had seen anything like it before."
    return f"News from {town} for the whole coast", f"{first}\n\n{second}", day.isoformat()


def html(number: int) -> bytes:
    title, text, day = story(number)
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    head = f'<title>{title}</title><meta property="article:published_time" content="{day}T09:00:00Z">'
    return (
        f"<!DOCTYPE html><html lang=en><head>{head}</head><body><article>{paragraphs}</article></body></html>".encode()
    )


def markdown(number: int) -> bytes:
    title, text, day = story(number)
    return f"---\ntitle: {title}\npublisher: Paper {number}\npublished: {day}\n---\n\n{text}\n".encode()


def text(number: int) -> bytes:
    title, body, day = story(number)
    return f"{title}\n\nPublished: {day}\n\n{body}\n".encode()


def record(number: int) -> bytes:
    title, body, day = story(number)
    return json.dumps({"title": title, "text": body, "published": day}).encode() + b"\n"


def rss(number: int) -> bytes:
    title, body, day = story(number)
    item = f"<item><title>{title}</title><description>{body}</description><pubDate>{day}</pubDate></item>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{item}</channel></rss>'.encode()


def atom(number: int) -> bytes:
    title, body, day = story(number)
    entry = f"<title>{title}</title><id>a</id><published>{day}T08:00:00Z</published><content>{body}</content>"
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry>{entry}</entry></feed>'.encode()


def json_feed(number: int) -> bytes:
    title, body, day = story(number)
    entry = {"id": "1", "title": title, "content_text": body, "date_published": f"{day}T08:00:00Z"}
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "items": [entry]}).encode()


def warc(number: int) -> bytes:
    body = html(number)
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\n"
    head += f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


def pdf(number: int) -> bytes:
    title, body, day = story(number)
    lines = [title, "", f"Published: {day}", "", *(part for line in body.split("\n\n") for part in (line, ""))]
    stream = "BT /F1 10 Tf 12 TL 50 780 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    font = "/Resources << /Font << /F1 3 0 R >> >>"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 2000 900] {font} /Contents 5 0 R >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
    )
    out = "%PDF-1.4\n"
    offsets = []
    for place, each in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{place} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(out)
    out += f"xref\n0 6\n0000000000 65535 f \n{table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return out.encode()


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def encrypted(members: dict[str, bytes]) -> bytes:
    data = bytearray(zipped(members))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


SITEMAP = (
    b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://example.org/a</loc></url></urlset>'
)

GOOD = {
    "a.txt": text(0),
    "b.md": markdown(1),
    "c.html": html(2),
    "d.pdf": pdf(3),
    "e.rss": rss(4),
    "f.atom": atom(5),
    "g.json": json_feed(6),
    "h.jsonl": record(7) + record(8),
    "i.jsonl.gz": gzip.compress(record(9)),
    "j.warc": warc(10),
    "k.warc.gz": gzip.compress(warc(11)),
    "l.wacz": zipped({"archive/data.warc.gz": gzip.compress(warc(12)), "pages/pages.jsonl": b"{}\n"}),
    "m.zip": zipped({"a.txt": text(13), "b/c.md": markdown(14), "picture.png": b"\x89PNG"}),
    "n.tar.gz": tarred({"a.html": html(15), "b.md": markdown(16)}),
    "deep/er/o.markdown": markdown(17),
    "copy-of-b.md": markdown(1),
}
ARTICLES = 19
"""So many articles are in these, the copy among them."""

BAD = {
    "z01-empty.txt": (b"", "z01-empty.txt: "),
    "z02-binary.txt": (bytes(range(256)) * 40, "z02-binary.txt: "),
    "z03-furniture.html": (b"<html><body><nav>Home</nav></body></html>", "no article in this page"),
    "z04-broken.jsonl": (record(18) + b"{broken\n", "z04-broken.jsonl!2: it is not JSON"),
    "z05-broken.xml": (b"<rss><channel><item>", "z05-broken.xml: 1 entry has neither a text nor an address"),
    "z06-unknown.json": (b'{"a": 1}', "it is JSON of an unknown kind"),
    "z07-cut.pdf": (pdf(3)[:60], "z07-cut.pdf: "),
    "z08-cut.warc.gz": (gzip.compress(warc(10))[:-30], "z08-cut.warc.gz"),
    "z09-secret.zip": (encrypted({"a.txt": text(3)}), "it is encrypted"),
    "z10-bomb.zip": (zipped({"a.txt": b"\0" * 40_000_000}), "z10-bomb.zip!a.txt: it has more than 20 MB"),
    "z11-bomb.jsonl.gz": (gzip.compress(b" " * 60_000_000), "z11-bomb.jsonl.gz: it unpacks to more than 200 times"),
    "z12-none.zip": (b"PK\x03\x04 and no more", "z12-none.zip: "),
    "z13-sitemap.xml": (
        SITEMAP,
        "1 article is named here by address only — run `dateline fetch mixed/z13-sitemap.xml`",
    ),
    "z14-list.urls": (b"https://example.org/b\nhttps://example.org/c\n", "2 articles are named here by address only"),
    "z15-cut.tar.gz": (tarred({"a.md": markdown(18)})[:-40], "z15-cut.tar.gz"),
}
"""What cannot be read, or not to its end, and what is said of it."""


@pytest.fixture
def mixed(work: Path) -> Path:
    folder = work / "mixed"
    for name, data in {**GOOD, **{name: data for name, (data, _) in BAD.items()}}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for name in (".hidden.md", "picture.jpg", "notes.docx"):
        (folder / name).write_bytes(b"passed over")
    return folder


def complaints(result: Result) -> list[str]:
    """What the standard error says, but for how far the run is, which a slow machine is told of after a while."""
    return [line for line in result.stderr.splitlines() if not line.endswith((" a second", " left"))]


@pytest.mark.usefixtures("mixed")
def test_a_folder_of_everything_is_read_to_its_end_and_each_fault_is_told(extract: Dateline, work: Path) -> None:
    result = extract("mixed")
    assert (result.exit_code, complaints(result)) == (0, [])
    said = result.stdout.splitlines()
    assert said[0] == f"Read {ARTICLES + 1} articles, 1 of them a copy of another:"
    assert f"Not read, {len(BAD)} in all, with what to do:" in said
    for _, why in BAD.values():
        [line] = [line for line in said if why in line and line.startswith("  mixed/z")]
        assert " — " in line
    assert f"Added {ARTICLES} candidates to t.yaml:" in said
    assert not any("docx" in line or "hidden" in line for line in said)
    found = {str(event.date) for event in load_timeline(work / "t.yaml").events}
    assert found == {story(number)[2] for number in range(ARTICLES)}


@pytest.mark.usefixtures("mixed")
def test_of_a_folder_of_everything_the_events_for_which_most_speaks_are_chosen(extract: Dateline, work: Path) -> None:
    result = extract("mixed", "--top", "10")
    assert (result.exit_code, complaints(result)) == (0, [])
    assert result.stdout.startswith(f"Read {ARTICLES + 1} articles, 1 of them a copy of another; cited are ")
    assert f"Not read, {len(BAD)} in all, with what to do:" in result.stdout
    events = load_timeline(work / "t.yaml").events
    assert len(events) == 10


@pytest.mark.usefixtures("mixed")
@pytest.mark.parametrize("options", [(), ("--top", "10")])
def test_a_second_run_over_a_folder_of_everything_changes_nothing(
    extract: Dateline, state: State, options: tuple[str, ...]
) -> None:
    extract("mixed", *options)
    before = state()
    assert "Nothing to add: t.yaml stays as it is." in extract("mixed", *options).stdout
    assert state() == before


@pytest.mark.usefixtures("mixed")
def test_more_processes_make_no_difference_to_a_folder_of_everything(
    extract: Dateline, work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = extract("mixed", "--dry-run").stdout
    monkeypatch.setattr("generator.running.job.SMALL", 5)
    assert extract("mixed", "--dry-run", "--workers", "2").stdout == first
    assert not (work / "t.yaml").exists()
