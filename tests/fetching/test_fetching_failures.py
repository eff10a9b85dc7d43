"""Failures: whatever a host does, it costs bounded time and memory, ends in words, and stops no other."""

from __future__ import annotations

import gzip
import ssl
import threading
import time
import tracemalloc
import zlib
from functools import partial

import brotli
import pytest
import trustme

from generator.fetching import State

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
BLANK = b"\0" * 50_000_000
PATIENCE = 240
"""Seconds that a host of the tests goes on for where nobody leaves it: more than a slow machine takes for a test."""


@pytest.fixture
def failing(host, get, reply, into):
    """Get a page that fails, beside one that does not; give the words of the failure."""

    def run(bad, **options):
        host.pages |= {"/bad": bad, "/good": reply()}
        bad_one, good = get(f"{host.url}/bad", f"{host.url}/good", **options)
        assert (bad_one.state, good.state) == (State.FAILED, State.FETCHED)
        assert bad_one.error.where.startswith(f"{host.url}/bad")
        assert bad_one.error.todo
        assert [path.name for path in into.iterdir()] == [good.path.name]
        return bad_one.error.what

    return run


def test_a_host_that_says_nothing_is_not_waited_for_for_ever(failing, reply, monkeypatch):
    monkeypatch.setattr("generator.fetching.exchange.READ_SECONDS", 3)
    over = threading.Event()
    assert failing(reply(act=lambda _: over.wait(PATIENCE))) == "127.0.0.1 does not answer"
    over.set()


