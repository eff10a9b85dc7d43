"""A visitor: asks hosts for pages with the manners of a guest, and follows where they send it."""

from __future__ import annotations

import datetime as dt
import random
from collections import Counter
from collections.abc import Callable, Mapping
from email.utils import parsedate_to_datetime

from generator.errors import FetchError
from generator.fetching.exchange import Answer, PassingError, exchange
from generator.fetching.guard import Resolver, resolve
from generator.fetching.pace import MAX_WAIT, Pace
from generator.fetching.robots import Robots
from generator.fetching.settings import Clock, Options
from generator.fetching.web_address import WebAddress, follow

__all__ = ["ACCEPT", "Visitor"]

ACCEPT = (
    "text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9, application/rss+xml, application/atom+xml,"
    " application/feed+json, application/xml;q=0.9, text/xml;q=0.9"
)
MAX_REDIRECTS = 10
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PASSING = frozenset({408, 425, 429})
"""Answers of 4xx that pass; all of 5xx do, or may."""

REASONS = {
    401: ("wants a name and password", "open it in a browser, and save the page from there"),
    402: ("wants to be paid", "open it in a browser, and save the page from there"),
    403: ("refuses", "open it in a browser, and save the page from there"),
    404: ("has no such page", "check the address"),
    410: ("has it no more", "look for it in an archive of the web"),
    451: ("may not show it, for legal reasons", "look for it elsewhere"),
}
"""What a host says by a status of 4xx, and what to do."""

MAX_FAILURES = 5
"""After so many pages in a row that failed for reasons that may pass, each tried several times, they do not pass."""

BACKOFF_SECONDS = 1.0
"""The wait before the second try; before each further one it is twice as long."""

Check = Callable[[Mapping[str, str]], None]


class Visitor:
    """Asks hosts for pages.

    Args:
        options: Limits and manners.
        clock: The time.
        resolver: Tells the IP addresses of a host.
        jitter: A number from 0 to 1, so that many programs that failed at once do not come back at once.

    Attributes:
        pace: When each host may be asked next.
    """

    def __init__(
        self, options: Options, clock: Clock, resolver: Resolver, jitter: Callable[[], float] = random.random
    ) -> None:
        self._options = options
        self._clock = clock
        self._resolver = resolver
        self._jitter = jitter
        self._failures: Counter[str] = Counter()
        self._robots = Robots(self._rules, options.user_agent)
        self.pace = Pace(clock, options.delay)

    def get(self, address: WebAddress, headers: Mapping[str, str], check: Check) -> tuple[WebAddress, Answer]:
        """Ask for a page, and follow redirects; every hop must be allowed by robots.txt and by the guard.

        Args:
            address: The page.
            headers: Fields of the request, such as `If-None-Match`.
            check: Called with the fields of an answer of status 200 before its body is read; it may raise `FetchError`.

        Returns:
            Where the page was in the end, and the answer: of status 200 or 304.

        Raises:
            RobotsError: A host does not let programs ask.
            FetchError: The page cannot be had.
        """
        address, answer = self._follow(address, headers, check, self._allowed)
        if answer.status not in {200, 304}:
            said, todo = REASONS.get(answer.status, ("does not give it", "open it in a browser"))
            raise FetchError(f"{address.host} {said} (status {answer.status})", where=address.url, todo=todo)
        return address, answer

    def _rules(self, address: WebAddress) -> Answer:
        """Ask for a robots.txt."""
        return self._follow(address, {}, lambda _: None, lambda _: None)[1]

    def _allowed(self, address: WebAddress) -> None:
        """See that the guard and the host let an address be asked for, and take the host's pace."""
        delay = self._robots.check(address)
        if delay:
            self.pace.slow(address.host, delay)

    def _follow(
        self, address: WebAddress, headers: Mapping[str, str], check: Check, allowed: Callable[[WebAddress], None]
    ) -> tuple[WebAddress, Answer]:
        """Ask, and go where redirects lead."""
        visited = [address.url]
        while True:
            allowed(address)
            answer = self._ask(address, headers, check)
            location = answer.headers.get("location", "")
            if answer.status not in REDIRECTS or not location:
                return address, answer
            address = _next(address, location, visited)

    def _ask(self, address: WebAddress, headers: Mapping[str, str], check: Check) -> Answer:
        """Ask for one address; a host that fails page after page is not asked any more."""
        if self._failures[address.host] >= MAX_FAILURES:
            what = f"{address.host} failed {MAX_FAILURES} times in a row, and is left alone for the rest of this run"
            raise FetchError(what, where=address.url, todo="run this again later")
        try:
            answer = self._try(address, headers, check)
        except PassingError:
            self._failures[address.host] += 1
            raise
        self._failures[address.host] = 0
        return answer

    def _try(self, address: WebAddress, headers: Mapping[str, str], check: Check) -> Answer:
        """Ask for one address, again where a failure may pass."""
        for tries in range(self._options.retries):
            try:
                return self._ask_once(address, headers, check)
            except PassingError as error:
                if (error.wait or 0) > MAX_WAIT:
                    raise
                self.pace.hold(address.host, BACKOFF_SECONDS * 2**tries * (0.5 + self._jitter() / 2))
        return self._ask_once(address, headers, check)

    def _ask_once(self, address: WebAddress, headers: Mapping[str, str], check: Check) -> Answer:
        """Wait for a host's turn, find its address, ask."""
        self.pace.wait(address)
        try:
            ips = resolve(address, self._resolver, allow_private=self._options.allow_private)
        except OSError:
            raise PassingError(f"the address of {address.host} cannot be found out now", where=address.url) from None
        fields = {
            "User-Agent": self._options.user_agent,
            "Accept": ACCEPT,
            "Accept-Encoding": "gzip, deflate",
            **headers,
        }
        try:
            answer = exchange(address, ips, fields, self._options, check)
        finally:
            self.pace.asked(address.host)
        if answer.status in PASSING or answer.status >= 500:
            what = f"{address.host} asks to slow down" if answer.status == 429 else f"{address.host} has a fault"
            wait = self._retry_after(answer.headers.get("retry-after", ""))
            self.pace.hold(address.host, wait or 0)
            raise PassingError(f"{what} (status {answer.status})", where=address.url, wait=wait)
        return answer

    def _retry_after(self, said: str) -> float | None:
        """The seconds that `Retry-After` names, or those until its date (RFC 9110, section 10.2.3)."""
        if said.isascii() and said.strip().isdigit():
            return float(said)
        try:
            date = parsedate_to_datetime(said)
        except ValueError:
            return None
        until = date.replace(tzinfo=date.tzinfo or dt.UTC) - self._clock.now()
        return max(0.0, until.total_seconds())


def _next(address: WebAddress, location: str, visited: list[str]) -> WebAddress:
    """Where a redirect leads; it is added to what was visited."""
    target = follow(address, location)
    if target.url in visited:
        todo = "open it in a browser, and save the page from there"
        raise FetchError(f"redirects go in a circle, by way of {target.url}", where=visited[0], todo=todo)
    visited.append(target.url)
    if len(visited) > MAX_REDIRECTS + 1:
        what = f"more than {MAX_REDIRECTS} redirects, the last to {target.url}"
        raise FetchError(what, where=visited[0], todo="give the address where it ends")
    return target
