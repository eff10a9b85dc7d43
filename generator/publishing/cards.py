"""A citation as a card: who reported it, in what words, and where to read it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dates import parse, say
from generator.model import Citation, Source
from generator.publishing.atlas import Atlas
from generator.publishing.credits import agency, credit, host
from generator.publishing.fragments import open_at_quote
from generator.publishing.links import relative, source_path
from generator.publishing.plain_text import language_tag

__all__ = ["Card", "card", "card_of_source"]


@dataclass(frozen=True, slots=True)
class Card:
    """A source, as an event cites it.

    Attributes:
        credit: Who published it: “Hindustan Times (Reuters)”.
        title: The headline, or nothing where it is not known.
        href: The source's own page, or nothing on that page itself.
        published: When it was published, in words, or nothing.
        published_datetime: The same for machines.
        language: The language of its words, or nothing.
        quote: The words that report the event, or nothing: a digest is never quoted.
        url: Its address, opening at the quote, or nothing.
        link: What the link to it says.
        archived: The address of an archived copy, opening at the quote, or nothing.
        printed: The address as paper has it, where nothing opens at a quote.
        printed_archived: The same of the copy.
        remarks: What a reader should know: no copy online, a paywall, a reprint.
    """

    credit: str
    title: str
    href: str
    published: str
    published_datetime: str
    language: str
    quote: str
    url: str
    link: str
    archived: str
    printed: str
    printed_archived: str
    remarks: tuple[str, ...]


def card(citation: Citation, atlas: Atlas, here: str) -> Card | None:
    """The card of a citation, on an event's page; None where its source is not among the timeline's."""
    source = atlas.source(citation)
    if source is None:
        return None
    return _card(source, atlas, href=relative(here, source_path(citation.source)), quote=citation.quote or "")


def card_of_source(source: Source, atlas: Atlas) -> Card:
    """The card at the head of a source's own page."""
    return _card(source, atlas, href="", quote="")


def _card(source: Source, atlas: Atlas, *, href: str, quote: str) -> Card:
    words = "" if source.kind == "digest" else quote
    published = source.published.isoformat() if source.published else ""
    return Card(
        credit=credit(source, atlas.timeline.sources, atlas.words),
        title=source.title or "",
        href=href,
        published=say(parse(published), atlas.language) if published else "",
        published_datetime=published,
        language=language_tag(source.language),
        quote=words,
        url=open_at_quote(source.url, words) if source.url else "",
        link=_invitation(source, atlas, quoted=bool(words)),
        archived=open_at_quote(source.archived, words) if source.archived else "",
        printed=source.url or "",
        printed_archived=source.archived or "",
        remarks=tuple(_remarks(source, atlas)),
    )


def _invitation(source: Source, atlas: Atlas, *, quoted: bool) -> str:
    if quoted:
        return atlas.words.gettext("Read it at the quote, on {host}", host=host(source.url))
    return atlas.words.gettext("Read it on {host}", host=host(source.url))


def _remarks(source: Source, atlas: Atlas) -> list[str]:
    words = atlas.words
    remarks = []
    if source.kind == "digest" and source.url:
        remarks.append(words.gettext("Our own digest of the article"))
    elif source.kind == "digest":
        remarks.append(words.gettext("Our own digest: no online copy known"))
    elif not source.url:
        remarks.append(words.gettext("No online copy known"))
    if source.access == "paywall":
        remarks.append(words.gettext("Behind a paywall: reading it may need a subscription"))
    if source.original:
        name = agency(source, atlas.timeline.sources, words)
        remarks.append(words.gettext("Reprints {agency}: not counted as a second source", agency=name))
    if source.note:
        remarks.append(source.note)
    return remarks
