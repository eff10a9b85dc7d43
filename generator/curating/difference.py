"""What changed between two versions of a timeline, event by event, in sentences.

Events are brought together by their ids and by the ids that they used to have, so that a renamed event is not one that
went and one that came. What a sentence quotes of the file is kept apart from its words: the same sentence is printed in
a terminal and put into a page where strangers' words must stay words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeVar

from generator.curating.difference_fields import field_changes, source_changes
from generator.curating.sentence import Sentence
from generator.curating.short_sources import aligned
from generator.dates import say
from generator.model import Event, Period, Timeline, View

__all__ = ["Change", "Difference", "Kind", "compare"]

One = TypeVar("One")

Kind = Literal["added", "removed", "renamed", "merged", "changed"]

_CORRECTABLE = {"date": "date", "status": "status", "disputed": "account of the dispute"}
"""What readers are told of when it changes in a published event, and the sources that it cites."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one event.

    Attributes:
        kind: What happened to the entry as a whole.
        id: Its id, the new one if it has two.
        heading: The event in a few words: its date and title, and what became of it.
        details: What changed in it, a sentence each.
        needs: What a person should look at, a sentence each.
    """

    kind: Kind
    id: str
    heading: Sentence
    details: tuple[Sentence, ...] = ()
    needs: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that changed.

    Attributes:
        events: What became of events, in the order of the new version; those that are gone at the end.
        others: What changed in sources, actors, periods, views and the timeline's own words, a sentence each.
        before, after: How many events were published in each version.
    """

    events: tuple[Change, ...]
    others: tuple[Sentence, ...]
    before: int
    after: int

    @property
    def needs(self) -> tuple[Sentence, ...]:
        """What a person should look at."""
        return tuple(need for change in self.events for need in change.needs)

    def count(self, kind: Kind) -> int:
        """How many events changed in this way."""
        return sum(change.kind == kind for change in self.events)


def compare(before: Timeline, after: Timeline) -> Difference:
    """Find what changed between two versions.

    Args:
        before: The older version, normalised.
        after: The newer one, normalised.

    Returns:
        What changed; nothing where the two say the same, whatever their files look like.
    """
    before = aligned(before, after)
    old = {event.id: event for event in before.events if event.id}
    changes: list[Change] = []
    paired: set[str] = set()
    for event in after.events:
        was = old.get(event.id or "") or next((old[alias] for alias in event.aliases if alias in old), None)
        if was is None or was.id is None or was.id in paired:
            changes.append(_added(event, after))
            continue
        paired.add(was.id)
        changes.extend(_changed(was, event, before, after))
    changes.extend(_gone(each, after) for key, each in old.items() if key not in paired)
    changes.extend(_led_elsewhere(before, after))
    published = [sum(event.published for event in each.events) for each in (before, after)]
    return Difference(tuple(changes), tuple(_others(before, after)), *published)


def _named(event: Event) -> dict[str, str]:
    """What an event is called in a sentence."""
    return {"date": say(event.date) if event.date else "no date", "title": event.title or event.id or "no title"}


_STATES = {"accepted": "", "candidate": "Candidate", "rejected": "Rejected", "withdrawn": "Withdrawn"}


def _added(event: Event, timeline: Timeline) -> Change:
    state = _STATES[event.review]
    heading = Sentence(f"{state or 'New'}: {{date}}, {{title}}", _named(event), plain=("date",))
    names = [_publisher(citation.source, timeline) for citation in event.citations]
    details = [Sentence("cites {source}", {"source": name}) for name in dict.fromkeys(names)]
    if event.reason:
        details.append(Sentence("because {reason}", {"reason": event.reason}))
    return Change("added", event.id or "", heading, tuple(details), tuple(_needs_of_new(event)))


def _needs_of_new(event: Event) -> Iterator[Sentence]:
    called = _named(event)
    if event.review == "candidate":
        yield Sentence("{title} waits to be accepted or rejected", called)
    elif event.published and not event.citations:
        yield Sentence("{title} cites no source", called)
    elif event.published and len({citation.source for citation in event.citations}) == 1:
        yield Sentence("{title} rests on one source: is there a second?", called)


def _changed(was: Event, event: Event, before: Timeline, after: Timeline) -> Iterator[Change]:
    """What changed in an event, if anything did."""
    details = tuple(field_changes(was, event, before, after))
    renamed = was.id != event.id
    if not details and not renamed and was.review == event.review:
        return
    word, kind = _what_became(was, event)
    heading = Sentence(f"{word}: {{date}}, {{title}}", _named(event), plain=("date",))
    if renamed:
        moved = Sentence(
            "its id was {old} and is {new}; the old address leads there", {"old": was.id or "", "new": event.id or ""}
        )
        details = (moved, *details)
    yield Change(kind, event.id or "", heading, details, tuple(_needs_of_changed(was, event)))


def _what_became(was: Event, event: Event) -> tuple[str, Kind]:
    if was.review != event.review:
        words = {"accepted": "Accepted", "candidate": "A candidate again"}
        return words.get(event.review) or _STATES[event.review], "changed"
    return ("Renamed", "renamed") if was.id != event.id else ("Changed", "changed")


