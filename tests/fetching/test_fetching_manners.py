"""Manners: what a host asks of programs is done, and it is not asked faster, or oftener, than it can bear."""

from __future__ import annotations

import pytest

from generator.fetching import State

RULES = b"User-agent: *\nDisallow: /private/\nAllow: /private/press\n\nUser-agent: dateline\nDisallow: /no-dateline\n"


@pytest.fixture
def guarded(host, reply):
    """A host with two pages."""
    host.pages |= {path: reply() for path in ("/a", "/b", "/private/a", "/no-dateline")}
    return host


def robots(reply, text):
    return reply(text, kind="text/plain")


def test_what_robots_txt_forbids_is_not_asked_for(guarded, get, reply):
    guarded.pages["/robots.txt"] = robots(reply, RULES.partition(b"\n\n")[0])
    refused, fetched = sorted(
        get(f"{guarded.url}/private/a", f"{guarded.url}/a"), key=lambda outcome: outcome.state is State.FETCHED
    )
    assert (refused.state, fetched.state) == (State.REFUSED, State.FETCHED)
    assert "does not let programs ask" in refused.error.what
    assert guarded.paths == ["/a"]


def test_the_rules_for_this_program_win_over_those_for_all(guarded, get, reply):
    guarded.pages["/robots.txt"] = robots(reply, RULES)
    states = {o.address: o.state for o in get(*(f"{guarded.url}/{path}" for path in ("private/a", "no-dateline")))}
    assert states == {
        f"{guarded.url}/private/a": State.FETCHED,
        f"{guarded.url}/no-dateline": State.REFUSED,
    }


def test_robots_txt_is_asked_for_once_a_run(guarded, get, reply):
    guarded.pages["/robots.txt"] = robots(reply, b"User-agent: *\nDisallow:\n")
    get(f"{guarded.url}/a", f"{guarded.url}/b")
    assert guarded.asked == ["/robots.txt", "/a", "/b"]


@pytest.mark.parametrize("status", [404, 403, 410])
def test_a_host_without_robots_txt_allows_all(guarded, get, reply, status):
    guarded.pages["/robots.txt"] = reply(b"", status, "text/plain")
    assert get(f"{guarded.url}/a")[0].state is State.FETCHED


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_host_whose_robots_txt_cannot_be_had_now_is_asked_for_nothing(guarded, get, reply, status):
    guarded.pages["/robots.txt"] = reply(b"", status, "text/plain")
    outcomes = get(f"{guarded.url}/a", f"{guarded.url}/b", retries=1)
    assert [outcome.state for outcome in outcomes] == [State.FAILED, State.FAILED]
    assert "cannot be had now" in outcomes[0].error.what
    assert guarded.asked == ["/robots.txt"] * 2, "asked again once, and not for each page"


def test_robots_txt_may_stand_elsewhere(guarded, get, reply):
    guarded.pages["/robots.txt"] = reply(b"", 301, headers={"Location": "/rules.txt"})
    guarded.pages["/rules.txt"] = robots(reply, b"User-agent: *\nDisallow: /a\n")
    assert get(f"{guarded.url}/a")[0].state is State.REFUSED


def test_the_page_that_a_redirect_leads_to_must_be_allowed_too(hosts, get, reply):
    first, second = hosts(), hosts()
    first.pages["/a"] = reply(status=301, headers={"Location": f"{second.url}/private/a"})
    second.pages |= {"/private/a": reply(), "/robots.txt": robots(reply, RULES.partition(b"\n\n")[0])}
    assert get(f"{first.url}/a")[0].state is State.REFUSED
    assert second.paths == []


def test_requests_to_one_host_are_a_delay_apart(guarded, get, clock):
    get(f"{guarded.url}/a", f"{guarded.url}/b", delay=2.5)
    assert clock.waits == [2.5, 2.5], "robots.txt, first page, second page"


def test_a_host_may_ask_for_a_longer_delay(guarded, get, clock, reply):
    guarded.pages["/robots.txt"] = robots(reply, b"User-agent: *\nCrawl-delay: 7\n")
    get(f"{guarded.url}/a", f"{guarded.url}/b", delay=1)
    assert clock.waits == [1, 7]


