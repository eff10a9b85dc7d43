"""robots.txt: what a host lets programs ask for (RFC 9309), read by protego."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import FetchError, RobotsError
from generator.fetching.exchange import Answer, PassingError
from generator.fetching.web_address import WebAddress, parse

if TYPE_CHECKING:
    from protego import Protego

__all__ = ["MAX_RULES", "Robots"]

MAX_RULES = 512_000
"""So many bytes of a robots.txt are read; RFC 9309, section 2.5, asks for 500 KiB at least."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a host lets us do.

    Attributes:
        parsed: Its rules, or None where it has none.
        error: Why they cannot be had, so that nothing may be asked for; else None.
    """

    parsed: Protego | None = None
    error: FetchError | None = None


class Robots:
    """The rules of the hosts of a run, each asked for once.

    Args:
        ask: Gets an address, following redirects; raises `FetchError` where there is no answer, or only 429 or 5xx.
        user_agent: Who asks, as the hosts are told.
    """

    def __init__(self, ask: Callable[[WebAddress], Answer], user_agent: str) -> None:
        self._ask = ask
        self._user_agent = user_agent
        self._rules: dict[str, Rules] = {}

    def check(self, address: WebAddress) -> float:
        """See whether an address may be asked for.

        Args:
            address: The address.

        Returns:
            The seconds that the host wants between requests, 0 where it does not say.

        Raises:
            RobotsError: The host forbids it.
            FetchError: The host may not, or cannot, be asked for its rules; RFC 9309, section 2.3.1.4, has programs
                ask for nothing then.
        """
        rules = self._rules.get(address.origin)
        if rules is None:
            rules = self._rules[address.origin] = self._get(address)
        if isinstance(rules.error, PassingError):
            what = f"the robots.txt of {address.host} cannot be had now, so nothing is asked for: {rules.error.what}"
            raise FetchError(what, where=address.url, todo=rules.error.todo)
        if rules.error is not None:
            raise FetchError(rules.error.what, where=address.url, todo=rules.error.todo)
        if rules.parsed is None:
            return 0.0
        if not rules.parsed.can_fetch(address.url, self._user_agent):
            what = f"the robots.txt of {address.host} does not let programs ask for this"
            raise RobotsError(what, where=address.url, todo="open it in a browser, and save the page from there")
        return max(0.0, float(rules.parsed.crawl_delay(self._user_agent) or 0))

    def _get(self, address: WebAddress) -> Rules:
        """The rules of an address's host. That it has no robots.txt, or forbids it (4xx), allows all."""
        from protego import Protego

        try:
            answer = self._ask(parse(f"{address.origin}/robots.txt"))
        except FetchError as error:
            return Rules(error=error)
        if answer.status != 200:
            return Rules()
        return Rules(Protego.parse(answer.body[:MAX_RULES].decode("utf-8-sig", "replace")))
