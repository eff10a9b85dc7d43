"""`dateline merge`: two entries of the file that tell of one event become one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.curating.faults import quoted
from generator.curating.judge import find_event
from generator.curating.notes import Change
from generator.curating.patch import Patch
from generator.curating.strike import strike_event, strike_item
from generator.curating.yaml_text import Data
from generator.errors import EditError
from generator.model import Citation, Event, Timeline

__all__ = ["merging"]

UNITED = ("actors", "places", "tags")
"""Lists of words, of which the remaining event gets those that it lacks."""

CARRIED = frozenset(
    {"id", "date", "title", "review", "source", "citations", "corrections", "related", "aliases", "uid", "added"}
)
"""What is carried over, or told in another way: of the rest of an entry it is said that it is left out."""


def merging(keep: str, gone: str) -> Change:
    """Make one event of two.

    Args:
        keep: The id of the event that remains.
        gone: The id of the one that becomes part of it. Its citations, actors, places, tags, relations and corrections
            go there, its ids become aliases, so that its address leads on; all else of it goes.

    Returns:
        The change; it raises UnknownEventError for an id that no event has, and EditError where one of the two is
        withdrawn or rejected, or a published one would become part of a candidate.
    """

    def change(patch: Patch) -> list[str]:
        timeline = patch.loaded.timeline or Timeline()
        where = str(patch.loaded.path)
        stays, goes = find_event(timeline, keep, where), find_event(timeline, gone, where)
        _refuse(patch, timeline, stays, goes)
        return list(_merge(patch, timeline, stays, goes))

    return change


def _refuse(patch: Patch, timeline: Timeline, stays: int, goes: int) -> None:
    kept, lost = timeline.events[stays], timeline.events[goes]
    where = patch.loaded.place(patch.loaded.places.at(("events", goes)).line)
    if stays == goes:
        todo = "name two events"
        raise EditError(f"“{lost.id}” is the same event; nothing was changed", where=where, todo=todo)
    for event in (kept, lost):
        if event.review not in {"accepted", "candidate"}:
            what = f"“{event.id}” is {event.review}; nothing was changed"
            raise EditError(what, where=where, todo="merge events that are accepted or candidates")
    if lost.published and not kept.published:
        todo = f"merge them the other way round: dateline merge {lost.id} {kept.id}"
        raise EditError(
            f"“{lost.id}” is published, and “{kept.id}” a candidate; nothing was changed", where=where, todo=todo
        )


def _merge(patch: Patch, timeline: Timeline, stays: int, goes: int) -> Iterator[str]:
    kept, lost = timeline.events[stays], timeline.events[goes]
    into = ("events", stays)
    yield f"Merged {lost.id} into {kept.id}"
    citations = list(_citations(patch, timeline, stays, goes))
    patch.extend((*into, "citations"), citations)
    if citations:
        yield f"  citations: {', '.join(str(citation['source']) for citation in citations)}"
    for key in UNITED:
        known = {name.casefold() for name in getattr(kept, key)}
        more = [name for name in getattr(lost, key) if name.casefold() not in known]
        patch.extend((*into, key), more)
        if more:
            yield f"  {key}: {', '.join(more)}"
    written: dict[str, Any] = patch.loaded.data["events"][goes]
    patch.extend((*into, "corrections"), list(written.get("corrections") or ()))
    patch.extend((*into, "aliases"), [name for name in (lost.id, *lost.aliases) if name and name not in kept.aliases])
    yield from _relate(patch, timeline, stays, goes)
    for key in ("date", "title", *sorted(written.keys() - CARRIED - set(UNITED))):
        value = written.get(key)
        if value is not None and value != patch.loaded.data["events"][stays].get(key):
            yield f"  left out: {key} {quoted(value)}"
    strike_event(patch, goes)


def _citations(patch: Patch, timeline: Timeline, stays: int, goes: int) -> Iterator[dict[str, Data]]:
    """The citations that the remaining event lacks, as they are written."""
    kept, lost = timeline.events[stays], timeline.events[goes]
    known = {_key(citation) for citation in kept.citations}
    written: list[dict[str, Data]] = patch.loaded.data["events"][goes].get("citations") or []
    short = len(lost.citations) - len(written)  # what `source:` stands for comes first
    for number, citation in enumerate(lost.citations):
        if _key(citation) in known:
            continue
        known.add(_key(citation))
        if number >= short:
            yield written[number - short]
        else:
            _declare(patch, timeline, citation.source)
            yield {"source": citation.source}


def _key(citation: Citation) -> tuple[object, ...]:
    return (citation.source, citation.mention or (citation.quote, citation.date))


def _declare(patch: Patch, timeline: Timeline, key: str) -> None:
    """Write down a source that stood in the file as an address alone."""
    if key not in ((patch.loaded.data or {}).get("sources") or {}):
        source = timeline.sources[key]
        patch.add_entries(("sources",), {key: {"publisher": source.publisher, "url": source.url}})


def _relate(patch: Patch, timeline: Timeline, stays: int, goes: int) -> Iterator[str]:
    """Let what the event that goes is related to, and what is related to it, be so with the one that remains."""
    kept, lost = timeline.events[stays], timeline.events[goes]
    ids = {kept.id, *kept.aliases, lost.id, *lost.aliases}
    related: list[dict[str, Data]] = patch.loaded.data["events"][goes].get("related") or []
    known = {(relation.id, relation.as_) for relation in kept.related}
    more = [each for each in related if each["id"] not in ids and (each["id"], each["as"]) not in known]
    own = [number for number, relation in enumerate(kept.related) if relation.id in {lost.id, *lost.aliases}]
    if own and (more or len(own) > 1):
        todo = f"delete “{lost.id}” from related there, and run this again"
        node = patch.node(("events", stays, "related"))
        raise EditError("the two are related to each other", where=_line(patch, node.start), todo=todo)
    for number in own:
        strike_item(patch, ("events", stays, "related", number))
        yield f"  {kept.id}: no longer related to itself"
    patch.extend(("events", stays, "related"), more)
    for index, event in enumerate(timeline.events):
        if index not in {stays, goes}:
            yield from _redirect(patch, index, event, lost, kept)


def _redirect(patch: Patch, index: int, event: Event, lost: Event, kept: Event) -> Iterator[str]:
    for number, relation in enumerate(event.related):
        if relation.id not in {lost.id, *lost.aliases}:
            continue
        if any(other.id in {kept.id, *kept.aliases} and other.as_ == relation.as_ for other in event.related):
            strike_item(patch, ("events", index, "related", number))
            yield f"  {event.id}: related to {kept.id} already"
        else:
            patch.put(("events", index, "related", number, "id"), kept.id or "")
            yield f"  {event.id}: related to {kept.id} now"


def _line(patch: Patch, index: int) -> str:
    return patch.loaded.place(patch.loaded.places.lines.position(index).line)
