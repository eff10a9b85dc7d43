"""Events: what is published is complete, and what is rejected is gone."""

from __future__ import annotations

from collections.abc import Iterator

from generator.curating.rules.subject import Finding, Subject

__all__ = [
    "accepted_without_date",
    "accepted_without_source",
    "accepted_without_title",
    "rejected_with_text",
    "unknown_related",
    "without_reason",
]

_REJECTED_KEYS = frozenset({"id", "review", "reason", "aliases"})
"""What a rejected event may keep, so that nobody's words outlive the decision."""

_OR_CANDIDATE = "or write review: candidate"


def _accepted_without(subject: Subject, keys: tuple[str, ...], what: str, todo: str) -> Iterator[Finding]:
    for path, event in subject.events():
        if event.review != "accepted" or any(getattr(event, key) for key in keys) or not subject.is_entry(path):
            continue
        if any(subject.holds((*path, key)) for key in keys):
            continue
        written = next((key for key in keys if (*path, key) in subject.places), None)
        where = (*path, written) if written else path
        yield Finding(where, what, f"{todo}, {_OR_CANDIDATE}", at_key=written is not None)


def accepted_without_date(subject: Subject) -> Iterator[Finding]:
    """An accepted event without a date has no place on a timeline."""
    return _accepted_without(subject, ("date",), "an accepted event without a date", "write one, such as date: 2022-12")


def accepted_without_title(subject: Subject) -> Iterator[Finding]:
    """An accepted event without a title."""
    return _accepted_without(subject, ("title",), "an accepted event without a title", "say in “title:” what happened")


def accepted_without_source(subject: Subject) -> Iterator[Finding]:
    """An accepted event without a source: every event carries its sources."""
    what, todo = "an accepted event without a source", "write source: https://… or citations"
    return _accepted_without(subject, ("source", "citations"), what, todo)


def without_reason(subject: Subject) -> Iterator[Finding]:
    """A decision against an event without the reason for it."""
    for path, event in subject.events():
        decided = event.review in {"rejected", "withdrawn"}
        if decided and not (event.reason or "").strip() and not subject.holds((*path, "reason")):
            what = f"the event was {event.review} without a reason"
            yield Finding((*path, "review"), what, "say why in “reason:”")


def rejected_with_text(subject: Subject) -> Iterator[Finding]:
    """A rejected event that keeps more than its id and the reason."""
    for path, event in subject.events():
        if event.review != "rejected":
            continue
        written = subject.data["events"][path[1]]
        extra = [key for key in written if key not in _REJECTED_KEYS and not key.startswith("x-")]
        if extra:
            what = "a rejected event keeps only its id, review and reason"
            keys = f"{', '.join(extra[:-1])} and {extra[-1]}" if len(extra) > 1 else extra[0]
            yield Finding((*path, extra[0]), what, f"delete {keys}", at_key=True)


def unknown_related(subject: Subject) -> Iterator[Finding]:
    """A relation to an event that is not there, to the event itself, or by an id that it used to have."""
    for path, event in subject.events():
        for number, related in enumerate(event.related):
            where = (*path, "related", number, "id")
            if related.id == event.id:
                yield Finding(where, "the event is related to itself", "write the id of another event")
            elif related.id in subject.ids or related.id in subject.elsewhere:
                continue
            elif related.id in subject.aliases:
                now = subject.timeline.events[subject.aliases[related.id]].id
                todo = f"write {now}" if now else "write the id that it has now"
                yield Finding(where, f"“{related.id}” is an id that an event used to have", todo, "warning")
            else:
                yield Finding(where, f"there is no event “{related.id}”", _meant(related.id, subject))


def _meant(wrong: str, subject: Subject) -> str:
    meant = subject.known_ids.nearest(wrong)
    return f"did you mean “{meant}”?" if meant else "write the id of an event, or delete it"
