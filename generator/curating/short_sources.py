"""Sources that stand in the file only as an address: between two versions they are known by that.

Their keys are made of the host, the event's day and a number, so that they change when events change places or days.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.model import Event, Source, Timeline

__all__ = ["aligned"]


def aligned(before: Timeline, after: Timeline) -> Timeline:
    """Call the sources of a version as a later one does, where only their addresses stand in the file.

    Args:
        before: The older version, normalised.
        after: The newer one, normalised.

    Returns:
        The older version; each such source has the key under which the newer one has its address, or that address where
        it is gone and another has its key.
    """
    homes: dict[str, str] = {}
    for key, source in after.sources.items():
        if source.url:
            homes.setdefault(source.url, key)
    short = {key: source.url or "" for key, source in before.sources.items() if _is_short(source)}
    renamed = {key: homes[url] for key, url in short.items() if homes.get(url, key) != key}
    # One that is gone makes room for another that has its key now: it is called by its address.
    taken = set(renamed.values())
    renamed |= {key: url for key, url in short.items() if key in taken and key not in renamed}
    # A key that a source with an entry of its own keeps is not to be had.
    while clashing := [key for key, new in renamed.items() if new in before.sources and new not in renamed]:
        for key in clashing:
            del renamed[key]
    if not renamed:
        return before
    sources = {renamed.get(key, key): source for key, source in before.sources.items()}
    events = tuple(_citing(event, renamed) for event in before.events)
    return before.model_copy(update={"sources": sources, "events": events})


def _is_short(source: Source) -> bool:
    """Whether nothing is known of a source but its address, and the host that stands for its publisher."""
    host = (urlsplit(source.url or "").hostname or "").removeprefix("www.")
    return bool(host) and source == Source(url=source.url, publisher=host)


def _citing(event: Event, renamed: dict[str, str]) -> Event:
    if renamed.keys().isdisjoint(citation.source for citation in event.citations):
        return event
    citations = tuple(
        citation.model_copy(update={"source": renamed.get(citation.source, citation.source)})
        for citation in event.citations
    )
    return event.model_copy(update={"citations": citations})
