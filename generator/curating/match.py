"""Which candidates are known, which belong to an event that exists, and which are new.

By fingerprint first: what was ever proposed is not proposed again. By likeness second, among those of about the same
date, which an index finds without comparing everything with everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from generator.curating.by_date import Calendar
from generator.curating.likeness import ALIKE, Account, account, likeness, needed
from generator.extracting.candidate import Candidate
from generator.model import Event, Timeline

__all__ = [
    "Decisions",
    "Found",
    "Join",
    "Known",
    "Matcher",
    "Proposal",
    "Why",
    "account_of_candidate",
    "account_of_event",
    "decide",
]

MAX_COMPARED = 8
"""An event of the run is compared by so many of its sentences: more say nothing new."""

Why = Literal["cited", "seen", "same source", "withdrawn"]
"""Why a candidate adds nothing."""

_RANK = {"high": 2, "medium": 1, "low": 0}


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate with the source that it is from.

    Attributes:
        candidate: What was found.
        source: The key of its source, whether that stands in the file already or not.
    """

    candidate: Candidate
    source: str


@dataclass(frozen=True, slots=True)
class Known:
    """A candidate that adds nothing.

    Attributes:
        found: The candidate.
        why: `cited`: its fingerprint stands in an event. `seen`: an earlier run proposed it and a person took it away,
            or it was joined to an event. `same source`: the event has another sentence of this source. `withdrawn`: it
            is like a withdrawn event.
        event: The index of the event in the file, or None for what is only remembered, or is new itself.
    """

    found: Found
    why: Why
    event: int | None = None


@dataclass(frozen=True, slots=True)
class Join:
    """A candidate that becomes a further citation of an event of the file.

    Attributes:
        found: The candidate.
        event: The index of the event in the file.
        likeness: How alike they are, of 100.
    """

    found: Found
    event: int
    likeness: float


@dataclass(slots=True, eq=False)
class Proposal:
    """A new event, with a citation for each source that reports it.

    Attributes:
        citing: The candidates that it cites, one a source, in the order in which they were found.
    """

    citing: list[Found]
    accounts: list[Account] = field(default_factory=list)

    @property
    def best(self) -> Found:
        """The candidate that gives the event its date, title and summary: the surest date, then the highest score."""
        return max(self.citing, key=lambda found: (_RANK[found.candidate.confidence], found.candidate.score))


@dataclass(frozen=True, slots=True)
class Decisions:
    """What is to become of the candidates of a run, each part in the order in which they were found."""

    proposals: tuple[Proposal, ...]
    joins: tuple[Join, ...]
    known: tuple[Known, ...]


def decide(timeline: Timeline, seen: frozenset[str], found: Iterable[Found]) -> Decisions:
    """Decide about each candidate of a run.

    Args:
        timeline: The timeline as it stands.
        seen: The fingerprints of what was ever proposed for it.
        found: The candidates, in a fixed order.

    Returns:
        What is new, what joins an event, and what is known. Nothing is ever matched with a rejected event, of which
        only the id is left; what it was made from is among the fingerprints.
    """
    return Matcher(timeline, seen).decide(found)


def account_of_event(event: Event, timeline: Timeline) -> Account:
    """What is compared of an event of the file: its own words, and all names of the actors that it names."""
    return account(
        date=event.date,
        status=event.status,
        title=event.title or "",
        summary=event.summary or "",
        names=_names(event, timeline),
        places=event.places,
    )


def account_of_candidate(candidate: Candidate) -> Account:
    """What is compared of a candidate."""
    return account(
        date=candidate.date,
        status=candidate.status,
        title=candidate.title,
        summary=candidate.sentence,
        names=candidate.actors,
        places=candidate.places,
    )


