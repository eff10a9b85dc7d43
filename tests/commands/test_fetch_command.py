"""`dateline fetch`: pages come into the folder, each failure is told, and the code says whether anything came."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

PAGE = """<html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>
<p>A storm closed the harbour of Port Elm on 4 May 2021, the harbour master Jane Hill said on the pier.</p>
<p>The boats stayed in for two days, and the fish market was shut until the weekend, she said.</p>
</article></body></html>
"""
FEED = """<rss version="2.0"><channel><item><link>{url}/a.html</link></item>
<item><link>{url}/b.html</link></item></channel></rss>"""


class Quiet(SimpleHTTPRequestHandler):
    """A server of files that says nothing."""

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture
def site(tmp_path):
    """The address of a server of files: two pages, a feed and a picture."""
    folder = tmp_path / "site"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    url = f"http://127.0.0.1:{server.server_port}"
    for name in "ab":
        (folder / f"{name}.html").write_text(PAGE.format(title=f"Storm {name}"))
    (folder / "feed.xml").write_text(FEED.format(url=url))
    (folder / "p.png").write_bytes(b"\x89PNG")
    yield url
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def fetch(dateline, work):
    """Run `dateline fetch` in a folder of its own, against this machine and without waits."""
    assert work.is_dir()
    return lambda *arguments: dateline(
        "fetch", *arguments, "--allow-private", "--delay", "0", "--retries", "0", "--into", "pages"
    )


def test_pages_come_into_the_folder_and_the_summary_counts_them(fetch, site, work):
    ran = fetch(f"{site}/a.html", f"{site}/b.html")
    assert ran.exit_code == 0
    assert ran.stdout.splitlines()[-1] == "pages: 2 fetched"
    assert len(list((work / "pages").iterdir())) == 2
    assert ran.stderr == ""


def test_a_second_run_asks_for_nothing_and_says_so(fetch, site):
    fetch(f"{site}/a.html")
    assert fetch(f"{site}/a.html").stdout == "pages: 0 fetched, 1 already there\n"


def test_a_refresh_tells_that_nothing_changed(fetch, site):
    fetch(f"{site}/a.html")
    assert "0 fetched, 1 unchanged" in fetch(f"{site}/a.html", "--refresh").stdout


def test_what_fails_is_told_and_the_others_come(fetch, site):
    ran = fetch(f"{site}/none.html", f"{site}/p.png", f"{site}/a.html", "https://user@coast.example/")
    assert ran.exit_code == 0
    assert ran.stdout.splitlines()[-1] == "pages: 1 fetched, 3 failed"
    assert f"dateline: {site}/none.html: 127.0.0.1 has no such page (status 404) — check the address" in ran.stderr
    assert "this is “image/png”" in ran.stderr
    assert "https://…@coast.example: the address holds a name or password" in ran.stderr


def test_a_run_in_which_all_fails_ends_with_1(fetch, site):
    assert fetch("a" * 5000).exit_code == 1
    ran = fetch(f"{site}/none.html", "nowhere.txt")
    assert ran.exit_code == 1
    assert "nowhere.txt: no such file — check the path, or write the address with https://" in ran.stderr
    assert ran.stdout == "pages: 0 fetched, 2 failed\n"


def test_a_list_in_a_file_is_fetched_and_a_line_that_is_no_address_is_told(fetch, site, work):
    (work / "list.txt").write_text(f"# stories\n{site}/a.html\nnot an address\n{site}/b.html\n")
    ran = fetch("list.txt")
    assert ran.exit_code == 0
    assert "list.txt: line 3 is no address of the web" in ran.stderr
    assert ran.stdout.splitlines()[-1] == "pages: 2 fetched, 1 failed"


@pytest.mark.parametrize("is_remote", [True, False])
def test_a_feed_is_expanded_and_a_limit_kept(fetch, site, work, is_remote):
    (work / "feed.xml").write_text(FEED.format(url=site))
    target = f"{site}/feed.xml" if is_remote else "feed.xml"
    assert "1 fetched" in fetch(target, "--limit", "1").stdout
    last = fetch(target, "--limit", "1").stdout.splitlines()[-1]
    assert "1 already there" in last
    assert last.endswith("at most 1 pages are asked for at a time: run this again for the next")


def test_what_was_fetched_is_extracted_with_its_address_and_brings_nothing_twice(fetch, site, dateline, work):
    def extract():
        return dateline("extract", "pages", "--events", "t.yaml", "--today", "2026-11-21")

    fetch(f"{site}/a.html")
    assert extract().exit_code == 0
    text = (work / "t.yaml").read_text()
    assert f"{site}/a.html" in text
    fetch(f"{site}/a.html", "--refresh")
    assert extract().exit_code == 0
    assert (work / "t.yaml").read_text() == text


def test_a_private_address_needs_the_option(dateline, site, work):
    ran = dateline("fetch", f"{site}/a.html", "--into", "pages")
    assert ran.exit_code == 1
    assert "--allow-private" in ran.stderr
    assert not (work / "pages").exists()


def test_a_folder_that_cannot_be_written_ends_the_run_in_words(fetch, site, work):
    (work / "pages").write_text("a file")
    ran = fetch(f"{site}/a.html")
    assert ran.exit_code in {1, 2}
    assert "Traceback" not in ran.stderr
    assert "pages" in ran.stderr


def test_an_interrupted_run_says_how_to_go_on(fetch, site, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setattr("os.fsync", interrupt)
    ran = fetch(f"{site}/a.html")
    assert ran.exit_code == 1
    assert "stopped before the end; run this again to go on" in ran.stdout


@pytest.mark.parametrize("name", ["", " ", "naïve", "a\nb"])
def test_a_name_that_cannot_be_sent_is_refused(fetch, site, name):
    ran = fetch(f"{site}/a.html", "--user-agent", name)
    assert ran.exit_code == 1
    assert "--user-agent" in ran.stderr


def test_the_clock_of_the_machine_goes_on():
    from generator.commands.fetch import MachineClock

    clock = MachineClock()
    before, day = clock.monotonic(), clock.now()
    clock.sleep(0.001)
    assert clock.monotonic() > before
    assert clock.now() >= day


@pytest.mark.parametrize(
    "option",
    [
        *("--delay=nan", "--delay=inf", "--delay=1e9", "--timeout=nan", "--timeout=inf", "--timeout=0"),
        *("--max-size=nan", "--max-size=inf", "--max-size=0", "--retries=1000"),
    ],
)
def test_a_number_that_no_run_can_keep_to_is_refused(dateline, site, option):
    ran = dateline("fetch", f"{site}/a.html", option)
    assert ran.exit_code == 2
    assert option.partition("=")[0] in ran.stderr
