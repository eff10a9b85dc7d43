"""Fetching: addresses become files that reading knows, with the manners of a guest and the care of a host."""

from __future__ import annotations

from generator.fetching.guard import Resolver, system_resolver
from generator.fetching.outcome import Outcome, State
from generator.fetching.run import Listed, fetch
from generator.fetching.settings import Clock, Options
from generator.fetching.store import page_finder

__all__ = ["Clock", "Listed", "Options", "Outcome", "Resolver", "State", "fetch", "page_finder", "system_resolver"]
