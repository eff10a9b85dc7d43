"""What the template of an event's page speaks of: each part of the page, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from generator.curating.pictures import is_local
from generator.dates import Edtf, say
from generator.dates.wording import say_year
from generator.messages import Tongue
from generator.model import Correction, Event, Period
from generator.publishing.atlas import Atlas
from generator.publishing.cards import Card, card
from generator.publishing.changes import correction_kind
from generator.publishing.entries import headline
from generator.publishing.links import actor_path, event_path, place_path, relative, root, tag_path, year_path
from generator.publishing.markdown import render_markdown
from generator.publishing.marks import Mark, mark_of
from generator.publishing.page import TocEntry
from generator.publishing.provenance import explain_date
from generator.publishing.report_links import edit_url, report_url
from generator.publishing.sharing import Sharing, sharing
from generator.publishing.short_dates import say_day
from generator.publishing.status import Badge, badges, status_sentence
from generator.scalars import is_web_address

__all__ = [
    "EventView",
    "Link",
    "Note",
    "Picture",
    "RelatedLink",
    "WithdrawnView",
    "cards_of",
    "note_of",
    "view_of",
    "withdrawn_view",
]


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the site; without an address, only its text."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """Another event, and what it is to this one."""

    words: str
    text: str
    href: str
    date: str


@dataclass(frozen=True, slots=True)
class Note:
    """A correction, as readers are told of it."""

    date: str
    datetime: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """An image from the site itself.

    Attributes:
        href: Where it is.
        alt: What it shows, for those who do not see it.
        caption: Who made it, and the licence; or nothing.
        width, height: Its size in pixels, or 0 where it is not known.
    """

    href: str
    alt: str
    caption: str
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class EventView:
    """All that the template of an event's page speaks of; each part that an event lacks is empty."""

    event: Event
    title: str
    home: str
    year: Link | None
    date: str
    datetime: str | None
    time: str
    mark: Mark
    badges: tuple[Badge, ...]
    status: str
    attributed_to: str
    summary: Markup
    picture: Picture | None
    provenance: tuple[Markup, ...]
    cards: tuple[Card, ...]
    response: str
    corrections: tuple[Note, ...]
    related: tuple[RelatedLink, ...]
    periods: tuple[Link, ...]
    actors: tuple[Link, ...]
    places: tuple[Link, ...]
    tags: tuple[Link, ...]
    before: RelatedLink | None
    after: RelatedLink | None
    edit: str
    report: str
    method: str
    contact: Link | None
    sharing: Sharing

    @property
    def is_candidate(self) -> bool:
        """Whether no person has judged it yet."""
        return self.event.review == "candidate"

    @property
    def is_filed(self) -> bool:
        """Whether it names anybody, any place or any subject."""
        return bool(self.actors or self.places or self.tags or self.periods)

    def toc(self, words: Tongue) -> tuple[TocEntry, ...]:
        """Its headings, in their order."""
        sections = (
            ("date", words.gettext("How we know the date"), self.provenance),
            ("sources", words.gettext("Sources"), self.cards),
            ("disputed", words.gettext("What is disputed"), self.event.disputed),
            ("response", words.gettext("Reply"), self.response),
            ("corrections", words.gettext("Corrections"), self.corrections),
            ("related", words.gettext("Related events"), self.related),
            ("share", words.gettext("Cite and share"), self.sharing),
        )
        return tuple(TocEntry(f"section_{anchor}", title) for anchor, title, there in sections if there)


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """What the template of a withdrawn event's page speaks of."""

    title: str
    home: str
    reason: str
    response: str
    corrections: tuple[Note, ...]
    contact: Link | None


