"""Sources: they exist, can be found, and are quoted only where they can be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator.curating.rules.subject import Finding, Subject
from generator.model import Source

__all__ = [
    "circular_original",
    "never_cited",
    "not_findable",
    "published_later_than_today",
    "quote_from_digest",
    "unknown",
    "unknown_original",
]


def unknown(subject: Subject) -> Iterator[Finding]:
    """A citation of a source that is not in the file."""
    for (_, index), _event in subject.events():
        for support in subject.supports(index):
            if not support.is_address and support.source not in subject.source_keys:
                what = f"there is no source “{support.source}”"
                yield Finding(support.path, what, _meant(support.source, subject))


def unknown_original(subject: Subject) -> Iterator[Finding]:
    """A reprint of a source that is not in the file."""
    for key, source in subject.timeline.sources.items():
        if source.original and source.original not in subject.source_keys:
            what = f"there is no source “{source.original}” that this one could reprint"
            yield Finding(("sources", key, "original"), what, _meant(source.original, subject))


def _meant(key: str, subject: Subject) -> str:
    meant = subject.known_sources.nearest(key)
    return f"did you mean “{meant}”?" if meant else f"add “{key}:” under sources, or write the key of one there"


def circular_original(subject: Subject) -> Iterator[Finding]:
    """Sources that reprint each other, or themselves, so that none is the original."""
    sources = subject.timeline.sources
    for key, source in sources.items():
        way = [key]
        at = source.original
        while at in sources and at not in way:
            way.append(at)
            at = sources[at].original
        if at == key:
            what = "the source reprints itself" if len(way) == 1 else f"the sources {', '.join(way)} reprint each other"
            yield Finding(("sources", key, "original"), what, "delete “original:” from the one that was first")


def quote_from_digest(subject: Subject) -> Iterator[Finding]:
    """A quote from a digest: those words are ours, and nobody said them."""
    for (_, index), event in subject.events():
        for number, citation in enumerate(event.citations):
            source = subject.timeline.sources.get(citation.source)
            if citation.quote and source and source.kind == "digest":
                yield Finding(
                    ("events", index, "citations", number, "quote"),
                    f"a quote from “{citation.source}”, which is a digest: its words are our own",
                    "delete the quote, or cite the article itself",
                    at_key=True,
                )


def never_cited(subject: Subject) -> Iterator[Finding]:
    """A source that nothing in the file refers to."""
    if subject.faulty:
        return  # what cites it may be among what is wrong
    if any(event.review == "rejected" for _, event in subject.events()):
        return  # it may be what one of them was made from, which keeps no citations
    for key, source in subject.timeline.sources.items():
        if not _is_used(key, source, subject):
            what = f"no event cites the source “{key}”"
            yield Finding(("sources", key), what, "cite it, or delete it", "warning", at_key=True)


def _is_used(key: str, source: Source, subject: Subject) -> bool:
    """Whether something in the file refers to a source, by its key or its address."""
    return key in subject.used_sources or source.url in subject.used_sources


def not_findable(subject: Subject) -> Iterator[Finding]:
    """A source with neither title nor address, by which a reader of an event could not find it.

    An agency's text that is known from its reprint alone needs neither: the reprint can be found.
    """
    reprinted = {source.original for source in subject.timeline.sources.values()}
    for key, source in subject.timeline.sources.items():
        if key in reprinted or not _is_used(key, source, subject):
            continue
        path = ("sources", key)
        if not (source.title or source.url or subject.holds((*path, "title")) or subject.holds((*path, "url"))):
            what = f"the source “{key}” has neither a title nor an address"
            yield Finding(path, what, "add “title:” and, if it is online, “url:”", "warning", at_key=True)


def published_later_than_today(subject: Subject) -> Iterator[Finding]:
    """A source from the future; a day is allowed for, since it may be tomorrow already where it was published."""
    for key, source in subject.timeline.sources.items():
        if source.published and source.published > subject.today + dt.timedelta(days=1):
            what = f"published {source.published}, which is after today ({subject.today})"
            yield Finding(("sources", key, "published"), what, "correct the date", "warning")
