"""Outcomes: what became of an address."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from generator.errors import FetchError

__all__ = ["Outcome", "State"]


class State(Enum):
    """What became of an address; the value is how a summary says it."""

    FETCHED = "fetched"
    UNCHANGED = "unchanged"
    THERE = "already there"
    EXPANDED = "read for the pages that it names"
    REFUSED = "refused by robots.txt"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one address.

    Attributes:
        address: The address in its canonical form; as it was given where it is none.
        state: What became of it.
        path: The page's file, where there is one.
        error: Why it was not fetched, for `REFUSED` and `FAILED`.
        named: How many addresses a list names, for `EXPANDED`.
    """

    address: str
    state: State
    path: Path | None = None
    error: FetchError | None = None
    named: int = 0