def view_of(event: Event, atlas: Atlas, here: str) -> EventView:
    """All that the page of an event shows.

    Args:
        event: The event.
        atlas: The timeline.
        here: The page's path.
    """
    before, after = atlas.neighbours(event)
    return EventView(
        event=event,
        title=headline(event),
        home=relative(here, ""),
        year=_year(event.date, atlas, here) if event.date else None,
        date=atlas.date_of(event),
        datetime=event.date.html_datetime if event.date else None,
        time=event.time or "",
        mark=mark_of(event, atlas.words),
        badges=badges(event, atlas),
        status=status_sentence(event, atlas),
        attributed_to=event.attributed_to or "",
        summary=render_markdown(event.summary or "", root(here)),
        picture=_picture(event, atlas, here),
        provenance=explain_date(event, atlas),
        cards=cards_of(event, atlas, here),
        response=event.response or "",
        corrections=tuple(note_of(correction, atlas) for correction in event.corrections),
        related=tuple(_related(relation.event, atlas, here, relation.words) for relation in atlas.relations(event)),
        periods=tuple(_period(period, atlas) for period in atlas.periods(event)),
        actors=tuple(
            Link(name.text, relative(here, actor_path(name.key)) if name.key else "") for name in atlas.names(event)
        ),
        places=tuple(Link(place, relative(here, place_path(place))) for place in event.places),
        tags=tuple(Link(tag, relative(here, tag_path(tag))) for tag in event.tags),
        before=_related(before, atlas, here, atlas.words.gettext("Before")) if before else None,
        after=_related(after, atlas, here, atlas.words.gettext("After")) if after else None,
        edit=edit_url(event, atlas.site),
        report=report_url(event, atlas),
        method=relative(here, atlas.site.method_path) if atlas.site.method_path else "",
        contact=_contact(atlas),
        sharing=sharing(event, atlas),
    )


def withdrawn_view(event: Event, atlas: Atlas, here: str) -> WithdrawnView:
    """What the page of a withdrawn event shows: nothing of what it reported but its title."""
    return WithdrawnView(
        title=headline(event),
        home=relative(here, ""),
        reason=event.reason or atlas.words.gettext("No reason was recorded."),
        response=event.response or "",
        corrections=tuple(note_of(correction, atlas) for correction in event.corrections),
        contact=_contact(atlas),
    )


def cards_of(event: Event, atlas: Atlas, here: str) -> tuple[Card, ...]:
    """The sources of an event, as its own page shows them and the page for a frame that mirrors it.

    Args:
        event: The event.
        atlas: The timeline.
        here: The path of the event's page.
    """

    def make() -> tuple[Card, ...]:
        return tuple(found for citation in event.citations if (found := card(citation, atlas, here)))

    return atlas.once("cards", event.id or "", make)


def note_of(correction: Correction, atlas: Atlas) -> Note:
    """A correction, as readers are told of it."""
    kind = correction_kind(correction, atlas.words)
    return Note(say_day(correction.date, atlas.language), correction.date.isoformat(), kind, correction.text)


def _related(event: Event, atlas: Atlas, here: str, words: str) -> RelatedLink:
    return RelatedLink(words, headline(event), relative(here, event_path(event.id or "")), atlas.date_of(event))


def _year(date: Edtf, atlas: Atlas, here: str) -> Link:
    return Link(say_year(date.year, atlas.words), relative(here, year_path(date.year)))


def _period(period: Period, atlas: Atlas) -> Link:
    return Link(f"{period.title} ({say(period.from_, atlas.language)} – {say(period.to, atlas.language)})")


def _picture(event: Event, atlas: Atlas, here: str) -> Picture | None:
    """The event's image, if it is a file of the site: another site's would be told of each reader."""
    media, pictures = event.media, atlas.site.pictures
    if media is None or not is_local(media.file):
        return None
    caption = " · ".join(filter(None, [media.credit, media.license]))
    if pictures is None:
        return Picture(relative(here, atlas.site.shared + media.file), media.alt, caption)
    file = pictures.get(media.file)
    if file is None:
        return None
    return Picture(relative(here, atlas.site.shared + media.file), media.alt, caption, file.width, file.height)


def _contact(atlas: Atlas) -> Link | None:
    contact = atlas.timeline.timeline.contact
    if not contact:
        return None
    return Link(contact, contact if is_web_address(contact) else "")
