"""Addresses are asked for politely, and said how they stand; a copy is looked for where they lead nowhere."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from generator.fetching import Options
from generator.fetching.links import Link, Standing, look_at

OPTIONS = Options(allow_private=True, delay=0, retries=0)
DAY = dt.date(2022, 12, 30)


def answer(url="http://web.archive.org/web/20230101000000/https://gazette.example/a", **more):
    """What the Wayback Machine says."""
    return json.dumps(
        {"archived_snapshots": {"closest": {"available": True, "url": url, "status": "200"} | more}}
    ).encode()


def always(host, reply):
    """Let a host give one answer, whatever it is asked for."""
    answering = host.answer

    def say(handler):
        host.pages[handler.path] = reply
        answering(handler)

    host.answer = say


@pytest.fixture
def look(hosts, reply, clock):
    """Look at paths of a host, and for copies in an archive on another, if it says something."""

    def run(pages, *paths, archive=None):
        host, other = hosts(), hosts()
        host.pages |= pages
        always(other, reply(archive or b"", kind="application/json"))
        asked = [(host.url + path if path.startswith("/") else path, DAY) for path in paths]
        copies = f"{other.url}/available" if archive is not None else ""
        return host, other, list(look_at(asked, OPTIONS, clock, archive=copies))

    return run


def test_what_is_there_can_be_read(look, reply):
    _, _, found = look({"/a": reply(), "/b.pdf": reply(b"%PDF-", kind="application/pdf")}, "/a", "/b.pdf")
    assert [link.standing for link in found] == [Standing.READS, Standing.READS]
    assert [link.moved for link in found] == ["", ""]


@pytest.mark.parametrize(
    ("status", "standing"),
    [
        (404, Standing.GONE),
        (410, Standing.GONE),
        (403, Standing.GONE),
        (500, Standing.SILENT),
        (503, Standing.SILENT),
        (429, Standing.SILENT),
    ],
)
def test_what_is_not_there_is_said_with_its_status(look, reply, status, standing):
    host, _, [link] = look({"/a": reply(status=status)}, "/a")
    assert link.standing is standing
    assert str(status) in link.why
    assert host.paths == ["/a"]


def test_a_host_that_asks_not_to_be_asked_is_not(look, reply):
    host, _, [link] = look({"/robots.txt": reply(b"User-agent: *\nDisallow: /", kind="text/plain")}, "/a")
    assert link.standing is Standing.CLOSED
    assert host.paths == []


@pytest.mark.parametrize("address", ["not an address", "ftp://gazette.example/", "http://127.0.0.1:1/"])
def test_what_cannot_be_asked_for_ends_nothing(look, reply, address):
    _, _, found = look({"/a": reply()}, address, "/a")
    assert found[0].standing in {Standing.GONE, Standing.SILENT}
    assert found[1].standing is Standing.READS


@pytest.mark.parametrize(("target", "moved"), [("/b", True), ("/a/", False)])
def test_another_page_at_the_end_of_a_redirect_is_named(look, reply, target, moved):
    host, _, [link] = look({"/a": reply(status=301, headers={"Location": target}), target: reply()}, "/a")
    assert link.standing is Standing.READS
    assert link.moved == (host.url + target if moved else "")


def test_a_copy_is_looked_for_nearest_to_the_day(look, reply):
    host, other, [gone, there] = look({"/b": reply()}, "/a", "/b", archive=answer())
    assert gone.archived == "https://web.archive.org/web/20230101000000/https://gazette.example/a"
    assert there == Link(f"{host.url}/b", Standing.READS)
    [asked] = other.paths
    assert asked.endswith("&timestamp=20221230")


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"{",
        b"[]",
        b'{"archived_snapshots": {}}',
        answer(available=False),
        answer(status="404"),
        answer(url="javascript:alert(1)"),
        answer(url=None),
    ],
)
def test_what_is_no_copy_is_none(look, said):
    _, _, [link] = look({}, "/a", archive=said)
    assert (link.standing, link.archived) == (Standing.GONE, "")
