"""The rules of the tagger, a module for each family of phrases, in the order in which ties are settled.

Where a phrase is read: search these modules for the rule that `dateline timex` names, or for the phrase itself, which
stands in an example or in a docstring. A new phrase is a `Rule` in the `RULES` of its family:

- `starts` names the classes, of the language's table (`english.ENGLISH`), of its first word, or that word itself;
- `pattern` writes the phrase, with classes in braces: `{month} {day}{:suffix}?`;
- `resolve` says what it means, from the `Match` and the `Context`; None where it only looks like a time;
- `behind`, if there is one, has the signs of which one must stand right before the phrase;
- `check`, if there is one, looks at what stands around it (`around`) and refuses a match that is no time;
- `examples` are sentences with the value that the rule gives them. Each is a test, in eleven ways of typesetting.

A word alone needs no rule: it is added to its class. Other languages reword these rules, in modules of their own.
"""

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
    recurring,
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
    *recurring.RULES,
    *clock.RULES,
    *references.RULES,
    *worded.RULES,
    *prefixes.RULES,
    *notdates.RULES,
)
"""Every rule; where two match equally long, the first wins."""
