"""A new event in the making: the candidates that tell of it, and which of them it is told by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from generator.curating.likeness import Account, ordinal
from generator.curating.naming import Naming
from generator.dates import Edtf
from generator.extracting.candidate import Candidate

__all__ = ["MOST_REPRINTS", "Found", "Known", "Proposal", "Why", "disagreeing", "independent"]

MOST_REPRINTS = 3
"""So many reprints of one story are cited beside it: they show that others took it up, and witness nothing."""

Why = Literal["cited", "seen", "same source", "reprint", "withdrawn"]
"""Why a candidate adds nothing."""

_SURE = {"high": 3, "medium": 2, "low": 1}
_TELLS = {"happened": 2, "cancelled": 2, "postponed": 2, "planned": 1}
"""Which reports say more of how an event stands: those of what was only planned come last."""

VAGUER = 0.5
"""What a vaguer date around a day says for the day."""


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate with the source that it is from.

    Attributes:
        candidate: What was found.
        source: The key of its source, whether that stands in the file already or not.
        story: Where the source is a reprint, what it is known by whose story it is; else empty.
    """

    candidate: Candidate
    source: str
    story: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Known:
    """A candidate that adds nothing.

    Attributes:
        found: The candidate.
        why: `cited`: its fingerprint stands in an event. `seen`: an earlier run proposed it and a person took it away,
            or it was joined to an event. `same source`: the event has another sentence of this source. `reprint`: it
            has enough reprints of the story. `withdrawn`: it is like a withdrawn event.
        event: The index of the event in the file, or None for what is only remembered, or is new itself.
        proposal: The new event that has the other sentence, or None.
    """

    found: Found
    why: Why
    event: int | None = None
    proposal: Proposal | None = field(default=None, compare=False, repr=False)


@dataclass(slots=True, eq=False)
class Proposal:
    """A new event, with a citation for each source that reports it.

    Attributes:
        citing: The candidates that it cites, one a source, in the order in which they were found.
        accounts: What some of them say, for comparison.
        follows: The ids of the known events that it came of: what was planned, called off or put off.
        naming: What actors are called.
    """

    citing: list[Found]
    accounts: list[Account] = field(default_factory=list)
    follows: set[str] = field(default_factory=set)
    naming: Naming | None = None
    _reprints: Counter[str] = field(default_factory=Counter)
    _places: dict[str, int] = field(default_factory=dict)

    def cite(self, found: Found) -> Known | None:
        """Cite a candidate, unless its source is cited with a better sentence, or enough reprints of its story are.

        Returns:
            What is left out for it: the candidate itself, or the worse sentence that made room; None where nothing is.
        """
        place = self._places.get(found.source)
        if place is not None:
            other = self.citing[place]
            better = found.candidate.score > other.candidate.score
            self.citing[place] = found if better else other
            return Known(other if better else found, "same source", proposal=self)
        if found.story and self._reprints[found.story] >= MOST_REPRINTS:
            return Known(found, "reprint", proposal=self)
        self._reprints[found.story] += 1
        self._places[found.source] = len(self.citing)
        self.citing.append(found)
        return None

    @property
    def best(self) -> Found:
        """The candidate that gives the event its date, title and summary.

        The date that most independent sources support, as finely as any surely says it; of the candidates that give it
        one of what happened before one of what was planned, then the surest, then the one with the highest score.
        """
        date = self._date()
        return max(
            (found for found in self.citing if found.candidate.date == date),
            key=lambda found: (
                _TELLS[found.candidate.status],
                _SURE[found.candidate.confidence],
                found.candidate.score,
            ),
        )

    @property
    def disagreement(self) -> tuple[Found, ...]:
        """The candidates whose date cannot be true if the event's is: their bounds do not meet."""
        return disagreeing(self.best.candidate.date, self.citing)

    @property
    def actors(self) -> list[str]:
        """The names by which the timeline calls the actors of the event."""
        names = self.best.candidate.actors
        return self.naming.called(names) if self.naming else list(names)

    def _date(self) -> Edtf | None:
        """The date that is supported best."""
        dated = [found for found in self.citing if found.candidate.date is not None]
        if not dated:
            return None
        most = max(_TELLS[found.candidate.status] for found in dated)
        telling = [found.candidate for found in dated if _TELLS[found.candidate.status] == most]
        surest = max(_SURE[each.confidence] for each in telling)
        finest = min(_length(each) for each in telling if _SURE[each.confidence] == surest)
        of_it = {each.date: each for each in telling if each.date and _length(each) == finest}
        return max(of_it, key=lambda date: (self._support(date), _SURE[of_it[date].confidence]))

    def _support(self, date: Edtf) -> float:
        """What speaks for a date: the independent stories that give it, by how surely they do."""
        stories: dict[str, float] = {}
        for found in self.citing:
            other = found.candidate.date
            if other is None:
                continue
            share = 1.0 if other == date else VAGUER if date.within(other) else 0.0
            story = found.story or found.source
            stories[story] = max(stories.get(story, 0.0), share * _SURE[found.candidate.confidence])
        return sum(stories.values())


def disagreeing(date: Edtf | None, found: Iterable[Found]) -> tuple[Found, ...]:
    """The candidates whose date cannot be true if another one is: their bounds do not meet.

    Args:
        date: The date of an event, or None.
        found: The candidates that tell of it.
    """
    if date is None:
        return ()
    told = ((each, each.candidate.date) for each in found)
    return tuple(each for each, other in told if other and not other.overlaps(date))


def independent(found: Iterable[Found]) -> int:
    """How many independent stories some candidates are from: a reprint is of its original's."""
    return len({each.story or each.source for each in found})


def _length(candidate: Candidate) -> int:
    return ordinal(candidate.date.latest) - ordinal(candidate.date.earliest) if candidate.date else 0
