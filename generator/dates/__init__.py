"""Dates that say how precise they are: an EDTF subset, its bounds and order, and how a date is said to a reader."""

from __future__ import annotations

from generator.dates.edtf import Edtf, Part, Precision, parse, undated_last
from generator.dates.wording import say, say_part, say_span

__all__ = ["Edtf", "Part", "Precision", "parse", "say", "say_part", "say_span", "undated_last"]
