"""Which candidates are known, which belong to an event that exists, and which are new.

By fingerprint first: what was ever proposed is not proposed again. By likeness second, among those of about the same
date, which an index finds without comparing everything with everything.

What was announced and then took place is one event, told by its happening; so is what was called off. But an event of
the file that is planned is somebody's entry: what came of it is a new event, which follows it. Where the file is an
inbox, so it is with the events of the timeline for which it waits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from generator.curating.by_date import Calendar, Drawer
from generator.curating.likeness import ALIKE, Account, account, likeness, needed_of
from generator.curating.naming import Naming, names_of
from generator.curating.proposal import MOST_REPRINTS, Found, Known, Proposal, Why
from generator.curating.rarity import Rarity
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


@dataclass(frozen=True, slots=True)
class Decisions:
    """What is to become of the candidates of a run, each part in the order in which they were found."""

    proposals: tuple[Proposal, ...]
    joins: tuple[Join, ...]
    known: tuple[Known, ...]


def decide(
    timeline: Timeline, seen: frozenset[str], found: Iterable[Found], beside: Timeline | None = None
) -> Decisions:
    """Decide about each candidate of a run.

    Args:
        timeline: The timeline as it stands.
        seen: The fingerprints of what was ever proposed for it.
        found: The candidates, in a fixed order.
        beside: Where it is an inbox: the timeline for which it waits.

    Returns:
        What is new, what joins an event, and what is known. Nothing is ever matched with a rejected event, of which
        only the id is left; what it was made from is among the fingerprints.
    """
    told = list(found)
    return Matcher(timeline, seen, told, beside).decide(told)


def account_of_event(event: Event, timeline: Timeline) -> Account:
    """What is compared of an event of the file: its own words, and all names of the actors that it names."""
    return account(
        date=event.date,
        status=event.status,
        title=event.title or "",
        summary=event.summary or "",
        names=[" ".join((name, *names_of(name, timeline.actors))) for name in event.actors],
        places=event.places,
    )


def account_of_candidate(candidate: Candidate, naming: Naming | None = None) -> Account:
    """What is compared of a candidate: its own words, and all names that its actors go by, where that is known."""
    names = candidate.actors
    return account(
        date=candidate.date,
        status=candidate.status,
        title=candidate.title,
        summary=candidate.sentence,
        names=naming.all_names(names) if naming else names,
        places=candidate.places,
    )


class Matcher:
    """Decides about one candidate after another; what it proposes is matched with like the events of the file.

    Args:
        timeline: The timeline as it stands.
        seen: The fingerprints of what was ever proposed for it.
        told: All candidates of the run: what they say tells who is who, and which words are rare.
        beside: Where the timeline is an inbox: the one for which it waits. What is told may have come of its events.
    """

    def __init__(
        self,
        timeline: Timeline,
        seen: frozenset[str],
        told: Sequence[Found] = (),
        beside: Timeline | None = None,
    ) -> None:
        self.timeline = timeline
        self.seen = seen
        self.naming = Naming((each.candidate.actors for each in told), timeline.actors)
        self.rarity = Rarity(self._said(each) for each in told)
        self.cited = {
            citation.mention: index
            for index, event in enumerate(timeline.events)
            for citation in event.citations
            if citation.mention
        }
        self._sources: dict[int, set[str]] = {}
        self.old: Calendar[int] = Calendar()
        self.accounts: dict[int, Account] = {}
        self.plans: Calendar[tuple[str, Account]] = Calendar()
        self.new: Calendar[Proposal] = Calendar()
        self.undated: defaultdict[tuple[str, str], Drawer[Proposal]] = defaultdict(Drawer)
        for index, event in enumerate(timeline.events):
            if event.date and event.review != "rejected":
                self.old.add(event.date, index, partial(self._words_of, index))
        for event in beside.events if beside else ():
            if event.date and _may_lead_on(event):
                said = account_of_event(event, beside or timeline)
                self.plans.add(event.date, (event.id or "", said), said.words)
        self.proposals: list[Proposal] = []
        self.joins: list[Join] = []
        self.known: list[Known] = []

    def decide(self, found: Iterable[Found]) -> Decisions:
        """Decide about each candidate by itself."""
        for each in found:
            if not self._is_known(each):
                self._match(each, self._said(each))
        return self.decisions()

    def decisions(self) -> Decisions:
        """What was decided so far."""
        return Decisions(tuple(self.proposals), tuple(self.joins), tuple(self.known))

    def most_alike_event(self, found: Found) -> tuple[int, float] | None:
        """The event of the file that a candidate tells of, by likeness, and how alike they are; or None."""
        return self._most_alike_event(self._said(found))

    def propose(self, found: Iterable[Found]) -> Proposal:
        """Propose a new event of candidates that are known to tell of one."""
        proposal = self._new(Proposal([], naming=self.naming))
        for each in found:
            self._cite(proposal, each, self._said(each))
        return proposal

    def put(self, found: Found, event: int) -> None:
        """Put a candidate to an event of the file that it is known to tell of."""
        if not self._is_known(found):
            self._join(found, event, likeness(self._said(found), self._account(event), rare=self.rarity.of))

    def _said(self, found: Found) -> Account:
        return account_of_candidate(found.candidate, self.naming)

    def _is_known(self, found: Found) -> bool:
        """Whether the fingerprint of a candidate is known; then that is what becomes of it."""
        mention = found.candidate.mention
        if mention in self.cited:
            self.known.append(Known(found, "cited", self.cited[mention]))
        elif mention in self.seen:
            self.known.append(Known(found, "seen"))
        else:
            return False
        return True

    def _match(self, found: Found, said: Account) -> None:
        old = self._most_alike_event(said)
        if old is not None:
            self._join(found, *old)
            return
        new = self._most_alike_proposal(said, found)
        if new is None:
            new = self._new(Proposal([], naming=self.naming))
        if said.date is None:
            self.undated[_waiting(found)].add(new, said.words)
        else:
            self.new.add(said.date, new, said.words)
        self._cite(new, found, said)

    def _new(self, proposal: Proposal) -> Proposal:
        self.proposals.append(proposal)
        return proposal

    def _most_alike_event(self, said: Account) -> tuple[int, float] | None:
        """The event of the file that a candidate is a further report of, and how alike they are."""
        rated = [(score, -index) for score, index in self._events_like(said) if _reports(said, self._account(index))]
        score, index = max(rated, default=(0.0, 1))
        return (-index, score) if score else None

    def _events_like(self, said: Account) -> Iterator[tuple[float, int]]:
        if said.date is not None:
            for index in self.old.near(said.date, said.words):
                score = self._rate(said, self._account(index))
                if score:
                    yield score, index

    def _most_alike_proposal(self, said: Account, found: Found) -> Proposal | None:
        if said.date is None:
            near = self.undated[_waiting(found)].like(said.words)
        else:
            near = self.new.near(said.date, said.words)
        rated = [
            (score, -number, proposal) for number, proposal in enumerate(near) if (score := self._like(said, proposal))
        ]
        return max(rated, key=lambda rating: rating[:2])[2] if rated else None

    def _like(self, said: Account, proposal: Proposal) -> float:
        """How like a proposal a candidate is: like the most like of its reports, where no other contradicts it."""
        others = proposal.accounts
        if any(_contradict(said, other) for other in others):
            return 0.0
        return max((self._rate(said, other) for other in others), default=0.0)

    def _rate(self, one: Account, other: Account) -> float:
        """How alike two accounts are, or 0 where they are not of one event."""
        least = ALIKE if one.span is None and other.span is None else needed_of(one.span, other.span)
        if least is None:
            return 0.0
        score = likeness(one, other, rare=self.rarity.of)
        return score if score >= least else 0.0

    def _account(self, index: int) -> Account:
        if index not in self.accounts:
            self.accounts[index] = account_of_event(self.timeline.events[index], self.timeline)
        return self.accounts[index]

    def _words_of(self, index: int) -> frozenset[str]:
        return self._account(index).words

    def _join(self, found: Found, event: int, score: float) -> None:
        if self.timeline.events[event].review == "withdrawn":
            self.known.append(Known(found, "withdrawn", event))
        elif found.source in self._sources_of(event):
            self.known.append(Known(found, "same source", event))
        elif self._reprints(found, event) >= MOST_REPRINTS:
            self.known.append(Known(found, "reprint", event))
        else:
            self._sources_of(event).add(found.source)
            self.joins.append(Join(found, event, score))

    def _sources_of(self, event: int) -> set[str]:
        """The sources that an event of the file cites, with those that were joined to it."""
        if event not in self._sources:
            self._sources[event] = {citation.source for citation in self.timeline.events[event].citations}
        return self._sources[event]

    def _reprints(self, found: Found, event: int) -> int:
        """How many reprints of the same story an event of the file cites, those that were just joined among them."""
        if not found.story:
            return 0
        sources = self.timeline.sources
        known = sum(sources[key].original == found.story for key in self._sources_of(event) if key in sources)
        return known + sum(join.event == event and join.found.story == found.story for join in self.joins)

    def _cite(self, proposal: Proposal, found: Found, said: Account) -> None:
        """Cite a candidate, and note what of the file it came of."""
        if len(proposal.accounts) < MAX_COMPARED:
            proposal.accounts.append(said)
        left = proposal.cite(found)
        if left is not None:
            self.known.append(left)
        if said.status != "planned":
            proposal.follows.update(self._came_of(said))

    def _came_of(self, said: Account) -> Iterator[str]:
        """The ids of the events, of the file or beside it, that what is told came of."""
        if said.date is None:
            return
        for _, index in self._events_like(said):
            event = self.timeline.events[index]
            if event.id and _may_lead_on(event) and not _reports(said, self._account(index)):
                yield event.id
        for name, plan in self.plans.near(said.date, said.words):
            if name and not _reports(said, plan) and self._rate(said, plan):
                yield name


def _may_lead_on(event: Event) -> bool:
    """Whether something may have come of an event: it did not happen, and a person lets it stand."""
    return event.status != "happened" and event.review not in {"rejected", "withdrawn"}


def _waiting(found: Found) -> tuple[str, str]:
    """What an undated candidate is found by: without dates, “on Tuesday” is one day in one article only."""
    return found.source, found.candidate.timex.text


def _reports(said: Account, event: Account) -> bool:
    """Whether a candidate may be a report of an event, and not of what came of it: one status, or an announcement."""
    return said.status in {event.status, "planned"}


def _contradict(one: Account, other: Account) -> bool:
    """Whether two accounts cannot be of one event: their dates are far apart, or it happened here and did not there."""
    apart = needed_of(one.span, other.span) is None and (one.span is not None or other.span is not None)
    return apart or (one.status != other.status and "planned" not in (one.status, other.status))
