"""Runs: lists are read for the pages that they name, a run may be limited or stopped, and the next goes on."""

from __future__ import annotations

import gzip

import pytest

from generator.fetching import Options, State, fetch

RSS = """<?xml version="1.0"?><!-- made by hand --><rss version="2.0"><channel><title>Coast Daily</title>
<item><title>Storm</title><link>{url}/a?utm_source=rss</link></item><item><link>{url}/b</link></item></channel></rss>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>{url}/a</loc></url>
<url><loc>{url}/b</loc></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>{url}/{name}</loc></sitemap></sitemapindex>"""
JSON = """{{"version": "https://jsonfeed.org/version/1.1", "title": "Coast Daily", "items": [
{{"id": "1", "url": "{url}/a"}}, {{"id": "2", "url": "{url}/b"}}]}}"""
PLAIN = "# stories\n{url}/a\n\n{url}/b\n"


@pytest.fixture
def pages(host, reply):
    """A host with four pages."""
    host.pages |= {f"/{name}": reply() for name in "abcd"}
    return host


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (RSS, "application/rss+xml"),
        (RSS, "text/xml; charset=utf-8"),
        (RSS, "text/html"),
        (SITEMAP, "application/xml"),
        (JSON, "application/feed+json"),
        (JSON, "application/json"),
        (PLAIN, "text/plain"),
    ],
)
def test_a_list_of_a_host_is_read_for_the_pages_that_it_names(pages, get, reply, text, kind):
    pages.pages["/list"] = reply(text.format(url=pages.url).encode(), kind=kind)
    listed, *fetched = get(f"{pages.url}/list")
    assert (listed.state, listed.named, listed.path) == (State.EXPANDED, 2, None)
    assert [outcome.address for outcome in fetched] == [f"{pages.url}/a", f"{pages.url}/b"]
    assert len(list(fetched[0].path.parent.iterdir())) == 2, "the list itself is not kept"


def test_a_sitemap_may_be_packed(pages, get, reply):
    body = gzip.compress(SITEMAP.format(url=pages.url).encode())
    pages.pages["/sitemap.xml.gz"] = reply(body, kind="application/x-gzip")
    assert [outcome.state for outcome in get(f"{pages.url}/sitemap.xml.gz")][1:] == [State.FETCHED] * 2


def test_an_index_of_sitemaps_is_followed(pages, get, reply):
    pages.pages["/index.xml"] = reply(INDEX.format(url=pages.url, name="s.xml").encode(), kind="text/xml")
    pages.pages["/s.xml"] = reply(SITEMAP.format(url=pages.url).encode(), kind="text/xml")
    states = [outcome.state for outcome in get(f"{pages.url}/index.xml")]
    assert states == [State.EXPANDED, State.EXPANDED, State.FETCHED, State.FETCHED]


def test_lists_of_lists_end(pages, get, reply):
    for number in range(9):
        body = INDEX.format(url=pages.url, name=f"{number + 1}.xml").encode()
        pages.pages[f"/{number}.xml"] = reply(body, kind="text/xml")
    *lists, last = get(f"{pages.url}/0.xml")
    assert ([outcome.state for outcome in lists], last.state) == ([State.EXPANDED] * 3, State.FAILED)


@pytest.mark.parametrize("text", ["<rss version='2.0'><channel></channel></rss>", "<rss", "<urlset></urlset>"])
def test_a_list_that_names_nothing_is_said_to(pages, get, reply, text):
    pages.pages["/list"] = reply(text.encode() + b" ", kind="application/xml")
    [outcome] = get(f"{pages.url}/list")
    assert outcome.state is State.FAILED
    assert outcome.error.where == f"{pages.url}/list"


def test_a_text_with_one_address_in_it_is_no_list(pages, get, reply):
    pages.pages["/t"] = reply(b"See https://example.org/a for the story.\n", kind="text/plain")
    assert get(f"{pages.url}/t")[0].state is State.FETCHED


def test_a_limited_run_asks_for_so_many_pages_and_the_next_for_the_next(pages, get):
    addresses = [f"{pages.url}/{name}" for name in "abcd"]
    assert [outcome.state for outcome in get(*addresses, limit=2)] == [State.FETCHED] * 2
    states = [outcome.state for outcome in get(*addresses, limit=2)]
    assert states == [State.THERE] * 2 + [State.FETCHED] * 2
    assert pages.paths == ["/a", "/b", "/c", "/d"]


def test_a_list_does_not_count_against_the_limit(pages, get, reply):
    pages.pages["/list"] = reply(PLAIN.format(url=pages.url).encode(), kind="text/plain")
    assert [outcome.state for outcome in get(f"{pages.url}/list", limit=1)] == [State.EXPANDED, State.FETCHED]


def test_a_run_that_is_stopped_asks_for_nothing_more(pages, into, clock):
    addresses = (f"{pages.url}/{name}" for name in "abcd")
    run = fetch(addresses, into, Options(allow_private=True, delay=0), clock=clock)
    assert next(run).state is State.FETCHED
    run.close()
    assert pages.paths == ["/a"]
    assert len(list(into.iterdir())) == 1


def test_addresses_are_taken_as_they_are_needed(pages, into, clock):
    taken = []

    def endless():
        number = 0
        while True:
            taken.append(number)
            yield f"{pages.url}/a?number={(number := number + 1)}"

    run = fetch(endless(), into, Options(allow_private=True, delay=0), clock=clock)
    next(run)
    run.close()
    assert len(taken) <= 1001
