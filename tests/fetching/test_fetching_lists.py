"""What lists lead to: several addresses of one page, and what a feed or sitemap says of a page that does not say it."""

from __future__ import annotations

import datetime as dt
import re
import shlex
from pathlib import Path

import pytest

from generator.cli import main
from generator.fetching import State
from generator.fetching.redirects import NAME
from generator.fetching.store import page_finder
from generator.reading import read

TODAY = dt.date(2026, 11, 21)
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Coast Daily</title>
<item><title>Storm in Port Elm</title><link>{url}</link><pubDate>Wed, 05 May 2021 08:00:00 GMT</pubDate></item>
</channel></rss>"""
BARE = """<html><body><p>A storm closed the harbour of Port Elm on Tuesday, the harbour master Jane Hill said.</p>
<p>The boats stayed in for two days, and the fish market was shut until the weekend, she said.</p></body></html>"""


@pytest.fixture
def moved(host, reply):
    """A host with a page to which two addresses lead."""
    host.pages["/storm"] = reply()
    for path in ("/a", "/b"):
        host.pages[path] = reply(status=301, headers={"Location": "/storm"})
    return host


def pages(folder):
    return [path.name for path in folder.iterdir() if path.name != NAME]


@pytest.mark.parametrize("order", [("/a", "/b", "/storm"), ("/storm", "/b", "/a")])
def test_a_page_that_several_addresses_lead_to_is_one_file(moved, get, into, order):
    outcomes = get(*(f"{moved.url}{path}" for path in order))
    assert len({outcome.path for outcome in outcomes}) == 1
    assert len(pages(into)) == 1
    assert [each.state for each in get(*(f"{moved.url}{path}" for path in order))] == [State.THERE] * 3
    assert [page_finder(into)(f"{moved.url}{path}") for path in order] == [outcomes[0].path] * 3


def test_a_page_that_is_there_is_not_written_anew_because_another_address_leads_to_it(moved, get):
    [first] = get(f"{moved.url}/storm")
    first.path.write_bytes(first.path.read_bytes().replace(b"fetched:", b'publisher: "Coast Daily"\nfetched:'))
    kept = first.path.read_bytes()
    [second] = get(f"{moved.url}/a")
    assert (second.state, second.path, first.path.read_bytes()) == (State.THERE, first.path, kept)


def test_a_page_that_is_asked_for_anew_is_found_by_the_address_that_leads_to_it(moved, get, reply, into):
    [first] = get(f"{moved.url}/a")
    moved.pages["/storm"] = reply(reply().body.replace(b"two days", b"three days"))
    [again] = get(f"{moved.url}/a", refresh=True)
    assert (again.state, again.path) == (State.FETCHED, first.path)
    assert b"three days" in first.path.read_bytes()
    assert len(pages(into)) == 1


def test_a_page_that_moved_since_keeps_its_file_and_gets_its_new_address(moved, get, reply):
    [first] = get(f"{moved.url}/storm")
    moved.pages["/new"] = reply(reply().body.replace(b"two days", b"three days"))
    moved.pages["/storm"] = reply(status=301, headers={"Location": "/new"})
    [again] = get(f"{moved.url}/storm", refresh=True)
    assert again.path == first.path
    assert read(again.path, today=TODAY).url == f"{moved.url}/new"
    assert get(f"{moved.url}/storm")[0].state is State.THERE


def test_a_file_of_redirects_that_somebody_spoilt_costs_a_request_and_no_more(moved, get, into):
    [first] = get(f"{moved.url}/a")
    (into / NAME).write_text(f"nonsense\n{moved.url}/a javascript:alert(1)\n")
    [again] = get(f"{moved.url}/a")
    assert (again.state, again.path) == (State.THERE, first.path)


def test_redirects_are_not_remembered_behind_a_link(moved, get, into, tmp_path):
    mine = tmp_path / "mine"
    mine.write_text("my own\n")
    into.mkdir()
    (into / NAME).symlink_to(mine)
    assert get(f"{moved.url}/a")[0].state is State.FETCHED
    assert mine.read_text() == "my own\n"


def test_what_a_feed_says_of_a_page_counts_where_the_page_does_not_say_it(host, get, reply):
    host.pages["/bare"] = reply(BARE.encode())
    host.pages["/feed"] = reply(RSS.format(url=f"{host.url}/bare").encode(), kind="application/rss+xml")
    article = read(get(f"{host.url}/feed")[-1].path, today=TODAY)
    assert (article.title, article.publisher, article.dct) == (
        "Storm in Port Elm",
        "Coast Daily",
        dt.date(2021, 5, 5),
    )
    assert article.published is not None
    assert article.published.reason == (
        "the feed's RSS field pubDate says 2021-05-05, and the page itself gives no day"
    )


def test_what_a_page_says_of_itself_wins_over_its_feed(host, get, reply):
    head = '<head><meta property="article:published_time" content="2021-05-04T09:00:00Z"><title>Harbour shut</title>'
    head += '<meta property="og:site_name" content="Northern Echo"></head>'
    host.pages["/full"] = reply(BARE.replace("<body>", f"{head}<body>").encode())
    host.pages["/feed"] = reply(RSS.format(url=f"{host.url}/full").encode(), kind="application/rss+xml")
    article = read(get(f"{host.url}/feed")[-1].path, today=TODAY)
    assert (article.title, article.publisher, article.dct) == ("Harbour shut", "Northern Echo", dt.date(2021, 5, 4))


def test_a_day_of_a_list_that_lies_in_the_future_is_not_believed(host, get, reply):
    host.pages["/bare"] = reply(BARE.encode())
    host.pages["/feed"] = reply(RSS.format(url=f"{host.url}/bare").encode(), kind="application/rss+xml")
    assert read(get(f"{host.url}/feed")[-1].path, today=dt.date(2021, 5, 4)).dct is None


def test_what_a_list_said_stays_when_the_page_is_asked_for_by_itself(host, get, reply):
    host.pages["/bare"] = [reply(BARE.encode()), reply(BARE.replace("two days", "three days").encode())]
    host.pages["/feed"] = reply(RSS.format(url=f"{host.url}/bare").encode(), kind="application/rss+xml")
    get(f"{host.url}/feed")
    [again] = get(f"{host.url}/bare", refresh=True)
    assert again.state is State.FETCHED
    assert read(again.path, today=TODAY).publisher == "Coast Daily"


def test_the_commands_of_the_readme_fetch_a_list_and_read_its_pages(host, reply, tmp_path, monkeypatch, capsys):
    host.pages["/a"], host.pages["/b"] = reply(), reply(BARE.encode())
    monkeypatch.chdir(tmp_path)
    Path("addresses.urls").write_text(f"# two pages\n{host.url}/a\n{host.url}/b\n")
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    [script] = re.findall(r"^```sh\n(dateline fetch .*?)^```", readme, re.MULTILINE | re.DOTALL)
    here = {"fetch": ["--allow-private", "--delay", "0"], "extract": ["--today", "2026-11-21"]}
    for line in script.splitlines():
        command = shlex.split(line, comments=True)[1:]
        with pytest.raises(SystemExit) as ended:
            main([*command, *here[command[0]]])
        assert not ended.value.code
    said = capsys.readouterr().out
    assert "data/articles: 2 fetched" in said
    assert "Read 2 articles; cited " in said
    assert "2021-05-04" in Path("data/events.yaml").read_text(encoding="utf-8")