@pytest.mark.parametrize(
    "pieces",
    [
        (b"H",),
        (OK, b"X-Field: a\r\n"),
        (OK + b"\r\n", b"<p>word</p>"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    ],
)
def test_a_host_that_goes_on_for_ever_is_cut(failing, reply, raw, pieces):
    start, *rest = pieces
    sender = raw(*(rest or pieces), pause=0.05, times=20 * PATIENCE)

    def act(handler):
        handler.wfile.write(start)
        sender(handler)

    began = time.monotonic()
    assert failing(reply(act=act), timeout=2) == "no whole answer within 2 seconds"
    assert time.monotonic() - began < PATIENCE / 2


def test_a_page_that_says_it_is_too_large_is_not_read(failing, reply, raw):
    answer = OK + b"Content-Length: 99999999999\r\n\r\n"
    assert failing(reply(act=raw(answer)), max_size=10_000) == "the page is larger than 0.01 MB"


def test_a_page_that_does_not_end_is_left_at_the_limit(failing, reply, raw):
    what = failing(reply(act=raw(OK + b"\r\n" + b"a" * 8192, b"a" * 65536, times=50)), max_size=100_000)
    assert what == "the page is larger than 0.1 MB"


@pytest.mark.parametrize("packing", ["gzip", "deflate", "br"])
def test_a_bomb_is_left_at_the_limit_and_its_rest_is_not_unpacked(failing, reply, packing):
    body = {"gzip": gzip.compress, "deflate": zlib.compress, "br": partial(brotli.compress, quality=3)}[packing](BLANK)
    tracemalloc.start()
    try:
        what = failing(reply(body, headers={"Content-Encoding": packing}), max_size=1_000_000)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert what == "the page is larger than 1 MB"
    assert peak < 20_000_000, "of 50 MB"


@pytest.mark.parametrize("packing", ["gzip, gzip", "compress", "zstd", "rot13"])
def test_a_packing_that_is_not_known_is_refused(failing, reply, packing):
    assert "which is not known" in failing(reply(headers={"Content-Encoding": packing}))


def test_a_body_that_is_not_packed_as_it_says_is_refused(failing, reply):
    assert "not packed as it says" in failing(reply(b"<p>plain</p>", headers={"Content-Encoding": "gzip"}))


@pytest.mark.parametrize(
    "answer",
    [
        OK + b"Content-Length: 500\r\n\r\n<p>A storm",
        OK + b"Transfer-Encoding: chunked\r\n\r\n20\r\n<p>A storm",
        OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n<p>A storm",
        b"",
        b"SSH-2.0-server\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * 70_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 200 + b"\r\n",
    ],
)
def test_an_answer_that_breaks_off_is_no_page(failing, reply, raw, answer):
    assert "breaks off" in failing(reply(act=raw(answer)))


def test_an_answer_that_breaks_off_is_asked_for_again(host, get, reply, raw):
    host.pages["/a"] = [reply(act=raw(OK + b"Content-Length: 500\r\n\r\n<p>")), reply()]
    assert get(f"{host.url}/a", retries=1)[0].state is State.FETCHED


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/octet-stream", "nonsense", "text/css; a=b"])
def test_what_no_reader_knows_is_refused_without_its_body(failing, reply, raw, kind):
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: 99\r\n\r\n".encode()
    assert f"this is “{kind.partition(';')[0]}”" in failing(reply(act=raw(answer)))


def test_a_host_must_say_what_it_gives(failing, reply):
    assert "does not say what this is" in failing(reply(kind=""))


@pytest.mark.parametrize(
    ("kind", "body", "said"),
    [
        ("text/html", b" \n ", "nothing on this page"),
        ("text/html", b"\x89PNG\r\n\x1a\n\0\0\0\0", "cannot be read"),
        ("text/html; charset=utf-16le", b"\x00\xd8a\x00", "cannot be read"),
        ("application/pdf", b"<html>Please log in</html>", "is none"),
        ("application/json", b'{"a": 1}', "neither an article, nor a feed"),
        ("application/xml", b"<note>a</note>", "neither an article, nor a feed"),
    ],
)
def test_a_page_that_is_not_what_it_says_is_refused(failing, reply, kind, body, said):
    assert said in failing(reply(body, kind=kind))


def test_redirects_in_a_circle_are_left(failing, reply, host):
    host.pages["/c"] = reply(status=302, headers={"Location": "/bad"})
    assert "redirects go in a circle" in failing(reply(status=302, headers={"Location": "/c"}))


def test_ten_redirects_are_followed_and_no_more(failing, host, get, reply):
    host.pages |= {f"/{step}": reply(status=302, headers={"Location": f"/{step + 1}"}) for step in range(20)}
    host.pages |= {"/end": reply()}
    what = failing(reply(status=301, headers={"Location": "/0"}))
    assert what.startswith("more than 10 redirects")
    host.pages |= {"/10": reply(), "/20": reply()}
    assert get(f"{host.url}/0")[0].state is State.FETCHED


def test_a_redirect_that_leads_nowhere_is_no_page(failing, reply):
    assert "status 302" in failing(reply(status=302))


def test_a_host_that_was_not_asked_whether_a_page_changed_cannot_say_that_it_did_not(failing, reply):
    assert "nothing changed" in failing(reply(b"", 304))


def test_a_host_that_takes_no_connection_is_said_to_take_none(hosts, get):
    gone = hosts()
    gone.stop()
    [outcome] = get(f"{gone.url}/a")
    assert (outcome.state, "no connection to 127.0.0.1" in outcome.error.what) == (State.FAILED, True)


def test_a_host_of_many_addresses_has_no_more_time_than_one_of_one(get, monkeypatch):
    waits = []

    def silent(sock, _):
        waits.append(min(sock.gettimeout(), 0.2))
        time.sleep(waits[-1])
        raise TimeoutError

    monkeypatch.setattr("socket.socket.connect", silent)
    [outcome] = get("http://news.example/a", resolver=lambda *_: ("127.0.0.1",) * 50, timeout=0.5)
    assert 0 < sum(waits) < 2, "of 10 seconds; it asks for robots.txt, too"
    assert "news.example does not answer" in outcome.error.what


def test_a_name_that_cannot_be_resolved_now_may_be_later(get):
    def resolver(*_):
        raise OSError

    [outcome] = get("https://news.example/a", resolver=resolver)
    assert "cannot be found out now" in outcome.error.what
    assert outcome.error.todo == "try again later"


@pytest.fixture
def secure(hosts, monkeypatch):
    """A host under TLS, for a name and an authority; and whom this program trusts."""
    from generator.fetching import exchange

    def start(name, *, trusted=True):
        authority = trustme.CA()
        server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(name).configure_cert(server)
        host = hosts()
        host.names = []
        server.sni_callback = lambda _socket, said, _context: host.names.append(said)
        host.server.socket = server.wrap_socket(host.server.socket, server_side=True)
        context = ssl.create_default_context()
        if trusted:
            authority.configure_trust(context)
        monkeypatch.setattr(exchange, "_tls", lambda: context)
        return host

    return start


def test_a_certificate_is_for_the_name_although_the_connection_is_to_a_number(secure, get, reply):
    host = secure("news.example")
    host.pages["/a"] = reply()
    [outcome] = get(f"https://news.example:{host.port}/a", resolver=lambda *_: ("127.0.0.1",))
    assert outcome.state is State.FETCHED
    assert set(host.names) == {"news.example"}
    assert host.requests[0]["host"] == f"news.example:{host.port}"


@pytest.mark.parametrize(("name", "trusted"), [("other.example", True), ("news.example", False)])
def test_a_certificate_that_is_not_valid_ends_it_in_words(secure, get, name, trusted):
    host = secure(name, trusted=trusted)
    [outcome] = get(f"https://news.example:{host.port}/a", resolver=lambda *_: ("127.0.0.1",), retries=3)
    assert outcome.state is State.FAILED
    assert "the certificate of news.example is not valid" in outcome.error.what
    assert host.asked == []


def test_a_host_that_speaks_no_tls_is_said_to(host, get):
    [outcome] = get(f"https://news.example:{host.port}/a", resolver=lambda *_: ("127.0.0.1",))
    assert "no secure connection to news.example" in outcome.error.what


def test_what_is_trusted_are_the_authorities_of_certifi():
    from generator.fetching.exchange import _tls

    assert _tls().verify_mode is ssl.CERT_REQUIRED
    assert _tls().check_hostname
    assert _tls().cert_store_stats()["x509_ca"] > 50
