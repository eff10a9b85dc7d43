"""Sources: they exist, can be found, and are quoted only where they can be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.curating.places import Path
from generator.curating.rules.subject import Finding, Subject
from generator.model import Source
from generator.scalars import is_web_address

__all__ = [
    "circular_original",
    "http_where_https_exists",
    "never_cited",
    "not_findable",
    "only_one",
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


def only_one(subject: Subject) -> Iterator[Finding]:
    """A published event that rests on one source alone, reprints of it counted with it.

    A document speaks for itself, and of an account that is told as somebody's it is said whose it is.
    """
    sources = subject.timeline.sources
    for path, event in subject.events():
        if not event.published or event.attributed_to:
            continue
        named = {support.source for support in subject.supports(path[1])}
        known = [sources[key] for key in named if key in sources]
        told = {sources[key].original or key if key in sources else key for key in named}
        if len(told) == 1 and not any(each.kind == "document" for each in known):
            key = "citations" if event.citations else "source"
            todo = "cite another that does not repeat it, or say in “attributed_to:” whose account it is"
            yield Finding((*path, key), "only one source tells of this event", todo, "warning", at_key=True)


def http_where_https_exists(subject: Subject) -> Iterator[Finding]:
    """An address without encryption on a host that has it, as another address in the file shows, or as is known."""
    addresses = list(_addresses(subject))
    secure = {_host(address) for _, address in addresses if address.casefold().startswith("https:")}
    for path, address in addresses:
        if address.casefold().startswith("http:") and (_host(address) in secure or _is_known_secure(_host(address))):
            todo = f"write https:{address[5:]}, and see that it leads there"
            yield Finding(path, f"{_host(address)} can be read with https", todo, "warning")


def _addresses(subject: Subject) -> Iterator[tuple[Path, str]]:
    for key, source in subject.timeline.sources.items():
        for name, address in (("url", source.url), ("archived", source.archived)):
            if address:
                yield ("sources", key, name), address
    for path, event in subject.events():
        if event.source and is_web_address(event.source):
            yield (*path, "source"), event.source


def _host(address: str) -> str:
    """The host of an address that was found to be one."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


def _is_known_secure(host: str) -> bool:
    return any(host == known or host.endswith(f".{known}") for known in SECURE_HOSTS)


_SECURE_HOSTS = """
    aljazeera.com apnews.com archive.is archive.org archive.ph bbc.co.uk bbc.com bloomberg.com cnn.com dw.com
    elpais.com europa.eu facebook.com france24.com ft.com github.com lemonde.fr nytimes.com reuters.com
    spiegel.de state.gov theguardian.com twitter.com un.org washingtonpost.com whitehouse.gov wikidata.org
    wikipedia.org wsj.com x.com youtube.com
"""
SECURE_HOSTS = frozenset(_SECURE_HOSTS.split())
"""Hosts that are cited often and have long sent everybody who asks for http to https, those below them included."""


def published_later_than_today(subject: Subject) -> Iterator[Finding]:
    """A source from the future; a day is allowed for, since it may be tomorrow already where it was published."""
    for key, source in subject.timeline.sources.items():
        if source.published and source.published > subject.today + dt.timedelta(days=1):
            what = f"published {source.published}, which is after today ({subject.today})"
            yield Finding(("sources", key, "published"), what, "correct the date", "warning")
