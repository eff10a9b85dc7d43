"""Which addresses of the network may be connected to: public ones, unless the person who runs this allows others.

A page, a feed or a redirect may name any host, and whoever owns a name decides where it leads. So a program that
fetches what strangers name could be made to read what only its own machine or network can see: a router, a database,
the metadata of a cloud machine with its keys. What is checked is the address that is connected to, not the name.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from generator.errors import FetchError
from generator.fetching.web_address import WebAddress

__all__ = ["Resolver", "resolve", "system_resolver", "why_not_public"]

Resolver = Callable[[str, int], Sequence[str]]
"""Takes a host and a port, and gives its IP addresses as text; `OSError` where there are none."""

IPV4_SPECIAL = tuple(
    (IPv4Network(network), what)
    for network, what in (
        ("0.0.0.0/8", "an address of “this network”"),
        ("10.0.0.0/8", "a private address"),
        ("100.64.0.0/10", "an address within a provider's network"),
        ("127.0.0.0/8", "this machine itself"),
        ("168.63.129.16/32", "a cloud's own service"),
        ("169.254.0.0/16", "a link-local address, such as a cloud's metadata"),
        ("172.16.0.0/12", "a private address"),
        ("192.0.0.0/24", "a reserved address"),
        ("192.0.2.0/24", "an address for documentation"),
        ("192.88.99.0/24", "a relay of 6to4"),
        ("192.168.0.0/16", "a private address"),
        ("198.18.0.0/15", "an address for measurements"),
        ("198.51.100.0/24", "an address for documentation"),
        ("203.0.113.0/24", "an address for documentation"),
        ("224.0.0.0/4", "a multicast address"),
        ("240.0.0.0/4", "a reserved address"),
    )
)
"""IANA's registry of special-purpose IPv4 addresses (RFC 6890), and one public address that serves Azure's machines."""

IPV6_SPECIAL = tuple(
    (IPv6Network(network), what)
    for network, what in (
        ("::1/128", "this machine itself"),
        ("::ffff:0:0/96", "an IPv4 address in the guise of IPv6"),
        ("64:ff9b:1::/48", "an address of a local translation"),
        ("2001::/23", "a reserved address"),
        ("2001:db8::/32", "an address for documentation"),
        ("2002::/16", "an address of 6to4"),
        ("3fff::/20", "an address for documentation"),
        ("fc00::/7", "a private address"),
        ("fe80::/10", "a link-local address"),
        ("ff00::/8", "a multicast address"),
    )
)
"""IANA's registry of special-purpose IPv6 addresses (RFC 6890)."""

IPV6_GLOBAL = IPv6Network("2000::/3")
"""All that is assigned to hosts of the public network (RFC 4291, section 2.4); what lies outside is not."""

NAT64 = IPv6Network("64:ff9b::/96")
"""How networks of IPv6 alone reach IPv4 (RFC 6052): the last 32 bits are the address that counts."""

NO_SUCH_HOST = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})


def system_resolver(host: str, port: int) -> Sequence[str]:
    """Ask the system for the addresses of a host.

    Args:
        host: A name, or an address as text.
        port: The port to connect to.

    Returns:
        Its addresses, in the order in which the system would try them, each once.

    Raises:
        OSError: There are none, or the system cannot tell.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def resolve(address: WebAddress, resolver: Resolver, *, allow_private: bool) -> Sequence[str]:
    """Find the IP addresses that may be connected to for an address of the web.

    The answer is what must be connected to: asking again could give another one (DNS rebinding).

    Args:
        address: The address.
        resolver: Tells the addresses of a host; it is asked once.
        allow_private: Whether addresses that are not public may be connected to.

    Returns:
        The IP addresses as text, at least one.

    Raises:
        FetchError: There is no such host, or one of its addresses is not public. One is enough: a name that has a
            private address among public ones is a trick, or a mistake.
        OSError: The resolver cannot tell now.
    """
    try:
        found = resolver(address.host, address.port)
    except socket.gaierror as error:
        if error.errno in NO_SUCH_HOST:
            raise _no_host(address) from None
        raise
    except UnicodeError:  # a label of a name that is empty, or longer than 63 characters
        raise _no_host(address) from None
    if not found:
        raise _no_host(address)
    for each in found:
        why = "" if allow_private else why_not_public(each)
        if why:
            what = f"{address.host} is {each}, {why}" if each != address.host else f"the host is {why}"
            todo = "leave it out, or give --allow-private if the host is yours"
            raise FetchError(what, where=address.url, todo=todo)
    return found


def why_not_public(ip: str) -> str:
    """Say why an IP address is not one of the public network.

    Args:
        ip: The address as text.

    Returns:
        What it is instead, such as `a private address`; empty for a public address.
    """
    try:
        address = ip_address(ip)
    except ValueError:
        return "no address that can be checked"
    if isinstance(address, IPv4Address):
        return _why_not_public_v4(address)
    bare = IPv6Address(int(address))  # without the zone of `fe80::1%eth0`
    if bare in NAT64:
        return _why_not_public_v4(IPv4Address(int(bare) & 0xFFFFFFFF))
    for network, what in IPV6_SPECIAL:
        if bare in network:
            return what
    return "" if bare in IPV6_GLOBAL else "a reserved address"


def _why_not_public_v4(address: IPv4Address) -> str:
    return next((what for network, what in IPV4_SPECIAL if address in network), "")


def _no_host(address: WebAddress) -> FetchError:
    return FetchError(f"there is no host {address.host}", where=address.url, todo="check its spelling")
