"""The guard: no address is connected to that is not of the public network, in whatever form it comes."""

from __future__ import annotations

import socket

import pytest

from generator.errors import FetchError
from generator.fetching.guard import resolve, system_resolver, why_not_public
from generator.fetching.web_address import parse

PAGE = parse("https://news.example/a")


@pytest.mark.parametrize(
    "ip",
    [
        *(
            "0.0.0.0",  # noqa: S104 nothing is bound
            "0.1.2.3",
            "10.1.2.3",
            "100.64.0.1",
            "100.100.100.200",
            "127.0.0.1",
            "127.8.9.10",
        ),
        *("169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1"),
        *("198.18.0.1", "198.51.100.1", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255"),
        *("168.63.129.16", "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "64:ff9b::7f00:1"),
        *("64:ff9b::a9fe:a9fe", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1"),
        *("fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "4000::1", "nonsense", ""),
    ],
)
def test_an_address_that_is_not_public_is_told_from_those_that_are(ip):
    assert why_not_public(ip)


@pytest.mark.parametrize(
    "ip", ["8.8.8.8", "1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "64:ff9b::808:808", "2a00:1450::1"]
)
def test_a_public_address_may_be_connected_to(ip):
    assert why_not_public(ip) == ""


def test_one_private_address_among_public_ones_is_enough_to_refuse_a_host():
    with pytest.raises(FetchError, match=r"news\.example is 10\.0\.0\.1, a private address"):
        resolve(PAGE, lambda *_: ("8.8.8.8", "10.0.0.1"), allow_private=False)


def test_a_host_is_resolved_once_and_its_addresses_handed_on():
    asked = []
    found = resolve(PAGE, lambda *asking: asked.append(asking) or ("8.8.8.8", "1.1.1.1"), allow_private=False)
    assert (found, asked) == (("8.8.8.8", "1.1.1.1"), [("news.example", 443)])


def test_an_option_allows_private_addresses():
    assert resolve(PAGE, lambda *_: ("10.0.0.1",), allow_private=True) == ("10.0.0.1",)


def failing(error):
    def resolver(*_):
        raise error

    return resolver


@pytest.mark.parametrize(
    "resolver", [failing(socket.gaierror(socket.EAI_NONAME, "")), failing(UnicodeError()), lambda *_: ()]
)
def test_a_name_without_a_host_is_said_to_have_none(resolver):
    with pytest.raises(FetchError, match=r"there is no host news\.example"):
        resolve(PAGE, resolver, allow_private=False)


def test_a_resolver_that_cannot_tell_now_is_no_missing_host():
    with pytest.raises(OSError, match="later"):
        resolve(PAGE, failing(socket.gaierror(socket.EAI_AGAIN, "later")), allow_private=False)


def test_the_system_names_each_address_once():
    assert system_resolver("127.0.0.1", 80) == ("127.0.0.1",)
