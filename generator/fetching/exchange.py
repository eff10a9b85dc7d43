"""One request and its answer, over a connection to an address that was checked, within limits of time and size."""

from __future__ import annotations

import contextlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from generator.errors import FetchError
from generator.fetching.settings import Options
from generator.fetching.web_address import WebAddress, shown

if TYPE_CHECKING:
    from urllib3.response import HTTPResponse

__all__ = ["Answer", "PassingError", "exchange"]

CONNECT_SECONDS = 10.0
"""How long a host may take to answer a call; on a sound network it takes less than one."""

READ_SECONDS = 20.0
"""How long it may then be silent."""

CHUNK = 65_536
PACKINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate", "br"})
"""What a body may be packed in, once: nobody packs a page twice but to do harm."""

TRY_LATER = "try again later"


class PassingError(FetchError):
    """A failure that may pass: the host does not answer, breaks off, or says that it is too busy.

    Args:
        what, where, todo: As for every `DatelineError`.
        wait: Seconds that the host asks to wait before the next request, or None.
    """

    def __init__(self, what: str, *, where: str = "", todo: str = TRY_LATER, wait: float | None = None) -> None:
        super().__init__(what, where=where, todo=todo)
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered.

    Attributes:
        status: The status code of HTTP.
        headers: The fields of the answer, found without regard to case.
        body: The unpacked body; empty for every status but 200.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes = b""


def exchange(
    address: WebAddress,
    ips: Sequence[str],
    headers: Mapping[str, str],
    options: Options,
    check: Callable[[Mapping[str, str]], None] = lambda _: None,
) -> Answer:
    """Ask a host for an address.

    No proxy is used, whatever the environment says: it would connect where it likes. Redirects are not followed.

    Args:
        address: What to ask for.
        ips: The host's addresses that may be connected to, tried in turn. No name is resolved here.
        headers: Fields of the request beside `Host`.
        options: The limits of time and size.
        check: Called with the fields of an answer of status 200 before its body is read; it may raise `FetchError`.

    Returns:
        The answer.

    Raises:
        PassingError: No connection, no answer in time, or one that breaks off.
        FetchError: The certificate is not valid, or the body is too large or packed in a way that is not known.
    """
    from urllib3.connection import HTTPConnection
    from urllib3.exceptions import DecodeError, HTTPError

    expired = threading.Event()
    try:
        with _connected(address, ips, time.monotonic() + options.timeout, expired) as sock:
            connection = HTTPConnection(address.host, address.port, timeout=min(READ_SECONDS, options.timeout))
            connection.sock = sock  # so that it makes no connection of its own
            fields = {"Host": address.authority, "Connection": "close", **headers}
            connection.request("GET", address.target, headers=fields, preload_content=False)
            with contextlib.closing(connection.getresponse()) as response:
                answer = _read(response, address, options, check)
        if not expired.is_set():
            return answer
    except DecodeError:
        todo = "open it in a browser, and save the page from there"
        raise FetchError("the body is not packed as it says", where=address.url, todo=todo) from None
    except (HTTPError, http.client.HTTPException, OSError) as error:
        if not expired.is_set():
            raise _said(error, address) from None
    raise PassingError(f"no whole answer within {options.timeout:g} seconds", where=address.url)


def _read(
    response: HTTPResponse, address: WebAddress, options: Options, check: Callable[[Mapping[str, str]], None]
) -> Answer:
    """The answer, with its body where that is wanted."""
    if response.status != 200:
        return Answer(response.status, response.headers)
    check(response.headers)
    packing = response.headers.get("content-encoding", "").strip().lower()
    if packing not in PACKINGS:
        todo = "open it in a browser, and save the page from there"
        raise FetchError(f"the body is packed as “{shown(packing)}”, which is not known", where=address.url, todo=todo)
    declared = response.headers.get("content-length", "")
    if declared.isascii() and declared.isdigit() and int(declared) > options.max_size:
        raise _too_large(address, options)
    body = bytearray()
    for piece in response.stream(CHUNK, decode_content=True):
        body += piece
        if len(body) > options.max_size:
            raise _too_large(address, options)
    return Answer(response.status, response.headers, bytes(body))


@contextmanager
def _connected(
    address: WebAddress, ips: Sequence[str], deadline: float, expired: threading.Event
) -> Iterator[socket.socket]:
    """A socket that is connected to one of the addresses of a host, under TLS for https; closed at the end."""
    sock = _connect(ips, address.port, deadline)
    try:
        if address.scheme == "https":
            # The name, not the number, is what the certificate must be for. A timeout bounds the whole handshake.
            sock = _tls().wrap_socket(sock, server_hostname=address.host)
        with _cut_at(sock, deadline, expired):
            yield sock
    finally:
        sock.close()


def _connect(ips: Sequence[str], port: int, deadline: float) -> socket.socket:
    """The first of the addresses that takes a connection; each is a number, so that no name is resolved.

    Raises:
        OSError: None does before the deadline, by `time.monotonic`.
    """
    failure: OSError = TimeoutError()
    for ip in ips:
        seconds = min(CONNECT_SECONDS, deadline - time.monotonic())
        if seconds <= 0:
            break
        sock = socket.socket(socket.AF_INET6 if ":" in ip else socket.AF_INET, socket.SOCK_STREAM)
        try:
            sock.settimeout(seconds)
            sock.connect((ip, port))
        except OSError as error:
            sock.close()
            failure = error
        else:
            return sock
    raise failure


@contextmanager
def _cut_at(sock: socket.socket, deadline: float, expired: threading.Event) -> Iterator[None]:
    """Cut a connection at a moment: a host that sends a byte every second never runs into the limit for silence."""

    def cut() -> None:
        expired.set()
        with contextlib.suppress(OSError):  # the other side may have closed it
            socket.socket.shutdown(sock, socket.SHUT_RDWR)  # that of TLS would change the object under its reader

    timer = threading.Timer(max(0.0, deadline - time.monotonic()), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


@cache
def _tls() -> ssl.SSLContext:
    """What certificates are trusted: those of the system, for networks with their own, and those of certifi."""
    import certifi

    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _said(error: Exception, address: WebAddress) -> FetchError:
    """An error of the network, in words."""
    causes = [error, *(each for each in (error.__cause__, error.__context__, *error.args) if each)]
    for cause in causes:
        if isinstance(cause, ssl.SSLCertVerificationError):
            what = f"the certificate of {address.host} is not valid ({cause.verify_message})"
            return FetchError(what, where=address.url, todo="open it in a browser, and tell the site")
    if isinstance(error, TimeoutError) or any("timed out" in str(cause).lower() for cause in causes):
        return PassingError(f"{address.host} does not answer", where=address.url)
    if isinstance(error, ssl.SSLError):
        return PassingError(f"no secure connection to {address.host} ({error.reason or error})", where=address.url)
    if isinstance(error, OSError) and error.strerror:
        return PassingError(f"no connection to {address.host} ({error.strerror.lower()})", where=address.url)
    return PassingError("the answer breaks off, or is none of HTTP", where=address.url)


def _too_large(address: WebAddress, options: Options) -> FetchError:
    what = f"the page is larger than {options.max_size / 1e6:g} MB"
    return FetchError(what, where=address.url, todo="leave it out, or raise --max-size")
