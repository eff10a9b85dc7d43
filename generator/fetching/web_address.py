"""The canonical address of a page: what is asked for, and what a page is known by.

Two spellings of one address are one page, and are fetched once: the case of the host, a default port, a fragment,
and the parameters by which campaigns are counted make no other page.
"""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv4Address
from urllib.parse import urljoin, urlsplit

from generator.errors import FetchError
from generator.scalars import is_web_address

__all__ = ["WebAddress", "follow", "parse", "shown"]

DEFAULT_PORTS = {"http": 80, "https": 443}
FIRST_FREE_PORT = 1024
"""Below it stand the ports of other services (RFC 6335, section 6), which a request for a page could harm."""

MAX_LENGTH = 8000
"""The longest address that servers must take (RFC 9110, section 4.1)."""

TRACKING = frozenset(
    {
        *("fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid"),
        *("mc_cid", "mc_eid", "_ga", "_gl", "_hsenc", "_hsmi", "mkt_tok", "li_fat_id", "srsltid", "xtor"),
    }
)
"""Parameters that say from where a reader came; beside them all that begin with `utm_`."""

NUMBER = re.compile(r"\d+|0[xX][0-9a-fA-F]*")
"""The last label of a host that a browser would take for a number, and so for an IPv4 address (WHATWG URL)."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """The parts of a canonical address.

    Attributes:
        url: The whole address.
        scheme: `http` or `https`.
        host: The name in lower case, international names in their ASCII form; an IPv6 address without brackets.
        port: The port, also where it is the default.
        target: Path and query: what the host is asked for.
    """

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the `Host` field has them: a default port is left out (RFC 9110, section 7.2)."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt is for (RFC 9309, section 2.3)."""
        return f"{self.scheme}://{self.authority}"


def parse(text: str) -> WebAddress:
    """Read an address and bring it into its canonical form.

    Args:
        text: An address as somebody wrote it, or as a feed, sitemap or redirect has it.

    Returns:
        The address without fragment, default port and tracking parameters, its host in lower case, other characters
        than those of addresses percent-encoded.

    Raises:
        FetchError: It is no address of the web, holds a name and password, or names a host or port that no page has.
    """
    from urllib3.exceptions import LocationParseError
    from urllib3.util import parse_url

    written = text.strip()
    if len(written) > MAX_LENGTH:
        what = f"the address has {len(written)} characters, the limit is {MAX_LENGTH}"
        raise FetchError(what, where=f"{written[:80]}…", todo="leave it out")
    if not is_web_address(written):
        todo = "write one that begins with https:// or http://"
        raise FetchError("this is no address of the web", where=shown(written), todo=todo)
    try:
        parts = parse_url(written)
    except LocationParseError:
        raise FetchError("this address cannot be read", where=shown(written), todo="check its spelling") from None
    scheme, host = parts.scheme or "", (parts.host or "").strip("[]").rstrip(".")
    if parts.auth is not None or "@" in urlsplit(written).netloc:
        raise FetchError("the address holds a name or password", where=f"{scheme}://…@{host}", todo="take it out")
    _check_host(host, written)
    port = parts.port if parts.port is not None else DEFAULT_PORTS[scheme]
    if not 0 < port < 65536 or (port < FIRST_FREE_PORT and port not in DEFAULT_PORTS.values()):
        what = f"port {port} is not one of the web"
        raise FetchError(what, where=written, todo="use 80, 443, or one from 1024 on")
    target = (parts.path or "/") + _query(parts.query)
    origin = WebAddress("", scheme, host, port, target).origin
    return WebAddress(origin + target, scheme, host, port, target)


def follow(base: WebAddress, location: str) -> WebAddress:
    """Where a redirect leads.

    Args:
        base: The address that was asked for.
        location: The redirect's `Location`, as an HTTP library gives it: an address, or one relative to the base.
            Many hosts write it in UTF-8 and with spaces, and browsers follow it.

    Returns:
        The address to ask for next.

    Raises:
        FetchError: As for `parse`.
    """
    with contextlib.suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    location = location.strip().replace(" ", "%20")
    try:
        joined = urljoin(base.url, location)
    except ValueError:
        joined = location
    return parse(joined)


def shown(text: str) -> str:
    """What a stranger wrote, fit to be printed in a message: short, on one line, and nothing that a terminal obeys."""
    line = " ".join("".join(character if character.isprintable() else "\ufffd" for character in text).split())
    return line if len(line) <= 100 else f"{line[:99]}…"


def _check_host(host: str, written: str) -> None:
    """Refuse an address without a host, and IPv4 in a form that few programs read: `0177.0.0.1`, `0x7f.1`."""
    if not host:
        raise FetchError("the address names no host", where=shown(written), todo="check its spelling")
    if ":" in host or not NUMBER.fullmatch(host.rpartition(".")[2]):
        return
    try:
        IPv4Address(host)
    except AddressValueError:
        todo = "write an IPv4 address as four numbers: 192.0.2.7"
        raise FetchError("the host is a number, but no plain IPv4 address", where=written, todo=todo) from None


def _query(query: str | None) -> str:
    """The query without its tracking parameters, the others in their order and spelling."""
    kept = [pair for pair in (query or "").split("&") if pair and not _is_tracking(pair.partition("=")[0])]
    return f"?{'&'.join(kept)}" if kept else ""


def _is_tracking(name: str) -> bool:
    return name.lower() in TRACKING or name.lower().startswith("utm_")
