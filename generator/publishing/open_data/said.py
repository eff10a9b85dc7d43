"""What is said of an event in every form of the data, put into words once."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.credits import credit_line
from generator.publishing.entries import headline
from generator.publishing.links import event_path
from generator.publishing.markdown import render_markdown, strip_markdown
from generator.publishing.open_data.identity import address_from, changed, entry_id, timestamp
from generator.publishing.plain_text import capitalised, clean
from generator.publishing.status import reported

__all__ = ["Said", "said_of", "summary_of"]


@dataclass(frozen=True, slots=True)
class Said:
    """An event in words, as texts without markup.

    Attributes:
        id: What feeds and calendars know it by: an IRI.
        page: The path of its page.
        address: The whole address of that, or nothing where the site's is not known.
        headline: Its headline.
        date: Its date, in words that begin with a capital letter.
        title: Both in a line.
        summary: Its summary.
        status: What is reported, in a sentence.
        credit: Its sources in a line.
        updated: Since when it is as it is, as a moment (RFC 3339).
        published: When it was added, likewise; empty where that is not known.
        tags: Its tags, each once.
    """

    id: str
    page: str
    address: str
    headline: str
    date: str
    title: str
    summary: str
    status: str
    credit: str
    updated: str
    published: str
    tags: tuple[str, ...]


def said_of(event: Event, atlas: Atlas) -> Said:
    """An event in words."""
    return atlas.once("said", event.id or "", lambda: _said(event, atlas))


def _said(event: Event, atlas: Atlas) -> Said:
    page, date, name = event_path(event.id or ""), capitalised(atlas.date_of(event)), clean(headline(event))
    return Said(
        id=entry_id(event, atlas),
        page=page,
        address=address_from("", page, atlas) if atlas.site.url else "",
        headline=name,
        date=date,
        title=f"{date}: {name}",
        summary=strip_markdown(event.summary or ""),
        status=clean(reported(event, atlas)),
        credit=clean(credit_line(event, atlas)),
        updated=timestamp(changed(event, atlas)),
        published=timestamp(event.added) if event.added else "",
        tags=tuple(dict.fromkeys(filter(None, map(clean, event.tags)))),
    )


def summary_of(event: Event, atlas: Atlas, base: str) -> Markup:
    """An event's summary as HTML.

    Args:
        event: The event.
        atlas: The timeline.
        base: What leads to the site's root, from which links within the site count.
    """
    return atlas.once("summary", f"{base} {event.id}", lambda: render_markdown(event.summary or "", base))
