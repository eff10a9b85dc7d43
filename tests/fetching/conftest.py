"""A web on this machine: hosts that answer as a test says, and a clock that only waits where it is told to."""

from __future__ import annotations

import dataclasses
import datetime as dt
import socket
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from generator.fetching import Options, Outcome, fetch

NOON = dt.datetime(2026, 11, 21, 12, 0, 0, tzinfo=dt.UTC)
STORY = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Storm closes harbour</title></head><body>
<article><h1>Storm closes harbour</h1>
<p>A storm closed the harbour of Port Elm on 4 May 2021, the harbour master Jane Hill said on the pier.</p>
<p>The boats stayed in for two days, and the fish market was shut until the weekend, she said.</p>
</article></body></html>
"""


@dataclasses.dataclass
class Reply:
    """What a host says to a request; `act` may write to the connection itself instead."""

    body: bytes = STORY.encode()
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = dataclasses.field(default_factory=dict)
    act: Callable[[BaseHTTPRequestHandler], None] | None = None


class Host:
    """A server on this machine. `pages` maps a path to a reply, or to several, given in turn, the last one for ever."""

    def __init__(self, address: str = "127.0.0.1", port: int = 0) -> None:
        self.pages: dict[str, Reply | list[Reply]] = {}
        self.asked: list[str] = []
        self.requests: list[dict[str, str]] = []
        host = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                host.asked.append(self.path)
                host.requests.append({name.lower(): value for name, value in self.headers.items()})
                host.answer(self)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer((address, port), Handler)
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # type: ignore[method-assign] # clients of tests break off
        self.port = self.server.server_port
        self.address = address
        self.url = f"http://{address}:{self.port}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        replies = self.pages.get(handler.path, Reply(b"none", 404, "text/plain"))
        reply = replies if isinstance(replies, Reply) else replies.pop(0) if len(replies) > 1 else replies[0]
        if reply.act:
            reply.act(handler)
            return
        handler.send_response(reply.status)
        fields = {"Content-Type": reply.kind, "Content-Length": str(len(reply.body))} | reply.headers
        for name, value in fields.items():
            if value:
                handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(reply.body)

    @property
    def paths(self) -> list[str]:
        """What was asked for, beside robots.txt."""
        return [path for path in self.asked if path != "/robots.txt"]

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()


class FakeClock:
    """A clock that waits in no time, and remembers how long it was to wait; real time does not move it."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.waits: list[float] = []

    def monotonic(self) -> float:
        return self.seconds

    def now(self) -> dt.datetime:
        return NOON + dt.timedelta(seconds=self.seconds - 1000)

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.seconds += seconds


@pytest.fixture
def hosts() -> Iterator[Callable[..., Host]]:
    """Start servers; they are stopped at the end."""
    started: list[Host] = []

    def start(*arguments: object, **options: object) -> Host:
        started.append(Host(*arguments, **options))  # type: ignore[arg-type]
        return started[-1]

    yield start
    for host in started:
        host.stop()


@pytest.fixture
def host(hosts) -> Host:
    return hosts()


@pytest.fixture
def reply() -> type[Reply]:
    return Reply


@pytest.fixture
def story() -> str:
    return STORY


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def into(tmp_path) -> Path:
    return tmp_path / "articles"


def local(host: str, port: int) -> Sequence[str]:  # noqa: ARG001 a resolver's shape
    """Every name leads to this machine; numbers are themselves."""
    return (host,) if host.replace(".", "").isdigit() or ":" in host else ("127.0.0.1",)


@pytest.fixture
def get(clock, into) -> Callable[..., list[Outcome]]:
    """Fetch addresses and give all outcomes; hosts on this machine are allowed unless a test says otherwise."""

    def run(*addresses: str, resolver: object = local, **options: object) -> list[Outcome]:
        chosen = dataclasses.replace(Options(allow_private=True, delay=0, retries=0, timeout=60), **options)
        return list(fetch(addresses, into, chosen, clock=clock, resolver=resolver))

    return run


@pytest.fixture
def raw() -> Callable[..., Callable[[BaseHTTPRequestHandler], None]]:
    """Make a reply that sends bytes as they are, each piece after a pause in real time, and ends the connection."""

    def make(*pieces: bytes, pause: float = 0.0, times: int = 1) -> Callable[[BaseHTTPRequestHandler], None]:
        def act(handler: BaseHTTPRequestHandler) -> None:
            handler.close_connection = True
            for _ in range(times):
                for piece in pieces:
                    handler.wfile.write(piece)
                    handler.wfile.flush()
                    time.sleep(pause)
            handler.connection.shutdown(socket.SHUT_WR)

        return act

    return make