def test_a_delay_that_is_too_long_for_a_run_is_left_to_the_next(guarded, get, clock, reply):
    guarded.pages["/robots.txt"] = robots(reply, b"User-agent: *\nCrawl-delay: 3600\n")
    outcomes = get(f"{guarded.url}/a", f"{guarded.url}/b", delay=1)
    assert [outcome.state for outcome in outcomes] == [State.FETCHED, State.FAILED]
    assert "asks to wait 3600 seconds" in outcomes[1].error.what
    assert clock.waits == [1]


def test_the_wait_for_one_host_is_spent_on_the_others(hosts, get, clock, reply):
    ports = [hosts(f"127.0.0.{number}") for number in (1, 2)]
    for host in ports:
        host.pages |= {path: reply() for path in ("/a", "/b")}
    outcomes = get(*(f"{host.url}{path}" for host in ports for path in ("/a", "/b")), delay=10)
    assert {outcome.state for outcome in outcomes} == {State.FETCHED}
    assert clock.seconds - 1000 <= 30, "one after the other would take 40 seconds"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_failure_that_may_pass_is_tried_again_after_ever_longer_waits(host, get, clock, reply, status):
    host.pages["/a"] = [reply(b"", status), reply(b"", status), reply()]
    [outcome] = get(f"{host.url}/a", retries=2)
    assert outcome.state is State.FETCHED
    assert host.paths == ["/a"] * 3
    first, second = clock.waits
    assert 0.5 <= first <= 1 <= second <= 2


@pytest.mark.parametrize("said", ["30", "Sat, 21 Nov 2026 12:00:30 GMT"])
def test_a_host_is_left_alone_for_as_long_as_it_asks(host, get, clock, reply, said):
    host.pages["/a"] = [reply(b"", 429, headers={"Retry-After": said}), reply()]
    assert get(f"{host.url}/a", retries=1)[0].state is State.FETCHED
    assert clock.waits == [30]


@pytest.mark.parametrize("said", ["soon", "-5", "", "²", "Sat, 99 Nov 2026 12:00:30 GMT"])
def test_a_wait_that_is_none_is_passed_over(host, get, clock, reply, said):
    host.pages["/a"] = [reply(b"", 503, headers={"Retry-After": said.encode().decode("latin-1")}), reply()]
    assert get(f"{host.url}/a", retries=1)[0].state is State.FETCHED
    assert all(wait <= 1 for wait in clock.waits)


def test_a_host_that_asks_to_be_left_alone_for_long_is_not_asked_again_in_this_run(host, get, clock, reply):
    host.pages |= {"/a": reply(b"", 503, headers={"Retry-After": "86400"}), "/b": reply()}
    outcomes = get(f"{host.url}/a", f"{host.url}/b", retries=3)
    assert [outcome.state for outcome in outcomes] == [State.FAILED, State.FAILED]
    assert "asks to wait 86400 seconds" in outcomes[1].error.what
    assert (host.paths, clock.waits) == (["/a"], [])


def test_a_host_that_fails_page_after_page_is_left_alone(host, get, reply):
    host.pages |= {f"/{number}": reply(b"", 500) for number in range(9)}
    outcomes = get(*(f"{host.url}/{number}" for number in range(9)), retries=1)
    assert {outcome.state for outcome in outcomes} == {State.FAILED}
    assert "failed 5 times in a row" in outcomes[-1].error.what
    assert len(host.paths) == 5 * 2


def test_a_host_that_fails_now_and_then_is_asked_on(host, get, reply):
    host.pages |= {f"/{number}": reply(status=200 if number % 3 == 0 else 500) for number in range(12)}
    get(*(f"{host.url}/{number}" for number in range(12)))
    assert len(host.paths) == 12


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 418, 451])
def test_a_refusal_is_taken_as_one(host, get, reply, status):
    host.pages["/a"] = reply(b"", status)
    [outcome] = get(f"{host.url}/a", retries=3)
    assert f"status {status}" in outcome.error.what
    assert outcome.error.todo
    assert host.paths == ["/a"]


def test_a_host_is_told_who_asks_and_for_what(host, get, reply):
    host.pages["/a"] = reply()
    get(f"{host.url}/a", user_agent="news-desk/1 (desk@coast.example)")
    for request in host.requests:
        assert request["user-agent"] == "news-desk/1 (desk@coast.example)"
        assert "text/html" in request["accept"]
        assert "cookie" not in request


def test_tracking_parameters_are_not_asked_for(host, get, reply):
    host.pages["/a?id=1"] = reply()
    assert get(f"{host.url}/a?utm_source=feed&id=1#top")[0].state is State.FETCHED
