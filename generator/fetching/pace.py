"""The pace at which a host is asked: never faster than it can bear, and never before the time that it names."""

from __future__ import annotations

from generator.errors import FetchError
from generator.fetching.settings import Clock
from generator.fetching.web_address import WebAddress

__all__ = ["MAX_WAIT", "Pace"]

MAX_WAIT = 120.0
"""The longest wait of a run for one host, in seconds; what needs longer is left to a later run."""


class Pace:
    """When each host may be asked next.

    Args:
        clock: The time.
        delay: Seconds between the end of one request to a host and the next to it.
    """

    def __init__(self, clock: Clock, delay: float) -> None:
        self._clock = clock
        self._delay = delay
        self._ready: dict[str, float] = {}
        self._slower: dict[str, float] = {}

    def ready(self, host: str) -> float:
        """The moment from which a host may be asked, by the clock's `monotonic`."""
        return self._ready.get(host, 0.0)

    def slow(self, host: str, delay: float) -> None:
        """Take the delay between pages that a host asks for in its robots.txt, where it is the longer one."""
        self._slower[host] = max(delay, self._slower.get(host, 0.0))

    def wait(self, address: WebAddress) -> None:
        """Wait until a host may be asked.

        Raises:
            FetchError: That would take longer than `MAX_WAIT`.
        """
        seconds = self.ready(address.host) - self._clock.monotonic()
        if seconds > MAX_WAIT:
            what = f"{address.host} asks to wait {seconds:.0f} seconds before the next request"
            raise FetchError(what, where=address.url, todo="run this again then")
        if seconds > 0:
            self._clock.sleep(seconds)

    def asked(self, host: str) -> None:
        """Note that a request to a host has ended."""
        self.hold(host, max(self._delay, self._slower.get(host, 0.0)))

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for some time from now on."""
        self._ready[host] = max(self.ready(host), self._clock.monotonic() + seconds)
