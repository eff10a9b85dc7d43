"""Dateline turns news articles into a published, sourced timeline."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.curating.load import load_timeline
    from generator.dates import Edtf
    from generator.errors import DatelineError
    from generator.extracting import Candidate, Extraction, Timex, extract, find_timexes
    from generator.model import Event, Timeline
    from generator.reading import Article, read

__all__ = [
    "Article",
    "Candidate",
    "DatelineError",
    "Edtf",
    "Event",
    "Extraction",
    "Timeline",
    "Timex",
    "__version__",
    "extract",
    "find_timexes",
    "load_timeline",
    "read",
]

__version__ = "0.1.0"

_HOMES = {
    "Article": "generator.reading",
    "Candidate": "generator.extracting",
    "DatelineError": "generator.errors",
    "Edtf": "generator.dates",
    "Event": "generator.model",
    "Extraction": "generator.extracting",
    "Timeline": "generator.model",
    "Timex": "generator.extracting.timex",
    "extract": "generator.extracting",
    "find_timexes": "generator.extracting.tagger",
    "load_timeline": "generator.curating.load",
    "read": "generator.reading",
}
"""Where each name of the public API is at home; imported when it is asked for, so that every command starts quickly."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 as many kinds of things as the API has
    """Import a name of the public API.

    Raises:
        AttributeError: There is no such name.
    """
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
