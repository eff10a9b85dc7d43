"""The sources that drafts name → those of the timeline, and new ones where it has none with that address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Container, Iterable
from dataclasses import replace

from generator.curating.drafts import DraftSource
from generator.curating.patch import Fields
from generator.curating.sources import Sources
from generator.curating.yaml_text import Data
from generator.model import Event, Source, Timeline
from generator.reading.article import Article, PublishedDate
from generator.scalars import is_id

__all__ = ["IntakeSources"]


class IntakeSources:
    """The sources of a timeline and those that an import adds.

    Args:
        timeline: The timeline as it stands.
        declared: The keys that stand in its file: an address that stands at an event alone has a key, but no entry.
        put_in: Puts a new source into the file.
    """

    def __init__(self, timeline: Timeline, declared: Container[str], put_in: Callable[[str, Fields], None]) -> None:
        self._timeline = timeline
        self._sources = Sources(timeline)
        self._declared = declared
        self._put_in = put_in
        self._added: set[str] = set()

    def cite(self, sources: Iterable[DraftSource]) -> list[Fields]:
        """The citations of some sources, each source once; those that are new are put into the file."""
        citations: dict[str, dict[str, Data]] = {}
        for source in sources:
            key = self._key(source)
            if key and key not in citations:
                citations[key] = {"source": key, **dict(source.said)}
        return list(citations.values())

    def can_cite(self, source: DraftSource) -> bool:
        """Whether enough is known of a source to cite it: the timeline has it, or something but its key is told."""
        return bool(self._found(source) or _fields(source))

    def uncited(self, sources: Iterable[DraftSource], event: Event) -> list[DraftSource]:
        """Those of some sources that an event does not cite."""
        cited = {citation.source for citation in event.citations}
        return [source for source in sources if self.can_cite(source) and self._found(source) not in cited]

    def _found(self, source: DraftSource) -> str:
        """The key of a source that the timeline has, or that was added to it; empty for a new one."""
        if source.key and (source.key in self._timeline.sources or source.key in self._added):
            return source.key
        # Two pages of one title are two sources: where there is an address, it alone tells.
        told = replace(source, title="", publisher="") if source.url else source
        return self._sources.find(_article(told), ()) or "" if told.url or told.title else ""

    def _key(self, source: DraftSource) -> str:
        if not self.can_cite(source):
            return ""
        key = self._found(source) or self._new(source)
        if key not in self._declared and key not in self._added:
            known = self._timeline.sources.get(key)
            self._put_in(key, _fields_of(known) if known else _fields(source))
        self._added.add(key)
        return key

    def _new(self, source: DraftSource) -> str:
        own = source.key if is_id(source.key) and source.key.casefold() not in self._sources.taken else ""
        made = self._sources.add(_article(source))
        if own:
            self._sources.taken.add(own)
        return own or made


def _article(source: DraftSource) -> Article:
    day = dt.date.fromisoformat(source.published) if source.published else None
    return Article(
        origin="",
        text="",
        lines=(),
        title=source.title,
        publisher=source.publisher,
        url=source.url,
        published=PublishedDate(day, "editor") if day else None,
    )


def _fields(source: DraftSource) -> Fields:
    """A new source as it is written; what is not known of it is left out, and never made up."""
    fields = {
        "title": source.title,
        "publisher": source.publisher,
        "url": source.url,
        "published": source.published,
        **dict(source.more),
    }
    return {name: text for name, text in fields.items() if text}


def _fields_of(source: Source) -> Fields:
    """A source that stands at an event as its address alone."""
    return {"url": source.url} if source.url else {}