class Matcher:
    """Decides about one candidate after another; what it proposes is matched with like the events of the file.

    Args:
        timeline: The timeline as it stands.
        seen: The fingerprints of what was ever proposed for it.
    """

    def __init__(self, timeline: Timeline, seen: frozenset[str]) -> None:
        self.timeline = timeline
        self.seen = seen
        self.cited = {
            citation.mention: index
            for index, event in enumerate(timeline.events)
            for citation in event.citations
            if citation.mention
        }
        self.sources = [{citation.source for citation in event.citations} for event in timeline.events]
        self.old: Calendar[int] = Calendar()
        self.accounts: dict[int, Account] = {}  # made when an event is first compared: of a long timeline few are
        self.new: Calendar[Proposal] = Calendar()
        self.undated: defaultdict[tuple[str, str], list[Proposal]] = defaultdict(list)
        for index, event in enumerate(timeline.events):
            if event.date and event.review != "rejected":
                self.old.add(event.date, index)
        self.proposals: list[Proposal] = []
        self.joins: list[Join] = []
        self.known: list[Known] = []

    def decide(self, found: Iterable[Found]) -> Decisions:
        """Decide about each candidate by itself."""
        for each in found:
            self._decide(each)
        return self.decisions()

    def decisions(self) -> Decisions:
        """What was decided so far."""
        return Decisions(tuple(self.proposals), tuple(self.joins), tuple(self.known))

    def most_alike_event(self, found: Found) -> tuple[int, float] | None:
        """The event of the file that a candidate tells of, by likeness, and how alike they are; or None."""
        return self._most_alike_event(account_of_candidate(found.candidate))

    def propose(self, found: Iterable[Found]) -> Proposal:
        """Propose a new event of candidates that are known to tell of one."""
        proposal = Proposal([])
        self.proposals.append(proposal)
        for each in found:
            self._cite(proposal, each, account_of_candidate(each.candidate))
        return proposal

    def put(self, found: Found, event: int) -> None:
        """Put a candidate to an event of the file that it is known to tell of."""
        mention = found.candidate.mention
        if mention in self.cited:
            self.known.append(Known(found, "cited", self.cited[mention]))
        elif mention in self.seen:
            self.known.append(Known(found, "seen"))
        else:
            said = account_of_candidate(found.candidate)
            self._join(found, event, _rate(said, self._account(event)) or 0.0)

    def _decide(self, found: Found) -> None:
        mention = found.candidate.mention
        if mention in self.cited:
            self.known.append(Known(found, "cited", self.cited[mention]))
        elif mention in self.seen:
            self.known.append(Known(found, "seen"))
        else:
            self._match(found, account_of_candidate(found.candidate))

    def _match(self, found: Found, said: Account) -> None:
        old = self._most_alike_event(said)
        if old is not None:
            self._join(found, *old)
            return
        new = self._most_alike_proposal(said, found)
        if new is None:
            new = Proposal([])
            self.proposals.append(new)
            if said.date is None:
                self.undated[_waiting(found)].append(new)
            else:
                self.new.add(said.date, new)
        self._cite(new, found, said)

    def _most_alike_event(self, said: Account) -> tuple[int, float] | None:
        if said.date is None:
            return None
        rated = (
            (score, -index)
            for index in self.old.near(said.date)
            if (score := _rate(said, self._account(index))) is not None
        )
        score, index = max(rated, default=(0.0, 1))
        return (-index, score) if score else None

    def _most_alike_proposal(self, said: Account, found: Found) -> Proposal | None:
        near = self.undated[_waiting(found)] if said.date is None else self.new.near(said.date)
        rated = [
            (score, -number, proposal)
            for number, proposal in enumerate(near)
            if (score := max((_rate(said, other) or 0.0 for other in proposal.accounts), default=0.0))
        ]
        return max(rated, key=lambda rating: rating[:2])[2] if rated else None

    def _account(self, index: int) -> Account:
        if index not in self.accounts:
            self.accounts[index] = account_of_event(self.timeline.events[index], self.timeline)
        return self.accounts[index]

    def _join(self, found: Found, event: int, score: float) -> None:
        if self.timeline.events[event].review == "withdrawn":
            self.known.append(Known(found, "withdrawn", event))
        elif found.source in self.sources[event]:
            self.known.append(Known(found, "same source", event))
        else:
            self.sources[event].add(found.source)
            self.joins.append(Join(found, event, score))

    def _cite(self, proposal: Proposal, found: Found, said: Account) -> None:
        """Cite a candidate, unless its source is cited with a better sentence; a worse one makes room for it."""
        if len(proposal.accounts) < MAX_COMPARED:
            proposal.accounts.append(said)
        for number, other in enumerate(proposal.citing):
            if other.source == found.source:
                better = found.candidate.score > other.candidate.score
                proposal.citing[number] = found if better else other
                self.known.append(Known(other if better else found, "same source"))
                return
        proposal.citing.append(found)


def _waiting(found: Found) -> tuple[str, str]:
    """What an undated candidate is found by: without dates, “on Tuesday” is one day in one article only."""
    return found.source, found.candidate.timex.text


def _rate(one: Account, other: Account) -> float | None:
    """How alike two accounts are, or None where they are not of one event."""
    if one.date is None and other.date is None:
        least: float | None = ALIKE
    else:
        least = needed(one.date, other.date)
    if least is None:
        return None
    score = likeness(one, other)
    return score if score >= least else None


def _names(event: Event, timeline: Timeline) -> Iterator[str]:
    """The names in an event, and those that its actors go by elsewhere."""
    for name in event.actors:
        yield name
        actor = timeline.actors.get(name)
        if actor:
            yield from (actor.name, *actor.aliases)
