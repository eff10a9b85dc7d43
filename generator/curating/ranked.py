"""What becomes of the events that a ranking chose: which the timeline has, and which are new.

A ranking has said already which sentences tell of one event. So they are matched together: where the timeline knows one
of them, by its fingerprint, it knows the event; only where it knows none is the event compared with those of the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.curating.match import Decisions, Found, Known, Matcher, Proposal
from generator.curating.ranking import Ranked
from generator.model import Timeline

__all__ = ["Group", "decide_ranked"]


@dataclass(frozen=True, slots=True)
class Group:
    """An event of a ranking, with what is found of it.

    Attributes:
        ranked: The event as it was chosen.
        found: The candidates that tell of it, in the order of the ranking; none for one that no article dates in a
            sentence that could be cited.
        proposal: The new event that is proposed, or None.
        event: The index of the event of the file that it is, or None.
    """

    ranked: Ranked
    found: tuple[Found, ...]
    proposal: Proposal | None = None
    event: int | None = None


def decide_ranked(
    timeline: Timeline, seen: frozenset[str], ranking: Sequence[Ranked], found: Iterable[Found]
) -> tuple[tuple[Group, ...], Decisions]:
    """Decide about each event of a ranking.

    Args:
        timeline: The timeline as it stands.
        seen: The fingerprints of what was ever proposed for it.
        ranking: The events.
        found: The candidates of the articles that they cite, and any others.

    Returns:
        The events with what is found of them, and what becomes of their candidates: all of them go to the event of the
        file that cites one of them; an event of which one was proposed and is cited no more was taken away by a person
        and stays away; else they go to the event of the file that is most like one of them, or are a new one.
    """
    by_mention: dict[str, Found] = {}
    for each in found:
        by_mention.setdefault(each.candidate.mention, each)
    matcher = Matcher(timeline, seen)
    groups = tuple(
        _decide(matcher, each, [by_mention[mention] for mention in each.mentions if mention in by_mention])
        for each in ranking
    )
    return groups, matcher.decisions()


def _decide(matcher: Matcher, ranked: Ranked, found: list[Found]) -> Group:
    told = tuple(found)
    mentions = [each.candidate.mention for each in found]
    if not found:
        return Group(ranked, told)
    event = next((matcher.cited[mention] for mention in mentions if mention in matcher.cited), None)
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
