"""Whether an event happened, is planned, was postponed or called off: from cue words, and from its date."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

from generator.dates import Edtf

__all__ = ["AHEAD", "Status", "planned_words", "status_of"]

Status = Literal["happened", "planned", "postponed", "cancelled"]

_AGENT = r"(?:also|still|now|both|not|all|soon|later|then|formally|officially|currently|widely|reportedly|initially)"
PLANNED = re.compile(
    rf"""
    \b(?:is|are|was|were|be|been|being|’s|’re|'s|'re)\s+(?:{_AGENT}\s+)*
        (?:expected|due|set\s+(?:to|for)|scheduled|slated|planned|planning|expecting|likely|poised|going\s+to|about\s+to|on\s+track
        |on\s+course|to\s+(?!blame\b)[a-z]+|preparing\s+to|hoping\s+to|invited\s+to)\b
    | \b(?:will|won’t|won't|’ll|'ll)\b(?!\s+of\b)
    | \b(?:plans?|planned|intends?|intended|hopes?|aims?|expects?|expected|agreed|vowed|pledged|promised|scheduled
        |prepares?|invited|decided)
        \s+(?:[\w’'-]+\s+){{0,4}}to\b
    | \b(?:upcoming|forthcoming|planned|scheduled)\s+[a-z]
    | \b(?:ahead\s+of|in\s+the\s+run-up\s+to)\b
    | \bnext\s+(?:week|weekend|month|year|spring|summer|autumn|fall|winter|quarter)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Words that announce what is to come."""

_OFF = ("cancel", "called", "scrapped")
_LATER = ("postponed", "rescheduled", "put", "pushed", "delayed", "adjourned")
"""One of these is in whatever `CANCELLED` and `POSTPONED` find: where none stands, they need not be searched for."""

_BEEN = r"(?:was|were|been|be|is|are|being|has|have|had|will\s+be)\s+(?:\w+\s+)?"
_WHAT = r"\s+(?:the|a|an|his|her|its|their|this|all|plans?|[a-z]+s)\b"
_CALLED_OFF = r"(?:cancelled|canceled|called\s+off|scrapped)"
_PUT_OFF = r"(?:postponed|rescheduled|put\s+off|pushed\s+back|delayed\s+(?:until|till|to|by|indefinitely)|adjourned)"
CANCELLED = re.compile(rf"\b{_BEEN}{_CALLED_OFF}\b|(?<![-\w]){_CALLED_OFF}{_WHAT}", re.IGNORECASE)
POSTPONED = re.compile(rf"\b{_BEEN}{_PUT_OFF}\b|(?<![-\w]){_PUT_OFF}{_WHAT}", re.IGNORECASE)
AHEAD = re.compile(r"\b(?:tomorrow|next|coming|upcoming|later\s+this|later\s+today)\b", re.IGNORECASE)
_THIS_AHEAD = re.compile(
    r"\bthis\s+(?:coming\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter)\w*\b",
    re.IGNORECASE,
)


def status_of(  # noqa: PLR0911, PLR0913 a status a line; each is a fact of its own
    clause: str, when: str, date: Edtf | None, dct: dt.date | None, *, past: bool, done: bool = False
) -> Status:
    """What became of an event, as far as its sentence says.

    Args:
        clause: The words that report it, without those that say who reports it.
        when: The words of its date.
        date: Its date, or None where it cannot be resolved.
        dct: When the article was published, or None.
        past: Whether the verb of the clause is a simple past.
        done: Whether that verb tells a deed of this date, so that what it announces is only what the deed was about.

    Returns:
        `planned` wherever the whole of the date lies after the publication: what is still to come has not happened.
    """
    folded = clause.lower()
    if any(words in folded for words in _LATER) and POSTPONED.search(clause):
        return "postponed"
    if any(words in folded for words in _OFF) and CANCELLED.search(clause):
        return "cancelled"
    if date is not None and dct is not None:
        if date.is_after(dct):
            return "planned"
        if date.is_before(dct):
            return "happened"
        return "planned" if not done and planned_words(clause) else "happened"
    if (not done and planned_words(clause)) or AHEAD.search(when):
        return "planned"
    return "planned" if _THIS_AHEAD.search(when) and not past else "happened"


def planned_words(clause: str) -> bool:
    """Whether the words of a clause announce what is to come."""
    return PLANNED.search(clause) is not None
