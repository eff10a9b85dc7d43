"""The merged timeline of many articles: which days, and what is said of each."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from generator.curating.ranking.ranked import Ranked, Wanted
from generator.curating.ranking.report import Report, Told
from generator.dates import parse

__all__ = ["rank"]


def rank(reports: Iterable[Report], wanted: Wanted) -> list[Ranked]:
    """Make one timeline of many reports.

    Args:
        reports: The reports; they are gone through twice, so a list or anything that can begin anew, no generator.
        wanted: What is asked for.

    Returns:
        The best days, in the order of time.
    """
    mentioned: Counter[int] = Counter()
    later: defaultdict[int, set[int]] = defaultdict(set)
    best: dict[int, tuple[float, Told, Report]] = {}
    for each in reports:
        for day in {told.first for told in each.told if told.basis != "lead"}:
            mentioned[day] += 1
            if each.published is not None and each.published > day:
                later[day].add(each.published)
        for told in each.told:
            if told.first not in best or told.score > best[told.first][0]:
                best[told.first] = (told.score, told, each)
    since = wanted.since.toordinal() if wanted.since else 0
    until = wanted.until.toordinal() if wanted.until else dt.date.max.toordinal()
    scores = {
        day: math.log1p(count) + math.log1p(len(later[day]))
        for day, count in mentioned.items()
        if since <= day <= until
    }
    days = sorted(sorted(scores, key=lambda day: (-scores[day], day))[: wanted.top])
    return [_ranked(day, scores[day], (mentioned[day], len(later[day])), best[day]) for day in days]


def _ranked(day: int, score: float, counts: tuple[int, int], best: tuple[float, Told, Report]) -> Ranked:
    mentioned, later = counts
    _, told, first = best
    return Ranked(
        date=parse(dt.date.fromordinal(day).isoformat()),
        title=told.title or told.sentence[:90],
        summary=told.summary or told.sentence,
        score=round(score, 3),
        why=f"reported by {mentioned} articles; referred back to on {later} later days",
        sources=(first.origin,),
        mentions=(told.mention,) if told.mention else (),
    )
