"""Which search a site has: one of words, whose index is fetched whole, or Pagefind, which fetches what is asked for."""

from __future__ import annotations

import logging
from typing import Literal, get_args

from generator.errors import SiteError
from generator.publishing.search_pagefind import find_program

__all__ = ["BUILT_IN_UP_TO", "CHOICES", "Engine", "choose"]

Choice = Literal["auto", "built-in", "pagefind", "none"]
Engine = Literal["built-in", "pagefind", "none"]

CHOICES: tuple[Choice, ...] = get_args(Choice)
"""What a site may choose."""

BUILT_IN_UP_TO = 300
"""With more events than this, `auto` takes Pagefind: a reader's first search fetches the index of words whole."""

_INSTALL = "pip install 'dateline[search]'"

log = logging.getLogger("mkdocs.plugins.dateline")


def choose(choice: Choice, events: int, *, asked_for: bool) -> Engine:
    """Choose a site's search.

    Args:
        choice: What its configuration says.
        events: How many events it shows.
        asked_for: Whether the configuration names the search plugin at all.

    Returns:
        The search that it gets.

    Raises:
        SiteError: It is to be Pagefind, which is not installed.
    """
    if not asked_for or choice == "none":
        return "none"
    if choice == "built-in" or (choice == "auto" and events <= BUILT_IN_UP_TO):
        return "built-in"
    if find_program():
        return "pagefind"
    if choice == "auto":
        log.info("With %d events the search would be lighter with Pagefind: %s", events, _INSTALL)
        return "built-in"
    raise SiteError("Pagefind is not installed", where="mkdocs.yml", todo=f"{_INSTALL}, or write “search: built-in”")
