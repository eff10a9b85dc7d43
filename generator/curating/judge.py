"""A person's verdict on candidates, by id: all of them, or none where one cannot be."""

from __future__ import annotations

from collections.abc import Sequence

from generator.curating.edit import Revision
from generator.curating.load import Loaded
from generator.curating.suggest import nearest
from generator.errors import EditError, UnknownEventError
from generator.model import Event, Timeline

__all__ = ["accept", "find_event", "refuse_twins", "refuse_unready", "reject"]


def accept(loaded: Loaded, ids: Sequence[str]) -> tuple[str, list[str]]:
    """Accept candidates.

    Args:
        loaded: The timeline's file.
        ids: Their ids, or ids that they used to have.

    Returns:
        The new text, and the ids of those that were candidates; one that is accepted already stays as it is.

    Raises:
        UnknownEventError: An id is no event's.
        EditError: An event cannot be accepted: it was rejected or withdrawn, or has no date or no citation.
        FaultyTimelineError: The file has errors.
    """
    revision = Revision(loaded)
    accepted = []
    for index, event in _events(loaded, ids):
        if event.review == "accepted":
            continue
        refuse_unready(loaded, index, event)
        revision.accept(index)
        accepted.append(event.id or "")
    return (revision.text() if accepted else loaded.text), accepted


def reject(loaded: Loaded, ids: Sequence[str], reason: str = "") -> tuple[str, list[str], list[str]]:
    """Reject candidates: of each stay its id and the reason.

    Args:
        loaded: The timeline's file.
        ids: Their ids, or ids that they used to have.
        reason: Why.

    Returns:
        The new text, the ids of those that were candidates, and the fingerprints to remember, so that what they were
        made from is not proposed again.

    Raises:
        UnknownEventError: An id is no event's.
        EditError: An event is published, and so cannot be rejected any more.
        FaultyTimelineError: The file has errors.
    """
    revision = Revision(loaded)
    rejected, mentions = [], []
    for index, event in _events(loaded, ids):
        if event.review == "rejected":
            continue
        if event.review != "candidate":
            todo = "its page is public already, and says so"
            if event.review == "accepted":
                todo = f"its id is public: withdraw it with dateline withdraw {event.id}, and its page will say so"
            raise _refused(f"“{event.id}” is {event.review}, and no candidate", loaded, index, todo)
        revision.reject(index, reason)
        rejected.append(event.id or "")
        mentions += [citation.mention for citation in event.citations if citation.mention]
    return (revision.text() if rejected else loaded.text), rejected, mentions


def find_event(timeline: Timeline, wanted: str, where: str) -> int:
    """The index of the event that has an id, or used to have it.

    Args:
        timeline: The timeline.
        wanted: The id.
        where: The file, for the message.

    Returns:
        The index among the timeline's events.

    Raises:
        UnknownEventError: None has it; the message names the id that is nearest to it.
    """
    event = timeline.by_id.get(wanted) or timeline.by_id.get(wanted.casefold())
    if event is None:
        near = nearest(wanted, timeline.by_id)
        todo = f"did you mean {near}?" if near else "ids are under events, at the key id"
        raise UnknownEventError(f"no event has the id “{wanted}”", where=where, todo=todo)
    return next(index for index, other in enumerate(timeline.events) if other is event)


def _events(loaded: Loaded, ids: Sequence[str]) -> list[tuple[int, Event]]:
    """The events of some ids, each once, in the order in which they were named."""
    refuse_twins(loaded)
    timeline = loaded.timeline or Timeline()
    indices = dict.fromkeys(find_event(timeline, wanted, str(loaded.path)) for wanted in ids)
    return [(index, timeline.events[index]) for index in indices]


def refuse_twins(loaded: Loaded) -> None:
    """See to it that an id names one event.

    Args:
        loaded: The timeline's file.

    Raises:
        EditError: Two events have the same id, so that nobody can say which is meant.
    """
    first: dict[str, int] = {}
    for index, event in enumerate(loaded.timeline.events if loaded.timeline else ()):
        other = first.setdefault(event.id or "", index)
        if other != index:
            place = loaded.place(loaded.places.at(("events", other)).line)
            what = f"“{event.id}” is the id of the event at {place} too"
            raise _refused(what, loaded, index, "give one of the two another id, or delete it")


def refuse_unready(loaded: Loaded, index: int, event: Event) -> None:
    """See to it that a candidate can be accepted.

    Args:
        loaded: The file in which it waits.
        index: Its index among the events there.
        event: The candidate.

    Raises:
        EditError: It was rejected or withdrawn, or has no date or no citation.
    """
    if event.review != "candidate":
        todo = "write its fields anew, with review: accepted" if event.review == "rejected" else "change review by hand"
        raise _refused(f"“{event.id}” was {event.review}", loaded, index, todo)
    if event.date is None:
        source = next((citation.source for citation in event.citations if citation.date is None), "")
        fill = f"fill in published under sources, {source}, and run dateline extract again" if source else ""
        todo = f"write its date; or {fill}" if fill else "write its date"
        raise _refused(f"“{event.id}” has no date, and so no place on the timeline", loaded, index, todo)
    if not event.citations:
        raise _refused(f"“{event.id}” cites no source", loaded, index, "add a citation")


def _refused(what: str, loaded: Loaded, index: int, todo: str) -> EditError:
    place = loaded.place(loaded.places.at(("events", index)).line)
    return EditError(f"{what}; nothing was changed", where=place, todo=todo)