def _needs_of_changed(was: Event, event: Event) -> Iterator[Sentence]:
    called = _named(event)
    if not was.published:
        if event.published:
            yield from _needs_of_new(event)
        return
    if event.review in {"candidate", "rejected"}:
        yield Sentence("{title} was published, and would vanish: withdraw it, and its page says why", called)
    moved = [words for name, words in _CORRECTABLE.items() if getattr(was, name) != getattr(event, name)]
    if {each.source for each in was.citations} != {each.source for each in event.citations}:
        moved.append("sources")
    if event.published and moved and len(event.corrections) <= len(was.corrections):
        yield Sentence(f"{{title}}: its {_and(moved)} changed after readers saw it, and no correction says so", called)
    if was.response and not event.response:
        yield Sentence("{title}: a party's reply is gone", called)


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _has_page(event: Event) -> bool:
    """Whether an event has a page, be it one that says that it was withdrawn."""
    return event.published or event.review == "withdrawn"


def _gone(event: Event, after: Timeline) -> Change:
    """An event without an entry of its own: merged into another, or removed."""
    into = after.by_id.get(event.id or "")
    called = _named(event)
    if into is not None:
        heading = Sentence("Merged: {date}, {title} into {into}", called | {"into": into.title or ""}, plain=("date",))
        return Change("merged", event.id or "", heading)
    heading = Sentence("Removed: {date}, {title}", called, plain=("date",))
    need = Sentence(
        "{title} was published, and its address would lead nowhere: withdraw it, or put its id {id} among the aliases "
        "of another",
        called | {"id": event.id or ""},
    )
    return Change("removed", event.id or "", heading, needs=(need,) if _has_page(event) else ())


def _led_elsewhere(before: Timeline, after: Timeline) -> Iterator[Change]:
    """Old addresses of events that lead nowhere now, or to another event than they did."""
    for was in before.events:
        event = after.by_id.get(was.id or "")
        for alias in was.aliases if event and _has_page(was) else ():
            now = after.by_id.get(alias)
            if now is event or event is None:
                continue
            called = _named(event) | {"alias": alias, "into": (now and (now.title or now.id)) or ""}
            where = "to {into}" if now else "nowhere"
            heading = Sentence("Changed: {date}, {title}", called, plain=("date",))
            told = Sentence(f"its old address {{alias}} would lead {where}", called)
            need = Sentence(f"{{title}}: its old address {{alias}} would lead {where}; an address is permanent", called)
            yield Change("changed", event.id or "", heading, (told,), (need,))


def _publisher(key: str, timeline: Timeline) -> str:
    source = timeline.sources.get(key)
    return (source and (source.publisher or source.title)) or key


def _others(before: Timeline, after: Timeline) -> Iterator[Sentence]:
    """What changed beside the events."""
    yield from _timeline_words(before, after)
    yield from _came_and_went("source", before.sources, after.sources, lambda one: one.title or one.publisher or "")
    for key, source in after.sources.items():
        if key in before.sources:
            yield from source_changes(key, before.sources[key], source)
    yield from _entries("actor", before.actors, after.actors, lambda one: one.name)
    yield from _entries("view", _views(before), _views(after), lambda one: one.title)
    yield from _entries("period", _periods(before), _periods(after), lambda _: "")


def _views(timeline: Timeline) -> dict[str, View]:
    return _each_by((view.id, view) for view in timeline.views)


def _periods(timeline: Timeline) -> dict[str, Period]:
    return _each_by((period.title, period) for period in timeline.periods)


def _each_by(pairs: Iterable[tuple[str, One]]) -> dict[str, One]:
    """Entries by their names; of a name that stands there again, by that with a number."""
    named: dict[str, One] = {}
    counts: Counter[str] = Counter()
    for name, entry in pairs:
        counts[name] += 1
        named[name if counts[name] == 1 else f"{name} ({counts[name]})"] = entry
    return named


def _timeline_words(before: Timeline, after: Timeline) -> Iterator[Sentence]:
    for name in type(before.timeline).model_fields:
        old, new = (getattr(each.timeline, name) for each in (before, after))
        if old != new:
            yield Sentence(
                f"the timeline's {name} was {{old}} and is {{new}}", {"old": old or "none", "new": new or "none"}
            )


def _entries(
    kind: str, before: Mapping[str, One], after: Mapping[str, One], name: Callable[[One], str]
) -> Iterator[Sentence]:
    """What became of the entries under a heading of the file."""
    yield from _came_and_went(kind, before, after, name)
    for key, entry in after.items():
        if key in before and before[key] != entry:
            yield Sentence(f"the {kind} {{key}} was rewritten", {"key": key})


def _came_and_went(
    kind: str, before: Mapping[str, One], after: Mapping[str, One], name: Callable[[One], str]
) -> Iterator[Sentence]:
    for word, some, others in (("new", after, before), ("gone", before, after)):
        for key, entry in some.items():
            if key not in others:
                title = name(entry)
                yield Sentence(f"{word} {kind}: {{key}}{', {title}' if title else ''}", {"key": key, "title": title})
