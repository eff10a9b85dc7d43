"""Now, once and soon: PRESENT_REF, PAST_REF, FUTURE_REF."""

from __future__ import annotations

from generator.extracting.tagger.context import Context
from generator.extracting.tagger.reading import Reading
from generator.extracting.tagger.rule import Match, Rule

__all__ = ["RULES"]


def _reference(match: Match, context: Context) -> Reading:
    name = next(name for name in ("now", "once", "soon") if match[name])
    return Reading("DATE", context.language.label(name, match[name]))


RULES = (
    Rule("present", ("now",), r"{now}\b", _reference),
    Rule("past", ("once",), r"{once}\b", _reference),
    Rule("future", ("soon",), r"{soon}\b", _reference),
)
