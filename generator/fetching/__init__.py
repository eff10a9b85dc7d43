"""Fetching: addresses become files that reading knows, with the manners of a guest and the care of a host."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.fetching.guard import Resolver, system_resolver
    from generator.fetching.outcome import Outcome, State
    from generator.fetching.run import Listed, fetch
    from generator.fetching.settings import Clock, Options
    from generator.fetching.store import page_finder

__all__ = ["Clock", "Listed", "Options", "Outcome", "Resolver", "State", "fetch", "page_finder", "system_resolver"]

_HOMES = {
    "Clock": "settings",
    "Listed": "run",
    "Options": "settings",
    "Outcome": "outcome",
    "Resolver": "guard",
    "State": "outcome",
    "fetch": "run",
    "page_finder": "store",
    "system_resolver": "guard",
}
"""The module of each name; imported when it is asked for, so that whoever reads what was fetched loads no network."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 as many kinds of things as the room offers
    """Import a name of the room.

    Raises:
        AttributeError: There is no such name.
    """
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
