"""Dateline turns news articles into a published, sourced timeline."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.extracting.tagger import find_timexes
    from generator.extracting.timex import Timex

__all__ = ["Timex", "__version__", "find_timexes"]

__version__ = "0.1.0"

_HOMES = {"Timex": "generator.extracting.timex", "find_timexes": "generator.extracting.tagger"}
"""Where each name of the public API is at home; imported when it is asked for, so that every command starts quickly."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 as many kinds of things as the API has
    """Import a name of the public API.

    Raises:
        AttributeError: There is no such name.
    """
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
