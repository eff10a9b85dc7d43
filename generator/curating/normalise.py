"""What the shortest entries leave out, filled in: ids, and the citation that `source:` stands for.

The file is not changed by it; `dateline check --fix` writes ids, and nothing else is ever written.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from generator.curating.ids import event_id, source_id
from generator.dates import Edtf, Precision
from generator.model import Citation, Event, Source, Timeline
from generator.scalars import is_web_address

__all__ = ["missing_ids", "normalise"]


def normalise(timeline: Timeline) -> Timeline:
    """Fill in what short entries leave out.

    An event without an id gets the one that `--fix` would write. `source: https://…` becomes a citation of the source
    with that address, which is added where the file has none; `source: some-key` becomes a citation of that key.

    Args:
        timeline: A timeline as written.

    Returns:
        The same events in the same order, each with an id, and none with the short `source`.
    """
    ids = missing_ids(timeline.events)
    keys = _Sources(timeline.sources)
    events = list(timeline.events)
    changed = False
    for index, event in enumerate(events):
        update: dict[str, object] = {}
        if index in ids:
            update["id"] = ids[index]
        if event.source is not None:
            update |= {"source": None, "citations": _cited(event, keys)}
        if update:
            events[index] = event.model_copy(update=update)
            changed = True
    if not changed:
        return timeline
    return timeline.model_copy(update={"events": tuple(events), "sources": dict(timeline.sources) | keys.added})


def missing_ids(events: Iterable[Event]) -> dict[int, str]:
    """The ids that the events without one are to get.

    Args:
        events: The events in the order of the file.

    Returns:
        An id for each event without one, by the event's index.
    """
    events = tuple(events)
    if all(event.id for event in events):
        return {}
    taken = {name for event in events for name in (event.id, *event.aliases) if name}
    ids: dict[int, str] = {}
    for index, event in enumerate(events):
        if event.id is None:
            ids[index] = event_id(event.date, event.title or "", taken)
            taken.add(ids[index])
    return ids


class _Sources:
    """The sources of the file, and those that stand in it only as an address.

    Args:
        declared: The file's own, by key.
    """

    def __init__(self, declared: Mapping[str, Source]) -> None:
        self.taken = set(declared)
        self.by_url: dict[str, str] = {}
        for key, source in declared.items():
            if source.url:
                self.by_url.setdefault(source.url, key)
        self.added: dict[str, Source] = {}

    def key_of(self, address: str, date: Edtf | None) -> str:
        """The key of the source with an address; one is made of its host and the event's day for a new address."""
        if address not in self.by_url:
            host = (urlsplit(address).hostname or "").removeprefix("www.")
            key = source_id("", address, _day(date), self.taken)
            self.taken.add(key)
            self.by_url[address] = key
            self.added[key] = Source(url=address, publisher=host)
        return self.by_url[address]


def _cited(event: Event, sources: _Sources) -> tuple[Citation, ...]:
    """The citations of an event, with the one that its short `source` stands for before the others."""
    short = event.source or ""
    key = sources.key_of(short, event.date) if is_web_address(short) else short
    if any(citation.source == key for citation in event.citations):
        return event.citations
    return (Citation(source=key), *event.citations)


def _day(date: Edtf | None) -> dt.date | None:
    """The one day that a date names, if it does."""
    if date is None or date.kind != "single" or date.precision != Precision.DAY or date.earliest != date.latest:
        return None
    year, month, day = date.earliest
    return dt.date(year, month, day) if dt.MINYEAR <= year <= dt.MAXYEAR else None
