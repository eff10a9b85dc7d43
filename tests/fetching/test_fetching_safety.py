"""Safety: no page, name or redirect leads this program to a host that only this machine can see."""

from __future__ import annotations

import socket

import pytest

from generator.fetching import State

PUBLIC = "https://news.example/a"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/a",
        "http://localhost:{port}/a",
        "http://[::1]:{port}/a",
        "http://[::ffff:127.0.0.1]:{port}/a",
        "http://[64:ff9b::7f00:1]:{port}/a",
        "http://[2002:7f00:1::]:{port}/a",
        "http://2130706433:{port}/a",
        "http://0177.0.0.1:{port}/a",
        "http://0x7f.1:{port}/a",
        "http://169.254.169.254/latest/meta-data/",
    ],
)
def test_a_host_that_is_not_public_is_never_asked(host, get, reply, into, address):
    host.pages["/a"] = reply()
    [outcome] = get(address.format(port=host.port), allow_private=False)
    assert outcome.state is State.FAILED
    assert outcome.error.todo
    assert (host.asked, into.exists()) == ([], False)


def test_a_name_that_leads_to_a_private_address_is_never_asked(host, get, reply):
    host.pages["/a"] = reply()
    [outcome] = get(f"http://news.example:{host.port}/a", allow_private=False)
    assert outcome.error.what == "news.example is 127.0.0.1, this machine itself"
    assert "--allow-private" in outcome.error.todo
    assert host.asked == []


def test_a_redirect_to_a_private_address_is_not_followed(hosts, get, reply, monkeypatch):
    outside, inside = hosts("127.0.0.2"), hosts("127.0.0.1")
    outside.pages["/a"] = reply(status=302, headers={"Location": f"http://inside.example:{inside.port}/secret"})
    inside.pages["/secret"] = reply()
    # One loopback address passes for a public one.
    monkeypatch.setattr(
        "generator.fetching.guard.why_not_public", lambda ip: "" if ip == "127.0.0.2" else "a private address"
    )
    names = {"outside.example": ("127.0.0.2",), "inside.example": ("127.0.0.1",)}
    [outcome] = get(
        f"http://outside.example:{outside.port}/a", allow_private=False, resolver=lambda name, _: names[name]
    )
    assert outcome.error.what == "inside.example is 127.0.0.1, a private address"
    assert (outside.paths, inside.asked) == (["/a"], [])


def test_a_name_that_changes_its_address_after_the_check_leads_nowhere_else(hosts, get, reply, monkeypatch):
    checked = hosts("127.0.0.2")
    rebound = hosts("127.0.0.3", port=checked.port)
    for each in (checked, rebound):
        each.pages["/a"] = reply()
    look_up = socket.getaddrinfo

    def rebinding(name, *arguments, **options):
        """What the system would say to a second question."""
        return look_up("127.0.0.3" if name == "news.example" else name, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    [outcome] = get(f"http://news.example:{checked.port}/a", resolver=lambda *_: ("127.0.0.2",))
    assert outcome.state is State.FETCHED
    assert (checked.paths, rebound.asked) == (["/a"], [])
    assert {request["host"] for request in checked.requests} == {f"news.example:{checked.port}"}


def test_every_connection_is_checked_anew(host, get, reply):
    host.pages["/a"] = reply()
    answers = [("127.0.0.1",), ("10.0.0.1",)]
    [outcome] = get(f"http://news.example:{host.port}/a", resolver=lambda *_: answers.pop(0), allow_private=False)
    assert outcome.state is State.FAILED
    assert host.asked == []


def test_a_proxy_of_the_environment_is_not_used(hosts, get, reply, monkeypatch):
    host, proxy = hosts(), hosts()
    host.pages["/a"] = reply()
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, proxy.url)
    [outcome] = get(f"{host.url}/a")
    assert (outcome.state, proxy.asked) == (State.FETCHED, [])


def test_the_next_address_of_a_host_is_tried_where_one_takes_no_connection(host, get, reply):
    host.pages["/a"] = reply()
    [outcome] = get(f"http://news.example:{host.port}/a", resolver=lambda *_: ("127.0.0.9", "127.0.0.1"))
    assert outcome.state is State.FETCHED


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("ftp://news.example/a", "no address of the web"),
        ("https://user:secret@news.example/a", "name or password"),
        ("https://news.example:25/a", "port 25"),
    ],
)
def test_what_is_not_for_a_fetcher_is_refused_before_a_name_is_resolved(get, address, said):
    [outcome] = get(address, resolver=lambda *_: pytest.fail("it asked"))
    assert outcome.state is State.FAILED
    assert said in outcome.error.what
    assert "secret" not in str(outcome)
