"""The page for a frame of one event; and what stands where an event no longer does, or has another address now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from generator.model import Event
from generator.publishing.atlas import Atlas
from generator.publishing.cards import Card
from generator.publishing.drafts import FileDraft, among
from generator.publishing.embedding.addresses import embed_path
from generator.publishing.embedding.frame import crumb, framed
from generator.publishing.entries import headline
from generator.publishing.event_view import Note, cards_of, note_of, withdrawn_view
from generator.publishing.links import event_path, root
from generator.publishing.markdown import render_markdown
from generator.publishing.marks import Mark, mark_of
from generator.publishing.render import render
from generator.publishing.status import Badge, badges, status_sentence

__all__ = ["event_pages"]


@dataclass(frozen=True, slots=True)
class FramedEvent:
    """What the template of an event in a frame speaks of; each part that an event lacks is empty."""

    event: Event
    title: str
    date: str
    datetime: str | None
    mark: Mark
    badges: tuple[Badge, ...]
    status: str
    summary: Markup
    cards: tuple[Card, ...]
    notes: tuple[Note, ...]

    @property
    def is_candidate(self) -> bool:
        """Whether no person has judged it yet."""
        return self.event.review == "candidate"


def event_pages(atlas: Atlas) -> Iterator[FileDraft]:
    """A page for a frame for each event, withdrawn ones too, under each id that it has or used to have.

    A frame cannot be led on to another address where its sandbox forbids it (HTML, “sandboxed automatic features”), so
    an id of old shows the event itself.

    Args:
        atlas: The timeline.
    """
    for number, event in enumerate((*atlas.shown, *atlas.withdrawn)):
        page = partial(_withdrawn if event.review == "withdrawn" else _shown, event, atlas)
        # All of them stand at one depth, and so have the same relative links.
        for each in (event.id or "", *event.aliases):
            yield FileDraft(f"{embed_path(event_path(each))}index.html", page, among("events", number), of=event)


def _shown(event: Event, atlas: Atlas) -> bytes:
    path = event_path(event.id or "")
    words = atlas.words
    view = FramedEvent(
        event=event,
        title=headline(event),
        date=atlas.date_of(event),
        datetime=event.date.html_datetime if event.date else None,
        mark=mark_of(event, words),
        badges=badges(event, atlas),
        status=status_sentence(event, atlas),
        summary=_outward(render_markdown(event.summary or "", root(embed_path(path)))),
        cards=cards_of(event, atlas, path),
        notes=tuple(note_of(correction, atlas) for correction in event.corrections),
    )
    main = render("embed_event.html", words, view=view, crumb=crumb(atlas, path))
    return framed(atlas, path, view.title, main, words.gettext("How we know the date, and more"))


def _outward(summary: Markup) -> Markup:
    """A summary whose links leave the frame: what they lead to is not made for one, or refuses to be in one."""
    return Markup(str(summary).replace("<a ", '<a target="_blank" rel="noopener" '))  # noqa: S704 what it replaces is markup


def _withdrawn(event: Event, atlas: Atlas) -> bytes:
    path = event_path(event.id or "")
    view = withdrawn_view(event, atlas, path)
    main = render("embed_withdrawn.html", atlas.words, view=view, crumb=crumb(atlas, path))
    return framed(atlas, path, view.title, main, atlas.words.gettext("More on the full timeline"))
