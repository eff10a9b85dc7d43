"""Ids and names: each means one thing."""

from __future__ import annotations

from collections.abc import Iterator

from generator.curating.normalise import missing_ids
from generator.curating.rules.subject import Finding, Subject

__all__ = ["alias_in_use", "duplicate", "duplicate_view", "known_by_another", "missing", "shared_actor_name"]


def missing(subject: Subject) -> Iterator[Finding]:
    """An event without an id: its address would change with its title."""
    for index, new in missing_ids(subject.timeline.events).items():
        path = ("events", index)
        if subject.is_entry(path) and not any((*path, key) in subject.faulty for key in ("id", "date", "title")):
            todo = f"write id: {new}, or let dateline check --fix write it"
            yield Finding(path, "the event has no id", todo, "warning")


def duplicate(subject: Subject) -> Iterator[Finding]:
    """Two events with the same id."""
    for (_, index), event in subject.events():
        first = subject.ids[event.id] if event.id else index
        if first != index:
            line = subject.line(("events", first, "id"))
            yield Finding(
                ("events", index, "id"),
                f"the id “{event.id}” stands here again, first in {line}",
                "give one of the two another id; if both are the same event, keep one and move the citations there",
            )


def alias_in_use(subject: Subject) -> Iterator[Finding]:
    """A former id that an event has now, or that two events claim: it could redirect to one only."""
    for (_, index), event in subject.events():
        for number, alias in enumerate(event.aliases):
            path = ("events", index, "aliases", number)
            if alias == event.id:
                yield Finding(path, f"the alias “{alias}” is the event's own id", "delete it from aliases")
            elif alias in subject.ids:
                line = subject.line(("events", subject.ids[alias], "id"))
                todo = "delete it here, or give that event another id and list both ids in one event's aliases"
                yield Finding(path, f"the alias “{alias}” is the id of the event in {line}", todo)
            elif subject.aliases[alias] != index:
                line = subject.line(("events", subject.aliases[alias], "aliases"))
                yield Finding(path, f"the alias “{alias}” is claimed in {line} too", "keep it in one event")


def known_by_another(subject: Subject) -> Iterator[Finding]:
    """An id by which feeds know an event and that is, or was, another's: readers would be shown one of the two."""
    first: dict[str, int] = {}
    for (_, index), event in subject.events():
        if event.uid is None:
            continue
        other = subject.ids.get(event.uid, subject.aliases.get(event.uid, first.setdefault(event.uid, index)))
        if other != index:
            line = subject.line(("events", other))
            todo = "write an id here that this event used to have, or delete the line"
            yield Finding(("events", index, "uid"), f"“{event.uid}” is what the event in {line} is known by", todo)


def duplicate_view(subject: Subject) -> Iterator[Finding]:
    """Two views with the same id."""
    first: dict[str, int] = {}
    for index, view in enumerate(subject.timeline.views):
        if view.id in first:
            line = subject.line(("views", first[view.id], "id"))
            what = f"the view “{view.id}” stands here again, first in {line}"
            yield Finding(("views", index, "id"), what, "give one of the two another id")
        first.setdefault(view.id, index)


def shared_actor_name(subject: Subject) -> Iterator[Finding]:
    """A name by which two actors go: an event that uses it could mean either."""
    first: dict[str, str] = {}
    for key, actor in subject.timeline.actors.items():
        for name in dict.fromkeys((actor.name, *actor.aliases)):
            other = first.setdefault(name.casefold(), key)
            if other != key:
                what = f"the name “{name}” belongs to the actor “{other}” too"
                yield Finding(("actors", key), what, "keep it with one of them", "warning", at_key=True)
