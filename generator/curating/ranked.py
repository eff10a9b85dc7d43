"""What becomes of the events that a ranking chose: which the timeline has, and which are new.

A ranking has said already which sentences tell of one event. So they are matched together: where the timeline knows one
of them, by its fingerprint, it knows the event; only where it knows none is the event compared with those of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.curating.match import Decisions, Found, Known, Matcher, Proposal
from generator.extracting.candidate import Candidate
from generator.extracting.fingerprint import mention
from generator.extracting.timex import Timex
from generator.model import Timeline
from generator.reading.article import Article

if TYPE_CHECKING:
    from generator.curating.ranking import Ranked

__all__ = ["Group", "decide_ranked"]


MOST_STAND_INS = 3
"""So many articles are cited for a day that none of them has a candidate for."""

Told = tuple[str, Article]
"""The key of a source, and the article that it is."""


@dataclass(frozen=True, slots=True)
class Group:
    """An event of a ranking, with what is found of it.

    Attributes:
        ranked: The event as it was chosen.
        found: The candidates that tell of it, in the order of the ranking.
        proposal: The new event that is proposed, or None.
        event: The index of the event of the file that it is, or None.
    """

    ranked: Ranked
    found: tuple[Found, ...]
    proposal: Proposal | None = None
    event: int | None = None


def decide_ranked(  # noqa: PLR0913 what a run knows, and the ranking
    timeline: Timeline,
    seen: frozenset[str],
    ranking: Sequence[Ranked],
    found: Iterable[Found],
    told: Mapping[str, Told],
    *,
    beside: Timeline | None = None,
) -> tuple[tuple[Group, ...], Decisions]:
    """Decide about each event of a ranking.

    Args:
        timeline: The timeline as it stands.
        seen: The fingerprints of what was ever proposed for it.
        ranking: The events.
        found: The candidates of the articles that they cite, and any others.
        told: The articles by their origins, with the keys of their sources: for an event of a day that many articles
            tell of, though none has a candidate for it.
        beside: Where the timeline is an inbox: the one for which it waits.

    Returns:
        The events with what is found of them, and what becomes of their candidates: all of them go to the event of the
        file that cites one of them; an event of which one was proposed and is cited no more was taken away by a person
        and stays away; else they go to the event of the file that is most like one of them, or are a new one.
    """
    by_mention: dict[str, Found] = {}
    for each in found:
        by_mention.setdefault(each.candidate.mention, each)
    matcher = Matcher(timeline, seen, list(by_mention.values()), beside)
    groups = []
    for ranked in ranking:
        of_it = [by_mention[known] for known in ranked.mentions if known in by_mention]
        origins = [origin for origin in ranked.sources if origin in told] if not of_it else []
        of_it += [_stand_in(ranked, *told[origin]) for origin in origins[:MOST_STAND_INS]]
        if of_it:
            groups.append(_decide(matcher, ranked, of_it))
    return tuple(groups), matcher.decisions()


def _decide(matcher: Matcher, ranked: Ranked, found: list[Found]) -> Group:
    told = tuple(found)
    mentions = [each.candidate.mention for each in found]
    event = next((matcher.cited[known] for known in mentions if known in matcher.cited), None)
    if event is None and matcher.seen.intersection(mentions):
        matcher.known += [Known(each, "seen") for each in found]
        return Group(ranked, told)
    if event is None:
        rated = [rating for each in found if (rating := matcher.most_alike_event(each))]
        event = max(rated, key=lambda rating: rating[1])[0] if rated else None
    if event is None:
        proposal = matcher.propose(found)
        return Group(ranked, told, proposal=proposal)
    for each in found:
        matcher.put(each, event)
    return Group(ranked, told, event=event)


def _stand_in(ranked: Ranked, source: str, article: Article) -> Found:
    """What is cited of an article that tells of a day without a sentence that is a candidate for it.

    It has no words for the date and is quoted nowhere; its fingerprint is that of the article and the day.
    """
    day = ranked.date.text
    reason = "no sentence gives this day to the event: it is told by what the articles of these days say first"
    candidate = Candidate(
        sentence=ranked.summary,
        line=1,
        timex=Timex(0, 0, "", "DATE", day, day, "ranked", confidence="low", reason=reason),
        date=ranked.date,
        title=ranked.title,
        summary=ranked.summary,
        status="happened",
        actors=(),
        places=(),
        attributed_to="",
        quote="",
        score=0.0,
        confidence="low",
        reason=reason,
        mention=mention(article, "", when=day),
    )
    return Found(candidate, source)
