"""Datelines: the place, the day and the agency with which a report begins.

`BEIJING, Oct. 18 (Reuters) -`, `BEIJING (AP) --`, `PARIS, 3 March 2021 (AFP) –`, `MOSCOW, December 30. /TASS/.`
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.reading.calendar_dates import MONTH_NAME, month_number
from generator.reading.press import AGENCIES

__all__ = ["Dateline", "find_dateline"]

_NAMES = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
_DAY = (
    rf"(?P<date>(?:(?P<month>{MONTH_NAME})\s+(?P<day>\d{{1,2}})|(?P<day_first>\d{{1,2}})\s+(?P<month_last>{MONTH_NAME}))"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d))?)"
)
_CAPITALS = r"[A-ZÀ-ÞА-ЯЁ]{2}[A-ZÀ-ÞА-ЯЁ .'’/-]*(?:,\s+[A-Z][\w. ]{1,20})??"
_PLACE = r"[A-ZÀ-Þ][\w.'’-]+(?:[ /][A-ZÀ-Þ][\w.'’-]+){0,3}"
_AGENCY = rf"[(/\[]\s*(?P<agency>{_NAMES})\s*[)/\]]"
_DASH = r"(?:--|[-–—:.])"

_ELSEWHERE = r"\d{1,2}\.?\s+[^\W\d_]{3,12}\.?"
"""A day and month of another language, which are not read here: `5 mar`, `5 марта`."""

WITH_AGENCY = re.compile(rf"^(?:{_CAPITALS}|{_PLACE})(?:,\s*(?:{_DAY}|{_ELSEWHERE}))?[.,]*\s*{_AGENCY}")
"""The agency in brackets tells a dateline; all else but the place may be absent."""

ONLY_AGENCY = re.compile(rf"^{_AGENCY}(?=\s*{_DASH})")
"""Papers leave the place out; then the agency must be closed off from the sentence."""

WITH_DAY = re.compile(rf"^(?:{_CAPITALS}|{_PLACE}),\s*{_DAY}\.?\s*{_DASH}")
"""Without an agency, the place and the day must be closed off from the sentence."""


LONGEST = 200
"""A dateline ends within so many characters."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The beginning of a report.

    Attributes:
        words: What it says of the day, or of place and agency where it names no day.
        agency: The agency's name as it is shown, or empty.
        month, day, year: The day that it names; 0 for what it leaves out.
    """

    words: str
    agency: str = ""
    month: int = 0
    day: int = 0
    year: int = 0


def find_dateline(text: str) -> Dateline | None:
    """Read the dateline of a paragraph.

    Args:
        text: The paragraph.

    Returns:
        The dateline, or None where the paragraph begins with none.
    """
    text = text[:LONGEST]
    only = ONLY_AGENCY.match(text)
    if only:
        return Dateline(only[0], AGENCIES[only["agency"]])
    match = WITH_AGENCY.match(text) or WITH_DAY.match(text)
    if match is None:
        return None
    parts = match.groupdict()
    agency = AGENCIES.get(parts.get("agency") or "", "")
    month = parts["month"] or parts["month_last"]
    if not month:
        return Dateline(match[0], agency)
    day = int(parts["day"] or parts["day_first"])
    return Dateline(parts["date"], agency, month_number(month), day, int(parts["year"] or 0))
