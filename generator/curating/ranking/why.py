"""Why a day stands on a ranked timeline, in words that an editor reads."""

from __future__ import annotations

import datetime as dt

from generator.curating.counted import counted
from generator.curating.ranking.days import MOST_VOICES, Evidence

__all__ = ["why"]


def why(evidence: Evidence, voices: int, *, dated: bool = True) -> str:
    """Say what speaks for a day.

    Args:
        evidence: What the articles show for it.
        voices: How many independent sources name it.
        dated: Whether a sentence gives the day to what is said of it.

    Returns:
        Such as “named by 12 articles of 9 independent sources; referred back to on 5 later days; first told on
        2009-06-27 by “Jackson death was not suspicious””.
    """
    reasons = []
    if evidence.articles:
        many = f"more than {MOST_VOICES - 1}" if voices >= MOST_VOICES else str(voices)
        sources = f"{many} independent source{'s' * (voices != 1)}"
        reasons.append(f"named by {counted(evidence.articles, 'article')} of {sources}")
    else:
        reasons.append("articles were published on it, and none names it")
    if later := evidence.later.bit_count():
        reasons.append(f"referred back to on {counted(later, 'later day')}")
    if evidence.chronologies:
        count = evidence.chronologies
        reasons.append(f"listed by {count} chronolog{'y' if count == 1 else 'ies'}")
    if evidence.earliest:
        day, article = evidence.earliest
        reasons.append(f"first told on {dt.date.fromordinal(day).isoformat()} by {article}")
    elif evidence.articles and evidence.foretold:
        reasons.append("only announced: nobody wrote of it afterwards")
    if not dated:
        reasons.append("what is said of it stands in articles of these days, in sentences that name no day")
    return "; ".join(reasons)
