"""Why the words around a date keep it from dating an event: spans, comparisons, feasts, names, cited reports."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from generator.extracting.analysis import Analysis, When
from generator.extracting.attribution import Attribution
from generator.extracting.tables import table

__all__ = ["SPAN", "passed_date"]

SOURCE_DATE = "“{words}” dates the report that is cited, not an event"
SPAN = "“{lead} {words}” says how long something lasts, not when it happened"
LIFETIME = "“{words}” in brackets says when somebody lived"
BY_THEN = "“{lead} {words}” does not say when"
NAMED_SO = "“{words}” is in the name of something"
FEAST = "“{words}” is named as a feast, and dates nothing"
COMPARED = "“{words}” is what something is compared with"

_SPAN_LEAD = re.compile(
    r"\b(since|until|till|through|throughout|back to|as of)\s+(?:the\s|at\s+least\s)?\s*(?:(?:early|late)\s+)?$",
    re.IGNORECASE,
)
_SPANS = ("since", "til", "through", "back", "as of")
"""One of these is in whatever `_SPAN_LEAD` finds."""
_COMPARED = re.compile(
    r"(?:\b(?:compared\s+(?:to|with)|than|versus|unlike)\b[^,;]{0,40}|\bsame\s+(?:period|time|month|quarter|week|day|stage)\s+(?:of\s+|in\s+)?"
    r"|\b(?:increase|rise|drop|fall|gain|decrease|decline|points?|percent|cent|higher|lower|%)\b[^,;]{0,30}\bfrom\s+"
    r"|\b(?:up|down)\s+from\s[^,;]{0,30})$",
    re.IGNORECASE,
)
_COMPARES = ("compared", "than", "versus", "unlike", "same", "from")
"""One of these is in whatever `_COMPARED` finds."""
_FEAST_LEAD = re.compile(
    r"(?:\b(?:on|at|over|during|before|after|by|around|about|until|ahead\s+of|eve\s+of|day\s+of|week\s+of)\s+(?:the\s+)?|,\s+)$",
    re.IGNORECASE,
)
"""What makes the name of a feast a date: “at Christmas”, “on Monday, Christmas Day”; not “wishes for Christmas”."""
_OWNED = re.compile(r"(?:\b(?:his|her|its|their|our|my|your)|[’']s)\s+$", re.IGNORECASE)
"""Before the name of a feast that is somebody's: “on his Chinese New Year”."""
_BOUND = re.compile(r"^(?:less|more|fewer|no\s+more|at\s+least|over|almost|nearly)\s", re.IGNORECASE)
_NEAR = table("by after before until till")
_NAMED_ON = re.compile(r"\b(?:Mail|Scotland|Independent|Wales|Ireland|Live|Archive)\s+on\s+$")
_SINCE_REACH = 6


def passed_date(  # noqa: PLR0911, C901 a ground a line
    analysis: Analysis, when: When, said: Sequence[Attribution]
) -> str:
    """Why the words around an expression keep it from dating an event; empty if they do not.

    Args:
        analysis: Its sentence.
        when: The expression.
        said: The attributions of the sentence.
    """
    words = " ".join(when.timex.text.split())
    before = analysis.text[max(0, when.start - 70) : when.start].lower()
    spans = any(cue in before for cue in _SPANS)
    lead = _SPAN_LEAD.search(analysis.text, max(0, when.start - 40), when.start) if spans else None
    if lead or _since_noun(analysis, when):
        return SPAN.format(lead=lead[1].lower() if lead else "since …", words=words)
    around = (analysis.text[max(0, when.start - 1) : when.start], analysis.text[when.end : when.end + 1])
    if around == ("(", ")") and when.timex.edtf and "/" in when.timex.edtf and len(when.timex.edtf) == len("1770/1839"):
        return LIFETIME.format(words=words)
    lead_in = analysis.words[when.first - 1].lower if when.first else ""
    if lead_in == "of" and words.lower().startswith(("that ", "this ")):
        return NAMED_SO.format(words=f"of {words}")
    bare_year = words.isdigit() and when.first > 0 and analysis.words[when.first - 1].text[0].isupper()
    if bare_year and when.first - 1 > analysis.clauses[analysis.clause_of(when.first)].first:
        return NAMED_SO.format(words=words)
    if _is_bound(words):
        return BY_THEN.format(lead="", words=words).replace("“ ", "“")
    if lead_in in _NEAR:
        return BY_THEN.format(lead=lead_in, words=words)
    capital = analysis.text[when.start : when.start + 2] in {"To", "Ye"} and when.timex.text.lower().startswith(
        ("tod", "ton", "yes")
    )
    if capital and when.start > analysis.body and analysis.words[when.first - 1].text[0].isalpha():
        return NAMED_SO.format(words=words)
    if before.rstrip().endswith("on") and _NAMED_ON.search(analysis.text, max(0, when.start - 20), when.start):
        return NAMED_SO.format(words=words)
    if any(cue in before for cue in _COMPARES) and _COMPARED.search(analysis.text, max(0, when.start - 70), when.start):
        return COMPARED.format(words=words)
    if _is_feast(analysis, when):
        return FEAST.format(words=words)
    if any(attribution.verb is None and attribution.holds(when.first) for attribution in said):
        return SOURCE_DATE.format(words=words)
    return ""


@functools.lru_cache(maxsize=4096)
def _is_bound(words: str) -> bool:
    """Whether the words of a date say by when: “less than a week”."""
    return _BOUND.match(words) is not None


def _is_feast(analysis: Analysis, when: When) -> bool:
    """Whether a holiday is spoken of as a feast: “wishes for the New Year”, “Christmas is near”."""
    rule, text = when.timex.rule, analysis.text
    if not rule.endswith("holiday"):
        return False
    if _OWNED.search(text, max(0, when.start - 20), when.start):
        return True
    opens = when.first == 0 and text[when.end : when.end + 1] == ","
    return rule == "holiday" and not opens and _FEAST_LEAD.search(text, max(0, when.start - 20), when.start) is None


def _since_noun(analysis: Analysis, when: When) -> bool:
    """Whether a date belongs to a noun after “since”: “since its launch in 2003”, but not “since it opened in 2003”."""
    begin = max(0, when.first - _SINCE_REACH)
    if "since" not in analysis.lowers[begin : when.first]:
        return False
    since = max(index for index in range(begin, when.first) if analysis.lowers[index] == "since")
    return not any(since < verb < when.first for verb in analysis.verbs)
