"""Extracting: an article becomes candidates, each with its date, its sentence and why it was proposed."""

from __future__ import annotations

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
