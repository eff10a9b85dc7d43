"""Extracting: an article becomes candidates, each with its date, its sentence and why it was proposed."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.extracting.candidate import Candidate, Extraction, Passed
    from generator.extracting.candidates import extract
    from generator.extracting.fingerprint import article_key, mention
    from generator.extracting.tagger import find_timexes
    from generator.extracting.timex import Timex

__all__ = [
    "Candidate",
    "Extraction",
    "Passed",
    "Timex",
    "article_key",
    "extract",
    "find_timexes",
    "mention",
]

_HOMES = {
    "Candidate": "candidate",
    "Extraction": "candidate",
    "Passed": "candidate",
    "Timex": "timex",
    "article_key": "fingerprint",
    "extract": "candidates",
    "find_timexes": "tagger",
    "mention": "fingerprint",
}
"""The module of each name; imported when it is asked for, so that whoever wants dates alone loads the tagger alone."""


def __getattr__(name: str) -> Any:  # noqa: ANN401 as many kinds of things as the room offers
    """Import a name of the room.

    Raises:
        AttributeError: There is no such name.
    """
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
