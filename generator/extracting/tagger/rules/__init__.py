"""The rules of the tagger, a module for each family of phrases, in the order in which ties are settled."""

from __future__ import annotations

from generator.extracting.tagger.rule import Rule
from generator.extracting.tagger.rules import (
    clock,
    counts,
    days,
    eras,
    holidays,
    lists,
    lone_months,
    months,
    notdates,
    numeric,
    periods,
    prefixes,
    references,
    reports,
    seasons,
    weeks_away,
    worded,
    years,
)

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    *numeric.RULES,
    *months.RULES,
    *lone_months.RULES,
    *lists.RULES,
    *days.RULES,
    *weeks_away.RULES,
    *holidays.RULES,
    *years.RULES,
    *eras.RULES,
    *reports.RULES,
    *periods.RULES,
    *seasons.RULES,
    *counts.RULES,
    *clock.RULES,
    *references.RULES,
    *worded.RULES,
    *prefixes.RULES,
    *notdates.RULES,
)
"""Every rule; where two match equally long, the first wins."""
