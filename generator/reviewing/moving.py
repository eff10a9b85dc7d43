"""An entry goes from the file in which it waits into the timeline's, with the sources that it cites."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from generator.curating.actors import normalise_actors
from generator.curating.edit import Revision
from generator.curating.ids import event_id, source_id
from generator.curating.joining import UNITED
from generator.curating.judge import find_event, refuse_unready
from generator.curating.load import Loaded
from generator.curating.notes import Note
from generator.curating.patch import Fields, Patch
from generator.errors import EditError
from generator.model import Event, Source, Timeline

__all__ = ["Moved", "joined", "mentions_of", "moved", "noted"]


@dataclass(frozen=True, slots=True)
class Moved:
    """What comes of an entry that goes elsewhere.

    Attributes:
        file: The file into which it goes, as it is to be.
        id: The id under which it, or what it was merged into, stands there.
        mentions: The fingerprints of what it was made from, to be remembered.
    """

    file: Loaded
    id: str
    mentions: tuple[str, ...]


def moved(waiting: Loaded, index: int, timeline: Loaded, today: dt.date) -> Moved:
    """Accept a candidate of an inbox: it goes to its place in time in the timeline's file, its sources with it.

    Args:
        waiting: The inbox.
        index: The index of the candidate in it.
        timeline: The timeline's file.
        today: The day on which it comes into that file.

    Returns:
        The timeline's file as it is to be. The inbox is left as it is.

    Raises:
        EditError: It has no date or no citation, or one of the files is written so that this cannot be done safely.
        FaultyTimelineError: One of the files has errors.
    """
    event = _event(waiting, index)
    refuse_unready(waiting, index, event)
    revision = Revision(timeline)
    move = _Move(waiting, timeline, revision)
    held = timeline.timeline or Timeline()
    taken = {name for other in held.events for name in (other.id, *other.aliases) if name}
    name = event.id or ""
    if name in taken:
        name = event_id(event.date, event.title or "", taken)
    written = waiting.data["events"][index]
    kept = {key: value for key, value in written.items() if key not in {"id", "review", "source", "citations", "added"}}
    known = [related for related in kept.pop("related", None) or () if related.get("id") in taken]
    fields = {"id": name, **kept, **({"related": known} if known else {})}
    revision.add_event(fields | {"citations": move.citations(index), "added": today.isoformat()})
    return Moved(revision.result(), name, mentions_of(event))


def joined(waiting: Loaded, index: int, timeline: Loaded, target: int) -> Moved:
    """Merge a candidate of an inbox into an event: it gets the citations, actors, places and tags that it lacks.

    Args:
        waiting: The inbox.
        index: The index of the candidate in it.
        timeline: The timeline's file.
        target: The index of the event in it.

    Returns:
        The timeline's file as it is to be; the inbox is left as it is. What the event cites already is not cited twice.

    Raises:
        EditError: One of the files is written so that this cannot be done safely.
        FaultyTimelineError: One of the files has errors.
    """
    event, into = _event(waiting, index), _event(timeline, target)
    revision = Revision(timeline)
    cited = {(citation.source, citation.mention or citation.quote) for citation in into.citations}
    for citation in _Move(waiting, timeline, revision).citations(index, leave=cited):
        revision.add_citation(target, citation)
    actors = (timeline.timeline or Timeline()).actors
    for key in UNITED:
        theirs, ours = getattr(event, key), getattr(into, key)
        named = normalise_actors([theirs, ours], actors) if key == "actors" else {}
        known = {named.get(name, name).casefold() for name in ours}
        more = dict.fromkeys(named.get(name, name) for name in theirs)
        revision.patch.extend(("events", target, key), [name for name in more if name.casefold() not in known])
    return Moved(revision.result(), into.id or "", mentions_of(event))


def noted(loaded: Loaded, target: str, note: Note) -> Loaded:
    """Tell the readers of an event of a change.

    Args:
        loaded: The timeline's file.
        target: The id of the event.
        note: What they are told, and the day.

    Returns:
        The file as it is to be: the event has a correction more.

    Raises:
        EditError: The event is written so that this cannot be done safely.
    """
    index = find_event(loaded.timeline or Timeline(), target, str(loaded.path))
    patch = Patch(loaded)
    patch.extend(("events", index, "corrections"), [{"date": note.date.isoformat(), "text": note.text}])
    return patch.result()


class _Move:
    """The sources of one file, as another one has them or gets them.

    Args:
        waiting: The file from which an entry comes.
        timeline: The file into which it goes.
        revision: The edits of that file.
    """

    def __init__(self, waiting: Loaded, timeline: Loaded, revision: Revision) -> None:
        self._from = waiting.timeline or Timeline()
        self._written = _declared(waiting)
        self._revision = revision
        self._home = waiting
        held = timeline.timeline or Timeline()
        self._declared = {key: held.sources[key] for key in _declared(timeline)}
        self._taken = set(held.sources)
        self._by_url = {source.url: key for key, source in held.sources.items() if source.url}
        self._keys: dict[str, str] = {}

    def citations(self, index: int, leave: Iterable[tuple[str, str | None]] = ()) -> list[Fields]:
        """The citations of an event as the other file is to have them; the sources that it lacks are put in.

        Args:
            index: The index of the event in the file from which it comes.
            leave: What is not to be cited again: the key of a source in the other file, and the fingerprint or, where
                there is none, the quote.
        """
        written: list[dict[str, Any]] = self._home.data["events"][index].get("citations") or []
        named = {citation["source"] for citation in written}
        short = [{"source": each.source} for each in _event(self._home, index).citations if each.source not in named]
        left: set[tuple[str | None, str | None]] = {*leave}
        citations: list[Fields] = []
        for citation in [*short, *written]:
            old = citation["source"]
            if (self._known(old), citation.get("mention") or citation.get("quote")) not in left:
                citations.append({**citation, "source": self._key(old)})
        return citations

    def _known(self, old: str) -> str | None:
        """The key of a source in the other file, where it is there."""
        if old in self._keys:
            return self._keys[old]
        source = self._from.sources.get(old, Source())
        if source.url in self._by_url:
            return self._by_url[source.url]
        return old if old in self._declared and _same(self._declared[old], source) else None

    def _key(self, old: str) -> str:
        """The key of a source in the other file, into which it is put where it is not there."""
        known = self._known(old)
        if known is not None and known in self._declared:
            return known
        if old not in self._from.sources:
            todo = "put it under sources there, or write the name of one that is"
            raise EditError(
                f"“{old}” is cited, and no source of that name is there", where=str(self._home.path), todo=todo
            )
        source = self._from.sources[old]
        new = known or old
        if known is None and new in self._taken:
            new = source_id(source.publisher or "", source.url or "", source.published, self._taken)
        self._taken.add(new)
        self._declared[new] = source
        self._keys[old] = new
        fields: dict[str, Any] = dict(self._written.get(old) or _short(source))
        if fields.get("original") and fields["original"] in self._from.sources:
            fields["original"] = self._key(fields["original"])
        self._revision.add_source(new, fields)
        return new


def _event(loaded: Loaded, index: int) -> Event:
    return (loaded.timeline or Timeline()).events[index]


def _declared(loaded: Loaded) -> Mapping[str, Any]:
    """The sources that stand in a file, as they are written there."""
    return (loaded.data or {}).get("sources") or {}


def _same(one: Source, other: Source) -> bool:
    """Whether two sources of one key are one article: nothing that says which it is differs."""
    pairs = ((one.url, other.url), (one.title, other.title), (one.publisher, other.publisher))
    return not any(ours and theirs and ours != theirs for ours, theirs in pairs)


def _short(source: Source) -> dict[str, Any]:
    """What is known of a source that stood in the file only as an address."""
    known = {"publisher": source.publisher, "url": source.url}
    return {key: value for key, value in known.items() if value}


def mentions_of(event: Event) -> tuple[str, ...]:
    """The fingerprints of what a candidate was made from."""
    return tuple(citation.mention for citation in event.citations if citation.mention)
