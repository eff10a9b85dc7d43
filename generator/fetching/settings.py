"""What a run of fetching is told: limits, manners, and the clock."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Protocol

import generator

__all__ = ["Clock", "Options"]

USER_AGENT = f"dateline/{generator.__version__}"
"""What hosts are told of who asks; robots.txt is asked for the rules of `dateline`."""


class Clock(Protocol):
    """The time, which is an input."""

    def monotonic(self) -> float:
        """Seconds that only go forward, to measure waits by."""

    def now(self) -> dt.datetime:
        """The time of day in UTC, for what is written down and for what hosts say in dates."""

    def sleep(self, seconds: float) -> None:
        """Wait."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to fetch.

    Attributes:
        allow_private: Whether hosts may be asked that are not of the public network.
        delay: Seconds between the end of one request to a host and the next to it.
        timeout: Seconds that one answer may take in all, from the connection to its last byte.
        max_size: The largest page, in bytes after unpacking.
        retries: How often a request is made again that failed for a reason that may pass.
        user_agent: What hosts are told of who asks.
        refresh: Whether to ask again for pages that are there; their hosts say whether they changed.
        limit: Ask for at most so many pages, or 0 for all; what is there already does not count.
    """

    allow_private: bool = False
    delay: float = 1.0
    timeout: float = 60.0
    max_size: int = 20_000_000
    retries: int = 3
    user_agent: str = USER_AGENT
    refresh: bool = False
    limit: int = 0
